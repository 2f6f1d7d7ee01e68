from django.apps import AppConfig


class ForumsConfig(AppConfig):
    name = "samsyn.forums"
    verbose_name = "Forum"
