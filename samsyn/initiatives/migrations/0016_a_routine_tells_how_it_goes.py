import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0015_what_is_followed_up_may_have_only_a_year")]

    operations = [
        migrations.AddField(
            model_name="deviationroutine",
            name="how",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddConstraint(
            model_name="deviationroutine",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("how"), 20000
                ),
                name="deviation_routine_is_bounded",
                violation_error_message="Skriv högst 20 000 tecken i ett fält.",
            ),
        ),
    ]
