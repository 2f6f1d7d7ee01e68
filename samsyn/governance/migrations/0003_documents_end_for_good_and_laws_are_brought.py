from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("governance", "0002_governance_is_kept_apart")]

    operations = [
        migrations.AddField(
            model_name="governingdocument",
            name="has_ended_for_good",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="law",
            name="brought",
            field=models.TextField(null=True),
        ),
    ]
