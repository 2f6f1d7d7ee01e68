"""Every address of the site, gathered from the parts."""

from django.urls import include, path

urlpatterns = [
    path("konto/", include("samsyn.access.web.sign_in")),
    path("", include("samsyn.pages.urls")),
    path("sok/", include("samsyn.search.urls")),
    path("samverkansfil/", include("samsyn.exchange.web.urls")),
    path("kalender/", include("samsyn.calendars.urls")),
    path("post/", include("samsyn.post.urls")),
    path("kallor/", include("samsyn.sources.urls")),
    path("", include("samsyn.governance.urls")),
    path("", include("samsyn.initiatives.urls")),
    path("", include("samsyn.forums.urls")),
    path("", include("samsyn.organisation.web.urls")),
]

handler400 = "samsyn.pages.errors.bad_request"
handler403 = "samsyn.pages.errors.forbidden"
handler404 = "samsyn.pages.errors.not_found"
handler500 = "samsyn.pages.errors.server_error"
