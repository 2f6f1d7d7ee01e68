from django.db import migrations

# The operator is whoever runs the migrations: only that role founds municipalities.
PROTECT = """
select samsyn_protect('access_membership');
select samsyn_protect('access_assignment');
create policy own_roles on access_assignment for select using (
  account_id = (select nullif(current_setting('app.account', true), '')::uuid)
);

alter table access_municipality enable row level security;
alter table access_municipality force row level security;
create policy own_municipality on access_municipality using (
  id = (select nullif(current_setting('app.municipality', true), '')::uuid)
);
create policy municipality_of_own_role on access_municipality for select using (
  id in (
    select municipality_id from access_assignment
    where account_id = (select nullif(current_setting('app.account', true), '')::uuid)
  )
);
create policy operator_founds on access_municipality to current_user using (true);
"""

EXPOSE = """
drop policy operator_founds on access_municipality;
drop policy municipality_of_own_role on access_municipality;
drop policy own_municipality on access_municipality;
alter table access_municipality no force row level security;
alter table access_municipality disable row level security;
drop policy own_roles on access_assignment;
select samsyn_expose('access_assignment');
select samsyn_expose('access_membership');
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0002_roles_are_held_for_a_period")]

    operations = [migrations.RunSQL(PROTECT, EXPOSE)]
