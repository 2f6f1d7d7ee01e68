"""A letter as the e-mail that it becomes."""

from email.utils import formataddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from samsyn.post.models import Enclosure, Letter

_INVITATION = "text/calendar; "


def message(letter: Letter) -> EmailMultiAlternatives:
    """Make the e-mail; made anew of the same letter it has the same identity."""
    place = letter.municipality
    host = urlsplit(settings.SAMSYN_ADDRESS).hostname
    mail = EmailMultiAlternatives(
        subject=letter.subject,
        body=letter.text,
        from_email=formataddr((f"Samsyn {place.name}", settings.DEFAULT_FROM_EMAIL)),
        to=[letter.to],
        reply_to=[letter.reply_to] if letter.reply_to else None,
        headers={
            "Message-ID": f"<{letter.pk}@{host}>",
            # No answering machine is to answer, and a filter can know the letters by their list.
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
            "List-Id": f"<samsyn.{place.key}.{host}>",
        },
    )
    mail.encoding = "utf-8"
    if letter.html:
        mail.attach_alternative(letter.html, "text/html")
    for enclosure in letter.enclosures.order_by("ordinal"):
        _enclose(mail, enclosure)
    return mail


def _enclose(mail: EmailMultiAlternatives, enclosure: Enclosure) -> None:
    """An invitation is a third form of the letter, which programs show with buttons to answer."""
    content, media_type = bytes(enclosure.content), enclosure.media_type
    if media_type.startswith(_INVITATION):
        mail.attach_alternative(content.decode(), media_type)
        media_type = "application/ics"
    mail.attach(enclosure.name, content, media_type)
