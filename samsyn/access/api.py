"""What other contexts may use of accounts, roles and the policy."""

from samsyn.access import clock, prepared
from samsyn.access.actions import (
    NoAccountError,
    end_role,
    found_municipality,
    grant_role,
    let_sign_in,
    open_account,
    stop_sign_in,
)
from samsyn.access.ahead import write, writing_ahead
from samsyn.access.among import Among
from samsyn.access.bulk import delete_many, insert_many, update_many
from samsyn.access.domain import STOCKHOLM, Actor, Held
from samsyn.access.doors import CHOSEN, Request, command, page
from samsyn.access.editing import Edit
from samsyn.access.entry import enter, trace
from samsyn.access.invitations import first_sign_in_link, invite
from samsyn.access.keys import free_key
from samsyn.access.lines import matching, one_line_of_text, one_line_or_nothing
from samsyn.access.models import (
    Account,
    Assignment,
    Membership,
    Municipality,
    OwnedByMunicipality,
    Role,
)
from samsyn.access.queries import (
    account_of_person,
    assignments_of_person,
    grounds,
    permitted,
    permitted_in_municipality,
    person_of,
    person_of_account,
    roles_in_municipality,
    visible,
    within,
)
from samsyn.access.refusals import one_change
from samsyn.access.registers import Button, register_page, trace_export
from samsyn.access.rules import (
    ACTIONS,
    EVERY_ROLE,
    Action,
    Rule,
    has_role,
    has_role_everywhere,
    has_role_in_body,
    held_today,
)
from samsyn.access.sorting import SwedishKey
from samsyn.access.tenancy import acting_in, bind

__all__ = [
    "ACTIONS",
    "CHOSEN",
    "EVERY_ROLE",
    "STOCKHOLM",
    "Account",
    "Action",
    "Actor",
    "Among",
    "Assignment",
    "Button",
    "Edit",
    "Held",
    "Membership",
    "Municipality",
    "NoAccountError",
    "OwnedByMunicipality",
    "Request",
    "Role",
    "Rule",
    "SwedishKey",
    "account_of_person",
    "acting_in",
    "assignments_of_person",
    "bind",
    "clock",
    "command",
    "delete_many",
    "end_role",
    "enter",
    "first_sign_in_link",
    "found_municipality",
    "free_key",
    "grant_role",
    "grounds",
    "has_role",
    "has_role_everywhere",
    "has_role_in_body",
    "held_today",
    "insert_many",
    "invite",
    "let_sign_in",
    "matching",
    "one_change",
    "one_line_of_text",
    "one_line_or_nothing",
    "open_account",
    "page",
    "permitted",
    "permitted_in_municipality",
    "person_of",
    "person_of_account",
    "prepared",
    "register_page",
    "roles_in_municipality",
    "stop_sign_in",
    "trace",
    "trace_export",
    "update_many",
    "visible",
    "within",
    "write",
    "writing_ahead",
]
