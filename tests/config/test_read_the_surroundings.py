from pathlib import Path

import pytest

from samsyn.config.env import Environment, read
from samsyn.config.problems import ProblemError


def test_nothing_need_be_given() -> None:
    env = read({})

    assert (env.is_embedded, env.database_role, env.dev) == (True, "app", False)


def test_a_value_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("k" * 40 + "\n")

    assert read({"SAMSYN_SECRET_KEY_FILE": str(tmp_path / "key")}).secret_key == "k" * 40


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SAMSYN_ADDRESS", "samsyn.example.se"),
        ("SAMSYN_ADDRESS", "http://samsyn.example.se"),
        ("SAMSYN_HOSTS", "*"),
        ("SAMSYN_DEV", "yes"),
        ("SAMSYN_SECRET_KEY", "short"),
        ("SAMSYN_SECRET_KEY_FILE", "/nowhere/at/all"),
        ("SAMSYN_DATABASE_ROLE", "postgres"),
        ("SAMSYN_POSTGRES_BIN", "/nowhere/at/all"),
        ("SAMSYN_FROM_EMAIL", "samsyn"),
        ("DATABASE_URL", "mysql://app@host/samsyn"),
        ("DATABASE_URL", "postgresql://app@host"),
        ("EMAIL_URL", "smtp://"),
        ("EMAIL_URL", "smtp://host?tls=maybe"),
        ("EMAIL_URL", "smtp://host:many"),
    ],
)
def test_what_cannot_be_understood_is_named_in_one_line(name: str, value: str) -> None:
    with pytest.raises(ProblemError) as refusal:
        read({name: value})

    assert str(refusal.value).startswith(f"Inställningen {name} ")
    assert "\n" not in str(refusal.value)


def test_a_value_given_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match="inte båda"):
        read({"EMAIL_URL": "smtp://a", "EMAIL_URL_FILE": str(tmp_path)})


def test_a_refusal_does_not_repeat_a_secret() -> None:
    with pytest.raises(ProblemError) as refusal:
        read({"EMAIL_URL": "smtps://user:s3cret@host"})

    assert "s3cret" not in str(refusal.value)


def test_outside_the_own_computer_only_the_named_host_is_answered() -> None:
    env = read({"SAMSYN_ADDRESS": "https://samsyn.example.se/"})

    assert (env.address, env.hosts) == ("https://samsyn.example.se", ("samsyn.example.se",))


@pytest.mark.parametrize(
    ("url", "port"),
    [("smtp://host", 587), ("smtp://host?tls=implicit", 465), ("smtp://host:2525", 2525)],
)
def test_a_mail_server_has_the_port_of_its_protection(url: str, port: int) -> None:
    mail = _mail(read({"EMAIL_URL": url}))

    assert mail == port


def _mail(env: Environment) -> int:
    assert env.mail is not None
    return env.mail.port
