from django.db import migrations

TABLES = (
    "governance_focusarea",
    "governance_areabasis",
    "governance_proposal",
    "governance_proposalanswer",
    "governance_assignment",
)


class Migration(migrations.Migration):
    """Apart from the tables: their references are made last, and are guarded too."""

    dependencies = [("governance", "0006_areas_proposals_and_assignments")]

    operations = [
        migrations.RunSQL(f"select samsyn_protect('{table}')", f"select samsyn_expose('{table}')")
        for table in TABLES
    ]
