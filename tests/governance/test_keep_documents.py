"""Governing documents are added, described, replaced, looked over and ended."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from samsyn.access.api import Role
from samsyn.forums.actions import end_forum, rename_forum
from samsyn.governance.actions import documents as actions
from samsyn.governance.actions.citing_laws import cite_law
from samsyn.governance.domain.status import Status
from samsyn.governance.models import (
    CitedLaw,
    Concern,
    DocumentKind,
    Edition,
    GoverningDocument,
    Matter,
    Outcome,
    Step,
    StepKind,
)
from samsyn.governance.queries.documents import documents
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import actions as organisation
from tests import factories as make
from tests.document_rows import decided, document, edition, law, replaced_law
from tests.forums.making import at, told
from tests.forums.sending import posted
from tests.people import TODAY

pytestmark = pytest.mark.django_db
YEAR = timedelta(days=365)


def status_of(found: GoverningDocument) -> str:
    row = documents(make.actor(Role.AUDITOR)).get(pk=found.pk)
    return str(row.status)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, Status.DRAFT),
        ({"required_by": "SOSFS 2011:9"}, Status.MISSING),
        ({"required_by": "SOSFS 2011:9", "url": "https://example.se/rutin"}, Status.DRAFT),
        ({"decided_on": TODAY}, Status.IN_FORCE),
        ({"decided_on": TODAY, "starts_on": TODAY + YEAR}, Status.COMING),
        ({"starts_on": TODAY - YEAR}, Status.UNDECIDED),
        ({"decided_on": TODAY - YEAR, "ends_on": TODAY}, Status.ENDED),
    ],
)
def test_the_status_follows_from_the_decision_and_the_period(said: dict, expected: Status) -> None:
    assert status_of(document(**said)) == expected


def test_a_required_document_with_a_text_is_a_draft() -> None:
    found = document(required_by="SOSFS 2011:9")
    edition(found)

    assert status_of(found) == Status.DRAFT


def test_it_is_replaced_once_the_new_one_applies_and_not_before() -> None:
    old, other = decided(), decided("Program")
    actor = make.operator()
    actions.replace_document(old, "Plan 2027", {"starts_on": TODAY + YEAR}, actor=actor)
    actions.replace_document(other, "Program 2026", {"decided_on": TODAY}, actor=actor)

    assert (status_of(old), status_of(other)) == (Status.IN_FORCE, Status.REPLACED)


def test_a_document_that_replaces_another_takes_over_what_was_typed() -> None:
    owner, forum, body = make.position(), make.forum("Nätet"), make.body("Nämnden")
    old = decided(
        owner_id=owner.pk,
        owner_forum_id=forum.pk,
        responsible_id=body.pk,
        applies_to="Grundskolan",
        review_months=12,
        focus_areas=["skolnärvaro"],
    )
    actor = make.operator()
    actions.say_what_it_concerns(old, forum.pk, actor=actor)

    new = actions.replace_document(old, "Plan 2027", {"decided_on": TODAY}, actor=actor)

    new.refresh_from_db()
    assert (new.owner, new.owner_forum, new.responsible) == (owner, forum, body)
    assert (new.applies_to, new.focus_areas, new.kind) == (
        "Grundskolan",
        ["skolnärvaro"],
        DocumentKind.PLAN,
    )
    assert Concern.objects.get(document=new).forum == forum
    assert (new.replaces, new.review_on) == (old, date(2027, 11, 17))


def test_what_replaces_it_rests_on_the_law_that_is_in_force() -> None:
    old_law, new_law = replaced_law()
    plan, actor = decided(), make.operator()
    cite_law(plan, old_law.pk, "2 kap. 7 §", actor=actor)

    new = actions.replace_document(plan, "Plan 2027", {}, actor=actor)

    cited = CitedLaw.objects.get(document=new)
    assert (cited.law, cited.place) == (new_law, "")


def test_an_owner_that_has_ended_is_not_taken_over() -> None:
    owner = make.position(make.body(), "Samordnare")
    plan = decided(owner_id=owner.pk)
    organisation.end_position(owner, ends_on=TODAY, actor=make.operator())

    new = actions.replace_document(plan, "Plan 2027", {}, actor=make.operator())

    assert new.owner_id is None


def test_the_boards_decide_it_when_all_have() -> None:
    plan, board = document(), make.body("Nämnden")
    own = {"municipality_id": plan.municipality_id}
    matter = Matter.objects.create(**own, key="a", title="Plan", document=plan)
    decides = {**own, "matter": matter, "kind": StepKind.DECIDES, "outcome": Outcome.APPROVED}
    one = Step.objects.create(**decides, ordinal=1, body=board, decided_on=TODAY - YEAR)
    two = Step.objects.create(
        **own, matter=matter, ordinal=2, body=make.body("Den andra"), kind=StepKind.DECIDES
    )
    assert status_of(plan) == Status.DRAFT

    two.outcome, two.decided_on = Outcome.APPROVED, one.decided_on
    two.save(update_fields=["outcome", "decided_on"])

    assert status_of(plan) == Status.IN_FORCE


def test_boards_that_say_otherwise_decide_nothing() -> None:
    plan = document()
    own = {"municipality_id": plan.municipality_id}
    matter = Matter.objects.create(**own, key="a", title="Plan", document=plan)
    for ordinal, outcome in enumerate((Outcome.REJECTED, Outcome.PARTLY), start=1):
        assert status_of(plan) == Status.DRAFT
        Step.objects.create(
            **own,
            matter=matter,
            ordinal=ordinal,
            body=make.body(),
            kind=StepKind.DECIDES,
            outcome=outcome,
            decided_on=TODAY - YEAR,
        )

    assert status_of(plan) == Status.IN_FORCE


def test_what_the_boards_decide_replaces_what_was() -> None:
    old = decided()
    actor = make.operator()
    new = actions.replace_document(old, "Plan 2027", {}, actor=actor)
    own = {"municipality_id": old.municipality_id}
    matter = Matter.objects.create(**own, key="a", title="Plan", document=new)
    step = {**own, "matter": matter, "body": make.body(), "kind": StepKind.DECIDES, "ordinal": 1}
    assert status_of(old) == Status.IN_FORCE

    Step.objects.create(**step, outcome=Outcome.APPROVED, decided_on=TODAY)

    assert status_of(old) == Status.REPLACED


def test_it_is_looked_over_today_and_again_after_its_months() -> None:
    plan = decided(review_months=6, review_on=date(2025, 1, 1))

    actions.review_document(plan, actor=make.operator())

    plan.refresh_from_db()
    assert plan.review_on == date(2027, 5, 17)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"review_months": 12}, "infaller det aldrig"),
        ({"review_months": 0, "review_on": TODAY}, "mellan 1 och 120 månader"),
        ({"review_on": date(2999, 1, 1)}, "inom tio år"),
        ({"review_on": TODAY + 2 * YEAR, "ends_on": TODAY + YEAR}, "slutat gälla"),
        ({"starts_on": TODAY, "ends_on": TODAY - YEAR}, "slutar innan den börjar"),
        ({"registry_number": "dnr ett"}, "2025.355 BUN"),
        ({"url": "http://example.se"}, "https://"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_stored(said: dict, words: str) -> None:
    with pytest.raises(RuleBrokenError, match=words):
        document(**said)

    assert not GoverningDocument.objects.exists()


def test_a_registry_number_is_no_key() -> None:
    one, other = (document(f"Plan {n}", registry_number="2025.355 BUN") for n in (1, 2))

    assert one.registry_number == other.registry_number


def test_a_document_replaces_neither_itself_nor_in_a_circle() -> None:
    one = document("Ett")
    two = document("Två", replaces_id=one.pk)
    actor = make.operator()

    with pytest.raises(RuleBrokenError, match="ersätta sig självt"):
        actions.describe_document(one, {"replaces_id": one.pk}, actor=actor)
    with pytest.raises(RuleBrokenError, match="ens genom andra"):
        actions.describe_document(one, {"replaces_id": two.pk}, actor=actor)

    one.refresh_from_db()
    assert one.replaces_id is None


def test_an_owner_that_has_ended_is_refused() -> None:
    owner, forum = make.position(title="Samordnare"), make.forum("BUS utvecklingsgrupp")
    actor = make.operator()
    organisation.end_position(owner, ends_on=TODAY, actor=actor)
    end_forum(forum, ends_on=TODAY, actor=actor)

    with pytest.raises(RuleBrokenError, match="Samordnare har upphört"):
        document(owner_id=owner.pk)
    with pytest.raises(RuleBrokenError, match="utvecklingsgrupp har upphört"):
        document(owner_forum_id=forum.pk)


def test_a_training_that_has_not_been_given_is_refused() -> None:
    tomorrow = TODAY + timedelta(1)

    lesson = actions.Lesson(tomorrow, "Elevhälsan")
    with pytest.raises(RuleBrokenError, match="har inte varit än"):
        actions.record_training(decided(), lesson, actor=make.operator())


def test_it_ends_once() -> None:
    plan, actor = decided(), make.operator()
    actions.end_document(plan, ends_on=TODAY, actor=actor)

    with pytest.raises(RuleBrokenError, match="redan slutat gälla"):
        actions.end_document(plan, ends_on=TODAY + YEAR, actor=actor)


def test_a_file_is_something_else_than_its_name_says() -> None:
    plan = decided()
    administrator = make.account_with(Role.ADMINISTRATOR)
    where = reverse("governance:add-document-file-save", args=[plan.pk])
    sent = posted("plan.pdf", b"<html><script>alert(1)</script></html>")

    answer = at(administrator).post(where, {"sent": sent})

    make.operator()
    assert (answer.status_code, Edition.objects.count()) == (422, 0)
    assert "Webbsidor tas inte emot" in told(answer)


def test_the_owner_may_change_it_and_another_may_not() -> None:
    owner = make.position()
    plan = decided(owner_id=owner.pk)
    holder = make.holder_of(owner, Role.PARTICIPANT)
    stranger = make.account_with(Role.PARTICIPANT)
    where = reverse("governance:describe-document", args=[plan.pk])

    assert at(holder).get(where).status_code == 200
    assert at(stranger).get(where).status_code == 403


def test_a_form_says_back_what_is_said_now() -> None:
    plan = decided(focus_areas=["skolnärvaro", "trygghet"])
    administrator = make.account_with(Role.ADMINISTRATOR)

    page = at(administrator).get(reverse("governance:describe-document", args=[plan.pk]))

    assert "skolnärvaro, trygghet" in told(page)


def test_a_law_is_cited_once_at_each_place() -> None:
    plan, of, actor = decided(), law(), make.operator()
    cite_law(plan, of.pk, "4 kap. 5 §", actor=actor)

    with pytest.raises(RuleBrokenError, match="redan angivet"):
        cite_law(plan, of.pk, "4 kap. 5 §", actor=actor)


def test_a_form_gives_it_an_owner_a_group_and_a_first_day_of_review() -> None:
    owner, forum, plan = make.position(), make.forum("Nätet"), decided()
    administrator = make.account_with(Role.ADMINISTRATOR)
    where = reverse("governance:describe-document-duties-save", args=[plan.pk])

    answer = at(administrator).post(
        where, {"owner": owner.pk, "owner_forum": forum.pk, "review_months": "48"}
    )

    make.operator()
    plan.refresh_from_db()
    assert answer.status_code == 302
    assert (plan.owner, plan.owner_forum, plan.review_on) == (owner, forum, date(2028, 1, 10))


def test_a_form_writes_the_decision_and_what_it_replaces() -> None:
    old, plan, board = decided("Gammal"), document(), make.body("Nämnden")
    administrator = make.account_with(Role.ADMINISTRATOR)
    where = reverse("governance:describe-document-decision-save", args=[plan.pk])
    said = {
        "deciding_body": board.pk,
        "decided_on": "2026-02-17",
        "registry_number": "2025.355 BUN",
        "replaces": old.pk,
        "ends_on": "2029-12-31",
    }

    answer = at(administrator).post(where, said)

    make.operator()
    plan.refresh_from_db()
    assert answer.status_code == 302
    assert (plan.deciding_body, plan.replaces, plan.ends_on) == (board, old, date(2030, 1, 1))


def test_a_forum_may_have_approved_it_instead_of_a_body() -> None:
    plan, forum, board = document(), make.forum("BUSSAM"), make.body("Nämnden")
    administrator = make.account_with(Role.ADMINISTRATOR)
    where = reverse("governance:describe-document-decision-save", args=[plan.pk])
    said = {"deciding_forum": forum.pk, "decided_on": "2022-09-29"}

    answer = at(administrator).post(where, said)
    refused = at(administrator).post(where, {**said, "deciding_body": board.pk})

    make.operator()
    plan.refresh_from_db()
    assert (answer.status_code, refused.status_code) == (302, 422)
    assert (plan.deciding_forum, plan.deciding_body) == (forum, None)
    assert "Välj antingen ett organ eller ett forum." in told(refused)
    assert "En grupps godkännande är inte en nämnds beslut" in told(refused)


def test_a_forum_that_approved_it_is_told_by_the_name_that_it_had() -> None:
    forum = make.forum("Länets BUS-forum")
    plan = decided("Samverkansrutin", deciding_forum_id=forum.pk)
    rename_forum(forum, "BUSSAM", starts_on=date(2025, 1, 1), actor=make.operator())
    reader = at(make.account_with(Role.PARTICIPANT))

    page = told(reader.get(reverse("governance:document", args=[plan.pk])))
    register = told(reader.get(reverse("governance:documents"), {"forum": str(forum.pk)}))

    for shown in (page, register.partition("<table")[2]):
        assert "Länets BUS-forum" in shown
        assert "BUSSAM" not in shown
    assert "Godkänt av" in page
