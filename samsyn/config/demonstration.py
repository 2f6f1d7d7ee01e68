"""Loads the examples to try Samsyn on, once, and says how to sign in."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from django.contrib.auth.hashers import make_password
from django.db import transaction

from samsyn.access import api as access
from samsyn.config import operator
from samsyn.config.env import environment
from samsyn.config.exchanging import bring_in
from samsyn.config.problems import ProblemError
from samsyn.config.secrets import Secrets
from samsyn.organisation import api as organisation

# They lie beside the program and are no part of it.
_EXAMPLES = Path(__file__).parents[2] / "examples"
_ACCOUNTS = Path(__file__).with_name("demonstration.toml")
_PASSWORD = "demonstration"  # noqa: S105 - a file's name

Account = Mapping[str, str]


def load_demonstration() -> list[str]:
    """Load it if nothing is there, and return the lines that say how to sign in."""
    password = Secrets(environment().home).made(_PASSWORD)
    if not access.Municipality.objects.exists():
        with transaction.atomic():
            fill(make_password(password))
    return [*_lines(_accounts()), f"Lösenordet är för alla: {password}"]


def fill(password: str) -> None:
    """Bring in the examples, and let in those who may sign in, all with the same password."""
    files = sorted(_EXAMPLES.glob("*/*.yaml"))
    if not files:
        raise ProblemError(f"Exemplet saknas: det ska finnas i {_EXAMPLES}.")
    if bring_in(files, only=None, language=None, is_trial=False):
        raise ProblemError("Exemplet går inte att läsa in.")
    for each in _accounts():
        with access.acting_in(operator.municipality(each["municipality"]).pk) as actor:
            _let_in(each, password, actor)


def _let_in(told: Account, password: str, actor: access.Actor) -> None:
    person = organisation.Person.objects.get(key=told["person"])
    account = access.let_sign_in(person.pk, told["email"], actor=actor)
    account.password = password
    account.save(update_fields=["password"])
    body = organisation.Body.objects.get(key=told["body"]) if "body" in told else None
    access.grant_role(
        account,
        access.Role(told["role"]),
        body_id=body.pk if body else None,
        starts_on=actor.today - timedelta(days=1),
        actor=actor,
    )


def _accounts() -> list[Account]:
    accounts: list[Account] = tomllib.loads(_ACCOUNTS.read_text("utf-8"))["account"]
    return accounts


def _lines(accounts: Iterable[Account]) -> Iterator[str]:
    names = dict(access.Municipality.objects.order_by("key").values_list("key", "name"))
    for key, told in groupby(accounts, itemgetter("municipality")):
        if key in names:
            yield f"Logga in i {names[key]} som"
            yield from map(_line, told)


def _line(told: Account) -> str:
    return f"  {access.Role(told['role']).label!s:<16} {told['email']}"
