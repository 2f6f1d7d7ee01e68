from django.db import migrations


class Migration(migrations.Migration):
    """Apart from the table: its references are made last, and are guarded too."""

    dependencies = [("governance", "0015_usual_duties_are_declined")]

    operations = [
        migrations.RunSQL(
            "select samsyn_protect('governance_declinedduty')",
            "select samsyn_expose('governance_declinedduty')",
        )
    ]
