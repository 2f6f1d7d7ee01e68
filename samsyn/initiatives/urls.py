"""The addresses of initiatives and what belongs to them."""

from samsyn.initiatives.web import (
    activity_urls,
    deviation_urls,
    indicator_urls,
    initiative_urls,
)

app_name = "initiatives"
urlpatterns = [
    *initiative_urls.urlpatterns,
    *activity_urls.urlpatterns,
    *deviation_urls.urlpatterns,
    *indicator_urls.urlpatterns,
]
