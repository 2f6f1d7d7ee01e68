import uuid

import django.contrib.postgres.constraints
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0004_references_are_checked_a_statement_at_a_time"),
        ("forums", "0003_what_is_approved_stays"),
        ("organisation", "0006_sort_keys_are_kept"),
    ]

    operations = [
        migrations.CreateModel(
            name="SchoolTerm",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.TextField()),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.municipality",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SchoolBreak",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.TextField()),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.municipality",
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="breaks",
                        to="forums.schoolterm",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Apart",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("why", models.TextField()),
                ("looked_on", models.DateField()),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="apart_from",
                        to="forums.forum",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.municipality",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="apart_to",
                        to="forums.forum",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("why"), 20000
                        ),
                        name="apart_reason_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("why", ""), _negated=True),
                        name="apart_says_why",
                        violation_error_message="Skriv varför de inte är samma sak.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("forum", models.F("other")), _negated=True),
                        name="forum_is_not_apart_from_itself",
                    ),
                    models.UniqueConstraint(
                        fields=("forum", "other"),
                        name="two_forums_are_looked_at_once",
                        violation_error_message="Någon har redan tittat på de två.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HandOver",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("left_on", models.DateField()),
                ("notes", models.TextField(blank=True)),
                ("begun_at", models.DateTimeField()),
                ("accepted_at", models.DateTimeField(null=True)),
                (
                    "leaver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="left_behind",
                        to="organisation.person",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.municipality",
                    ),
                ),
                (
                    "position",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hand_overs",
                        to="organisation.position",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taken_over",
                        to="organisation.person",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("notes"), 20000
                        ),
                        name="hand_over_notes_are_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("accepted_at__isnull", True), ("successor__isnull", True)),
                            models.Q(("accepted_at__isnull", False), ("successor__isnull", False)),
                            _connector="OR",
                        ),
                        name="accepted_hand_over_has_a_successor",
                    ),
                    models.UniqueConstraint(
                        fields=("position", "leaver", "left_on"),
                        name="function_is_handed_over_once",
                        violation_error_message="Överlämningen är redan påbörjad.",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="schoolterm",
            constraint=models.CheckConstraint(
                condition=models.Q(("name__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                name="school_term_name_is_one_line",
                violation_error_message="Skriv en rad med 1–200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolterm",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gt", models.F("starts_on"))),
                name="school_term_ends_after_it_starts",
                violation_error_message="Terminen slutar innan den börjar.",
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolterm",
            constraint=models.UniqueConstraint(
                fields=("municipality", "name"),
                name="one_school_term_per_name",
                violation_error_message="Det finns redan en termin med det namnet.",
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolterm",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                expressions=[
                    ("municipality", "="),
                    (models.Func("starts_on", "ends_on", function="daterange"), "&&"),
                ],
                name="one_school_term_at_a_time",
                violation_error_message="Terminen överlappar en annan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolbreak",
            constraint=models.CheckConstraint(
                condition=models.Q(("name__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                name="school_break_name_is_one_line",
                violation_error_message="Skriv en rad med 1–200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolbreak",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gt", models.F("starts_on"))),
                name="school_break_ends_after_it_starts",
                violation_error_message="Lovet slutar innan det börjar.",
            ),
        ),
    ]
