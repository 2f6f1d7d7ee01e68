import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0001_accounts_and_municipalities"),
    ]

    operations = [
        migrations.CreateModel(
            name="Event",
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
                ("at", models.DateTimeField()),
                ("account_id", models.UUIDField(null=True)),
                ("action", models.TextField()),
                ("object_type", models.TextField(blank=True)),
                ("object_id", models.UUIDField(null=True)),
                ("reason", models.TextField(blank=True)),
                (
                    "outcome",
                    models.TextField(
                        choices=[
                            ("seen", "visad"),
                            ("done", "gjord"),
                            ("refused", "nekad"),
                        ]
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="access.municipality",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["municipality", "-at"], name="event_by_time"),
                    models.Index(fields=["object_id", "-at"], name="event_by_object"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("outcome__in", ["seen", "done", "refused"])),
                        name="event_outcome_is_known",
                    )
                ],
            },
        ),
    ]
