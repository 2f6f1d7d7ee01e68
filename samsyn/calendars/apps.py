from django.apps import AppConfig


class CalendarsConfig(AppConfig):
    name = "samsyn.calendars"
    verbose_name = "Kalendrar"
