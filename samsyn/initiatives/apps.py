from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    name = "samsyn.initiatives"
    verbose_name = "Insatser"

    def ready(self) -> None:
        from samsyn.initiatives import feeds, searchable  # noqa: PLC0415 - needs models
        from samsyn.initiatives.web import my_day, panels, sourced  # noqa: PLC0415

        searchable.register()
        sourced.register()
        my_day.register()
        feeds.register()
        panels.register()
