"""What the file holds of chosen areas, proposals to boards, and assignments."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from samsyn.exchange import checking_priorities
from samsyn.exchange.fields import Choice, Day, Number, Parts, Reference, Text
from samsyn.exchange.kinds import Kind, Table, declare
from samsyn.exchange.kinds.forums import INVENTED, long_text
from samsyn.exchange.kinds.governance import OWNERS, document, title_of
from samsyn.exchange.kinds.organisation import PERIOD
from samsyn.exchange.kinds.sources import SOURCE
from samsyn.governance import api as governance

_FIRST_YEAR, _LAST_YEAR = 1990, 2200


def _year(name: str, label: Any, **more: Any) -> Number:
    return Number(name, label, least=_FIRST_YEAR, most=_LAST_YEAR, empty=None, **more)


def _forum(name: str, label: Any) -> Reference:
    return Reference(name, label, section="forums")


AREA = Reference("area", _("området"), section="priority_areas")

AREAS = Kind(
    section="priority_areas",
    show=governance.show_areas,
    model=governance.FocusArea,
    label=_("prioriterade områden"),
    fields=(
        Text("name", _("namn"), is_required=True),
        long_text("what", _("vad som menas")),
        PERIOD,
        _year("chosen_year", _("året som det valdes")),
        Day("chosen_on", _("dagen som det valdes")),
        _forum("chosen_by", _("forumet som valde det")),
        long_text("why", _("varför det valdes")),
        Parts(
            "bases",
            _("underlag"),
            fields=(document("document", _("styrdokumentet"), is_required=True), SOURCE),
        ),
        long_text("outcome", _("vad det blev av det")),
        SOURCE,
    ),
    check=checking_priorities.areas,
    called=lambda values: values[:1],
    title=lambda said, _name: str(said["name"]),
    tables={"bases": Table(governance.AreaBasis, "area")},
)
PROPOSALS = Kind(
    section="proposals",
    show=governance.show_proposals,
    model=governance.Proposal,
    label=_("förslag till nämnderna"),
    fields=(
        Text("title", _("rubrik"), is_required=True),
        long_text("text", _("vad som föreslås")),
        _year("year", _("året som det gäller"), is_required=True),
        Day("made_on", _("när det lämnades")),
        _forum("made_by", _("forumet som föreslår")),
        Reference("meeting", _("mötet"), section="meetings"),
        AREA,
        Parts(
            "answers",
            _("nämnderna som är tillfrågade, och deras svar"),
            fields=(
                Reference("body", _("nämnden"), section="bodies", is_required=True),
                Choice("reply", _("svaret"), choices=governance.Reply),
                Day("answered_on", _("när den svarade")),
                Text("paragraph", _("paragraf, som § 33")),
                long_text("text", _("vad den sade")),
                Reference("matter", _("ärendet"), section="matters"),
                SOURCE,
            ),
        ),
        INVENTED,
        SOURCE,
    ),
    check=checking_priorities.proposals,
    title=title_of,
    tables={"answers": Table(governance.ProposalAnswer, "proposal")},
)
ASSIGNMENTS = Kind(
    section="assignments",
    show=governance.show_assignments,
    model=governance.Assignment,
    label=_("uppdrag från politiken"),
    fields=(
        Text("title", _("rubrik"), is_required=True),
        long_text("text", _("vad som ska göras")),
        _year("year", _("året som det gavs"), is_required=True),
        PERIOD,
        Reference("given_by", _("organet som gav det"), section="bodies"),
        *OWNERS,
        AREA,
        Reference("proposal", _("förslaget som det kom av"), section="proposals"),
        Day("report_on", _("när det rapporteras senast")),
        document("final_report", _("slutrapporten")),
        Choice("ended_as", _("hur det slutade"), choices=governance.Ending),
        Day("ended_on", _("när det slutade")),
        long_text("result", _("vad det blev av det")),
        INVENTED,
        SOURCE,
    ),
    check=checking_priorities.assignments,
    title=title_of,
)

declare(AREAS, PROPOSALS, ASSIGNMENTS)
