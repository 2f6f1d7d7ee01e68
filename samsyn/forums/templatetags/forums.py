"""What the pages of meetings print again and again: `{% load forums %}`."""

from datetime import date
from typing import Any
from uuid import UUID

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from samsyn.forums.web.addresses import person_url, position_url
from samsyn.forums.web.follow_ups import state_tags
from samsyn.forums.web.meeting_addresses import address
from samsyn.pages.templatetags.samsyn import tag

register = template.Library()
register.filter(person_url)
register.filter(position_url)


@register.simple_tag
def to(name: str, pk: UUID) -> str:
    """The address of that name for the row; `url` works each of hundreds out anew."""
    return address(name, pk)


@register.simple_tag
def state_of_follow_up(follow_up: Any, today: date) -> SafeString:
    tags = ((tag(str(each.word), each.color),) for each in state_tags(follow_up, today))
    return format_html_join(" ", "{}", tags)
