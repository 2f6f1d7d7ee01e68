from django.apps import AppConfig


class PostConfig(AppConfig):
    name = "samsyn.post"
    verbose_name = "Brev"
