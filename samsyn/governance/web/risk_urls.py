"""The addresses of risks, recommendations and consultation rounds."""

from django.urls import path

from samsyn.access.api import PAPER_ENDINGS
from samsyn.governance.web import (
    consultation_papers,
    consultations,
    consultations_edit,
    recommendations,
    recommendations_edit,
    risks,
    risks_edit,
    risks_sourced,
)

_RISK, _RECOMMENDATION = "risker/<uuid:pk>/", "rekommendationer/<uuid:pk>/"
_CONSULTATION, _STATEMENT = "remisser/<uuid:pk>/", "remisser/yttranden/<uuid:pk>/"

urlpatterns = [
    path("risker/", risks.risks, name="risks"),
    *risks_edit.ADD.urls("risker/ny/", "add-risk"),
    path(_RISK, risks.risk, name="risk"),
    *risks_edit.CHANGE.urls(f"{_RISK}andra/", "change-risk"),
    *risks_edit.JUDGE.urls(f"{_RISK}bedom/", "judge-risk"),
    *risks_edit.CLOSE.urls(f"{_RISK}avsluta/", "close-risk"),
    *risks_sourced.CITE_RISK.urls(f"{_RISK}kalla/", "cite-risk"),
    path("rekommendationer/", recommendations.recommendations, name="recommendations"),
    *recommendations_edit.ADD.urls("rekommendationer/ny/", "add-recommendation"),
    path(_RECOMMENDATION, recommendations.recommendation, name="recommendation"),
    *recommendations_edit.CHANGE.urls(f"{_RECOMMENDATION}andra/", "change-recommendation"),
    *recommendations_edit.ANSWER.urls(f"{_RECOMMENDATION}svar/", "answer-recommendation"),
    *recommendations_edit.ACT.urls(f"{_RECOMMENDATION}atgard/", "act-on-recommendation"),
    *recommendations_edit.CLOSE.urls(f"{_RECOMMENDATION}avsluta/", "close-recommendation"),
    *risks_sourced.CITE_RECOMMENDATION.urls(f"{_RECOMMENDATION}kalla/", "cite-recommendation"),
    path("remisser/", consultations.consultations, name="consultations"),
    *consultations_edit.SEND.urls("remisser/ny/", "send-consultation"),
    *consultations_edit.SEND_FROM_FORUM.urls("remisser/fran-forum/<uuid:pk>/", "send-from-forum"),
    path(_CONSULTATION, consultations.consultation, name="consultation"),
    *consultations_edit.CHANGE.urls(f"{_CONSULTATION}andra/", "change-consultation"),
    *consultations_edit.COMPILE.urls(f"{_CONSULTATION}sammanstall/", "compile-consultation"),
    *risks_sourced.CITE_CONSULTATION.urls(f"{_CONSULTATION}kalla/", "cite-consultation"),
    *consultations_edit.STATE.urls(f"{_STATEMENT}skriv/", "make-statement"),
    *consultations_edit.MEET.urls(f"{_STATEMENT}svar/", "meet-statement"),
    *(
        path(
            f"{_CONSULTATION}sammanstallning.{ending}",
            consultation_papers.compilation,
            {"ending": ending},
            name=f"print-consultation-{ending}",
        )
        for ending in PAPER_ENDINGS
    ),
]
