"""What the index of words finds is told by its place, so that it is read without another index.

The municipality is compared in a way that no index answers: to read all its entries in one, only
to hold them against the few that the words found, took longer than to find these.
"""

from django.db import migrations

_DROP = "drop function search_holding(boolean, tsquery);"
_CREATE = """
create function search_holding(prose boolean, asked tsquery) returns {told}
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select {columns} from public.search_entry as entry
  where entry.municipality_id {equals}
      (select nullif(current_setting('app.municipality', true), '')::uuid)
    and entry.lexemes @@ (
      format(
        case when prose then '''~prose %s''' else '''~named %s''' end,
        current_setting('app.municipality', true)
      )::tsquery && asked
    )
$$;
"""
_FORWARD = _DROP + _CREATE.format(
    told="table (id uuid, place tid)",
    columns="entry.id, entry.ctid",
    equals="is not distinct from",
)
_BACK = _DROP + _CREATE.format(told="setof uuid", columns="entry.id", equals="=")


class Migration(migrations.Migration):
    dependencies = [("search", "0003_words_are_found_by_an_index")]

    operations = [migrations.RunSQL(_FORWARD, _BACK)]
