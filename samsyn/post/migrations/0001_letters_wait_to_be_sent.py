import uuid

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0007_jobs_visit_every_municipality"),
    ]

    operations = [
        migrations.CreateModel(
            name="Letter",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("to", models.TextField()),
                ("reply_to", models.TextField(blank=True)),
                ("subject", models.TextField()),
                ("text", models.TextField()),
                ("html", models.TextField(blank=True)),
                ("object_type", models.TextField(blank=True)),
                ("object_id", models.UUIDField(null=True)),
                ("occasion", models.TextField(null=True)),
                ("created_at", models.DateTimeField()),
                ("created_by", models.UUIDField(null=True)),
                ("due_at", models.DateTimeField()),
                ("attempts", models.SmallIntegerField(default=0)),
                ("last_error", models.TextField(blank=True)),
                ("sent_at", models.DateTimeField(null=True)),
                ("given_up_at", models.DateTimeField(null=True)),
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
            name="Enclosure",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("ordinal", models.SmallIntegerField()),
                ("name", models.TextField()),
                ("media_type", models.TextField()),
                ("content", models.BinaryField()),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.municipality",
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="enclosures",
                        to="post.letter",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DutyRun",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.TextField()),
                ("due_at", models.DateTimeField()),
                ("done_at", models.DateTimeField(null=True)),
                ("failures", models.SmallIntegerField(default=0)),
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
                        fields=("municipality", "name"), name="one_run_per_duty"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done_at__isnull", True),
                            ("done_at__lte", models.F("due_at")),
                            _connector="OR",
                        ),
                        name="duty_was_done_before_it_is_due",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(fields=["municipality", "object_id"], name="letter_by_object"),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(fields=["municipality", "-created_at"], name="letter_by_time"),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(
                condition=models.Q(("given_up_at__isnull", True), ("sent_at__isnull", True)),
                fields=["municipality", "due_at"],
                name="letter_that_waits",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "to__regex",
                        "^(?=.{3,254}$)[A-Za-z0-9.!#$&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$",
                    )
                ),
                name="letter_goes_to_an_address",
                violation_error_message="Skriv en e-postadress, till exempel namn@kommunen.se.",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(("reply_to__regex", "^([^\\s@<>,;]+@[^\\s@<>,;]+)?$")),
                name="letter_is_answered_to_an_address",
                violation_error_message="Svarsadressen ska vara en e-postadress.",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(("subject__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                name="letter_subject_is_one_line",
                violation_error_message="Skriv en rad med 1–200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(("object_type__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                name="letter_object_type_is_one_line",
                violation_error_message="Skriv en rad med högst 200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_error__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                name="letter_error_is_one_line",
                violation_error_message="Skriv en rad med högst 200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    django.db.models.lookups.LessThanOrEqual(
                        django.db.models.functions.text.Length("text"), 100000
                    ),
                    django.db.models.lookups.LessThanOrEqual(
                        django.db.models.functions.text.Length("html"), 100000
                    ),
                ),
                name="letter_is_not_too_long",
                violation_error_message="Skriv högst 100 000 tecken i ett brev.",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("object_id__isnull", True), ("object_type", "")),
                    models.Q(
                        models.Q(("object_type", ""), _negated=True), ("object_id__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="letter_is_about_an_object_of_a_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("sent_at__isnull", True), ("given_up_at__isnull", True), _connector="OR"
                ),
                name="letter_is_sent_or_given_up",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.UniqueConstraint(
                fields=("municipality", "occasion"), name="one_letter_per_occasion"
            ),
        ),
        migrations.AddConstraint(
            model_name="enclosure",
            constraint=models.CheckConstraint(
                condition=models.Q(("name__regex", '^[^/\\\\<>:"|?*[:cntrl:]]{1,120}$')),
                name="enclosure_name_is_of_a_file",
                violation_error_message='Bilagans namn får inte ha tecknen / \\ : * ? " < > |.',
            ),
        ),
        migrations.AddConstraint(
            model_name="enclosure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("media_type__regex", "^[a-z]+/[A-Za-z0-9.+-]+(; [a-z]+=[A-Za-z0-9-]+)*$")
                ),
                name="enclosure_media_type_is_known_by_its_form",
                violation_error_message="Bilagan har en okänd typ.",
            ),
        ),
        migrations.AddConstraint(
            model_name="enclosure",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("content"), 3145728
                ),
                name="enclosure_is_small",
                violation_error_message="En bilaga får vara högst 3 MB.",
            ),
        ),
        migrations.AddConstraint(
            model_name="enclosure",
            constraint=models.UniqueConstraint(
                fields=("letter", "ordinal"), name="one_enclosure_per_letter_and_ordinal"
            ),
        ),
    ]
