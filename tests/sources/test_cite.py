from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samsyn.access.api import Role
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation.models import Body
from samsyn.sources import api as sources
from samsyn.sources.api import Citation, Cited, Sourced
from tests import factories as make
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db


def cited(body: Body) -> list[tuple[int, str, str, str]]:
    found = sources.citations_of(make.actor(Role.PARTICIPANT), [body.pk]).get(body.pk, [])
    return [(each.ordinal, each.document.title, each.place, each.quote) for each in found]


def test_an_object_rests_on_records_in_the_order_given() -> None:
    body, first, second = make.body(), make.document("Reglemente"), make.document("Avtal")
    told = [Cited(second.pk, "§ 3", "samverkan"), Cited(first.pk)]

    sources.cite(body, told, actor=make.operator())

    assert cited(body) == [(1, "Avtal", "§ 3", "samverkan"), (2, "Reglemente", "", "")]


def test_to_cite_again_replaces_what_was_cited() -> None:
    body, document = make.body(), make.document()
    make.citation(body, document, place="s. 1")

    sources.cite(body, [Cited(document.pk, "s. 2")], actor=make.operator())

    assert [place for _, _, place, _ in cited(body)] == ["s. 2"]


def test_to_cite_one_object_leaves_the_others() -> None:
    body, other, document = make.body(), make.body("Annan nämnd"), make.document()
    make.citation(other, document)

    sources.cite(body, [], actor=make.operator())

    assert len(cited(other)) == 1


def test_one_more_source_comes_last() -> None:
    body = make.body()
    for place in ("s. 1", "s. 2"):
        make.citation(body, place=place)

    assert [(ordinal, place) for ordinal, _, place, _ in cited(body)] == [(1, "s. 1"), (2, "s. 2")]


def test_a_quote_may_be_2_000_characters_in_several_lines() -> None:
    body, quote = make.body(), "samverkan\n" * 200

    make.citation(body, quote=quote)

    assert cited(body)[0][3] == quote


def test_a_longer_quote_is_refused() -> None:
    with pytest.raises(RuleBrokenError, match="högst 2 000 tecken"):
        make.citation(make.body(), quote="x" * 2_001)


def test_a_place_that_is_not_one_line_is_refused() -> None:
    with pytest.raises(RuleBrokenError, match="högst 200 tecken"):
        make.citation(make.body(), place="s. 1\ns. 2")


@pytest.mark.parametrize(("place", "quote"), [("19121212-1212", ""), ("", "om 19121212-1212")])
def test_a_personal_number_is_refused(place: str, quote: str) -> None:
    with pytest.raises(RuleBrokenError, match="personnummer"):
        make.citation(make.body(), place=place, quote=quote)


def test_a_record_of_another_municipality_cannot_be_cited() -> None:
    foreign = make.document(municipality_id=TYRESO)
    body = make.body()

    with pytest.raises(RuleBrokenError, match="finns inte"):
        sources.cite(body, [Cited(foreign.pk)], actor=make.operator())


def test_the_sources_of_another_municipality_are_hidden() -> None:
    body = make.body()
    make.citation(body, make.document(municipality_id=TYRESO))

    assert cited(body) == []


def test_the_sources_of_another_municipality_stay_though_row_security_let_them_go() -> None:
    own = make.operator()
    foreign = make.document(municipality_id=TYRESO)
    body = make.body(municipality_id=TYRESO)
    sources.cite(body, [Cited(foreign.pk)], actor=make.operator(TYRESO))

    sources.uncite([body.pk], actor=own)

    assert Citation.objects.filter(object_id=body.pk).exists()


def test_one_without_a_role_sees_no_sources() -> None:
    body = make.body()
    make.citation(body)

    assert sources.citations_of(make.actor(), [body.pk]) == {}


def test_a_source_is_removed() -> None:
    body = make.body()

    sources.remove_citation(make.citation(body), actor=make.operator())

    assert cited(body) == []


def test_sources_of_many_objects_are_replaced_at_once() -> None:
    body, area, document = make.body(), make.area(), make.document()
    make.citation(body, document, place="gammal")
    told = [
        Sourced("organisation.body", body.pk, [Cited(document.pk, "s. 1"), Cited(document.pk)]),
        Sourced("organisation.area", area.pk, []),
    ]

    sources.cite_in_bulk(told, actor=make.operator())

    assert [(ordinal, place) for ordinal, _, place, _ in cited(body)] == [(1, "s. 1"), (2, "")]


def test_to_cite_a_thousand_costs_no_more_questions_than_one() -> None:
    document = make.document()

    def questions(number: int) -> int:
        told = [Sourced("organisation.body", uuid4(), [Cited(document.pk)]) for _ in range(number)]
        with CaptureQueriesContext(connection) as asked:
            sources.cite_in_bulk(told, actor=make.operator())
        return len(asked)

    assert questions(1) == questions(1_000)


def test_the_sources_of_many_objects_are_found_in_one_question() -> None:
    bodies = [make.body(f"Nämnd {number}") for number in range(5)]
    document = make.document()
    for body in bodies:
        make.citation(body, document)
    reader = make.actor(Role.AUDITOR)

    with CaptureQueriesContext(connection) as asked:
        found = sources.citations_of(reader, [body.pk for body in bodies])

    assert {pk: source.document.title for pk, [source] in found.items()} == {
        body.pk: document.title for body in bodies
    }
    assert len(asked) == 1


def test_all_that_rests_on_a_record_is_found() -> None:
    document, body, area = make.document(), make.body(), make.area()
    for row in (body, area):
        make.citation(row, document)
    make.citation(body, make.document("Annat"))

    found = sources.cited_in(make.actor(Role.POLITICIAN), document)

    assert {citation.object_id for citation in found} == {body.pk, area.pk}
    assert Citation.objects.count() == 3
