from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "samsyn.organisation"
    verbose_name = "Organisation"

    def ready(self) -> None:
        from samsyn.organisation.searchable import register  # noqa: PLC0415 - needs the models

        register()
