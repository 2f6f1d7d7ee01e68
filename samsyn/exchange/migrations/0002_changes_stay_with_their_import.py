from django.db import migrations

# The first migration protected the table before Django had made its references, which it does
# last: so none was guarded.
GUARD = """
select samsyn_expose('exchange_importedchange');
select samsyn_protect('exchange_importedchange');
"""


class Migration(migrations.Migration):
    dependencies = [
        ("exchange", "0001_what_was_imported"),
        ("access", "0004_references_are_checked_a_statement_at_a_time"),
    ]

    operations = [migrations.RunSQL(GUARD, migrations.RunSQL.noop)]
