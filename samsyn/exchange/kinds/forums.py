"""What the file holds of forums and their meetings."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from samsyn.exchange import checking_forums
from samsyn.exchange.fields import (
    Choice,
    Clock,
    Day,
    Flag,
    Moment,
    Number,
    Ordered,
    Ordinal,
    Parts,
    Reference,
    SecureAddress,
    Text,
    Words,
)
from samsyn.exchange.kinds import Kind, Name, Table, declare
from samsyn.exchange.kinds.organisation import PERIOD
from samsyn.exchange.kinds.sources import SOURCE
from samsyn.forums import api as forums

_LONGEST = 20_000
_OLDEST, _MOST_TIMES, _MOST_SEATS, _MOST_ITEMS = 120, 60, 100, 1_000


def long_text(name: str, label: Any, **more: Any) -> Text:
    return Text(name, label, lines=True, longest=_LONGEST, **more)


def function(name: str, label: Any, **more: Any) -> Reference:
    return Reference(name, label, section="positions", **more)


def _age(name: str, label: Any) -> Number:
    return Number(name, label, most=_OLDEST, empty=None)


def _own_name(said: Mapping[str, Any], _name: Name) -> str:
    return str(said["name"])


def _forum_and_day(said: Mapping[str, Any], name: Name) -> str:
    return f"{name('forums', said['forum'])} {said['date']}"


def _decision(said: Mapping[str, Any], name: Name) -> str:
    return f"{name('forums', said['forum'])} {said['year']}:{said['number']}"


BODY = Reference("body", _("organet"), section="bodies")
FORUM = Reference("forum", _("forumet"), section="forums", is_required=True)
MEETING = Reference("meeting", _("mötet"), section="meetings")
INVENTED = Flag("invented", _("är påhittat"), column="is_invented")
AT_ITEM = Number(
    "item", _("punktens nummer på dagordningen"), column="at_item", most=_MOST_ITEMS, empty=None
)

FORUMS = Kind(
    section="forums",
    show=forums.show_many,
    model=forums.Forum,
    label=_("forum"),
    fields=(
        Text("name", _("namn"), is_required=True),
        Text("short_name", _("kortnamn")),
        Choice("level", _("nivå"), is_required=True, choices=forums.Level),
        Choice("kind", _("slag av forum"), is_required=True, choices=forums.ForumKind),
        Parts(
            "former_names",
            _("tidigare namn"),
            fields=(Text("name", _("namn"), is_required=True), PERIOD, SOURCE),
        ),
        PERIOD,
        Reference("above", _("forumet som det svarar till"), section="forums"),
        Reference("successor", _("forumet som efterträdde det"), section="forums"),
        Choice("basis", _("vad det vilar på"), choices=forums.Basis),
        long_text("basis_text", _("vilket avtal, beslut eller vilken lag")),
        long_text("purpose", _("syfte")),
        long_text("goals", _("mål")),
        long_text("target_group", _("målgrupp")),
        _age("age_from", _("lägsta ålder")),
        _age("age_to", _("högsta ålder")),
        Words("school_forms", _("skolformer"), choices=forums.SchoolForm),
        Words("focus_areas", _("fokusområden")),
        long_text("decides", _("vad det får besluta själv")),
        long_text("refers", _("vad det för vidare")),
        long_text("not_discussed", _("vad som inte tas upp där")),
        function("convener", _("sammankallande funktion")),
        function("chair", _("ordförande, funktion")),
        function("secretary", _("sekreterare, funktion")),
        Choice("documentation", _("hur mötena dokumenteras"), choices=forums.Documentation),
        long_text("follow_up", _("hur forumet följs upp")),
        Day("follow_up_on", _("när det följs upp nästa gång")),
        function("follow_up_owner", _("funktionen som äger uppföljningen")),
        Choice(
            "reach",
            _("vem anteckningarna är för"),
            choices=forums.Reach,
            empty=forums.Reach.PARTICIPANTS.value,
        ),
        Flag("shows_contributions", _("den som bidrar med en länk får läsa de andras bidrag")),
        Parts(
            "seats",
            _("vilka som ska sitta där"),
            fields=(
                Reference("body", _("organet"), section="bodies", is_required=True),
                function("position", _("funktionen")),
                Text("wording", _("benämning")),
                Number("count", _("antal platser"), least=1, most=_MOST_SEATS, empty=1),
                Choice(
                    "kind",
                    _("slag av plats"),
                    choices=forums.SeatKind,
                    empty=forums.SeatKind.REQUIRED.value,
                ),
                Text("contact_name", _("kontaktperson")),
                Text("contact_email", _("kontaktpersonens adress")),
                PERIOD,
                SOURCE,
            ),
        ),
        Parts(
            "rhythms",
            _("hur ofta det möts"),
            fields=(
                Choice("per", _("enhet"), is_required=True, choices=forums.Unit),
                Number("times", _("gånger"), least=1, most=_MOST_TIMES, empty=1),
                Number(
                    "every", _("mellanrum: 3 är var tredje"), least=1, most=_MOST_TIMES, empty=1
                ),
                Number("weekday", _("veckodag, 1 är måndag"), least=1, most=5, empty=None),
                Clock("at", _("klockslag"), column="starts"),
                Text("audience", _("för vilka")),
                Text("words", _("som källan säger det")),
                PERIOD,
                SOURCE,
            ),
        ),
        Ordered(
            "agenda",
            _("stående dagordning"),
            fields=(
                Ordinal(),
                Text("title", _("punkt"), is_required=True),
                long_text("note", _("vad som ska tas upp")),
                SOURCE,
            ),
        ),
        Parts(
            "lacks",
            _("vad som saknas eller är oklart"),
            fields=(
                Choice("kind", _("slag av brist"), is_required=True, choices=forums.LackKind),
                long_text("text", _("vad som saknas"), is_required=True),
                Reference("body", _("parten som saknas"), section="bodies"),
                Day("noted_on", _("när det antecknades")),
                Day("mended_on", _("när det åtgärdades")),
                long_text("how", _("hur det åtgärdades")),
                SOURCE,
            ),
        ),
        SOURCE,
    ),
    check=checking_forums.forums,
    called=lambda values: values[:1],
    title=_own_name,
    tables={
        "former_names": Table(forums.FormerName, "forum"),
        "seats": Table(forums.Seat, "forum"),
        "rhythms": Table(forums.Rhythm, "forum"),
        "agenda": Table(forums.StandingItem, "forum"),
        "lacks": Table(forums.Lack, "forum"),
    },
)
MEETINGS = Kind(
    section="meetings",
    show=forums.show_many_meetings,
    model=forums.Meeting,
    label=_("möten"),
    fields=(
        FORUM,
        Day("date", _("dagen"), column="meets_on", is_required=True),
        Clock("starts_at", _("börjar"), column="starts"),
        Clock("ends_at", _("slutar"), column="ends"),
        Choice(
            "state",
            _("planerat, hållet, inställt eller uteblivet"),
            choices=forums.MeetingState,
            empty=forums.MeetingState.PLANNED.value,
        ),
        long_text("why_not", _("varför det inte blev av")),
        Text("title", _("tema")),
        Text("audience", _("för vilka")),
        Text("place", _("plats")),
        Choice("mode", _("form"), choices=forums.Mode, empty=forums.Mode.ROOM.value),
        SecureAddress("url", _("adress för den som är med på distans")),
        Moment("items_by", _("sista stund för punkter"), column="items_by_at"),
        Moment("contributions_by", _("sista stund för bidrag"), column="contributions_by_at"),
        Ordered(
            "agenda",
            _("dagordning och anteckningar"),
            fields=(
                Ordinal(),
                Text("title", _("punkt"), is_required=True),
                long_text("background", _("bakgrund")),
                long_text("notes", _("anteckningar")),
                Choice(
                    "state",
                    _("hur punkten slutade"),
                    choices=forums.ItemState,
                    empty=forums.ItemState.OPEN.value,
                ),
                Flag("standing", _("är stående"), column="is_standing"),
                Text("proposed_by", _("vem som föreslog den")),
                Reference("carried_from", _("mötet som den kommer från"), section="meetings"),
                SOURCE,
            ),
        ),
        Parts(
            "attendances",
            _("vilka som kallades och kom"),
            fields=(
                BODY,
                function("position", _("funktionen")),
                Reference("person", _("personen"), section="persons"),
                Text("wording", _("benämning")),
                Choice("answer", _("svar på kallelsen"), choices=forums.Answer),
                Choice("status", _("närvaro"), choices=forums.Presence),
                long_text("contribution", _("bidrag före mötet")),
                Moment("contributed", _("när det skickades"), column="contributed_at"),
                SOURCE,
            ),
        ),
        long_text("went_well", _("vad som gick bra")),
        long_text("went_badly", _("vad som gick mindre bra")),
        long_text("do_differently", _("vad ni gör annorlunda")),
        INVENTED,
        SOURCE,
    ),
    check=checking_forums.meetings,
    title=_forum_and_day,
    tables={
        "agenda": Table(forums.AgendaItem, "meeting"),
        "attendances": Table(forums.Attendance, "meeting"),
    },
)
DECISIONS = Kind(
    section="decisions",
    show=forums.show_many_meetings,
    model=forums.Decision,
    label=_("beslut"),
    fields=(
        FORUM,
        Reference("meeting", _("mötet"), section="meetings", is_required=True),
        Number("year", _("år"), least=1900, most=2200, empty=0, is_required=True),
        Number("number", _("nummer"), least=1, most=9_999, empty=0, is_required=True),
        AT_ITEM,
        long_text("text", _("vad som beslutades"), is_required=True),
        SOURCE,
    ),
    check=checking_forums.decisions,
    title=_decision,
)
FOLLOW_UPS = Kind(
    section="follow_ups",
    show=forums.show_many_meetings,
    model=forums.FollowUp,
    label=_("uppföljningar"),
    fields=(
        FORUM,
        MEETING,
        AT_ITEM,
        Text("what", _("vad som ska göras"), is_required=True),
        long_text("why", _("varför")),
        function("owner", _("funktionen som äger den"), is_required=True),
        Reference("carried_by", _("gruppen som utför den"), section="forums"),
        Day("due", _("senast"), column="due_on", is_required=True),
        Number("overruns", _("gånger den fått ny dag efter den gamla"), most=999, empty=0),
        Day("closed_on", _("avslutad")),
        Choice("closed_as", _("hur den slutade"), choices=forums.Closing),
        long_text("result", _("vad det blev av den")),
        Parts(
            "new_days",
            _("nya dagar som den har fått"),
            fields=(
                Day("was_due", _("gammal dag"), column="was_due_on", is_required=True),
                Day("due", _("ny dag"), column="due_on", is_required=True),
                long_text("why", _("varför"), is_required=True),
                Moment("given", _("när"), column="given_at", is_required=True),
            ),
        ),
        INVENTED,
        SOURCE,
    ),
    check=checking_forums.follow_ups,
    title=lambda said, _name: str(said["what"]),
    tables={"new_days": Table(forums.NewDay, "follow_up")},
)

declare(FORUMS, MEETINGS, DECISIONS, FOLLOW_UPS)
