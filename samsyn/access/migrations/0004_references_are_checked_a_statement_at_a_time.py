from django.db import migrations

# A file brings thousands of rows in one statement: one question for all of them, where a question
# for each row took longer than everything else together. A change of one row is asked as before.
CHECK_ADDED = """
create function samsyn_added_in_the_same_municipality() returns trigger language plpgsql as $$
declare
  has_foreign boolean;
begin
  execute format(
    'select exists (select from added where %1$I is not null and not exists ('
    || 'select from %2$I referred where referred.id = added.%1$I and ('
    || 'referred.municipality_id is null or referred.municipality_id = added.municipality_id)))',
    tg_argv[0], tg_argv[1]
  ) into has_foreign;
  if has_foreign then
    raise exception '% refers to another municipality', tg_argv[0]
      using errcode = '23503', constraint = 'reference_stays_in_the_municipality';
  end if;
  return null;
end
$$;

create function samsyn_guard_reference(guarded regclass, reference name, referred name)
returns void language plpgsql as $$
begin
  execute format(
    'create trigger %I after insert on %s referencing new table as added '
    || 'for each statement execute function samsyn_added_in_the_same_municipality(%L, %L)',
    'added_' || reference || '_is_of_the_same_municipality', guarded, reference, referred
  );
  execute format(
    'create constraint trigger %I after update of %I on %s '
    || 'for each row execute function samsyn_same_municipality(%L, %L)',
    reference || '_is_of_the_same_municipality', reference, guarded, reference, referred
  );
end
$$;
"""

UNCHECK_ADDED = """
drop function samsyn_guard_reference(regclass, name, name);
drop function samsyn_added_in_the_same_municipality();
"""

_PROTECT = """
create or replace function samsyn_protect(protected regclass) returns void language plpgsql as $$
declare
  reference record;
begin
  execute format('alter table %s enable row level security', protected);
  execute format('alter table %s force row level security', protected);
  execute format(
    'create policy own_municipality on %s using ('
    || 'municipality_id = (select nullif(current_setting(''app.municipality'', true), '''')::uuid))',
    protected
  );
  for reference in
    select a.attname as column_name, c.confrelid::regclass::text as table_name
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    join pg_attribute t on t.attrelid = c.confrelid and t.attname = 'municipality_id'
    where c.conrelid = protected and c.contype = 'f' and cardinality(c.conkey) = 1
  loop
    GUARD
  end loop;
end
$$;
"""
_GUARD_BY_STATEMENT = (
    "perform samsyn_guard_reference(protected, reference.column_name, reference.table_name);"
)
_GUARD_BY_ROW = """execute format(
      'create constraint trigger %I after insert or update of %I on %s '
      || 'for each row execute function samsyn_same_municipality(%L, %L)',
      reference.column_name || '_is_of_the_same_municipality',
      reference.column_name, protected, reference.column_name, reference.table_name
    );"""

# What is protected already is guarded anew, in the way that new tables are.
_GUARD_ANEW = """
do $$
declare
  guard record;
begin
  for guard in
    select t.tgrelid::regclass as guarded, t.tgname as name,
      string_to_array(encode(t.tgargs, 'escape'), '\\000') as arguments
    from pg_trigger t where t.tgname like '%\\_is\\_of\\_the\\_same\\_municipality'
  loop
    execute format('drop trigger %I on %s', guard.name, guard.guarded);
    if guard.name not like 'added\\_%' then
      GUARD
    end if;
  end loop;
end
$$;
"""
_ANEW_BY_STATEMENT = (
    "perform samsyn_guard_reference(guard.guarded, guard.arguments[1], guard.arguments[2]);"
)
_ANEW_BY_ROW = """execute format(
        'create constraint trigger %I after insert or update of %I on %s '
        || 'for each row execute function samsyn_same_municipality(%L, %L)',
        guard.name, guard.arguments[1], guard.guarded, guard.arguments[1], guard.arguments[2]
      );"""


class Migration(migrations.Migration):
    dependencies = [("access", "0003_municipalities_are_kept_apart")]

    operations = [
        migrations.RunSQL(CHECK_ADDED, UNCHECK_ADDED),
        migrations.RunSQL(
            _PROTECT.replace("GUARD", _GUARD_BY_STATEMENT), _PROTECT.replace("GUARD", _GUARD_BY_ROW)
        ),
        migrations.RunSQL(
            _GUARD_ANEW.replace("GUARD", _ANEW_BY_STATEMENT),
            _GUARD_ANEW.replace("GUARD", _ANEW_BY_ROW),
        ),
    ]
