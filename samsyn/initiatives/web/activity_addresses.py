"""Where activities and tasks are, and the way to them."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.access.api import Actor
from samsyn.initiatives.models import Activity
from samsyn.initiatives.web.addresses import initiative_crumbs, initiatives_crumbs
from samsyn.pages.api import Crumb, page_url


def activity_url(activity_id: UUID) -> str:
    return page_url("initiatives:activity", activity_id)


def activities_crumbs(actor: Actor, row: Any) -> list[Crumb]:
    log = Crumb(_("Aktiviteter"), reverse("initiatives:activities"))
    return [*initiatives_crumbs(actor, row), log]


def activity_crumbs(actor: Actor, activity: Activity) -> list[Crumb]:
    return [*activities_crumbs(actor, activity), Crumb(activity.what, activity_url(activity.pk))]


def commission_crumbs(actor: Actor, row: Any) -> list[Crumb]:
    return initiative_crumbs(actor, row.initiative)
