"""What nobody looks after is told, in one list over documents and agreements."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samsyn.access.api import Account, Role
from samsyn.audit.api import Event
from samsyn.forums.actions import end_forum
from samsyn.governance.actions import agreements as agreement_actions
from samsyn.governance.actions import documents as actions
from samsyn.governance.actions.citing_laws import cite_law
from samsyn.governance.actions.editions import add_edition
from samsyn.governance.domain.alarms import AlarmKind
from samsyn.governance.models import Agreement, AgreementKind, DocumentKind, Renewal
from samsyn.governance.queries.alarms import Warned, alarms
from samsyn.intake.api import SentFile
from samsyn.organisation import actions as organisation
from tests import factories as make
from tests.document_rows import TEXT, decided, document, edition, law, replaced_law
from tests.forums.making import at, told
from tests.forums.sending import pdf
from tests.people import TODAY

pytestmark = pytest.mark.django_db
YEAR = timedelta(days=365)
LIST = "/varningar/"


def seen() -> list[Warned]:
    return alarms(make.actor(Role.AUDITOR))


def kinds(of: Any = None) -> list[AlarmKind]:
    return [each.alarm.kind for each in seen() if of is None or each.pk == of.pk]


def reader() -> Account:
    return make.account_with(Role.AUDITOR)


def agreement(title: str = "Avtal med polisen", **said: Any) -> Agreement:
    kind = said.pop("kind", AgreementKind.POLICE)
    return agreement_actions.create_agreement(title, kind, said, actor=make.operator())


def followed_up(**said: Any) -> Agreement:
    """One that is well looked after."""
    owner = make.position()
    make.appointment(owner)
    plan = {
        "follow_up": "I en rapport.",
        "follow_up_on": TODAY + YEAR,
        "follow_up_owner_id": owner.pk,
        "owner_id": owner.pk,
    }
    return agreement(**{**plan, **said})


def held() -> Any:
    """A function that somebody holds."""
    return make.appointment(make.position()).position


def test_a_document_that_is_looked_after_raises_no_alarm() -> None:
    decided(owner_id=held().pk, review_on=TODAY + YEAR)

    assert kinds() == []


def test_an_orphan_appears_when_the_owner_group_ends() -> None:
    group = make.forum("BUS utvecklingsgrupp")
    plan = decided(owner_forum_id=group.pk)
    assert kinds() == []

    end_forum(group, ends_on=date(2020, 7, 1), actor=make.operator())

    assert kinds(plan) == [AlarmKind.ORPHAN]
    page = told(at(reader()).get(LIST))
    assert "gruppen BUS utvecklingsgrupp upphörde" in page
    assert kinds(plan) == [AlarmKind.ORPHAN]


def test_each_way_to_have_no_owner_is_told_apart() -> None:
    vacant, ended = make.position(title="Strateg"), make.position(title="Samordnare")
    of_vacant, of_ended, of_none = (
        decided(title, owner_id=owner)
        for title, owner in (("Ett", vacant.pk), ("Två", ended.pk), ("Tre", None))
    )
    organisation.end_position(ended, ends_on=TODAY, actor=make.operator())

    assert kinds(of_vacant) == [AlarmKind.OWNER_VACANT]
    assert kinds(of_ended) == [AlarmKind.OWNER_ENDED]
    assert kinds(of_none) == [AlarmKind.NO_OWNER]


def test_a_vacant_owner_is_told_with_the_day_it_became_so() -> None:
    owner = make.position(title="Strateg")
    make.appointment(owner, ends_on=date(2025, 3, 1))
    decided(owner_id=owner.pk)

    assert [each.alarm.since for each in seen()] == [date(2025, 3, 1)]


def test_a_review_is_overdue() -> None:
    plan = decided(owner_id=held().pk, review_on=TODAY - timedelta(1))

    assert kinds(plan) == [AlarmKind.REVIEW_OVERDUE]
    actions.describe_document(plan, {"review_on": TODAY}, actor=make.operator())
    assert kinds(plan) == []


def test_a_text_unchanged_since_the_document_before_is_seen() -> None:
    owner = held()
    old = decided("Rapport 2022", decided_on=date(2023, 1, 24), owner_id=owner.pk)
    edition(old)
    new = actions.replace_document(
        old, "Rapport 2025", {"decided_on": date(2026, 2, 17)}, actor=make.operator()
    )
    edition(new, TEXT.replace("nummer 9", "nummer nio"))

    assert [(each.pk, each.alarm.about) for each in seen()] == [(new.pk, (9, 10))]
    assert "9 av 10 stycken är ordagrant desamma" in told(at(reader()).get(LIST))


def test_a_text_that_is_rewritten_or_was_written_this_year_is_not_told() -> None:
    owner = held()
    old = decided("Plan", decided_on=date(2023, 1, 24), owner_id=owner.pk)
    edition(old)
    rewritten, recent = (
        actions.replace_document(old, title, {"decided_on": day}, actor=make.operator())
        for title, day in (("Ny", date(2026, 2, 17)), ("Rättad", date(2023, 2, 1)))
    )
    edition(rewritten, "Helt andra ord om det som ska göras i skolan.")
    edition(recent)

    assert kinds() == []


def test_an_edition_unchanged_for_a_year_is_told() -> None:
    plan = decided(owner_id=held().pk)
    later = make.operator()
    edition(plan, actor=replace(later, now=later.now - YEAR))
    edition(plan, actor=replace(later, now=later.now))

    assert kinds(plan) == [AlarmKind.UNCHANGED]


def test_what_runs_out_is_told_half_a_year_before_and_after() -> None:
    owner = held().pk
    soon = decided("Snart", owner_id=owner, ends_on=TODAY + timedelta(100))
    decided("Sedan", owner_id=owner, ends_on=TODAY + YEAR)
    over = decided("Slut", owner_id=owner, ends_on=TODAY)

    assert kinds(soon) == [AlarmKind.EXPIRING]
    assert kinds(over) == [AlarmKind.EXPIRED]
    assert len(seen()) == 2


def test_what_is_succeeded_or_ended_by_somebody_is_not_told() -> None:
    owner = held().pk
    over = decided("Slut", owner_id=owner, ends_on=TODAY)
    actions.replace_document(over, "Nästa", {"decided_on": TODAY}, actor=make.operator())
    closed = decided("Avslutat", owner_id=owner)
    actions.end_document(closed, ends_on=TODAY, actor=make.operator())

    assert kinds() == []


def test_a_report_tells_of_its_year_and_does_not_run_out() -> None:
    document("Rapport", DocumentKind.REPORT, decided_on=TODAY, ends_on=TODAY, owner_id=held().pk)

    assert kinds() == []


def test_a_required_document_that_is_missing_is_told_until_it_is_there() -> None:
    routine = document("Rutin", owner_id=held().pk, required_by="SOSFS 2011:9")
    assert kinds(routine) == [AlarmKind.MISSING]

    edition(routine)

    assert kinds(routine) == []


def test_a_replaced_law_is_told_where_it_is_cited_or_mentioned() -> None:
    old, new = replaced_law()
    owner = held().pk
    citing, mentioning, right = (
        decided(title, owner_id=owner) for title in ("Citerar", "Nämner", "Rätt")
    )
    cite_law(citing, old.pk, actor=make.operator())
    cite_law(right, new.pk, actor=make.operator())
    edition(mentioning, "Enligt socialtjänstlagen (2001:453) gör vi en samordnad plan.")

    assert kinds(citing) == kinds(mentioning) == [AlarmKind.LAW_REPLACED]
    assert kinds(right) == []
    assert "som är ersatt av SoL (2025:400)" in told(at(reader()).get(LIST))


def test_a_report_keeps_the_law_of_its_day() -> None:
    replaced_law()
    report = document("Rapport", DocumentKind.REPORT, decided_on=TODAY, owner_id=held().pk)
    edition(report, "Enligt socialtjänstlagen (2001:453) gör vi en samordnad plan.")

    assert kinds() == []


def test_a_misprinted_number_is_told_with_the_right_one() -> None:
    law("SOSFS 2011:9", misprints=("SOSFS 2011:19",))
    routine = decided("Rutin", owner_id=held().pk)
    edition(routine, "Vi arbetar efter SOSFS 2011:19 om ledningssystem för kvalitet.")

    assert kinds(routine) == [AlarmKind.LAW_MISPRINTED]
    page = told(at(reader()).get(LIST))
    assert "I texten står SOSFS 2011:19. Rätt nummer är SOSFS 2011:9." in page


def test_an_agreement_that_cannot_be_produced_is_told_until_it_is() -> None:
    police = followed_up(starts_on=TODAY - YEAR)
    assert kinds(police) == [AlarmKind.NOT_PRODUCED]

    add_edition(police, SentFile("avtal.pdf", pdf("Avtal")), is_signed=True, actor=make.operator())

    assert kinds(police) == []


def test_a_draft_and_what_is_honest_about_being_informal_need_no_signed_file() -> None:
    followed_up()
    followed_up(kind=AgreementKind.INFORMAL, starts_on=TODAY - YEAR)

    assert kinds() == []


def test_an_agreement_without_follow_up_and_one_overdue_are_told() -> None:
    without = followed_up(follow_up="")
    late = followed_up(follow_up_on=TODAY - timedelta(1))

    assert kinds(without) == [AlarmKind.NO_FOLLOW_UP]
    assert kinds(late) == [AlarmKind.FOLLOW_UP_OVERDUE]


def test_an_agreement_whose_notice_is_given_does_not_run_out_by_mistake() -> None:
    fixed = followed_up(ends_on=TODAY)
    followed_up(ends_on=TODAY, renewal=Renewal.ONE_YEAR)

    assert [each.pk for each in seen()] == [fixed.pk]


def test_the_list_is_narrowed_by_kind_owner_and_body() -> None:
    body = make.body("Kulturförvaltningen")
    owner = make.position(body, "Strateg")
    decided("Vår plan", owner_id=owner.pk)
    decided("Annans plan", review_on=TODAY - YEAR)
    client = at(reader())

    by_kind = told(client.get(LIST, {"slag": "owner_vacant"}))
    by_owner = told(client.get(LIST, {"agare": str(owner.pk)}))
    by_body = told(client.get(LIST, {"organ": str(body.pk)}))
    nonsense = told(client.get(LIST, {"slag": "qqq", "organ": "x", "sida": "-1"}))

    for page in (by_kind, by_owner, by_body):
        assert "Vår plan" in page
        assert "Annans plan" not in page
    assert "Annans plan" in nonsense


def test_the_day_of_the_owner_tells_of_it_and_that_of_another_does_not() -> None:
    owner = make.position()
    decided("Min plan", owner_id=owner.pk, review_on=TODAY - YEAR)
    mine, other = make.holder_of(owner, Role.PARTICIPANT), make.account_with(Role.PARTICIPANT)

    assert "Min plan" in told(at(mine).get("/"))
    assert "Min plan" not in told(at(other).get("/"))


def test_the_questions_are_as_many_for_twenty_as_for_one() -> None:
    def asked() -> int:
        actor = make.actor(Role.AUDITOR)
        with CaptureQueriesContext(connection) as one:
            alarms(actor)
        return len(one)

    def more(number: int) -> None:
        old, _new = laws
        for n in range(number):
            plan = decided(f"Plan {n}", owner_id=make.position().pk, review_on=TODAY - YEAR)
            edition(plan)
            cite_law(plan, old.pk, actor=make.operator())
            followed_up(starts_on=TODAY - YEAR)

    laws = replaced_law()
    more(1)
    first = asked()
    more(5)

    assert asked() == first <= 9


def test_the_list_is_taken_away_as_it_is_narrowed_and_leaves_a_trace() -> None:
    decided("Vår plan")
    decided("Annans plan", owner_id=make.position().pk)
    account = reader()

    file = at(account).get(LIST, {"slag": "no_owner", "hamta": "csv"})

    head, *lines = file.content.decode("utf-8-sig").splitlines()
    assert head == "Varning;Titel;Slag;Vad som är fel;Ägare;Sedan"
    assert lines == [
        "ägare saknas;Vår plan;styrdokument;Ingen funktion och ingen grupp äger det.;;"
    ]
    make.operator()
    [event] = Event.objects.filter(action="governance.export_varningar")
    assert (event.account_id, event.reason) == (account.pk, "csv")


def test_it_is_taken_away_as_a_workbook() -> None:
    decided("Vår plan")

    file = at(reader()).get(LIST, {"hamta": "xlsx"})

    assert file["Content-Disposition"] == 'attachment; filename="varningar.xlsx"'
    assert file.content[:2] == b"PK"


def test_who_keeps_everything_sees_how_many_there_are_of_each_kind() -> None:
    decided("Vår plan")
    decided("Annans plan")
    keeper, other = make.account_with(Role.COORDINATOR), make.account_with(Role.AUDITOR)
    counted = "/varningar/antal/"

    shown = told(at(keeper).get(counted, headers={"HX-Request": "true"}))

    assert counted in told(at(keeper).get("/"))
    assert counted not in told(at(other).get("/"))
    assert "2 varningar" in shown
    assert "<html" not in shown
    assert "/varningar/?slag=no_owner" in shown
    assert at(other).get(counted).status_code == 403
