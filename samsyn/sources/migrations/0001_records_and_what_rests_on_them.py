import uuid

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0003_municipalities_are_kept_apart"),
    ]

    operations = [
        migrations.CreateModel(
            name="SourceDocument",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("key", models.TextField()),
                ("title", models.TextField()),
                ("number", models.TextField(blank=True)),
                ("publisher", models.TextField(blank=True)),
                ("dated_on", models.DateField(null=True)),
                ("url", models.TextField(blank=True)),
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
            name="Citation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("object_type", models.TextField()),
                ("object_id", models.UUIDField()),
                ("ordinal", models.SmallIntegerField()),
                ("place", models.TextField(blank=True)),
                ("quote", models.TextField(blank=True)),
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
                        related_name="citations",
                        to="sources.sourcedocument",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="sourcedocument",
            constraint=models.CheckConstraint(
                condition=models.Q(("title__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                name="document_title_is_one_line",
                violation_error_message="Skriv en rad med 1–200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sourcedocument",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                name="document_number_is_one_line",
                violation_error_message="Skriv en rad med högst 200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sourcedocument",
            constraint=models.CheckConstraint(
                condition=models.Q(("publisher__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                name="document_publisher_is_one_line",
                violation_error_message="Skriv en rad med högst 200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sourcedocument",
            constraint=models.CheckConstraint(
                condition=models.Q(("url__regex", "^(https://[^\\s/]\\S*)?$")),
                name="document_address_is_secure",
                violation_error_message="Adressen ska börja med https:// och får inte ha mellanslag.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sourcedocument",
            constraint=models.UniqueConstraint(
                fields=("municipality", "key"),
                name="one_document_per_key",
                violation_error_message="Det finns redan en handling med den nyckeln.",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.CheckConstraint(
                condition=models.Q(("object_type__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                name="cited_object_type_is_one_line",
                violation_error_message="Skriv en rad med 1–200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.CheckConstraint(
                condition=models.Q(("place__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                name="citation_place_is_one_line",
                violation_error_message="Skriv en rad med högst 200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("quote"), 2000
                ),
                name="citation_quote_is_short",
                violation_error_message="Citera högst 2 000 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.CheckConstraint(
                condition=models.Q(("ordinal__gte", 1)), name="citations_are_counted_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="citation",
            constraint=models.UniqueConstraint(
                fields=("municipality", "object_id", "object_type", "ordinal"),
                name="one_citation_per_object_and_ordinal",
            ),
        ),
    ]
