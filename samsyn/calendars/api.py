"""What other contexts may use of calendars: invitations, answers, and what feeds hold."""

from samsyn.calendars.actions import MadeFeed, make_feed, revoke_feed
from samsyn.calendars.days import LONG_AGO, uid_of, whole_day
from samsyn.calendars.domain import Answer, Event, Method, Party, Reply, Subject
from samsyn.calendars.models import Feed
from samsyn.calendars.reading import UnreadableReplyError, read_reply
from samsyn.calendars.rules import KEEP_FEEDS
from samsyn.calendars.sources import register_events, register_subject
from samsyn.calendars.writing import enclosed, feed, invitation

__all__ = [
    "KEEP_FEEDS",
    "LONG_AGO",
    "Answer",
    "Event",
    "Feed",
    "MadeFeed",
    "Method",
    "Party",
    "Reply",
    "Subject",
    "UnreadableReplyError",
    "enclosed",
    "feed",
    "invitation",
    "make_feed",
    "read_reply",
    "register_events",
    "register_subject",
    "revoke_feed",
    "uid_of",
    "whole_day",
]
