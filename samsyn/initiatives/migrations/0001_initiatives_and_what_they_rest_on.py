import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0008_tables_are_counted_anew"),
        ("forums", "0013_follow_ups_are_listed_by_day"),
        ("governance", "0014_dialogues_are_kept_apart"),
        ("organisation", "0008_what_is_added_is_checked_at_once"),
    ]

    operations = [
        migrations.CreateModel(
            name="Method",
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
                ("what", models.TextField(blank=True)),
                (
                    "evidence",
                    models.TextField(
                        choices=[
                            ("strong", "starkt stöd i forskning"),
                            ("moderate", "visst stöd i forskning"),
                            ("weak", "svagt stöd i forskning"),
                            ("none", "inget stöd i forskning"),
                            ("unknown", "inte bedömt"),
                        ],
                        default="unknown",
                    ),
                ),
                ("evidence_says", models.TextField(blank=True)),
                ("licence", models.TextField(blank=True)),
                ("url", models.TextField(blank=True)),
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
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                        name="method_name_is_one_line",
                        violation_error_message="Skriv en rad med 1–200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("evidence__in", ["strong", "moderate", "weak", "none", "unknown"])
                        ),
                        name="method_evidence_is_known",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("what"), 20000
                        ),
                        name="method_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("evidence_says"), 20000
                        ),
                        name="method_evidence_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("licence"), 20000
                        ),
                        name="method_licence_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("url__regex", "^(https://[^\\s/]\\S*)?$")),
                        name="method_address_is_secure",
                        violation_error_message="Adressen ska börja med https:// och får inte ha mellanslag.",
                    ),
                    models.UniqueConstraint(
                        fields=("municipality", "key"),
                        name="one_method_per_key",
                        violation_error_message="Det finns redan en metod med den nyckeln.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Venue",
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
                ("what", models.TextField(blank=True)),
                ("address", models.TextField(blank=True)),
                ("is_invented", models.BooleanField(default=False)),
                (
                    "area",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="venues",
                        to="organisation.area",
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
                        condition=models.Q(("name__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                        name="venue_name_is_one_line",
                        violation_error_message="Skriv en rad med 1–200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("address__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                        name="venue_address_is_one_line",
                        violation_error_message="Skriv en rad med högst 200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("what"), 20000
                        ),
                        name="venue_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.UniqueConstraint(
                        fields=("municipality", "key"),
                        name="one_venue_per_key",
                        violation_error_message="Det finns redan en plats med den nyckeln.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Initiative",
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
                    models.TextField(
                        choices=[
                            ("intervention", "insats"),
                            ("project", "projekt"),
                            ("commitment", "satsning"),
                            ("operation", "ordinarie verksamhet"),
                        ]
                    ),
                ),
                (
                    "phase",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("initiate", "initiera"),
                            ("plan", "planera"),
                            ("organise", "organisera"),
                            ("support", "stödja"),
                            ("follow_up", "följa upp"),
                        ],
                    ),
                ),
                ("what", models.TextField(blank=True)),
                ("purpose", models.TextField(blank=True)),
                ("begun_year", models.SmallIntegerField(null=True)),
                (
                    "prevention",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(
                            choices=[
                                ("universal", "universell"),
                                ("selective", "selektiv"),
                                ("indicated", "indikerad"),
                            ]
                        ),
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "scope",
                    models.TextField(
                        blank=True,
                        choices=[("individual", "individ"), ("group", "grupp"), ("area", "område")],
                    ),
                ),
                ("target_group", models.TextField(blank=True)),
                ("age_from", models.SmallIntegerField(null=True)),
                ("age_to", models.SmallIntegerField(null=True)),
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
                    "sex",
                    models.TextField(
                        blank=True, choices=[("girls", "flickor"), ("boys", "pojkar")]
                    ),
                ),
                ("meant_for", models.IntegerField(null=True)),
                (
                    "focus_areas",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), default=list, size=None
                    ),
                ),
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
                        related_name="owned_initiatives",
                        to="organisation.position",
                    ),
                ),
                (
                    "owner_forum",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="owned_initiatives",
                        to="forums.forum",
                    ),
                ),
                (
                    "predecessor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successors",
                        to="initiatives.initiative",
                    ),
                ),
                (
                    "method",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="initiatives",
                        to="initiatives.method",
                    ),
                ),
                (
                    "venue",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="initiatives",
                        to="initiatives.venue",
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
                        name="initiative_ends_after_it_starts",
                        violation_error_message="Perioden slutar innan den börjar.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                        name="initiative_title_is_one_line",
                        violation_error_message="Skriv en rad med 1–200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["intervention", "project", "commitment", "operation"])
                        ),
                        name="initiative_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "phase__in",
                                ["", "initiate", "plan", "organise", "support", "follow_up"],
                            )
                        ),
                        name="initiative_phase_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("scope__in", ["", "individual", "group", "area"])),
                        name="initiative_scope_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sex__in", ["", "girls", "boys"])),
                        name="initiative_sex_is_known",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("what"), 20000
                        ),
                        name="initiative_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("purpose"), 20000
                        ),
                        name="initiative_purpose_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("target_group"), 20000
                        ),
                        name="initiative_target_group_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("prevention__contained_by", ["universal", "selective", "indicated"]),
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
                            ),
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
                            ),
                        ),
                        name="initiative_words_are_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("begun_year__isnull", True),
                            ("begun_year__range", (1900, 2200)),
                            _connector="OR",
                        ),
                        name="initiative_begins_in_our_time",
                        violation_error_message="Skriv ett år med fyra siffror.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("meant_for__isnull", True), ("meant_for__gte", 1), _connector="OR"
                        ),
                        name="initiative_is_meant_for_some",
                        violation_error_message="Antalet kan inte vara mindre än ett.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("age_from__isnull", True),
                                ("age_from__range", (0, 120)),
                                _connector="OR",
                            ),
                            models.Q(
                                ("age_to__isnull", True),
                                ("age_to__range", (0, 120)),
                                _connector="OR",
                            ),
                            models.Q(
                                ("age_from__isnull", True),
                                ("age_to__isnull", True),
                                ("age_from__lte", models.F("age_to")),
                                _connector="OR",
                            ),
                        ),
                        name="initiative_ages_are_in_order",
                        violation_error_message="Den lägsta åldern ska inte vara högre än den högsta.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("predecessor__isnull", True),
                            models.Q(("predecessor", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="initiative_does_not_follow_itself",
                        violation_error_message="Insatsen kan inte efterträda sig själv.",
                    ),
                    models.UniqueConstraint(
                        fields=("municipality", "key"),
                        name="one_initiative_per_key",
                        violation_error_message="Det finns redan en insats med den nyckeln.",
                    ),
                ],
                "indexes": [
                    models.Index(
                        fields=["municipality", "title_key", "id"], name="initiative_by_title"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Partner",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("starts_on", models.DateField(null=True)),
                ("ends_on", models.DateField(null=True)),
                ("does", models.TextField(blank=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="partnered",
                        to="organisation.body",
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="partners",
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
                        name="partner_ends_after_it_starts",
                        violation_error_message="Perioden slutar innan den börjar.",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("does"), 20000
                        ),
                        name="partner_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (
                                django.db.models.functions.comparison.Greatest(
                                    "initiative", "initiative"
                                ),
                                "=",
                            ),
                            ("body", "="),
                            (models.Func("starts_on", "ends_on", function="daterange"), "&&"),
                        ],
                        name="a_partner_takes_part_once_at_a_time",
                        violation_error_message="Organet deltar redan den tiden.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PhaseMove",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("ordinal", models.SmallIntegerField()),
                (
                    "phase",
                    models.TextField(
                        choices=[
                            ("initiate", "initiera"),
                            ("plan", "planera"),
                            ("organise", "organisera"),
                            ("support", "stödja"),
                            ("follow_up", "följa upp"),
                        ]
                    ),
                ),
                ("moved_on", models.DateField()),
                ("why", models.TextField(blank=True)),
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
                    "initiative",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moves",
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
                            ("phase__in", ["initiate", "plan", "organise", "support", "follow_up"])
                        ),
                        name="move_phase_is_known",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("why"), 20000
                        ),
                        name="move_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.UniqueConstraint(
                        fields=("initiative", "ordinal"),
                        name="one_move_at_a_time",
                        violation_error_message="Någon flyttade insatsen samtidigt. Försök igen.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Responsibility",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("starts_on", models.DateField(null=True)),
                ("ends_on", models.DateField(null=True)),
                ("answers_for", models.TextField(blank=True)),
                ("share_percent", models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="initiatives",
                        to="organisation.body",
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responsible",
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
                        name="responsibility_ends_after_it_starts",
                        violation_error_message="Perioden slutar innan den börjar.",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("answers_for"), 20000
                        ),
                        name="responsibility_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("share_percent__isnull", True),
                            ("share_percent__range", (0, 100)),
                            _connector="OR",
                        ),
                        name="responsibility_share_is_a_share",
                        violation_error_message="Andelen ska vara mellan 0 och 100 procent.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (
                                django.db.models.functions.comparison.Greatest(
                                    "initiative", "initiative"
                                ),
                                "=",
                            ),
                            ("body", "="),
                            (models.Func("starts_on", "ends_on", function="daterange"), "&&"),
                        ],
                        name="a_board_answers_once_at_a_time",
                        violation_error_message="Nämnden ansvarar redan för insatsen den tiden.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Staffing",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("starts_on", models.DateField(null=True)),
                ("ends_on", models.DateField(null=True)),
                ("profession", models.TextField()),
                ("posts", models.DecimalField(decimal_places=2, max_digits=6, null=True)),
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
                        related_name="staffing",
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
                        name="staffing_ends_after_it_starts",
                        violation_error_message="Perioden slutar innan den börjar.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("profession__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                        name="staffing_profession_is_one_line",
                        violation_error_message="Skriv en rad med 1–200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("posts__isnull", True), ("posts__gt", 0), _connector="OR"
                        ),
                        name="staffing_is_more_than_nothing",
                        violation_error_message="Antalet tjänster ska vara mer än noll.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Service",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("starts_on", models.DateField(null=True)),
                ("ends_on", models.DateField(null=True)),
                ("what", models.TextField()),
                ("days_a_week", models.DecimalField(decimal_places=2, max_digits=3, null=True)),
                ("hours", models.TextField(blank=True)),
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
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.municipality",
                    ),
                ),
                (
                    "venue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="services",
                        to="initiatives.venue",
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
                        name="service_ends_after_it_starts",
                        violation_error_message="Perioden slutar innan den börjar.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("what__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                        name="service_is_one_line",
                        violation_error_message="Skriv en rad med 1–200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hours__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                        name="service_hours_are_one_line",
                        violation_error_message="Skriv en rad med högst 200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("days_a_week__isnull", True),
                            models.Q(("days_a_week__gt", 0), ("days_a_week__lte", 7)),
                            _connector="OR",
                        ),
                        name="service_is_open_some_days_of_the_week",
                        violation_error_message="Skriv hur många dagar i veckan, högst sju.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Funding",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("origin", models.TextField()),
                ("year", models.SmallIntegerField(null=True)),
                ("amount", models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                ("is_earmarked", models.BooleanField(default=False)),
                ("decision", models.TextField(blank=True)),
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
                    "matter",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.matter",
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
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="funding",
                        to="initiatives.initiative",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("origin__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                        name="funding_origin_is_one_line",
                        violation_error_message="Skriv en rad med 1–200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("decision__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                        name="funding_decision_is_one_line",
                        violation_error_message="Skriv en rad med högst 200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("year__isnull", True), ("year__range", (1900, 2200)), _connector="OR"
                        ),
                        name="funding_is_of_our_time",
                        violation_error_message="Skriv ett år med fyra siffror.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("amount__isnull", True), ("amount__gte", 0), _connector="OR"
                        ),
                        name="funding_is_not_less_than_nothing",
                        violation_error_message="Beloppet kan inte vara mindre än noll.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Evaluation",
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
                            ("follow_up", "uppföljning"),
                            ("final_report", "slutrapport"),
                            ("after_action", "tre frågor efteråt"),
                        ]
                    ),
                ),
                ("form", models.TextField(blank=True)),
                ("due_on", models.DateField(null=True)),
                ("done_on", models.DateField(null=True)),
                ("result", models.TextField(blank=True)),
                ("meant", models.TextField(blank=True)),
                ("happened", models.TextField(blank=True)),
                ("next_time", models.TextField(blank=True)),
                ("lessons", models.TextField(blank=True)),
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
                        related_name="owned_evaluations",
                        to="organisation.position",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.governingdocument",
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluations",
                        to="initiatives.initiative",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("done_on__isnull", True)),
                        fields=["municipality", "due_on"],
                        name="evaluation_by_day",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["follow_up", "final_report", "after_action"])
                        ),
                        name="evaluation_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("form__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                        name="evaluation_form_is_one_line",
                        violation_error_message="Skriv en rad med högst 200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("result"), 20000
                        ),
                        name="evaluation_result_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("meant"), 20000
                        ),
                        name="evaluation_meant_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("happened"), 20000
                        ),
                        name="evaluation_happened_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("next_time"), 20000
                        ),
                        name="evaluation_next_time_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("lessons"), 20000
                        ),
                        name="evaluation_lessons_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done_on__isnull", False),
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
                        violation_error_message="Skriv vilken dag uppföljningen gjordes.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("due_on__isnull", False), ("done_on__isnull", False), _connector="OR"
                        ),
                        name="evaluation_has_a_day",
                        violation_error_message="Skriv när den ska göras, eller när den gjordes.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Belonging",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("how", models.TextField(blank=True)),
                (
                    "agreement",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="initiatives",
                        to="governance.agreement",
                    ),
                ),
                (
                    "assignment",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="initiatives",
                        to="governance.assignment",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="initiatives",
                        to="governance.governingdocument",
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="initiatives",
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
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="belongings",
                        to="initiatives.initiative",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("how__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                        name="belonging_is_one_line",
                        violation_error_message="Skriv en rad med högst 200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("agreement__isnull", False),
                                ("assignment", None),
                                ("document", None),
                                ("forum", None),
                            ),
                            models.Q(
                                ("agreement", None),
                                ("assignment", None),
                                ("document__isnull", False),
                                ("forum", None),
                            ),
                            models.Q(
                                ("agreement", None),
                                ("assignment", None),
                                ("document", None),
                                ("forum__isnull", False),
                            ),
                            models.Q(
                                ("agreement", None),
                                ("assignment__isnull", False),
                                ("document", None),
                                ("forum", None),
                            ),
                            _connector="OR",
                        ),
                        name="an_initiative_belongs_to_one_thing_at_a_time",
                        violation_error_message="Välj ett av dem.",
                    ),
                    models.UniqueConstraint(
                        fields=("initiative", "agreement"),
                        name="an_initiative_belongs_to_a_agreement_once",
                        violation_error_message="Det är redan kopplat till insatsen.",
                    ),
                    models.UniqueConstraint(
                        fields=("initiative", "document"),
                        name="an_initiative_belongs_to_a_document_once",
                        violation_error_message="Det är redan kopplat till insatsen.",
                    ),
                    models.UniqueConstraint(
                        fields=("initiative", "forum"),
                        name="an_initiative_belongs_to_a_forum_once",
                        violation_error_message="Det är redan kopplat till insatsen.",
                    ),
                    models.UniqueConstraint(
                        fields=("initiative", "assignment"),
                        name="an_initiative_belongs_to_a_assignment_once",
                        violation_error_message="Det är redan kopplat till insatsen.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InitiativeArea",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="initiatives",
                        to="organisation.area",
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="areas",
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
                    models.UniqueConstraint(
                        fields=("initiative", "area"),
                        name="an_initiative_has_an_area_once",
                        violation_error_message="Området är redan valt.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="InitiativeDecision",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "course",
                    models.TextField(
                        choices=[
                            ("continue", "fortsätter"),
                            ("change", "ändras"),
                            ("extend", "förlängs"),
                            ("scale", "utvidgas"),
                            ("regular", "blir ordinarie verksamhet"),
                            ("stop", "avslutas"),
                        ]
                    ),
                ),
                ("decided_on", models.DateField(null=True)),
                ("from_on", models.DateField(null=True)),
                ("until_on", models.DateField(null=True)),
                ("why", models.TextField()),
                ("then", models.TextField(blank=True)),
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
                    "budget_owner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.body",
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
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="initiatives.initiative",
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.matter",
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
                                "course__in",
                                ["continue", "change", "extend", "scale", "regular", "stop"],
                            )
                        ),
                        name="initiative_course_is_known",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("why"), 20000
                        ),
                        name="initiative_decision_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("then"), 20000
                        ),
                        name="initiative_decision_then_is_bounded",
                        violation_error_message="Skriv högst 20 000 tecken i ett fält.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("why", ""), _negated=True),
                        name="initiative_decision_has_a_motive",
                        violation_error_message="Skriv varför ni bestämde så.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_on__isnull", False),
                            ("from_on__isnull", False),
                            _connector="OR",
                        ),
                        name="initiative_decision_has_a_day",
                        violation_error_message="Skriv när det bestämdes, eller från när det gäller.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on__isnull", True),
                            ("course__in", ["extend", "continue", "change", "scale"]),
                            _connector="OR",
                        ),
                        name="initiative_is_extended_to_a_day",
                        violation_error_message="Bara det som fortsätter har en ny sista dag.",
                    ),
                ],
            },
        ),
    ]
