"""Sessions in the database under a hash, so that a stolen table opens nothing."""

from hashlib import sha256
from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.base_session import AbstractBaseSession

from samsyn.access import clock

# The column of Django's table holds 40 characters: 160 bits of the hash.
_KEY_LENGTH = 40
# By hand, since every page asks it.
_UNEXPIRED = "select * from django_session where session_key = %s and expire_date > %s"


def _hashed(key: str) -> str:
    return sha256(key.encode()).hexdigest()[:_KEY_LENGTH]


class SessionStore(db.SessionStore):
    def _get_session_from_db(self) -> AbstractBaseSession | None:
        asked = [_hashed(self.session_key or ""), clock.now()]
        row = next(iter(self.model.objects.raw(_UNEXPIRED, asked)), None)
        if row is None:
            self._session_key = None
        return row

    def exists(self, session_key: str) -> bool:
        return super().exists(_hashed(session_key))

    def create_model_instance(self, data: dict[str, Any]) -> AbstractBaseSession:
        row = super().create_model_instance(data)
        row.session_key = _hashed(row.session_key)
        return row

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        if key is not None:
            super().delete(_hashed(key))
