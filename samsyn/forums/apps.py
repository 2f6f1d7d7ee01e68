from django.apps import AppConfig


class ForumsConfig(AppConfig):
    name = "samsyn.forums"
    verbose_name = "Forum"

    def ready(self) -> None:
        from samsyn.forums import (  # noqa: PLC0415 - needs models
            duties,
            feeds,
            searchable,
            searchable_materials,
            searchable_meetings,
        )
        from samsyn.forums.web import my_day, panels, sourced  # noqa: PLC0415

        searchable.register()
        searchable_meetings.register()
        searchable_materials.register()
        sourced.register()
        my_day.register()
        feeds.register()
        duties.register()
        panels.register()
