"""Wherever a law is cited the text leads to it, and says when another has come instead."""

import re
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samsyn.access.api import Account, Role
from samsyn.governance.actions import agreement_parts, duties, matters
from samsyn.governance.domain.citing import mentions
from samsyn.governance.models import Block, Law, Matter
from tests import factories as make
from tests.document_rows import document, law, replaced_law
from tests.governance.visiting import at, get
from tests.governance_rows import agreement
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db

_LINK = re.compile(r'<a class="ds-link" href="([^"]+)" title="[^"]*">([^<]*)</a>')


@pytest.fixture
def reader() -> Account:
    return make.account_with(Role.POLITICIAN)


def _matter(statement: str) -> Matter:
    memo = matters.Memo(statement=statement)
    return matters.create_matter("Remiss om skolskjuts", memo, {}, actor=make.operator())


def _cited(page: Any) -> dict[str, str]:
    """Which address each link of a citation leads to, by what is said in the text."""
    return {said: url for url, said in _LINK.findall(page.content.decode())}


def _address(of: Law) -> str:
    return reverse("governance:law", args=[of.pk])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("enligt 6 kap. 38 § KL, som", "6 kap. 38 § KL"),
        ("se KL 6:38 om det", "KL 6:38"),
        ("se KL, 6 kap. 1 §.", "KL, 6 kap. 1 §"),
        ("kommunallagen (2017:725) säger", "kommunallagen (2017:725)"),
        ("9 kap. 37 § kommunallagen (2017:725)", "9 kap. 37 § kommunallagen (2017:725)"),
        ("KL (2017:725) 6 kap. 38 § gör", "KL (2017:725) 6 kap. 38 §"),
        ("SFS 2017:725", "SFS 2017:725"),
        ("7 kap. 19 a § skollagen", "7 kap. 19 a § skollagen"),
        ("12 kap. 12–13 §§ KL", "12 kap. 12–13 §§ KL"),
        ("enligt SOSFS 2011:9 ska", "SOSFS 2011:9"),
    ],
)
def test_a_citation_is_found_as_people_write_it(text: str, found: str) -> None:
    numbers, names = ("2017:725", "SOSFS 2011:9"), ("KL", "Skollagen")

    assert [text[each.start : each.end] for each in mentions(text, numbers, names)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Ärende 2017:725 BUN",
        "KL bestämmer",
        "skollagen är viktig",
        "SKL 6:38",
        "lag (2017:7251)",
        "SOSFS 2011:91",
        "6 kap. 38 § KLASS",
        "§ 12 i protokollet",
    ],
)
def test_what_only_looks_like_one_is_not(text: str) -> None:
    assert mentions(text, ("2017:725", "SOSFS 2011:9"), ("KL", "Skollagen")) == []


def test_a_text_of_the_longest_kind_is_read_at_once() -> None:
    text = "lag " * 20_000 + "1 kap. " * 20_000 + "a" * 50_000

    assert mentions(text, ("2017:725",), ("KL", "Skollagen")) == []


def test_the_memo_leads_to_the_law(reader: Account) -> None:
    act = law("2017:725", "KL")

    page = get(reader, "matter", _matter("En grupp får föreslå, se 6 kap. 38 § KL.").pk)

    assert _cited(page) == {"6 kap. 38 § KL": _address(act)}


def test_what_stands_around_it_is_escaped(reader: Account) -> None:
    act = law("2017:725", 'K"<i>L')
    said = '<script>x</script> & 6 § K"<i>L "så" <b>'

    page = get(reader, "matter", _matter(said).pk).content.decode()

    assert "<script>x</script>" not in page
    assert "&lt;script&gt;x&lt;/script&gt; &amp; " in page
    title = "K&quot;&lt;i&gt;L (2017:725)"
    link = f'<a class="ds-link" href="{_address(act)}" title="{title}">6 § K&quot;&lt;i&gt;L</a>'
    assert f"{link} &quot;så&quot; &lt;b&gt;" in page


def test_a_law_that_is_replaced_says_so_and_the_one_in_force_does_not(reader: Account) -> None:
    old, new = replaced_law()

    page = get(reader, "matter", _matter("SoL (2001:453), och nu 10 kap. 8 § SoL.").pk)

    assert _cited(page) == {"SoL (2001:453)": _address(old), "10 kap. 8 § SoL": _address(new)}
    assert page.content.decode().count("ersatt av SoL (2025:400)") == 1


def test_a_name_is_that_of_the_law_in_force_until_the_new_one_is(reader: Account) -> None:
    now = law("2001:453", starts_on=date(2002, 1, 1))
    law("2030:1", starts_on=date(2030, 1, 1))

    page = get(reader, "matter", _matter("Enligt 5 kap. 1 § SoL.").pk)

    assert _cited(page) == {"5 kap. 1 § SoL": _address(now)}


def test_a_number_that_is_misprinted_leads_right_and_says_so(reader: Account) -> None:
    act = law("SOSFS 2011:9", "SOSFS 2011:9", misprints=["SOSFS 2011:19"])

    page = get(reader, "matter", _matter("Se SOSFS 2011:19.").pk)

    assert _cited(page) == {"SOSFS 2011:19": _address(act)}
    assert "rätt nummer är SOSFS 2011:9" in page.content.decode()


def test_clauses_duties_documents_and_charters_lead_to_it_too(reader: Account) -> None:
    act, giver = law("2017:725", "KL"), make.operator()
    of = agreement()
    promise = agreement_parts.Promise(Block.GOALS, "Gruppen föreslår (6 kap. 38 § KL).")
    agreement_parts.add_clause(of, promise, actor=giver)
    said = {"kind": "plan", "title": "Plan", "recurs": "day", "by_month": 12, "by_day": 1}
    duty = duties.add_duty(said | {"basis": "KL 6:6"}, actor=giver)
    rule = document("Rutin", required_by="6 kap. 6 § KL")
    forum = make.forum("Nätet", {"purpose": "Föreslår enligt KL 6:38."})

    assert [*_cited(get(reader, "agreement", of.pk))] == ["6 kap. 38 § KL"]
    assert [*_cited(get(reader, "duty", duty.pk))] == ["KL 6:6"]
    assert [*_cited(get(reader, "document", rule.pk))] == ["6 kap. 6 § KL"]
    page = at(reader).get(reverse("forums:forum", args=[forum.pk]))
    assert _cited(page) == {"KL 6:38": _address(act)}


def test_the_laws_of_another_municipality_are_not_led_to(reader: Account) -> None:
    law("2017:725", "KL", municipality_id=TYRESO)

    assert _cited(get(reader, "matter", _matter("Se KL 6:38.").pk)) == {}


def test_the_laws_are_asked_for_once_and_only_when_something_may_be_cited(
    reader: Account,
) -> None:
    law("2017:725", "KL")
    none, one = _matter("Ingenting här."), _matter("Se KL 6:38.")
    many = _matter("Se KL 6:38 och 6 kap. 1 § KL. " * 30)

    assert _asked(reader, one) == _asked(reader, many) == _asked(reader, none) + 1


def _asked(by: Account, of: Matter) -> int:
    with CaptureQueriesContext(connection) as queries:
        get(by, "matter", of.pk)
    return len(queries)
