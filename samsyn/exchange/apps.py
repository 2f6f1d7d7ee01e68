from importlib import import_module
from pkgutil import iter_modules

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "samsyn.exchange"
    verbose_name = "Exchange"

    def ready(self) -> None:
        # Each declares what there is: who may bring files, and the kinds of records.
        import_module("samsyn.exchange.rules")
        for module in iter_modules(import_module("samsyn.exchange.kinds").__path__):
            import_module(f"samsyn.exchange.kinds.{module.name}")
