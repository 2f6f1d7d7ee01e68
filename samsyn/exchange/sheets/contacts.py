"""How someone is reached, as one cell for each way: "bun@example.se (registrator); …"."""

import re
from collections.abc import Iterable
from typing import Any

_LABELLED = re.compile(r"(?P<value>.*\S)\s*\((?P<label>[^()]+)\)")


def shown(contacts: Iterable[tuple[Any, ...]], way: str) -> str:
    return "; ".join(
        f"{value} ({label})" if label else value for kind, value, label in contacts if kind == way
    )


def understood(text: str, way: str) -> list[tuple[str, str, str]]:
    """Take the cell apart; commas and line breaks do not part, since addresses have them."""
    return [_one(said.strip(), way) for said in text.split(";") if said.strip()]


def _one(said: str, way: str) -> tuple[str, str, str]:
    found = _LABELLED.fullmatch(said)
    if found is None:
        return way, said, ""
    return way, found["value"], found["label"].strip()
