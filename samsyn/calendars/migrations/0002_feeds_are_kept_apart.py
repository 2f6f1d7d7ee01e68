from django.db import migrations

# A calendar program shows the token of its address, and no municipality is known until its row is
# found.
PROTECT = """
select samsyn_protect('calendars_feed');
create policy feed_of_shown_token on calendars_feed for select using (
  token_hash = (select nullif(current_setting('app.token', true), ''))
);
"""

EXPOSE = """
drop policy feed_of_shown_token on calendars_feed;
select samsyn_expose('calendars_feed');
"""


class Migration(migrations.Migration):
    """Apart from the table: its references are made last, and are guarded too."""

    dependencies = [
        ("access", "0007_jobs_visit_every_municipality"),
        ("calendars", "0001_feeds_are_fetched_by_a_secret"),
    ]

    operations = [migrations.RunSQL(PROTECT, EXPOSE)]
