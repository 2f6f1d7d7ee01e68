import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0008_tables_are_counted_anew"),
        ("governance", "0016_declined_duties_are_kept_apart"),
        ("initiatives", "0002_initiatives_are_kept_apart"),
        ("organisation", "0008_what_is_added_is_checked_at_once"),
    ]

    operations = [
        migrations.CreateModel(
            name="Commission",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("key", models.TextField()),
                ("what", models.TextField()),
                ("year", models.SmallIntegerField(null=True)),
                ("ordered", models.IntegerField(null=True)),
                ("remuneration", models.TextField(blank=True)),
                ("amount_each", models.DecimalField(decimal_places=2, max_digits=12, null=True)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commissions",
                        to="governance.agreement",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commissions",
                        to="organisation.body",
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commissions",
                        to="initiatives.initiative",
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
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("what__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                        name="commission_is_one_line",
                        violation_error_message="Skriv en rad med 1–200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("remuneration__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")
                        ),
                        name="remuneration_is_one_line",
                        violation_error_message="Skriv en rad med högst 200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("year__isnull", True), ("year__range", (1900, 2200)), _connector="OR"
                        ),
                        name="commission_is_of_our_time",
                        violation_error_message="Skriv ett år med fyra siffror.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ordered__isnull", True),
                            ("ordered__range", (1, 100000)),
                            _connector="OR",
                        ),
                        name="commission_orders_some",
                        violation_error_message="Skriv antalet som ett tal från 1.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("amount_each__isnull", True), ("amount_each__gte", 0), _connector="OR"
                        ),
                        name="commission_costs_not_less_than_nothing",
                        violation_error_message="Beloppet kan inte vara mindre än noll.",
                    ),
                    models.UniqueConstraint(
                        fields=("municipality", "key"),
                        name="one_commission_per_key",
                        violation_error_message="Det finns redan en sådan beställning.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("on", models.DateField()),
                ("is_missed", models.BooleanField(default=False)),
                ("note", models.TextField(blank=True)),
                (
                    "commission",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deliveries",
                        to="initiatives.commission",
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
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("note"), 20000
                        ),
                        name="delivery_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_missed", False),
                            models.Q(("note", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="what_was_not_delivered_says_why",
                        violation_error_message="Skriv varför det inte blev av.",
                    ),
                    models.UniqueConstraint(
                        fields=("commission", "on"),
                        name="one_delivery_per_day",
                        violation_error_message="Den dagen är redan inskriven.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Series",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("key", models.TextField()),
                ("title", models.TextField()),
                ("sessions", models.SmallIntegerField(null=True)),
                ("led_by", models.TextField(blank=True)),
                ("starts_on", models.DateField(null=True)),
                ("invited", models.IntegerField(null=True)),
                ("measure", models.TextField(blank=True)),
                ("measured", models.IntegerField(null=True)),
                ("before", models.DecimalField(decimal_places=2, max_digits=8, null=True)),
                ("after", models.DecimalField(decimal_places=2, max_digits=8, null=True)),
                ("said", models.TextField(blank=True)),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="series",
                        to="initiatives.initiative",
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
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                        name="series_title_is_one_line",
                        violation_error_message="Skriv en rad med 1–200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("led_by__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                        name="series_leader_is_one_line",
                        violation_error_message="Skriv en rad med högst 200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("measure__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                        name="series_measure_is_one_line",
                        violation_error_message="Skriv en rad med högst 200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("said"), 20000
                        ),
                        name="series_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sessions__isnull", True),
                            ("sessions__range", (1, 500)),
                            _connector="OR",
                        ),
                        name="series_has_sessions",
                        violation_error_message="Skriv antalet träffar som ett tal från 1 till 500.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("invited__isnull", True),
                            ("invited__range", (0, 1000000)),
                            _connector="OR",
                        ),
                        name="series_invites_some",
                        violation_error_message="Antalet kan inte vara mindre än noll.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("measured__isnull", True),
                            ("measured__range", (0, 1000000)),
                            _connector="OR",
                        ),
                        name="series_measures_some",
                        violation_error_message="Antalet kan inte vara mindre än noll.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("after__isnull", True), ("before__isnull", True)),
                            models.Q(
                                models.Q(("measure", ""), _negated=True),
                                ("measured__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="series_says_what_it_measures",
                        violation_error_message="Skriv vad som mättes, och hur många som svarade.",
                    ),
                    models.UniqueConstraint(
                        fields=("municipality", "key"),
                        name="one_series_per_key",
                        violation_error_message="Det finns redan en sådan serie.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Activity",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("key", models.TextField()),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("visit", "besök i klass eller grupp"),
                            ("lecture", "föreläsning"),
                            ("session", "träff i en grupp"),
                            ("training", "utbildning för personal"),
                            ("guardians", "dialog med vårdnadshavare"),
                            ("presence", "vuxennärvaro eller vandring"),
                            ("event", "evenemang"),
                            ("other", "annat"),
                        ]
                    ),
                ),
                ("what", models.TextField()),
                ("held_on", models.DateField()),
                ("place", models.TextField(blank=True)),
                (
                    "grades",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(
                            choices=[
                                ("F", "förskoleklass"),
                                ("1", "årskurs 1"),
                                ("2", "årskurs 2"),
                                ("3", "årskurs 3"),
                                ("4", "årskurs 4"),
                                ("5", "årskurs 5"),
                                ("6", "årskurs 6"),
                                ("7", "årskurs 7"),
                                ("8", "årskurs 8"),
                                ("9", "årskurs 9"),
                                ("gy1", "gymnasiet år 1"),
                                ("gy2", "gymnasiet år 2"),
                                ("gy3", "gymnasiet år 3"),
                                ("gy4", "gymnasiet år 4"),
                            ]
                        ),
                        default=list,
                        size=None,
                    ),
                ),
                ("classes", models.IntegerField(null=True)),
                ("participants", models.IntegerField(null=True)),
                (
                    "whom",
                    models.TextField(
                        choices=[("children", "barn och unga"), ("adults", "vuxna")],
                        default="children",
                    ),
                ),
                ("answered", models.IntegerField(null=True)),
                ("rating", models.DecimalField(decimal_places=2, max_digits=3, null=True)),
                ("note", models.TextField(blank=True)),
                (
                    "body",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.body",
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities",
                        to="initiatives.initiative",
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
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.position",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities_here",
                        to="organisation.body",
                    ),
                ),
                (
                    "venue",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities",
                        to="initiatives.venue",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities",
                        to="initiatives.series",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "visit",
                                    "lecture",
                                    "session",
                                    "training",
                                    "guardians",
                                    "presence",
                                    "event",
                                    "other",
                                ],
                            )
                        ),
                        name="activity_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("whom__in", ["children", "adults"])),
                        name="activity_whom_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("what__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                        name="activity_is_one_line",
                        violation_error_message="Skriv en rad med 1–200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("place__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                        name="activity_place_is_one_line",
                        violation_error_message="Skriv en rad med högst 200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("note"), 20000
                        ),
                        name="activity_note_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "grades__contained_by",
                                [
                                    "F",
                                    "1",
                                    "2",
                                    "3",
                                    "4",
                                    "5",
                                    "6",
                                    "7",
                                    "8",
                                    "9",
                                    "gy1",
                                    "gy2",
                                    "gy3",
                                    "gy4",
                                ],
                            )
                        ),
                        name="activity_grades_are_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("classes__isnull", True),
                            ("classes__range", (0, 1000000)),
                            _connector="OR",
                        ),
                        name="activity_has_classes",
                        violation_error_message="Antalet kan inte vara mindre än noll.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("participants__isnull", True),
                            ("participants__range", (0, 1000000)),
                            _connector="OR",
                        ),
                        name="activity_has_participants",
                        violation_error_message="Antalet kan inte vara mindre än noll.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered__isnull", True),
                            ("answered__range", (0, 1000000)),
                            _connector="OR",
                        ),
                        name="activity_has_answers",
                        violation_error_message="Antalet kan inte vara mindre än noll.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("rating__isnull", True),
                            models.Q(
                                ("answered__gte", 1),
                                ("answered__isnull", False),
                                ("rating__range", (1, 5)),
                            ),
                            _connector="OR",
                        ),
                        name="activity_rating_is_from_one_to_five",
                        violation_error_message="Betyget är från 1 till 5, och det ska stå hur många som svarade.",
                    ),
                    models.UniqueConstraint(
                        fields=("municipality", "key"),
                        name="one_activity_per_key",
                        violation_error_message="Det finns redan en aktivitet med den nyckeln.",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["municipality", "-held_on", "id"], name="activity_by_day"),
                    models.Index(
                        fields=["initiative", "-held_on", "id"], name="activity_of_initiative"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Shift",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("starts_on", models.DateField(null=True)),
                ("ends_on", models.DateField(null=True)),
                ("weekday", models.SmallIntegerField()),
                ("from_at", models.TimeField(null=True)),
                ("until_at", models.TimeField(null=True)),
                ("place", models.TextField()),
                (
                    "body",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.body",
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shifts",
                        to="initiatives.initiative",
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
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("starts_on__isnull", True),
                            ("ends_on__gt", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="shift_ends_after_it_starts",
                        violation_error_message="Perioden slutar innan den börjar.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("place__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                        name="shift_place_is_one_line",
                        violation_error_message="Skriv en rad med 1–200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("weekday__range", (1, 7))),
                        name="shift_is_on_a_day_of_the_week",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("from_at__isnull", True),
                            ("until_at__isnull", True),
                            models.Q(("until_at", models.F("from_at")), _negated=True),
                            _connector="OR",
                        ),
                        name="shift_takes_some_time",
                        violation_error_message="Tiden slutar när den börjar.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("key", models.TextField()),
                ("what", models.TextField()),
                (
                    "what_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            models.F("what"), function="sv_key", output_field=models.TextField()
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                ("starts_on", models.DateField(null=True)),
                ("due_on", models.DateField(null=True)),
                (
                    "state",
                    models.TextField(
                        choices=[
                            ("to_do", "att göra"),
                            ("begun", "påbörjad"),
                            ("done", "klar"),
                            ("dropped", "görs inte"),
                        ],
                        default="to_do",
                    ),
                ),
                ("ended_on", models.DateField(null=True)),
                ("result", models.TextField(blank=True)),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="initiatives.initiative",
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
                    "owner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="initiative_tasks",
                        to="organisation.position",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("what__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                        name="task_is_one_line",
                        violation_error_message="Skriv en rad med 1–200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["to_do", "begun", "done", "dropped"])),
                        name="task_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("result"), 20000
                        ),
                        name="task_result_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("starts_on__isnull", True),
                            ("due_on__isnull", True),
                            ("due_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="task_is_due_after_it_starts",
                        violation_error_message="Det ska vara klart tidigast den dag det börjar.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_on__isnull", True), ("state__in", ["to_do", "begun"])),
                            models.Q(
                                ("ended_on__isnull", False),
                                ("state__in", ["done", "dropped"]),
                                models.Q(("result", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="task_ends_in_writing",
                        violation_error_message="Skriv vad det blev av det och när, innan du avslutar.",
                    ),
                    models.UniqueConstraint(
                        fields=("municipality", "key"),
                        name="one_task_per_key",
                        violation_error_message="Det finns redan en sådan rad.",
                    ),
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("ended_on__isnull", True)),
                        fields=["municipality", "due_on"],
                        name="open_task_by_day",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="VisitPlan",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "grades",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(
                            choices=[
                                ("F", "förskoleklass"),
                                ("1", "årskurs 1"),
                                ("2", "årskurs 2"),
                                ("3", "årskurs 3"),
                                ("4", "årskurs 4"),
                                ("5", "årskurs 5"),
                                ("6", "årskurs 6"),
                                ("7", "årskurs 7"),
                                ("8", "årskurs 8"),
                                ("9", "årskurs 9"),
                                ("gy1", "gymnasiet år 1"),
                                ("gy2", "gymnasiet år 2"),
                                ("gy3", "gymnasiet år 3"),
                                ("gy4", "gymnasiet år 4"),
                            ]
                        ),
                        default=list,
                        size=None,
                    ),
                ),
                ("year", models.SmallIntegerField(null=True)),
                (
                    "term",
                    models.TextField(
                        blank=True, choices=[("spring", "vårtermin"), ("autumn", "hösttermin")]
                    ),
                ),
                ("classes", models.IntegerField()),
                ("is_about", models.BooleanField(default=False)),
                ("by", models.TextField(blank=True)),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visit_plans",
                        to="initiatives.initiative",
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
                    "unit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.body",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("by__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                        name="visit_plan_is_one_line",
                        violation_error_message="Skriv en rad med högst 200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "grades__contained_by",
                                [
                                    "F",
                                    "1",
                                    "2",
                                    "3",
                                    "4",
                                    "5",
                                    "6",
                                    "7",
                                    "8",
                                    "9",
                                    "gy1",
                                    "gy2",
                                    "gy3",
                                    "gy4",
                                ],
                            )
                        ),
                        name="visit_plan_grades_are_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("classes__range", (1, 10000))),
                        name="visit_plan_has_classes",
                        violation_error_message="Skriv antalet klasser som ett tal från 1.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("term", ""), ("year__isnull", True)),
                            models.Q(
                                ("term__in", ["spring", "autumn"]),
                                ("year__isnull", False),
                                ("year__range", (1900, 2200)),
                            ),
                            _connector="OR",
                        ),
                        name="visit_plan_is_for_a_term_or_for_every",
                        violation_error_message="Ange både år och termin, eller inget av dem.",
                    ),
                ],
            },
        ),
    ]
