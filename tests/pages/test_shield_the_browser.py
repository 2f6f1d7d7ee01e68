import re
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.template.loader import get_template
from django.test import Client, RequestFactory

from samsyn.pages.headers import SecurityHeaders

OURS = sorted(
    path
    for config in apps.get_app_configs()
    if config.name.startswith("samsyn.")
    for path in Path(config.path).glob("templates/**/*")
    if path.is_file()
)
FORBIDDEN = {
    "an inline style": re.compile(r"\sstyle\s*=|<style"),
    "an inline handler": re.compile(r"\son[a-z]+\s*="),
    "an inline script": re.compile(
        r"<script(?![^>]*\ssrc=)(?![^>]*type=\"application/json\")[^>]*>"
    ),
    "evaluated code": re.compile(r"hx-on|hx-vals=['\"]js:|javascript:"),
    "an address outside the site": re.compile(r"(?:src|href|action)=[\"']?(?:https?:)?//"),
}


@pytest.fixture
def policy(client: Client) -> dict[str, str]:
    header = client.get("/halsa/")["Content-Security-Policy"]
    return dict(part.split(" ", 1) for part in header.split("; "))


def test_nothing_is_allowed_that_is_not_named(policy: dict[str, str]) -> None:
    assert policy["default-src"] == "'none'"


def test_scripts_and_styles_come_from_the_site_alone(policy: dict[str, str]) -> None:
    assert (policy["script-src"], policy["style-src"]) == ("'self'", "'self'")


def test_the_site_cannot_be_framed_or_sent_elsewhere(policy: dict[str, str]) -> None:
    assert (policy["frame-ancestors"], policy["base-uri"]) == ("'none'", "'none'")
    assert policy["form-action"] == "'self'"


def test_a_page_is_kept_neither_by_browser_nor_on_the_way(client: Client) -> None:
    assert client.get("/halsa/")["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("X-Content-Type-Options", "nosniff"),
    ],
)
def test_the_browser_is_told_to_keep_to_itself(client: Client, name: str, value: str) -> None:
    assert client.get("/halsa/")[name] == value


def test_a_view_that_knows_better_is_left_alone(rf: RequestFactory) -> None:
    shield = SecurityHeaders(lambda _: HttpResponse(headers={"Cache-Control": "max-age=60"}))

    assert shield(rf.get("/"))["Cache-Control"] == "max-age=60"


def test_htmx_runs_no_code_from_the_page_and_keeps_no_copies() -> None:
    page = get_template("pages/document.html").render({})

    assert '"allowEval":false' in page
    assert '"includeIndicatorStyles":false' in page
    assert '"historyCacheSize":0' in page


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_no_template_holds_what_the_policy_forbids(path: Path) -> None:
    source = path.read_text()

    assert [what for what, pattern in FORBIDDEN.items() if pattern.search(source)] == []


def test_every_style_sheet_and_script_of_a_page_is_there() -> None:
    page = get_template("pages/document.html").render({})
    wanted = re.findall(r"/static/([^\"]+)", page)

    assert len(wanted) >= 6
    assert [path for path in wanted if finders.find(path) is None] == []
