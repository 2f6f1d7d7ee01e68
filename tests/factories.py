"""The smallest valid objects, made by the real actions."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Model

from samsyn.access import api as access
from samsyn.access.tenancy import bind
from samsyn.calendars import api as calendars
from samsyn.exchange import api as exchange
from samsyn.organisation.models import (
    AreaKind,
    Body,
)
from samsyn.organisation.rules import READ_ORGANISATION
from samsyn.post import api as post
from samsyn.post.models import DutyRun
from samsyn.sources import api as sources
from tests.boundary_rows import boundary, boundary_file
from tests.cycle_rows import whole_cycle
from tests.deviation_rows import whole_deviation
from tests.document_rows import whole_document
from tests.forum_rows import (
    forum,
    hand_over,
    more_of_forum,
    school_term,
    seat,
    whole_forum,
)
from tests.governance_rows import whole_agreement
from tests.initiative_rows import whole_initiative
from tests.people import (
    LONG_AGO,
    NOW,
    TODAY,
    account_with,
    actor,
    actor_for,
    appointment,
    area,
    body,
    contact,
    holder_of,
    member,
    operator,
    person,
    position,
    term,
)
from tests.risk_rows import whole_risks
from tests.surroundings import ALINGSAS

__all__ = [
    "LONG_AGO",
    "NOW",
    "TODAY",
    "account_with",
    "actor",
    "actor_for",
    "appointment",
    "area",
    "body",
    "boundary",
    "boundary_file",
    "checked_event",
    "citation",
    "contact",
    "document",
    "everything",
    "feed",
    "forum",
    "hand_over",
    "headings",
    "holder_of",
    "imported",
    "letter",
    "letters",
    "member",
    "more_of_forum",
    "operator",
    "person",
    "personal_link",
    "position",
    "school_term",
    "seat",
    "term",
    "upload",
    "whole_agreement",
    "whole_cycle",
    "whole_deviation",
    "whole_document",
    "whole_forum",
    "whole_initiative",
    "whole_risks",
]


def everything(municipality_id: UUID) -> list[Model]:
    """A row in every table that belongs to the municipality, tied together."""
    whole = area("Kommunen", kind=AreaKind.MUNICIPALITY, municipality_id=municipality_id)
    part = area(parent=whole, municipality_id=municipality_id)
    top = body("Förvaltningen", municipality_id=municipality_id)
    unit = body("Enheten", parent=top, municipality_id=municipality_id)
    held = appointment(position(unit))
    account = member(of=held.person, municipality_id=municipality_id)
    giver = operator(municipality_id)
    role = access.grant_role(
        account, access.Role.DIRECTOR, body_id=unit.pk, starts_on=LONG_AGO, actor=giver
    )
    contacts = [contact(owner) for owner in (unit, held.position, held.person)]
    mandate = term(municipality_id=municipality_id)
    record = document(municipality_id=municipality_id)
    cited = [record, citation(unit, record)]
    of_forum = whole_forum(*(position(unit, title) for title in ("Rektor", "Kurator", "Polis")))
    return [
        *of_forum,
        *more_of_forum(of_forum),
        *whole_agreement(unit, held.position),
        *whole_document(held.position),
        *whole_cycle(unit, held.position),
        *whole_risks(held.position, of_forum[0].pk),
        *whole_initiative(unit, held.position, of_forum[0].pk),
        *whole_deviation(unit, held.position, of_forum[0].pk),
        *(whole, part, top, unit, held.position, held.person, held, role, mandate),
        *contacts,
        *cited,
        *imported(municipality_id),
        headings(municipality_id),
        personal_link(unit),
        *letters(municipality_id),
        feed(account, municipality_id=municipality_id),
        # One that has lain for so long that row security hides it from nobody here.
        upload(account, at=NOW.replace(year=2020), municipality_id=municipality_id),
        boundary(part),
        boundary_file(account, at=NOW.replace(year=2020), municipality_id=municipality_id),
    ]


def checked_event(municipality_id: UUID = ALINGSAS) -> None:
    """Someone has looked at something, and the trail says so."""
    reader = actor(access.Role.AUDITOR, municipality_id=municipality_id)
    access.enter(reader, READ_ORGANISATION, municipality_id)


def document(
    title: str = "Verksamhetsberättelse BUS 2022",
    *,
    municipality_id: UUID = ALINGSAS,
    **more: Any,
) -> sources.SourceDocument:
    about = sources.DocumentDescription(title, **more)
    return sources.create_document(about, actor=operator(municipality_id))


def citation(
    row: Model,
    of: sources.SourceDocument | None = None,
    *,
    place: str = "s. 1",
    quote: str = "samverkan mellan Socialnämnden och skolan",
) -> sources.Citation:
    cited = of or document()
    source = sources.Cited(cited.pk, place, quote)
    return sources.add_citation(row, source, actor=operator(cited.municipality_id))


def upload(
    account: access.Account, *, at: datetime = NOW, municipality_id: UUID = ALINGSAS
) -> exchange.Upload:
    """A file that the account has sent, and not decided on."""
    sent = exchange.File("organ.yaml", b"samsyn: 1\nmunicipality: alingsas\nterms: {}\n")
    bind(municipality_id, account.pk)
    return exchange.keep_upload([sent], actor=access.Actor(account.pk, municipality_id, at))


def imported(municipality_id: UUID = ALINGSAS) -> list[Model]:
    """A file has been imported, and it is remembered what it changed."""
    giver = operator(municipality_id)
    report = exchange.Report()
    key = access.Municipality.objects.get(pk=municipality_id).key
    text = f"samsyn: 1\nmunicipality: {key}\npersons: {{eva: {{given_name: Eva, family_name: Ek}}}}"
    outcome = exchange.read([exchange.File("a.yaml", text.encode())], report=report)
    plan = exchange.plan(outcome.parts[key], report, actor=giver)
    done = exchange.carry_out(plan, outcome.names, actor=giver)
    assert done is not None
    return [done, *done.changes.all()]


def headings(municipality_id: UUID = ALINGSAS) -> Model:
    """Someone has said what the headings of a spreadsheet are."""
    return exchange.SheetMapping.objects.create(
        municipality_id=municipality_id, register="persons", headings_digest="x", meanings={}
    )


def personal_link(about: Body) -> access.PersonalLink:
    """A link whose token nobody has."""
    assert about.municipality_id is not None
    bind(about.municipality_id, None)
    return access.PersonalLink.objects.create(
        municipality_id=about.municipality_id,
        purpose="test.nothing",
        object_type="organisation.body",
        object_id=about.pk,
        name="Kim Ek",
        email="kim.ek@example.org",
        body=about,
        token_hash=uuid4().hex,
        created_at=NOW,
        expires_at=NOW + timedelta(days=1),
    )


def letter(
    to: str = "kim.ek@example.org", *, municipality_id: UUID = ALINGSAS, **more: Any
) -> post.Letter:
    draft = post.Draft(**{"to": to, "subject": "Kallelse", "text": "Välkommen.\n"} | more)
    return post.write(draft, actor=operator(municipality_id))


def letters(municipality_id: UUID) -> list[Model]:
    """A letter with something enclosed, and a duty that has been done."""
    enclosed = post.Enclosed("protokoll.txt", "text/plain", b"Beslut")
    written = letter(municipality_id=municipality_id, enclosed=[enclosed])
    done = DutyRun.objects.create(municipality_id=municipality_id, name="test", due_at=NOW)
    return [written, *written.enclosures.all(), done]


def feed(account: access.Account, *, municipality_id: UUID = ALINGSAS) -> calendars.Feed:
    """An address to subscribe to the account's own meetings."""
    bind(municipality_id, account.pk)
    owner = access.Actor(account.pk, municipality_id, NOW)
    return calendars.make_feed(calendars.Subject(), actor=owner).feed
