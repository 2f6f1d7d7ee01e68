import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0003_municipalities_are_kept_apart"),
    ]

    operations = [
        migrations.CreateModel(
            name="Import",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("at", models.DateTimeField()),
                ("account_id", models.UUIDField(null=True)),
                ("file_names", models.JSONField()),
                ("counts", models.JSONField()),
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
            name="ImportedChange",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("section", models.TextField()),
                ("object_id", models.UUIDField()),
                ("key", models.TextField()),
                (
                    "what",
                    models.TextField(
                        choices=[
                            ("created", "skapad"),
                            ("changed", "ändrad"),
                            ("ended", "avslutad"),
                        ]
                    ),
                ),
                ("details", models.JSONField()),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.municipality",
                    ),
                ),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="exchange.import",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["municipality", "object_id"], name="change_by_object")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("what__in", ["created", "changed", "ended"])),
                        name="imported_change_is_of_a_known_kind",
                    )
                ],
            },
        ),
        *(
            migrations.RunSQL(
                f"select samsyn_protect('{table}')", f"select samsyn_expose('{table}')"
            )
            for table in ("exchange_import", "exchange_importedchange")
        ),
    ]
