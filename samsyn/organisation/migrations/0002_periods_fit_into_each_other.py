from django.db import migrations

# Deferred, so that an import may bring the parts in any order; `one_change` tries them at once.
NAMES = """
create function organisation_names_cover() returns trigger language plpgsql as $$
declare
  checked uuid;
  life daterange;
begin
  execute format('select ($1).%I', tg_argv[0]) using coalesce(new, old) into checked;
  select daterange(starts_on, ends_on) into life from organisation_body where id = checked;
  if found and not coalesce(
    (select range_agg(daterange(starts_on, ends_on)) @> life
     from organisation_bodyname where body_id = checked),
    false
  ) then
    raise exception 'a day without a name'
      using errcode = '23514', constraint = 'names_cover_the_life_of_the_body';
  end if;
  return null;
end
$$;
create constraint trigger names_cover_the_life_of_the_body
  after insert or update of starts_on, ends_on on organisation_body
  deferrable initially deferred for each row
  execute function organisation_names_cover('id');
create constraint trigger names_cover_the_life_of_the_body
  after insert or update or delete on organisation_bodyname
  deferrable initially deferred for each row
  execute function organisation_names_cover('body_id');
"""

LIVES = """
create function organisation_body_holds_its_parts() returns trigger language plpgsql as $$
declare
  life daterange := daterange(new.starts_on, new.ends_on);
begin
  if exists (
    select from organisation_position
    where body_id = new.id and not life @> daterange(starts_on, ends_on)
  ) or exists (
    select from organisation_placement
    where (body_id = new.id or parent_id = new.id) and not life @> daterange(starts_on, ends_on)
  ) or exists (
    select from access_assignment
    where body_id = new.id and not isempty(daterange(starts_on, ends_on))
      and (ends_on is null or ends_on > new.ends_on) and new.ends_on is not null
  ) then
    raise exception 'parts outlive the body'
      using errcode = '23514', constraint = 'ended_body_has_no_living_parts';
  end if;
  return null;
end
$$;
create constraint trigger ended_body_has_no_living_parts
  after update of starts_on, ends_on on organisation_body
  deferrable initially deferred for each row
  execute function organisation_body_holds_its_parts();

create function organisation_position_fits() returns trigger language plpgsql as $$
begin
  if not exists (
    select from organisation_body where id = new.body_id
      and daterange(starts_on, ends_on) @> daterange(new.starts_on, new.ends_on)
  ) then
    raise exception 'position outside the life of its body'
      using errcode = '23514', constraint = 'position_is_within_the_life_of_the_body';
  end if;
  if exists (
    select from organisation_appointment where position_id = new.id
      and not daterange(new.starts_on, new.ends_on) @> daterange(starts_on, ends_on)
  ) then
    raise exception 'appointment outside the life of its position'
      using errcode = '23514', constraint = 'appointment_is_within_the_life_of_the_position';
  end if;
  return null;
end
$$;
create constraint trigger position_is_within_the_life_of_the_body
  after insert or update on organisation_position
  deferrable initially deferred for each row
  execute function organisation_position_fits();

create function organisation_appointment_fits() returns trigger language plpgsql as $$
begin
  if not exists (
    select from organisation_position where id = new.position_id
      and daterange(starts_on, ends_on) @> daterange(new.starts_on, new.ends_on)
  ) then
    raise exception 'appointment outside the life of its position'
      using errcode = '23514', constraint = 'appointment_is_within_the_life_of_the_position';
  end if;
  return null;
end
$$;
create constraint trigger appointment_is_within_the_life_of_the_position
  after insert or update on organisation_appointment
  deferrable initially deferred for each row
  execute function organisation_appointment_fits();

alter table organisation_appointment add constraint appointment_follows_its_position
  foreign key (position_id, is_single) references organisation_position (id, is_single)
  on update cascade;
"""

