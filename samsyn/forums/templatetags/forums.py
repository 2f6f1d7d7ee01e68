"""How it is with a follow-up, as a tag: `{% load forums %}`."""

from datetime import date
from typing import Any

from django import template
from django.utils.safestring import SafeString

from samsyn.forums.web.follow_ups import state_tag
from samsyn.pages.templatetags.samsyn import tag

register = template.Library()


@register.simple_tag
def state_of_follow_up(follow_up: Any, today: date) -> SafeString:
    state = state_tag(follow_up, today)
    return tag(str(state.word), state.color)
