import django.contrib.postgres.constraints
import django.db.models.constraints
import django.db.models.functions.comparison
from django.db import migrations, models

ORDER = """
drop index person_in_swedish_order;
drop index position_in_swedish_order;
drop index body_name_in_swedish_order;
create index body_name_in_swedish_order on organisation_bodyname (municipality_id, name_key);
create index position_in_swedish_order on organisation_position (municipality_id, title_key, id);
create index person_in_swedish_order on organisation_person
  (municipality_id, family_key, given_key, id);
"""
UNDO_ORDER = """
drop index person_in_swedish_order;
drop index position_in_swedish_order;
drop index body_name_in_swedish_order;
create index body_name_in_swedish_order on organisation_bodyname
  (municipality_id, sv_key(name));
create index position_in_swedish_order on organisation_position
  (municipality_id, sv_key(title));
create index person_in_swedish_order on organisation_person
  (municipality_id, sv_key(family_name), sv_key(given_name));
"""


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0003_municipalities_are_kept_apart"),
        ("organisation", "0005_a_body_may_be_a_collaboration"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="bodyname",
            name="one_name_at_a_time_per_body",
        ),
        migrations.RemoveConstraint(
            model_name="placement",
            name="one_parent_at_a_time_per_body",
        ),
        migrations.AddField(
            model_name="area",
            name="name_key",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Func(
                    models.F("name"), function="sv_key", output_field=models.TextField()
                ),
                output_field=models.TextField(),
            ),
        ),
        migrations.AddField(
            model_name="bodyname",
            name="name_key",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Func(
                    models.F("name"), function="sv_key", output_field=models.TextField()
                ),
                output_field=models.TextField(),
            ),
        ),
        migrations.AddField(
            model_name="person",
            name="family_key",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Func(
                    models.F("family_name"), function="sv_key", output_field=models.TextField()
                ),
                output_field=models.TextField(),
            ),
        ),
        migrations.AddField(
            model_name="person",
            name="given_key",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Func(
                    models.F("given_name"), function="sv_key", output_field=models.TextField()
                ),
                output_field=models.TextField(),
            ),
        ),
        migrations.AddField(
            model_name="position",
            name="title_key",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Func(
                    models.F("title"), function="sv_key", output_field=models.TextField()
                ),
                output_field=models.TextField(),
            ),
        ),
        migrations.AddConstraint(
            model_name="bodyname",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                expressions=[
                    (django.db.models.functions.comparison.Cast("body", models.TextField()), "="),
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
                    (django.db.models.functions.comparison.Cast("body", models.TextField()), "="),
                    ("municipality", "="),
                    (models.Func("starts_on", "ends_on", function="daterange"), "&&"),
                ],
                name="one_parent_at_a_time_per_body",
                violation_error_message="Organet lyder redan under ett annat under perioden.",
            ),
        ),
        migrations.RunSQL(ORDER, UNDO_ORDER),
    ]
