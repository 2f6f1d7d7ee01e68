from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    name = "samsyn.initiatives"
    verbose_name = "Insatser"

    def ready(self) -> None:
        from samsyn.initiatives import (  # noqa: PLC0415 - needs models
            carrying,
            feeds,
            searchable,
            searchable_activities,
        )
        from samsyn.initiatives.web import done, my_day, panels, sourced  # noqa: PLC0415

        searchable.register()
        sourced.register()
        my_day.register()
        feeds.register()
        panels.register()
        searchable_activities.register()
        done.register()
        carrying.register()
