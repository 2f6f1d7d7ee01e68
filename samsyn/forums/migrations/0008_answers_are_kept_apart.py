from django.db import migrations

TABLES = ("forums_survey", "forums_question", "forums_surveyanswer", "forums_answered")

# What someone has answered is not to become the answer to another question.
STAY = """
create function forums_answered_questions_stay() returns trigger language plpgsql as $$
begin
  if exists (
    select from forums_answered a where a.survey_id = coalesce(new.survey_id, old.survey_id)
  ) then
    raise exception 'questions that are answered are not changed'
      using errcode = '23514', constraint = 'answered_questions_stay';
  end if;
  return coalesce(new, old);
end
$$;
create trigger answered_questions_stay before insert or update or delete on forums_question
  for each row execute function forums_answered_questions_stay();
"""
CHANGE = """
drop trigger answered_questions_stay on forums_question;
drop function forums_answered_questions_stay();
"""

# Results that can be seen before and after one more reply tell what that reply was.
CLOSED = """
create function forums_closed_survey_stays() returns trigger language plpgsql as $$
begin
  if (select count(*) from forums_answered a where a.survey_id = new.id) >= 5 then
    raise exception 'a survey with results takes no more replies'
      using errcode = '23514', constraint = 'survey_with_results_is_not_prolonged';
  end if;
  return new;
end
$$;
create trigger survey_with_results_is_not_prolonged before update of closes_on on forums_survey
  for each row when (new.closes_on > old.closes_on) execute function forums_closed_survey_stays();
"""
PROLONGED = """
drop trigger survey_with_results_is_not_prolonged on forums_survey;
drop function forums_closed_survey_stays();
"""


class Migration(migrations.Migration):
    """Apart from the tables: their references are made last, and are guarded too."""

    dependencies = [("forums", "0007_forums_are_evaluated")]

    operations = [
        *(
            migrations.RunSQL(
                f"select samsyn_protect('{table}')", f"select samsyn_expose('{table}')"
            )
            for table in TABLES
        ),
        migrations.RunSQL(STAY, CHANGE),
        migrations.RunSQL(CLOSED, PROLONGED),
    ]
