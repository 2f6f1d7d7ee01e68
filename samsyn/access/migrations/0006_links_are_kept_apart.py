from django.db import migrations

# Whoever comes by a link shows its token, and no municipality is known until its row is found.
PROTECT = """
select samsyn_protect('access_personallink');
create policy link_of_shown_token on access_personallink for select using (
  token_hash = (select nullif(current_setting('app.token', true), ''))
);
"""

EXPOSE = """
drop policy link_of_shown_token on access_personallink;
select samsyn_expose('access_personallink');
"""


class Migration(migrations.Migration):
    """Apart from the table: its references are made last, and are guarded too."""

    dependencies = [("access", "0005_links_open_one_thing")]

    operations = [migrations.RunSQL(PROTECT, EXPOSE)]
