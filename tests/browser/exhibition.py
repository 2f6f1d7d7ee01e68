"""The municipality that the browser visits: the demonstration, and what it has no example of."""

import base64
import hmac
import json
import struct
import time
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.urls import reverse
from playwright.sync_api import Browser, Page

from samsyn.access import api as access
from samsyn.config import demonstration
from samsyn.exchange import api as exchange
from samsyn.organisation import actions
from samsyn.organisation.models import (
    Appointment,
    Area,
    Body,
    BodyName,
    Person,
    Position,
    TermOfOffice,
)
from samsyn.sources.api import Citation
from tests import factories as make
from tests.access.owner import working_as_owner
from tests.browser.boundaries_shown import ids_of_boundaries
from tests.browser.cycle_shown import ids_of_the_cycle
from tests.browser.deviations_shown import ids_of_deviations
from tests.browser.documents_shown import ids_of_documents
from tests.browser.forums_shown import ids_of_forums
from tests.browser.governance_shown import ids_of_governance
from tests.browser.indicators_shown import ids_of_indicators
from tests.browser.initiatives_shown import ids_of_initiatives
from tests.browser.risks_shown import ids_of_risks
from tests.surroundings import ALINGSAS, TYRESO

PASSWORD = "ett långt lösenord som ingen annan har"
CAREFUL, NOBODY = "forsiktig@alingsas.example", "ingen@alingsas.example"
SECRET = base64.b32encode(b"tjugo hemliga tecken").decode()


@dataclass(frozen=True)
class Exhibition:
    """Where the objects of each kind are, and the cookies of each one who is signed in."""

    database: str
    ids: dict[str, str]
    states: dict[str, Any]

    def to_json(self) -> str:
        return json.dumps(asdict(self))


def load() -> dict[str, str]:
    """Fill the database we work in; returns the objects by kind, or by what they show."""
    with working_as_owner(), transaction.atomic():
        demonstration.fill(make_password(PASSWORD))
    with access.acting_in(ALINGSAS) as actor:
        examples = _examples(actor)
    with access.acting_in(TYRESO) as actor:
        _grant(access.Account.objects.get(email=CAREFUL), access.Role.AUDITOR, actor)
    return examples


def _examples(actor: access.Actor) -> dict[str, str]:
    """What the demonstration has no example of."""
    held = Position.objects.get(title="Ordförande", body__key="socialnamnden")
    with_account = Person.objects.get(family_name="Sandberg")
    contact = make.contact(with_account)
    make.contact(held.body)
    make.contact(held, "+46 322 61 60 00")
    appointment = held.appointments.get(person__family_name="Wennberg")
    citation = _cited(held, with_account, appointment)
    ended = make.body("Fritidsnämnden")
    _ended(ended, actor)
    careful = _let_in("Vera", "Varsam", CAREFUL, access.Role.AUDITOR, actor)
    _let_in("Nils", "Ingen", NOBODY, None, actor)
    TOTP.activate(careful, SECRET)
    RecoveryCodes.activate(careful)
    return {
        "access.assignment": str(access.assignments_of_person(actor, with_account.pk)[0].pk),
        "access.municipality": str(ALINGSAS),
        "organisation.appointment": str(appointment.pk),
        **_sent(actor),
        **ids_of_forums(actor),
        **ids_of_governance(held, actor),
        **ids_of_the_cycle(held, actor),
        **ids_of_documents(held, actor),
        **ids_of_risks(actor),
        **ids_of_indicators(actor),
        **ids_of_initiatives(actor),
        **ids_of_deviations(actor),
        **ids_of_boundaries(actor),
        "organisation.area": str(Area.objects.get(name="Norra kommundelen").pk),
        "organisation.body": str(held.body_id),
        "organisation.bodyname": str(BodyName.objects.get(body=held.body).pk),
        "organisation.contactpoint": str(contact.pk),
        "organisation.person": str(with_account.pk),
        "organisation.position": str(held.pk),
        "post.letter": str(make.letter(text="Välkommen till mötet.\n\nHälsningar\n").pk),
        "sources.citation": str(citation.pk),
        "sources.sourcedocument": str(citation.document_id),
        "ended body": str(ended.pk),
        "shared body": str(Body.objects.get(key="polismyndigheten").pk),
    }


_FILE = """\
samsyn: 1
municipality: alingsas
bodies:
  socialnamnden: {kind: unit, contacts: [{kind: email, value: soc@example.se}]}
  nya-namnden:
    kind: board
    names:
      - {name: Gamla nämnden, period: ../2022-12-31}
      - {name: Nya nämnden, period: 2023-01-01/..}
persons:
  eva-ek: {given_name: Eva, family_name: Ek, invented: true}
"""


