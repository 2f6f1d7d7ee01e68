from django.urls import path

from samsyn.pages.web import accessibility, health, preferences

app_name = "pages"

urlpatterns = [
    path("tillganglighet/", accessibility.statement, name="accessibility"),
    path("tillganglighet/synpunkt/", accessibility.send_feedback, name="send-feedback"),
    path("sprak/", preferences.language, name="language"),
    path("utseende/", preferences.appearance, name="appearance"),
    path("halsa/", health.health, name="health"),
]
