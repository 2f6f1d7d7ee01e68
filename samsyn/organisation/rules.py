"""Who may do what in the organisation."""

from functools import cache, partial

from django.db.models import BooleanField, Exists, F, Func, OuterRef, Q, Value
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import (
    EVERY_ROLE,
    Action,
    Actor,
    Assignment,
    Municipality,
    Role,
    Rule,
    has_role,
    has_role_everywhere,
    held_today,
)
from samsyn.organisation.models import (
    Appointment,
    Area,
    Body,
    BodyName,
    BoundaryFile,
    ContactPoint,
    Person,
    Position,
)


def has_role_in_or_above(*roles: Role, path: str) -> Rule:
    """Permit those who hold a role in the body at `path`, in one above it today, or everywhere."""

    def condition(actor: Actor) -> Q:
        above = Func(
            F("body_id"),
            Func(OuterRef(path), Value(actor.today), function="organisation_above"),
            template="(%(expressions)s))",
            arg_joiner=" = any (",
            output_field=BooleanField(),
        )
        within = Q(Exists(held_today(actor, *roles).filter(above)))
        in_a_body = Q(**{f"{path}__isnull": False})
        return in_a_body & has_role_everywhere(*roles).condition(actor) | within

    alone = partial(has_role_in_or_above, path=path)
    return Rule(roles, condition, "in the body and below it", alone)


@cache  # one rule for each path, so that actions with the same rules are asked for once
def _kept(path: str) -> Rule:
    return has_role_in_or_above(Role.COORDINATOR, Role.ADMINISTRATOR, path=path)


@cache
def _led(path: str) -> Rule:
    return has_role_in_or_above(Role.COORDINATOR, Role.ADMINISTRATOR, Role.DIRECTOR, path=path)


def _spans_several(path: str) -> Rule:
    return Rule((), lambda _actor: Q(**{f"{path}__isnull": True}), "in a body that spans several")


_ANYONE = has_role(*EVERY_ROLE)
_KEEPERS = has_role_everywhere(Role.COORDINATOR, Role.ADMINISTRATOR)
_ADMINISTRATOR = has_role_everywhere(Role.ADMINISTRATOR)
_SUPERVISORS = has_role_everywhere(Role.ADMINISTRATOR, Role.AUDITOR)
# What someone has sent is hers until she has decided: not even a colleague sees it.
_ANOTHERS = Rule((), lambda actor: ~Q(account_id=actor.account_key), "another's upload")
_SHARED = _spans_several("municipality_id")

READ_ORGANISATION = Action(
    name="organisation.read_organisation",
    model=Municipality,
    label=_("se organisationen"),
    permitted=(_ANYONE,),
)
READ_BODY = Action(
    name="organisation.read_body", model=Body, label=_("se organet"), permitted=(_ANYONE,)
)
READ_POSITION = Action(
    name="organisation.read_position",
    model=Position,
    label=_("se funktionen"),
    permitted=(_ANYONE,),
)
READ_PERSON = Action(
    name="organisation.read_person", model=Person, label=_("se personen"), permitted=(_ANYONE,)
)
READ_AREA = Action(
    name="organisation.read_area", model=Area, label=_("se området"), permitted=(_ANYONE,)
)
READ_NAME = Action(
    name="organisation.read_name", model=BodyName, label=_("se namnet"), permitted=(_ANYONE,)
)
READ_APPOINTMENT = Action(
    name="organisation.read_appointment",
    model=Appointment,
    label=_("se uppdraget"),
    permitted=(_ANYONE,),
)
READ_CONTACT = Action(
    name="organisation.read_contact",
    model=ContactPoint,
    label=_("se kontaktuppgiften"),
    permitted=(_ANYONE,),
)
READ_ROLE = Action(
    name="organisation.read_role",
    model=Assignment,
    label=_("se rollen"),
    permitted=(_SUPERVISORS,),
)

