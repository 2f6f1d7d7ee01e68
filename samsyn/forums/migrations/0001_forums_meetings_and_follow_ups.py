import uuid

import django.contrib.postgres.fields
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0004_references_are_checked_a_statement_at_a_time"),
        ("organisation", "0006_sort_keys_are_kept"),
    ]

    operations = [
        migrations.CreateModel(
            name="Forum",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("starts_on", models.DateField(null=True)),
                ("ends_on", models.DateField(null=True)),
                ("key", models.TextField()),
                ("name", models.TextField()),
                (
                    "name_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            models.F("name"), function="sv_key", output_field=models.TextField()
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                ("short_name", models.TextField(blank=True)),
                (
                    "level",
                    models.TextField(
                        choices=[
                            ("county", "länsnivå"),
                            ("political", "politisk nivå"),
                            ("strategic", "strategisk nivå"),
                            ("operative", "operativ nivå"),
                            ("child", "kring barnet"),
                        ]
                    ),
                ),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("steering_group", "styrgrupp"),
                            ("management_group", "ledningsgrupp"),
                            ("presidium", "presidium"),
                            ("working_group", "arbetsgrupp"),
                            ("project_group", "projektgrupp"),
                            ("network", "nätverk"),
                            ("big_meeting", "stormöte"),
                            ("weekly_picture", "gemensam lägesbild"),
                            ("other", "annat forum"),
                        ]
                    ),
                ),
                (
                    "basis",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("agreement", "avtal eller överenskommelse"),
                            ("decision", "beslut"),
                            ("law", "lag eller föreskrift"),
                            ("informal", "behov, utan avtal"),
                        ],
                    ),
                ),
                ("basis_text", models.TextField(blank=True)),
                ("purpose", models.TextField(blank=True)),
                ("goals", models.TextField(blank=True)),
                ("target_group", models.TextField(blank=True)),
                ("age_from", models.SmallIntegerField(null=True)),
                ("age_to", models.SmallIntegerField(null=True)),
                (
                    "school_forms",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(
                            choices=[
                                ("preschool", "förskola"),
                                ("preschool_class", "förskoleklass"),
                                ("compulsory", "grundskola"),
                                ("adapted_compulsory", "anpassad grundskola"),
                                ("upper_secondary", "gymnasieskola"),
                                ("adapted_upper_secondary", "anpassad gymnasieskola"),
                                ("adult", "vuxenutbildning"),
                            ]
                        ),
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "focus_areas",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), default=list, size=None
                    ),
                ),
                ("decides", models.TextField(blank=True)),
                ("refers", models.TextField(blank=True)),
                ("not_discussed", models.TextField(blank=True)),
                (
                    "documentation",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("minutes", "protokoll"),
                            ("notes", "minnesanteckningar"),
                            ("none", "dokumenteras inte"),
                        ],
                    ),
                ),
                ("follow_up", models.TextField(blank=True)),
                ("follow_up_on", models.DateField(null=True)),
                (
                    "reach",
                    models.TextField(
                        choices=[
                            ("participants", "deltagarna"),
                            ("managers", "deltagarna, chefer och förtroendevalda"),
                            ("everyone", "alla med ett konto i kommunen"),
                        ],
                        default="participants",
                    ),
                ),
                ("shows_contributions", models.BooleanField(default=False)),
                (
                    "above",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="below",
                        to="forums.forum",
                    ),
                ),
                (
                    "chair",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="chaired_forums",
                        to="organisation.position",
                    ),
                ),
                (
                    "convener",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="convened_forums",
                        to="organisation.position",
                    ),
                ),
                (
                    "follow_up_owner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="forums_to_follow_up",
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
                (
                    "secretary",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="forums_as_secretary",
                        to="organisation.position",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="predecessors",
                        to="forums.forum",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="FormerName",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("starts_on", models.DateField(null=True)),
                ("ends_on", models.DateField(null=True)),
                ("name", models.TextField()),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.municipality",
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="former_names",
                        to="forums.forum",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Lack",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("purpose", "syfte"),
                            ("goals", "mål"),
                            ("mandate", "mandat"),
                            ("minutes", "dokumentation"),
                            ("follow_up", "uppföljning"),
                            ("evaluation", "utvärdering"),
                            ("party", "saknad part"),
                            ("person_dependence", "personberoende"),
                            ("attendance", "närvaro"),
                            ("structure", "struktur"),
                            ("other", "annat"),
                        ]
                    ),
                ),
                ("text", models.TextField()),
                ("noted_on", models.DateField(null=True)),
                ("mended_on", models.DateField(null=True)),
                ("how", models.TextField(blank=True)),
                (
                    "body",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="asked_for_in",
                        to="organisation.body",
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lacks",
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
            ],
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("key", models.TextField()),
                ("meets_on", models.DateField()),
                ("starts", models.TimeField(null=True)),
                ("ends", models.TimeField(null=True)),
                (
                    "state",
                    models.TextField(
                        choices=[
                            ("planned", "planerat"),
                            ("held", "hållet"),
                            ("cancelled", "inställt"),
                            ("missed", "uteblivet"),
                        ],
                        default="planned",
                    ),
                ),
                ("why_not", models.TextField(blank=True)),
                ("title", models.TextField(blank=True)),
                ("audience", models.TextField(blank=True)),
                ("place", models.TextField(blank=True)),
                (
                    "mode",
                    models.TextField(
                        choices=[
                            ("room", "på plats"),
                            ("remote", "på distans"),
                            ("mixed", "på plats och på distans"),
                            ("written", "skriftligt"),
                        ],
                        default="room",
                    ),
                ),
                ("url", models.TextField(blank=True)),
                ("items_by_at", models.DateTimeField(null=True)),
                ("contributions_by_at", models.DateTimeField(null=True)),
                ("went_well", models.TextField(blank=True, db_default="", default="")),
                ("went_badly", models.TextField(blank=True, db_default="", default="")),
                ("do_differently", models.TextField(blank=True, db_default="", default="")),
                ("is_invented", models.BooleanField(default=False)),
                ("sequence", models.SmallIntegerField(db_default=0, default=0)),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
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
            ],
        ),
        migrations.CreateModel(
            name="FollowUp",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("at_item", models.SmallIntegerField(null=True)),
                ("key", models.TextField()),
                ("what", models.TextField()),
                ("why", models.TextField(blank=True)),
                ("due_on", models.DateField()),
                ("overruns", models.SmallIntegerField(default=0)),
                ("closed_on", models.DateField(null=True)),
                (
                    "closed_as",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("done", "gjort"),
                            ("not_done", "inte gjort"),
                            ("no_longer_relevant", "inte längre aktuellt"),
                        ],
                    ),
                ),
                ("result", models.TextField(blank=True)),
                ("is_invented", models.BooleanField(default=False)),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="follow_ups",
                        to="organisation.position",
                    ),
                ),
                (
                    "carried_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="forums.forum",
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="follow_ups",
                        to="forums.forum",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="follow_ups",
                        to="forums.meeting",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("key", models.TextField()),
                ("at_item", models.SmallIntegerField(null=True)),
                ("year", models.SmallIntegerField()),
                ("number", models.SmallIntegerField()),
                ("text", models.TextField()),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.municipality",
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="forums.forum",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="forums.meeting",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("ordinal", models.SmallIntegerField()),
                ("title", models.TextField()),
                ("background", models.TextField(blank=True)),
                ("notes", models.TextField(blank=True)),
                (
                    "state",
                    models.TextField(
                        choices=[
                            ("open", "på dagordningen"),
                            ("treated", "behandlad"),
                            ("postponed", "bordlagd till nästa möte"),
                            ("moved", "flyttad till ett annat forum"),
                        ],
                        default="open",
                    ),
                ),
                ("is_standing", models.BooleanField(default=False)),
                ("proposed_by", models.TextField(blank=True, db_default="", default="")),
                ("version", models.IntegerField(db_default=0, default=0)),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.municipality",
                    ),
                ),
                (
                    "carried_from",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="carried_items",
                        to="forums.meeting",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="forums.meeting",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Minutes",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.SmallIntegerField()),
                ("content", models.JSONField()),
                ("why", models.TextField(blank=True)),
                ("made_at", models.DateTimeField()),
                ("made_by_id", models.UUIDField(null=True)),
                ("approved_at", models.DateTimeField(null=True)),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="minutes",
                        to="forums.meeting",
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
        ),
        migrations.CreateModel(
            name="Approval",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("approved_at", models.DateTimeField(null=True)),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.municipality",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="approvals",
                        to="organisation.person",
                    ),
                ),
                (
                    "position",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="approvals",
                        to="organisation.position",
                    ),
                ),
                (
                    "minutes",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="approvals",
                        to="forums.minutes",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="NewDay",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("was_due_on", models.DateField()),
                ("due_on", models.DateField()),
                ("why", models.TextField()),
                ("given_at", models.DateTimeField()),
                (
                    "follow_up",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="new_days",
                        to="forums.followup",
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
        ),
        migrations.CreateModel(
            name="Rhythm",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("starts_on", models.DateField(null=True)),
                ("ends_on", models.DateField(null=True)),
                (
                    "per",
                    models.TextField(
                        choices=[
                            ("week", "vecka"),
                            ("month", "månad"),
                            ("term", "termin"),
                            ("year", "år"),
                            ("spring", "vår"),
                            ("autumn", "höst"),
                            ("need", "vid behov"),
                        ]
                    ),
                ),
                ("times", models.SmallIntegerField(default=1)),
                ("every", models.SmallIntegerField(default=1)),
                ("weekday", models.SmallIntegerField(null=True)),
                ("starts", models.TimeField(null=True)),
                ("audience", models.TextField(blank=True)),
                ("words", models.TextField(blank=True)),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rhythms",
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
            ],
        ),
        migrations.CreateModel(
            name="Seat",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("starts_on", models.DateField(null=True)),
                ("ends_on", models.DateField(null=True)),
                ("wording", models.TextField(blank=True)),
                ("count", models.SmallIntegerField(default=1)),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("required", "ordinarie"),
                            ("invited", "adjungerad"),
                            ("guest", "gäst för en tid"),
                        ],
                        default="required",
                    ),
                ),
                ("contact_name", models.TextField(blank=True)),
                ("contact_email", models.TextField(blank=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="forum_seats",
                        to="organisation.body",
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
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
                    "position",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="forum_seats",
                        to="organisation.position",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("wording", models.TextField(blank=True)),
                (
                    "answer",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("yes", "kommer"),
                            ("remote", "är med på distans"),
                            ("no", "kan inte"),
                        ],
                        db_default="",
                        default="",
                    ),
                ),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "status",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("present", "på plats"),
                            ("remote", "på distans"),
                            ("written", "skriftligt"),
                            ("absent", "frånvarande"),
                        ],
                    ),
                ),
                ("contribution", models.TextField(blank=True, db_default="", default="")),
                ("contributed_at", models.DateTimeField(null=True)),
                (
                    "body",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="organisation.body",
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
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="organisation.person",
                    ),
                ),
                (
                    "position",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="organisation.position",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="forums.meeting",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="forums.seat",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="StandingItem",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("ordinal", models.SmallIntegerField()),
                ("title", models.TextField()),
                ("note", models.TextField(blank=True)),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="standing_items",
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
            ],
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("text", models.TextField(blank=True)),
                ("saved_at", models.DateTimeField()),
                ("version", models.IntegerField(default=1)),
                (
                    "attendance",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="draft",
                        to="forums.attendance",
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
                            django.db.models.functions.text.Length("text"), 20000
                        ),
                        name="draft_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="forum",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__isnull", True),
                    ("starts_on__isnull", True),
                    ("ends_on__gt", models.F("starts_on")),
                    _connector="OR",
                ),
                name="forum_ends_after_it_starts",
                violation_error_message="Perioden slutar innan den börjar.",
            ),
        ),
        migrations.AddConstraint(
            model_name="forum",
            constraint=models.CheckConstraint(
                condition=models.Q(("name__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                name="forum_name_is_one_line",
                violation_error_message="Skriv en rad med 1–200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="forum",
            constraint=models.CheckConstraint(
                condition=models.Q(("short_name__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                name="forum_short_name_is_one_line",
                violation_error_message="Skriv en rad med högst 200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="forum",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("level__in", ["county", "political", "strategic", "operative", "child"])
                ),
                name="forum_level_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="forum",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "steering_group",
                            "management_group",
                            "presidium",
                            "working_group",
                            "project_group",
                            "network",
                            "big_meeting",
                            "weekly_picture",
                            "other",
                        ],
                    )
                ),
                name="forum_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="forum",
            constraint=models.CheckConstraint(
                condition=models.Q(("reach__in", ["participants", "managers", "everyone"])),
                name="forum_reach_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="forum",
            constraint=models.CheckConstraint(
                condition=models.Q(("basis__in", ["", "agreement", "decision", "law", "informal"])),
                name="forum_basis_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="forum",
            constraint=models.CheckConstraint(
                condition=models.Q(("documentation__in", ["", "minutes", "notes", "none"])),
                name="forum_documentation_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="forum",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "school_forms__contained_by",
                        [
                            "preschool",
                            "preschool_class",
                            "compulsory",
                            "adapted_compulsory",
                            "upper_secondary",
                            "adapted_upper_secondary",
                            "adult",
                        ],
                    )
                ),
                name="school_forms_are_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="forum",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("age_from__isnull", True), ("age_from__range", (0, 120)), _connector="OR"
                    ),
                    models.Q(
                        ("age_to__isnull", True), ("age_to__range", (0, 120)), _connector="OR"
                    ),
                    models.Q(
                        ("age_from__isnull", True),
                        ("age_to__isnull", True),
                        ("age_from__lte", models.F("age_to")),
                        _connector="OR",
                    ),
                ),
                name="forum_ages_are_in_order",
                violation_error_message="Den lägsta åldern ska inte vara högre än den högsta.",
            ),
        ),
        migrations.AddConstraint(
            model_name="forum",
            constraint=models.UniqueConstraint(
                fields=("municipality", "key"),
                name="one_forum_per_key",
                violation_error_message="Det finns redan ett forum med den nyckeln.",
            ),
        ),
        migrations.AddConstraint(
            model_name="forum",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("basis_text"), 20000
                ),
                name="forum_basis_text_is_bounded",
                violation_error_message="Skriv högst 20 000 tecken i ett fält.",
            ),
        ),
        migrations.AddConstraint(
            model_name="forum",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("purpose"), 20000
                ),
                name="forum_purpose_is_bounded",
                violation_error_message="Skriv högst 20 000 tecken i ett fält.",
            ),
        ),
        migrations.AddConstraint(
            model_name="forum",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("goals"), 20000
                ),
                name="forum_goals_is_bounded",
                violation_error_message="Skriv högst 20 000 tecken i ett fält.",
            ),
        ),
        migrations.AddConstraint(
            model_name="forum",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("target_group"), 20000
                ),
                name="forum_target_group_is_bounded",
                violation_error_message="Skriv högst 20 000 tecken i ett fält.",
            ),
        ),
        migrations.AddConstraint(
            model_name="forum",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("decides"), 20000
                ),
                name="forum_decides_is_bounded",
                violation_error_message="Skriv högst 20 000 tecken i ett fält.",
            ),
        ),
        migrations.AddConstraint(
            model_name="forum",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("refers"), 20000
                ),
                name="forum_refers_is_bounded",
                violation_error_message="Skriv högst 20 000 tecken i ett fält.",
            ),
        ),
        migrations.AddConstraint(
            model_name="forum",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("not_discussed"), 20000
                ),
                name="forum_not_discussed_is_bounded",
                violation_error_message="Skriv högst 20 000 tecken i ett fält.",
            ),
        ),
        migrations.AddConstraint(
            model_name="forum",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("follow_up"), 20000
                ),
                name="forum_follow_up_is_bounded",
                violation_error_message="Skriv högst 20 000 tecken i ett fält.",
            ),
        ),
        migrations.AddConstraint(
            model_name="formername",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__isnull", True),
                    ("starts_on__isnull", True),
                    ("ends_on__gt", models.F("starts_on")),
                    _connector="OR",
                ),
                name="former_name_ends_after_it_starts",
                violation_error_message="Perioden slutar innan den börjar.",
            ),
        ),
        migrations.AddConstraint(
            model_name="formername",
            constraint=models.CheckConstraint(
                condition=models.Q(("name__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                name="former_name_is_one_line",
                violation_error_message="Skriv en rad med 1–200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="lack",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "purpose",
                            "goals",
                            "mandate",
                            "minutes",
                            "follow_up",
                            "evaluation",
                            "party",
                            "person_dependence",
                            "attendance",
                            "structure",
                            "other",
                        ],
                    )
                ),
                name="lack_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="lack",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("text"), 20000
                ),
                name="lack_text_is_bounded",
                violation_error_message="Skriv högst 20 000 tecken i ett fält.",
            ),
        ),
        migrations.AddConstraint(
            model_name="lack",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("how", ""), ("mended_on__isnull", True)),
                    models.Q(("mended_on__isnull", False), models.Q(("how", ""), _negated=True)),
                    _connector="OR",
                ),
                name="mended_lack_says_how",
                violation_error_message="Skriv hur bristen är åtgärdad.",
            ),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["municipality", "meets_on"], name="meeting_by_day"),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["forum", "meets_on"], name="meeting_of_forum_by_day"),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["planned", "held", "cancelled", "missed"])),
                name="meeting_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("mode__in", ["room", "remote", "mixed", "written"])),
                name="meeting_mode_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("title__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                name="meeting_title_is_one_line",
                violation_error_message="Skriv en rad med högst 200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("audience__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                name="meeting_audience_is_one_line",
                violation_error_message="Skriv en rad med högst 200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("place__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                name="meeting_place_is_one_line",
                violation_error_message="Skriv en rad med högst 200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("url__regex", "^(https://[^\\s/]\\S*)?$")),
                name="meeting_address_is_secure",
                violation_error_message="Adressen ska börja med https:// och får inte ha mellanslag.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends__isnull", True),
                    models.Q(("ends__gt", models.F("starts")), ("starts__isnull", False)),
                    _connector="OR",
                ),
                name="meeting_ends_after_it_starts",
                violation_error_message="Mötet slutar innan det börjar.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("why_not", ""), ("state__in", ["cancelled", "missed"]), _connector="OR"
                ),
                name="cancelled_meeting_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.UniqueConstraint(
                fields=("municipality", "key"),
                name="one_meeting_per_key",
                violation_error_message="Det finns redan ett möte med den nyckeln.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("why_not"), 20000
                ),
                name="meeting_why_not_is_bounded",
                violation_error_message="Skriv högst 20 000 tecken i ett fält.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("went_well"), 20000
                ),
                name="meeting_went_well_is_bounded",
                violation_error_message="Skriv högst 20 000 tecken i ett fält.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("went_badly"), 20000
                ),
                name="meeting_went_badly_is_bounded",
                violation_error_message="Skriv högst 20 000 tecken i ett fält.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("do_differently"), 20000
                ),
                name="meeting_do_differently_is_bounded",
                violation_error_message="Skriv högst 20 000 tecken i ett fält.",
            ),
        ),
        migrations.AddIndex(
            model_name="followup",
            index=models.Index(
                condition=models.Q(("closed_on__isnull", True)),
                fields=["municipality", "due_on"],
                name="open_follow_up_by_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.CheckConstraint(
                condition=models.Q(("what__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                name="follow_up_is_one_line",
                violation_error_message="Skriv en rad med 1–200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("why"), 20000
                ),
                name="follow_up_reason_is_bounded",
                violation_error_message="Skriv högst 20 000 tecken i ett fält.",
            ),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("result"), 20000
                ),
                name="follow_up_result_is_bounded",
                violation_error_message="Skriv högst 20 000 tecken i ett fält.",
            ),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_as", ""), ("closed_on__isnull", True), ("result", "")),
                    models.Q(
                        ("closed_as__in", ["done", "not_done", "no_longer_relevant"]),
                        ("closed_on__isnull", False),
                        models.Q(("result", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="follow_up_is_closed_in_writing",
                violation_error_message="Skriv hur det gick, innan du avslutar.",
            ),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.UniqueConstraint(
                fields=("municipality", "key"),
                name="one_follow_up_per_key",
                violation_error_message="Det finns redan en uppföljning med den nyckeln.",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("text"), 20000
                ),
                name="decision_text_is_bounded",
                violation_error_message="Skriv högst 20 000 tecken i ett fält.",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True),
                name="decision_says_something",
                violation_error_message="Skriv vad som beslutades.",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.UniqueConstraint(
                fields=("municipality", "key"),
                name="one_decision_per_key",
                violation_error_message="Det finns redan ett beslut med den nyckeln.",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.UniqueConstraint(
                fields=("forum", "year", "number"),
                name="decisions_are_numbered_per_forum_and_year",
                violation_error_message="Någon annan skrev ett beslut samtidigt. Försök igen.",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(("title__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                name="item_title_is_one_line",
                violation_error_message="Skriv en rad med 1–200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["open", "treated", "postponed", "moved"])),
                name="item_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("background"), 20000
                ),
                name="item_background_is_bounded",
                violation_error_message="Skriv högst 20 000 tecken i ett fält.",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("notes"), 20000
                ),
                name="item_notes_are_bounded",
                violation_error_message="Skriv högst 20 000 tecken i ett fält.",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(("proposed_by__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                name="item_proposer_is_one_line",
                violation_error_message="Skriv en rad med högst 200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.UniqueConstraint(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                fields=("meeting", "ordinal"),
                name="one_item_per_place_on_the_agenda",
            ),
        ),
        migrations.AddConstraint(
            model_name="minutes",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("why"), 20000
                ),
                name="minutes_reason_is_bounded",
                violation_error_message="Skriv högst 20 000 tecken i ett fält.",
            ),
        ),
        migrations.AddConstraint(
            model_name="minutes",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("version", 1), models.Q(("why", ""), _negated=True), _connector="OR"
                ),
                name="correction_says_why",
                violation_error_message="Skriv varför anteckningarna rättas.",
            ),
        ),
        migrations.AddConstraint(
            model_name="minutes",
            constraint=models.UniqueConstraint(
                fields=("meeting", "version"), name="one_of_each_version_of_the_minutes"
            ),
        ),
        migrations.AddConstraint(
            model_name="approval",
            constraint=models.UniqueConstraint(
                fields=("minutes", "position"), name="function_approves_minutes_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="newday",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("why"), 20000
                ),
                name="new_day_reason_is_bounded",
                violation_error_message="Skriv högst 20 000 tecken i ett fält.",
            ),
        ),
        migrations.AddConstraint(
            model_name="newday",
            constraint=models.CheckConstraint(
                condition=models.Q(("why", ""), _negated=True),
                name="new_day_says_why",
                violation_error_message="Skriv varför den behöver mer tid.",
            ),
        ),
        migrations.AddConstraint(
            model_name="rhythm",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__isnull", True),
                    ("starts_on__isnull", True),
                    ("ends_on__gt", models.F("starts_on")),
                    _connector="OR",
                ),
                name="rhythm_ends_after_it_starts",
                violation_error_message="Perioden slutar innan den börjar.",
            ),
        ),
        migrations.AddConstraint(
            model_name="rhythm",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("per__in", ["week", "month", "term", "year", "spring", "autumn", "need"])
                ),
                name="rhythm_unit_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="rhythm",
            constraint=models.CheckConstraint(
                condition=models.Q(("audience__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                name="rhythm_audience_is_one_line",
                violation_error_message="Skriv en rad med högst 200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="rhythm",
            constraint=models.CheckConstraint(
                condition=models.Q(("words__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                name="rhythm_words_are_one_line",
                violation_error_message="Skriv en rad med högst 200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="rhythm",
            constraint=models.CheckConstraint(
                condition=models.Q(("every__range", (1, 60)), ("times__range", (1, 60))),
                name="rhythm_occurs",
                violation_error_message="Skriv hur ofta som ett tal mellan 1 och 60.",
            ),
        ),
        migrations.AddConstraint(
            model_name="rhythm",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("weekday__isnull", True), ("weekday__range", (1, 5)), _connector="OR"
                ),
                name="rhythm_is_on_a_working_day",
                violation_error_message="Välj en dag från måndag till fredag.",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__isnull", True),
                    ("starts_on__isnull", True),
                    ("ends_on__gt", models.F("starts_on")),
                    _connector="OR",
                ),
                name="seat_ends_after_it_starts",
                violation_error_message="Perioden slutar innan den börjar.",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["required", "invited", "guest"])),
                name="seat_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=models.Q(("wording__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                name="seat_wording_is_one_line",
                violation_error_message="Skriv en rad med högst 200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=models.Q(("contact_name__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                name="seat_contact_is_one_line",
                violation_error_message="Skriv en rad med högst 200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=models.Q(("contact_email__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                name="seat_address_is_one_line",
                violation_error_message="Skriv en rad med högst 200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=models.Q(("count__range", (1, 100))),
                name="seat_is_for_someone",
                violation_error_message="Antalet platser ska vara mellan 1 och 100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.CheckConstraint(
                condition=models.Q(("wording__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                name="attendance_wording_is_one_line",
                violation_error_message="Skriv en rad med högst 200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("contribution"), 20000
                ),
                name="contribution_is_bounded",
                violation_error_message="Skriv högst 20 000 tecken i ett fält.",
            ),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.CheckConstraint(
                condition=models.Q(("answer__in", ["", "yes", "remote", "no"])),
                name="attendance_answer_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["", "present", "remote", "written", "absent"])),
                name="attendance_status_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("body__isnull", False),
                    ("person__isnull", False),
                    models.Q(("wording", ""), _negated=True),
                    _connector="OR",
                ),
                name="attendance_is_of_someone",
                violation_error_message="Skriv vem det gäller.",
            ),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.UniqueConstraint(
                fields=("meeting", "seat", "position", "person"),
                name="asked_once_to_a_meeting",
                violation_error_message="Den är redan med på mötet.",
            ),
        ),
        migrations.AddConstraint(
            model_name="standingitem",
            constraint=models.CheckConstraint(
                condition=models.Q(("title__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                name="standing_item_title_is_one_line",
                violation_error_message="Skriv en rad med 1–200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="standingitem",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("note"), 20000
                ),
                name="standing_item_note_is_bounded",
                violation_error_message="Skriv högst 20 000 tecken i ett fält.",
            ),
        ),
    ]
