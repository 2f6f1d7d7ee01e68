from types import SimpleNamespace

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import get_resolver, include, path

from samsyn.config import checks
from samsyn.config.checks import addresses, every_address_declares_an_action


def _open(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def test_every_address_of_the_site_declares_an_action() -> None:
    assert every_address_declares_an_action() == []


def test_an_address_that_declares_nothing_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    forgotten = SimpleNamespace(url_patterns=[path("konto/", include([path("oppen/", _open)]))])
    monkeypatch.setattr(checks, "get_resolver", lambda: forgotten)

    [error] = every_address_declares_an_action()

    assert (error.id, "/konto/oppen/" in error.msg) == ("samsyn.E001", True)


def test_the_table_of_sign_in_pages_names_only_pages_that_exist() -> None:
    names = {pattern.name for _, pattern in addresses(get_resolver().url_patterns)}

    assert names >= checks._SIGN_IN_PAGES
