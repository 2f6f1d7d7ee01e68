"""What a board answers for and a function owns of initiatives, on their own pages."""

from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, visible
from samsyn.forums.api import Forum
from samsyn.governance.api import Agreement, Assignment, GoverningDocument
from samsyn.initiatives.queries import portfolio as queries
from samsyn.initiatives.rules.portfolio import READ_INITIATIVE
from samsyn.initiatives.web.addresses import initiative_url
from samsyn.organisation.api import Body, Part, Position, add_panel

_MOST = 12
_PARTS_OF: dict[type[Model], str] = {
    Forum: "forum",
    GoverningDocument: "document",
    Agreement: "agreement",
    Assignment: "assignment",
}


def register() -> None:
    add_panel(Body, _of_body)
    add_panel(Position, _of_position)
    for model, field in _PARTS_OF.items():
        add_panel(model, partial(_belonging, field))


def _of_body(actor: Actor, body: Any) -> Part:
    living = visible(actor, READ_INITIATIVE).filter(queries.running(actor))
    own = living.filter(pk__in=queries.answered_by(actor, body.pk))
    taking_part = living.filter(pk__in=queries.partnered_by(actor, body.pk))
    groups = [(_("Ansvarar för"), list(_rows(own))), (_("Deltar i"), list(_rows(taking_part)))]
    return _part(groups)


def _of_position(actor: Actor, position: Any) -> Part:
    living = visible(actor, READ_INITIATIVE).filter(queries.running(actor))
    return _part([("", list(_rows(living.filter(owner=position.pk))))])


def _belonging(field: str, actor: Actor, row: Any) -> Part:
    """What belongs to a forum, a document, an agreement or an assignment; also what has ended."""
    ids = queries.belonging_to(actor, field, row.pk)
    return _part([("", list(_rows(visible(actor, READ_INITIATIVE).filter(pk__in=ids))))])


def _part(groups: list[tuple[str, list[tuple[str, str]]]]) -> Part:
    told = [(label, rows) for label, rows in groups if rows]
    return Part("initiatives/_owned.html", {"title": _("Insatser"), "groups": told})


def _rows(rows: Any) -> Iterator[tuple[str, str]]:
    for row in islice(rows.order_by("title_key", "pk"), _MOST):
        yield row.title, initiative_url(row.pk)
