from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "samsyn.exchange"
    verbose_name = "Exchange"

    def ready(self) -> None:
        import samsyn.exchange.kinds.organisation  # noqa: F401, PLC0415 - declares what there is
