"""The addresses of areas, proposals and assignments."""

from django.urls import path

from samsyn.governance.web import cycle_sourced, priorities, priorities_edit

_TOP = "prioriteringar/"
_AREA = f"{_TOP}omraden/<uuid:pk>/"
_PROPOSAL = f"{_TOP}forslag/<uuid:pk>/"
_ASSIGNMENT = f"{_TOP}uppdrag/<uuid:pk>/"

urlpatterns = [
    path(_TOP, priorities.priorities, name="priorities"),
    *priorities_edit.CHOOSE_AREA.urls(f"{_TOP}omraden/nytt/", "choose-area"),
    path(_AREA, priorities.area, name="area"),
    *priorities_edit.CHANGE_AREA.urls(f"{_AREA}andra/", "change-area"),
    path(f"{_TOP}forslag/", priorities.proposals, name="proposals"),
    *priorities_edit.MAKE_PROPOSAL.urls(f"{_TOP}forslag/nytt/", "make-proposal"),
    path(_PROPOSAL, priorities.proposal, name="proposal"),
    *priorities_edit.CHANGE_PROPOSAL.urls(f"{_PROPOSAL}andra/", "change-proposal"),
    *priorities_edit.ANSWER.urls(f"{_TOP}svar/<uuid:pk>/", "answer-proposal"),
    path(f"{_TOP}uppdrag/", priorities.assignments, name="assignments"),
    *priorities_edit.GIVE.urls(f"{_TOP}uppdrag/nytt/", "give-assignment"),
    path(_ASSIGNMENT, priorities.assignment, name="assignment"),
    *priorities_edit.CHANGE_ASSIGNMENT.urls(f"{_ASSIGNMENT}andra/", "change-assignment"),
    *priorities_edit.END.urls(f"{_ASSIGNMENT}avsluta/", "end-assignment"),
    *cycle_sourced.CITE_AREA.urls(f"{_AREA}ny-kalla/", "cite-area"),
    *cycle_sourced.CITE_PROPOSAL.urls(f"{_PROPOSAL}ny-kalla/", "cite-proposal"),
    *cycle_sourced.CITE_ASSIGNMENT.urls(f"{_ASSIGNMENT}ny-kalla/", "cite-assignment"),
]
