import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0004_references_are_checked_a_statement_at_a_time"),
        ("exchange", "0003_what_is_uploaded_waits"),
    ]

    operations = [
        migrations.CreateModel(
            name="SheetMapping",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("register", models.TextField()),
                ("headings_digest", models.TextField()),
                ("meanings", models.JSONField()),
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
                        fields=["municipality", "headings_digest"],
                        name="headings_mean_one_thing_in_a_municipality",
                    )
                ],
            },
        ),
        migrations.RunSQL(
            "select samsyn_protect('exchange_sheetmapping')",
            "select samsyn_expose('exchange_sheetmapping')",
        ),
    ]
