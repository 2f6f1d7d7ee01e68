"""Meetings in other people's calendars: invitations, answers, and addresses to subscribe to."""
