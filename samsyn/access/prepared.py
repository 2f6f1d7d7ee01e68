"""Questions written once: to write one anew takes Django longer than it takes to be answered."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Field, Func, IntegerField, Model, QuerySet, Value
from django.db.models.expressions import RawSQL

from samsyn.access.domain import Actor

# Stand in for whoever asks, and for the row asked for, while a question is written; no account,
# no municipality, no day, no moment, no link and no row is like them.
SOMEONE = Actor(UUID(int=1), UUID(int=2), datetime(1, 1, 2, tzinfo=UTC), link_id=UUID(int=4))
SOMETHING = UUID(int=3)

Text = tuple[str, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Together:
    """Questions for one statement, and by name the grounds that its `with` has to hold."""

    questions: tuple[Text, ...]
    grounds: Mapping[str, Text]


_NOTHING: Text = ("", ())
_WRITTEN: dict[Hashable, Text] = {}
_WRITTEN_TOGETHER: dict[Hashable, Together] = {}
_GROUNDS: ContextVar[dict[Text, str] | None] = ContextVar("grounds", default=None)


def written(name: Hashable, asked: Callable[[], QuerySet[Any]]) -> Text:
    """The question of that name, with SOMEONE and SOMETHING where it will be bound."""
    if name not in _WRITTEN:
        with _sharing(None):
            _WRITTEN[name] = _text(asked)
    return _WRITTEN[name]


def written_together(name: Hashable, asked: Iterable[Callable[[], QuerySet[Any]]]) -> Together:
    """Questions in whose statement each ground is asked once: rules have most of them in common."""
    if name not in _WRITTEN_TOGETHER:
        grounds: dict[Text, str] = {}
        with _sharing(grounds):
            questions = tuple(map(_text, asked))
        by_name = {each: question for question, each in grounds.items()}
        _WRITTEN_TOGETHER[name] = Together(questions, by_name)
    return _WRITTEN_TOGETHER[name]


@contextmanager
def _sharing(grounds: dict[Text, str] | None) -> Iterator[None]:
    before = _GROUNDS.set(grounds)
    try:
        yield
    finally:
        _GROUNDS.reset(before)


def _text(asked: Callable[[], QuerySet[Any]]) -> Text:
    try:
        return asked().query.sql_with_params()
    except EmptyResultSet:  # nothing can answer, so there is nothing to ask
        return _NOTHING


def ground(question: Text, actor: Actor) -> Text:
    """What a rule asks of the actor and of no row: the question, or where its answer stands."""
    grounds = _GROUNDS.get()
    if grounds is None:
        text, values = question
        return text, tuple(bound(values, actor))
    name = grounds.setdefault(question, f"ground_{len(grounds)}")
    return f"select * from {name}", ()  # noqa: S608 - a name given here


def forget() -> None:
    """Write every question anew, as when a rule has changed."""
    _WRITTEN.clear()
    _WRITTEN_TOGETHER.clear()


def bound(values: Sequence[Any], actor: Actor, pk: UUID | None = None) -> list[Any]:
    """Put the actor and the row where the question has blanks."""
    told: Mapping[Any, Any] = {
        SOMEONE.account_key: actor.account_key,
        SOMEONE.municipality_id: actor.municipality_id,
        SOMEONE.today: actor.today,
        SOMEONE.now: actor.now,
        SOMEONE.link_key: actor.link_key,
        SOMETHING: pk,
    }
    return [told.get(value, value) if isinstance(value, Hashable) else value for value in values]


def about(question: Text, actor: Actor, column: str, kind: "Field[Any, Any]") -> RawSQL:
    """What the question answers for each row of a list: SOMETHING is what stands in `column`."""
    text, values = question
    pieces = text.split("%s")
    blanks = [column if value == SOMETHING else "%s" for value in values]
    woven = "".join(map("".join, zip(pieces, [*blanks, ""], strict=True)))
    kept = bound([value for value in values if value != SOMETHING], actor)
    return RawSQL(f"({woven})", kept, output_field=kind)  # noqa: S611 - Django's own text


def first(model: type[Model], question: Text, actor: Actor, pk: UUID | None = None) -> Any:
    """The first row that answers, as an instance with what was annotated; or None."""
    return next(iter(rows(model, question, actor, pk)), None)


def rows(model: type[Model], question: Text, actor: Actor, pk: UUID | None = None) -> Iterable[Any]:
    """Every row that answers, as instances with what was annotated, and nothing joined to them."""
    if question is _NOTHING:
        return ()
    text, values = question
    return model._default_manager.raw(text, bound(values, actor, pk))


def count(name: str, asked: Callable[[], QuerySet[Any]], actor: Actor) -> int:
    """How many the rows are that were meant for SOMEONE."""
    number = Func(Value(1), function="count", output_field=IntegerField())
    question = written(("count", name), lambda: asked().order_by().values_list(number))
    return int(answers(question, actor)[0][0])


def answers(question: Text, actor: Actor, pk: UUID | None = None) -> list[tuple[Any, ...]]:
    """Every row that answers, as plain values."""
    if question is _NOTHING:
        return []
    text, values = question
    with connection.cursor() as cursor:
        cursor.execute(text, bound(values, actor, pk))
        return list(cursor.fetchall())
