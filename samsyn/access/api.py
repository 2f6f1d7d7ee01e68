"""What other contexts may use of accounts, roles and the policy."""

from samsyn.access import clock, prepared, tries
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
from samsyn.access.arrays import array
from samsyn.access.bulk import check_references, delete_many, insert_many, update_many
from samsyn.access.confirming import CONFIRMED, has_confirmed
from samsyn.access.counting import count_anew
from samsyn.access.domain import STOCKHOLM, Actor, Held
from samsyn.access.doors import CHOSEN, Request, command, page
from samsyn.access.editing import Edit
from samsyn.access.entry import act_as, enter, trace
from samsyn.access.invitations import first_sign_in_link, invite
from samsyn.access.keys import free_key
from samsyn.access.lines import email_address, matching, one_line_of_text, one_line_or_nothing
from samsyn.access.link_doors import link_command, link_page
from samsyn.access.links import (
    LinkAlreadyRevokedError,
    MadeLink,
    Receiver,
    links_to,
    make_link,
    revoke_link,
)
from samsyn.access.models import (
    Account,
    Assignment,
    Membership,
    Municipality,
    OwnedByMunicipality,
    PersonalLink,
    Role,
)
from samsyn.access.papers import PAPER_ENDINGS, hand_out, paper_language
from samsyn.access.queries import (
    account_of_person,
    allowed,
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
    Purpose,
    Rule,
    has_link,
    has_role,
    has_role_everywhere,
    has_role_in_body,
    held_today,
)
from samsyn.access.sorting import SwedishKey
from samsyn.access.tenancy import acting_in, bind, municipality_ids, present
from samsyn.access.tokens import hashed, holds_token, new_token, without_tokens

__all__ = [
    "ACTIONS",
    "CHOSEN",
    "CONFIRMED",
    "EVERY_ROLE",
    "PAPER_ENDINGS",
    "STOCKHOLM",
    "Account",
    "Action",
    "Actor",
    "Among",
    "Assignment",
    "Button",
    "Edit",
    "Held",
    "LinkAlreadyRevokedError",
    "MadeLink",
    "Membership",
    "Municipality",
    "NoAccountError",
    "OwnedByMunicipality",
    "PersonalLink",
    "Purpose",
    "Receiver",
    "Request",
    "Role",
    "Rule",
    "SwedishKey",
    "account_of_person",
    "act_as",
    "acting_in",
    "allowed",
    "array",
    "assignments_of_person",
    "bind",
    "check_references",
    "clock",
    "command",
    "count_anew",
    "delete_many",
    "email_address",
    "end_role",
    "enter",
    "first_sign_in_link",
    "found_municipality",
    "free_key",
    "grant_role",
    "grounds",
    "hand_out",
    "has_confirmed",
    "has_link",
    "has_role",
    "has_role_everywhere",
    "has_role_in_body",
    "hashed",
    "held_today",
    "holds_token",
    "insert_many",
    "invite",
    "let_sign_in",
    "link_command",
    "link_page",
    "links_to",
    "make_link",
    "matching",
    "municipality_ids",
    "new_token",
    "one_change",
    "one_line_of_text",
    "one_line_or_nothing",
    "open_account",
    "page",
    "paper_language",
    "permitted",
    "permitted_in_municipality",
    "person_of",
    "person_of_account",
    "prepared",
    "present",
    "register_page",
    "revoke_link",
    "roles_in_municipality",
    "stop_sign_in",
    "trace",
    "trace_export",
    "tries",
    "update_many",
    "visible",
    "within",
    "without_tokens",
    "write",
    "writing_ahead",
]
