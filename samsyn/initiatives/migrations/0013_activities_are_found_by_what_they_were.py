from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0012_headings_are_remembered_for_activities_too")]

    operations = [
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(fields=["municipality", "what", "id"], name="activity_by_what"),
        ),
    ]
