"""What the forums do by themselves: remind, and tell once a week what waits."""

from datetime import timedelta

from samsyn.forums.actions.digests import send_digests
from samsyn.forums.actions.reminding import remind
from samsyn.post.api import duty

_AN_HOUR = timedelta(hours=1)


def register() -> None:
    duty("forums.remind", remind, every=_AN_HOUR)
    duty("forums.send_digests", send_digests, every=_AN_HOUR)
