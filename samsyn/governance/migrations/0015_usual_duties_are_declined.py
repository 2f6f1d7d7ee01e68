import uuid

import django.contrib.postgres.constraints
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0007_jobs_visit_every_municipality"),
        ("governance", "0014_dialogues_are_kept_apart"),
    ]

    operations = [
        migrations.CreateModel(
            name="DeclinedDuty",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("usual", models.TextField()),
                ("why", models.TextField()),
                ("declined_on", models.DateField()),
                ("taken_back_on", models.DateField(null=True)),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.municipality",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("usual__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                        name="declined_duty_is_one_of_the_usual",
                        violation_error_message="Skriv en rad med 1–200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("why"), 20000
                        ),
                        name="declined_duty_reason_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("why", ""), _negated=True),
                        name="declined_duty_says_why",
                        violation_error_message="Skriv varför det inte gäller er.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("taken_back_on__isnull", True),
                            ("taken_back_on__gt", models.F("declined_on")),
                            _connector="OR",
                        ),
                        name="duty_is_taken_back_after_it_is_declined",
                        violation_error_message="Det kan inte tas tillbaka innan det sades.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        deferrable=models.Deferrable.DEFERRED,
                        expressions=[
                            ("municipality", "="),
                            ("usual", "="),
                            (
                                models.Func("declined_on", "taken_back_on", function="daterange"),
                                "&&",
                            ),
                        ],
                        name="usual_duty_is_declined_once_at_a_time",
                        violation_error_message="Någon har redan sagt att det inte gäller er.",
                    ),
                ],
            },
        ),
    ]
