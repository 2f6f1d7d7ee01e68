"""What the file holds of initiatives, the methods they use and the venues they are found at."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from samsyn.exchange import checking_initiatives
from samsyn.exchange.fields import (
    Amount,
    Choice,
    Clock,
    Day,
    Flag,
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
from samsyn.exchange.kinds.forums import INVENTED, function, long_text
from samsyn.exchange.kinds.governance import OWNERS, document, title_of
from samsyn.exchange.kinds.organisation import PERIOD
from samsyn.exchange.kinds.sources import SOURCE
from samsyn.forums import api as forums
from samsyn.initiatives import api as initiatives

_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_MOST_PEOPLE, _MOST_CLASSES = 1_000_000, 10_000


def body(name: str, label: Any, **more: Any) -> Reference:
    return Reference(name, label, section="bodies", **more)


def year(name: str, label: Any) -> Number:
    return Number(name, label, least=_FIRST_YEAR, most=_LAST_YEAR, empty=None)


def _own_name(said: Any, _name: Name) -> str:
    return str(said["name"])


_MATTER = Reference("matter", _("ärendet"), section="matters")

METHODS = Kind(
    section="methods",
    show=initiatives.show_methods,
    model=initiatives.Method,
    label=_("metoder"),
    fields=(
        Text("name", _("namn"), is_required=True),
        long_text("what", _("vad det är")),
        Choice(
            "evidence",
            _("stöd i forskning"),
            choices=initiatives.Evidence,
            empty=initiatives.Evidence.UNKNOWN.value,
        ),
        long_text("evidence_says", _("vad man vet om den")),
        long_text("licence", _("vem som får använda den")),
        SecureAddress("url", _("adress på webben")),
        INVENTED,
        SOURCE,
    ),
    called=lambda values: values[:1],
    title=_own_name,
)
VENUES = Kind(
    section="venues",
    show=initiatives.show_venues,
    model=initiatives.Venue,
    label=_("platser"),
    fields=(
        Text("name", _("namn"), is_required=True),
        long_text("what", _("vad det är")),
        Text("address", _("adress")),
        Reference("area", _("del av kommunen"), section="areas"),
        Parts(
            "services",
            _("vad som erbjuds och har erbjudits"),
            fields=(
                Text("what", _("vad"), is_required=True),
                Amount("days_a_week", _("dagar i veckan"), least=Decimal("0.01"), most=Decimal(7)),
                Text("hours", _("tider")),
                body("body", _("vem som erbjuder det")),
                PERIOD,
                SOURCE,
            ),
        ),
        INVENTED,
        SOURCE,
    ),
    called=lambda values: values[:1],
    title=_own_name,
    tables={"services": Table(initiatives.Service, "venue")},
)
INITIATIVES = Kind(
    section="initiatives",
    show=initiatives.show_initiatives,
    model=initiatives.Initiative,
    label=_("insatser"),
    fields=(
        Text("title", _("namn"), is_required=True),
        Choice("kind", _("slag"), is_required=True, choices=initiatives.InitiativeKind),
        Choice("phase", _("fas"), choices=initiatives.Phase),
        long_text("what", _("vad som görs")),
        long_text("purpose", _("syfte")),
        PERIOD,
        year("begun_year", _("året som den började, när dagen inte är känd")),
        Words("prevention", _("vilka den förebygger för"), choices=initiatives.Prevention),
        Choice("scope", _("nivå"), choices=initiatives.Scope),
        Reference("method", _("metoden"), section="methods"),
        long_text("target_group", _("målgrupp")),
        Number("age_from", _("lägsta ålder"), most=forums.OLDEST, empty=None),
        Number("age_to", _("högsta ålder"), most=forums.OLDEST, empty=None),
        Words("grades", _("årskurser"), choices=initiatives.Grade),
        Words("school_forms", _("skolformer"), choices=forums.SchoolForm),
        Choice("sex", _("kön"), choices=initiatives.Sex),
        Number(
            "meant_for", _("hur många den är menad för"), least=1, most=_MOST_PEOPLE, empty=None
        ),
        long_text("comparison", _("vad effekten jämförs med")),
        Flag(
            "no_means",
            _("att inga särskilda pengar eller tjänster behövs"),
            column="has_no_means",
        ),
        Words("focus_areas", _("fokusområden")),
        Reference("venue", _("platsen"), section="venues"),
        *OWNERS,
        Reference("predecessor", _("insatsen före den"), section="initiatives"),
        Parts(
            "responsible",
            _("nämnder som ansvarar"),
            fields=(
                body("body", _("nämnden"), is_required=True),
                long_text("answers_for", _("vad den svarar för")),
                Amount("share_percent", _("andel av kostnaden, procent"), most=Decimal(100)),
                PERIOD,
                SOURCE,
            ),
        ),
        Parts(
            "funding",
            _("pengar"),
            fields=(
                Text("origin", _("varifrån"), is_required=True),
                body("body", _("organet som betalar")),
                year("year", _("år")),
                Amount("amount", _("belopp i kronor")),
                Flag("earmarked", _("öronmärkta"), column="is_earmarked"),
                Text("decision", _("beslut")),
                _MATTER,
                SOURCE,
            ),
        ),
        Parts(
            "staffing",
            _("tjänster"),
            fields=(
                Text("profession", _("yrke eller roll"), is_required=True),
                function("position", _("funktionen")),
                body("body", _("vem som anställer")),
                Amount("posts", _("antal heltidstjänster"), least=Decimal("0.01")),
                PERIOD,
                SOURCE,
            ),
        ),
        Parts(
            "partners",
            _("de som deltar utan att ansvara"),
            fields=(
                body("body", _("vem"), is_required=True),
                long_text("does", _("vad den gör")),
                PERIOD,
                SOURCE,
            ),
        ),
        Parts(
            "areas",
            _("delar av kommunen"),
            fields=(Reference("area", _("området"), section="areas", is_required=True),),
        ),
        Parts(
            "belongings",
            _("avtal, styrdokument, forum och uppdrag som den hör till"),
            fields=(
                Reference("agreement", _("avtalet"), section="agreements"),
                document("document", _("styrdokumentet")),
                Reference("forum", _("forumet"), section="forums"),
                Reference("assignment", _("uppdraget"), section="assignments"),
                Text("how", _("på vilket sätt")),
            ),
        ),
        Ordered(
            "moves",
            _("hur den kom till sin fas"),
            fields=(
                Ordinal(),
                Choice("phase", _("fas"), is_required=True, choices=initiatives.Phase),
                Day("moved_on", _("när"), is_required=True),
                function("by", _("funktionen som bestämde det")),
                long_text("why", _("varför")),
                Words("lacked", _("vad fasen kräver som saknades då"), choices=initiatives.Demand),
            ),
        ),
        Parts(
            "evaluations",
            _("uppföljningar"),
            fields=(
                Choice("kind", _("slag"), is_required=True, choices=initiatives.EvaluationKind),
                Text("form", _("form")),
                Day("due_on", _("när den ska vara gjord")),
                function("owner", _("funktionen som gör den")),
                Day("done_on", _("när den gjordes")),
                year("done_year", _("året då den gjordes, när dagen inte är känd")),
                long_text("result", _("vad den visade")),
                long_text("meant", _("vad som var tänkt")),
                long_text("happened", _("vad som hände")),
                long_text("next_time", _("vad som görs nästa gång")),
                long_text("lessons", _("vad man har lärt sig")),
                document("report", _("rapporten")),
                Reference("activity", _("aktiviteten den handlar om"), section="activities"),
                SOURCE,
            ),
        ),
        Parts(
            "decisions",
            _("vad som har bestämts om den"),
            fields=(
                Choice("course", _("vad"), is_required=True, choices=initiatives.Course),
                Day("decided_on", _("när det bestämdes")),
                year("decided_year", _("året då det bestämdes, när dagen inte är känd")),
                Day("from_on", _("från vilken dag")),
                Day("until_on", _("till vilken dag, som inte är med")),
                body("body", _("organet som bestämde")),
                Reference("forum", _("forumet som bestämde"), section="forums"),
                _MATTER,
                long_text("why", _("varför"), is_required=True),
                body("budget_owner", _("vem som betalar därefter")),
                long_text("then", _("vad som följs upp därefter")),
                SOURCE,
            ),
        ),
        Parts(
            "visits",
            _("planerade besök per termin"),
            fields=(
                body("unit", _("skolan")),
                Words("grades", _("årskurser"), choices=initiatives.Grade),
                year("year", _("år")),
                Choice("term", _("termin"), choices=initiatives.HalfYear),
                Number(
                    "classes",
                    _("antal klasser"),
                    least=1,
                    most=_MOST_CLASSES,
                    empty=None,
                    is_required=True,
                ),
                Flag("about", _("ungefär"), column="is_about"),
                Text("by", _("av vilka")),
                SOURCE,
            ),
        ),
        Parts(
            "shifts",
            _("vuxennärvaro"),
            fields=(
                Text("place", _("var"), is_required=True),
                Number(
                    "weekday",
                    _("veckodag, 1 är måndag"),
                    least=1,
                    most=7,
                    empty=None,
                    is_required=True,
                ),
                Clock("from", _("från klockan"), column="from_at"),
                Clock("until", _("till klockan"), column="until_at"),
                body("body", _("vem som är där")),
                PERIOD,
                SOURCE,
            ),
        ),
        INVENTED,
        SOURCE,
    ),
    check=checking_initiatives.initiatives,
    called=lambda values: values[:1],
    title=title_of,
    tables={
        "responsible": Table(initiatives.Responsibility, "initiative"),
        "funding": Table(initiatives.Funding, "initiative"),
        "staffing": Table(initiatives.Staffing, "initiative"),
        "partners": Table(initiatives.Partner, "initiative"),
        "areas": Table(initiatives.InitiativeArea, "initiative"),
        "belongings": Table(initiatives.Belonging, "initiative"),
        "moves": Table(initiatives.PhaseMove, "initiative"),
        "evaluations": Table(initiatives.Evaluation, "initiative"),
        "visits": Table(initiatives.VisitPlan, "initiative"),
        "shifts": Table(initiatives.Shift, "initiative"),
        "decisions": Table(initiatives.InitiativeDecision, "initiative"),
    },
)

declare(METHODS, VENUES, INITIATIVES)
