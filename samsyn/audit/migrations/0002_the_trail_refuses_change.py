from django.db import migrations

REFUSE = """
create function audit_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the trail is only added to' using errcode = '42501';
end
$$;
-- For each statement: row security hides the rows from all, and no row would be none refused.
create trigger trail_is_only_added_to before update or delete on audit_event
  for each statement execute function audit_refuse();
create trigger trail_is_not_emptied before truncate on audit_event
  for each statement execute function audit_refuse();

alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy own_municipality on audit_event for select using (
  municipality_id = (select nullif(current_setting('app.municipality', true), '')::uuid)
);
-- A stranger's attempt belongs to no municipality, and is read by the operator alone.
create policy trail_is_added_to on audit_event for insert with check (
  municipality_id is null
  or municipality_id = (select nullif(current_setting('app.municipality', true), '')::uuid)
);
create policy operator_reads on audit_event for select to current_user using (true);
"""

ALLOW = """
drop policy operator_reads on audit_event;
drop policy trail_is_added_to on audit_event;
drop policy own_municipality on audit_event;
alter table audit_event no force row level security;
alter table audit_event disable row level security;
drop trigger trail_is_not_emptied on audit_event;
drop trigger trail_is_only_added_to on audit_event;
drop function audit_refuse();
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_the_trail")]

    operations = [migrations.RunSQL(REFUSE, ALLOW)]
