from django.urls import path

from samsyn.calendars.web import feeds, subscriptions

app_name = "calendars"

urlpatterns = [
    path("", feeds.feeds, name="feeds"),
    path("ny/", feeds.make, name="make-feed"),
    path("<uuid:pk>/aterkalla/", feeds.revoke, name="revoke-feed"),
    path("<str:token>.ics", subscriptions.feed, name="feed"),
]
