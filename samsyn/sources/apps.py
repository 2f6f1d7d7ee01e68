from django.apps import AppConfig


class SourcesConfig(AppConfig):
    name = "samsyn.sources"
    verbose_name = "Källor"

    def ready(self) -> None:
        from samsyn.sources.searchable import register  # noqa: PLC0415 - needs the models

        register()
