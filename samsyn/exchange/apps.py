from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "samsyn.exchange"
    verbose_name = "Exchange"

    def ready(self) -> None:
        from samsyn.exchange.kinds import organisation, sources  # noqa: F401, PLC0415 - declares
