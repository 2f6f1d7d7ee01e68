from django.db import migrations

TABLES = (
    "initiatives_series",
    "initiatives_activity",
    "initiatives_visitplan",
    "initiatives_shift",
    "initiatives_task",
    "initiatives_commission",
    "initiatives_delivery",
)


class Migration(migrations.Migration):
    """Apart from the tables: their references are made last, and are guarded too."""

    dependencies = [("initiatives", "0003_activities_tasks_and_what_is_ordered")]

    operations = [
        migrations.RunSQL(f"select samsyn_protect('{table}')", f"select samsyn_expose('{table}')")
        for table in TABLES
    ]
