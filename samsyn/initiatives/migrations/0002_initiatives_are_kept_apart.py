from django.db import migrations

TABLES = (
    "initiatives_method",
    "initiatives_venue",
    "initiatives_service",
    "initiatives_initiative",
    "initiatives_responsibility",
    "initiatives_funding",
    "initiatives_staffing",
    "initiatives_partner",
    "initiatives_initiativearea",
    "initiatives_belonging",
    "initiatives_phasemove",
    "initiatives_evaluation",
    "initiatives_initiativedecision",
)

CIRCLES = """
create function initiatives_initiative_fits() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.municipality_id::text, 7));
  if exists (
    with recursive back as (
      select new.predecessor_id as id
      union
      select i.predecessor_id from initiatives_initiative i join back on i.id = back.id
    )
    select from back where id = new.id
  ) then
    raise exception 'an initiative follows itself'
      using errcode = '23514', constraint = 'initiatives_have_no_circle';
  end if;
  return null;
end
$$;
create constraint trigger initiatives_have_no_circle
  after insert or update of predecessor_id on initiatives_initiative
  deferrable initially deferred for each row when (new.predecessor_id is not null)
  execute function initiatives_initiative_fits();
"""
NO_CIRCLES = """
drop trigger initiatives_have_no_circle on initiatives_initiative;
drop function initiatives_initiative_fits();
"""

# On each day that something begins or ends, the shares that are told must make a whole; as long as some
# board has none, they may not be more than that.
SHARES = """
create function initiatives_shares_fit() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.initiative_id::text, 8));
  if exists (
    select from (
      select coalesce(starts_on, '-infinity'::date) as day
        from initiatives_responsibility where initiative_id = new.initiative_id
      union
      select ends_on from initiatives_responsibility
        where initiative_id = new.initiative_id and ends_on is not null
    ) begun
    join initiatives_responsibility r
      on r.initiative_id = new.initiative_id
      and coalesce(r.starts_on, '-infinity'::date) <= begun.day
      and (r.ends_on is null or r.ends_on > begun.day)
    group by begun.day
    having sum(r.share_percent) > 100
      or (sum(r.share_percent) < 100 and count(*) = count(r.share_percent))
  ) then
    raise exception 'the shares do not make a whole'
      using errcode = '23514', constraint = 'shares_make_a_whole';
  end if;
  return null;
end
$$;
create constraint trigger shares_make_a_whole
  after insert or update of share_percent, starts_on, ends_on on initiatives_responsibility
  deferrable initially deferred for each row when (new.share_percent is not null)
  execute function initiatives_shares_fit();
"""
NO_SHARES = """
drop trigger shares_make_a_whole on initiatives_responsibility;
drop function initiatives_shares_fit();
"""

# How an initiative came where it is, is not written anew.
STAY = """
create function initiatives_moves_stay() returns trigger language plpgsql as $$
begin
  raise exception 'a move is not changed'
    using errcode = '23514', constraint = 'moves_stay';
end
$$;
create trigger moves_stay before update on initiatives_phasemove
  for each row execute function initiatives_moves_stay();
"""
CHANGE = """
drop trigger moves_stay on initiatives_phasemove;
drop function initiatives_moves_stay();
"""


class Migration(migrations.Migration):
    """Apart from the tables: their references are made last, and are guarded too."""

    dependencies = [("initiatives", "0001_initiatives_and_what_they_rest_on")]

    operations = [
        *(
            migrations.RunSQL(
                f"select samsyn_protect('{table}')", f"select samsyn_expose('{table}')"
            )
            for table in TABLES
        ),
        migrations.RunSQL(CIRCLES, NO_CIRCLES),
        migrations.RunSQL(SHARES, NO_SHARES),
        migrations.RunSQL(STAY, CHANGE),
    ]
