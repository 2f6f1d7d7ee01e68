from django.db import migrations

TABLES = (
    "governance_law",
    "governance_provision",
    "governance_citedlaw",
    "governance_governingdocument",
    "governance_edition",
    "governance_remark",
    "governance_concern",
    "governance_training",
    "governance_agreement",
    "governance_party",
    "governance_clause",
    "governance_limit",
    "governance_settlement",
    "governance_matter",
    "governance_attachment",
    "governance_step",
    "governance_expedition",
)

# What has been signed or decided on can be produced as it was.
STAY = """
create function governance_editions_stay() returns trigger language plpgsql as $$
begin
  raise exception 'an edition is not changed'
    using errcode = '23514', constraint = 'editions_stay';
end
$$;
create trigger editions_stay before update or delete on governance_edition
  for each row execute function governance_editions_stay();
"""
CHANGE = """
drop trigger editions_stay on governance_edition;
drop function governance_editions_stay();
"""

CIRCLES = """
create function governance_agreement_fits() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.municipality_id::text, 5));
  if exists (
    with recursive back as (
      select new.predecessor_id as id
      union
      select a.predecessor_id from governance_agreement a join back on a.id = back.id
    )
    select from back where id = new.id
  ) or exists (
    with recursive up as (
      select new.details_id as id
      union
      select a.details_id from governance_agreement a join up on a.id = up.id
    )
    select from up where id = new.id
  ) then
    raise exception 'an agreement follows itself'
      using errcode = '23514', constraint = 'agreements_have_no_circle';
  end if;
  return null;
end
$$;
create constraint trigger agreements_have_no_circle
  after insert or update of predecessor_id, details_id on governance_agreement
  deferrable initially deferred for each row
  when (new.predecessor_id is not null or new.details_id is not null)
  execute function governance_agreement_fits();

create function governance_document_fits() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.municipality_id::text, 6));
  if exists (
    with recursive back as (
      select new.replaces_id as id
      union
      select d.replaces_id from governance_governingdocument d join back on d.id = back.id
    )
    select from back where id = new.id
  ) then
    raise exception 'a document replaces itself'
      using errcode = '23514', constraint = 'documents_have_no_circle';
  end if;
  return null;
end
$$;
create constraint trigger documents_have_no_circle
  after insert or update of replaces_id on governance_governingdocument
  deferrable initially deferred for each row when (new.replaces_id is not null)
  execute function governance_document_fits();
"""
NO_CIRCLES = """
drop trigger documents_have_no_circle on governance_governingdocument;
drop function governance_document_fits();
drop trigger agreements_have_no_circle on governance_agreement;
drop function governance_agreement_fits();
"""


class Migration(migrations.Migration):
    """Apart from the tables: their references are made last, and are guarded too."""

    dependencies = [("governance", "0001_agreements_decisions_and_documents")]

    operations = [
        *(
            migrations.RunSQL(
                f"select samsyn_protect('{table}')", f"select samsyn_expose('{table}')"
            )
            for table in TABLES
        ),
        migrations.RunSQL(STAY, CHANGE),
        migrations.RunSQL(CIRCLES, NO_CIRCLES),
    ]
