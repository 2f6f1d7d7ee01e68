"""The register of forums, and the page of one with its charter."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import Button, Municipality, Request, allowed, page, register_page
from samsyn.forums import queries, rules
from samsyn.forums.domain.compliance import State
from samsyn.forums.feeds import subject_of
from samsyn.forums.models import Forum, ForumKind, LackKind, Level, SchoolForm
from samsyn.forums.web.addresses import body_url, forum_crumbs, forum_url, position_url
from samsyn.forums.web.gaps import alive, gaps
from samsyn.forums.web.promises import Promised, told
from samsyn.forums.web.rhythms import rhythm_in_words
from samsyn.organisation.api import panels_of
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import Cell, Column, Crumb, Empty, Fact, Filter, Listing, formats
from samsyn.sources import api as sources

_SHOW = "visa"
_ENDED, _ALL = "avslutade", "alla"
_MOST_PROMISED = 8
_MOST_OWED = 8


FORUM_COLUMNS: tuple[Column[Any], ...] = (
    Column(
        "namn",
        gettext_lazy("Namn"),
        lambda forum: Cell(forum.name, url=forum_url(forum.pk)),
        ("name_key",),
        width=44,
    ),
    Column("senast", gettext_lazy("Senaste möte"), lambda forum: Cell(forum.met_on), ("met_on",)),
    Column(
        "nasta",
        gettext_lazy("Nästa möte"),
        lambda forum: Cell(forum.meets_next_on),
        ("meets_next_on",),
    ),
    Column(
        "forsenade",
        gettext_lazy("Försenat"),
        lambda forum: Cell(forum.overdue),
        ("overdue",),
        is_number=True,
    ),
    Column(
        "brister",
        gettext_lazy("Brister"),
        lambda forum: Cell(forum.lacks_now),
        ("lacks_now",),
        is_number=True,
    ),
    Column(
        "sammankallande",
        gettext_lazy("Sammankallande"),
        lambda forum: Cell(forum.convener_title),
        ("convener_title",),
        width=30,
    ),
    Column("niva", gettext_lazy("Nivå"), lambda forum: Cell(Level(forum.level).label), ("rank",)),
    Column(
        "slag", gettext_lazy("Slag"), lambda forum: Cell(ForumKind(forum.kind).label), ("kind",)
    ),
)


def _lacking(rows: QuerySet[Any], kind: str) -> QuerySet[Any]:
    return rows.filter(lacks__kind=kind, lacks__mended_on__isnull=True).distinct()


def _filters(request: Request) -> tuple[Filter[Any], ...]:
    def existing(rows: QuerySet[Any], answer: str) -> QuerySet[Any]:
        return rows.exclude(organisation.on(request.actor.today)) if answer == _ENDED else rows

    return (
        Filter(
            "namn",
            gettext_lazy("Namn innehåller"),
            lambda rows, words: rows.filter(name__icontains=words),
        ),
        Filter(
            "niva",
            gettext_lazy("Nivå"),
            lambda rows, level: rows.filter(level=level),
            tuple(Level.choices),
        ),
        Filter(
            "slag",
            gettext_lazy("Slag"),
            lambda rows, kind: rows.filter(kind=kind),
            tuple(ForumKind.choices),
        ),
        Filter("brist", gettext_lazy("Har brist i"), _lacking, tuple(LackKind.choices)),
        Filter(
            _SHOW,
            gettext_lazy("Visa"),
            existing,
            ((_ALL, gettext_lazy("också avslutade")), (_ENDED, gettext_lazy("bara avslutade"))),
        ),
    )


@page(rules.READ_FORUMS)
def forums(request: Request, municipality: Municipality, /) -> HttpResponse:
    may_add = rules.CREATE_FORUM.name in request.permitted_here
    new = reverse("forums:create-forum")
    listing = Listing(
        request.GET,
        _rows(request),
        FORUM_COLUMNS,
        _("Forum"),
        default_sort="namn",
        filters=_filters(request),
        file_name="forum",
        empty=Empty(
            _("Här står alla forum där ni samverkar, vad de är till för och när de möts."),
            _("Till exempel BUS styrgrupp eller det brottsförebyggande skolnätverket."),
            _("Lägg till det första forumet") if may_add else "",
            new if may_add else "",
        ),
    )
    lead = _("Alla forum där %(place)s samverkar: vad de är till för, vem som leder dem och när.")
    buttons = [Button(_("Lägg till forum"), new)] if may_add else []
    return register_page(
        request, listing, _("Forum"), lead=lead % {"place": municipality}, buttons=buttons
    )


def _rows(request: Request) -> QuerySet[Any]:
    """Those that exist today, unless the ended ones are asked for."""
    rows = queries.forums_with_signs(request.actor)
    if request.GET.get(_SHOW) in {_ENDED, _ALL}:
        return rows
    return rows.filter(organisation.on(request.actor.today))


@page(rules.READ_FORUM)
def forum(request: Request, found: Forum, /) -> HttpResponse:
    actor = request.actor
    seats = list(queries.seats(actor, found.pk, actor.today))
    rhythms = list(queries.rhythms(actor, found.pk))
    items = queries.standing_items(actor, found.pk)
    noted = queries.lacks(actor, found.pk)
    functions = queries.leading_functions(actor, found)
    parts = {"seats": bool(seats), "rhythms": bool(rhythms), "standing_items": bool(items)}
    signs = queries.signs_of(actor, found.pk)
    may = _may(request, found)
    below = queries.below(actor, found.pk)
    owed = queries.owed_by(actor, found.pk, _MOST_OWED)
    context = {
        "forum": found,
        "lead": f"{found.get_level_display()} · {found.get_kind_display()}",
        "exists": actor.today in found.period,
        "signs": signs,
        "alive": alive(signs),
        "purpose": _purpose(found),
        "mandate": _mandate(found),
        "duties": list(_duties(found, functions)),
        "gaps": gaps(found, parts, [row for row in functions.values() if _is_vacant(row)]),
        "seats": [(seat, body_url(seat.body_id)) for seat in seats],
        "former_seats": list(queries.former_seats(actor, found.pk, actor.today)),
        "rhythms": [(rhythm, rhythm_in_words(rhythm)) for rhythm in rhythms],
        "promised": _promised(request, found),
        "meetings": queries.around_today(actor, found.pk),
        "debt": owed.own,
        "raised": owed.raised,
        "carried": owed.carried,
        "today": actor.today,
        "has_addresses": any(seat.contact_email for seat in seats),
        "standing_items": items,
        "feed_of": subject_of(found),
        "lacks": noted,
        "former_names": queries.former_names(actor, found.pk),
        "below": [(row.name, forum_url(row.pk)) for row in below],
        "sources": _sources(request, found, _parts(seats, rhythms, items, noted)),
        "panels": panels_of(actor, found),
        "may": may,
        "breadcrumbs": [*forum_crumbs(actor, found)[:-1], Crumb(found.name)],
    }
    return render(request, "forums/forum.html", context)


def _promised(request: Request, found: Forum) -> list[Promised]:
    """The promised meetings of a year and a half; of those to come only the next."""
    during = queries.a_year_and_a_half(request.actor)
    outcomes = queries.promises(request.actor, [found], during)[found.pk]
    coming = [each for each in outcomes if each.state == State.COMING]
    known = [each for each in outcomes if each.state != State.COMING]
    return [told(each) for each in [*known[-_MOST_PROMISED:], *coming[:1]]]


def _may(request: Request, found: Forum) -> frozenset[str]:
    actions = [
        *(rules.DESCRIBE_FORUM, rules.RENAME_FORUM, rules.END_FORUM, rules.ADD_SEAT),
        *(rules.ADD_RHYTHM, rules.ADD_STANDING_ITEM, rules.NOTE_LACK, rules.CITE_FORUM),
        *(rules.PLAN_MEETING, rules.FOLLOW_UP_IN_FORUM),
    ]
    return allowed(request.actor, found, actions)


def _purpose(found: Forum) -> list[Fact]:
    school_forms = ", ".join(str(SchoolForm(each).label) for each in found.school_forms)
    return [
        Fact(_("Syfte"), found.purpose),
        Fact(_("Mål"), found.goals),
        Fact(_("Målgrupp"), found.target_group),
        Fact(_("Åldrar"), _ages(found.age_from, found.age_to)),
        Fact(_("Skolformer"), school_forms),
        Fact(_("Fokusområden"), ", ".join(found.focus_areas)),
    ]


def _ages(low: int | None, high: int | None) -> str:
    ages = {"low": low, "high": high}
    if low is None:
        return "" if high is None else _("till och med %(high)s år") % ages
    return _("från %(low)s år") % ages if high is None else _("%(low)s–%(high)s år") % ages


def _mandate(found: Forum) -> list[Fact]:
    above, successor = found.above, found.successor
    basis = str(found.get_basis_display()) if found.basis else ""
    return [
        Fact(_("Vilar på"), ": ".join(part for part in (basis, found.basis_text) if part)),
        Fact(_("Får besluta själv"), found.decides),
        Fact(_("För vidare"), found.refers),
        Fact(_("Tas inte upp här"), found.not_discussed),
        Fact(_("Svarar till"), above.name if above else "", forum_url(above.pk) if above else ""),
        Fact(_("Anteckningarna är för"), str(found.get_reach_display())),
        Fact(_("Gäller"), formats.period(found)),
        *([Fact(_("Efterträds av"), successor.name, forum_url(successor.pk))] if successor else []),
    ]


def _duties(found: Forum, functions: dict[Any, Any]) -> Iterator[Fact]:
    for label, pk in (
        (_("Sammankallande"), found.convener_id),
        (_("Ordförande"), found.chair_id),
        (_("Sekreterare"), found.secretary_id),
    ):
        yield _function(label, functions.get(pk))
    documentation = str(found.get_documentation_display()) if found.documentation else ""
    yield Fact(_("Mötena dokumenteras i"), documentation)
    yield Fact(_("Följs upp"), found.follow_up)
    yield Fact(
        _("Nästa uppföljning"), formats.long_day(found.follow_up_on) if found.follow_up_on else ""
    )
    yield _function(_("Äger uppföljningen"), functions.get(found.follow_up_owner_id))


def _function(label: str, row: Any) -> Fact:
    if row is None:
        return Fact(label, "")
    holders = ", ".join(held.person.name for held in row.held) or _("vakant")
    return Fact(label, f"{row.title}, {row.body_name}", position_url(row.pk), holders)


def _is_vacant(row: Any) -> bool:
    return not any(held.kind in organisation.HOLDS for held in row.held)


def _parts(
    seats: list[Any], rhythms: list[Any], items: list[Any], lacks: list[Any]
) -> dict[UUID, str]:
    """What each part of the charter is called, where its sources are shown."""
    return {
        **{seat.pk: _("Plats: %(body)s") % {"body": seat.body_name} for seat in seats},
        **{
            rhythm.pk: _("Hur ofta: %(often)s") % {"often": rhythm_in_words(rhythm)}
            for rhythm in rhythms
        },
        **{item.pk: _("Punkt: %(title)s") % {"title": item.title} for item in items},
        **{lack.pk: _("Brist: %(text)s") % {"text": lack.text} for lack in lacks},
    }


def _sources(request: Request, found: Forum, about: dict[UUID, str]) -> list[Any]:
    ids = queries.forum_and_parts(request.actor, found.pk)
    return sources.sources_of(request.actor, ids, lambda each: about.get(each.object_id, ""))
