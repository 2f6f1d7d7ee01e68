"""`samsyn send`: once, and all the time beside the site."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from django.db import transaction

from samsyn.config.env import environment
from tests import factories as make
from tests import surroundings
from tests.config.conftest import _url
from tests.post.conftest import Office

_LONG = 30.0


@pytest.fixture
def place(committed_database: str, office: Office, tmp_path: Path) -> Mapping[str, str]:
    """Point a process of its own at the database and the mail server of this test."""
    return os.environ | {
        "SAMSYN_HOME": str(tmp_path),
        "DATABASE_URL": _url(environment(), "app", committed_database),
        "EMAIL_URL": f"smtp://127.0.0.1:{office.port}?tls=none",
    }


@pytest.fixture
def watching(place: Mapping[str, str]) -> "Iterator[subprocess.Popen[bytes]]":
    command = surroundings.command("send", "--watch")
    with subprocess.Popen(command, env=dict(place), stderr=subprocess.PIPE) as process:
        yield process
        process.terminate()


def send(place: Mapping[str, str]) -> "subprocess.CompletedProcess[str]":
    command = surroundings.command("send")
    return subprocess.run(
        command, env=dict(place), check=False, capture_output=True, text=True, timeout=60
    )


def waited_for(is_so: Callable[[], bool]) -> bool:
    ends = time.monotonic() + _LONG
    while time.monotonic() < ends:
        if is_so():
            return True
        time.sleep(0.05)
    return False


def write(to: str = "kim@example.se") -> None:
    with transaction.atomic():
        make.letter(to)


def test_what_waits_is_sent(place: Mapping[str, str], office: Office) -> None:
    write()

    finished = send(place)

    assert (finished.returncode, finished.stderr) == (0, "")
    assert finished.stdout.startswith("Skickade brev: 1.")
    assert office.recipients == ["kim@example.se"]


def test_a_mail_server_that_is_away_is_told(place: Mapping[str, str], office: Office) -> None:
    write()
    office.close()

    finished = send(place)

    assert finished.returncode == 1
    assert "Fel: E-postservern tar inte emot brev" in finished.stderr
    assert "De ligger kvar." in finished.stderr
    office.open()
    assert send(place).stdout.startswith("Skickade brev: 1.")


def test_one_who_watches_sends_as_soon_as_it_is_written(
    watching: "subprocess.Popen[bytes]", office: Office
) -> None:
    write("first@example.se")
    assert waited_for(lambda: len(office.raw) == 1)
    time.sleep(0.5)

    written_at = time.monotonic()
    write("second@example.se")

    assert waited_for(lambda: len(office.raw) == 2)
    assert time.monotonic() - written_at < 5


def test_one_who_watches_stops_when_told(
    watching: "subprocess.Popen[bytes]", office: Office
) -> None:
    write()
    assert waited_for(lambda: len(office.raw) == 1)

    watching.send_signal(signal.SIGTERM)

    assert watching.wait(10) == 0


@pytest.fixture
def site(place: Mapping[str, str]) -> "Iterator[subprocess.Popen[str]]":
    """What has a sender beside it until it is told that it is enough, and tells of it."""
    code = (
        "from samsyn.config.process import working_as\n"
        "with working_as('app'):\n"
        "    from samsyn.config.site import sender\n"
        "    with sender() as process:\n"
        "        print(process.pid, flush=True)\n"
        "        input()\n"
        "        print(process.is_alive())\n"
        "    print(process.exitcode)\n"
    )
    command, piped = [surroundings.command()[0], "-c", code], subprocess.PIPE
    with subprocess.Popen(command, env=dict(place), stdin=piped, stdout=piped, text=True) as site:
        yield site
        site.kill()


def test_the_site_has_a_sender_as_long_as_it_is_up(
    site: "subprocess.Popen[str]", office: Office
) -> None:
    write()
    assert waited_for(lambda: len(office.raw) == 1)

    told, _ = site.communicate("enough\n", timeout=_LONG)

    assert told.split()[1:] == ["True", "0"]


def test_a_sender_ends_with_the_one_that_started_it(
    site: "subprocess.Popen[str]", office: Office
) -> None:
    """Also when that one is killed and can tell nobody."""
    assert site.stdout is not None
    pid = int(site.stdout.readline())
    write()
    assert waited_for(lambda: len(office.raw) == 1)

    site.kill()

    assert waited_for(lambda: is_gone(pid))


def is_gone(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return True
    return state == "Z"  # ended, and waits for whoever inherited it
