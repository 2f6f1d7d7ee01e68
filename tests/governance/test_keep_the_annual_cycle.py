"""What recurs stands in a wheel and a list, waits for its owner, and is noted when it is done."""

from datetime import date
from typing import Any

import pytest
import vobject
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samsyn.access.api import Account, Municipality, Role
from samsyn.calendars.api import Subject, make_feed
from samsyn.governance.actions import duties as actions
from samsyn.governance.actions import priorities
from samsyn.governance.actions.owners import OwnerEndedError
from samsyn.governance.domain.cycle import Rule, State, Turn, due_days
from samsyn.governance.models import Duty, DutyDone
from samsyn.kernel.errors import NotFoundError
from samsyn.kernel.period import Period
from samsyn.organisation import actions as organisation
from tests import document_rows
from tests import factories as make
from tests.forums import making
from tests.governance.visiting import get, post, send, told
from tests.people import TODAY
from tests.surroundings import ALINGSAS, TYRESO

pytestmark = pytest.mark.django_db

_RULE = {"recurs": "day", "by_month": "12", "by_day": "1"}
_TITLE = "Uppföljning av överenskommelsen"


@pytest.fixture
def keeper() -> Account:
    return make.account_with(Role.COORDINATOR)


def _add(by: Account, **answers: Any) -> Any:
    return send(by, "add-duty", **{"kind": "follow_up", "title": _TITLE, **_RULE, **answers})


def _duty(**more: Any) -> Duty:
    said = {"kind": "report", "title": "Rapport", "recurs": "day", "by_month": 12, "by_day": 1}
    return actions.add_duty(said | more, actor=make.operator())


def test_it_is_added_and_stands_in_the_wheel_and_in_the_list(keeper: Account) -> None:
    answer = _add(keeper)

    assert answer.status_code == 302, told(answer)
    page = get(make.account_with(Role.POLITICIAN), "annual-cycle")
    assert f"1. {_TITLE}" in told(page)
    assert "1 december 2026" in told(page)
    assert 'class="mark soon"' in page.content.decode()


def test_another_year_is_drawn_and_nonsense_is_this_one(keeper: Account) -> None:
    _add(keeper)

    assert "1 december 2027" in told(get(keeper, "annual-cycle", query="?ar=2027"))
    assert "1 december 2026" in told(get(keeper, "annual-cycle", query="?ar=99999"))


def test_what_has_passed_unnoted_is_not_said_to_be_undone(keeper: Account) -> None:
    _duty(by_month=3)

    page = told(get(keeper, "annual-cycle"))

    assert "inget antecknat" in page
    assert "missad" not in page


def test_that_it_is_done_is_written_with_what_came_of_it(keeper: Account) -> None:
    duty = _duty(by_month=3)
    answers = {"due_on": "2026-03-01", "done_on": "2026-03-14", "result": "Nämnderna fick den."}

    answer = send(keeper, "do-duty", duty.pk, **answers)

    assert answer.status_code == 302, told(answer)
    page = told(get(keeper, "duty", duty.pk))
    assert "14 mars 2026 skulle vara gjort 1 mars 2026 Nämnderna fick den." in page
    again = send(keeper, "do-duty", duty.pk, **answers)
    assert again.status_code == 422
    make.operator()
    assert DutyDone.objects.count() == 1


def test_two_who_say_that_it_is_done_at_once_say_it_once() -> None:
    duty = _duty()
    actions.do_duty(duty, date(2026, 12, 1), TODAY, actor=make.operator())

    with pytest.raises(Exception, match="Någon har redan skrivit"):
        actions.do_duty(duty, date(2026, 12, 1), TODAY, actor=make.operator())


