"""The map of forums: who sits where, which may be parallel tracks, and which keep their promise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import Actor, Edit, Municipality, Request, page
from samsyn.forums import actions, queries, rules
from samsyn.forums.domain.compliance import Outcome, State
from samsyn.forums.domain.overlap import LIKELY, Aspect, Likeness, Reason
from samsyn.forums.models import Forum, Level, SchoolForm
from samsyn.forums.queries import Cover
from samsyn.forums.web.addresses import body_url, forum_url
from samsyn.forums.web.charter_edit import text
from samsyn.forums.web.picture import drawn
from samsyn.forums.web.promises import Promised, told
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import Crumb, Tab, fields

_BODIES, _AREAS, _SCHOOLS = "organ", "fokus", "skolform"
_MOST_TOLD = 6


def map_crumbs(actor: Actor, row: Any) -> list[Crumb]:
    del actor, row
    return [
        Crumb(_("Forum"), reverse("forums:forums")),
        Crumb(_("Karta över forum"), reverse("forums:map")),
    ]


@page(rules.READ_FORUMS)
def forum_map(request: Request, _municipality: Municipality, /) -> HttpResponse:
    among = sorted(queries.living(request.actor), key=lambda forum: _LEVELS.index(forum.level))
    chosen = request.GET.get("visa", _BODIES)
    cover = _cover(request.actor, among, chosen)
    absent = queries.absent_parties(request.actor) if chosen == _BODIES else []
    context = {
        "picture": drawn(cover),
        "tabs": [Tab(str(label), f"?visa={key}", is_current=key == chosen) for key, label in _WAYS],
        "what": dict(_WAYS).get(chosen, _WAYS[0][1]),
        "absent": [(name, body_url(pk)) for name, pk in absent],
        "breadcrumbs": [Crumb(_("Forum"), reverse("forums:forums")), Crumb(_("Karta över forum"))],
    }
    return render(request, "forums/map.html", context)


_LEVELS = list(Level.values)
_WAYS: tuple[tuple[str, Promise], ...] = (
    (_BODIES, gettext_lazy("Organ")),
    (_AREAS, gettext_lazy("Fokusområden")),
    (_SCHOOLS, gettext_lazy("Skolformer")),
)


def _cover(actor: Actor, among: list[Forum], chosen: str) -> Cover:
    if chosen == _AREAS:
        return queries.by_words(among, "focus_areas", {})
    if chosen == _SCHOOLS:
        return queries.by_words(among, "school_forms", dict(SchoolForm.choices))
    return queries.by_bodies(actor, among)


@dataclass(frozen=True, slots=True)
class Track:
    """Two forums that may be the same, and why."""

    one: Forum
    other: Forum
    url: str
    other_url: str
    apart_url: str
    reasons: list[str]


@page(rules.READ_FORUMS)
def parallel(request: Request, _municipality: Municipality, /) -> HttpResponse:
    among = queries.living(request.actor)
    found = queries.parallel_tracks(request.actor, among)
    tracks = _tracks(request.actor, among, found)
    likely = sum(each.score >= LIKELY for each in found)
    context = {
        "tracks": tracks[:likely],
        "weaker": tracks[likely:],
        "aparts": list(queries.aparts(request.actor)),
        "may": rules.LOOK_AT_TRACKS.name in request.permitted_here,
        "breadcrumbs": [*map_crumbs(request.actor, None)[:1], Crumb(_("Parallella spår"))],
    }
    return render(request, "forums/tracks.html", context)


def _tracks(actor: Actor, among: list[Forum], found: Sequence[Likeness]) -> list[Track]:
    forums = {forum.pk: forum for forum in among}
    names = _names(actor, found)
    return [_track(forums[each.a], forums[each.b], each, names) for each in found]  # type: ignore[index]


def _track(one: Forum, other: Forum, each: Likeness, names: Mapping[Any, str]) -> Track:
    telling = (reason for reason in each.reasons if reason.aspect in _REASONS)
    reasons = [_reason(reason, names) for reason in telling]
    apart = f"{reverse('forums:keep-apart')}?ett={one.pk}&annat={other.pk}"
    return Track(one, other, forum_url(one.pk), forum_url(other.pk), apart, reasons)


def _names(actor: Actor, found: Sequence[Likeness]) -> Mapping[Any, str]:
    """What the bodies and functions are called that two forums share."""
    shared = [reason for each in found for reason in each.reasons]
    bodies = {key for reason in shared if reason.aspect == Aspect.BODIES for key in reason.shared}
    functions = {
        key for reason in shared if reason.aspect == Aspect.FUNCTIONS for key in reason.shared
    }
    named: dict[Any, str] = dict(organisation.names_of_some_bodies(actor, list(bodies)))  # type: ignore[arg-type]
    rows = organisation.positions_with_bodies(actor).filter(pk__in=functions)
    return named | {row.pk: f"{row.title} ({row.body_name})" for row in rows}


_REASONS: Mapping[Aspect, Promise] = {
    Aspect.WORDS: gettext_lazy("samma ord i uppdraget: %(shared)s"),
    Aspect.FOCUS_AREAS: gettext_lazy("samma fokusområden: %(shared)s"),
    Aspect.BODIES: gettext_lazy("samma organ: %(shared)s"),
    Aspect.FUNCTIONS: gettext_lazy("samma funktioner: %(shared)s"),
    Aspect.AGES: gettext_lazy("samma åldrar: %(shared)s år"),
    Aspect.SCHOOL_FORMS: gettext_lazy("samma skolformer: %(shared)s"),
}


def _reason(reason: Reason, names: Mapping[Any, str]) -> str:
    return str(_REASONS[reason.aspect]) % {"shared": _shared(reason, names)}


def _shared(reason: Reason, names: Mapping[Any, str]) -> str:
    if reason.aspect == Aspect.AGES:
        youngest, after = (int(str(end)) for end in reason.shared)
        return f"{youngest}–{after - 1}"
    labels = dict(SchoolForm.choices)
    return ", ".join(
        str(labels.get(each, names.get(each, each)))  # type: ignore[call-overload]
        for each in reason.shared
    )


class ApartForm(forms.Form):
    one = fields.choice(gettext_lazy("Det ena forumet"))
    other = fields.choice(gettext_lazy("Det andra"))
    why = text(gettext_lazy("Varför är de inte samma sak?"))

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data)
        for name in ("one", "other"):
            offered = [("", _("Välj forum")), *queries.forum_choices(actor)]
            self.fields[name].choices = offered  # type: ignore[attr-defined]
        self.fields["why"].required = True


def _keep_apart(_municipality: Municipality, form: forms.Form, actor: Actor) -> str:
    answers = form.cleaned_data
    actions.keep_apart(UUID(answers["one"]), UUID(answers["other"]), answers["why"], actor=actor)
    return reverse("forums:tracks")


KEEP_APART = Edit(
    action=rules.LOOK_AT_TRACKS,
    title=gettext_lazy("Inte samma sak"),
    lead=gettext_lazy("De två visas sedan inte som parallella spår."),
    submit=gettext_lazy("Spara"),
    form=lambda actor, _row, data: ApartForm(actor, data),
    prefill=(("one", "ett"), ("other", "annat")),
    act=_keep_apart,
    crumbs=lambda actor, row: [
        *map_crumbs(actor, row)[:1],
        Crumb(_("Parallella spår"), reverse("forums:tracks")),
    ],
    done=gettext_lazy("Det är antecknat."),
)


@dataclass(frozen=True, slots=True)
class PromisesOf:
    """A forum with the promised meetings that nothing says were held, the latest of them named."""

    forum: Forum
    url: str
    shown: list[Promised]
    count: int
    more: int


@page(rules.READ_FORUMS)
def promises(request: Request, _municipality: Municipality, /) -> HttpResponse:
    """Every forum with what became of the meetings that it has promised."""
    among = queries.living(request.actor)
    during = queries.a_year_and_a_half(request.actor)
    found = queries.promises(request.actor, among, during)
    missing = {pk: [o for o in of if o.state == State.MISSED] for pk, of in found.items()}
    context = {
        "rows": [_promises_of(forum, missing[forum.pk]) for forum in among if found[forum.pk]],
        "silent": [(forum.name, forum_url(forum.pk)) for forum in among if not found[forum.pk]],
        "missing": sum(map(len, missing.values())),
        "breadcrumbs": [*map_crumbs(request.actor, None)[:1], Crumb(_("Hålls mötena?"))],
    }
    return render(request, "forums/promises.html", context)


def _promises_of(forum: Forum, missing: list[Outcome]) -> PromisesOf:
    shown = [told(each) for each in missing[-_MOST_TOLD:]]
    return PromisesOf(forum, forum_url(forum.pk), shown, len(missing), len(missing) - len(shown))
