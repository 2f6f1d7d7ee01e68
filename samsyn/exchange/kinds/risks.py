"""What the file holds of risks, of what audits recommend, and of consultation rounds."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from samsyn.exchange import checking_risks
from samsyn.exchange.fields import Choice, Day, Number, Parts, Reference, Text
from samsyn.exchange.kinds import Kind, Name, Table, declare
from samsyn.exchange.kinds.forums import INVENTED, function, long_text
from samsyn.exchange.kinds.sources import SOURCE
from samsyn.governance import api as governance

_HIGHEST = 4
_OWNER = function("owner", _("funktionen som äger det"))


def _body(name: str, label: Any, **more: Any) -> Reference:
    return Reference(name, label, section="bodies", **more)


def _document(name: str, label: Any, **more: Any) -> Reference:
    return Reference(name, label, section="governing_documents", **more)


def _number(name: str, label: Any) -> Number:
    return Number(name, label, least=1, most=_HIGHEST, empty=None, is_required=True)


def _title(said: Any, _name: Name) -> str:
    return str(said["title"])


def _text(said: Any, _name: Name) -> str:
    return f"{said['number']} {said['text']}".strip()


RISKS = Kind(
    section="risks",
    show=governance.show_risks,
    model=governance.Risk,
    label=_("risker, hinder och förbättringsförslag"),
    fields=(
        Text("title", _("vad"), is_required=True),
        Choice("kind", _("slag"), is_required=True, choices=governance.RiskKind),
        long_text("text", _("beskrivning")),
        Text("category", _("ämne, med egna ord")),
        _OWNER,
        _body("towards_body", _("organet som det riktas till")),
        Reference("towards_agreement", _("avtalet som det riktas till"), section="agreements"),
        Day("found_on", _("när det upptäcktes"), is_required=True),
        long_text("action", _("vad som görs åt det")),
        Day("due_on", _("när det ska vara klart")),
        Parts(
            "judgements",
            _("bedömningar av en risk"),
            fields=(
                Day("judged_on", _("när"), is_required=True),
                _number("likelihood", _("sannolikhet, 1 till 4")),
                _number("consequence", _("konsekvens, 1 till 4")),
                long_text("why", _("varför"), is_required=True),
            ),
        ),
        Day("closed_on", _("när det avslutades")),
        long_text("outcome", _("vad det blev av det")),
        INVENTED,
        SOURCE,
    ),
    check=checking_risks.risks,
    called=lambda values: values[:1],
    title=_title,
    tables={"judgements": Table(governance.Judgement, "risk")},
)
RECOMMENDATIONS = Kind(
    section="recommendations",
    show=governance.show_recommendations,
    model=governance.Recommendation,
    label=_("rekommendationer från granskningar"),
    fields=(
        _document("audit", _("granskningen, bland styrdokumenten")),
        Reference("record", _("granskningen, bland källorna"), section="documents"),
        Text("number", _("nummer")),
        long_text("text", _("vad som rekommenderas"), is_required=True),
        _body("body", _("organet som det rekommenderas"), is_required=True),
        Day("given_on", _("när den gavs"), is_required=True),
        Day("answered_on", _("när organet svarade")),
        long_text("answer", _("vad organet svarade")),
        long_text("action", _("vad som görs")),
        _OWNER,
        Day("due_on", _("när det ska vara klart")),
        long_text("evidence", _("vad som visar att det är gjort")),
        _document("evidence_document", _("styrdokumentet som visar det")),
        Reference("evidence_meeting", _("mötet som visar det"), section="meetings"),
        Day("closed_on", _("när den avslutades")),
        Choice("closed_as", _("hur den avslutades"), choices=governance.Fulfilment),
        function("closed_by", _("funktionen som avslutade den")),
        long_text("result", _("vad som är gjort, eller varför den är avvisad")),
        INVENTED,
        SOURCE,
    ),
    check=checking_risks.recommendations,
    title=_text,
)
CONSULTATIONS = Kind(
    section="consultations",
    show=governance.show_consultations,
    model=governance.Consultation,
    label=_("remisser"),
    fields=(
        Text("title", _("rubrik"), is_required=True),
        long_text("question", _("vad som frågas"), is_required=True),
        long_text("text", _("texten som den gäller")),
        _document("document", _("styrdokumentet som den gäller")),
        Reference("forum", _("forumet som frågar"), section="forums"),
        Day("sent_on", _("när den skickades"), is_required=True),
        Day("answer_by", _("sista dag att yttra sig"), is_required=True),
        Parts(
            "statements",
            _("organ som frågas, och vad de säger"),
            fields=(
                _body("body", _("organet"), is_required=True),
                Day("stated_on", _("när det yttrade sig")),
                function("stated_by", _("funktionen som lämnade yttrandet")),
                long_text("text", _("yttrandet")),
                Choice("regard", _("hur det är tillgodosett"), choices=governance.Regard),
                long_text("because", _("därför att")),
                long_text("changed", _("vad som ändrades")),
            ),
        ),
        Day("compiled_on", _("när den sammanställdes")),
        long_text("summary", _("vad som ändrades av yttrandena")),
        INVENTED,
        SOURCE,
    ),
    check=checking_risks.consultations,
    called=lambda values: values[:1],
    title=_title,
    tables={"statements": Table(governance.Statement, "consultation")},
)

declare(RISKS, RECOMMENDATIONS, CONSULTATIONS)
