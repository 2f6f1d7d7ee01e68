import logging

import pytest

from samsyn.config.logs import HideSecrets


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("Not Found: /sok/?q=Kalle", "Not Found: /sok/?…"),
        (
            "Forbidden: /konto/losenord/nytt/3-abc123/",
            "Forbidden: /konto/losenord/nytt/…/",
        ),
        ("Not Found: /forum/moten/", "Not Found: /forum/moten/"),
    ],
)
def test_what_a_link_carries_is_cut(line: str, written: str) -> None:
    record = logging.LogRecord("django", logging.WARNING, "", 0, "%s", (line,), None)

    HideSecrets().filter(record)

    assert record.getMessage() == written
