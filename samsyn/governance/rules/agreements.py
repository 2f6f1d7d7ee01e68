"""Who may do what with an agreement."""

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Action, Municipality
from samsyn.governance.models import Agreement, Clause, Edition, Limit, Party, Settlement
from samsyn.governance.rules.grounds import by_owners
from samsyn.organisation.api import anyone, holds, keepers

READ_AGREEMENTS = Action(
    name="governance.read_agreements",
    model=Municipality,
    label=_("se avtalen"),
    permitted=(anyone,),
)
READ_AGREEMENT = Action(
    name="governance.read_agreement", model=Agreement, label=_("se avtalet"), permitted=(anyone,)
)
READ_EDITION = Action(
    name="governance.read_edition", model=Edition, label=_("hämta filen"), permitted=(anyone,)
)
CREATE_AGREEMENT = Action(
    name="governance.create_agreement",
    model=Municipality,
    label=_("lägga till avtal"),
    permitted=(keepers,),
    seen_by=READ_AGREEMENTS,
)

_of_agreement = by_owners(Agreement, seen_by=READ_AGREEMENT)
DESCRIBE_AGREEMENT = _of_agreement("describe_agreement", _("ändra avtalet"))
ACTIVATE_AGREEMENT = _of_agreement("activate_agreement", _("aktivera avtalet"))
END_AGREEMENT = _of_agreement("end_agreement", _("avsluta avtalet"))
ADD_PARTY = _of_agreement("add_party", _("lägga till parter"))
ADD_CLAUSE = _of_agreement("add_clause", _("lägga till åtaganden"))
ADD_LIMIT = _of_agreement("add_limit", _("lägga till gränser"))
SETTLE = _of_agreement("settle", _("skriva in avräkningar"))
ADD_AGREEMENT_FILE = _of_agreement("add_agreement_file", _("lägga till avtalets fil"))
REMARK_ON_AGREEMENT = _of_agreement("remark_on_agreement", _("anteckna brister i avtalet"))
CITE_AGREEMENT = _of_agreement("cite_agreement", _("ange källor och lagar för avtalet"))

CHANGE_PARTY = by_owners(Party, "agreement__")("change_party", _("ändra parten"))
CHANGE_CLAUSE = by_owners(Clause, "agreement__")("change_clause", _("ändra åtagandet"))
REVIEW_CLAUSE = by_owners(Clause, "agreement__")(
    "review_clause", _("skriva hur det går med åtagandet"), holds("owner_id")
)
CHANGE_LIMIT = by_owners(Limit, "agreement__")("change_limit", _("ändra gränsen"))
CHANGE_SETTLEMENT = by_owners(Settlement, "agreement__")(
    "change_settlement", _("ändra avräkningen")
)
