import uuid

import django.db.models.deletion
from django.db import migrations, models

# Beside the municipality's own policy: what someone has sent is seen by nobody else, until it is a
# day old and whoever comes by throws it away.
PROTECT = """
select samsyn_protect('exchange_upload');
create policy own_upload on exchange_upload as restrictive using (
  account_id = (select nullif(current_setting('app.account', true), '')::uuid)
  or at < now() - interval '1 day'
);
"""

EXPOSE = """
drop policy own_upload on exchange_upload;
select samsyn_expose('exchange_upload');
"""


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0004_references_are_checked_a_statement_at_a_time"),
        ("exchange", "0002_changes_stay_with_their_import"),
    ]

    operations = [
        migrations.CreateModel(
            name="Upload",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("at", models.DateTimeField()),
                ("account_id", models.UUIDField()),
                ("file_names", models.JSONField()),
                ("passed_over", models.JSONField()),
                ("content", models.BinaryField()),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.municipality",
                    ),
                ),
            ],
        ),
        migrations.RunSQL(PROTECT, EXPOSE),
    ]
