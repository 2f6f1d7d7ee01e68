from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "samsyn.organisation"
    verbose_name = "Organisation"

    def ready(self) -> None:
        from samsyn.organisation import searchable  # noqa: PLC0415 - needs the models
        from samsyn.organisation.web import sourced  # noqa: PLC0415

        searchable.register()
        sourced.register()
