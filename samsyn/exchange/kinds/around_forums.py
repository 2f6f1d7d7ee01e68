"""What the file holds of what surrounds the forums: when the schools teach."""

from django.utils.translation import gettext_lazy as _

from samsyn.exchange import checking_forums
from samsyn.exchange.fields import Days, Parts, Text
from samsyn.exchange.kinds import Kind, Table, declare
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

declare(SCHOOL_TERMS)
