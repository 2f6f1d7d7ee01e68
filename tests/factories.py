"""The smallest valid objects, made by the real actions."""

from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID

from django.db.models import Model

from samsyn.access import api as access
from samsyn.access.tenancy import bind
from samsyn.calendars import api as calendars
from samsyn.exchange import api as exchange
from samsyn.forums import actions as of_forums
from samsyn.forums import models as forum_models
from samsyn.organisation import actions
from samsyn.organisation.models import (
    Appointment,
    AppointmentKind,
    Area,
    AreaKind,
    Body,
    BodyKind,
    ContactKind,
    ContactPoint,
    Person,
    Position,
    TermOfOffice,
)
from samsyn.organisation.rules import READ_ORGANISATION
from samsyn.post import api as post
from samsyn.post.models import DutyRun
from samsyn.sources import api as sources
from tests.surroundings import ALINGSAS

NOW = datetime(2026, 11, 17, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
LONG_AGO = date(2020, 1, 1)

_numbers = count(1)


def operator(municipality_id: UUID = ALINGSAS) -> access.Actor:
    """Act in a municipality from here on, as no one in particular."""
    bind(municipality_id, None)
    return access.Actor(None, municipality_id, NOW)


def actor(
    *roles: access.Role, municipality_id: UUID = ALINGSAS, body: Body | None = None
) -> access.Actor:
    """Someone who holds the roles today, in the body or in the whole municipality."""
    account = account_with(*roles, municipality_id=municipality_id, body=body)
    held = tuple(access.Held(role, body.pk if body else None) for role in roles)
    bind(municipality_id, account.pk)
    return access.Actor(account.pk, municipality_id, NOW, held)


def account_with(
    *roles: access.Role,
    municipality_id: UUID = ALINGSAS,
    body: Body | None = None,
    starts_on: date = LONG_AGO,
    ends_on: date | None = None,
) -> access.Account:
    account = access.open_account(f"person{next(_numbers)}@example.se")
    giver = operator(municipality_id)
    for role in roles:
        access.grant_role(
            account,
            role,
            body_id=body.pk if body else None,
            starts_on=starts_on,
            ends_on=ends_on,
            actor=giver,
        )
    return account


def body(
    name: str = "Socialnämnden",
    *,
    kind: BodyKind = BodyKind.BOARD,
    starts_on: date | None = LONG_AGO,
    parent: Body | None = None,
    municipality_id: UUID = ALINGSAS,
) -> Body:
    return actions.create_body(
        name,
        actions.Description(kind),
        starts_on=starts_on,
        parent_id=parent.pk if parent else None,
        actor=operator(municipality_id),
    )


def position(of: Body | None = None, title: str = "Socialchef", **more: Any) -> Position:
    owner = of or body()
    assert owner.municipality_id is not None
    return actions.create_position(owner, title, actor=operator(owner.municipality_id), **more)


def person(
    given_name: str = "Anna", family_name: str = "Lind", *, municipality_id: UUID = ALINGSAS
) -> Person:
    return actions.create_person(given_name, family_name, actor=operator(municipality_id))


def appointment(
    to: Position | None = None,
    of: Person | None = None,
    *,
    starts_on: date = LONG_AGO,
    ends_on: date | None = None,
    kind: AppointmentKind = AppointmentKind.ORDINARY,
) -> Appointment:
    held = to or position()
    return actions.appoint(
        held,
        of or person(municipality_id=held.municipality_id),
        actions.Engagement(kind),
        starts_on=starts_on,
        ends_on=ends_on,
        actor=operator(held.municipality_id),
    )


def area(
    name: str = "Sollebrunn",
    *,
    kind: AreaKind = AreaKind.DISTRICT,
    parent: Area | None = None,
    municipality_id: UUID = ALINGSAS,
) -> Area:
    about = actions.AreaDescription(name, kind, parent_id=parent.pk if parent else None)
    return actions.create_area(about, actor=operator(municipality_id))


def term(
    starts_on: date = date(2023, 1, 1),
    ends_on: date = date(2027, 1, 1),
    *,
    municipality_id: UUID = ALINGSAS,
) -> TermOfOffice:
    name = f"{starts_on.year}–{ends_on.year}"
    return actions.create_term(
        name, starts_on=starts_on, ends_on=ends_on, actor=operator(municipality_id)
    )


def contact(owner: Body | Position | Person, value: str = "kontakt@example.se") -> ContactPoint:
    assert owner.municipality_id is not None
    giver = operator(owner.municipality_id)
    return actions.add_contact(owner, ContactKind.EMAIL, value, actor=giver)


def member(
    *roles: access.Role, of: Person | None = None, municipality_id: UUID = ALINGSAS
) -> access.Account:
    """Someone who is a person of the municipality, and can sign in."""
    account = account_with(*roles, municipality_id=municipality_id)
    who = of or person(municipality_id=municipality_id)
    access.let_sign_in(who.pk, account.email, actor=operator(municipality_id))
    return account


def actor_for(account: access.Account, municipality_id: UUID = ALINGSAS) -> access.Actor:
    """Act as the account, with the roles that the database says it holds."""
    bind(municipality_id, account.pk)
    return access.Actor(account.pk, municipality_id, NOW)


def holder_of(
    held: Position,
    *roles: access.Role,
    body: Body | None = None,
    starts_on: date = LONG_AGO,
    ends_on: date | None = None,
) -> access.Account:
    """Someone who holds the function, and can sign in with the roles."""
    who = person(municipality_id=held.municipality_id)
    appointment(held, who, starts_on=starts_on, ends_on=ends_on)
    account = account_with(*roles, municipality_id=held.municipality_id, body=body)
    access.let_sign_in(who.pk, account.email, actor=operator(held.municipality_id))
    return account


def forum(
    name: str = "BUS styrgrupp",
    charter: dict[str, Any] | None = None,
    *,
    level: forum_models.Level = forum_models.Level.OPERATIVE,
    kind: forum_models.ForumKind = forum_models.ForumKind.NETWORK,
    starts_on: date | None = None,
    municipality_id: UUID = ALINGSAS,
) -> forum_models.Forum:
    giver = operator(municipality_id)
    return of_forums.create_forum(name, level, kind, charter, starts_on=starts_on, actor=giver)


def seat(of: forum_models.Forum, held: Position | None = None, **more: Any) -> forum_models.Seat:
    """A place in a forum for a function, or for the body `of_body`."""
    giver = operator(of.municipality_id)
    days = {name: more.pop(name) for name in ("starts_on", "ends_on") if name in more}
    whose = more.pop("of_body", None) or (held.body if held else body("Part"))
    seating = of_forums.Seating(whose.pk, held.pk if held else None, **more)
    return of_forums.add_seat(of, seating, **days, actor=giver)


def whole_forum(leads: Position, sits: Position, owns: Position) -> list[Model]:
    """A forum with a row of everything that hangs on it."""
    giver = operator(leads.municipality_id)
    own = {"municipality_id": leads.municipality_id}
    of = forum("Nätverket", {"convener_id": leads.pk}, municipality_id=leads.municipality_id)
    placed = seat(of, sits)
    rhythm = of_forums.add_rhythm(of, forum_models.Unit.YEAR, {}, actor=giver)
    standing = of_forums.add_standing_item(of, "Lägesbild", actor=giver)
    lack = of_forums.note_lack(of, forum_models.LackKind.GOALS, "Mål saknas.", actor=giver)
    meeting = forum_models.Meeting.objects.create(**own, forum=of, key="mote", meets_on=TODAY)
    item = forum_models.AgendaItem.objects.create(**own, meeting=meeting, ordinal=1, title="Läget")
    asked = forum_models.Attendance.objects.create(
        **own, meeting=meeting, position=owns, body=owns.body
    )
    decision = forum_models.Decision.objects.create(
        **own, forum=of, meeting=meeting, key="beslut", year=2026, number=1, text="Ja."
    )
    minutes = forum_models.Minutes.objects.create(
        **own, meeting=meeting, version=1, content={}, made_at=NOW
    )
    approval = forum_models.Approval.objects.create(**own, minutes=minutes, position=owns)
    follow_up = forum_models.FollowUp.objects.create(
        **own, forum=of, key="gora", what="Ring skolan", owner=owns, due_on=TODAY
    )
    parts = [placed, rhythm, standing, lack, meeting, item, asked, decision]
    return [of, *parts, minutes, approval, follow_up]


def more_of_forum(rows: list[Model]) -> list[Model]:
    """What nobody acts on by itself: a former name, a draft and a new day."""
    found: dict[Any, Any] = {type(row): row for row in rows}
    own = {"municipality_id": found[forum_models.Forum].municipality_id}
    return [
        forum_models.FormerName.objects.create(
            **own, forum=found[forum_models.Forum], name="Skolnätet"
        ),
        forum_models.Draft.objects.create(
            **own, attendance=found[forum_models.Attendance], saved_at=NOW
        ),
        forum_models.NewDay.objects.create(
            **own,
            follow_up=found[forum_models.FollowUp],
            was_due_on=TODAY,
            due_on=TODAY,
            why="Skolan har lov.",
            given_at=NOW,
        ),
        forum_models.Dispatch.objects.create(
            **own,
            minutes=found[forum_models.Minutes],
            reach=forum_models.DispatchList.PARTICIPANTS,
            sent_at=NOW,
            count=1,
        ),
        *_around_forum(own),
    ]


def _around_forum(own: dict[str, Any]) -> list[Model]:
    """What does not hang on one forum: the school year, two forums apart and a hand-over."""
    term = forum_models.SchoolTerm.objects.create(
        **own, name="Vårterminen 2026", starts_on=date(2026, 1, 8), ends_on=date(2026, 6, 12)
    )
    pause = forum_models.SchoolBreak.objects.create(
        **own, term=term, name="Sportlov", starts_on=date(2026, 2, 9), ends_on=date(2026, 2, 14)
    )
    one, other = (forum(name, **own) for name in ("Nätet", "Ringen"))
    apart = of_forums.keep_apart(
        one.pk, other.pk, "De möter olika åldrar.", actor=operator(own["municipality_id"])
    )
    return [term, pause, apart, hand_over(**own), _digest_choice(own)]


def _digest_choice(own: dict[str, Any]) -> Model:
    account = account_with(access.Role.PARTICIPANT, **own)
    return forum_models.DigestChoice.objects.create(**own, account=account, is_wanted=False)


def hand_over(
    held: Appointment | None = None, *, municipality_id: UUID = ALINGSAS
) -> forum_models.HandOver:
    """From one who has left the function to whoever holds it next."""
    giver = operator(municipality_id)
    left = held or appointment(
        position(body("Lämnad", municipality_id=municipality_id)), ends_on=TODAY
    )
    return of_forums.begin_hand_over(left, actor=giver)


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
        token_hash=f"{next(_numbers)}",
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
