import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0008_tables_are_counted_anew"),
        ("organisation", "0008_what_is_added_is_checked_at_once"),
    ]

    operations = [
        migrations.CreateModel(
            name="AreaBoundary",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("geometry", models.JSONField()),
                ("origin", models.TextField()),
                ("stated_on", models.DateField(null=True)),
                (
                    "area",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="boundary",
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
                        condition=models.Q(("origin__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                        name="boundary_origin_is_one_line",
                        violation_error_message="Skriv en rad med 1–200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("geometry__type", "MultiPolygon")),
                        name="boundary_is_of_surfaces",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BoundaryFile",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("at", models.DateTimeField()),
                ("account_id", models.UUIDField()),
                ("file_name", models.TextField()),
                ("origin", models.TextField()),
                ("stated_on", models.DateField(null=True)),
                ("system", models.TextField(blank=True)),
                ("is_swapped", models.BooleanField(default=False)),
                ("features", models.JSONField()),
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
                        condition=models.Q(("origin__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                        name="boundary_file_origin_is_one_line",
                        violation_error_message="Skriv en rad med 1–200 tecken.",
                    )
                ],
            },
        ),
    ]
