import django.db.models.deletion
from django.db import migrations, models

GUARD = """
select samsyn_guard_reference('governance_training', 'position_id', 'organisation_position');
"""
UNGUARD = """
drop trigger position_id_is_of_the_same_municipality on governance_training;
drop trigger added_position_id_is_of_the_same_municipality on governance_training;
"""


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
        migrations.RunSQL(GUARD, UNGUARD),
    ]
