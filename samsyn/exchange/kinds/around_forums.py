"""What the file holds around the forums: when the schools teach, and what is not the same."""

from django.db.models.functions import Greatest, Least
from django.utils.translation import gettext_lazy as _

from samsyn.exchange import checking_forums
from samsyn.exchange.fields import Day, Days, Pair, Parts, Text
from samsyn.exchange.kinds import Kind, Table, declare
from samsyn.exchange.kinds.forums import long_text
from samsyn.forums import api as forums

SCHOOL_TERMS = Kind(
    section="school_terms",
    show=forums.show_nothing,
    model=forums.SchoolTerm,
    label=_("läsårstider"),
    key="name",
    key_pattern=r"\S([^\n\r]{0,198}\S)?",
    fields=(
        Days("period", _("första och sista dag"), is_required=True, is_closed=True),
        Parts(
            "breaks",
            _("lov och andra dagar utan undervisning"),
            fields=(
                Text("name", _("namn"), is_required=True),
                Days("period", _("första och sista dag"), is_required=True, is_closed=True),
            ),
        ),
    ),
    check=checking_forums.school_terms,
    tables={"breaks": Table(forums.SchoolBreak, "term")},
)

APART = Kind(
    section="apart",
    show=forums.show_nothing,
    model=forums.Apart,
    label=_("forum som inte är samma sak"),
    key="",
    known_by=("forums",),
    # As they stand in the file: the columns hold them in an order that no other database has.
    order=(Least("forum__key", "other__key"), Greatest("forum__key", "other__key")),
    fields=(
        Pair(
            "forums",
            _("två forum"),
            section="forums",
            columns_of=("forum", "other"),
            is_required=True,
        ),
        long_text("why", _("varför de inte är samma sak"), is_required=True),
        Day("looked_on", _("när någon tittade"), is_required=True),
    ),
)

declare(SCHOOL_TERMS, APART)
