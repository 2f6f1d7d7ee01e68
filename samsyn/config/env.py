"""Everything the surroundings decide, read once into one frozen value."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from ipaddress import ip_address
from pathlib import Path
from typing import Literal, NoReturn, TypeVar
from urllib.parse import parse_qs, unquote, urlsplit

from samsyn.config.problems import ProblemError

Role = Literal["app", "owner"]
Tls = Literal["starttls", "implicit", "none"]
Value = TypeVar("Value")

_ADDRESS = "http://127.0.0.1:8000"
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_SHORTEST_KEY = 32
_MAIL_PORTS: Mapping[Tls, int] = {"starttls": 587, "implicit": 465, "none": 25}


@dataclass(frozen=True, slots=True)
class Mail:
    host: str
    port: int
    user: str
    password: str
    tls: Tls


@dataclass(frozen=True, slots=True)
class Environment:
    home: Path
    address: str
    hosts: tuple[str, ...]
    database_url: str | None
    database_owner_url: str | None
    database_role: Role
    postgres_bin: Path | None
    secret_key: str | None
    mail: Mail | None
    from_email: str
    accessibility_email: str | None
    dev: bool

    @property
    def is_embedded(self) -> bool:
        return self.database_url is None

    @property
    def is_encrypted(self) -> bool:
        return self.address.startswith("https://")


class _Variables:
    """Each variable is given as NAME, or as NAME_FILE that names a file with the value."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = values

    def text(self, name: str) -> str | None:
        direct, path = self._values.get(name), self._values.get(f"{name}_FILE")
        if direct and path:
            _refuse(name, f"ange den eller {name}_FILE, inte båda")
        return (_content(name, path) if path else direct) or None

    def parsed(self, name: str, parse: Callable[[str, str], Value], default: Value) -> Value:
        text = self.text(name)
        return default if text is None else parse(name, text)


def read(values: Mapping[str, str]) -> Environment:
    """Read `values`; the first that cannot be understood stops the start."""
    given = _Variables(values)
    address = given.parsed("SAMSYN_ADDRESS", _address, _ADDRESS)
    host = urlsplit(address).hostname or ""
    return Environment(
        home=Path(given.text("SAMSYN_HOME") or ".samsyn").absolute(),
        address=address,
        hosts=given.parsed("SAMSYN_HOSTS", _hosts, _LOOPBACK if is_loopback(host) else (host,)),
        database_url=given.parsed("DATABASE_URL", _database, None),
        database_owner_url=given.parsed("DATABASE_OWNER_URL", _database, None),
        database_role=given.parsed("SAMSYN_DATABASE_ROLE", _role, "app"),
        postgres_bin=given.parsed("SAMSYN_POSTGRES_BIN", _directory, None),
        secret_key=given.parsed("SAMSYN_SECRET_KEY", _long_secret, None),
        mail=given.parsed("EMAIL_URL", _mail, None),
        from_email=given.parsed("SAMSYN_FROM_EMAIL", _email, f"samsyn@{host}"),
        accessibility_email=given.parsed("SAMSYN_ACCESSIBILITY_EMAIL", _email, None),
        dev=given.parsed("SAMSYN_DEV", _switch, default=False),
    )


@cache
def environment() -> Environment:
    return read(os.environ)


def is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _refuse(name: str, why: str) -> NoReturn:
    raise ProblemError(f"Inställningen {name} går inte att använda: {why}.")


def _content(name: str, path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except OSError as error:
        _refuse(f"{name}_FILE", f"filen {path} kan inte läsas ({error.strerror})")


def _address(name: str, text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        _refuse(name, "skriv en adress som https://samsyn.kommunen.se")
    if parts.scheme == "http" and not is_loopback(parts.hostname):
        _refuse(name, "utanför den egna datorn måste adressen börja med https://")
    return f"{parts.scheme}://{parts.netloc}"


def _hosts(name: str, text: str) -> tuple[str, ...]:
    hosts = tuple(host for host in text.replace(",", " ").split() if host)
    if "*" in hosts:
        _refuse(name, "räkna upp värdnamnen, * är inte tillåtet")
    return hosts


def _database(name: str, text: str) -> str:
    parts = urlsplit(text)
    complete = parts.hostname or "host=" in parts.query
    if parts.scheme not in {"postgres", "postgresql"} or not complete or len(parts.path) <= 1:
        _refuse(name, "skriv postgresql://användare:lösenord@värd:5432/databas")
    return text


def _role(name: str, text: str) -> Role:
    if text == "app":
        return "app"
    if text == "owner":
        return "owner"
    _refuse(name, "skriv app eller owner")


def _directory(name: str, text: str) -> Path:
    path = Path(text).absolute()
    if not path.is_dir():
        _refuse(name, f"katalogen {path} finns inte")
    return path


def _long_secret(name: str, text: str) -> str:
    if len(text) < _SHORTEST_KEY:
        _refuse(name, f"nyckeln behöver minst {_SHORTEST_KEY} tecken")
    return text


def _switch(name: str, text: str) -> bool:
    if text not in {"0", "1"}:
        _refuse(name, "skriv 0 eller 1")
    return text == "1"


def _email(name: str, text: str) -> str:
    local, _, domain = text.partition("@")
    if not local or not domain or any(character.isspace() for character in text):
        _refuse(name, "skriv en e-postadress")
    return text


def _mail(name: str, text: str) -> Mail:
    parts = urlsplit(text)
    tls = _tls(name, parse_qs(parts.query).get("tls", ["starttls"])[0])
    if parts.scheme != "smtp" or not parts.hostname:
        _refuse(name, "skriv smtp://användare:lösenord@värd:587?tls=starttls")
    return Mail(
        host=parts.hostname,
        port=_port(name, text) or _MAIL_PORTS[tls],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        tls=tls,
    )


def _tls(name: str, text: str) -> Tls:
    for known in _MAIL_PORTS:
        if text == known:
            return known
    _refuse(name, "tls är starttls, implicit eller none")


def _port(name: str, text: str) -> int | None:
    try:
        return urlsplit(text).port
    except ValueError:
        _refuse(name, "porten ska vara ett tal")
