import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0011_trainings_are_given_to_functions"),
    ]

    operations = [
        migrations.AddField(
            model_name="matter",
            name="alternatives",
            field=models.TextField(blank=True),
        ),
        migrations.AddConstraint(
            model_name="matter",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("alternatives"), 20000
                ),
                name="matter_alternatives_are_bounded",
                violation_error_message="Skriv högst 20 000 tecken i ett fält.",
            ),
        ),
    ]
