import django.db.models.deletion
from django.db import migrations, models

GUARD = """
select samsyn_guard_reference('initiatives_evaluation', 'activity_id', 'initiatives_activity');
"""
UNGUARD = """
drop trigger activity_id_is_of_the_same_municipality on initiatives_evaluation;
drop trigger added_activity_id_is_of_the_same_municipality on initiatives_evaluation;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0008_tables_are_counted_anew"),
        ("governance", "0016_declined_duties_are_kept_apart"),
        ("initiatives", "0014_phases_demand_and_moves_tell_what_lacked"),
        ("organisation", "0008_what_is_added_is_checked_at_once"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="evaluation",
            name="evaluation_tells_once_it_is_done",
        ),
        migrations.RemoveConstraint(
            model_name="evaluation",
            name="evaluation_has_a_day",
        ),
        migrations.AddField(
            model_name="evaluation",
            name="activity",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="notes",
                to="initiatives.activity",
            ),
        ),
        migrations.AddField(
            model_name="evaluation",
            name="done_year",
            field=models.SmallIntegerField(null=True),
        ),
        migrations.AddConstraint(
            model_name="evaluation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("done_on__isnull", False),
                    ("done_year__isnull", False),
                    models.Q(
                        ("happened", ""),
                        ("lessons", ""),
                        ("meant", ""),
                        ("next_time", ""),
                        ("result", ""),
                    ),
                    _connector="OR",
                ),
                name="evaluation_tells_once_it_is_done",
                violation_error_message="Skriv när uppföljningen gjordes.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evaluation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("done_year__isnull", True), ("done_year__range", (1900, 2200)), _connector="OR"
                ),
                name="evaluation_is_of_our_time",
                violation_error_message="Skriv ett år med fyra siffror.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evaluation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("due_on__isnull", False),
                    ("done_on__isnull", False),
                    ("done_year__isnull", False),
                    _connector="OR",
                ),
                name="evaluation_has_a_day",
                violation_error_message="Skriv när den ska göras, eller när den gjordes.",
            ),
        ),
        migrations.RunSQL(GUARD, UNGUARD),
    ]
