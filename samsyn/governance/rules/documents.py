"""Who may do what with a governing document."""

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Action, Municipality
from samsyn.governance.models import CitedLaw, Concern, GoverningDocument, Remark
from samsyn.governance.rules.grounds import by_owners, owners
from samsyn.organisation.api import anyone, keepers

READ_DOCUMENTS = Action(
    name="governance.read_documents",
    model=Municipality,
    label=_("se styrdokumenten"),
    permitted=(anyone,),
)
READ_DOCUMENT = Action(
    name="governance.read_document",
    model=GoverningDocument,
    label=_("se styrdokumentet"),
    permitted=(anyone,),
)
CREATE_DOCUMENT = Action(
    name="governance.create_document",
    model=Municipality,
    label=_("lägga till styrdokument"),
    permitted=(keepers,),
    seen_by=READ_DOCUMENTS,
)

_of_document = by_owners(GoverningDocument, seen_by=READ_DOCUMENT)
DESCRIBE_DOCUMENT = _of_document("describe_document", _("ändra styrdokumentet"))
REPLACE_DOCUMENT = _of_document("replace_document", _("ersätta styrdokumentet"))
END_DOCUMENT = _of_document("end_document", _("låta styrdokumentet sluta gälla"))
REVIEW_DOCUMENT = _of_document("review_document", _("skriva att styrdokumentet har setts över"))
ADD_DOCUMENT_FILE = _of_document("add_document_file", _("lägga till styrdokumentets fil"))
SAY_WHAT_IT_CONCERNS = _of_document("say_what_it_concerns", _("ange forum och roller"))
RECORD_TRAINING = _of_document("record_training", _("skriva in utbildningar"))
RECORD_DIALOGUE = _of_document("record_dialogue", _("skriva in dialoger"))
REMARK_ON_DOCUMENT = _of_document("remark_on_document", _("anteckna brister i styrdokumentet"))
CITE_DOCUMENT = _of_document("cite_document", _("ange källor och lagar för styrdokumentet"))

MEND_REMARK = Action(
    name="governance.mend_remark",
    model=Remark,
    label=_("skriva hur bristen är åtgärdad"),
    permitted=(*owners("agreement__"), *owners("document__")[1:]),
)
TAKE_BACK_CONCERN = by_owners(Concern, "document__")(
    "take_back_concern", _("ta bort vad styrdokumentet handlar om")
)
TAKE_BACK_LAW = Action(
    name="governance.take_back_law",
    model=CitedLaw,
    label=_("ta bort lagar som något vilar på"),
    permitted=(*owners("agreement__"), *owners("document__")[1:]),
)
