from django.db import migrations


class Migration(migrations.Migration):
    """Apart from the table: its references are made last, and are guarded too."""

    dependencies = [("governance", "0013_people_are_asked_and_answer")]

    operations = [
        migrations.RunSQL(
            "select samsyn_protect('governance_dialogue')",
            "select samsyn_expose('governance_dialogue')",
        )
    ]
