"""What the file holds around the forums.

When the schools teach, which forums are not the same, and what is handed over with a function.
"""

from django.db.models.functions import Greatest, Least
from django.utils.translation import gettext_lazy as _

from samsyn.exchange import checking_forums
from samsyn.exchange.fields import (
    Day,
    Days,
    LastDay,
    Moment,
    Pair,
    Parts,
    Reference,
    Text,
)
from samsyn.exchange.kinds import Kind, Table, declare
from samsyn.exchange.kinds.forums import function, long_text
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

HAND_OVERS = Kind(
    section="hand_overs",
    show=forums.show_nothing,
    model=forums.HandOver,
    label=_("överlämningar"),
    key="",
    known_by=("last_day", "position", "leaver"),
    order=("position__key", "leaver__key", "left_on"),
    fields=(
        function("position", _("funktionen"), is_required=True),
        Reference("leaver", _("den som lämnar"), section="persons", is_required=True),
        LastDay("last_day", _("sista dag"), column="left_on", is_required=True),
        long_text("notes", _("det som bara den som lämnar vet")),
        Moment("begun", _("när den påbörjades"), column="begun_at", is_required=True),
        Reference("successor", _("den som har tagit emot"), section="persons"),
        Moment("accepted", _("när den togs emot"), column="accepted_at"),
    ),
    check=checking_forums.hand_overs,
)

declare(SCHOOL_TERMS, APART, HAND_OVERS)
