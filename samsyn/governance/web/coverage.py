"""What the routines and the role descriptions leave out."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samsyn.access.api import Municipality, Request, page
from samsyn.forums.api import Level
from samsyn.governance.models import DocumentKind
from samsyn.governance.queries import coverage as queries
from samsyn.governance.rules.documents import CREATE_DOCUMENT, READ_DOCUMENTS
from samsyn.governance.web.agreement_addresses import position_url
from samsyn.governance.web.document_addresses import (
    document_url,
    documents_crumbs,
    forum_url,
)
from samsyn.pages.api import Crumb


@page(READ_DOCUMENTS)
def coverage(request: Request, municipality: Municipality, /) -> HttpResponse:
    actor = request.actor
    undescribed, missing = queries.forums_nobody_describes(actor), queries.missing(actor)
    leaders = queries.leaders_without_role(actor).prefetch_related(None)
    context = {
        "forums": [
            (name, forum_url(pk), str(Level(level).label))
            for name, pk, level in undescribed.values_list("name", "pk", "level")
        ],
        "leaders": [
            (title, position_url(pk), body)
            for title, pk, body in leaders.values_list("title", "pk", "body_name")
        ],
        "untaught": [
            (title, document_url(pk), str(DocumentKind(kind).label))
            for title, pk, kind in queries.untaught(actor).values_list("title", "pk", "kind")
        ],
        "missing": [
            (title, document_url(pk), required_by)
            for title, pk, required_by in missing.values_list("title", "pk", "required_by")
        ],
        "may_add": CREATE_DOCUMENT.name in request.permitted_here,
        "breadcrumbs": [*documents_crumbs(actor, municipality), Crumb(_("Täckning"))],
    }
    return render(request, "governance/document_coverage.html", context)
