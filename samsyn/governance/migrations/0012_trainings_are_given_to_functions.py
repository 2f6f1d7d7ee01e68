import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0009_risks_and_consultations_are_kept_apart"),
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
