import os
import subprocess
from typing import Any
from urllib.parse import quote, urlencode
from uuid import UUID

from django.db import transaction

from samsyn.access.api import Role
from samsyn.config.database.addresses import address
from samsyn.config.env import environment
from samsyn.organisation import queries
from tests import factories as make
from tests import surroundings
from tests.access import owner
from tests.surroundings import ALINGSAS, TYRESO


def names(municipality_id: UUID) -> list[str]:
    reader = make.actor(Role.PARTICIPANT, municipality_id=municipality_id)
    return [body.name for body in queries.bodies(reader)]


def test_the_operator_shares_it_from_the_command_line(committed_database: str) -> None:
    command = ["share", "Räddningstjänsten", "--kind", "rescue_service"]
    places = ["--municipality", "alingsas", "--municipality", "tyreso"]

    done = subprocess.run(
        surroundings.command(*command, *places),
        env=on_this_database(),
        capture_output=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, b"")
    with transaction.atomic():
        assert names(ALINGSAS) == names(TYRESO) == ["Räddningstjänsten"]


def on_this_database() -> dict[str, str]:
    """Point another process at the database of this test, as if it were a server of its own."""
    return os.environ | {
        f"DATABASE{part}_URL": _url(role) for part, role in (("", "app"), ("_OWNER", "owner"))
    }


def _url(role: Any) -> str:
    to = address(environment(), role)
    rest = urlencode({"host": to["host"], "port": to["port"]})
    return f"postgresql://{to['user']}:{quote(to['password'])}@/{owner.database()}?{rest}"
