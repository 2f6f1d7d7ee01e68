import uuid

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models

KINDS = [
    ("plan", "plan"),
    ("action_plan", "handlingsplan"),
    ("programme", "program"),
    ("strategy", "strategi"),
    ("policy", "policy"),
    ("guideline", "riktlinje"),
    ("routine", "rutin"),
    ("process", "processbeskrivning"),
    ("role", "rollbeskrivning"),
    ("report", "verksamhetsberättelse"),
    ("survey", "kartläggning eller analys"),
    ("audit", "granskning"),
    ("dialogue", "dialog"),
    ("collaboration", "samverkansdokument"),
    ("template", "mall"),
    ("other", "annat dokument"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0007_jobs_visit_every_municipality"),
        ("governance", "0012_matters_say_what_was_considered"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="governingdocument",
            name="governing_kind_is_known",
        ),
        migrations.AlterField(
            model_name="governingdocument",
            name="kind",
            field=models.TextField(choices=KINDS),
        ),
        migrations.AddConstraint(
            model_name="governingdocument",
            constraint=models.CheckConstraint(
                condition=models.Q(kind__in=[kind for kind, _label in KINDS]),
                name="governing_kind_is_known",
            ),
        ),
        migrations.CreateModel(
            name="Dialogue",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
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
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dialogues",
                        to="governance.governingdocument",
                    ),
                ),
                ("held_on", models.DateField(null=True)),
                ("with_whom", models.TextField()),
                ("count", models.IntegerField(null=True)),
                ("said", models.TextField(blank=True)),
            ],
        ),
        migrations.AddConstraint(
            model_name="dialogue",
            constraint=models.CheckConstraint(
                condition=models.Q(with_whom__regex="^\\S([^\\n\\r]{0,198}\\S)?$"),
                name="dialogue_is_with_someone",
                violation_error_message="Skriv en rad med 1–200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="dialogue",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("said"), 20000
                ),
                name="dialogue_is_bounded",
                violation_error_message="Skriv högst 20 000 tecken i ett fält.",
            ),
        ),
        migrations.AddConstraint(
            model_name="dialogue",
            constraint=models.CheckConstraint(
                condition=models.Q(count__isnull=True) | models.Q(count__range=(1, 100_000)),
                name="dialogue_count_is_a_count",
                violation_error_message="Skriv hur många som deltog, minst 1.",
            ),
        ),
    ]
