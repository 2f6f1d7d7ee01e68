"""Words are found by an index, through a function that looks in one municipality alone.

Row security keeps PostgreSQL from using an index for words: the operator is not marked leakproof.
The function runs as the owner, whom a policy of its own lets read, and holds to the municipality.
"""

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations

_FORWARD = """
alter table search_entry no force row level security;
update search_entry
set lexemes = lexemes || array_to_tsvector(array[
  case when kind in ('forums.meeting', 'forums.follow_up') then '~prose ' else '~named ' end
  || municipality_id
]);
alter table search_entry force row level security;

create policy words_are_looked_up on search_entry for select to current_user using (true);

create function search_holding(prose boolean, asked tsquery) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select entry.id from public.search_entry as entry
  where entry.municipality_id
      = (select nullif(current_setting('app.municipality', true), '')::uuid)
    and entry.lexemes @@ (
      format(
        case when prose then '''~prose %s''' else '''~named %s''' end,
        current_setting('app.municipality', true)
      )::tsquery && asked
    )
$$;
"""
_BACK = """
drop function search_holding(boolean, tsquery);
drop policy words_are_looked_up on search_entry;
alter table search_entry no force row level security;
update search_entry
set lexemes = ts_delete(lexemes, array['~prose ' || municipality_id, '~named ' || municipality_id]);
alter table search_entry force row level security;
"""


class Migration(migrations.Migration):
    dependencies = [("search", "0002_one_index_begins_with_the_municipality")]

    operations = [
        migrations.RunSQL(_FORWARD, _BACK),
        migrations.AddIndex(
            model_name="entry",
            index=GinIndex(fields=["lexemes"], gin_pending_list_limit=256, name="entry_by_words"),
        ),
    ]