def test_who_owns_it_is_told_and_may_say_that_it_is_done() -> None:
    owner = make.position(title="Folkhälsostrateg")
    account, other = making.holder(owner), make.account_with(Role.PARTICIPANT)
    duty = _duty(owner_id=owner.pk)

    day = Client()
    day.force_login(account)
    assert "Rapport" in told(day.get("/"))

    answers = {"due_on": "2026-12-01", "done_on": TODAY.isoformat()}
    assert send(other, "do-duty", duty.pk, **answers).status_code in {403, 404}
    assert send(account, "do-duty", duty.pk, **answers).status_code == 302
    assert "Rapport" not in told(day.get("/"))


def test_what_is_counted_in_months_is_counted_from_the_last_time() -> None:
    rule = Rule(Turn.MONTHS, every=24, counts_from=date(2024, 7, 1))
    years = Period(date(2024, 1, 1), date(2031, 1, 1))

    assert due_days(rule, years) == [date(2026, 7, 1), date(2028, 7, 1), date(2030, 7, 1)]
    assert due_days(rule, years, [date(2026, 5, 20)]) == [date(2028, 5, 20), date(2030, 5, 20)]


def test_every_other_year_is_counted_from_a_year() -> None:
    rule = Rule(Turn.DAY, 2, 5, 31, counts_from=date(2024, 1, 1))

    found = due_days(rule, Period(date(2023, 1, 1), date(2029, 1, 1)))

    assert [day.year for day in found] == [2024, 2026, 2028]


@pytest.mark.parametrize(
    ("answers", "refusal"),
    [
        ({"by_month": "4", "by_day": "31"}, "infaller det aldrig"),
        ({"recurs": "week", "week": ""}, "en dag, en vecka"),
        ({"recurs": "week", "week": "54"}, "53"),
        ({"recurs": "months", "every": "24"}, "en dag, en vecka"),
        ({"every": "2"}, "från vilken dag"),
        ({"starts_on": "2026-03-01", "ends_on": "2026-05-01"}, "infaller det aldrig"),
        ({"starts_on": "2026-03-01", "ends_on": "2025-05-01"}, "slutar innan"),
        ({"title": "Ring 20180101-2392"}, "personnummer"),
    ],
)
def test_a_rule_that_cannot_be_is_refused_in_words(
    keeper: Account, answers: dict[str, str], refusal: str
) -> None:
    answer = _add(keeper, **answers)

    assert answer.status_code == 422
    assert refusal in told(answer)
    make.operator()
    assert not Duty.objects.exists()


def test_an_owner_who_has_left_her_function_behind_is_refused(keeper: Account) -> None:
    ended = make.position(title="Projektledare")
    organisation.end_position(ended, ends_on=date(2025, 1, 1), actor=make.operator())

    with pytest.raises(OwnerEndedError):
        _duty(owner_id=ended.pk)


def test_it_is_not_done_before_the_day_has_come(keeper: Account) -> None:
    duty = _duty()

    answer = send(keeper, "do-duty", duty.pk, due_on="2026-12-01", done_on="2026-12-01")

    assert answer.status_code == 422
    assert "Dagen har inte varit än" in told(answer)


def test_it_can_be_changed_and_keeps_when_it_was_done(keeper: Account) -> None:
    duty = _duty(by_month=3)
    actions.do_duty(duty, date(2026, 3, 1), date(2026, 3, 1), actor=make.operator())

    answer = send(
        keeper, "change-duty", duty.pk, kind="report", title="Rapport", recurs="week", week="11"
    )

    assert answer.status_code == 302, told(answer)
    page = told(get(keeper, "duty", duty.pk))
    assert "varje år, vecka 11" in page
    assert "1 mars 2026" in page


def test_the_calendar_has_all_of_it_or_only_mine(keeper: Account) -> None:
    cache.clear()
    owner = make.position(title="Folkhälsostrateg")
    mine, all_of_it = making.holder(owner), Subject(Municipality._meta.label_lower, ALINGSAS)
    _duty(owner_id=owner.pk)
    _duty(title="Gruppens", owner_forum_id=making.forum(chair=owner).pk)
    _duty(title="En annans")

    own = {"Senast: Rapport", "Senast: Gruppens"}
    assert {*_events(mine, Subject())} == own
    assert {*_events(mine, all_of_it)} == {*own, "Senast: En annans"}
    with pytest.raises(NotFoundError):
        _events(mine, Subject(Municipality._meta.label_lower, TYRESO))


