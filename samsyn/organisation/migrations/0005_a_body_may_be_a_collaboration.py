from django.db import migrations, models

KINDS = [
    ("council", "kommunfullmäktige"),
    ("executive_board", "kommunstyrelse"),
    ("board", "nämnd"),
    ("administration", "förvaltning"),
    ("unit", "enhet"),
    ("region", "region"),
    ("regional_unit", "regional verksamhet"),
    ("police", "polis"),
    ("rescue_service", "räddningstjänst"),
    ("state_authority", "statlig myndighet"),
    ("county_level", "länsgemensamt organ"),
    ("collaboration", "samverkansgrupp"),
    ("independent_school", "fristående skola"),
    ("care_provider", "privat vårdgivare"),
    ("housing_company", "bostadsbolag"),
    ("association", "förening"),
    ("parish", "församling"),
    ("company", "företag"),
    ("other", "annan organisation"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("organisation", "0004_holders_may_change_places_in_one_change"),
    ]

    operations = [
        migrations.RemoveConstraint("body", "body_kind_is_known"),
        migrations.AlterField("body", "kind", models.TextField(choices=KINDS)),
        migrations.AddConstraint(
            "body",
            models.CheckConstraint(
                condition=models.Q(kind__in=[kind for kind, _ in KINDS]),
                name="body_kind_is_known",
            ),
        ),
    ]
