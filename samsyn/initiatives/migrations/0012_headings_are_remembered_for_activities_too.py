from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0011_readers_may_have_kept_what_was_shown")]

    operations = [
        migrations.RemoveConstraint("valueheading", "a_heading_of_values_means_one_thing"),
        migrations.RemoveConstraint("valueheading", "value_heading_is_one_line"),
        migrations.RenameModel("ValueHeading", "Heading"),
        # What was remembered before were headings of values.
        migrations.AddField(
            model_name="heading",
            name="of",
            field=models.TextField(
                choices=[("values", "värden"), ("activities", "aktiviteter")], default="values"
            ),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="heading",
            constraint=models.CheckConstraint(
                name="heading_is_of_something_known",
                condition=models.Q(("of__in", ["values", "activities"])),
            ),
        ),
        migrations.AddConstraint(
            model_name="heading",
            constraint=models.CheckConstraint(
                name="heading_is_one_line",
                condition=models.Q(("heading__regex", "^\\S([^\\n\\r]{0,198}\\S)?$")),
                violation_error_message="Skriv en rad med 1–200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="heading",
            constraint=models.UniqueConstraint(
                fields=("municipality", "of", "heading"), name="a_heading_means_one_thing"
            ),
        ),
    ]
