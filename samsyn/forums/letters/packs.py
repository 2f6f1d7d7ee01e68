"""The letter with the way to the pack; the pack itself only for those who have no account."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from samsyn.access.api import Actor
from samsyn.forums.letters.sheets import address_of, occasion_of, sheet, subject, time_and_place
from samsyn.forums.letters.summons import Receiver
from samsyn.forums.models import Meeting
from samsyn.post.api import Draft, Enclosed


def pack_letter(
    meeting: Meeting, to: Receiver, paper: Enclosed | None, occasion: str, actor: Actor
) -> Draft:
    """Tell that the pack can be read, where or in the file."""
    with translation.override(settings.LANGUAGE_CODE):
        told = occasion_of(actor, meeting)
        where = _("Läs det i Samsyn, när du är inloggad:") + "\n" + address_of("pack", meeting.pk)
        why = _("Du får brevet för att du är kallad till mötet som %(name)s.") % {"name": to.name}
        paragraphs = [
            _("Här är underlaget till mötet med %(forum)s.") % told,
            time_and_place(meeting),
            _("Det ligger i den bifogade filen.") if paper else where,
        ]
        return Draft(
            to=to.email,
            subject=subject(_("Underlag: %(forum)s %(day)s") % told),
            text=sheet(paragraphs, why, actor),
            enclosed=[paper] if paper else [],
            about=meeting,
            occasion=occasion,
        )
