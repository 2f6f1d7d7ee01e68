from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    name = "samsyn.governance"
    verbose_name = "Styrning"

    def ready(self) -> None:
        from samsyn.governance import feeds, searchable  # noqa: PLC0415 - needs models
        from samsyn.governance.web import duties_day  # noqa: PLC0415

        searchable.register()
        feeds.register()
        duties_day.register()
