"""Looks the whole installation over, and says of each part that it is well or what to do."""

from collections.abc import Iterator

from samsyn.config.doctor import database, machine
from samsyn.config.doctor.findings import Finding
from samsyn.config.env import Environment


def findings(env: Environment, port: int) -> Iterator[Finding]:
    yield from machine.findings(env, port)
    yield from database.findings(env)
