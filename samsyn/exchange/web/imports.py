"""The page of an import: who, when, which files, and everything that it changed."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import Actor, Request, page, trace_export
from samsyn.exchange import queries, rules
from samsyn.exchange.kinds import is_known, kind_of, kinds
from samsyn.exchange.models import Deed, Import, ImportedChange
from samsyn.exchange.plans import Difference
from samsyn.exchange.web import naming, words
from samsyn.exchange.web.overview import COLORS, crumbs, who
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import (
    Cell,
    Column,
    Crumb,
    Empty,
    Fact,
    Filter,
    Listing,
    Tag,
    formats,
    list_page,
)
from samsyn.sources.api import Thing

_PLURAL = {
    Deed.CREATED: gettext_lazy("skapade"),
    Deed.CHANGED: gettext_lazy("ändrade"),
    Deed.ENDED: gettext_lazy("avslutade"),
}

Pairs = list[tuple[words.Value, words.Value]]


@page(rules.READ_IMPORT)
def done(request: Request, found: Import, /) -> HttpResponse:
    listing = _changes(request, found)
    trace_export(request, listing)
    names = organisation.names_of_accounts(request.actor)
    title = _("Inläsning %(at)s") % {"at": formats.moment(found.at)}
    context = {
        "title": title,
        "facts": _facts(found, names),
        "breadcrumbs": [*crumbs(), Crumb(title)],
    }
    return list_page(request, "exchange/import.html", listing, context)


def _facts(found: Import, names: Mapping[UUID, str]) -> list[Fact]:
    counts = [
        Fact(_label(section), ", ".join(f"{of[w]} {_PLURAL[w]}" for w in Deed if w in of))
        for section, of in sorted(found.counts.items(), key=lambda each: _rank(each[0]))
    ]
    return [
        Fact(_("Vem"), who(found, names)),
        Fact(_("Filer"), ", ".join(found.file_names)),
        *counts,
    ]


def _rank(section: str) -> int:
    """The place of a section in the file; one that the file has no more is last."""
    known = [kind.section for kind in kinds()]
    return known.index(section) if section in known else len(known)


def _label(section: str) -> str:
    """A section that the file has no more is told of by the name that it had."""
    return capfirst(str(kind_of(section).label)) if is_known(section) else section


class _Page:
    """The rows that are shown, understood and named together: not a question for each."""

    def __init__(self, actor: Actor, rows: list[ImportedChange]) -> None:
        known = [row for row in rows if is_known(row.section)]
        self._pairs = {row.pk: _pairs(row) for row in known}
        values = (value for pairs in self._pairs.values() for pair in pairs for value in pair)
        parts = (p for row in known for p in naming.parts_of_key(kind_of(row.section), row.key))
        self._name = naming.names_now(actor, [*words.referred(values), *parts])
        self._things: dict[UUID, Thing] = {}
        for section in sorted({row.section for row in known}):
            ids = [row.object_id for row in known if row.section == section]
            self._things |= naming.things_of(actor, kind_of(section), ids)

    def title(self, row: ImportedChange) -> Cell:
        thing = self._things.get(row.object_id)
        if thing:
            return Cell(thing.title, url=thing.url)
        if not is_known(row.section):
            return Cell(row.key)
        return Cell(naming.called(kind_of(row.section), row.key, self._name))

    def differences(self, row: ImportedChange) -> Cell:
        told = words.tell(row.what, self._pairs.get(row.pk, []), self._name)
        return Cell("\n".join(map(str, told)))


def _pairs(row: ImportedChange) -> Pairs:
    kind = kind_of(row.section)
    found = (words.understood(kind, Difference(**each)) for each in row.details)
    return [pair for pair in found if pair]


def _changes(request: Request, found: Import) -> Listing[Any]:
    @cache
    def shown() -> _Page:
        return _Page(request.actor, list(_shown(listing)))

    listing: Listing[Any] = Listing(
        request.GET,
        queries.changes_of(request.actor, found.pk),
        _columns(shown),
        _("Det här ändrades"),
        default_sort="del",
        filters=_FILTERS,
        file_name="andringar",
        empty=Empty(_("Här står allt som inläsningen ändrade.")),
    )
    return listing


_FILTERS: tuple[Filter[Any], ...] = (
    Filter(
        "del",
        gettext_lazy("Del"),
        lambda rows, section: rows.filter(section=section),
        tuple((kind.section, kind.label) for kind in kinds()),
    ),
    Filter(
        "gjort",
        gettext_lazy("Vad som gjordes"),
        lambda rows, what: rows.filter(what=what),
        tuple(Deed.choices),
    ),
)


def _shown(listing: Listing[Any]) -> QuerySet[Any]:
    if listing.export:
        return listing.found
    return listing.found[listing.pages.first_row : listing.pages.end_row]


def _tag(what: str) -> Tag:
    return Tag(Deed(what).label, COLORS[Deed(what)])


def _columns(shown: Callable[[], _Page]) -> tuple[Column[Any], ...]:
    return (
        Column("vad", gettext_lazy("Vad"), lambda row: shown().title(row), ("key",), width=40),
        Column(
            "del",
            gettext_lazy("Del"),
            lambda row: Cell(_label(row.section)),
            ("rank", "key"),
            width=20,
        ),
        Column(
            "gjort",
            gettext_lazy("Gjort"),
            lambda row: Cell(tags=(_tag(row.what),)),
            ("what", "key"),
            width=12,
        ),
        Column(
            "andringar",
            gettext_lazy("Ändringar"),
            lambda row: shown().differences(row),
            width=80,
        ),
    )
