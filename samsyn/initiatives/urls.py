"""The addresses of initiatives and what belongs to them."""

from samsyn.initiatives.web import initiative_urls

app_name = "initiatives"
urlpatterns = [*initiative_urls.urlpatterns]
