"""What others may ask of the trail."""

from samsyn.audit.actions import record, record_many
from samsyn.audit.models import Event, Outcome
from samsyn.audit.queries import changes_to, events_of, latest

__all__ = ["Event", "Outcome", "changes_to", "events_of", "latest", "record", "record_many"]
