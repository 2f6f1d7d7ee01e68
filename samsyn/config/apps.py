from django.apps import AppConfig


class CompositionConfig(AppConfig):
    name = "samsyn.config"
    label = "config"

    def ready(self) -> None:
        from samsyn.config import checks  # noqa: F401, PLC0415 - registers the check of addresses
