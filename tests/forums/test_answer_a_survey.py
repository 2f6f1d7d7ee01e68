"""Those who take part say how a forum works, once and in a minute."""

from datetime import timedelta

import pytest

from samsyn.forums import actions
from samsyn.forums.models import Answered, Question, Survey, SurveyAnswer
from samsyn.kernel.errors import RuleBrokenError
from tests import factories as make
from tests.forums import making, surveying
from tests.forums.making import NEXT_WEEK, TODAY, TOMORROW, YESTERDAY, World

pytestmark = pytest.mark.django_db


@pytest.fixture
def survey(world: World) -> Survey:
    return surveying.survey(world.forum)


def test_a_leader_asks_the_ready_made_questions_as_they_are(world: World) -> None:
    form = making.told(making.get(world.leader, "make-survey", world.forum.pk))
    sent = making.post(
        world.leader,
        "make-survey-save",
        world.forum.pk,
        title="Samverkan 2026",
        opens_on=TODAY,
        closes_on=TODAY,
        scale="De som behövs är med.\r\n\r\nDet vi bestämmer blir gjort.",
        in_words="Vad ska vi sluta med?",
    )

    assert "Vårt arbete här gör skillnad för barn och unga." in form
    assert sent.status_code == 302
    make.operator()
    found = Survey.objects.get()
    assert (found.opens_on, found.closes_on) == (TODAY, TOMORROW)
    asked = [(each.kind, each.text) for each in surveying.questions(found)]
    assert asked == [
        ("scale", "De som behövs är med."),
        ("scale", "Det vi bestämmer blir gjort."),
        ("text", "Vad ska vi sluta med?"),
    ]


def test_who_takes_part_answers_and_is_thanked(world: World, survey: Survey) -> None:
    answers = {"fraga-1": "4", "fraga-3": "Fler möten på plats."}
    sent = making.post(world.participant, "reply-to-survey", survey.pk, **answers)

    assert sent.status_code == 302
    page = making.told(making.get(world.participant, "survey", survey.pk))
    assert "Du har svarat." in page
    assert "Fler möten på plats." not in page
    make.operator()
    assert sorted(SurveyAnswer.objects.values_list("value", "text"), key=str) == [
        (4, ""),
        (None, "Fler möten på plats."),
    ]


def test_nobody_answers_twice(world: World, survey: Survey) -> None:
    for _ in range(2):
        sent = making.post(world.participant, "reply-to-survey", survey.pk, **{"fraga-1": "5"})

    assert sent.status_code == 422
    assert "Du har redan svarat på utvärderingen." in making.told(sent)
    assert making.get(world.participant, "answer-survey", survey.pk).status_code == 302
    make.operator()
    assert (Answered.objects.count(), SurveyAnswer.objects.count()) == (1, 1)


def test_a_link_answers_once_like_an_account(survey: Survey) -> None:
    surveying.answer(survey, 4, by="link:en")
    surveying.answer(survey, 4, by="link:en annan")

    with pytest.raises(RuleBrokenError, match="redan svarat"):
        surveying.answer(survey, 1, by="link:en")
    assert SurveyAnswer.objects.count() == 2


@pytest.mark.parametrize(("who", "status"), [("reader", 403), ("stranger", 404)])
def test_who_does_not_take_part_does_not_answer(
    world: World, survey: Survey, who: str, status: int
) -> None:
    sent = making.post(getattr(world, who), "reply-to-survey", survey.pk, **{"fraga-1": "5"})

    assert sent.status_code == status


@pytest.mark.parametrize("answers", [{}, {"fraga-1": "6"}, {"fraga-1": "x"}, {"fraga-3": "  "}])
def test_what_is_no_answer_is_refused(
    world: World, survey: Survey, answers: dict[str, str]
) -> None:
    assert (
        making.post(world.participant, "reply-to-survey", survey.pk, **answers).status_code == 422
    )
    make.operator()
    assert not Answered.objects.exists()


def test_a_personal_number_is_refused_and_the_rest_is_kept_in_the_form(
    world: World, survey: Survey
) -> None:
    answers = {"fraga-1": "2", "fraga-3": "Fråga 811218-9876 om det."}
    sent = making.post(world.participant, "reply-to-survey", survey.pk, **answers)

    assert sent.status_code == 422
    assert "personnummer" in making.told(sent)
    assert 'value="2" id="id_fraga-1_1" checked' in making.told(sent)


def test_answers_are_taken_from_the_first_day_until_the_last(world: World) -> None:
    coming = surveying.survey(world.forum, opens_on=TOMORROW, closes_on=NEXT_WEEK)
    closed = surveying.survey(world.forum, opens_on=YESTERDAY, closes_on=TODAY)

    with pytest.raises(RuleBrokenError, match=r"öppnar 18.november"):
        actions.reply(coming, {}, by="någon", actor=make.operator())
    with pytest.raises(RuleBrokenError, match="stängd"):
        actions.reply(closed, {}, by="någon", actor=make.operator())


def test_a_survey_is_closed_before_its_time(world: World) -> None:
    survey = surveying.survey(world.forum, opens_on=YESTERDAY, closes_on=NEXT_WEEK)
    making.post(world.leader, "close-survey", survey.pk)

    survey.refresh_from_db()
    assert survey.closes_on == TODAY
    assert making.post(world.participant, "close-survey", survey.pk).status_code == 403


def test_questions_stay_when_someone_has_answered(world: World, survey: Survey) -> None:
    plan = actions.SurveyPlan("Ny rubrik", TODAY, NEXT_WEEK, ("En annan fråga.",), ())
    actions.change_survey(survey, plan, actor=make.operator())
    surveying.answer(survey, 3, by="någon")

    with pytest.raises(RuleBrokenError, match="Någon har redan svarat"):
        actions.change_survey(
            survey,
            actions.SurveyPlan("Ny", TODAY, NEXT_WEEK, ("Något helt annat.",), ()),
            actor=make.operator(),
        )
    assert [each.text for each in surveying.questions(survey)] == ["En annan fråga."]


@pytest.mark.parametrize(
    ("scale", "told"),
    [((), "minst en fråga"), (("Lika.", "Lika."), "två gånger"), (map(str, range(31)), "trettio")],
)
def test_unfit_questions_are_refused(world: World, scale: tuple[str, ...], told: str) -> None:
    with pytest.raises(RuleBrokenError, match=told):
        surveying.survey(world.forum, scale=tuple(scale), in_words=())


def test_a_meeting_is_evaluated_with_one_click_and_once(world: World) -> None:
    meeting = world.meeting(YESTERDAY)
    for _ in range(2):
        sent = making.post(world.leader, "evaluate-meeting", meeting.pk)

    make.operator()
    survey = Survey.objects.get(meeting=meeting)
    assert sent.url == f"/utvarderingar/{survey.pk}/"
    assert survey.closes_on - TODAY == timedelta(days=14)
    assert Question.objects.filter(survey=survey).count() == 5
    assert sent.url in making.told(making.get(world.participant, "meeting", meeting.pk))


def test_a_coming_meeting_is_not_evaluated(world: World) -> None:
    meeting = world.meeting(NEXT_WEEK)

    with pytest.raises(RuleBrokenError, match="inte varit"):
        actions.evaluate_meeting(meeting, actor=make.operator())
