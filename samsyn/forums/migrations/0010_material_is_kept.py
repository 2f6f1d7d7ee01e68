from django.db import migrations

TABLES = ("forums_material", "forums_materialversion")

STAY = """
create function forums_material_versions_stay() returns trigger language plpgsql as $$
begin
  raise exception 'a version of a material is not changed'
    using errcode = '23514', constraint = 'material_versions_stay';
end
$$;
create trigger material_versions_stay before update or delete on forums_materialversion
  for each row execute function forums_material_versions_stay();
"""
CHANGE = """
drop trigger material_versions_stay on forums_materialversion;
drop function forums_material_versions_stay();
"""


class Migration(migrations.Migration):
    """Apart from the tables: their references are made last, and are guarded too."""

    dependencies = [("forums", "0009_forums_have_material")]

    operations = [
        *(
            migrations.RunSQL(
                f"select samsyn_protect('{table}')", f"select samsyn_expose('{table}')"
            )
            for table in TABLES
        ),
        migrations.RunSQL(STAY, CHANGE),
    ]
