"""What the file holds of the annual cycle: what recurs, on what ground, and when it was done."""

from django.utils.translation import gettext_lazy as _

from samsyn.exchange import checking_declined, checking_governance
from samsyn.exchange.fields import Choice, Day, Number, Parts, Reference, Text
from samsyn.exchange.kinds import Kind, Table, declare
from samsyn.exchange.kinds.forums import INVENTED, long_text
from samsyn.exchange.kinds.governance import MOST_MONTHS, OWNERS, document, title_of
from samsyn.exchange.kinds.organisation import PERIOD
from samsyn.exchange.kinds.sources import SOURCE
from samsyn.governance import api as governance

DUTIES = Kind(
    section="duties",
    show=governance.show_duties,
    model=governance.Duty,
    label=_("årshjulet"),
    fields=(
        Text("title", _("vad"), is_required=True),
        Choice("kind", _("slag"), is_required=True, choices=governance.DutyKind),
        long_text("what", _("vad som ska göras")),
        long_text("agenda", _("vad ett möte måste ta upp, en punkt på varje rad")),
        *OWNERS,
        Choice("recurs", _("hur det återkommer"), is_required=True, choices=governance.Recurs),
        Number("every", _("år eller månader emellan"), least=1, most=MOST_MONTHS, empty=1),
        Number("by_month", _("senast, månad"), least=1, most=12, empty=None),
        Number("by_day", _("senast, dag"), least=1, most=31, empty=None),
        Number("week", _("vecka"), least=1, most=53, empty=None),
        Day("counts_from", _("dagen som det räknas från")),
        Number("days_ahead", _("dagar före som det sägs till"), most=366, empty=30),
        PERIOD,
        Reference("law", _("lagen det vilar på"), section="laws"),
        Text("place", _("ställe i lagen")),
        Reference("agreement", _("avtalet det vilar på"), section="agreements"),
        document("document", _("styrdokumentet det vilar på")),
        Text("basis", _("vad det annars vilar på")),
        Parts(
            "done",
            _("gånger som det har gjorts"),
            fields=(
                Day("due_on", _("när det skulle vara gjort"), is_required=True),
                Day("done_on", _("när det gjordes"), is_required=True),
                long_text("result", _("vad det blev av det")),
                document("document", _("styrdokumentet som visar det")),
                Reference("meeting", _("mötet som visar det"), section="meetings"),
                SOURCE,
            ),
        ),
        INVENTED,
        SOURCE,
    ),
    check=checking_governance.duties,
    called=lambda values: values[:1],
    title=title_of,
    tables={"done": Table(governance.DutyDone, "duty")},
)

DECLINED = Kind(
    section="declined_duties",
    show=governance.show_nothing,
    model=governance.DeclinedDuty,
    label=_("det vanliga i ett årshjul som inte gäller kommunen"),
    key="",
    known_by=("usual", "declined_on"),
    order=("usual", "declined_on"),
    fields=(
        Text("usual", _("vad, med bibliotekets nyckel"), is_required=True),
        long_text("why", _("varför det inte gäller"), is_required=True),
        Day("declined_on", _("när någon sade det"), is_required=True),
        Day("taken_back_on", _("när det togs tillbaka")),
    ),
    check=checking_declined.declined_duties,
)

declare(DUTIES, DECLINED)
