from django.db import migrations

TABLES = (
    "initiatives_deviationroutine",
    "initiatives_deviation",
    "initiatives_deviationparty",
    "initiatives_deviationstep",
)

# What was done with a report is not written anew.
STAY = """
create function initiatives_deviation_steps_stay() returns trigger language plpgsql as $$
begin
  raise exception 'a step is not changed'
    using errcode = '23514', constraint = 'deviation_steps_stay';
end
$$;
create trigger deviation_steps_stay before update on initiatives_deviationstep
  for each row execute function initiatives_deviation_steps_stay();
"""
CHANGE = """
drop trigger deviation_steps_stay on initiatives_deviationstep;
drop function initiatives_deviation_steps_stay();
"""


class Migration(migrations.Migration):
    """Apart from the tables: their references are made last, and are guarded too."""

    dependencies = [("initiatives", "0005_deviations_are_reported_and_followed")]

    operations = [
        *(
            migrations.RunSQL(
                f"select samsyn_protect('{table}')", f"select samsyn_expose('{table}')"
            )
            for table in TABLES
        ),
        migrations.RunSQL(STAY, CHANGE),
    ]
