import django.contrib.postgres.constraints
import django.db.models.constraints
import django.db.models.functions.comparison
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisation", "0006_sort_keys_are_kept"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="appointment",
            name="one_ordinary_holder_at_a_time",
        ),
        migrations.RemoveConstraint(
            model_name="appointment",
            name="person_holds_a_position_once_at_a_time",
        ),
        migrations.RemoveConstraint(
            model_name="bodyname",
            name="one_name_at_a_time_per_body",
        ),
        migrations.RemoveConstraint(
            model_name="placement",
            name="one_parent_at_a_time_per_body",
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("is_single", True), ("kind__in", ["ordinary", "acting"])),
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                expressions=[
                    (django.db.models.functions.comparison.Greatest("position", "position"), "="),
                    ("kind", "="),
                    (models.Func("starts_on", "ends_on", function="daterange"), "&&"),
                ],
                name="one_ordinary_holder_at_a_time",
                violation_error_message="Någon annan innehar redan funktionen under en del av perioden.",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                expressions=[
                    (django.db.models.functions.comparison.Greatest("position", "position"), "="),
                    (django.db.models.functions.comparison.Greatest("person", "person"), "="),
                    (models.Func("starts_on", "ends_on", function="daterange"), "&&"),
                ],
                name="person_holds_a_position_once_at_a_time",
                violation_error_message="Personen innehar redan funktionen under perioden.",
            ),
        ),
        migrations.AddConstraint(
            model_name="bodyname",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                expressions=[
                    (django.db.models.functions.comparison.Greatest("body", "body"), "="),
                    (models.Func("starts_on", "ends_on", function="daterange"), "&&"),
                ],
                name="one_name_at_a_time_per_body",
                violation_error_message="Organet har redan ett namn under en del av perioden.",
            ),
        ),
        migrations.AddConstraint(
            model_name="placement",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                expressions=[
                    (django.db.models.functions.comparison.Greatest("body", "body"), "="),
                    ("municipality", "="),
                    (models.Func("starts_on", "ends_on", function="daterange"), "&&"),
                ],
                name="one_parent_at_a_time_per_body",
                violation_error_message="Organet lyder redan under ett annat under perioden.",
            ),
        ),
    ]