CREATE_BODY = Action(
    name="organisation.create_body",
    model=Municipality,
    label=_("lägga till organ"),
    permitted=(_KEEPERS,),
    seen_by=READ_ORGANISATION,
)
RENAME_BODY = Action(
    name="organisation.rename_body",
    model=Body,
    label=_("byta namn på organet"),
    permitted=(_kept("pk"),),
    never=(_SHARED,),
    seen_by=READ_BODY,
)
CORRECT_NAME = Action(
    name="organisation.correct_name",
    model=BodyName,
    label=_("rätta organets namn"),
    permitted=(_kept("body_id"),),
    never=(_SHARED,),
    seen_by=READ_NAME,
)
PLACE_BODY = Action(
    name="organisation.place_body",
    model=Body,
    label=_("flytta organet"),
    permitted=(_kept("pk"),),
    never=(_SHARED,),
    seen_by=READ_BODY,
)
DESCRIBE_BODY = Action(
    name="organisation.describe_body",
    model=Body,
    label=_("ändra uppgifter om organet"),
    permitted=(_kept("pk"),),
    never=(_SHARED,),
    seen_by=READ_BODY,
)
END_BODY = Action(
    name="organisation.end_body",
    model=Body,
    label=_("avsluta organet"),
    permitted=(_kept("pk"),),
    never=(_SHARED,),
    seen_by=READ_BODY,
)
CREATE_POSITION = Action(
    name="organisation.create_position",
    model=Body,
    label=_("lägga till funktioner"),
    permitted=(_led("pk"),),
    seen_by=READ_BODY,
)
DESCRIBE_POSITION = Action(
    name="organisation.describe_position",
    model=Position,
    label=_("ändra funktionen"),
    permitted=(_led("body_id"),),
    seen_by=READ_POSITION,
)
END_POSITION = Action(
    name="organisation.end_position",
    model=Position,
    label=_("avsluta funktionen"),
    permitted=(_led("body_id"),),
    seen_by=READ_POSITION,
)
APPOINT = Action(
    name="organisation.appoint",
    model=Position,
    label=_("utse innehavare"),
    permitted=(_led("body_id"),),
    seen_by=READ_POSITION,
)
CORRECT_APPOINTMENT = Action(
    name="organisation.correct_appointment",
    model=Appointment,
    label=_("rätta uppdraget"),
    permitted=(_led("position__body_id"),),
    seen_by=READ_APPOINTMENT,
)
END_APPOINTMENT = Action(
    name="organisation.end_appointment",
    model=Appointment,
    label=_("avsluta uppdraget"),
    permitted=(_led("position__body_id"),),
    seen_by=READ_APPOINTMENT,
)
CREATE_PERSON = Action(
    name="organisation.create_person",
    model=Municipality,
    label=_("lägga till personer"),
    permitted=(_KEEPERS, has_role(Role.DIRECTOR)),
    seen_by=READ_ORGANISATION,
)
CORRECT_PERSON = Action(
    name="organisation.correct_person",
    model=Person,
    label=_("rätta personens namn"),
    permitted=(_KEEPERS,),
    seen_by=READ_PERSON,
)
ADD_CONTACT_TO_BODY = Action(
    name="organisation.add_contact_to_body",
    model=Body,
    label=_("lägga till kontaktuppgifter"),
    permitted=(_led("pk"),),
    seen_by=READ_BODY,
)
ADD_CONTACT_TO_POSITION = Action(
    name="organisation.add_contact_to_position",
    model=Position,
    label=_("lägga till kontaktuppgifter"),
    permitted=(_led("body_id"),),
    seen_by=READ_POSITION,
)
ADD_CONTACT_TO_PERSON = Action(
    name="organisation.add_contact_to_person",
    model=Person,
    label=_("lägga till kontaktuppgifter"),
    permitted=(_KEEPERS,),
    seen_by=READ_PERSON,
)
REMOVE_CONTACT = Action(
    name="organisation.remove_contact",
    model=ContactPoint,
    label=_("ta bort kontaktuppgifter"),
    permitted=(_led("body_id"), _led("position__body_id"), _KEEPERS),
    seen_by=READ_CONTACT,
)
KEEP_TERMS = Action(
    name="organisation.keep_terms",
    model=Municipality,
    label=_("lägga till mandatperioder"),
    permitted=(_KEEPERS,),
    seen_by=READ_ORGANISATION,
)
CREATE_AREA = Action(
    name="organisation.create_area",
    model=Municipality,
    label=_("lägga till områden"),
    permitted=(_KEEPERS,),
    seen_by=READ_ORGANISATION,
)
DESCRIBE_AREA = Action(
    name="organisation.describe_area",
    model=Area,
    label=_("ändra området"),
    permitted=(_KEEPERS,),
    seen_by=READ_AREA,
)
SEND_BOUNDARIES = Action(
    name="organisation.send_boundaries",
    model=Municipality,
    label=_("ladda upp gränser för områden"),
    permitted=(_KEEPERS,),
    seen_by=READ_ORGANISATION,
)
READ_BOUNDARY_FILE = Action(
    name="organisation.read_boundary_file",
    model=BoundaryFile,
    label=_("se vilka områden en fil med gränser gäller"),
    permitted=(_KEEPERS,),
    never=(_ANOTHERS,),
)
DRAW_BOUNDARIES = Action(
    name="organisation.draw_boundaries",
    model=BoundaryFile,
    label=_("läsa in gränser för områden"),
    permitted=(_KEEPERS,),
    never=(_ANOTHERS,),
)
FORGET_BOUNDARY_FILE = Action(
    name="organisation.forget_boundary_file",
    model=BoundaryFile,
    label=_("kasta en uppladdad fil med gränser"),
    permitted=(_KEEPERS,),
    never=(_ANOTHERS,),
)
CITE_BODY = Action(
    name="organisation.cite_body",
    model=Body,
    label=_("ange källor för organet"),
    permitted=(_KEEPERS,),
    seen_by=READ_BODY,
)
CITE_POSITION = Action(
    name="organisation.cite_position",
    model=Position,
    label=_("ange källor för funktionen"),
    permitted=(_KEEPERS,),
    seen_by=READ_POSITION,
)
CITE_PERSON = Action(
    name="organisation.cite_person",
    model=Person,
    label=_("ange källor för personen"),
    permitted=(_KEEPERS,),
    seen_by=READ_PERSON,
)
CITE_AREA = Action(
    name="organisation.cite_area",
    model=Area,
    label=_("ange källor för området"),
    permitted=(_KEEPERS,),
    seen_by=READ_AREA,
)

READ_ACCOUNTS = Action(
    name="organisation.read_accounts",
    model=Municipality,
    label=_("se konton och roller"),
    permitted=(_SUPERVISORS,),
)
LET_SIGN_IN = Action(
    name="organisation.let_sign_in",
    model=Person,
    label=_("ge personen ett konto"),
    permitted=(_ADMINISTRATOR,),
    seen_by=READ_PERSON,
)
STOP_SIGN_IN = Action(
    name="organisation.stop_sign_in",
    model=Person,
    label=_("ta bort personens konto"),
    permitted=(_ADMINISTRATOR,),
    seen_by=READ_PERSON,
)
GRANT_ROLE = Action(
    name="organisation.grant_role",
    model=Person,
    label=_("ge personen en roll"),
    permitted=(_ADMINISTRATOR,),
    seen_by=READ_PERSON,
)
END_ROLE = Action(
    name="organisation.end_role",
    model=Assignment,
    label=_("avsluta rollen"),
    permitted=(_ADMINISTRATOR,),
    seen_by=READ_ROLE,
)
READ_TRAIL = Action(
    name="organisation.read_trail",
    model=Municipality,
    label=_("läsa spårbarhetsloggen"),
    permitted=(_SUPERVISORS,),
)
