from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    name = "samsyn.governance"
    verbose_name = "Styrning"

    def ready(self) -> None:
        from samsyn.governance import feeds, searchable  # noqa: PLC0415 - needs models
        from samsyn.governance.web import agreement_sourced, my_day  # noqa: PLC0415

        searchable.register()
        agreement_sourced.register()
        my_day.register()
        feeds.register()
