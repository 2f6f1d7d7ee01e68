"""The addresses of documents and of what is wrong with them."""

from django.urls import URLPattern, path

from samsyn.governance.web import (
    alarms,
    citing_laws,
    comparing,
    coverage,
    document,
    document_edit,
    document_parts,
    documents,
    remarks,
    training,
)

_DOCUMENT = "styrdokument/<uuid:pk>/"

urlpatterns: list[URLPattern] = [
    path("varningar/", alarms.all_alarms, name="alarms"),
    path("varningar/antal/", alarms.counted_alarms, name="counted-alarms"),
    path("styrdokument/", documents.documents, name="documents"),
    path("styrdokument/tackning/", coverage.coverage, name="coverage"),
    path("styrdokument/tackning/utbildning/", training.trained, name="training"),
    *document_edit.CREATE.urls("styrdokument/nytt/", "create-document"),
    path(_DOCUMENT, document.document, name="document"),
    *document_edit.ABOUT.urls(f"{_DOCUMENT}om/", "describe-document"),
    *document_edit.DECISION.urls(f"{_DOCUMENT}beslut/", "describe-document-decision"),
    *document_edit.DUTIES.urls(f"{_DOCUMENT}ansvar/", "describe-document-duties"),
    *document_edit.REPLACE.urls(f"{_DOCUMENT}ersatt/", "replace-document"),
    *document_edit.END.urls(f"{_DOCUMENT}avsluta/", "end-document"),
    path(f"{_DOCUMENT}oversedd/", document_parts.review, name="review-document"),
    *document_parts.ADD_FILE.urls(f"{_DOCUMENT}fil/", "add-document-file"),
    *document_parts.CONCERN.urls(f"{_DOCUMENT}ror/", "say-what-it-concerns"),
    *document_parts.TRAIN.urls(f"{_DOCUMENT}utbildning/", "record-training"),
    *document_parts.SPEAK.urls(f"{_DOCUMENT}dialog/", "record-dialogue"),
    *document_parts.CITE_SOURCE.urls(f"{_DOCUMENT}kalla/", "cite-document"),
    *citing_laws.IN_DOCUMENT.urls(f"{_DOCUMENT}lag/", "cite-law-in-document"),
    *remarks.ON_DOCUMENT.urls(f"{_DOCUMENT}brist/", "remark-on-document"),
    *citing_laws.IN_AGREEMENT.urls("avtal/<uuid:pk>/lag/", "cite-law-in-agreement"),
    *remarks.ON_AGREEMENT.urls("avtal/<uuid:pk>/brist/", "remark-on-agreement"),
    *remarks.MEND.urls("styrdokument/brister/<uuid:pk>/", "mend-remark"),
    path(
        "styrdokument/ror/<uuid:pk>/ta-bort/",
        document_parts.take_back_concern,
        name="take-back-concern",
    ),
    path("styrdokument/lagar/<uuid:pk>/ta-bort/", citing_laws.take_back, name="take-back-law"),
    path("avtalsfiler/<uuid:pk>/jamfor/", comparing.compare, name="compare-edition"),
]
