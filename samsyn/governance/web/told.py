"""How documents, laws and their owners stand, in the words and the colours of the pages."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from samsyn.governance.domain.law_state import LawState
from samsyn.governance.domain.owning import Function, Group, Owned, Ownership, owned
from samsyn.governance.domain.status import Status
from samsyn.pages.api import Tag, formats

STATUSES: Mapping[Status, tuple[Promise, str]] = {
    Status.IN_FORCE: (pgettext_lazy("styrdokument", "gäller"), "success"),
    Status.COMING: (pgettext_lazy("styrdokument", "beslutat, gäller inte än"), "info"),
    Status.UNDECIDED: (pgettext_lazy("styrdokument", "inget beslut antecknat"), "warning"),
    Status.DRAFT: (pgettext_lazy("styrdokument", "utkast"), "neutral"),
    Status.MISSING: (pgettext_lazy("styrdokument", "krävs men finns inte"), "danger"),
    Status.REPLACED: (pgettext_lazy("styrdokument", "ersatt"), "neutral"),
    Status.ENDED: (pgettext_lazy("styrdokument", "har slutat gälla"), "neutral"),
}
LAW_STATES: Mapping[LawState, tuple[Promise, str]] = {
    LawState.IN_FORCE: (pgettext_lazy("lag", "gäller"), "success"),
    LawState.COMING: (pgettext_lazy("lag", "gäller inte än"), "info"),
    LawState.REPLACED: (pgettext_lazy("lag", "ersatt"), "warning"),
    LawState.REPEALED: (pgettext_lazy("lag", "upphävd"), "warning"),
}
_OWNERSHIPS: Mapping[Ownership, Promise] = {
    Ownership.VACANT: gettext_lazy("vakant"),
    Ownership.ENDED: gettext_lazy("upphörd"),
    Ownership.GROUP_ENDED: gettext_lazy("upphörd grupp"),
    Ownership.NONE: gettext_lazy("ägare saknas"),
}


def status_tag(row: Any) -> Tag:
    """How a row of the register stands; a coming one says from which day."""
    status = Status(row.status)
    word, color = STATUSES[status]
    if status == Status.COMING:
        day = formats.long_day(row.starts_on)
        return Tag(_("beslutat, gäller från %(day)s") % {"day": day}, color)
    return Tag(word, color)


def law_tag(state: str) -> Tag:
    return Tag(*LAW_STATES[LawState(state)])


def owned_by(row: Any, day: Any) -> Owned:
    """Who looks after a row of the register, from what the register knows of its owners."""
    function = Function(row.owner_ends_on, row.owner_is_vacant) if row.owner_id else None
    group = Group(row.owner_forum_ends_on) if row.owner_forum_id else None
    return owned(function, group, day)


def ownership_tags(found: Owned) -> tuple[Tag, ...]:
    """Nothing when somebody looks after it."""
    word = _OWNERSHIPS.get(found.ownership)
    return (Tag(word, "danger"),) if word else ()
