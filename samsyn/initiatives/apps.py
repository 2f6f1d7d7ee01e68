from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    name = "samsyn.initiatives"
    verbose_name = "Insatser"

    def ready(self) -> None:
        from samsyn.initiatives import (  # noqa: PLC0415 - needs models
            carrying,
            deviation_days,
            feeds,
            indicator_days,
            letters,
            political,
            searchable,
            searchable_activities,
            searchable_deviations,
            searchable_indicators,
        )
        from samsyn.initiatives.actions.protecting import protect_areas  # noqa: PLC0415
        from samsyn.initiatives.web import (  # noqa: PLC0415
            deviations_day,
            deviations_panels,
            done,
            indicator_sourced,
            indicators_day,
            logic,
            my_day,
            panels,
            sourced,
        )
        from samsyn.organisation.api import when_areas_move  # noqa: PLC0415

        when_areas_move(protect_areas)
        searchable.register()
        sourced.register()
        my_day.register()
        feeds.register()
        panels.register()
        searchable_indicators.register()
        indicator_sourced.register()
        indicators_day.register()
        indicator_days.register()
        logic.register()
        searchable_activities.register()
        done.register()
        carrying.register()
        political.register()
        searchable_deviations.register()
        deviations_day.register()
        deviation_days.register()
        deviations_panels.register()
        letters.register()
