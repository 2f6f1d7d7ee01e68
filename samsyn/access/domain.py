"""Who is acting: no database, no clock."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")
_NOBODY = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Held:
    """A role held today, in a body or (None) in the whole municipality."""

    role: str
    body_id: UUID | None


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone acting in one municipality at one moment; the operator has no account."""

    account_id: UUID | None
    municipality_id: UUID
    now: datetime
    held: tuple[Held, ...] = ()

    @property
    def account_key(self) -> UUID:
        """The account, or one that nobody has."""
        return self.account_id or _NOBODY

    @property
    def today(self) -> date:
        return self.now.astimezone(STOCKHOLM).date()
