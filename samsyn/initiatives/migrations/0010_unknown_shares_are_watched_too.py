from django.db import migrations

# A board without a share that leaves may leave the others with less than a whole.
ALL = """
drop trigger shares_make_a_whole on initiatives_responsibility;
create constraint trigger shares_make_a_whole
  after insert or update of share_percent, starts_on, ends_on on initiatives_responsibility
  deferrable initially deferred for each row
  execute function initiatives_shares_fit();
"""
KNOWN = """
drop trigger shares_make_a_whole on initiatives_responsibility;
create constraint trigger shares_make_a_whole
  after insert or update of share_percent, starts_on, ends_on on initiatives_responsibility
  deferrable initially deferred for each row when (new.share_percent is not null)
  execute function initiatives_shares_fit();
"""


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0009_a_decision_may_have_only_a_year")]

    operations = [migrations.RunSQL(ALL, KNOWN)]
