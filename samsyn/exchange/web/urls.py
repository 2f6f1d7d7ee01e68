from django.urls import path

from samsyn.exchange.web import downloads, headings, imports, overview, uploads

app_name = "exchange"
_UPLOAD = "uppladdat/<uuid:pk>/"

urlpatterns = [
    path("", overview.overview, name="overview"),
    path("schema.json", downloads.schema, name="schema"),
    path("hamta/zip/", downloads.archive, name="download-archive"),
    path("hamta/json/", downloads.json, name="download-json"),
    path("hamta/kalkylblad/", downloads.workbook, name="download-workbook"),
    path("mall.xlsx", downloads.template, name="template"),
    path("ladda-upp/", uploads.upload, name="upload"),
    path(_UPLOAD, uploads.preview, name="preview"),
    path(f"{_UPLOAD}rubriker/", headings.headings, name="headings"),
    path(f"{_UPLOAD}rubriker/spara/", headings.name_headings, name="name-headings"),
    path(f"{_UPLOAD}las-in/", uploads.carry_out, name="carry-out-upload"),
    path(f"{_UPLOAD}kasta/", uploads.forget, name="forget-upload"),
    path("<uuid:pk>/", imports.done, name="import"),
]
