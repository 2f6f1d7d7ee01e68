import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0008_tables_are_counted_anew"),
        ("initiatives", "0006_deviations_are_kept_apart"),
        ("organisation", "0008_what_is_added_is_checked_at_once"),
    ]

    operations = [
        migrations.CreateModel(
            name="Indicator",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
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
                (
                    "measure",
                    models.TextField(
                        choices=[
                            ("count", "antal"),
                            ("share", "andel i procent"),
                            ("rate", "antal per 1 000"),
                            ("value", "värde eller medelvärde"),
                        ]
                    ),
                ),
                ("population", models.TextField(blank=True)),
                ("numerator", models.TextField(blank=True)),
                ("denominator", models.TextField(blank=True)),
                ("unit", models.TextField(blank=True)),
                (
                    "direction",
                    models.TextField(
                        choices=[
                            ("more", "mer är bättre"),
                            ("less", "mindre är bättre"),
                            ("neither", "varken mer eller mindre är bättre"),
                        ],
                        default="neither",
                    ),
                ),
                (
                    "disclosure",
                    models.TextField(
                        choices=[
                            ("count", "antal 1 till 4 visas inte"),
                            ("share", "andelar på färre än 10 visas inte"),
                            ("none", "gäller inte personer, eller är skyddat av källan"),
                        ]
                    ),
                ),
                (
                    "frequency",
                    models.TextField(
                        choices=[
                            ("month", "varje månad"),
                            ("quarter", "varje kvartal"),
                            ("half_year", "varje halvår"),
                            ("year", "varje år"),
                            ("second_year", "vartannat år"),
                            ("irregular", "när det blir av"),
                        ],
                        default="year",
                    ),
                ),
                (
                    "breakdowns",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(
                            choices=[
                                ("sex", "kön"),
                                ("area", "område"),
                                ("school_form", "skolform"),
                            ]
                        ),
                        default=list,
                        size=None,
                    ),
                ),
                ("source", models.TextField(blank=True)),
                (
                    "focus_areas",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), default=list, size=None
                    ),
                ),
                ("method_note", models.TextField(blank=True)),
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
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="owned_indicators",
                        to="organisation.position",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                        name="indicator_name_is_one_line",
                        violation_error_message="Skriv en rad med 1–200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("population__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                        name="indicator_population_is_one_line",
                        violation_error_message="Skriv en rad med högst 200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("numerator__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                        name="indicator_numerator_is_one_line",
                        violation_error_message="Skriv en rad med högst 200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("denominator__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")
                        ),
                        name="indicator_denominator_is_one_line",
                        violation_error_message="Skriv en rad med högst 200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("unit__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                        name="indicator_unit_is_one_line",
                        violation_error_message="Skriv en rad med högst 200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                        name="indicator_source_is_one_line",
                        violation_error_message="Skriv en rad med högst 200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("measure__in", ["count", "share", "rate", "value"])),
                        name="indicator_measure_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("direction__in", ["more", "less", "neither"])),
                        name="indicator_direction_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("disclosure__in", ["count", "share", "none"])),
                        name="indicator_disclosure_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "frequency__in",
                                [
                                    "month",
                                    "quarter",
                                    "half_year",
                                    "year",
                                    "second_year",
                                    "irregular",
                                ],
                            )
                        ),
                        name="indicator_frequency_is_known",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("method_note"), 20000
                        ),
                        name="indicator_method_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("breakdowns__contained_by", ["sex", "area", "school_form"])
                        ),
                        name="indicator_breakdowns_are_known",
                    ),
                    models.UniqueConstraint(
                        fields=("municipality", "key"),
                        name="one_indicator_per_key",
                        violation_error_message="Det finns redan en indikator med den nyckeln.",
                    ),
                ],
                "indexes": [
                    models.Index(
                        fields=["municipality", "name_key", "id"], name="indicator_by_name"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Claim",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "level",
                    models.TextField(
                        choices=[
                            ("output", "prestation"),
                            ("outcome", "utfall"),
                            ("effect", "effekt"),
                        ]
                    ),
                ),
                ("text", models.TextField()),
                ("said_on", models.DateField(null=True)),
                ("said_by", models.TextField(blank=True)),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims",
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
                    "indicator",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims",
                        to="initiatives.indicator",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["output", "outcome", "effect"])),
                        name="claim_level_is_known",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("text"), 20000
                        ),
                        name="claim_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("said_by__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                        name="claim_source_is_one_line",
                        violation_error_message="Skriv en rad med högst 200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="claim_says_something",
                        violation_error_message="Skriv vad som påstås.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("indicator__isnull", False),
                            models.Q(("said_by", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_perception_has_a_source",
                        violation_error_message="Ange ett mått, eller vem som säger det: utan mått är det en upplevelse.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Light",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("judged_on", models.DateField()),
                (
                    "colour",
                    models.TextField(
                        choices=[("green", "grön"), ("yellow", "gul"), ("red", "röd")]
                    ),
                ),
                ("why", models.TextField()),
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
                    "indicator",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lights",
                        to="initiatives.indicator",
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
                        condition=models.Q(("colour__in", ["green", "yellow", "red"])),
                        name="light_colour_is_known",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("why"), 20000
                        ),
                        name="light_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("why", ""), _negated=True),
                        name="light_says_why",
                        violation_error_message="Skriv varför ni bedömer det så.",
                    ),
                    models.UniqueConstraint(
                        fields=("indicator", "judged_on"),
                        name="one_light_per_day",
                        violation_error_message="Det finns redan en bedömning den dagen.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LogicStep",
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
                            ("problem", "problem"),
                            ("cause", "orsak"),
                            ("measure", "åtgärd"),
                            ("output", "prestation"),
                            ("outcome", "utfall"),
                            ("effect", "effekt"),
                        ]
                    ),
                ),
                ("text", models.TextField()),
                (
                    "after",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="next_steps",
                        to="initiatives.logicstep",
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
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
                            (
                                "kind__in",
                                ["problem", "cause", "measure", "output", "outcome", "effect"],
                            )
                        ),
                        name="logic_step_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("text"), 20000
                        ),
                        name="logic_step_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="logic_step_says_something",
                        violation_error_message="Skriv vad steget är.",
                    ),
                    models.UniqueConstraint(
                        fields=("municipality", "key"),
                        name="one_logic_step_per_key",
                        violation_error_message="Det finns redan ett steg med den nyckeln.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InitiativeMeasure",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "use",
                    models.TextField(
                        choices=[("process", "processmått"), ("outcome", "utfallsmått")]
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measured",
                        to="initiatives.indicator",
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measures",
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
                    "step",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measures",
                        to="initiatives.logicstep",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("use__in", ["process", "outcome"])),
                        name="measure_use_is_known",
                    ),
                    models.UniqueConstraint(
                        fields=("initiative", "indicator"),
                        name="one_use_of_an_indicator_per_initiative",
                        violation_error_message="Insatsen följs redan med den indikatorn.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Measurement",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("break_note", models.TextField(blank=True)),
                ("source", models.TextField(blank=True)),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measurements",
                        to="initiatives.indicator",
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
                        name="measurement_ends_after_it_starts",
                        violation_error_message="Perioden slutar innan den börjar.",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("break_note"), 20000
                        ),
                        name="measurement_break_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                        name="measurement_source_is_one_line",
                        violation_error_message="Skriv en rad med högst 200 tecken.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (
                                django.db.models.functions.comparison.Greatest(
                                    "indicator", "indicator"
                                ),
                                "=",
                            ),
                            (models.Func("starts_on", "ends_on", function="daterange"), "&&"),
                        ],
                        name="periods_of_an_indicator_do_not_overlap",
                        violation_error_message="Perioden överlappar en annan period med värden för samma indikator.",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["indicator", "-starts_on"], name="measurement_by_day")
                ],
            },
        ),
        migrations.CreateModel(
            name="Target",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("baseline", models.DecimalField(decimal_places=4, max_digits=16, null=True)),
                ("baseline_on", models.DateField(null=True)),
                ("number", models.DecimalField(decimal_places=4, max_digits=16)),
                ("decided", models.TextField(blank=True)),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="targets",
                        to="initiatives.indicator",
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
                        name="target_ends_after_it_starts",
                        violation_error_message="Perioden slutar innan den börjar.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("decided__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                        name="target_decision_is_one_line",
                        violation_error_message="Skriv en rad med högst 200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("baseline__isnull", True), ("baseline_on__isnull", True)),
                            models.Q(("baseline__isnull", False), ("baseline_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="target_baseline_has_a_day",
                        violation_error_message="Skriv både utgångsvärdet och dess dag.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("baseline_on__isnull", True),
                            ("baseline_on__lt", models.F("ends_on")),
                            _connector="OR",
                        ),
                        name="target_comes_after_its_baseline",
                        violation_error_message="Utgångsvärdet ska vara från tiden före målet.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (
                                django.db.models.functions.comparison.Greatest(
                                    "indicator", "indicator"
                                ),
                                "=",
                            ),
                            (models.Func("starts_on", "ends_on", function="daterange"), "&&"),
                        ],
                        name="one_target_at_a_time",
                        violation_error_message="Det finns redan ett mål för den tiden.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Value",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "sex",
                    models.TextField(
                        blank=True, choices=[("girls", "flickor"), ("boys", "pojkar")]
                    ),
                ),
                (
                    "school_form",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("preschool", "förskola"),
                            ("preschool_class", "förskoleklass"),
                            ("compulsory", "grundskola"),
                            ("adapted_compulsory", "anpassad grundskola"),
                            ("upper_secondary", "gymnasieskola"),
                            ("adapted_upper_secondary", "anpassad gymnasieskola"),
                            ("adult", "vuxenutbildning"),
                        ],
                    ),
                ),
                (
                    "state",
                    models.TextField(
                        choices=[
                            ("known", "känt"),
                            ("about", "ungefär (~)"),
                            ("few", "för få för att visas i källan (~)"),
                            ("withheld", "visas inte eller är för osäkert i källan (..)"),
                            ("impossible", "kan inte finnas (.)"),
                        ],
                        default="known",
                    ),
                ),
                ("number", models.DecimalField(decimal_places=4, max_digits=16, null=True)),
                ("numerator", models.BigIntegerField(null=True)),
                ("denominator", models.BigIntegerField(null=True)),
                ("answers", models.IntegerField(null=True)),
                ("response_rate", models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ("is_hidden", models.BooleanField(db_default=True, default=True)),
                (
                    "area",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="values_of_indicators",
                        to="organisation.area",
                    ),
                ),
                (
                    "measurement",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="values",
                        to="initiatives.measurement",
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
                            ("state__in", ["known", "about", "few", "withheld", "impossible"])
                        ),
                        name="value_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sex__in", ["", "girls", "boys"]),
                            (
                                "school_form__in",
                                [
                                    "",
                                    "preschool",
                                    "preschool_class",
                                    "compulsory",
                                    "adapted_compulsory",
                                    "upper_secondary",
                                    "adapted_upper_secondary",
                                    "adult",
                                ],
                            ),
                        ),
                        name="value_words_are_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("number__isnull", False), ("state__in", ["known", "about"])),
                            models.Q(
                                ("number__isnull", True),
                                ("numerator__isnull", True),
                                ("state__in", ["few", "withheld", "impossible"]),
                            ),
                            _connector="OR",
                        ),
                        name="value_has_a_figure_when_it_is_known",
                        violation_error_message="Skriv ett tal, eller varför det inte finns något.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("denominator__isnull", True),
                                ("denominator__gte", 1),
                                _connector="OR",
                            ),
                            models.Q(
                                ("numerator__isnull", True),
                                models.Q(("denominator__isnull", False), ("numerator__gte", 0)),
                                _connector="OR",
                            ),
                        ),
                        name="value_is_counted_on_someone",
                        violation_error_message="Nämnaren ska vara minst 1, och täljaren kan inte vara mindre än noll.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answers__isnull", True), ("answers__gte", 0), _connector="OR"
                            ),
                            models.Q(
                                ("response_rate__isnull", True),
                                ("response_rate__range", (0, 100)),
                                _connector="OR",
                            ),
                        ),
                        name="value_is_answered_by_some",
                        violation_error_message="Svarsfrekvensen ska vara mellan 0 och 100 procent.",
                    ),
                    models.UniqueConstraint(
                        fields=("measurement", "sex", "area", "school_form"),
                        name="one_value_per_series_and_period",
                        nulls_distinct=False,
                        violation_error_message="Det finns redan ett värde för den perioden.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ValueHeading",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("heading", models.TextField()),
                ("meaning", models.TextField()),
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
                        condition=models.Q(("heading__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                        name="value_heading_is_one_line",
                        violation_error_message="Skriv en rad med 1–200 tecken.",
                    ),
                    models.UniqueConstraint(
                        fields=("municipality", "heading"),
                        name="a_heading_of_values_means_one_thing",
                    ),
                ],
            },
        ),
    ]
