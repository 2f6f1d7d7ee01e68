"""Every change to the records that are cited, and to what rests on them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Max, Model
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, Among, free_key, insert_many, one_change, within
from samsyn.kernel.errors import RuleBrokenError
from samsyn.kernel.identity import holds_personal_number
from samsyn.sources import searchable
from samsyn.sources.models import Citation, SourceDocument

_COLUMNS = ("object_type", "object_id", "ordinal", "document_id", "place", "quote")


class PersonalNumberError(RuleBrokenError):
    pass


@dataclass(frozen=True, slots=True)
class DocumentDescription:
    """What is said of a record; `number` is the one by which it is kept."""

    title: str
    number: str = ""
    publisher: str = ""
    dated_on: date | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """A record, and where in it: a place and the words themselves, as far as they are known."""

    document_id: UUID
    place: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Sourced:
    """All the sources of one object, named by the label of its model; a new one had none."""

    object_type: str
    object_id: UUID
    cited: Sequence[Cited] = ()
    is_new: bool = False


def create_document(about: DocumentDescription, *, actor: Actor) -> SourceDocument:
    _refuse_personal_number(about.title, about.number, about.publisher)
    with one_change():
        document = SourceDocument.objects.create(
            municipality_id=actor.municipality_id,
            key=free_key(SourceDocument, actor.municipality_id, about.title),
            **asdict(about),
        )
        searchable.show_documents([document])
    return document


def describe_document(
    document: SourceDocument, about: DocumentDescription, *, actor: Actor
) -> None:
    _refuse_personal_number(about.title, about.number, about.publisher)
    with one_change():
        for name, value in asdict(about).items():
            setattr(document, name, value)
        document.save(update_fields=list(asdict(about)))
        searchable.show_documents([document])


def cite(row: Model, cited: Sequence[Cited], *, actor: Actor) -> None:
    """Say on which records a row rests, in place of what was said before."""
    with one_change():
        cite_in_bulk([Sourced(row._meta.label_lower, row.pk, cited)], actor=actor)


def cite_in_bulk(sourced: Collection[Sourced], *, actor: Actor) -> None:
    """Say on which records many objects rest, in place of what was said of them before."""
    for each in sourced:
        for source in each.cited:
            _refuse_personal_number(source.place, source.quote)
    if had := [each.object_id for each in sourced if not each.is_new]:
        uncite(had, actor=actor)
    rows = (row for each in sourced for row in _rows(each))
    insert_many(Citation, _COLUMNS, rows, municipality_id=actor.municipality_id)


def add_citation(row: Model, source: Cited, *, actor: Actor) -> Citation:
    """Let a row rest on one record more."""
    _refuse_personal_number(source.place, source.quote)
    own = {"object_type": row._meta.label_lower, "object_id": row.pk}
    with one_change():
        last = within(Citation, actor).filter(**own).aggregate(last=Max("ordinal"))["last"]
        return Citation.objects.create(
            municipality_id=actor.municipality_id,
            ordinal=(last or 0) + 1,
            **own,
            **asdict(source),
        )


def remove_citation(citation: Citation, *, actor: Actor) -> None:
    """No longer say that the object rests on the record; the trail keeps that it was done."""
    citation.delete()


def uncite(object_ids: Iterable[UUID], *, actor: Actor) -> None:
    """Forget the sources of objects, also when they are to go themselves."""
    within(Citation, actor).filter(Among("object_id", object_ids)).delete()


def _rows(sourced: Sourced) -> Iterator[Sequence[Any]]:
    for ordinal, source in enumerate(sourced.cited, 1):
        of = (sourced.object_type, sourced.object_id, ordinal)
        yield *of, source.document_id, source.place, source.quote


def _refuse_personal_number(*texts: str) -> None:
    if holds_personal_number(" ".join(texts)):
        raise PersonalNumberError(_("Skriv inget personnummer här. Det behövs inte."))
