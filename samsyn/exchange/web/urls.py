from django.urls import path

from samsyn.exchange.web import downloads, imports, overview, uploads

app_name = "exchange"
_UPLOAD = "uppladdat/<uuid:pk>/"

urlpatterns = [
    path("", overview.overview, name="overview"),
    path("schema.json", downloads.schema, name="schema"),
    path("hamta/zip/", downloads.archive, name="download-archive"),
    path("hamta/json/", downloads.json, name="download-json"),
    path("ladda-upp/", uploads.upload, name="upload"),
    path(_UPLOAD, uploads.preview, name="preview"),
    path(f"{_UPLOAD}las-in/", uploads.carry_out, name="carry-out-upload"),
    path(f"{_UPLOAD}kasta/", uploads.forget, name="forget-upload"),
    path("<uuid:pk>/", imports.done, name="import"),
]
