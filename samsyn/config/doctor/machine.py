"""What the machine gives us: Python, disk, rights, port, static files and mail."""

import os
import platform
import shutil
import smtplib
import sys
from collections.abc import Iterator
from pathlib import Path

from samsyn.config import site
from samsyn.config.doctor.findings import Finding
from samsyn.config.env import Environment, Mail
from samsyn.config.problems import ProblemError
from samsyn.config.secrets import secret_key
from samsyn.config.static_files import STATIC_ROOT

_OLDEST, _NEWEST = (3, 11), (3, 14)
_ENOUGH_DISK = 2  # GiB
_GIBIBYTE = 2**30
_TIMEOUT = 5.0


def findings(env: Environment, port: int) -> Iterator[Finding]:
    yield _python()
    yield _writable(env.home)
    yield _disk(env.home)
    yield _port(env, port)
    yield _static_files()
    yield _secret_key(env)
    yield mail_server(env)


def _python() -> Finding:
    supported = _OLDEST <= sys.version_info[:2] <= _NEWEST
    return Finding(
        f"Python {platform.python_version()}",
        None if supported else "Samsyn behöver Python 3.11 till 3.14: installera en sådan.",
    )


def _writable(home: Path) -> Finding:
    nearest = _nearest(home)
    fault = "skrivrätt saknas: byt ägare på katalogen eller välj en annan med SAMSYN_HOME."
    return Finding(f"Hemkatalogen {home}", None if os.access(nearest, os.W_OK) else fault)


def _disk(home: Path) -> Finding:
    free = shutil.disk_usage(_nearest(home)).free / _GIBIBYTE
    fault = f"frigör utrymme, minst {_ENOUGH_DISK} GiB behövs."
    return Finding(
        f"Ledigt utrymme {free:.1f} GiB".replace(".", ","), fault if free < _ENOUGH_DISK else None
    )


def _port(env: Environment, port: int) -> Finding:
    if site.is_open(env):
        return Finding("Webbplatsen är igång")
    try:
        site.refuse_taken_port("127.0.0.1", port)
    except ProblemError as problem:
        return Finding(f"Port {port}", str(problem))
    return Finding(f"Port {port} är ledig")


def _static_files() -> Finding:
    collected = (STATIC_ROOT / "staticfiles.json").exists()
    return Finding("Stilmallar och skript", None if collected else "saknas: kör make setup.")


def _secret_key(env: Environment) -> Finding:
    # An embedded installation makes its own when the database is made.
    is_there = env.is_embedded or secret_key(env.secret_key, env.home)
    fault = "saknas: ange SAMSYN_SECRET_KEY, minst 32 tecken."
    return Finding("Hemlig nyckel", None if is_there else fault)


def mail_server(env: Environment) -> Finding:
    if env.mail is None:
        return Finding(f"Brev läggs som filer i {env.home / 'mail'} (ingen EMAIL_URL är angiven)")
    what = f"E-postservern {env.mail.host}:{env.mail.port}"
    try:
        _greet(env.mail)
    except smtplib.SMTPAuthenticationError:
        return Finding(what, "tar inte emot användare och lösenord: rätta EMAIL_URL.")
    except (OSError, smtplib.SMTPException) as error:
        return Finding(what, f"svarar inte ({error}): rätta EMAIL_URL eller öppna brandväggen.")
    return Finding(what)


def _greet(mail: Mail) -> None:
    kind = smtplib.SMTP_SSL if mail.tls == "implicit" else smtplib.SMTP
    with kind(mail.host, mail.port, timeout=_TIMEOUT) as server:
        if mail.tls == "starttls":
            server.starttls()
        if mail.user:
            server.login(mail.user, mail.password)
        server.noop()


def _nearest(home: Path) -> Path:
    return next(folder for folder in (home, *home.parents) if folder.exists())
