from django.db import migrations

TABLES = ("forums_handover", "forums_schoolterm", "forums_schoolbreak", "forums_apart")


class Migration(migrations.Migration):
    """Apart from the tables: their references are made last, and are guarded too."""

    dependencies = [("forums", "0004_hand_overs_terms_and_forums_apart")]

    operations = [
        migrations.RunSQL(f"select samsyn_protect('{table}')", f"select samsyn_expose('{table}')")
        for table in TABLES
    ]
