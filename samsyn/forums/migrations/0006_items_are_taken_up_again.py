import django.db.models.deletion
from django.db import migrations, models

GUARD = """
select samsyn_guard_reference('forums_agendaitem', 'continues_id', 'forums_agendaitem');
select samsyn_guard_reference('forums_agendaitem', 'moved_to_id', 'forums_forum');
"""
UNGUARD = """
drop trigger continues_id_is_of_the_same_municipality on forums_agendaitem;
drop trigger added_continues_id_is_of_the_same_municipality on forums_agendaitem;
drop trigger moved_to_id_is_of_the_same_municipality on forums_agendaitem;
drop trigger added_moved_to_id_is_of_the_same_municipality on forums_agendaitem;
"""


class Migration(migrations.Migration):
    dependencies = [("forums", "0005_more_is_kept_apart")]

    operations = [
        migrations.AddField(
            model_name="agendaitem",
            name="continues",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="continued_by",
                to="forums.agendaitem",
            ),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="moved_to",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="items_moved_here",
                to="forums.forum",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.UniqueConstraint(
                fields=("continues",),
                name="item_is_taken_up_again_once",
                violation_error_message="Punkten har redan tagits upp på ett annat möte.",
            ),
        ),
        migrations.RunSQL(GUARD, UNGUARD),
    ]