def _sent(actor: access.Actor) -> dict[str, str]:
    """A file that has been read in, and two that its sender has not decided on."""
    sender = access.Account.objects.get(email="administrator@alingsas.example")
    brought_in = make.imported(ALINGSAS)[0]
    access.bind(ALINGSAS, sender.pk)
    sending = access.Actor(sender.pk, ALINGSAS, actor.now)
    good, bad = (
        exchange.keep_upload([exchange.File("organ.yaml", text.encode())], actor=sending)
        for text in (_FILE, _FILE.replace("board", "bord").replace("true", "kanske"))
    )
    access.bind(ALINGSAS, None)
    return {
        "exchange.import": str(brought_in.pk),
        "exchange.upload": str(good.pk),
        "upload with errors": str(bad.pk),
    }


def _cited(held: Position, person: Person, appointment: Appointment) -> Citation:
    """Something of every kind that rests on one record."""
    record = make.document(
        number="2023.006 BUN",
        publisher="Barn- och ungdomsnämnden",
        dated_on=date(2023, 2, 21),
        url="https://example.se/verksamhetsberattelse-bus-2022.pdf",
    )
    area = Area.objects.get(name="Norra kommundelen")
    rows = [held, person, area, appointment, *held.body.names.all()]
    for row in [*rows, *held.body.placements.all(), TermOfOffice.objects.get()]:
        make.citation(row, record)
    return make.citation(held.body, record)


def _ended(body: Any, actor: access.Actor) -> None:
    actions.rename_body(
        body, "Kultur- och fritidsnämnden", starts_on=actor.today - timedelta(90), actor=actor
    )
    actions.end_body(body, ends_on=actor.today - timedelta(30), actor=actor)


def _grant(account: access.Account, role: access.Role, actor: access.Actor) -> None:
    access.grant_role(account, role, body_id=None, starts_on=actor.today, actor=actor)


def _let_in(
    given_name: str, family_name: str, email: str, role: access.Role | None, actor: access.Actor
) -> access.Account:
    person = actions.create_person(given_name, family_name, actor=actor)
    account = access.let_sign_in(person.pk, email, actor=actor)
    account.password = make_password(PASSWORD)
    account.save(update_fields=["password"])
    if role:
        _grant(account, role, actor)
    return account


def sign_in(page: Page, email: str) -> None:
    """Sign in as people do, on the page we are or else on the sign-in page."""
    page.goto(reverse("account_login"))
    page.fill("input[name=login]", email)
    page.fill("input[name=password]", PASSWORD)
    submit(page)


def one_time_code(secret: str = SECRET) -> str:
    """What an authenticator app shows now (RFC 6238)."""
    counter = struct.pack(">Q", int(time.time()) // 30)
    digest = hmac.digest(base64.b32decode(secret), counter, "sha1")
    start = digest[-1] & 15
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 10**6:06}"


def states(browser: Browser, address: str) -> dict[str, Any]:
    """Sign in once as each, and keep the cookies."""
    emails = {role: f"{name}@alingsas.example" for role, name in _NAMES.items()}
    known = {role: _state(browser, address, email) for role, email in emails.items()}
    return known | {"careful": _state(browser, address, CAREFUL, careful=True)}


_NAMES = {
    "administrator": "administrator",
    "auditor": "revisor",
    "coordinator": "samordnare",
    "director": "chef",
    "participant": "deltagare",
    "politician": "politiker",
    "nobody": "ingen",
}


def _state(browser: Browser, address: str, email: str, *, careful: bool = False) -> Any:
    with browser.new_context(base_url=address, locale="sv-SE") as context:
        page = context.new_page()
        sign_in(page, email)
        if careful:
            page.fill("input[name=code]", one_time_code())
            submit(page)
        page.wait_for_url(f"{address}/")
        if careful or "administrator" in email:
            page.goto(reverse("mfa_add_webauthn"))
            confirm(page)
        if careful:
            give_virtual_key(page)
            add_passkey(page)
        return context.storage_state()


def submit(page: Page) -> None:
    page.locator("main form.form button[type=submit]").click()


def confirm(page: Page) -> None:
    """Show once more that it is oneself, before what protects the account is changed."""
    page.fill("input[name=password]", PASSWORD)
    submit(page)
    page.wait_for_url(lambda url: reverse("account_reauthenticate") not in url)


def give_virtual_key(page: Page) -> None:
    """Let the browser of the page have a key in its machine, which says yes to everything."""
    key = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": key})


def add_passkey(page: Page) -> None:
    """Fill in the form for a new key, where we are."""
    page.fill("input[name=name]", "Den här datorn")
    page.check("input[name=passwordless]")
    page.click("#mfa_webauthn_add")
    page.wait_for_url(lambda url: not url.endswith(reverse("mfa_add_webauthn")))
