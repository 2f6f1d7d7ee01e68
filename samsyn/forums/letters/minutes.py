"""The letter with the minutes, or with the way to them."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from samsyn.access.api import Actor
from samsyn.forums.domain.occasions import Kind
from samsyn.forums.letters.sheets import address_of, occasion_of, sheet, subject
from samsyn.forums.models import Minutes
from samsyn.post.api import Draft, Enclosed


def minutes_letter(
    minutes: Minutes, to: str, why: str, paper: Enclosed | None, actor: Actor
) -> Draft:
    """Tell that the minutes are approved; they come along only for those who were asked."""
    with translation.override(settings.LANGUAGE_CODE):
        told = occasion_of(actor, minutes.meeting)
        opening = _("Anteckningarna från mötet med %(forum)s %(day)s är justerade.")
        if minutes.version > 1:
            opening = _("Anteckningarna från mötet med %(forum)s %(day)s är rättade och justerade.")
        enclosed = _("De ligger i den bifogade filen.") if paper else ""
        link = "\n".join(
            [_("Läs dem i Samsyn, när du är inloggad:"), address_of("minutes", minutes.pk)]
        )
        return Draft(
            to=to,
            subject=subject(_("Anteckningar: %(forum)s %(day)s") % told),
            text=sheet([opening % told, enclosed, link], why, actor),
            enclosed=[paper] if paper else [],
            about=minutes,
            occasion=Kind.MINUTES.occasion(minutes.pk, to),
        )
