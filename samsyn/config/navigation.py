"""What stands around every page: where one can go, who one is, and why one may see this."""

from collections.abc import Container
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access import api as access
from samsyn.calendars.api import KEEP_FEEDS
from samsyn.exchange.api import READ_IMPORTS
from samsyn.forums.api import READ_FORUMS
from samsyn.governance.api import (
    READ_AGREEMENTS,
    READ_CONSULTATIONS,
    READ_CYCLE,
    READ_DOCUMENTS,
    READ_LAWS,
    READ_MATTERS,
    READ_PRIORITIES,
    READ_RECOMMENDATIONS,
    READ_RISKS,
)
from samsyn.initiatives.api import (
    READ_ACTIVITIES,
    READ_DEVIATIONS,
    READ_INDICATORS,
    READ_INITIATIVES,
    READ_METHODS,
    READ_TASKS,
    READ_VENUES,
)
from samsyn.organisation import api as organisation
from samsyn.organisation import rules
from samsyn.post.api import READ_LETTERS
from samsyn.sources.api import READ_DOCUMENTS as READ_SOURCES


@dataclass(frozen=True, slots=True)
class Item:
    label: str
    url: str
    is_current: bool
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    label: str
    items: list[Item]


@dataclass(frozen=True, slots=True)
class _Way:
    """A place to go, for those who may."""

    label: str | Promise
    url_name: str
    action: access.Action[Any] = rules.READ_ORGANISATION


_HOME = _Way(gettext_lazy("Min dag"), "organisation:my-day")
_WAYS: tuple[tuple[str | Promise, tuple[_Way, ...]], ...] = (
    ("", (_HOME, _Way(gettext_lazy("Kalender"), "calendars:feeds", KEEP_FEEDS))),
    (
        gettext_lazy("Samverkan"),
        (
            _Way(gettext_lazy("Forum"), "forums:forums", READ_FORUMS),
            _Way(gettext_lazy("Möten"), "forums:meetings", READ_FORUMS),
            _Way(gettext_lazy("Uppföljningar"), "forums:follow-ups", READ_FORUMS),
            _Way(gettext_lazy("Karta över forum"), "forums:map", READ_FORUMS),
            _Way(gettext_lazy("Parallella spår"), "forums:tracks", READ_FORUMS),
            _Way(gettext_lazy("Hålls mötena?"), "forums:promises", READ_FORUMS),
            _Way(gettext_lazy("Läsårstider"), "forums:school-terms", READ_FORUMS),
        ),
    ),
    (
        gettext_lazy("Styrning"),
        (
            _Way(gettext_lazy("Avtal"), "governance:agreements", READ_AGREEMENTS),
            _Way(gettext_lazy("Ärenden"), "governance:matters", READ_MATTERS),
            _Way(gettext_lazy("Styrdokument"), "governance:documents", READ_DOCUMENTS),
            _Way(gettext_lazy("Prioriteringar"), "governance:priorities", READ_PRIORITIES),
            _Way(gettext_lazy("Årshjul"), "governance:annual-cycle", READ_CYCLE),
            _Way(gettext_lazy("Risker och hinder"), "governance:risks", READ_RISKS),
            _Way(
                gettext_lazy("Rekommendationer"),
                "governance:recommendations",
                READ_RECOMMENDATIONS,
            ),
            _Way(gettext_lazy("Remisser"), "governance:consultations", READ_CONSULTATIONS),
            _Way(gettext_lazy("Täckning"), "governance:coverage", READ_DOCUMENTS),
            _Way(gettext_lazy("Lagar"), "governance:laws", READ_LAWS),
            _Way(gettext_lazy("Varningar"), "governance:alarms", READ_DOCUMENTS),
        ),
    ),
    (
        gettext_lazy("Insatser"),
        (
            _Way(gettext_lazy("Portfölj"), "initiatives:initiatives", READ_INITIATIVES),
            _Way(gettext_lazy("Indikatorer"), "initiatives:indicators", READ_INDICATORS),
            _Way(gettext_lazy("Aktiviteter"), "initiatives:activities", READ_ACTIVITIES),
            _Way(gettext_lazy("Aktivitetslistor"), "initiatives:tasks", READ_TASKS),
            _Way(gettext_lazy("Avvikelser"), "initiatives:deviations", READ_DEVIATIONS),
            _Way(gettext_lazy("Metoder"), "initiatives:methods", READ_METHODS),
            _Way(gettext_lazy("Platser"), "initiatives:venues", READ_VENUES),
        ),
    ),
    (
        gettext_lazy("Organisation"),
        (
            _Way(gettext_lazy("Organ"), "organisation:bodies"),
            _Way(gettext_lazy("Funktioner"), "organisation:positions"),
            _Way(gettext_lazy("Personer"), "organisation:persons"),
            _Way(gettext_lazy("Överlämning"), "forums:hand-overs", READ_FORUMS),
            _Way(gettext_lazy("Områden"), "organisation:areas"),
            _Way(gettext_lazy("Mandatperioder"), "organisation:terms"),
            _Way(gettext_lazy("Källor"), "sources:documents", READ_SOURCES),
        ),
    ),
    (
        gettext_lazy("Förvaltning"),
        (
            _Way(gettext_lazy("Samverkansfil"), "exchange:overview", READ_IMPORTS),
            _Way(gettext_lazy("Konton och roller"), "organisation:accounts", rules.READ_ACCOUNTS),
            _Way(gettext_lazy("Brev"), "post:letters", READ_LETTERS),
            _Way(gettext_lazy("Spårbarhet"), "organisation:trail", rules.READ_TRAIL),
        ),
    ),
)


