from django.db import migrations

# A file brings thousands of rows in one statement: one question for all of them. What they have to
# fit into is locked meanwhile, so that nobody can make it shorter before all is done. A change of
# what is there already is tried last and row by row as before, since its parts may change too.
FITS = """
create function organisation_added_positions_fit() returns trigger language plpgsql as $$
begin
  perform from organisation_body where id in (select body_id from added) for share;
  if exists (
    select from added where not exists (
      select from organisation_body body where body.id = added.body_id
        and daterange(body.starts_on, body.ends_on) @> daterange(added.starts_on, added.ends_on)
    )
  ) then
    raise exception 'position outside the life of its body'
      using errcode = '23514', constraint = 'position_is_within_the_life_of_the_body';
  end if;
  return null;
end
$$;
drop trigger position_is_within_the_life_of_the_body on organisation_position;
create constraint trigger position_is_within_the_life_of_the_body
  after update on organisation_position
  deferrable initially deferred for each row
  execute function organisation_position_fits();
create trigger added_position_is_within_the_life_of_the_body
  after insert on organisation_position referencing new table as added
  for each statement execute function organisation_added_positions_fit();

create function organisation_added_appointments_fit() returns trigger language plpgsql as $$
begin
  perform from organisation_position where id in (select position_id from added) for share;
  if exists (
    select from added where not exists (
      select from organisation_position held where held.id = added.position_id
        and daterange(held.starts_on, held.ends_on) @> daterange(added.starts_on, added.ends_on)
    )
  ) then
    raise exception 'appointment outside the life of its position'
      using errcode = '23514', constraint = 'appointment_is_within_the_life_of_the_position';
  end if;
  return null;
end
$$;
drop trigger appointment_is_within_the_life_of_the_position on organisation_appointment;
create constraint trigger appointment_is_within_the_life_of_the_position
  after update on organisation_appointment
  deferrable initially deferred for each row
  execute function organisation_appointment_fits();
create trigger added_appointment_is_within_the_life_of_the_position
  after insert on organisation_appointment referencing new table as added
  for each statement execute function organisation_added_appointments_fit();
"""

UNDO_FITS = """
drop trigger added_appointment_is_within_the_life_of_the_position on organisation_appointment;
drop function organisation_added_appointments_fit();
drop trigger appointment_is_within_the_life_of_the_position on organisation_appointment;
create constraint trigger appointment_is_within_the_life_of_the_position
  after insert or update on organisation_appointment
  deferrable initially deferred for each row
  execute function organisation_appointment_fits();
drop trigger added_position_is_within_the_life_of_the_body on organisation_position;
drop function organisation_added_positions_fit();
drop trigger position_is_within_the_life_of_the_body on organisation_position;
create constraint trigger position_is_within_the_life_of_the_body
  after insert or update on organisation_position
  deferrable initially deferred for each row
  execute function organisation_position_fits();
"""

# From all that are added at once upwards, through the days on which each holds.
HIERARCHY = """
create function organisation_added_placements_fit() returns trigger language plpgsql as $$
begin
  -- One at a time, or two could close a circle together.
  perform pg_advisory_xact_lock(hashtextextended(municipality_id::text, 1))
  from (select distinct municipality_id from added order by municipality_id) as concerned;
  perform from organisation_body
  where id in (select body_id from added union select parent_id from added) for share;
  if exists (
    select from added join organisation_body body on body.id in (added.body_id, added.parent_id)
    where not daterange(body.starts_on, body.ends_on) @> daterange(added.starts_on, added.ends_on)
  ) then
    raise exception 'placement outside a life'
      using errcode = '23514', constraint = 'place_is_within_the_life_of_the_body';
  end if;
  if exists (
    with recursive up as (
      select municipality_id, body_id as below, parent_id as id,
        daterange(starts_on, ends_on) as valid
      from added
      union
      select up.municipality_id, up.below, p.parent_id,
        up.valid * daterange(p.starts_on, p.ends_on)
      from organisation_placement p join up on p.body_id = up.id
      where p.municipality_id = up.municipality_id and up.id <> up.below
        and up.valid && daterange(p.starts_on, p.ends_on)
    )
    select from up where id = below
  ) then
    raise exception 'the hierarchy bites its tail'
      using errcode = '23514', constraint = 'hierarchy_has_no_circle';
  end if;
  return null;
end
$$;
drop trigger hierarchy_has_no_circle on organisation_placement;
create constraint trigger hierarchy_has_no_circle
  after update on organisation_placement
  deferrable initially deferred for each row
  execute function organisation_placement_fits();
create trigger added_hierarchy_has_no_circle
  after insert on organisation_placement referencing new table as added
  for each statement execute function organisation_added_placements_fit();
"""

UNDO_HIERARCHY = """
drop trigger added_hierarchy_has_no_circle on organisation_placement;
drop function organisation_added_placements_fit();
drop trigger hierarchy_has_no_circle on organisation_placement;
create constraint trigger hierarchy_has_no_circle
  after insert or update on organisation_placement
  deferrable initially deferred for each row
  execute function organisation_placement_fits();
"""


class Migration(migrations.Migration):
    dependencies = [("organisation", "0007_exclusions_compare_keys_as_they_are")]

    operations = [
        migrations.RunSQL(FITS, UNDO_FITS),
        migrations.RunSQL(HIERARCHY, UNDO_HIERARCHY),
    ]
