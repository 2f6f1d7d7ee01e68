from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "samsyn.pages"
    label = "pages"
