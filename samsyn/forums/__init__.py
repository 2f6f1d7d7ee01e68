"""Where people meet across organisations: charters, meetings, contributions and follow-up."""
