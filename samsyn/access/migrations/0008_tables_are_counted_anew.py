from django.db import migrations

# The application's role owns no table, and PostgreSQL lets no other role than the owner analyse one
# before its version 17. It may ask for that, and for nothing else; a table that someone else is
# counting is passed over.
COUNT = """
create function samsyn_count_anew(counted regclass[]) returns void
language plpgsql security definer set search_path = public
as $$
declare
  one regclass;
begin
  foreach one in array counted loop
    execute format('analyze (skip_locked) %s', one);
  end loop;
end
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0007_jobs_visit_every_municipality")]

    operations = [migrations.RunSQL(COUNT, "drop function samsyn_count_anew(regclass[])")]
