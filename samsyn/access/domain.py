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
    """Someone acting in one municipality at one moment.

    The operator has no account, and neither has one who came by a personal link.
    """

    account_id: UUID | None
    municipality_id: UUID
    now: datetime
    held: tuple[Held, ...] = ()
    link_id: UUID | None = None

    @property
    def account_key(self) -> UUID:
        """The account, or one that nobody has."""
        return self.account_id or _NOBODY

    @property
    def link_key(self) -> UUID:
        """The link, or one that does not exist."""
        return self.link_id or _NOBODY

    @property
    def by_link(self) -> str:
        """The ground in the trail of one who came by a link; nothing for all others."""
        return f"link {self.link_id}" if self.link_id else ""

    @property
    def today(self) -> date:
        return self.now.astimezone(STOCKHOLM).date()
