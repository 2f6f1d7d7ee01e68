"""The addresses of indicators, their values, and the logic of initiatives."""

from django.urls import path

from samsyn.initiatives.web import (
    indicator,
    indicator_sourced,
    indicators,
    indicators_edit,
    logic_edit,
    stored,
    values_edit,
    values_import,
)

_INDICATOR = "indikatorer/<uuid:pk>/"
_INITIATIVE = "insatser/<uuid:pk>/"

urlpatterns = [
    path("indikatorer/", indicators.indicators, name="indicators"),
    *indicators_edit.ADD.urls("indikatorer/ny/", "add-indicator"),
    path(_INDICATOR, indicator.indicator, name="indicator"),
    *indicators_edit.DESCRIBE.urls(f"{_INDICATOR}andra/", "describe-indicator"),
    *indicators_edit.AIM.urls(f"{_INDICATOR}mal/", "set-target"),
    *indicators_edit.CHANGE_AIM.urls("indikatorer/mal/<uuid:pk>/andra/", "change-target"),
    *indicators_edit.JUDGE.urls(f"{_INDICATOR}bedom/", "judge-indicator"),
    *indicators_edit.BREAK.urls("indikatorer/perioder/<uuid:pk>/brott/", "mark-break"),
    *indicator_sourced.CITE_INDICATOR.urls(f"{_INDICATOR}kalla/", "cite-indicator"),
    path(f"{_INDICATOR}lagrade/", stored.stored, name="stored-values"),
    path(f"{_INDICATOR}varden/", values_edit.values, name="enter-values"),
    path(f"{_INDICATOR}varden/spara/", values_edit.save_values, name="enter-values-save"),
    *values_import.IMPORT.urls(f"{_INDICATOR}las-in/", "import-values"),
    *logic_edit.ADD_STEP.urls(f"{_INITIATIVE}nytt-steg/", "add-step"),
    *logic_edit.CHANGE_STEP.urls("insatser/steg/<uuid:pk>/andra/", "change-step"),
    path("insatser/steg/<uuid:pk>/ta-bort/", logic_edit.remove_step, name="remove-step"),
    *logic_edit.ADD_MEASURE.urls(f"{_INITIATIVE}nytt-matt/", "add-measure"),
    path("insatser/matt/<uuid:pk>/ta-bort/", logic_edit.remove_measure, name="remove-measure"),
    *logic_edit.MAKE_CLAIM.urls(f"{_INITIATIVE}nytt-pastaende/", "make-claim"),
    *logic_edit.CHANGE_CLAIM.urls("insatser/pastaenden/<uuid:pk>/andra/", "change-claim"),
    path("insatser/pastaenden/<uuid:pk>/ta-bort/", logic_edit.remove_claim, name="remove-claim"),
]
