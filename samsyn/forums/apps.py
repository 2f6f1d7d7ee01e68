from django.apps import AppConfig


class ForumsConfig(AppConfig):
    name = "samsyn.forums"
    verbose_name = "Forum"

    def ready(self) -> None:
        from samsyn.forums import searchable_meetings  # noqa: PLC0415 - needs the models

        searchable_meetings.register()
