"""Records that do not hold together: each is told of, with what would be right."""

import pytest

from samsyn.organisation.models import Body, Person
from tests.exchange.conftest import Refused

_BOARD = "{kind: board, name: Nämnden, period: 2020-01-01/2025-12-31}"
_BASE = f"""
bodies:
  namnd: {_BOARD}
positions:
  ordf: {{body: namnd, title: Ordförande}}
persons:
  anna: {{given_name: Anna, family_name: Lind}}
  bo: {{given_name: Bo, family_name: Ek}}
"""


@pytest.mark.parametrize(
    ("text", "path", "wrong", "right"),
    [
        ("persons:\n  a: {given_nam: A, family_name: B}", "persons.a", "given_nam finns inte", "given_name?"),
        ("persons:\n  a: {given_name: A}", "persons.a", "family_name saknas", ""),
        ("persons:\n  a: {given_name: ~, family_name: B}", "persons.a.given_name", "tomt", ""),
        ("persons:\n  a: {given_name: [A], family_name: B}", "persons.a.given_name", "inte en lista", ""),
        ("persons:\n  a: Anna", "persons.a", "fält med värden", ""),
        ("persons: [a]", "persons", "poster", "nyckel:"),
        ("appointments: {a: b}", "appointments", "poster", "- fält"),
        ("person:\n  a: {}", "", "Fältet person finns inte", "persons?"),
        ("persons:\n  Åsa Ek: {given_name: A, family_name: B}", "persons.Åsa Ek", "Nyckeln", "asa-ek"),
        ("persons:\n  a: {given_name: A 20180101-2392, family_name: B}", "persons.a.given_name", "personnummer", ""),
        (f"persons:\n  a: {{given_name: {'A' * 201}, family_name: B}}", "persons.a.given_name", "201 tecken", "200"),
        ('persons:\n  a: {given_name: "A\\nB", family_name: B}', "persons.a.given_name", "flera rader", ""),
        ('persons:\n  a: {given_name: "A\\0", family_name: B}', "persons.a.given_name", "inte kan sparas", ""),
        ("persons:\n  a: {given_name: A, family_name: B, invented: kanske}", "persons.a.invented", "varken", "ja eller nej"),
        ("bodies:\n  a: {kind: bord, name: A}", "bodies.a.kind", "finns inte att välja", "board?"),
        ("bodies:\n  a: {kind: nämnd, name: A}", "bodies.a.kind", "finns inte att välja", "skriv board"),
        ("bodies:\n  a: {kind: board}", "bodies.a", "inget namn", ""),
        ("bodies:\n  a: {kind: board, name: A, names: [{name: B}]}", "bodies.a.name", "Både", ""),
        ("bodies:\n  a: {kind: board, name: A, organisation_number: 212000-1356}", "bodies.a.organisation_number", "stämmer inte", ""),
        ("bodies:\n  a: {kind: board, name: A, period: 2023-02-30/..}", "bodies.a.period", "finns inte", "2023-02-28"),
        ("bodies:\n  a: {kind: board, name: A, period: 2023-01-01T08:00/..}", "bodies.a.period", "inte en dag", "utan klockslag: 2023-01-01"),
        ("bodies:\n  a: {kind: board, name: A, period: 2023-1-1/..}", "bodies.a.period", "inte en dag", "2023-01-01"),
        ("bodies:\n  a: {kind: board, name: A, period: 2023-01-01}", "bodies.a.period", "inte en period", "2023-01-01/.."),
        ("bodies:\n  a: {kind: board, name: A, period: 2023–2026}", "bodies.a.period", "inte en period", "2023/2026"),
        ("bodies:\n  a: {kind: board, name: A, period: 2026/2023}", "bodies.a.period", "slutar innan", "2023/2026"),
        ("bodies:\n  a: {kind: board, name: A, period: ../9999}", "bodies.a.period", "för långt bort", ".."),
        ("bodies:\n  a: {kind: board, name: A, area: x}", "bodies.a.area", "finns inte under areas", ""),
        ("bodies:\n  a: {kind: board, name: A, under: a}", "bodies.a.under", "under sig självt", ""),
        ("bodies:\n  a: {kind: board, name: A, under: b}\n  b: {kind: board, name: B, under: a}", "bodies.a.under", "under sig självt", ""),
        ("areas:\n  a: {kind: place, name: A, within: b}\n  b: {kind: place, name: B, within: a}", "areas.a.within", "i sig självt", ""),
        (
            "bodies:\n  a: {kind: board, names: [{name: A, period: ../2020}, {name: B, period: 2022/..}]}",
            "bodies.a.names", "inget namn 2021-01-01/2021-12-31", "utan glapp",
        ),
        (
            "bodies:\n  a: {kind: board, names: [{name: A, period: ../2020}, {name: B, period: 2020/..}]}",
            "bodies.a.names", "överlappar", "dagen innan",
        ),
        (
            "bodies:\n  a: {kind: board, name: A, period: 2020/..}\n"
            "  b: {kind: unit, name: B, placements: [{under: a, period: 2019/..}]}",
            "bodies.b.placements", "utanför", "2020-01-01/..",
        ),
        ("bodies:\n  a: {kind: board, name: A, source: {document: b}}", "bodies.a.source[1].document", "finns inte under documents", ""),
        ("documents:\n  a: {title: A, url: 'http://a.se'}", "documents.a.url", "går inte", "https://"),
        ("documents:\n  a: {title: A, dated_on: 2023-02-29}", "documents.a.dated_on", "finns inte", ""),
        ("documents:\n  a: {title: A, dated_on: 2023-02-28 10:00}", "documents.a.dated_on", "inte en dag", "2023-02-28"),
        ("terms:\n  a: {period: 2023/2026}\n  b: {period: 2026/2030}", "terms.b.period", "överlappar a", ""),
        ("terms:\n  a: {period: 2023/..}", "terms.a.period", "sista dag", ""),
        (_BASE.replace("title: Ord", "period: 2019/2020, title: Ord"), "positions.ordf.period", "utanför", "2020-01-01/2025-12-31"),
        (_BASE + "appointments:\n  - {position: ordf, person: anna, period: 2019/2020}", "appointments[1].period", "utanför", ""),
        (_BASE + "appointments:\n  - {position: ordf, person: ana}", "appointments[1].person", "finns inte under persons", "anna?"),
        (_BASE + "appointments:\n  - {position: ordf}", "appointments[1]", "person saknas", ""),
        (_BASE + "appointments:\n  - {position: ordf, person: bo, share: 0}", "appointments[1].share", "tal", "1 till 100"),
        (
            _BASE + "appointments:\n  - {position: ordf, person: bo}\n  - {position: ordf, person: anna}",
            "appointments[2]", "bo innehar", "several: true",
        ),
        (
            _BASE + "appointments:\n  - {position: ordf, person: bo}\n  - {position: ordf, person: bo}",
            "appointments[2]", "redan", "en gång",
        ),
    ],
)  # fmt: skip
def test_one_mistake(text: str, path: str, wrong: str, right: str, refused: Refused) -> None:
    told = refused(text)

    found = [line for line in told if f": {path}: " in line or not path]
    assert found, told
    assert wrong in found[0]
    assert right in found[0]
    assert not Person.objects.exists()
    assert not Body.objects.exists()


def test_each_is_told_of_once_with_its_line(refused: Refused) -> None:
    told = refused(
        """\
        persons:
          anna:
            given_nam: Anna
            family_name: Lind
            invented: kanske
          bo: {given_name: Bo}
        """
    )

    assert told == [
        "a.yaml:5: persons.anna: Fältet given_nam finns inte. – menade du given_name?",
        "a.yaml:7: persons.anna.invented: ”kanske” är varken ja eller nej. – skriv ja eller nej",
        "a.yaml:8: persons.bo: Fältet family_name saknas.",
    ]


@pytest.mark.parametrize(
    ("section", "fields", "above"),
    [("bodies", "kind: unit, name: A", "under"), ("areas", "kind: place, name: A", "within")],
)
def test_more_levels_than_anyone_has_are_refused(
    refused: Refused, section: str, fields: str, above: str
) -> None:
    deep = "".join(f"  k{n + 1}: {{{fields}, {above}: k{n}}}\n" for n in range(52))

    found = refused(f"{section}:\n  k0: {{{fields}}}\n{deep}")

    assert len(found) in {2, 3}
    assert all("i för många led" in each for each in found)
