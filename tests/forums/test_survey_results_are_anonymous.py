"""What was answered is told to those who may read the forum, and who answered it to nobody."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samsyn.access.api import Account
from samsyn.audit.models import Event
from samsyn.forums import actions, queries
from samsyn.forums.models import Answered, Survey, SurveyAnswer
from samsyn.kernel.errors import RuleBrokenError
from tests import factories as make
from tests.forums import making, surveying
from tests.forums.making import NEXT_MONTH, TODAY, World

pytestmark = pytest.mark.django_db


@pytest.fixture
def survey(world: World) -> Survey:
    return surveying.closed(world.forum)


def page(who: Account, survey: Survey, query: str = "") -> str:
    return making.told(making.get(who, "survey", survey.pk, query=query))


def result(survey: Survey) -> list[tuple[Any, ...]]:
    rows = queries.results(make.operator(), survey)
    return [(row.told, row.mean, row.spread) for row in rows]


def test_five_answers_are_told_with_mean_and_spread(survey: Survey) -> None:
    surveying.answer_by(survey, 4, 5, 3, "Mer tid.")
    surveying.answer(survey, 1, by="en till")

    assert result(survey) == [(5, 4.2, 1.6), (None, None, None)]


def test_fewer_than_five_are_told_of_nowhere(world: World, survey: Survey) -> None:
    surveying.answer_by(survey, 4, 5, 3, "Mer tid.")

    told = page(world.leader, survey)
    assert "Färre än 5 har svarat." in told
    assert "Mer tid." not in told
    assert result(survey) == [(None, None, None)] * 2
    assert queries.trends(make.operator(), survey) == {}


def test_texts_are_told_by_question_when_five_have_written(world: World, survey: Survey) -> None:
    surveying.answer_by(survey, 4, 5, 3, "Mer tid.")
    surveying.answer(survey, 5, 3, by="en till")

    told = page(world.leader, survey)
    assert ("Mer tid." in told, "Färre än 5 har svarat på frågan" in told) == (False, True)
    make.operator()
    surveying.answer(survey, None, None, "Kortare möten.", by="en femte")
    assert "Kortare möten." in page(world.leader, survey)


def test_nothing_is_told_while_more_can_answer(world: World) -> None:
    survey = surveying.survey(world.forum)
    surveying.answer_by(survey, 6, 5, 3, "Mer tid.")

    told = page(world.leader, survey)
    assert "6 har svarat." in told
    assert "Mer tid." not in told
    assert list(queries.results(make.operator(), survey)) == []
    assert queries.trends(make.operator(), survey) == {}


def test_a_file_holds_no_more_than_the_page(world: World, survey: Survey) -> None:
    surveying.answer_by(survey, 4, 5, 3, "Mer tid.")
    surveying.answer(survey, 1, by="en till")

    csv = page(world.leader, survey, query="?hamta=csv")
    assert "Syftet är klart.;4,2;1,6;5" in csv
    assert "Rätt personer är med.;;;" in csv.replace("för få svar", "")
    assert "Mer tid." not in csv


def test_results_are_read_by_those_who_read_the_meetings(world: World, survey: Survey) -> None:
    surveying.answer_by(survey, 5, 5, 3, "Mer tid.")

    assert "Mer tid." in page(world.reader, survey)
    assert making.get(world.stranger, "survey", survey.pk).status_code == 404
    assert "Samverkan i vår" not in making.told(
        making.get(world.stranger, "surveys", world.forum.pk)
    )


def test_a_survey_with_results_is_not_opened_again(survey: Survey) -> None:
    surveying.answer_by(survey, 5, 5, 3, "Mer tid.")
    plan = actions.SurveyPlan("Längre", TODAY, NEXT_MONTH, surveying.SCALE, surveying.IN_WORDS)

    with pytest.raises(RuleBrokenError, match="Minst fem har svarat"):
        actions.change_survey(survey, plan, actor=make.operator())


def test_the_same_question_is_compared_over_the_surveys(world: World, survey: Survey) -> None:
    surveying.answer_by(survey, 5, 2)
    a_year_ago = TODAY - timedelta(365)
    before = surveying.closed(world.forum, opens_on=a_year_ago - timedelta(7), closes_on=a_year_ago)
    surveying.answer_by(before, 6, 4)

    trends = queries.trends(make.operator(), survey)
    assert trends == {"Syftet är klart.": [(a_year_ago, 4.0), (TODAY, 2.0)]}
    assert "4,0 · " in page(world.leader, survey)


def test_no_table_ties_an_answer_to_who_gave_it(world: World) -> None:
    survey = surveying.survey(world.forum)
    making.post(world.participant, "reply-to-survey", survey.pk, **{"fraga-1": "4"})

    make.operator()
    columns = {field.attname for field in SurveyAnswer._meta.concrete_fields}
    assert columns == {"id", "municipality_id", "question_id", "value", "text"}
    answer_id = SurveyAnswer.objects.get().pk
    assert not Event.objects.filter(object_id=answer_id).exists()
    token = Answered.objects.get().token
    assert bytes(token) != surveying.survey(world.forum).token_of(f"account:{world.participant.pk}")


def test_the_database_does_not_remember_in_which_order_they_came(survey: Survey) -> None:
    """Every answer is written anew with each reply: by one transaction, and in another order."""
    for number in range(12):
        surveying.answer(survey, 1 + number % 5, None, f"Svar {number:02}", by=str(number))

    with connection.cursor() as cursor:
        cursor.execute("select text, xmin::text, cmin::text from forums_surveyanswer order by ctid")
        rows = cursor.fetchall()
    texts = [text for text, _xmin, _cmin in rows if text]
    assert len(texts) == 12
    assert texts != sorted(texts)
    assert len({(xmin, cmin) for _text, xmin, cmin in rows}) == 1


def test_the_page_asks_as_often_however_much_there_is(world: World) -> None:
    def asked(survey: Survey) -> int:
        page(world.leader, survey)
        with CaptureQueriesContext(connection) as captured:
            page(world.leader, survey)
        make.operator()
        return len(captured)

    few = surveying.closed(world.forum, scale=("En.",), in_words=("Ord?",))
    surveying.answer_by(few, 5, 3, "Så.")
    many = surveying.closed(
        world.forum,
        scale=[f"Fråga {number}." for number in range(12)],
        in_words=[f"Ord {number}?" for number in range(8)],
    )
    surveying.answer_by(many, 9, *[3] * 12, *["Så."] * 8)

    assert asked(many) == asked(few)
