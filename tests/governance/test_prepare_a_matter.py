"""A matter has its memo, its files and its bodies, until someone has decided."""

import pytest

from samsyn.access.api import Role
from samsyn.audit.api import Event
from samsyn.governance.actions import editions
from samsyn.governance.actions.matters import attach
from samsyn.governance.models import Matter, Step
from samsyn.governance.web.memo_papers import memo_paper
from samsyn.printing import api as printing
from tests import factories as make
from tests import governance_rows as rows
from tests.governance.towns import MEMO, Town, after
from tests.governance.visiting import get, post, send, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> Town:
    return Town()


def test_another_boards_secretary_changes_nothing_in_the_matter(town: Town) -> None:
    matter = town.prepare()[0].matter
    other = make.account_with(Role.COORDINATOR, body=rows.board("Byggnadsnämnden"))

    for form in ("describe-matter", "add-step", "attach", "cite-matter"):
        assert get(other, form, matter.pk).status_code == 403, form
    assert send(other, "describe-matter", matter.pk, **MEMO).status_code == 403
    assert post(other, "remove-step", town.steps()[0].pk).status_code == 404
    begun = send(other, "create-matter", **MEMO)
    assert begun.status_code == 302
    assert get(other, "add-step", begun.url.split("/")[2]).status_code == 200


def test_the_newest_file_is_what_is_decided_on(town: Town) -> None:
    giver = make.operator()
    editions.add_edition(town.agreement, rows.sent("ett.txt", b"Ett."), actor=giver)
    newest = editions.add_edition(town.agreement, rows.sent("tva.txt", b"Tv\xc3\xa5."), actor=giver)
    town.prepare()
    make.operator()
    editions.add_edition(town.agreement, rows.sent("tre.txt", b"Tre."), actor=make.operator())

    matter = Matter.objects.get(agreement=town.agreement)
    assert [each.edition_id for each in matter.attachments.all()] == [newest.pk]
    assert "tva.txt" in told(get(town.reader, "matter", matter.pk))


def test_a_board_called_by_an_old_name_is_warned_of(town: Town) -> None:
    step = town.prepare()[0]
    make.operator()
    Step.objects.filter(pk=step.pk).update(named_as="Barn- och utbildningsnämnden")

    shown = told(get(town.reader, "matter", step.matter_id))

    assert "Handlingen säger Barn- och utbildningsnämnden, men" in shown


def test_the_memo_is_printed(town: Town) -> None:
    step = town.prepare()[0]

    paper = get(town.reader, "memo-pdf", step.matter_id)
    word = get(town.reader, "memo-docx", step.matter_id)

    assert (paper.content[:5], word.content[:2]) == (b"%PDF-", b"PK")


def test_a_file_is_taken_back_until_someone_has_decided(town: Town) -> None:
    file = editions.add_edition(town.agreement, rows.sent("fel.txt"), actor=make.operator())
    matter = town.prepare()[0].matter
    [attachment] = matter.attachments.filter(edition=file)

    post(town.keeper, "detach", attachment.pk)

    assert "fel.txt" not in told(get(town.reader, "matter", matter.pk))
    make.operator()
    assert Event.objects.filter(action="governance.detach", object_id=attachment.pk).exists()
    again = attach(matter, file.pk, actor=make.operator())
    town.decide(town.steps()[0], "2023-02-14")
    assert "bilagan står kvar" in after(town.keeper, "detach", again.pk)
    assert "fel.txt" in told(get(town.reader, "matter", matter.pk))


def test_a_body_that_was_added_by_mistake_is_taken_out_of_the_matter(town: Town) -> None:
    matter = town.prepare()[0].matter
    send(town.keeper, "add-step", matter.pk, body=make.body("Polisen").pk, kind="answers")
    step = town.steps()[-1]

    post(town.keeper, "remove-step", step.pk)

    assert len(town.steps()) == 3
    assert "Polisen" not in told(get(town.reader, "matter", matter.pk))


def test_a_body_that_has_done_or_has_to_do_something_stays(town: Town) -> None:
    first, second, third = town.prepare()
    town.decide(first, "2023-02-14")
    town.decide(second, "2023-02-14", "referred_back")
    again = town.steps()[-1]

    for step, said in (
        (first, "Organet har beslutat, skrivit under eller expedierat."),
        (again, "Organet ska ta upp ärendet igen."),
        (third, "Organet är part i avtalet."),
    ):
        assert said in after(town.keeper, "remove-step", step.pk)

    assert len(town.steps()) == 4


def test_where_a_matter_stands_is_told_by_who_prepares_it(town: Town) -> None:
    matter = town.prepare()[0].matter
    secretary = town.secretaries[town.boards[0].pk]
    record = {"document": make.document("Protokoll 2023-03-15").pk, "place": "§ 33"}

    refused = send(town.reader, "cite-matter", matter.pk, **record)
    done = send(secretary, "cite-matter", matter.pk, **record)

    assert (refused.status_code, done.status_code) == (403, 302)
    assert "Protokoll 2023-03-15 , § 33" in told(get(town.reader, "matter", matter.pk))


def test_the_alternatives_considered_stand_in_the_memo_on_the_page_and_on_paper(
    town: Town,
) -> None:
    considered = "Ett gemensamt team. Det valdes bort: för långt emellan."
    said = {**MEMO, "alternatives": considered}
    send(town.keeper, "prepare-decision", town.agreement.pk, **said)
    matter = town.steps()[0].matter

    assert f"Alternativ som har övervägts {considered}" in told(
        get(town.reader, "matter", matter.pk)
    )
    paper = memo_paper(make.actor_for(town.reader), matter.municipality, matter)
    assert considered in printing.as_text(paper)
    again = {**said, "alternatives": "Inga."}
    assert send(town.keeper, "describe-matter", matter.pk, **again).status_code == 302
    assert "övervägts Inga." in told(get(town.reader, "matter", matter.pk))
    person = {**said, "alternatives": "Ring 20180101-2392"}
    assert "personnummer" in told(send(town.keeper, "describe-matter", matter.pk, **person))
