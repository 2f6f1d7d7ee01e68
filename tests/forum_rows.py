"""The smallest valid forums, and a row of everything that hangs on them."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Model

from samsyn.access import api as access
from samsyn.forums import actions as of_forums
from samsyn.forums import models as forum_models
from samsyn.intake.api import SentFile
from samsyn.organisation.models import (
    Appointment,
    Position,
)
from tests.people import NOW, TODAY, account_with, appointment, body, operator, position
from tests.surroundings import ALINGSAS


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
    survey = forum_models.Survey.objects.create(
        **own,
        forum=of,
        key="fragor",
        title="Samverkan i vår",
        opens_on=TODAY,
        closes_on=TODAY + timedelta(1),
    )
    parts = [placed, rhythm, standing, lack, meeting, item, asked, decision, survey]
    return [of, *parts, *_library(of), minutes, approval, follow_up, school_term(**own)]


def _library(of: forum_models.Forum) -> list[Model]:
    about = of_forums.About(forum_models.MaterialKind.METHOD, "Våldspyramiden")
    sent = SentFile("våld.txt", b"Det grova vilar p\xc3\xa5 det vardagliga.")
    giver = operator(of.municipality_id)
    material = of_forums.add_material(of, about, sent, actor=giver)
    return [material, forum_models.MaterialVersion.objects.get(material=material)]


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
        *_asked(found[forum_models.Survey]),
        forum_models.Dispatch.objects.create(
            **own,
            minutes=found[forum_models.Minutes],
            reach=forum_models.DispatchList.PARTICIPANTS,
            sent_at=NOW,
            count=1,
        ),
        *_around_forum(own),
    ]


def _asked(survey: forum_models.Survey) -> list[Model]:
    """A question of the survey, what someone has answered, and that she has."""
    own = {"municipality_id": survey.municipality_id}
    question = forum_models.Question.objects.create(
        **own, survey=survey, ordinal=1, kind="scale", text="Syftet är klart."
    )
    answer = forum_models.SurveyAnswer.objects.create(**own, question=question, value=4)
    answered = forum_models.Answered.objects.create(
        **own, survey=survey, token=survey.token_of("account:någon")
    )
    return [question, answer, answered]


def _around_forum(own: dict[str, Any]) -> list[Model]:
    """What does not hang on one forum: the school year, two forums apart and a hand-over."""
    term = school_term(**own)
    pause = forum_models.SchoolBreak.objects.create(
        **own, term=term, name="Sportlov", starts_on=date(2026, 2, 9), ends_on=date(2026, 2, 14)
    )
    one, other = (forum(name, **own) for name in ("Nätet", "Ringen"))
    apart = of_forums.keep_apart(
        one.pk, other.pk, "De möter olika åldrar.", actor=operator(own["municipality_id"])
    )
    return [term, pause, apart, hand_over(**own), _digest_choice(own)]


def school_term(**own: Any) -> forum_models.SchoolTerm:
    """The spring of 2026 in the municipality, once."""
    days = {"starts_on": date(2026, 1, 8), "ends_on": date(2026, 6, 12)}
    name = "Vårterminen 2026"
    return forum_models.SchoolTerm.objects.get_or_create(**own, name=name, defaults=days)[0]


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
