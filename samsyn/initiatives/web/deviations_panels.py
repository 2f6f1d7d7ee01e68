"""What is open in a forum, of a body or an initiative, on its page: what one may read of it."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.urls import reverse

from samsyn.access.api import Actor, permitted
from samsyn.forums.api import Forum
from samsyn.initiatives.models import Initiative
from samsyn.initiatives.queries import deviations as queries
from samsyn.initiatives.rules import deviations as rules
from samsyn.initiatives.web.deviation_addresses import deviation_url
from samsyn.initiatives.web.deviation_words import tags_of
from samsyn.organisation.api import Body, Part, add_panel

_MOST = 5


def register() -> None:
    add_panel(Forum, _of_forum)
    add_panel(Body, _of_body)
    add_panel(Initiative, _of_initiative)


def _of_forum(actor: Actor, forum: Any) -> Part:
    rows = queries.in_forum(actor, forum.pk).filter(queries.OPEN)
    links = _links(actor, forum, rules.KEEP_FORUM_LINKS, "initiatives:forum-report-links")
    report = f"{reverse('initiatives:report-deviation')}?forum={forum.pk}"
    return _part(actor, rows, links, report)


def _of_body(actor: Actor, body: Any) -> Part:
    rows = queries.deviations(actor).filter(queries.OPEN, pk__in=queries.of_party(actor, body.pk))
    links = _links(actor, body, rules.KEEP_BODY_LINKS, "initiatives:body-report-links")
    return _part(actor, rows, links, "")


def _of_initiative(actor: Actor, initiative: Any) -> Part:
    rows = queries.deviations(actor).filter(queries.OPEN, initiative=initiative.pk)
    report = f"{reverse('initiatives:report-deviation')}?insats={initiative.pk}"
    return _part(actor, rows, "", report)


def _links(actor: Actor, row: Any, action: Any, name: str) -> str:
    return reverse(name, args=[row.pk]) if permitted(actor, row, [action]) else ""


def _part(actor: Actor, rows: Any, links: str, report: str) -> Part:
    shown = {"rows": list(_rows(actor, rows)), "links_url": links, "report_url": report}
    return Part("initiatives/_deviations_panel.html", shown)


def _rows(actor: Actor, rows: Any) -> Iterator[tuple[str, str, Any]]:
    for row in islice(rows, _MOST):
        yield row.title, deviation_url(row), tags_of(row, actor)