HIERARCHY = """
create function organisation_above(body uuid, day date) returns uuid[]
language sql stable parallel safe as $$
  with recursive up as (
    select body as id
    union
    select p.parent_id from organisation_placement p join up on p.body_id = up.id
    where daterange(p.starts_on, p.ends_on) @> day
  )
  select array_agg(id) from up
$$;

create function organisation_placement_fits() returns trigger language plpgsql as $$
declare
  held daterange := daterange(new.starts_on, new.ends_on);
begin
  -- One at a time, or two could close a circle together.
  perform pg_advisory_xact_lock(hashtextextended(new.municipality_id::text, 1));
  if exists (
    select from organisation_body where id in (new.body_id, new.parent_id)
      and not daterange(starts_on, ends_on) @> held
  ) then
    raise exception 'placement outside a life'
      using errcode = '23514', constraint = 'place_is_within_the_life_of_the_body';
  end if;
  if exists (
    with recursive up as (
      select new.parent_id as id, held as valid
      union
      select p.parent_id, up.valid * daterange(p.starts_on, p.ends_on)
      from organisation_placement p join up on p.body_id = up.id
      where p.municipality_id = new.municipality_id
        and up.valid && daterange(p.starts_on, p.ends_on)
    )
    select from up where id = new.body_id
  ) then
    raise exception 'the hierarchy bites its tail'
      using errcode = '23514', constraint = 'hierarchy_has_no_circle';
  end if;
  return null;
end
$$;
create constraint trigger hierarchy_has_no_circle
  after insert or update on organisation_placement
  deferrable initially deferred for each row
  execute function organisation_placement_fits();

create function organisation_area_fits() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.municipality_id::text, 2));
  if exists (
    with recursive up as (
      select new.parent_id as id
      union
      select a.parent_id from organisation_area a join up on a.id = up.id
    )
    select from up where id = new.id
  ) then
    raise exception 'an area lies in itself'
      using errcode = '23514', constraint = 'areas_have_no_circle';
  end if;
  return null;
end
$$;
create constraint trigger areas_have_no_circle
  after insert or update of parent_id on organisation_area
  deferrable initially deferred for each row
  execute function organisation_area_fits();
"""

ORDER = """
create index body_name_in_swedish_order on organisation_bodyname
  (municipality_id, sv_key(name));
create index position_in_swedish_order on organisation_position
  (municipality_id, sv_key(title));
create index person_in_swedish_order on organisation_person
  (municipality_id, sv_key(family_name), sv_key(given_name));
"""

UNDO_NAMES = """
drop trigger names_cover_the_life_of_the_body on organisation_bodyname;
drop trigger names_cover_the_life_of_the_body on organisation_body;
drop function organisation_names_cover();
"""

UNDO_LIVES = """
alter table organisation_appointment drop constraint appointment_follows_its_position;
drop trigger appointment_is_within_the_life_of_the_position on organisation_appointment;
drop function organisation_appointment_fits();
drop trigger position_is_within_the_life_of_the_body on organisation_position;
drop function organisation_position_fits();
drop trigger ended_body_has_no_living_parts on organisation_body;
drop function organisation_body_holds_its_parts();
"""

UNDO_HIERARCHY = """
drop trigger areas_have_no_circle on organisation_area;
drop function organisation_area_fits();
drop trigger hierarchy_has_no_circle on organisation_placement;
drop function organisation_placement_fits();
drop function organisation_above(uuid, date);
"""

UNDO_ORDER = """
drop index person_in_swedish_order;
drop index position_in_swedish_order;
drop index body_name_in_swedish_order;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("organisation", "0001_bodies_positions_and_persons"),
        ("access", "0002_roles_are_held_for_a_period"),
    ]

    operations = [
        migrations.RunSQL(NAMES, UNDO_NAMES),
        migrations.RunSQL(LIVES, UNDO_LIVES),
        migrations.RunSQL(HIERARCHY, UNDO_HIERARCHY),
        migrations.RunSQL(ORDER, UNDO_ORDER),
    ]