def _events(account: Account, subject: Subject) -> list[str]:
    made = make_feed(subject, actor=make.actor_for(account))
    answer = Client().get("/" + made.address.split("/", 3)[3])
    found = getattr(vobject.readOne(answer.content.decode()), "vevent_list", [])
    return [event.summary.value for event in found]


def test_many_are_asked_for_as_one(keeper: Account) -> None:
    _duty()
    few = _queries(keeper)
    for number in range(10):
        duty = _duty(title=f"Rapport {number}", owner_id=make.position(title=f"F{number}").pk)
        actions.do_duty(duty, date(2026, 12, 1), TODAY, actor=make.operator())

    assert _queries(keeper) == few


def _queries(account: Account) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert get(account, "annual-cycle").status_code == 200
    return len(asked)


def test_a_stranger_to_the_municipality_sees_nothing(keeper: Account) -> None:
    duty = _duty()
    stranger = make.account_with(Role.ADMINISTRATOR, municipality_id=TYRESO)

    assert get(stranger, "duty", duty.pk).status_code == 404
    assert post(stranger, "do-duty-save", duty.pk).status_code == 404


def test_each_state_has_its_word(keeper: Account) -> None:
    done = _duty(title="Klar", by_month=3)
    actions.do_duty(done, date(2026, 3, 1), date(2026, 2, 27), actor=make.operator())
    _duty(title="Sen", by_month=12, by_day=24)

    page = get(keeper, "annual-cycle").content.decode()

    assert {f'class="mark {state.value}"' in page for state in (State.DONE, State.COMING)} == {True}


def test_a_meeting_has_its_pack_made_of_what_is_written(keeper: Account) -> None:
    school = make.body("Skolnämnden")
    operator = make.operator()
    said = {"title": "Fler kuratorer", "year": 2027}
    priorities.make_proposal(said, [school.pk], actor=operator)
    priorities.give_assignment({"title": "Ökad närvaro", "year": 2022}, actor=operator)
    group, owner = making.forum("BUS politisk samverkan"), make.position(title="Skolchef")
    making.overdue(group, owner)
    for title in ("Handlingsplan", "Rutin"):
        document_rows.document(title)
    meeting = _duty(
        kind="meeting", title="Vårens möte", agenda="Nuläget\nFramtiden", owner_forum_id=group.pk
    )

    page = told(get(keeper, "political-pack", meeting.pk))

    assert "Nuläget Framtiden" in page
    assert "Fler kuratorer, för 2027. Inget svar från Skolnämnden." in page
    assert "Ökad närvaro (2022): pågår" in page
    assert "Skolchef, skulle vara klart" in page
    assert "Ingen funktion och ingen grupp äger det: Handlingsplan; Rutin." in page


@pytest.mark.parametrize(("ending", "beginning"), [("pdf", b"%PDF-"), ("docx", b"PK")])
def test_the_pack_is_taken_along_on_paper(keeper: Account, ending: str, beginning: bytes) -> None:
    meeting = _duty(kind="meeting")

    paper = get(keeper, f"political-pack-{ending}", meeting.pk)

    assert paper.content.startswith(beginning)


def test_the_debt_of_a_forum_that_she_may_not_read_is_not_in_the_pack() -> None:
    outsider = make.account_with(Role.PARTICIPANT)
    group, owner = making.forum("BUS politisk samverkan"), make.position(title="Skolchef")
    making.overdue(group, owner)
    meeting = _duty(kind="meeting", owner_forum_id=group.pk)

    assert "skulle vara klart" not in told(get(outsider, "political-pack", meeting.pk))
