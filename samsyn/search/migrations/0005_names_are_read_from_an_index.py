"""The letters of names lie close together in an index: to read them from the table takes thrice."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0004_words_are_found_where_they_lie")]

    operations = [
        migrations.RemoveConstraint("entry", "one_entry_per_object_and_kind"),
        migrations.AddConstraint(
            "entry",
            models.UniqueConstraint(
                fields=("municipality", "kind", "object_id"),
                include=("id", "letters"),
                name="one_entry_per_object_and_kind",
            ),
        ),
    ]
