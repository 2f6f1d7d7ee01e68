"""Keeping the files of agreements and governing documents, each as it was."""

import hashlib
from typing import Any

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, one_change
from samsyn.governance import searchable
from samsyn.governance.domain.citing import numbers_in
from samsyn.governance.domain.comparing import paragraphs, unchanged
from samsyn.governance.models import Agreement, Edition, GoverningDocument
from samsyn.intake.api import (
    PDF,
    SentFile,
    guarded,
    judge,
    refuse_person,
    safe_name,
    text_of,
)
from samsyn.kernel.errors import RuleBrokenError


class NotAPdfError(RuleBrokenError):
    pass


def add_edition(
    owner: Agreement | GoverningDocument,
    sent: SentFile,
    note: str = "",
    *,
    is_signed: bool = False,
    actor: Actor,
) -> Edition:
    """Keep the file as it is now; those before it stay. Raises UnfitFileError and NotAPdfError."""
    name = safe_name(sent.name)
    media_type = judge(SentFile(name, sent.content))
    if is_signed and media_type != PDF:
        raise NotAPdfError(_("Det undertecknade avtalet ska vara en PDF. Skanna det till PDF."))
    text = text_of(media_type, sent.content)
    refuse_person(name, text or "")
    told = guarded(note)
    with one_change():
        before = _of(owner).order_by("-number").defer("content").first()
        added = Edition.objects.create(
            municipality_id=actor.municipality_id,
            **_owner(owner),
            number=before.number + 1 if before else 1,
            is_signed=is_signed,
            note=told,
            file_name=name,
            media_type=media_type,
            size=len(sent.content),
            sha256=hashlib.sha256(sent.content).digest(),
            content=sent.content,
            text=text,
            **_compared(text, before or _replaced(owner)),
            numbers=numbers_in(text or ""),
            added_at=actor.now,
            added_by_id=actor.account_id,
        )
        searchable.show(owner)
    return added


def _owner(owner: Agreement | GoverningDocument) -> dict[str, Any]:
    return {"agreement" if isinstance(owner, Agreement) else "document": owner}


def _of(owner: Agreement | GoverningDocument) -> Any:
    return Edition.objects.filter(municipality_id=owner.municipality_id, **_owner(owner))


def _replaced(owner: Agreement | GoverningDocument) -> Edition | None:
    """The newest text of what the owner came after: last year's report, or the agreement before."""
    earlier = owner.predecessor if isinstance(owner, Agreement) else owner.replaces
    if earlier is None:
        return None
    newest: Edition | None = _of(earlier).order_by("-number").defer("content").first()
    return newest


def _compared(text: str | None, before: Edition | None) -> dict[str, int | None]:
    if text is None:
        return {"paragraphs": None, "unchanged": None}
    known = before is not None and before.text is not None
    return {
        "paragraphs": len(paragraphs(text)),
        "unchanged": unchanged(before.text or "", text) if before and known else None,
    }
