import uuid
from datetime import timedelta

import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0004_references_are_checked_a_statement_at_a_time"),
        ("organisation", "0006_sort_keys_are_kept"),
    ]

    operations = [
        migrations.CreateModel(
            name="PersonalLink",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("purpose", models.TextField()),
                ("object_type", models.TextField()),
                ("object_id", models.UUIDField()),
                ("name", models.TextField()),
                ("email", models.TextField()),
                ("token_hash", models.TextField()),
                ("created_at", models.DateTimeField()),
                ("created_by", models.UUIDField(null=True)),
                ("expires_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(null=True)),
                ("first_used_at", models.DateTimeField(null=True)),
                ("last_used_at", models.DateTimeField(null=True)),
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
            ],
            options={
                "indexes": [
                    models.Index(fields=["municipality", "object_id"], name="link_by_object")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("purpose__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                        name="link_purpose_is_one_line",
                        violation_error_message="Skriv en rad med 1–200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("object_type__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                        name="link_object_type_is_one_line",
                        violation_error_message="Skriv en rad med 1–200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                        name="link_name_is_one_line",
                        violation_error_message="Skriv en rad med 1–200 tecken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "email__regex",
                                "^(?=.{3,254}$)[A-Za-z0-9.!#$&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$",
                            )
                        ),
                        name="link_email_is_an_address",
                        violation_error_message="Skriv en e-postadress, till exempel namn@kommunen.se.",
                    ),
                    models.UniqueConstraint(fields=("token_hash",), name="one_link_per_token"),
                    models.CheckConstraint(
                        condition=models.Q(("expires_at__gt", models.F("created_at"))),
                        name="link_expires_after_it_is_made",
                        violation_error_message="Länken måste gälla en tid framåt.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "expires_at__lte",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("created_at"),
                                    "+",
                                    models.Value(timedelta(days=366)),
                                ),
                            )
                        ),
                        name="link_lasts_a_year_at_most",
                        violation_error_message="Länken får gälla högst ett år.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("first_used_at__isnull", True), ("last_used_at__isnull", True)
                            ),
                            models.Q(
                                ("first_used_at__isnull", False),
                                ("last_used_at__gte", models.F("first_used_at")),
                            ),
                            _connector="OR",
                        ),
                        name="link_is_used_from_the_first_time",
                    ),
                ],
            },
        ),
    ]
