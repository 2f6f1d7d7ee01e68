from django.db import migrations

TABLES = (
    "initiatives_indicator",
    "initiatives_measurement",
    "initiatives_value",
    "initiatives_target",
    "initiatives_light",
    "initiatives_valueheading",
    "initiatives_logicstep",
    "initiatives_initiativemeasure",
    "initiatives_claim",
)


class Migration(migrations.Migration):
    """Apart from the tables: their references are made last, and are guarded too."""

    dependencies = [("initiatives", "0007_indicators_and_how_initiatives_are_measured")]

    operations = [
        migrations.RunSQL(f"select samsyn_protect('{table}')", f"select samsyn_expose('{table}')")
        for table in TABLES
    ]
