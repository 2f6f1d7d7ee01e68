"""The letters of a consultation round: that it was sent, and a reminder the week before."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import STOCKHOLM, Actor
from samsyn.forums.api import sheet, subject
from samsyn.governance.models import Consultation, Statement
from samsyn.governance.queries import consultations as queries
from samsyn.pages.api import formats
from samsyn.post.api import Draft, duty, write

_AN_HOUR, _A_WEEK = timedelta(hours=1), timedelta(days=7)
_FROM_HOUR = 7
_SENT = gettext_lazy("Remiss: %(title)s")
_SOON = gettext_lazy("Svara snart på remissen: %(title)s")


def register() -> None:
    duty("governance.remind_of_consultations", remind, every=_AN_HOUR)


def announce(row: Consultation, actor: Actor) -> None:
    """Write to every body that is asked."""
    for statement in queries.statements(actor, row.pk):
        _write(statement, row, _SENT, "remiss", actor)


def remind(actor: Actor) -> None:
    """Write to those who have not answered; once for each last day."""
    if actor.now.astimezone(STOCKHOLM).hour < _FROM_HOUR:
        return
    for statement in queries.awaited_until(actor, actor.today, actor.today + _A_WEEK):
        row = statement.consultation
        if row.sent_on < actor.today:
            _write(statement, row, _SOON, "remiss-snart", actor)


def _write(statement: Statement, row: Consultation, head: Promise, kind: str, actor: Actor) -> None:
    for to in queries.addresses_of(actor, [statement.body_id]).get(statement.body_id, []):
        occasion = f"{kind}:{row.pk}:{row.answer_by}:{statement.body_id}:{to}"
        write(_draft(to, row, head, occasion, actor), actor=actor)


def _draft(to: str, row: Consultation, head: Promise, occasion: str, actor: Actor) -> Draft:
    with translation.override(settings.LANGUAGE_CODE):
        told = {"title": row.title, "day": formats.long_day(row.answer_by)}
        where = reverse("governance:consultation", args=[row.pk])
        paragraphs = [
            row.question,
            _("Sista dagen att yttra sig är %(day)s.") % told,
            f"{settings.SAMSYN_ADDRESS}{where}",
        ]
        why = _("Du får brevet för att organet där du har en funktion har fått remissen.")
        return Draft(
            to=to,
            subject=subject(str(head) % told),
            text=sheet(paragraphs, why, actor),
            about=row,
            occasion=occasion,
        )
