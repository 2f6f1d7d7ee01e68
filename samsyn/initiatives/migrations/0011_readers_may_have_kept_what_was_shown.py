from datetime import date

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0010_unknown_shares_are_watched_too")]

    operations = [
        # What there was before has been shown or hidden for some time.
        migrations.AddField(
            "value",
            "settled_on",
            models.DateField(default=date(2026, 11, 1), null=True),
            preserve_default=False,
        ),
    ]
