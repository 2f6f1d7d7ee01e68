from django.db import migrations

TABLES = ("sources_sourcedocument", "sources_citation")


class Migration(migrations.Migration):
    """Apart from the tables: their references are made last, and are guarded too."""

    dependencies = [("sources", "0001_records_and_what_rests_on_them")]

    operations = [
        migrations.RunSQL(f"select samsyn_protect('{table}')", f"select samsyn_expose('{table}')")
        for table in TABLES
    ]
