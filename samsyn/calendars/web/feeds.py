"""One's own addresses to subscribe to: made, shown once, and revoked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, Municipality, Request, command, page
from samsyn.calendars import actions, queries, rules
from samsyn.calendars.domain import Subject
from samsyn.calendars.models import Feed
from samsyn.calendars.sources import title_of
from samsyn.kernel.errors import NotFoundError
from samsyn.pages.api import Crumb


class SubjectForm(forms.Form):
    """Which object the feed is to be of; nothing for one's own."""

    object_type = forms.CharField(max_length=200, required=False)
    object_id = forms.UUIDField(required=False)


@dataclass(frozen=True, slots=True)
class _Row:
    title: str
    created_at: datetime
    fetched_at: datetime | None
    revoke_url: str


@page(rules.KEEP_FEEDS)
def feeds(request: Request, _municipality: Municipality, /) -> HttpResponse:
    return _page(request)


@command(rules.KEEP_FEEDS)
def make(request: Request, _municipality: Municipality, /) -> HttpResponse:
    """Show the address at once: it cannot be shown again."""
    made = actions.make_feed(_subject(request), actor=request.actor)
    return _page(request, made.address)


@command(rules.REVOKE_FEED)
def revoke(request: Request, feed: Feed, /) -> HttpResponse:
    actions.revoke_feed(feed, actor=request.actor)
    messages.success(request, _("Kalenderadressen är återkallad."))
    return redirect("calendars:feeds")


def _subject(request: Request) -> Subject:
    form = SubjectForm(request.POST)
    if not form.is_valid():
        raise NotFoundError
    object_id: UUID | None = form.cleaned_data["object_id"]
    return Subject(form.cleaned_data["object_type"], object_id) if object_id else Subject()


def _page(request: Request, address: str = "") -> HttpResponse:
    context = {
        "feeds": _rows(request.actor),
        "address": address,
        "make_url": reverse("calendars:make-feed"),
        "breadcrumbs": [Crumb(_("Kalender"))],
    }
    return render(request, "calendars/feeds.html", context)


def _rows(actor: Actor) -> Sequence[_Row]:
    return [_row(actor, feed) for feed in queries.own_feeds(actor)]


def _row(actor: Actor, feed: Feed) -> _Row:
    return _Row(
        name_of(actor, queries.subject_of(feed)),
        feed.created_at,
        feed.fetched_at,
        reverse("calendars:revoke-feed", args=[feed.pk]),
    )


def name_of(actor: Actor, subject: Subject) -> str:
    if subject.is_own:
        return _("Mina möten")
    return title_of(actor, subject) or _("Något som du inte längre har tillgång till")
