"""Going to pages by their names, those of governance without its own, and sending forms."""

import html
import re
from typing import Any

from django.test import Client
from django.urls import reverse

from samsyn.access.api import Account


def at(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def address(name: str, *arguments: Any) -> str:
    return reverse(name if ":" in name else f"governance:{name}", args=arguments)


def get(account: Account, name: str, *arguments: Any, query: str = "") -> Any:
    return at(account).get(address(name, *arguments) + query)


def post(account: Account, name: str, /, *arguments: Any, **answers: Any) -> Any:
    """Send the form of that name, or press the button."""
    return at(account).post(address(name, *arguments), answers)


def send(account: Account, name: str, /, *arguments: Any, **answers: Any) -> Any:
    return post(account, f"{name}-save", *arguments, **answers)


def told(response: Any) -> str:
    """The words of the page, as they are read."""
    main = response.content.decode().partition("<main")[2] or response.content.decode()
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())


def crumbs(response: Any) -> list[tuple[str, str]]:
    """The way back from the page: what each step is called and where it leads."""
    return [(str(crumb.label), crumb.url) for crumb in response.context["breadcrumbs"]]
