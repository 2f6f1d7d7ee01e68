import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

GUARD = """
select samsyn_guard_reference(
  'initiatives_deviation', 'duplicate_of_id', 'initiatives_deviation'
);
"""
UNGUARD = """
drop trigger duplicate_of_id_is_of_the_same_municipality on initiatives_deviation;
drop trigger added_duplicate_of_id_is_of_the_same_municipality on initiatives_deviation;
"""

# Words may be taken out of a step, so that a name is not there for ever; nothing else is changed.
STAY_BUT_FOR_WORDS = r"""
create or replace function initiatives_deviation_steps_stay() returns trigger language plpgsql as $$
declare
  kept text := replace(replace(replace(new.text, '\', '\\'), '%', '\%'), '_', '\_');
begin
  if to_jsonb(new) - 'text' = to_jsonb(old) - 'text'
    and strpos(new.text, '[borttaget]') > 0
    and old.text like replace(kept, '[borttaget]', '_%')
  then
    return new;
  end if;
  raise exception 'a step is not changed'
    using errcode = '23514', constraint = 'deviation_steps_stay';
end
$$;
"""
STAY = """
create or replace function initiatives_deviation_steps_stay() returns trigger language plpgsql as $$
begin
  raise exception 'a step is not changed'
    using errcode = '23514', constraint = 'deviation_steps_stay';
end
$$;
"""

_OPEN = Q(closed_on__isnull=True, changed="") & ~Q(state="closed")
_CLOSED = Q(closed_on__isnull=False, answered_on__isnull=False, state="closed")


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0016_a_routine_tells_how_it_goes")]

    operations = [
        migrations.AddField(
            model_name="deviation",
            name="ending",
            field=models.TextField(
                blank=True,
                choices=[
                    ("duplicate", "samma som en annan rapport"),
                    ("withdrawn", "återtagen"),
                    ("no_deviation", "ingen avvikelse"),
                ],
                db_default="",
                default="",
            ),
        ),
        migrations.AddField(
            model_name="deviation",
            name="duplicate_of",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="duplicates",
                to="initiatives.deviation",
            ),
        ),
        migrations.RunSQL(GUARD, UNGUARD),
        migrations.RemoveConstraint(model_name="deviation", name="deviation_is_closed_in_writing"),
        migrations.AddConstraint(
            model_name="deviation",
            constraint=models.CheckConstraint(
                condition=Q(ending__in=["duplicate", "withdrawn", "no_deviation", ""]),
                name="deviation_ending_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="deviation",
            constraint=models.CheckConstraint(
                condition=_OPEN & Q(ending="")
                | _CLOSED & (~Q(changed="") & Q(ending="") | Q(changed="") & ~Q(ending="")),
                name="deviation_is_closed_in_writing",
                violation_error_message="Skriv vad som ändrades, innan du avslutar.",
            ),
        ),
        migrations.AddConstraint(
            model_name="deviation",
            constraint=models.CheckConstraint(
                condition=Q(ending="duplicate", duplicate_of__isnull=False)
                & ~Q(duplicate_of=F("id"))
                | ~Q(ending="duplicate") & Q(duplicate_of__isnull=True),
                name="deviation_is_a_duplicate_of_another",
                violation_error_message="Välj vilken rapport den är samma som.",
            ),
        ),
        migrations.RemoveConstraint(model_name="deviationstep", name="deviation_step_is_known"),
        migrations.AlterField(
            model_name="deviationstep",
            name="kind",
            field=models.TextField(
                choices=[
                    ("handed", "fick handläggare"),
                    ("noted", "anteckning"),
                    ("answered", "svar"),
                    ("lifted", "lyft till gruppen ovanför"),
                    ("closed", "avslutad"),
                    ("masked", "ord togs bort"),
                ]
            ),
        ),
        migrations.AddConstraint(
            model_name="deviationstep",
            constraint=models.CheckConstraint(
                condition=Q(kind__in=["handed", "noted", "answered", "lifted", "closed", "masked"]),
                name="deviation_step_is_known",
            ),
        ),
        migrations.RunSQL(STAY_BUT_FOR_WORDS, STAY),
    ]
