from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "samsyn.access"
    verbose_name = "Behörighet"
