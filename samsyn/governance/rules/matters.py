"""Who may do what with a matter and with what each board does of it."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Action, Actor, Municipality, Role, Rule, has_role, within
from samsyn.governance.models import Agreement, Attachment, Expedition, Matter, Step
from samsyn.governance.rules.agreements import READ_AGREEMENT
from samsyn.governance.rules.grounds import secretaries
from samsyn.organisation.api import anyone, holds, keepers

# A board's own secretary prepares matters too.
_preparers = has_role(Role.COORDINATOR, Role.ADMINISTRATOR)


def _secretaries_of(matter: str) -> Rule:
    """Permit those who coordinate a body that takes the matter up; anyone's until some body does.

    The memo that two boards have before them is none of a third board's to change.
    """

    def condition(actor: Actor) -> Q:
        own = within(Step, actor).filter(secretaries("body_id").condition(actor))
        taken_up = within(Step, actor).values("matter_id")
        is_own = Q(**{f"{matter}__in": own.values("matter_id")})
        return (is_own | ~Q(**{f"{matter}__in": taken_up})) & _preparers.condition(actor)

    return Rule((Role.COORDINATOR,), condition, "in the body")


READ_MATTERS = Action(
    name="governance.read_matters",
    model=Municipality,
    label=_("se ärendena"),
    permitted=(anyone,),
)
READ_MATTER = Action(
    name="governance.read_matter", model=Matter, label=_("se ärendet"), permitted=(anyone,)
)
CREATE_MATTER = Action(
    name="governance.create_matter",
    model=Municipality,
    label=_("lägga till ärenden"),
    permitted=(_preparers,),
    seen_by=READ_MATTERS,
)
PREPARE_DECISION = Action(
    name="governance.prepare_decision",
    model=Agreement,
    label=_("förbereda beslut om avtalet"),
    permitted=(_preparers,),
    seen_by=READ_AGREEMENT,
)
DESCRIBE_MATTER = Action(
    name="governance.describe_matter",
    model=Matter,
    label=_("ändra tjänsteskrivelsen"),
    permitted=(keepers, _secretaries_of("pk")),
    seen_by=READ_MATTER,
)
ADD_STEP = Action(
    name="governance.add_step",
    model=Matter,
    label=_("lägga till nämnder i ärendet"),
    permitted=(keepers, _secretaries_of("pk")),
    seen_by=READ_MATTER,
)
ATTACH = Action(
    name="governance.attach",
    model=Matter,
    label=_("lägga till bilagor"),
    permitted=(keepers, _secretaries_of("pk")),
    seen_by=READ_MATTER,
)
CITE_MATTER = Action(
    name="governance.cite_matter",
    model=Matter,
    label=_("ange källor för ärendet"),
    permitted=(keepers, _secretaries_of("pk")),
    seen_by=READ_MATTER,
)
DETACH = Action(
    name="governance.detach",
    model=Attachment,
    label=_("ta bort bilagor"),
    permitted=(keepers, _secretaries_of("matter_id")),
)
REMOVE_STEP = Action(
    name="governance.remove_step",
    model=Step,
    label=_("ta bort nämnder ur ärendet"),
    permitted=(keepers, _secretaries_of("matter_id")),
)
RECORD_DECISION = Action(
    name="governance.record_decision",
    model=Step,
    label=_("skriva in nämndens beslut"),
    permitted=(keepers, secretaries("body_id")),
)
NAME_SIGNER = Action(
    name="governance.name_signer",
    model=Step,
    label=_("ange vem som ska skriva under"),
    permitted=(keepers, secretaries("body_id")),
)
RECORD_SIGNATURE = Action(
    name="governance.record_signature",
    model=Step,
    label=_("skriva in underskriften"),
    permitted=(keepers, secretaries("body_id"), holds("to_sign_id")),
)
SEND_DECISION = Action(
    name="governance.send_decision",
    model=Step,
    label=_("expediera beslutet"),
    permitted=(keepers, secretaries("body_id")),
)
RECORD_RECEIPT = Action(
    name="governance.record_receipt",
    model=Expedition,
    label=_("skriva in att beslutet kom fram"),
    permitted=(keepers, secretaries("step__body_id"), secretaries("to_body_id")),
)
