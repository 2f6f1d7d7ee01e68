"""One round to every municipality: its duties are done, and its letters are sent."""

from collections.abc import Callable
from dataclasses import dataclass

from samsyn.access.api import municipality_ids
from samsyn.post.duties import do_due
from samsyn.post.sending import MailServer, MailServerError, send_letters


@dataclass(frozen=True, slots=True)
class Round:
    """What came of it; `trouble` is what the mail server said when it took nothing."""

    done: int = 0
    sent: int = 0
    trouble: str = ""


def go_round(is_stopping: Callable[[], bool] = lambda: False) -> Round:
    """Visit every municipality once; safe beside another that does the same."""
    done, sent, trouble = 0, 0, ""
    server = MailServer()
    try:
        for municipality_id in municipality_ids():
            if is_stopping():
                break
            done += do_due(municipality_id)
            if not trouble:
                try:
                    sent += send_letters(municipality_id, server)
                except MailServerError as error:
                    trouble = str(error)
    finally:
        server.close()
    return Round(done, sent, trouble)
