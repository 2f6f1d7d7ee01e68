import uuid

import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [("access", "0003_municipalities_are_kept_apart")]

    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.TextField()),
                ("object_id", models.UUIDField()),
                ("title", models.TextField()),
                ("detail", models.TextField(blank=True)),
                ("text", models.TextField(blank=True)),
                ("lexemes", django.contrib.postgres.search.SearchVectorField()),
                ("letters", models.TextField()),
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
                "verbose_name_plural": "entries",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "kind", "object_id"),
                        name="one_entry_per_object_and_kind",
                    )
                ],
            },
        ),
        migrations.RunSQL(
            "select samsyn_protect('search_entry')", "select samsyn_expose('search_entry')"
        ),
    ]
