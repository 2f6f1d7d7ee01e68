"""A real browser and the real site, for every test of this folder."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import connections
from django.test import override_settings
from playwright.sync_api import Browser, Page, sync_playwright

from samsyn.config.database import locks
from samsyn.config.database.addresses import DATABASE
from tests import conftest as databases
from tests.browser import exhibition as showing
from tests.browser.exhibition import Exhibition
from tests.browser.serving import serving

_ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()
_KEPT = databases.HOME / "exhibition.json"
# A slow machine may take a code from the app to the page after its half minute.
_UNHURRIED = {"MFA_TOTP_TOLERANCE": 1}

Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> str:
    found = shutil.which("chromium")
    if found is None:
        pytest.skip("The browser tests need Chromium: apt-get install chromium")
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    # Playwright runs a loop in this thread, and Django takes that for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=chromium, args=_ARGUMENTS) as started,
    ):
        yield started


@pytest.fixture(scope="session")
def address(template_database: str) -> Iterator[str]:
    with serving() as found:
        yield found


@pytest.fixture(scope="session")
def exhibition(
    browser: Browser, address: str, template_database: str, django_db_blocker: Any
) -> Exhibition:
    """What the run's first browser test made for all of them."""
    with locks.waiting(databases.HOME / ".exhibiting"):
        if not _KEPT.exists():
            with (
                django_db_blocker.unblock(),
                databases._working_in_copy_of(DATABASE) as name,
                override_settings(**_UNHURRIED),
            ):
                ids, states = showing.load(), showing.states(browser, address)
                made = Exhibition(_kept_as_template(name), ids, states)
            _KEPT.write_text(made.to_json())
    return Exhibition(**json.loads(_KEPT.read_text()))


def _kept_as_template(name: str) -> str:
    template = f"browser_{uuid4().hex}"
    connections.close_all()
    databases._as_superuser(lambda server: databases._copy(server, name, template))
    return template


@contextmanager
def _working_in(exhibition: Exhibition, blocker: Any) -> Iterator[Exhibition]:
    # The cookies were made when the run began: they are as good at its end.
    unhurried = override_settings(ACCOUNT_REAUTHENTICATION_TIMEOUT=3_600, **_UNHURRIED)
    with blocker.unblock(), databases._working_in_copy_of(exhibition.database), unhurried:
        yield exhibition


@pytest.fixture(scope="module")
def shown(exhibition: Exhibition, django_db_blocker: Any) -> Iterator[Exhibition]:
    """The exhibition, to be looked at: the tests of a module share it."""
    with _working_in(exhibition, django_db_blocker):
        yield exhibition


@pytest.fixture
def owned(exhibition: Exhibition, django_db_blocker: Any) -> Iterator[Exhibition]:
    """The exhibition, to be changed: every test has its own."""
    with _working_in(exhibition, django_db_blocker):
        yield exhibition


@pytest.fixture
def visit(browser: Browser, address: str, exhibition: Exhibition) -> Iterator[Visit]:
    """Open a page of the site, signed in as someone or (None) as no one."""
    contexts = []

    def open_page(who: str | None = None, **options: Any) -> Page:
        context = browser.new_context(
            base_url=address,
            storage_state=exhibition.states[who] if who else None,
            reduced_motion="reduce",
            **({"locale": "sv-SE"} | options),
        )
        contexts.append(context)
        context.set_default_timeout(10_000)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The program that finds what hinders people, to be there before each page is."""
    source = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
    if not source.exists():
        pytest.skip("The accessibility tests need axe-core: npm ci")
    # We are told where a fault is; the text of every element around it takes time to write.
    return source.read_text("utf-8") + "\n;axe.configure({noHtml: true});"
