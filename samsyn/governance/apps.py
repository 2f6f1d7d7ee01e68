from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    name = "samsyn.governance"
    verbose_name = "Styrning"

    def ready(self) -> None:
        from samsyn.governance import searchable  # noqa: PLC0415 - needs models

        searchable.register()
