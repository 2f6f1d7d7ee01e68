from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0008_indicators_are_kept_apart")]

    operations = [
        migrations.RemoveConstraint(
            model_name="initiativedecision",
            name="initiative_decision_has_a_day",
        ),
        migrations.AddField(
            model_name="initiativedecision",
            name="decided_year",
            field=models.SmallIntegerField(null=True),
        ),
        migrations.AddConstraint(
            model_name="initiativedecision",
            constraint=models.CheckConstraint(
                name="initiative_decision_has_a_day",
                condition=Q(decided_on__isnull=False)
                | Q(decided_year__isnull=False)
                | Q(from_on__isnull=False),
                violation_error_message="Skriv när det bestämdes, eller från när det gäller.",
            ),
        ),
        migrations.AddConstraint(
            model_name="initiativedecision",
            constraint=models.CheckConstraint(
                name="initiative_decision_is_of_our_time",
                condition=Q(decided_year__isnull=True) | Q(decided_year__range=(1900, 2200)),
                violation_error_message="Skriv ett år med fyra siffror.",
            ),
        ),
    ]
