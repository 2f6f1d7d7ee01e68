"""What the file holds of the libraries of forums, but not the files; and of what is asked of how
they work, but never what anyone has answered."""

from dataclasses import dataclass

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from samsyn.exchange.fields import (
    Choice,
    Day,
    Days,
    Ordered,
    Ordinal,
    Reference,
    SecureAddress,
    Text,
)
from samsyn.exchange.kinds import Kind, Table, declare, kind_of
from samsyn.exchange.kinds.forums import FORUM
from samsyn.exchange.state import State, touched
from samsyn.forums import api as forums

_LONGEST = 20_000


@dataclass(frozen=True)
class _OpenDays(Days):
    """The days on which a survey can be answered."""

    @property
    def columns(self) -> tuple[str, ...]:
        return ("opens_on", "closes_on")


def _links_lead_somewhere(state: State) -> None:
    places = kind_of("materials").places
    for entry in touched(state.of("materials")):
        if entry.values[places["kind"]] == "link" and not entry.values[places["url"]]:
            state.wrong(entry, "url", _t("Länken har ingen adress."), "url: https://…")


SURVEYS = Kind(
    section="surveys",
    show=forums.show_nothing,
    model=forums.Survey,
    label=_("utvärderingar"),
    fields=(
        FORUM,
        Reference("meeting", _("mötet som utvärderas"), section="meetings"),
        Text("title", _("rubrik"), is_required=True),
        _OpenDays("open", _("första och sista dag att svara"), is_required=True, is_closed=True),
        Ordered(
            "questions",
            _("frågor"),
            fields=(
                Ordinal(),
                Text("text", _("frågan"), is_required=True),
                Choice(
                    "kind",
                    _("hur den besvaras"),
                    choices=forums.QuestionKind,
                    empty=forums.QuestionKind.SCALE.value,
                ),
            ),
        ),
    ),
    title=lambda said, _name: str(said["title"]),
    tables={"questions": Table(forums.Question, "survey")},
)

MATERIALS = Kind(
    section="materials",
    show=forums.show_materials,
    model=forums.Material,
    label=_("material"),
    fields=(
        FORUM,
        Choice(
            "kind", _("dokument, länk eller metod"), choices=forums.MaterialKind, is_required=True
        ),
        Text("title", _("titel"), is_required=True),
        Text("description", _("beskrivning"), lines=True, longest=_LONGEST),
        Text("for_whom", _("för vem")),
        Choice(
            "reach",
            _("vem som får läsa det"),
            choices=forums.Reach,
            empty=forums.Reach.PARTICIPANTS.value,
        ),
        SecureAddress("url", _("adress på webben")),
        Day("retired_on", _("ur bruk från och med")),
    ),
    title=lambda said, _name: str(said["title"]),
    check=_links_lead_somewhere,
)

declare(SURVEYS, MATERIALS)
