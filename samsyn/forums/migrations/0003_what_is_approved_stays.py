from django.db import migrations

CIRCLES = """
create function forums_forum_fits() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.municipality_id::text, 3));
  if exists (
    with recursive up as (
      select new.above_id as id
      union
      select f.above_id from forums_forum f join up on f.id = up.id
    )
    select from up where id = new.id
  ) then
    raise exception 'a forum lies under itself'
      using errcode = '23514', constraint = 'forums_have_no_circle';
  end if;
  return null;
end
$$;
create constraint trigger forums_have_no_circle
  after insert or update of above_id on forums_forum
  deferrable initially deferred for each row when (new.above_id is not null)
  execute function forums_forum_fits();
"""
NO_CIRCLES = """
drop trigger forums_have_no_circle on forums_forum;
drop function forums_forum_fits();
"""

# Approved minutes are a public record: a correction is a new version beside them.
APPROVED = """
create function forums_approved_stays() returns trigger language plpgsql as $$
begin
  raise exception 'approved minutes are not changed'
    using errcode = '23514', constraint = 'approved_minutes_stay';
end
$$;
create trigger approved_minutes_stay before update or delete on forums_minutes
  for each row when (old.approved_at is not null) execute function forums_approved_stays();
create trigger approval_stays before update or delete on forums_approval
  for each row when (old.approved_at is not null) execute function forums_approved_stays();
"""
NOT_APPROVED = """
drop trigger approval_stays on forums_approval;
drop trigger approved_minutes_stay on forums_minutes;
drop function forums_approved_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("forums", "0002_forums_are_kept_apart")]

    operations = [
        migrations.RunSQL(CIRCLES, NO_CIRCLES),
        migrations.RunSQL(APPROVED, NOT_APPROVED),
    ]
