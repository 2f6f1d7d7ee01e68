from django.db import migrations

TABLES = ("post_letter", "post_enclosure", "post_dutyrun")


class Migration(migrations.Migration):
    """Apart from the tables: their references are made last, and are guarded too."""

    dependencies = [
        ("access", "0007_jobs_visit_every_municipality"),
        ("post", "0001_letters_wait_to_be_sent"),
    ]

    operations = [
        migrations.RunSQL(f"select samsyn_protect('{table}')", f"select samsyn_expose('{table}')")
        for table in TABLES
    ]
