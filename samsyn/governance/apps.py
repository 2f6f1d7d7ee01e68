from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    name = "samsyn.governance"
    verbose_name = "Styrning"

    def ready(self) -> None:
        from samsyn.governance import (  # noqa: PLC0415 - needs models
            feeds,
            letters,
            searchable,
            searchable_risks,
        )
        from samsyn.governance.web import duties_day, risks_day, risks_sourced  # noqa: PLC0415

        searchable.register()
        feeds.register()
        duties_day.register()
        searchable_risks.register()
        risks_sourced.register()
        risks_day.register()
        letters.register()
