"""Secrets that an address carries: made, told by their form, and kept as a hash alone."""

import re
from hashlib import sha256
from secrets import token_urlsafe

# Says to whoever gets the address what it is, and to the log what to cut.
PREFIX = "hemlig-"
_TOKEN = re.compile(rf"{PREFIX}[\w-]+")


def new_token() -> str:
    """256 bits that nobody guesses, so that a quick hash is enough."""
    return f"{PREFIX}{token_urlsafe(32)}"


def hashed(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def without_tokens(text: str) -> str:
    return _TOKEN.sub(f"{PREFIX}…", text)


def holds_token(text: str) -> bool:
    return _TOKEN.search(text) is not None
