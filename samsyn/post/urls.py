from django.urls import path

from samsyn.post.web import letters

app_name = "post"

urlpatterns = [
    path("", letters.letters, name="letters"),
    path("<uuid:pk>/", letters.letter, name="letter"),
    path("<uuid:pk>/skicka-igen/", letters.resend, name="resend-letter"),
]
