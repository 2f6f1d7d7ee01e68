"""What an agreement lacks: to be activated, and to be one that it is possible to work by."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, within
from samsyn.governance.domain.standing import Standing
from samsyn.governance.models import Agreement, AgreementKind, Party
from samsyn.organisation.api import queries as organisation


@dataclass(frozen=True, slots=True)
class Lack:
    """What is missing in words, and which form mends it."""

    told: str
    mended_by: str


def lacking_to_activate(
    actor: Actor, agreement: Agreement, standing: Standing[UUID]
) -> Sequence[Lack]:
    """Exactly what is missing; an informal one needs nobody's decision."""
    found = list(_follow_up(agreement))
    if agreement.kind != AgreementKind.INFORMAL:
        found += _agreed(actor, agreement, standing)
    return found


def _follow_up(agreement: Agreement) -> Iterator[Lack]:
    for value, told in (
        (agreement.follow_up, _("Det står inte hur avtalet följs upp")),
        (agreement.follow_up_on, _("Dagen för uppföljningen saknas")),
        (agreement.follow_up_owner_id, _("Ingen funktion äger uppföljningen")),
    ):
        if not value:
            yield Lack(told, "describe-agreement-follow-up")


def _agreed(actor: Actor, agreement: Agreement, standing: Standing[UUID]) -> Iterator[Lack]:
    if not within(Party, actor).filter(agreement=agreement).exists():
        yield Lack(_("Avtalet har inga parter"), "add-party")
        return
    ids = [*standing.undecided, *standing.unsigned]
    names = organisation.names_of_some_bodies(actor, ids) if ids else {}
    for pk in standing.undecided:
        yield Lack(_("Beslut saknas från %(body)s") % {"body": names[pk]}, "prepare-decision")
    for pk in standing.unsigned:
        yield Lack(_("Underskrift saknas från %(body)s") % {"body": names[pk]}, "prepare-decision")
