"""What is written to the log, and what never is: query strings, keys in links, passwords."""

import logging
import re
from typing import Any

from samsyn.access.tokens import without_tokens

_QUERY = re.compile(r"\?\S*")
_RESET_KEY = re.compile(r"(/losenord/nytt/)(?!klart)[^/\s]+")


class HideSecrets(logging.Filter):
    """Cut what a link may carry in secret out of every line."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = without_secrets(record.getMessage()), None
        return True


def without_secrets(line: str) -> str:
    return without_tokens(_RESET_KEY.sub(r"\1…", _QUERY.sub("?…", line)))


def logging_for(*, debug: bool) -> dict[str, Any]:
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"hide_secrets": {"()": HideSecrets}},
        "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
        "handlers": {
            "console": {
                "class": "logging.StreamHandler",
                "filters": ["hide_secrets"],
                "formatter": "line",
            }
        },
        "root": {"handlers": ["console"], "level": "INFO" if debug else "WARNING"},
        "loggers": {
            "django": {"handlers": [], "propagate": True},
            # Anyone can send any host name; a line for each would only fill the disk.
            "django.security.DisallowedHost": {"handlers": [], "propagate": False},
        },
    }
