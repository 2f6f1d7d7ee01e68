"""What the file holds of agreements, decisions, governing documents and laws; but not the files."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from samsyn.exchange import checking_governance
from samsyn.exchange.fields import (
    Amount,
    Choice,
    Day,
    Flag,
    Matching,
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
from samsyn.exchange.kinds.organisation import PERIOD
from samsyn.exchange.kinds.sources import SOURCE
from samsyn.forums import api as forums
from samsyn.governance import api as governance

MOST_MONTHS, _MOST_PARTICIPANTS, _MOST_STEPS = 120, 100_000, 1_000


def _body(name: str, label: Any, **more: Any) -> Reference:
    return Reference(name, label, section="bodies", **more)


def document(name: str, label: Any, **more: Any) -> Reference:
    return Reference(name, label, section="governing_documents", **more)


REGISTRY_NUMBER = Matching(
    "registry_number",
    _("diarienummer"),
    pattern=governance.REGISTRY_NUMBER,
    example="2025.355 BUN",
)
LEVEL = Choice("level", _("nivå"), choices=forums.Level)
AREAS = _("områden")
OWNERS = (
    function("owner", _("funktionen som äger det")),
    Reference("owner_forum", _("gruppen som äger det"), section="forums"),
)
LAWS = Parts(
    "laws",
    _("lagar som det vilar på"),
    fields=(
        Reference("law", _("lagen"), section="laws", is_required=True),
        Text("place", _("ställe i lagen, som 6 kap. 38 §")),
    ),
)
REMARKS = Parts(
    "remarks",
    _("vad som saknas eller är oklart"),
    fields=(
        long_text("text", _("vad som saknas"), is_required=True),
        Day("noted_on", _("när det antecknades")),
        Day("mended_on", _("när det åtgärdades")),
        long_text("how", _("hur det åtgärdades")),
        SOURCE,
    ),
)


def title_of(said: Any, _name: Name) -> str:
    return str(said["title"])


LAW_KIND = Kind(
    section="laws",
    show=governance.show_laws,
    model=governance.Law,
    label=_("lagar"),
    fields=(
        Text("short_name", _("kort namn"), is_required=True),
        Text("title", _("hela namnet"), is_required=True),
        Text("number", _("nummer, som 2017:725; en konvention har inget")),
        Choice("kind", _("slag av författning"), is_required=True, choices=governance.LawKind),
        PERIOD,
        Reference("replaced_by", _("lagen som ersatte den"), section="laws"),
        SecureAddress("url", _("adress på webben")),
        Day("verified_on", _("när någon kontrollerade den i källan")),
        long_text("note", _("vad som är osäkert")),
        Words("misprints", _("nummer som den felaktigt har fått")),
        Ordered(
            "provisions",
            _("ställen i lagen"),
            fields=(
                Ordinal(),
                Text("place", _("ställe, som 6 kap. 38 §"), is_required=True),
                long_text("says", _("vad det säger, i korthet")),
                Day("verified_on", _("när någon kontrollerade det i källan")),
            ),
        ),
        SOURCE,
    ),
    check=checking_governance.laws,
    called=lambda values: filter(None, values[2:3]),
    title=title_of,
    tables={"provisions": Table(governance.Provision, "law")},
)
DOCUMENTS = Kind(
    section="governing_documents",
    show=governance.show_documents,
    model=governance.GoverningDocument,
    label=_("styrdokument"),
    fields=(
        Text("title", _("titel"), is_required=True),
        Choice("kind", _("slag"), is_required=True, choices=governance.DocumentKind),
        LEVEL,
        _body("deciding_body", _("organet som beslutade det")),
        Reference("deciding_forum", _("eller forumet som godkände det"), section="forums"),
        Day("decided_on", _("när det beslutades")),
        Text("paragraph", _("paragraf, som § 33")),
        REGISTRY_NUMBER,
        PERIOD,
        Flag("ended_for_good", _("slutade gälla för gott"), column="has_ended_for_good"),
        Text("applies_to", _("vad det gäller för")),
        *OWNERS,
        _body("responsible", _("ansvarig förvaltning")),
        document("replaces", _("dokumentet som det ersatte")),
        Day("review_on", _("när det ses över nästa gång")),
        Number(
            "review_months",
            _("månader mellan översynerna"),
            least=1,
            most=MOST_MONTHS,
            empty=None,
        ),
        Text("required_by", _("vad som kräver att det finns")),
        Choice(
            "publication",
            _("vem som får läsa det"),
            choices=governance.Publication,
            empty=governance.Publication.INTERNAL.value,
        ),
        SecureAddress("url", _("adress på webben")),
        long_text("distribution", _("vilka det har skickats till")),
        Words("focus_areas", AREAS),
        Parts(
            "concerns",
            _("forum och funktioner som det gäller"),
            fields=(
                Reference("forum", _("forumet"), section="forums"),
                function("position", _("funktionen")),
            ),
        ),
        Parts(
            "trainings",
            _("utbildningar i det"),
            fields=(
                Day("given_on", _("när"), is_required=True),
                Text("to_whom", _("för vilka"), is_required=True),
                function("position", _("funktionen som den var för")),
                Number("count", _("hur många"), least=1, most=_MOST_PARTICIPANTS, empty=None),
                long_text("what", _("om vad")),
                SOURCE,
            ),
        ),
        Parts(
            "dialogues",
            _("dialoger som det berättar om"),
            fields=(
                Day("held_on", _("när")),
                Text("with_whom", _("med vilka"), is_required=True),
                Number("count", _("hur många"), least=1, most=_MOST_PARTICIPANTS, empty=None),
                long_text("said", _("vad som sades")),
                SOURCE,
            ),
        ),
        LAWS,
        REMARKS,
        INVENTED,
        SOURCE,
    ),
    check=checking_governance.documents,
    called=lambda values: values[:1],
    title=title_of,
    tables={
        "concerns": Table(governance.Concern, "document"),
        "trainings": Table(governance.Training, "document"),
        "dialogues": Table(governance.Dialogue, "document"),
        "laws": Table(governance.CitedLaw, "document"),
        "remarks": Table(governance.Remark, "document"),
    },
)
AGREEMENTS = Kind(
    section="agreements",
    show=governance.show_agreements,
    model=governance.Agreement,
    label=_("avtal"),
    fields=(
        Text("title", _("titel"), is_required=True),
        Choice("kind", _("slag av avtal"), is_required=True, choices=governance.AgreementKind),
        LEVEL,
        REGISTRY_NUMBER,
        PERIOD,
        Choice("renewal", _("hur det förlängs"), choices=governance.Renewal),
        Number("notice_months", _("månaders uppsägningstid"), most=60, empty=None),
        Reference("predecessor", _("avtalet före det"), section="agreements"),
        Reference("details", _("överordnat avtal"), section="agreements"),
        long_text("purpose", _("syfte")),
        Words("areas", AREAS),
        long_text("responsibilities", _("ansvar")),
        Parts(
            "parties",
            _("parter"),
            fields=(
                _body("body", _("parten"), is_required=True),
                long_text("answers_for", _("vad den ansvarar för")),
                Amount("share_percent", _("andel av kostnaden, procent"), most=Decimal(100)),
                SOURCE,
            ),
        ),
        Ordered(
            "clauses",
            _("åtaganden"),
            fields=(
                Ordinal(),
                Choice(
                    "block",
                    _("slag av innehåll"),
                    choices=governance.Block,
                    empty=governance.Block.OTHER.value,
                ),
                long_text("text", _("vad som är överenskommet"), is_required=True),
                function("owner", _("funktionen som svarar för det")),
                long_text("evidence", _("vad som visar att det görs")),
                document("evidence_document", _("styrdokumentet som visar det")),
                Reference("evidence_meeting", _("mötet som visar det"), section="meetings"),
                Day("reviewed_on", _("när det senast gicks igenom")),
                SOURCE,
            ),
        ),
        Parts(
            "limits",
            _("gränser: inom hur lång tid, eller senast vilken dag på året"),
            fields=(
                Text("what", _("vad"), is_required=True),
                Number("amount", _("antal"), least=1, most=999, empty=None),
                Choice("unit", _("enhet"), choices=governance.LimitUnit),
                Number("by_month", _("senast, månad"), least=1, most=12, empty=None),
                Number("by_day", _("senast, dag"), least=1, most=31, empty=None),
                SOURCE,
            ),
        ),
        long_text("cost_sharing", _("hur kostnaderna delas")),
        Parts(
            "settlements",
            _("avräkningar"),
            fields=(
                _body("body", _("parten"), is_required=True),
                Number("year", _("år"), least=1900, most=2200, empty=None, is_required=True),
                Amount("amount", _("belopp i kronor"), least=Decimal(-(10**9)), is_required=True),
                Day("settled_on", _("när den gjordes")),
                Text("note", _("anmärkning")),
            ),
        ),
        long_text("follow_up", _("hur det följs upp")),
        Day("follow_up_on", _("när det följs upp nästa gång")),
        function("follow_up_owner", _("funktionen som följer upp det")),
        *OWNERS,
        Day("activated_on", _("när det aktiverades")),
        SecureAddress("url", _("adress på webben")),
        LAWS,
        REMARKS,
        INVENTED,
        SOURCE,
    ),
    check=checking_governance.agreements,
    called=lambda values: values[:1],
    title=title_of,
    tables={
        "parties": Table(governance.Party, "agreement"),
        "clauses": Table(governance.Clause, "agreement"),
        "limits": Table(governance.Limit, "agreement"),
        "settlements": Table(governance.Settlement, "agreement"),
        "laws": Table(governance.CitedLaw, "agreement"),
        "remarks": Table(governance.Remark, "agreement"),
    },
)
MATTERS = Kind(
    section="matters",
    show=governance.show_matters,
    model=governance.Matter,
    label=_("ärenden"),
    fields=(
        Text("title", _("rubrik"), is_required=True),
        REGISTRY_NUMBER,
        Text("category", _("ämne")),
        Reference("agreement", _("avtalet det gäller"), section="agreements"),
        document("document", _("styrdokumentet det gäller")),
        _body("written_by", _("vem som har skrivit tjänsteskrivelsen")),
        Day("written_on", _("dagen för tjänsteskrivelsen")),
        long_text("statement", _("yttrande")),
        long_text("alternatives", _("alternativ som har övervägts, och varför de valdes bort")),
        long_text("proposal", _("förslag till beslut")),
        INVENTED,
        SOURCE,
    ),
    check=checking_governance.matters,
    title=title_of,
)
STEPS = Kind(
    section="steps",
    show=governance.show_nothing,
    model=governance.Step,
    label=_("vad organen har gjort i ärendena"),
    key="",
    known_by=("matter", "number"),
    order=("matter__key", "ordinal"),
    fields=(
        Reference("matter", _("ärendet"), section="matters", is_required=True),
        Number(
            "number",
            _("ordning i ärendet"),
            column="ordinal",
            least=1,
            most=_MOST_STEPS,
            empty=None,
            is_required=True,
        ),
        _body("body", _("organet"), is_required=True),
        Choice(
            "kind",
            _("vad organet gör"),
            choices=governance.StepKind,
            empty=governance.StepKind.DECIDES.value,
        ),
        Text("named_as", _("vad skrivelsen kallar organet")),
        REGISTRY_NUMBER,
        Day("prepared_on", _("när det bereddes")),
        Day("decided_on", _("när det beslutades")),
        Text("paragraph", _("paragraf, som § 33")),
        Choice("outcome", _("utfall"), choices=governance.Outcome),
        long_text("text", _("vad som beslutades")),
        long_text("reservation", _("reservation")),
        Flag("signs", _("ska skrivas under"), column="is_to_sign"),
        function("to_sign", _("funktionen som ska skriva under")),
        Day("signed_on", _("när det skrevs under")),
        function("signer", _("funktionen som skrev under")),
        Text("signed_by", _("vem som skrev under")),
        Text("mandate", _("på vems uppdrag")),
        SecureAddress("url", _("adress på webben")),
        Parts(
            "expeditions",
            _("vart beslutet har skickats"),
            fields=(
                _body("body", _("organet"), column="to_body"),
                Text("to_whom", _("till vem")),
                Day("sent_on", _("när")),
                Day("received_on", _("när det kom fram")),
                SOURCE,
            ),
        ),
        SOURCE,
    ),
    check=checking_governance.steps,
    tables={"expeditions": Table(governance.Expedition, "step")},
)

declare(LAW_KIND, DOCUMENTS, AGREEMENTS, MATTERS, STEPS)
