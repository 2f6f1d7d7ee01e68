import uuid

import django.db.models.functions.text
from django.contrib.postgres.operations import (
    BtreeGistExtension,
    TrigramExtension,
    UnaccentExtension,
)
from django.db import migrations, models

# Swedish order on any server: no locale of the machine is needed (z å ä ö, w among v is not done).
SWEDISH_ORDER = """
create function sv_key(t text) returns text language sql immutable parallel safe strict as $$
  select translate(
    lower(t),
    'åäæöøőüűéèêëáàâãíìîïóòôõúùûçñýÿšžł',
    '{||}}}yyeeeeaaaaiiiioooouuucnyyszl'
  ) collate "C"
$$;
"""

# Called by the migrations of every context for each table with a municipality.
KEEP_APART = """
create function samsyn_same_municipality() returns trigger language plpgsql as $$
declare
  referenced uuid;
  is_within boolean;
begin
  execute format('select ($1).%I', tg_argv[0]) using new into referenced;
  if referenced is null then
    return null;
  end if;
  execute format(
    'select exists (select from %I where id = $1 and (municipality_id is null or municipality_id = $2))',
    tg_argv[1]
  ) using referenced, new.municipality_id into is_within;
  if not is_within then
    raise exception '% refers to another municipality', tg_argv[0]
      using errcode = '23503', constraint = 'reference_stays_in_the_municipality';
  end if;
  return null;
end
$$;

create function samsyn_protect(protected regclass) returns void language plpgsql as $$
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
    execute format(
      'create constraint trigger %I after insert or update of %I on %s '
      || 'for each row execute function samsyn_same_municipality(%L, %L)',
      reference.column_name || '_is_of_the_same_municipality',
      reference.column_name, protected, reference.column_name, reference.table_name
    );
  end loop;
end
$$;

create function samsyn_expose(protected regclass) returns void language plpgsql as $$
declare
  guard name;
begin
  for guard in
    select tgname from pg_trigger
    where tgrelid = protected and tgname like '%\\_is\\_of\\_the\\_same\\_municipality'
  loop
    execute format('drop trigger %I on %s', guard, protected);
  end loop;
  execute format('drop policy own_municipality on %s', protected);
  execute format('alter table %s no force row level security', protected);
  execute format('alter table %s disable row level security', protected);
end
$$;
"""

DROP_KEEP_APART = """
drop function samsyn_expose(regclass);
drop function samsyn_protect(regclass);
drop function samsyn_same_municipality();
"""

# Counts attempts to sign in, so it has to be the same for all processes.
CACHE = """
create table access_cache (
  cache_key varchar(255) primary key, value text not null, expires timestamptz not null
);
create index cache_by_expiry on access_cache (expires);
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        UnaccentExtension(),
        migrations.RunSQL(SWEDISH_ORDER, "drop function sv_key(text)"),
        migrations.RunSQL(KEEP_APART, DROP_KEEP_APART),
        migrations.RunSQL(CACHE, "drop table access_cache"),
        migrations.CreateModel(
            name="Municipality",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("key", models.TextField()),
                ("name", models.TextField()),
                ("code", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="Account",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("email", models.EmailField(max_length=254)),
                ("is_active", models.BooleanField(default=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("email"),
                        name="one_account_per_email",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="municipality",
            constraint=models.UniqueConstraint(
                fields=("key",),
                name="one_municipality_per_key",
                violation_error_message="Det finns redan en kommun med den nyckeln.",
            ),
        ),
        migrations.AddConstraint(
            model_name="municipality",
            constraint=models.UniqueConstraint(
                fields=("code",),
                name="one_municipality_per_code",
                violation_error_message="Det finns redan en kommun med den koden.",
            ),
        ),
        migrations.AddConstraint(
            model_name="municipality",
            constraint=models.CheckConstraint(
                condition=models.Q(("code__regex", "^\\d{4}$")),
                name="municipality_code_has_four_digits",
                violation_error_message="Kommunens kod har fyra siffror.",
            ),
        ),
    ]
