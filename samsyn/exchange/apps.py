from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "samsyn.exchange"
    verbose_name = "Exchange"

    def ready(self) -> None:
        # Each declares what there is: the kinds of records, and who may bring files.
        from samsyn.exchange import rules  # noqa: F401, PLC0415
        from samsyn.exchange.kinds import (  # noqa: PLC0415
            activities,  # noqa: F401
            around_forums,  # noqa: F401
            cycle,  # noqa: F401
            deviations,  # noqa: F401
            forums,  # noqa: F401
            forums_more,  # noqa: F401
            governance,  # noqa: F401
            indicators,  # noqa: F401
            initiatives,  # noqa: F401
            minutes,  # noqa: F401
            organisation,  # noqa: F401
            priorities,  # noqa: F401
            risks,  # noqa: F401
            sources,  # noqa: F401
        )
