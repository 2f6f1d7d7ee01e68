from django.db import migrations

# Beside the municipality's own policy: what someone has sent is seen by nobody else, until it is a
# day old and whoever comes by throws it away.
PROTECT = """
select samsyn_protect('organisation_areaboundary');
select samsyn_protect('organisation_boundaryfile');
create policy own_boundary_file on organisation_boundaryfile as restrictive using (
  account_id = (select nullif(current_setting('app.account', true), '')::uuid)
  or at < now() - interval '1 day'
);
"""

EXPOSE = """
drop policy own_boundary_file on organisation_boundaryfile;
select samsyn_expose('organisation_boundaryfile');
select samsyn_expose('organisation_areaboundary');
"""


class Migration(migrations.Migration):
    """Apart from the tables: their references are made last, and are guarded too."""

    dependencies = [("organisation", "0009_areas_have_boundaries")]

    operations = [migrations.RunSQL(PROTECT, EXPOSE)]
