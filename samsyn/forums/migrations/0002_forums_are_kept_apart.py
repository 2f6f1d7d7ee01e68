from django.db import migrations

TABLES = (
    "forums_forum",
    "forums_formername",
    "forums_seat",
    "forums_rhythm",
    "forums_standingitem",
    "forums_lack",
    "forums_meeting",
    "forums_attendance",
    "forums_draft",
    "forums_agendaitem",
    "forums_decision",
    "forums_minutes",
    "forums_approval",
    "forums_followup",
    "forums_newday",
)


class Migration(migrations.Migration):
    """Apart from the tables: their references are made last, and are guarded too."""

    dependencies = [("forums", "0001_forums_meetings_and_follow_ups")]

    operations = [
        migrations.RunSQL(f"select samsyn_protect('{table}')", f"select samsyn_expose('{table}')")
        for table in TABLES
    ]
