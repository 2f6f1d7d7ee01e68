import django.contrib.postgres.fields
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0008_tables_are_counted_anew"),
        ("forums", "0013_follow_ups_are_listed_by_day"),
        ("initiatives", "0013_activities_are_found_by_what_they_were"),
        ("organisation", "0008_what_is_added_is_checked_at_once"),
    ]

    operations = [
        migrations.AddField(
            model_name="initiative",
            name="comparison",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="initiative",
            name="has_no_means",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="phasemove",
            name="lacked",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(
                    choices=[
                        ("what", "vad som görs"),
                        ("problem", "vilket problem som ska bli mindre"),
                        ("board", "ansvarig nämnd"),
                        ("owner", "ägare"),
                        ("target_group", "vilka den är till för"),
                        ("number", "hur många den är menad för"),
                        ("cause", "problem eller orsak i den logiska modellen"),
                        ("process_measure", "processmått"),
                        ("outcome_measure", "utfallsmått"),
                        ("comparison", "vad effekten jämförs med"),
                        ("method", "metod, eller åtgärd i den logiska modellen"),
                        ("resources", "pengar eller tjänster, eller att inga särskilda behövs"),
                        ("start", "när den börjar"),
                        ("activities", "aktiviteter, eller en plan för dem"),
                        ("follow_up", "planerad uppföljning"),
                        ("followed_up", "gjord uppföljning"),
                        ("decision", "beslut om vad som händer sedan"),
                    ]
                ),
                default=list,
                size=None,
            ),
        ),
        migrations.AddConstraint(
            model_name="initiative",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.LessThanOrEqual(
                    django.db.models.functions.text.Length("comparison"), 20000
                ),
                name="initiative_comparison_is_bounded",
                violation_error_message="Skriv högst 20 000 tecken i ett fält.",
            ),
        ),
        migrations.AddConstraint(
            model_name="phasemove",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "lacked__contained_by",
                        [
                            "what",
                            "problem",
                            "board",
                            "owner",
                            "target_group",
                            "number",
                            "cause",
                            "process_measure",
                            "outcome_measure",
                            "comparison",
                            "method",
                            "resources",
                            "start",
                            "activities",
                            "follow_up",
                            "followed_up",
                            "decision",
                        ],
                    )
                ),
                name="move_lacks_what_is_demanded",
            ),
        ),
    ]
