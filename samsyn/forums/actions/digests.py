"""The weekly letter: sent on Mondays to those for whom something waits, unless switched off."""

from collections.abc import Iterator

from samsyn.access.api import STOCKHOLM, Account, Actor, one_change, within
from samsyn.forums import queries
from samsyn.forums.addressees import open_accounts, seeing_as
from samsyn.forums.letters.digest import digest_letter
from samsyn.forums.models import DigestChoice
from samsyn.post.api import letters_about_many, write

_MONDAY = 0
# Later in the day the week has begun, and what waits is on the pages.
_HOURS = range(7, 12)


def send_digests(actor: Actor) -> None:
    """Write to each account once a Monday; whoever has nothing waiting gets nothing."""
    local = actor.now.astimezone(STOCKHOLM)
    if local.weekday() != _MONDAY or local.hour not in _HOURS:
        return
    for account in _to_write_to(actor):
        with seeing_as(account.pk, actor) as reader:
            found = queries.digest(reader) if reader else None
        if found and not found.is_empty:
            write(digest_letter(account, found, actor), actor=actor)


def _to_write_to(actor: Actor) -> Iterator[Account]:
    accounts = [each.account for each in open_accounts(actor)]
    ids = [each.pk for each in accounts]
    off = within(DigestChoice, actor).filter(is_wanted=False).values_list("account_id", flat=True)
    today = letters_about_many(actor, ids).filter(occasion__endswith=f" {actor.today}")
    left_out = {*off, *today.values_list("object_id", flat=True)}
    return (each for each in accounts if each.pk not in left_out)


def choose_digest(account: Account, *, is_wanted: bool, actor: Actor) -> None:
    """Switch one's own weekly letter on or off."""
    with one_change():
        DigestChoice.objects.update_or_create(
            municipality_id=actor.municipality_id,
            account=account,
            defaults={"is_wanted": is_wanted},
        )
