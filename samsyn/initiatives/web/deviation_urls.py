"""The addresses of deviations, their routines and the links by which they are reported."""

from django.urls import path

from samsyn.access.api import PAPER_ENDINGS
from samsyn.initiatives.web import (
    deviation_compilation,
    deviation_endings,
    deviation_links,
    deviation_papers,
    deviation_patterns,
    deviation_routines,
    deviations,
    deviations_by_link,
    deviations_edit,
    deviations_lift,
)

_DEVIATION, _ROUTINE = "avvikelser/<uuid:pk>/", "avvikelser/rutiner/<uuid:pk>/"
_OF_BODY, _OF_FORUM = "avvikelser/lankar/organ/<uuid:pk>/", "avvikelser/lankar/forum/<uuid:pk>/"
_BY_BODY, _BY_FORUM = "rapportera/organ/<token>/", "rapportera/forum/<token>/"

urlpatterns = [
    path("avvikelser/", deviations.deviations, name="deviations"),
    *deviations_edit.REPORT.urls("avvikelser/ny/", "report-deviation"),
    path(_DEVIATION, deviations.deviation, name="deviation"),
    *deviations_edit.SORT.urls(f"{_DEVIATION}ordna/", "sort-deviation"),
    *deviations_edit.HAND.urls(f"{_DEVIATION}handlaggare/", "name-handler"),
    *deviations_edit.NOTE.urls(f"{_DEVIATION}anteckna/", "note-on-deviation"),
    *deviations_edit.ANSWER.urls(f"{_DEVIATION}svara/", "answer-deviation"),
    *deviations_lift.LIFT.urls(f"{_DEVIATION}lyft/", "lift-deviation"),
    *deviation_endings.CLOSE.urls(f"{_DEVIATION}avsluta/", "close-deviation"),
    *deviation_endings.MASK.urls(f"{_DEVIATION}ta-bort-ord/", "mask-deviation"),
    path(f"{_DEVIATION}kvitto/", deviation_links.revoke_receipt, name="revoke-receipt"),
    path("avvikelser/monster/", deviation_patterns.patterns, name="deviation-patterns"),
    path(
        "avvikelser/sammanstallning/",
        deviation_compilation.compilation,
        name="deviation-compilation",
    ),
    *(
        path(
            f"avvikelser/sammanstallning.{ending}",
            deviation_papers.compilation,
            {"ending": ending},
            name=f"print-deviations-{ending}",
        )
        for ending in PAPER_ENDINGS
    ),
    path("avvikelser/rutiner/", deviation_routines.routines, name="deviation-routines"),
    *deviation_routines.ADD.urls("avvikelser/rutiner/ny/", "add-deviation-routine"),
    *deviation_routines.CHANGE.urls(f"{_ROUTINE}andra/", "change-deviation-routine"),
    path(_OF_BODY, deviation_links.of_body, name="body-report-links"),
    path(f"{_OF_BODY}skicka/", deviation_links.send_for_body, name="body-report-links-send"),
    path(f"{_OF_BODY}aterkalla/", deviation_links.revoke_of_body, name="body-report-links-revoke"),
    path(_OF_FORUM, deviation_links.of_forum, name="forum-report-links"),
    path(f"{_OF_FORUM}skicka/", deviation_links.send_for_forum, name="forum-report-links-send"),
    path(
        f"{_OF_FORUM}aterkalla/", deviation_links.revoke_of_forum, name="forum-report-links-revoke"
    ),
    path(_BY_BODY, deviations_by_link.show_for_body, name="report-for-body"),
    path(f"{_BY_BODY}skicka/", deviations_by_link.report_for_body, name="report-for-body-send"),
    path(_BY_FORUM, deviations_by_link.show_for_forum, name="report-for-forum"),
    path(f"{_BY_FORUM}skicka/", deviations_by_link.report_for_forum, name="report-for-forum-send"),
    path("rapporterat/<token>/", deviations_by_link.receipt, name="receipt"),
]
