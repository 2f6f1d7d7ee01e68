"""The addresses of activities, series, visits, shifts, lists and what is ordered."""

from django.urls import path

from samsyn.initiatives.web import (
    activities,
    activities_edit,
    activities_import,
    commissions,
    course_edit,
    projects_edit,
    visits_edit,
)

_INITIATIVE, _ACTIVITY = "insatser/<uuid:pk>/", "aktiviteter/<uuid:pk>/"
_SERIES, _TASK = "insatser/serier/<uuid:pk>/", "aktivitetslistor/<uuid:pk>/"
_COMMISSION = "insatser/bestallningar/<uuid:pk>/"

urlpatterns = [
    path("aktiviteter/", activities.activities, name="activities"),
    *activities_import.OF_ALL.urls("aktiviteter/las-in/", "import-activities"),
    path(_ACTIVITY, activities.activity, name="activity"),
    *activities_edit.LOG.urls(f"{_INITIATIVE}logga/", "log-activity"),
    *activities_import.OF_INITIATIVE.urls(f"{_INITIATIVE}las-in/", "import-activities-of"),
    *activities_edit.CHANGE.urls(f"{_ACTIVITY}andra/", "change-activity"),
    path(f"{_ACTIVITY}ta-bort/", activities_edit.remove_activity, name="remove-activity"),
    *course_edit.NOTE_ACTIVITY.urls(f"{_ACTIVITY}tre-fragor/", "note-activity"),
    *activities_edit.ADD_SERIES.urls(f"{_INITIATIVE}ny-serie/", "add-series"),
    *activities_edit.CHANGE_SERIES.urls(f"{_SERIES}andra/", "change-series"),
    path(f"{_SERIES}ta-bort/", activities_edit.remove_series, name="remove-series"),
    *activities_edit.PLAN_VISITS.urls(f"{_INITIATIVE}planera-besok/", "plan-visits"),
    *visits_edit.CHANGE_VISITS.urls("insatser/besok/<uuid:pk>/andra/", "change-visit-plan"),
    path(
        "insatser/besok/<uuid:pk>/ta-bort/",
        activities_edit.remove_visit_plan,
        name="remove-visit-plan",
    ),
    *activities_edit.PLAN_SHIFT.urls(f"{_INITIATIVE}planera-narvaro/", "plan-shift"),
    *activities_edit.END_SHIFT.urls("insatser/narvaro/<uuid:pk>/avsluta/", "end-shift"),
    path("aktivitetslistor/", activities.tasks, name="tasks"),
    *projects_edit.ADD_TASK.urls(f"{_INITIATIVE}ny-i-listan/", "add-task"),
    *projects_edit.CHANGE_TASK.urls(f"{_TASK}andra/", "change-task"),
    *projects_edit.END_TASK.urls(f"{_TASK}avsluta/", "end-task"),
    path("bestallningar/", commissions.commissions, name="commissions"),
    *projects_edit.ORDER.urls(f"{_INITIATIVE}bestall/", "order"),
    *projects_edit.CHANGE_COMMISSION.urls(f"{_COMMISSION}andra/", "change-commission"),
    path(f"{_COMMISSION}ta-bort/", projects_edit.remove_commission, name="remove-commission"),
    *projects_edit.DELIVER.urls(f"{_COMMISSION}leverans/", "deliver"),
    path(
        "insatser/leveranser/<uuid:pk>/ta-bort/",
        projects_edit.remove_delivery,
        name="remove-delivery",
    ),
]
