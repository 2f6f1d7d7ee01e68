import django.db.models.deletion
from django.db import migrations, models

# Row security holds for the owner of a table too, except while it is not forced.
RENEWAL_IS_NOT_STATED = """
alter table governance_agreement no force row level security;
update governance_agreement set renewal = '' where renewal = 'fixed' and ends_on is null;
alter table governance_agreement force row level security;
"""
RENEWAL_IS_STATED = """
alter table governance_agreement no force row level security;
update governance_agreement set renewal = 'fixed' where renewal = '';
alter table governance_agreement force row level security;
"""
GUARD_FORUM = """
select samsyn_guard_reference('governance_governingdocument', 'deciding_forum_id', 'forums_forum');
"""
UNGUARD_FORUM = """
drop trigger deciding_forum_id_is_of_the_same_municipality on governance_governingdocument;
drop trigger added_deciding_forum_id_is_of_the_same_municipality on governance_governingdocument;
"""
GUARD_SIGNER = """
select samsyn_guard_reference('governance_step', 'to_sign_id', 'organisation_position');
"""
UNGUARD_SIGNER = """
drop trigger to_sign_id_is_of_the_same_municipality on governance_step;
drop trigger added_to_sign_id_is_of_the_same_municipality on governance_step;
"""
NUMBER_LAWS = """
alter table governance_law no force row level security;
update governance_law set number = key where number = '';
alter table governance_law force row level security;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0007_jobs_visit_every_municipality"),
        ("forums", "0013_follow_ups_are_listed_by_day"),
        ("governance", "0009_risks_and_consultations_are_kept_apart"),
        ("organisation", "0008_what_is_added_is_checked_at_once"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="agreement",
            name="agreement_renewal_is_known",
        ),
        migrations.AlterField(
            model_name="agreement",
            name="renewal",
            field=models.TextField(
                blank=True,
                choices=[
                    ("fixed", "till och med slutdagen"),
                    ("until_terminated", "tills vidare"),
                    ("one_year", "ett kalenderår i taget"),
                    ("two_years", "två år i taget"),
                ],
            ),
        ),
        # Who said that an agreement ends on its last day, and named none, said nothing.
        migrations.RunSQL(RENEWAL_IS_NOT_STATED, RENEWAL_IS_STATED),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("renewal__in", ["", "fixed", "until_terminated", "one_year", "two_years"])
                ),
                name="agreement_renewal_is_known",
            ),
        ),
        migrations.AddField(
            model_name="governingdocument",
            name="deciding_forum",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="approved_documents",
                to="forums.forum",
            ),
        ),
        migrations.AddConstraint(
            model_name="governingdocument",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("deciding_body__isnull", True),
                    ("deciding_forum__isnull", True),
                    _connector="OR",
                ),
                name="a_body_or_a_forum_decides_a_document",
                violation_error_message="Välj antingen ett organ eller ett forum.",
            ),
        ),
        migrations.RunSQL(GUARD_FORUM, UNGUARD_FORUM),
        migrations.AddField(
            model_name="step",
            name="to_sign",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="signatures_to_give",
                to="organisation.position",
            ),
        ),
        migrations.AddConstraint(
            model_name="step",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("to_sign__isnull", True),
                    ("is_to_sign", True),
                    ("kind", "signs"),
                    _connector="OR",
                ),
                name="only_what_is_signed_has_one_who_is_to_sign",
                violation_error_message="Steget ska inte skrivas under.",
            ),
        ),
        migrations.RunSQL(GUARD_SIGNER, UNGUARD_SIGNER),
        migrations.RemoveConstraint(
            model_name="law",
            name="law_number_is_one_line",
        ),
        migrations.RemoveConstraint(
            model_name="law",
            name="one_law_per_number",
        ),
        migrations.AlterField(
            model_name="law",
            name="number",
            field=models.TextField(blank=True),
        ),
        migrations.RunSQL(migrations.RunSQL.noop, NUMBER_LAWS),
        migrations.AddConstraint(
            model_name="law",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__regex", "^(\\S([^\\n\\r]{0,198}\\S)?)?$")),
                name="law_number_is_one_line",
                violation_error_message="Skriv en rad med högst 200 tecken.",
            ),
        ),
        migrations.AddConstraint(
            model_name="law",
            constraint=models.UniqueConstraint(
                condition=models.Q(("number", ""), _negated=True),
                fields=("municipality", "number"),
                name="one_law_per_number",
                violation_error_message="Det finns redan en lag med det numret.",
            ),
        ),
    ]
