from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "samsyn.search"
    verbose_name = "Sök"
