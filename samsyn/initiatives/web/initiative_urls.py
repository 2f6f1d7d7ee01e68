"""The addresses of initiatives, methods and venues."""

from django.urls import path

from samsyn.access.api import PAPER_ENDINGS
from samsyn.initiatives.web import (
    area_map,
    course_edit,
    initiative,
    initiative_papers,
    needs,
    parts_edit,
    places,
    places_edit,
    portfolio,
    portfolio_edit,
    sourced,
    views,
)

_INITIATIVE, _METHOD, _VENUE = "insatser/<uuid:pk>/", "metoder/<uuid:pk>/", "moteplatser/<uuid:pk>/"
_FUNDING, _STAFFING = "insatser/finansiering/<uuid:pk>/", "insatser/tjanster/<uuid:pk>/"
_PARTNER, _EVALUATION = "insatser/deltagare/<uuid:pk>/", "insatser/uppfoljningar/<uuid:pk>/"
_BELONGING = "insatser/kopplingar/<uuid:pk>/"

urlpatterns = [
    path("insatser/", portfolio.initiatives, name="initiatives"),
    *portfolio_edit.ADD.urls("insatser/ny/", "add-initiative"),
    path("insatser/tavla/", views.board, name="board"),
    path("insatser/tidslinje/", views.timeline, name="timeline"),
    path("insatser/karta/", area_map.area_map, name="area-map"),
    path("insatser/resurser/", views.resources, name="resources"),
    path("insatser/behov/", needs.needs, name="needs"),
    path(_INITIATIVE, initiative.initiative, name="initiative"),
    *(
        path(
            f"{_INITIATIVE}slutrapport.{ending}",
            initiative_papers.final_report,
            {"ending": ending},
            name=f"print-initiative-{ending}",
        )
        for ending in PAPER_ENDINGS
    ),
    *portfolio_edit.DESCRIBE_WHAT.urls(f"{_INITIATIVE}vad/", "describe-initiative"),
    *portfolio_edit.DESCRIBE_WHOM.urls(f"{_INITIATIVE}for-vem/", "describe-initiative-whom"),
    *portfolio_edit.DESCRIBE_OWNER.urls(f"{_INITIATIVE}agare/", "describe-initiative-owner"),
    *portfolio_edit.DESCRIBE_PERIOD.urls(f"{_INITIATIVE}tid/", "describe-initiative-period"),
    *portfolio_edit.MOVE.urls(f"{_INITIATIVE}fas/", "move-initiative"),
    *portfolio_edit.CHOOSE_AREAS.urls(f"{_INITIATIVE}var/", "choose-areas"),
    *parts_edit.ADD_RESPONSIBLE.urls(f"{_INITIATIVE}ny-ansvarig/", "add-responsible"),
    *parts_edit.SPLIT_COST.urls(f"{_INITIATIVE}fordela/", "split-cost"),
    *parts_edit.CHANGE_RESPONSIBILITY.urls(
        "insatser/ansvar/<uuid:pk>/andra/", "change-responsibility"
    ),
    *parts_edit.END_RESPONSIBILITY.urls("insatser/ansvar/<uuid:pk>/avsluta/", "end-responsibility"),
    *parts_edit.ADD_FUNDING.urls(f"{_INITIATIVE}ny-finansiering/", "add-funding"),
    *parts_edit.CHANGE_FUNDING.urls(f"{_FUNDING}andra/", "change-funding"),
    path(f"{_FUNDING}ta-bort/", parts_edit.remove_funding, name="remove-funding"),
    *parts_edit.ADD_STAFFING.urls(f"{_INITIATIVE}nya-tjanster/", "add-staffing"),
    *parts_edit.CHANGE_STAFFING.urls(f"{_STAFFING}andra/", "change-staffing"),
    path(f"{_STAFFING}ta-bort/", parts_edit.remove_staffing, name="remove-staffing"),
    *parts_edit.ADD_PARTNER.urls(f"{_INITIATIVE}ny-deltagare/", "add-partner"),
    *parts_edit.CHANGE_PARTNER.urls(f"{_PARTNER}andra/", "change-partner"),
    path(f"{_PARTNER}ta-bort/", parts_edit.remove_partner, name="remove-partner"),
    *parts_edit.ADD_BELONGING.urls(f"{_INITIATIVE}koppla/", "add-belonging"),
    path(f"{_BELONGING}ta-bort/", parts_edit.remove_belonging, name="remove-belonging"),
    *course_edit.PLAN.urls(f"{_INITIATIVE}planera-uppfoljning/", "plan-evaluation"),
    *course_edit.NOTE.urls(f"{_INITIATIVE}tre-fragor/", "note-at-once"),
    *course_edit.EVALUATE.urls(f"{_EVALUATION}skriv/", "evaluate"),
    path(f"{_EVALUATION}ta-bort/", course_edit.remove_evaluation, name="remove-evaluation"),
    *course_edit.DECIDE.urls(f"{_INITIATIVE}beslut/", "decide-course"),
    *course_edit.CORRECT.urls("insatser/beslut/<uuid:pk>/ratta/", "correct-decision"),
    *sourced.CITE_INITIATIVE.urls(f"{_INITIATIVE}kalla/", "cite-initiative"),
    path("metoder/", places.methods, name="methods"),
    *places_edit.ADD_METHOD.urls("metoder/ny/", "add-method"),
    path(_METHOD, places.method, name="method"),
    *places_edit.CHANGE_METHOD.urls(f"{_METHOD}andra/", "change-method"),
    *sourced.CITE_METHOD.urls(f"{_METHOD}kalla/", "cite-method"),
    path("moteplatser/", places.venues, name="venues"),
    *places_edit.ADD_VENUE.urls("moteplatser/ny/", "add-venue"),
    path(_VENUE, places.venue, name="venue"),
    *places_edit.CHANGE_VENUE.urls(f"{_VENUE}andra/", "change-venue"),
    *places_edit.OFFER.urls(f"{_VENUE}nytt-utbud/", "offer-service"),
    *places_edit.CHANGE_SERVICE.urls("moteplatser/utbud/<uuid:pk>/andra/", "change-service"),
    *sourced.CITE_VENUE.urls(f"{_VENUE}kalla/", "cite-venue"),
]
