from django.db import migrations

TABLES = ("governance_duty", "governance_dutydone")


class Migration(migrations.Migration):
    """Apart from the tables: their references are made last, and are guarded too."""

    dependencies = [("governance", "0004_what_recurs_is_kept")]

    operations = [
        migrations.RunSQL(f"select samsyn_protect('{table}')", f"select samsyn_expose('{table}')")
        for table in TABLES
    ]
