import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0010_forums_approve_and_more_is_left_open"),
    ]

    operations = [
        migrations.AddField(
            model_name="training",
            name="position",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisation.position",
            ),
        ),
    ]
