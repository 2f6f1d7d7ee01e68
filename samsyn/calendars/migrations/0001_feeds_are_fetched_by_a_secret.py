import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0007_jobs_visit_every_municipality"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Feed",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("object_type", models.TextField(blank=True)),
                ("object_id", models.UUIDField(null=True)),
                ("token_hash", models.TextField()),
                ("created_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(null=True)),
                ("fetched_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                            ("object_type__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")
                        ),
                        name="feed_object_type_is_one_line",
                        violation_error_message="Skriv en rad med högst 200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("object_id__isnull", True), ("object_type", "")),
                            models.Q(
                                models.Q(("object_type", ""), _negated=True),
                                ("object_id__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="feed_is_of_an_object_of_a_kind",
                    ),
                    models.UniqueConstraint(fields=("token_hash",), name="one_feed_per_token"),
                ],
            },
        ),
    ]
