"""What stayed and what was rewritten between two files, paragraph by paragraph."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from samsyn.access.api import Request, page
from samsyn.governance.domain.comparing import paragraphs
from samsyn.governance.domain.differing import Beside, Change, beside
from samsyn.governance.models import Edition
from samsyn.governance.queries.editions import text_before
from samsyn.governance.rules.agreements import READ_EDITION
from samsyn.governance.web.document_addresses import owner_crumbs
from samsyn.pages.api import Crumb, Tag

# Longer than any plan; beyond it a page says no more.
_MOST_SHOWN = 1_500
_FOLDED_FROM = 2
_WORDS: Mapping[Change, Tag] = {
    Change.ADDED: Tag(pgettext_lazy("stycke", "nytt"), "success"),
    Change.REMOVED: Tag(pgettext_lazy("stycke", "borttaget"), "danger"),
    Change.REWRITTEN: Tag(pgettext_lazy("stycke", "omskrivet"), "info"),
    Change.MOVED: Tag(pgettext_lazy("stycke", "flyttat"), "neutral"),
    Change.SAME: Tag(pgettext_lazy("stycke", "oförändrat"), "neutral"),
}


@page(READ_EDITION)
def compare(request: Request, edition: Edition, /) -> HttpResponse:
    """The file beside the one before it, or beside the newest of what it replaces."""
    before = text_before(request.actor, edition)
    rows = _rows(before, edition)
    is_whole = request.GET.get("visa") == "allt"
    context = {
        "edition": edition,
        "before": before,
        "sentence": share(edition, _title_of(before)),
        "counts": _counts(rows),
        "rows": list(_shown(rows[:_MOST_SHOWN], is_whole=is_whole)),
        "is_whole": is_whole,
        "more": max(len(rows) - _MOST_SHOWN, 0),
        "breadcrumbs": [*owner_crumbs(request.actor, edition), Crumb(_("Jämför"))],
    }
    return render(request, "governance/comparison.html", context)


def share(edition: Edition, replaced: str) -> str:
    """How much of the file stood in the one before, as one would say it."""
    if not edition.paragraphs or edition.unchanged is None:
        return ""
    told = {
        "same": edition.unchanged,
        "of": edition.paragraphs,
        "before": edition.number - 1,
        "replaced": replaced,
    }
    if edition.number > 1:
        return _("%(same)s av %(of)s stycken är ordagrant desamma som i version %(before)s.") % told
    return _("%(same)s av %(of)s stycken är ordagrant desamma som i %(replaced)s.") % told


def _title_of(before: Edition | None) -> str:
    owner = before.document or before.agreement if before else None
    return owner.title if owner else ""


def _rows(before: Edition | None, after: Edition) -> list[Beside]:
    if before is None or before.text is None or after.text is None:
        return []
    return list(beside(paragraphs(before.text), paragraphs(after.text)))


def _shown(rows: Sequence[Beside], *, is_whole: bool) -> Iterator[tuple[Beside, Tag, int]]:
    """Each row with its word; those in a row that stayed are folded into one, with their number."""
    for change, alike in groupby(rows, key=lambda each: each.change):
        found = list(alike)
        is_folded = change == Change.SAME and not is_whole and len(found) > _FOLDED_FROM
        for each in found[:1] if is_folded else found:
            yield each, _WORDS[change], len(found) if is_folded else 0


def _counts(rows: Sequence[Beside]) -> list[tuple[Tag, int]]:
    found = Counter(each.change for each in rows)
    return [(tag, found[change]) for change, tag in _WORDS.items() if found[change]]
