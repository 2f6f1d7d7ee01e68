from django.db import migrations

# Letters are sent for every municipality in turn by the application's role, which sees none of them
# before it is in one. It is told their identifiers, and nothing else.
TELL = """
create function samsyn_municipalities() returns setof uuid
language sql stable security definer set search_path = public
as $$ select id from access_municipality order by key $$;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0006_links_are_kept_apart")]

    operations = [migrations.RunSQL(TELL, "drop function samsyn_municipalities()")]
