from django.urls import path

from samsyn.search.web.search import search

app_name = "search"

urlpatterns = [path("", search, name="search")]
