"""The addresses of laws."""

from django.urls import URLPattern, path

from samsyn.governance.web import laws, laws_edit

_LAW = "lagar/<uuid:pk>/"

urlpatterns: list[URLPattern] = [
    path("lagar/", laws.laws, name="laws"),
    *laws_edit.ADD.urls("lagar/ny/", "add-law"),
    path("lagar/bibliotek/", laws_edit.library, name="law-library"),
    path("lagar/bibliotek/hamta/", laws_edit.fetch_library, name="fetch-library"),
    path(_LAW, laws.law, name="law"),
    *laws_edit.CHANGE.urls(f"{_LAW}andra/", "change-law"),
    *laws_edit.PROVIDE.urls(f"{_LAW}stalle/", "add-provision"),
    path(f"{_LAW}kontrollerad/", laws_edit.verify, name="verify-law"),
]
