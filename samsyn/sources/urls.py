from django.urls import path

from samsyn.sources.web import documents, documents_edit

app_name = "sources"
_DOCUMENT = "<uuid:pk>/"

urlpatterns = [
    path("", documents.documents, name="documents"),
    *documents_edit.CREATE.urls("ny/", "create-document"),
    path(_DOCUMENT, documents.document, name="document"),
    *documents_edit.DESCRIBE.urls(f"{_DOCUMENT}ratta/", "describe-document"),
    path("stallen/<uuid:pk>/ta-bort/", documents_edit.remove_citation, name="remove-citation"),
]
