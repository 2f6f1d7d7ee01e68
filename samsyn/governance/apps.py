from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    name = "samsyn.governance"
    verbose_name = "Styrning"

    def ready(self) -> None:
        from samsyn.governance import (  # noqa: PLC0415 - needs models
            cycle_days,
            feeds,
            letters,
            review_days,
            risk_days,
            searchable,
            searchable_risks,
        )
        from samsyn.governance.web import (  # noqa: PLC0415
            agreement_sourced,
            cycle_sourced,
            document_sourced,
            duties_day,
            my_alarms,
            my_day,
            panels,
            risks_day,
            risks_sourced,
        )

        searchable.register()
        agreement_sourced.register()
        document_sourced.register()
        cycle_sourced.register()
        my_day.register()
        my_alarms.register()
        duties_day.register()
        feeds.register()
        review_days.register()
        cycle_days.register()
        risk_days.register()
        searchable_risks.register()
        risks_sourced.register()
        risks_day.register()
        panels.register()
        letters.register()
