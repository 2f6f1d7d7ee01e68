"""What the routines and the role descriptions leave out."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samsyn.access.api import Municipality, Request, page
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
    context = {
        "forums": [
            (row.name, forum_url(row.pk), str(row.get_level_display()))
            for row in queries.forums_nobody_describes(actor)
        ],
        "leaders": [
            (row.title, position_url(row.pk), row.body_name)
            for row in queries.leaders_without_role(actor)
        ],
        "untaught": [
            (row.title, document_url(row.pk), str(row.get_kind_display()))
            for row in queries.untaught(actor)
        ],
        "missing": [
            (row.title, document_url(row.pk), row.required_by) for row in queries.missing(actor)
        ],
        "may_add": CREATE_DOCUMENT.name in request.permitted_here,
        "breadcrumbs": [*documents_crumbs(actor, municipality), Crumb(_("Täckning"))],
    }
    return render(request, "governance/document_coverage.html", context)