def frame(request: HttpRequest) -> dict[str, Any]:
    """Add what base.html shows around the page; nothing for one who has not come in by a door."""
    actor: access.Actor | None = getattr(request, "actor", None)
    if actor is not None and actor.link_id:
        return {"municipality": getattr(request, "municipality", None)}
    if actor is None:
        return (
            {"navigation": [Group("", [_item(_HOME, _nearest(request.path))])]}
            if _is_in(request)
            else {}
        )
    return {
        "navigation": _navigation(request),
        "municipality": getattr(request, "municipality", None),
        "municipalities": getattr(request, "municipalities", ()),
        "person_name": organisation.queries.name_of_account(actor),
        "role_names": sorted({str(access.Role(held.role).label) for held in actor.held}),
        "grounds": _grounds(request, actor),
    }


def _is_in(request: HttpRequest) -> bool:
    return hasattr(request, "user") and request.user.is_authenticated


def _navigation(request: HttpRequest) -> list[Group]:
    allowed: Container[str] = request.permitted_here  # type: ignore[attr-defined]
    current = _nearest(request.path)
    groups = [
        Group(str(label), [_item(way, current) for way in ways if way.action.name in allowed])
        for label, ways in _WAYS
    ]
    return [group for group in groups if group.items]


def _nearest(here: str) -> str:
    """The address of the place that the page lies in: the longest that it begins with."""
    urls = [_url(way.url_name) for _label, ways in _WAYS for way in ways]
    within = [url for url in urls if here == url or (url != "/" and here.startswith(url))]
    return max(within, key=len, default="")


def _item(way: _Way, current: str) -> Item:
    url = _url(way.url_name)
    return Item(str(way.label), url, is_current=url == current)


@cache
def _url(name: str) -> str:
    """Every page shows every way: each is worked out once."""
    return reverse(name)


def _grounds(request: HttpRequest, actor: access.Actor) -> list[str]:
    held: list[access.Held] = getattr(request, "grounds", [])
    ids = [each.body_id for each in held if each.body_id]
    names = organisation.queries.names_of_some_bodies(actor, ids) if ids else {}
    return [_ground(each, names.get(each.body_id, "") if each.body_id else "") for each in held]


def _ground(held: access.Held, body_name: str) -> str:
    role = access.Role(held.role).label
    if not body_name:
        return _("Du är %(role)s i hela kommunen.") % {"role": role}
    return _("Du är %(role)s i %(body)s.") % {"role": role, "body": body_name}
