import uuid

import django.contrib.postgres.constraints
import django.db.models.constraints
import django.db.models.deletion
from django.db import migrations, models
from django.db.models.functions import Cast


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0001_accounts_and_municipalities"),
    ]

    operations = [
        migrations.CreateModel(
            name="Area",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("key", models.TextField()),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("municipality", "kommun"),
                            ("district", "kommundel"),
                            ("regso", "RegSO"),
                            ("deso", "DeSO"),
                            ("place", "ort eller plats"),
                        ]
                    ),
                ),
                ("name", models.TextField()),
                ("code", models.TextField(blank=True)),
                ("description", models.TextField(blank=True)),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.municipality",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="organisation.area",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Body",
            fields=[
                ("starts_on", models.DateField(null=True)),
                ("ends_on", models.DateField(null=True)),
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("key", models.TextField()),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("council", "kommunfullmäktige"),
                            ("executive_board", "kommunstyrelse"),
                            ("board", "nämnd"),
                            ("administration", "förvaltning"),
                            ("unit", "enhet"),
                            ("region", "region"),
                            ("regional_unit", "regional verksamhet"),
                            ("police", "polis"),
                            ("rescue_service", "räddningstjänst"),
                            ("state_authority", "statlig myndighet"),
                            ("county_level", "länsgemensamt organ"),
                            ("independent_school", "fristående skola"),
                            ("care_provider", "privat vårdgivare"),
                            ("housing_company", "bostadsbolag"),
                            ("association", "förening"),
                            ("parish", "församling"),
                            ("company", "företag"),
                            ("other", "annan organisation"),
                        ]
                    ),
                ),
                ("is_own_authority", models.BooleanField(default=False)),
                ("organisation_number", models.TextField(blank=True)),
                (
                    "area",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bodies",
                        to="organisation.area",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.municipality",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="BodyName",
            fields=[
                ("starts_on", models.DateField(null=True)),
                ("ends_on", models.DateField(null=True)),
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("name", models.TextField()),
                ("short_name", models.TextField(blank=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="names",
                        to="organisation.body",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.municipality",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Participation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
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
            ],
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("key", models.TextField()),
                ("given_name", models.TextField()),
                ("family_name", models.TextField()),
                ("is_invented", models.BooleanField(default=False)),
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
            name="Placement",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("starts_on", models.DateField(null=True)),
                ("ends_on", models.DateField(null=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="placements",
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
                    "parent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="subordinates",
                        to="organisation.body",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Position",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("starts_on", models.DateField(null=True)),
                ("ends_on", models.DateField(null=True)),
                ("key", models.TextField()),
                ("title", models.TextField()),
                (
                    "office",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("chair", "ordförande"),
                            ("first_vice_chair", "förste vice ordförande"),
                            ("second_vice_chair", "andre vice ordförande"),
                            ("member", "ledamot"),
                            ("substitute", "ersättare"),
                        ],
                    ),
                ),
                ("is_single", models.BooleanField(default=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="positions",
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
            ],
        ),
        migrations.CreateModel(
            name="ContactPoint",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("email", "e-post"),
                            ("phone", "telefon"),
                            ("address", "adress"),
                            ("web", "webbplats"),
                        ]
                    ),
                ),
                ("value", models.TextField()),
                ("label", models.TextField(blank=True)),
                (
                    "body",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contact_points",
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
                        related_name="contact_points",
                        to="organisation.person",
                    ),
                ),
                (
                    "position",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contact_points",
                        to="organisation.position",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TermOfOffice",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
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
            name="Appointment",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("starts_on", models.DateField(null=True)),
                ("ends_on", models.DateField(null=True)),
                ("is_single", models.BooleanField()),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("ordinary", "ordinarie"),
                            ("acting", "tillförordnad"),
                            ("deputy", "ställföreträdare"),
                        ],
                        default="ordinary",
                    ),
                ),
                ("share_percent", models.SmallIntegerField(default=100)),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to="organisation.person",
                    ),
                ),
                (
                    "position",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to="organisation.position",
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to="organisation.termofoffice",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="area",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["municipality", "district", "regso", "deso", "place"])
                ),
                name="area_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="area",
            constraint=models.CheckConstraint(
                condition=models.Q(("name__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                name="area_name_is_one_line",
                violation_error_message="Skriv en rad med 1–200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="area",
            constraint=models.CheckConstraint(
                condition=models.Q(("code__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                name="area_code_is_one_line",
                violation_error_message="Skriv en rad med högst 200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="area",
            constraint=models.UniqueConstraint(
                fields=("municipality", "key"),
                name="one_area_per_key",
                violation_error_message="Det finns redan ett område med den nyckeln.",
            ),
        ),
        migrations.AddConstraint(
            model_name="body",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "council",
                            "executive_board",
                            "board",
                            "administration",
                            "unit",
                            "region",
                            "regional_unit",
                            "police",
                            "rescue_service",
                            "state_authority",
                            "county_level",
                            "independent_school",
                            "care_provider",
                            "housing_company",
                            "association",
                            "parish",
                            "company",
                            "other",
                        ],
                    )
                ),
                name="body_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="body",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__isnull", True),
                    ("starts_on__isnull", True),
                    ("ends_on__gt", models.F("starts_on")),
                    _connector="OR",
                ),
                name="body_ends_after_it_starts",
                violation_error_message="Perioden slutar innan den börjar.",
            ),
        ),
        migrations.AddConstraint(
            model_name="body",
            constraint=models.UniqueConstraint(
                fields=("municipality", "key"),
                name="one_body_per_key",
                nulls_distinct=False,
                violation_error_message="Det finns redan ett organ med den nyckeln.",
            ),
        ),
        migrations.AddConstraint(
            model_name="body",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("organisation_number", ""),
                    ("organisation_number__regex", "^\\d{6}-\\d{4}$"),
                    _connector="OR",
                ),
                name="organisation_number_has_ten_digits",
                violation_error_message="Skriv organisationsnumret som NNNNNN-NNNN.",
            ),
        ),
        migrations.AddConstraint(
            model_name="bodyname",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__isnull", True),
                    ("starts_on__isnull", True),
                    ("ends_on__gt", models.F("starts_on")),
                    _connector="OR",
                ),
                name="body_name_ends_after_it_starts",
                violation_error_message="Perioden slutar innan den börjar.",
            ),
        ),
        migrations.AddConstraint(
            model_name="bodyname",
            constraint=models.CheckConstraint(
                condition=models.Q(("name__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                name="body_name_is_one_line",
                violation_error_message="Skriv en rad med 1–200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="bodyname",
            constraint=models.CheckConstraint(
                condition=models.Q(("short_name__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                name="body_short_name_is_one_line",
                violation_error_message="Skriv en rad med högst 200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="bodyname",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                expressions=[
                    ("body", "="),
                    (models.Func("starts_on", "ends_on", function="daterange"), "&&"),
                ],
                name="one_name_at_a_time_per_body",
                violation_error_message="Organet har redan ett namn under en del av perioden.",
            ),
        ),
        migrations.AddConstraint(
            model_name="participation",
            constraint=models.UniqueConstraint(
                fields=("body", "municipality"), name="municipality_takes_part_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(("given_name__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                name="given_name_is_one_line",
                violation_error_message="Skriv en rad med 1–200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(("family_name__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                name="family_name_is_one_line",
                violation_error_message="Skriv en rad med 1–200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.UniqueConstraint(
                fields=("municipality", "key"),
                name="one_person_per_key",
                violation_error_message="Det finns redan en person med den nyckeln.",
            ),
        ),
        migrations.AddConstraint(
            model_name="placement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__isnull", True),
                    ("starts_on__isnull", True),
                    ("ends_on__gt", models.F("starts_on")),
                    _connector="OR",
                ),
                name="placement_ends_after_it_starts",
                violation_error_message="Perioden slutar innan den börjar.",
            ),
        ),
        migrations.AddConstraint(
            model_name="placement",
            constraint=models.CheckConstraint(
                condition=models.Q(("body", models.F("parent")), _negated=True),
                name="body_is_not_below_itself",
                violation_error_message="Ett organ kan inte ligga under sig självt.",
            ),
        ),
        migrations.AddConstraint(
            model_name="placement",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                expressions=[
                    ("body", "="),
                    ("municipality", "="),
                    (models.Func("starts_on", "ends_on", function="daterange"), "&&"),
                ],
                name="one_parent_at_a_time_per_body",
                violation_error_message="Organet lyder redan under ett annat under perioden.",
            ),
        ),
        migrations.AddConstraint(
            model_name="position",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__isnull", True),
                    ("starts_on__isnull", True),
                    ("ends_on__gt", models.F("starts_on")),
                    _connector="OR",
                ),
                name="position_ends_after_it_starts",
                violation_error_message="Perioden slutar innan den börjar.",
            ),
        ),
        migrations.AddConstraint(
            model_name="position",
            constraint=models.CheckConstraint(
                condition=models.Q(("title__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                name="position_title_is_one_line",
                violation_error_message="Skriv en rad med 1–200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="position",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "office__in",
                        [
                            "",
                            "chair",
                            "first_vice_chair",
                            "second_vice_chair",
                            "member",
                            "substitute",
                        ],
                    )
                ),
                name="position_office_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="position",
            constraint=models.UniqueConstraint(
                fields=("municipality", "key"),
                name="one_position_per_key",
                violation_error_message="Det finns redan en funktion med den nyckeln.",
            ),
        ),
        migrations.AddConstraint(
            model_name="position",
            constraint=models.UniqueConstraint(
                fields=("id", "is_single"), name="position_says_if_single"
            ),
        ),
        migrations.AddConstraint(
            model_name="contactpoint",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["email", "phone", "address", "web"])),
                name="contact_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="contactpoint",
            constraint=models.CheckConstraint(
                condition=models.Q(("value__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                name="contact_value_is_one_line",
                violation_error_message="Skriv en rad med 1–200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contactpoint",
            constraint=models.CheckConstraint(
                condition=models.Q(("label__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                name="contact_label_is_one_line",
                violation_error_message="Skriv en rad med högst 200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contactpoint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("body__isnull", False),
                        ("person__isnull", True),
                        ("position__isnull", True),
                    ),
                    models.Q(
                        ("body__isnull", True),
                        ("person__isnull", True),
                        ("position__isnull", False),
                    ),
                    models.Q(
                        ("body__isnull", True),
                        ("person__isnull", False),
                        ("position__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="contact_point_belongs_to_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="termofoffice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__isnull", True),
                    ("starts_on__isnull", True),
                    ("ends_on__gt", models.F("starts_on")),
                    _connector="OR",
                ),
                name="term_ends_after_it_starts",
                violation_error_message="Perioden slutar innan den börjar.",
            ),
        ),
        migrations.AddConstraint(
            model_name="termofoffice",
            constraint=models.CheckConstraint(
                condition=models.Q(("name__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                name="term_name_is_one_line",
                violation_error_message="Skriv en rad med 1–200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="termofoffice",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("municipality", "="),
                    (models.Func("starts_on", "ends_on", function="daterange"), "&&"),
                ],
                name="one_term_of_office_at_a_time",
                violation_error_message="Mandatperioden överlappar en annan.",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["ordinary", "acting", "deputy"])),
                name="appointment_kind_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__isnull", True),
                    ("starts_on__isnull", True),
                    ("ends_on__gt", models.F("starts_on")),
                    _connector="OR",
                ),
                name="appointment_ends_after_it_starts",
                violation_error_message="Perioden slutar innan den börjar.",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(("share_percent__range", (1, 100))),
                name="share_is_between_1_and_100_percent",
                violation_error_message="Andelen ska vara mellan 1 och 100 procent.",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("is_single", True), ("kind__in", ["ordinary", "acting"])),
                expressions=[
                    ("municipality", "="),
                    (Cast("position", models.TextField()), "="),
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
                expressions=[
                    ("municipality", "="),
                    (Cast("position", models.TextField()), "="),
                    (Cast("person", models.TextField()), "="),
                    (models.Func("starts_on", "ends_on", function="daterange"), "&&"),
                ],
                name="person_holds_a_position_once_at_a_time",
                violation_error_message="Personen innehar redan funktionen under perioden.",
            ),
        ),
    ]
