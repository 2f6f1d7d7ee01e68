"""Who sends the letters: once for a timer, or all the time beside the site."""

import logging
import signal
import time
from typing import Any

from django.db import InterfaceError, OperationalError, connection

from samsyn.config.problems import ProblemError
from samsyn.config.process import obey_parent
from samsyn.post.api import CHANNEL, go_round

# Seconds. Whoever writes a letter wakes us; the pause is for what becomes due with time.
_TICK = 1.0
_PAUSE = 15
_LONGEST_PAUSE = 10 * 60

logger = logging.getLogger(__name__)


def send_once() -> str:
    """Go one round, and say what came of it."""
    came = go_round()
    if came.trouble:
        raise ProblemError(f"E-postservern tar inte emot brev ({came.trouble}). De ligger kvar.")
    return f"Skickade brev: {came.sent}. Utförda sysslor: {came.done}."


def watch() -> None:
    """Go round until told to stop, or until the one that started us is gone."""
    obey_parent()
    _Watch().run()


class _Watch:
    """A letter that is being sent is marked before we stop."""

    def __init__(self) -> None:
        self._is_told_to_stop = False
        self._pause = _PAUSE
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)

    def run(self) -> None:
        while not self._is_told_to_stop:
            try:
                self._listen()
                self._go_round()
                self._wait()
            except (InterfaceError, OperationalError):
                logger.warning("The database does not answer; letters wait.")
                connection.close()
                time.sleep(_TICK)

    def _stop(self, *_: Any) -> None:
        self._is_told_to_stop = True

    def _listen(self) -> None:
        """Before the round, so that nothing written meanwhile is missed."""
        with connection.cursor() as cursor:
            cursor.execute(f"listen {CHANNEL}")

    def _go_round(self) -> None:
        came = go_round(lambda: self._is_told_to_stop)
        if not came.trouble:
            self._pause = _PAUSE
            return
        self._pause = min(2 * self._pause, _LONGEST_PAUSE)
        logger.warning("The mail server takes no letters (%s); they wait.", came.trouble)

    def _wait(self) -> None:
        """Sleep until somebody writes; while the mail server is away, until the pause is over."""
        ends, may_wake = time.monotonic() + self._pause, self._pause == _PAUSE
        while not self._is_told_to_stop and time.monotonic() < ends:
            woken = self._notified()
            if woken and may_wake:
                return

    def _notified(self) -> bool:
        server: Any = connection.connection
        return any(True for _ in server.notifies(timeout=_TICK, stop_after=1))
