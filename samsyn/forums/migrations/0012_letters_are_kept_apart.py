from django.db import migrations

TABLES = ("forums_dispatch", "forums_digestchoice")


class Migration(migrations.Migration):
    """Apart from the tables: their references are made last, and are guarded too."""

    dependencies = [("forums", "0011_letters_are_sent_and_switched_off")]

    operations = [
        migrations.RunSQL(f"select samsyn_protect('{table}')", f"select samsyn_expose('{table}')")
        for table in TABLES
    ]
