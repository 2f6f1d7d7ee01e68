from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0011_readers_may_have_kept_what_was_shown")]

    operations = [
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(fields=["municipality", "what", "id"], name="activity_by_what"),
        ),
    ]
