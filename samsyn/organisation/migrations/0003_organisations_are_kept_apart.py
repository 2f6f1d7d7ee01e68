from django.db import migrations

TABLES = (
    "organisation_area",
    "organisation_body",
    "organisation_bodyname",
    "organisation_participation",
    "organisation_placement",
    "organisation_position",
    "organisation_person",
    "organisation_termofoffice",
    "organisation_appointment",
    "organisation_contactpoint",
)

# A body without a municipality is kept by the operator, and seen by those who take part in it.
# The update policy lets them lock its row, and refuses every change of it.
SHARED = """
create policy taken_part_in on organisation_body for select using (
  municipality_id is null and id in (
    select body_id from organisation_participation
    where municipality_id = (select nullif(current_setting('app.municipality', true), '')::uuid)
  )
);
create policy shared_is_locked_but_not_changed on organisation_body for update using (
  municipality_id is null and id in (
    select body_id from organisation_participation
    where municipality_id = (select nullif(current_setting('app.municipality', true), '')::uuid)
  )
) with check (false);
create policy operator_keeps_shared on organisation_body to current_user
  using (municipality_id is null);

create policy taken_part_in on organisation_bodyname for select using (
  municipality_id is null and body_id in (
    select body_id from organisation_participation
    where municipality_id = (select nullif(current_setting('app.municipality', true), '')::uuid)
  )
);
create policy operator_keeps_shared on organisation_bodyname to current_user
  using (municipality_id is null);

-- To take part is the operator's to give: a municipality only reads that it does.
drop policy own_municipality on organisation_participation;
create policy own_municipality on organisation_participation for select using (
  municipality_id = (select nullif(current_setting('app.municipality', true), '')::uuid)
);
create policy operator_keeps_shared on organisation_participation to current_user using (true);
"""

UNSHARE = """
drop policy operator_keeps_shared on organisation_participation;
drop policy operator_keeps_shared on organisation_bodyname;
drop policy taken_part_in on organisation_bodyname;
drop policy operator_keeps_shared on organisation_body;
drop policy shared_is_locked_but_not_changed on organisation_body;
drop policy taken_part_in on organisation_body;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("organisation", "0002_periods_fit_into_each_other"),
        ("access", "0003_municipalities_are_kept_apart"),
    ]

    operations = [
        *(
            migrations.RunSQL(
                f"select samsyn_protect('{table}')", f"select samsyn_expose('{table}')"
            )
            for table in TABLES
        ),
        migrations.RunSQL(SHARED, UNSHARE),
    ]
