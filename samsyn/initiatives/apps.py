from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    name = "samsyn.initiatives"
    verbose_name = "Insatser"

    def ready(self) -> None:
        from samsyn.initiatives import (  # noqa: PLC0415 - needs models
            carrying,
            deviation_days,
            feeds,
            searchable,
            searchable_activities,
            searchable_deviations,
        )
        from samsyn.initiatives.web import (  # noqa: PLC0415
            deviations_day,
            deviations_panels,
            done,
            my_day,
            panels,
            sourced,
        )

        searchable.register()
        sourced.register()
        my_day.register()
        feeds.register()
        panels.register()
        searchable_activities.register()
        done.register()
        carrying.register()
        searchable_deviations.register()
        deviations_day.register()
        deviation_days.register()
        deviations_panels.register()
