from django.db import migrations

TABLES = (
    "governance_risk",
    "governance_judgement",
    "governance_recommendation",
    "governance_consultation",
    "governance_statement",
)


class Migration(migrations.Migration):
    """Apart from the tables: their references are made last, and are guarded too."""

    dependencies = [("governance", "0008_risks_recommendations_and_consultations")]

    operations = [
        migrations.RunSQL(f"select samsyn_protect('{table}')", f"select samsyn_expose('{table}')")
        for table in TABLES
    ]
