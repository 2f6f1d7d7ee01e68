import uuid

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0008_tables_are_counted_anew"),
        ("access", "__first__"),
        ("forums", "0013_follow_ups_are_listed_by_day"),
        ("governance", "0014_dialogues_are_kept_apart"),
        ("initiatives", "0004_activities_are_kept_apart"),
        ("organisation", "0008_what_is_added_is_checked_at_once"),
    ]

    operations = [
        migrations.CreateModel(
            name="Deviation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("key", models.TextField()),
                ("title", models.TextField()),
                (
                    "title_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            models.F("title"), function="sv_key", output_field=models.TextField()
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "kind",
                    models.TextField(choices=[("deviation", "avvikelse"), ("obstacle", "hinder")]),
                ),
                ("what", models.TextField()),
                ("category", models.TextField(blank=True)),
                ("tried", models.TextField(blank=True)),
                ("happened_on", models.DateField(null=True)),
                ("reported_on", models.DateField()),
                ("link_id", models.UUIDField(null=True)),
                ("contact_email", models.TextField(blank=True, db_default="", default="")),
                (
                    "state",
                    models.TextField(
                        choices=[
                            ("reported", "ny"),
                            ("handled", "hos handläggare"),
                            ("lifted", "lyft till gruppen ovanför"),
                            ("answered", "besvarad"),
                            ("closed", "avslutad"),
                        ],
                        default="reported",
                    ),
                ),
                ("answer_by", models.DateField(null=True)),
                ("lift_by", models.DateField(null=True)),
                ("answered_on", models.DateField(null=True)),
                ("closed_on", models.DateField(null=True)),
                ("changed", models.TextField(blank=True)),
                ("is_invented", models.BooleanField(default=False)),
                (
                    "account",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deviations",
                        to="governance.agreement",
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deviations",
                        to="forums.forum",
                    ),
                ),
                (
                    "handler",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handled_deviations",
                        to="organisation.position",
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deviations",
                        to="initiatives.initiative",
                    ),
                ),
                (
                    "lifted_to",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lifted_deviations",
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
                    "reporter",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reported_deviations",
                        to="organisation.position",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                        name="deviation_title_is_one_line",
                        violation_error_message="Skriv en rad med 1–200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("category__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                        name="deviation_category_is_one_line",
                        violation_error_message="Skriv en rad med högst 200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("contact_email__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")
                        ),
                        name="deviation_contact_is_one_line",
                        violation_error_message="Skriv en rad med högst 200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["deviation", "obstacle"])),
                        name="deviation_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["reported", "handled", "lifted", "answered", "closed"])
                        ),
                        name="deviation_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("what"), 20000
                        ),
                        name="deviation_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("tried"), 20000
                        ),
                        name="deviation_tried_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("changed"), 20000
                        ),
                        name="deviation_change_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("what", ""), _negated=True),
                        name="deviation_tells_what_happened",
                        violation_error_message="Skriv vad som hände.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("happened_on__isnull", True),
                            ("happened_on__lte", models.F("reported_on")),
                            _connector="OR",
                        ),
                        name="deviation_has_happened_when_it_is_reported",
                        violation_error_message="Det kan inte ha hänt efter att det rapporterades.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answered_on__isnull", True),
                                ("answered_on__gte", models.F("reported_on")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("answer_by__isnull", True),
                                ("answer_by__gte", models.F("reported_on")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("closed_on__isnull", True),
                                ("closed_on__gte", models.F("answered_on")),
                                _connector="OR",
                            ),
                        ),
                        name="deviation_is_answered_after_it_is_reported",
                        violation_error_message="Svaret kan inte komma före rapporten.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("changed", ""),
                                ("closed_on__isnull", True),
                                models.Q(("state", "closed"), _negated=True),
                            ),
                            models.Q(
                                ("answered_on__isnull", False),
                                ("closed_on__isnull", False),
                                ("state", "closed"),
                                models.Q(("changed", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="deviation_is_closed_in_writing",
                        violation_error_message="Skriv vad som ändrades, innan du avslutar.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("handler__isnull", True), ("state", "reported")),
                            models.Q(("handler__isnull", False), ("state", "handled")),
                            models.Q(("lifted_to__isnull", False), ("state", "lifted")),
                            models.Q(("answered_on__isnull", False), ("state", "answered")),
                            ("state", "closed"),
                            _connector="OR",
                        ),
                        name="deviation_state_has_what_it_says",
                    ),
                    models.UniqueConstraint(
                        fields=("municipality", "key"),
                        name="one_deviation_per_key",
                        violation_error_message="Det finns redan en avvikelse med den nyckeln.",
                    ),
                ],
                "indexes": [
                    models.Index(
                        fields=["municipality", "reported_on", "id"], name="deviation_by_day"
                    ),
                    models.Index(fields=["link_id"], name="deviation_by_link"),
                ],
            },
        ),
        migrations.CreateModel(
            name="DeviationParty",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deviations",
                        to="organisation.body",
                    ),
                ),
                (
                    "deviation",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parties",
                        to="initiatives.deviation",
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
                    models.UniqueConstraint(
                        fields=("deviation", "body"),
                        name="a_deviation_has_a_party_once",
                        violation_error_message="Parten är redan med.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DeviationRoutine",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("key", models.TextField()),
                ("title", models.TextField()),
                (
                    "title_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            models.F("title"), function="sv_key", output_field=models.TextField()
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                ("limit", models.TextField(blank=True)),
                ("days", models.SmallIntegerField(null=True)),
                ("lift_after", models.SmallIntegerField(null=True)),
                ("is_local_first", models.BooleanField(default=False)),
                ("is_invented", models.BooleanField(default=False)),
                (
                    "agreement",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deviation_routines",
                        to="governance.agreement",
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
                    "receiver",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="received_deviations",
                        to="organisation.position",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                        name="deviation_routine_title_is_one_line",
                        violation_error_message="Skriv en rad med 1–200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("limit__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                        name="deviation_routine_limit_is_one_line",
                        violation_error_message="Skriv en rad med högst 200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("limit", ""),
                            models.Q(("agreement__isnull", False), ("days__isnull", True)),
                            _connector="OR",
                        ),
                        name="deviation_routine_has_one_number",
                        violation_error_message="Ange antingen en gräns i avtalet eller ett eget antal dagar.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("days__isnull", True), ("days__range", (1, 999)), _connector="OR"
                            ),
                            models.Q(
                                ("lift_after__isnull", True),
                                ("lift_after__range", (0, 999)),
                                _connector="OR",
                            ),
                        ),
                        name="deviation_routine_counts_days",
                        violation_error_message="Skriv ett antal dagar, högst 999.",
                    ),
                    models.UniqueConstraint(
                        fields=("agreement",),
                        name="one_deviation_routine_per_agreement",
                        violation_error_message="Avtalet har redan en rutin för avvikelser.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("agreement__isnull", True)),
                        fields=("municipality",),
                        name="one_deviation_routine_for_all_others",
                        violation_error_message="Det finns redan en rutin för allt utan avtal.",
                    ),
                    models.UniqueConstraint(
                        fields=("municipality", "key"),
                        name="one_deviation_routine_per_key",
                        violation_error_message="Det finns redan en rutin med den nyckeln.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DeviationStep",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("ordinal", models.SmallIntegerField()),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("handed", "fick handläggare"),
                            ("noted", "anteckning"),
                            ("answered", "svar"),
                            ("lifted", "lyft till gruppen ovanför"),
                            ("closed", "avslutad"),
                        ]
                    ),
                ),
                ("taken_on", models.DateField()),
                ("text", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.position",
                    ),
                ),
                (
                    "deviation",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="initiatives.deviation",
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="forums.forum",
                    ),
                ),
                (
                    "handler",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.position",
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
                            ("kind__in", ["handed", "noted", "answered", "lifted", "closed"])
                        ),
                        name="deviation_step_is_known",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("text"), 20000
                        ),
                        name="deviation_step_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("text", ""), _negated=True),
                            ("kind", "handed"),
                            _connector="OR",
                        ),
                        name="deviation_step_says_something",
                        violation_error_message="Skriv några ord.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("forum__isnull", True),
                                ("handler__isnull", False),
                                ("kind", "handed"),
                            ),
                            models.Q(
                                ("forum__isnull", False),
                                ("handler__isnull", True),
                                ("kind", "lifted"),
                            ),
                            models.Q(
                                models.Q(("kind__in", ["handed", "lifted"]), _negated=True),
                                ("forum__isnull", True),
                                ("handler__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="deviation_step_has_what_it_says",
                    ),
                    models.UniqueConstraint(
                        fields=("deviation", "ordinal"),
                        name="one_deviation_step_at_each_place",
                        violation_error_message="Någon annan hann före. Läs in sidan på nytt.",
                    ),
                ],
            },
        ),
    ]
