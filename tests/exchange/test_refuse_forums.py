"""Forums and what comes of them that do not hold together: each is told of with what is right."""

from datetime import date

import pytest

from samsyn.access.api import Actor
from samsyn.forums.models import Apart, Attendance, Forum, HandOver, Meeting
from samsyn.organisation.models import Person
from tests.exchange.conftest import Refused
from tests.exchange.files import exported, import_text

_FORUM = "forums:\n  f: {name: Nätverket, level: operative, kind: network"
_BASE = f"""
bodies:
  skolan: {{kind: unit, name: Skolan}}
positions:
  rektor: {{body: skolan, title: Rektor}}
{_FORUM}}}
"""
_MEETING = _BASE + "meetings:\n  m: {forum: f, date: 2026-03-01"
_DECISION = "\n  {}: {{forum: f, meeting: m, year: 2026, number: 1, text: Ja}}"
_TERM = "school_terms:\n  VT: {period: 2026-01-08/2026-06-12"
_TWO = f"{_FORUM}}}\n  g: {{name: Gruppen, level: county, kind: other}}\n"
_LEFT = f"""
{_BASE}
persons:
  anna: {{given_name: Anna, family_name: Lind}}
  eva: {{given_name: Eva, family_name: Ek}}
hand_overs:
  - {{position: rektor, leaver: anna, last_day: 2026-06-30"""
_BEGUN = f"{_LEFT}, begun: 2026-06-01T08:00Z"
_FOLLOW_UP = _BASE + "follow_ups:\n  u: {forum: f, what: Ring, owner: rektor, due: 2026-04-01"


def _apart(said: str) -> str:
    return f"{_TWO}apart:\n  - {{{said}}}\n"


@pytest.mark.parametrize(
    ("text", "path", "wrong", "right"),
    [
        ("forums:\n  f: {name: N, level: operative}", "forums.f", "kind saknas", ""),
        ("forums:\n  f: {name: N, level: hög, kind: network}", "forums.f.level", "finns inte att välja", ""),
        (f"{_FORUM}, school_forms: [grundskola]}}", "forums.f.school_forms", "finns inte att välja", "compulsory"),
        (f"{_FORUM}, school_forms: compulsory}}", "forums.f.school_forms", "lista", "[preschool"),
        (f"{_FORUM}, focus_areas: [{{a: b}}]}}", "forums.f.focus_areas", "", ""),
        (f"{_FORUM}, age_from: 17, age_to: 6}}", "forums.f.age_from", "högre än den högsta", "byta plats"),
        (f"{_FORUM}, age_to: 121}}", "forums.f.age_to", "tal", "120"),
        (f"{_FORUM}, above: f}}", "forums.f.above", "till sig självt", "ett annat forum"),
        (f"{_FORUM}, above: g}}\n  g: {{name: G, level: county, kind: other, above: f}}", "forums.f.above", "till sig självt", ""),
        (f"{_FORUM}, above: h}}", "forums.f.above", "finns inte under forums", ""),
        (f"{_FORUM}, convener: h}}", "forums.f.convener", "finns inte under positions", ""),
        (f"{_FORUM}, purpose: A 20180101-2392}}", "forums.f.purpose", "personnummer", ""),
        (f"{_FORUM}, purpose: {'x' * 20_001}}}", "forums.f.purpose", "20001 tecken", "20000"),
        (f"{_FORUM}, rhythms: [{{per: week, at: '25:00'}}]}}", "forums.f.rhythms[1].at", "inte ett klockslag", "13:30"),
        (f"{_FORUM}, rhythms: [{{per: week, at: '8.30'}}]}}", "forums.f.rhythms[1].at", "inte ett klockslag", "13:30"),
        (f"{_FORUM}, rhythms: [{{per: week}}, {{per: dag}}]}}", "forums.f.rhythms[2].per", "finns inte att välja", ""),
        (f"{_FORUM}, rhythms: [{{per: week, weekday: 6}}]}}", "forums.f.rhythms[1].weekday", "tal", "1 till 5"),
        (f"{_FORUM}, rhythms: [{{per: week, times: 0}}]}}", "forums.f.rhythms[1].times", "tal", "1 till 60"),
        (f"{_FORUM}, rhythms: [{{per: week, times: 9}}]}}", "forums.f.rhythms[1]", "mer än ett om dagen", ""),
        (f"{_FORUM}, rhythms: [{{per: spring, period: 2026-08-01/2026-11-30}}]}}", "forums.f.rhythms[1]", "ingen dag att mötas", ""),
        (f"{_FORUM}, agenda: [{{title: A}}, {{note: B}}]}}", "forums.f.agenda[2]", "title saknas", ""),
        (f"{_FORUM}, agenda: [{{title: A, ordinal: 2}}]}}", "forums.f.agenda[1]", "ordinal finns inte", ""),
        (f"{_FORUM}, seats: [{{body: x}}]}}", "forums.f.seats[1].body", "finns inte under bodies", ""),
        (f"{_FORUM}, seats: [{{wording: Rektorer}}]}}", "forums.f.seats[1]", "body saknas", ""),
        (f"{_FORUM}, lacks: [{{kind: goals, text: Inga, how: Nu}}]}}", "forums.f.lacks[1]", "både dag och hur", "mended_on"),
        (f"{_FORUM}, lacks: [{{kind: goals, text: Inga, mended_on: 2026-01-01}}]}}", "forums.f.lacks[1]", "både dag och hur", "how"),
        (f"{_FORUM}, lacks: [{{kind: goals}}]}}", "forums.f.lacks[1]", "text saknas", ""),
        ("meetings:\n  m: {forum: f, date: 2026-03-01}", "meetings.m.forum", "finns inte under forums", ""),
        (f"{_MEETING}, starts_at: '10:00', ends_at: '09:00'}}", "meetings.m.ends_at", "slutar innan", "senare"),
        (f"{_MEETING}, ends_at: '09:00'}}", "meetings.m.ends_at", "slutar innan", ""),
        (f"{_MEETING}, why_not: Snö}}", "meetings.m.why_not", "inte blev av", "cancelled"),
        (f"{_MEETING}, items_by: 2026-02-01T08:00}}", "meetings.m.items_by", "inte en tidpunkt", "13:30:00Z"),
        (f"{_MEETING}, items_by: 2026-02-30T08:00Z}}", "meetings.m.items_by", "inte en tidpunkt", ""),
        (f"{_MEETING}, items_by: 2026-02-01}}", "meetings.m.items_by", "inte en tidpunkt", ""),
        (f"{_MEETING}, url: 'http://a.se'}}", "meetings.m.url", "går inte", "https://"),
        (f"{_MEETING}, attendances: [{{status: present}}]}}", "meetings.m.attendances[1]", "vem som kallades", "body"),
        (f"{_MEETING}, attendances: [{{body: skolan, status: sen}}]}}", "meetings.m.attendances[1].status", "finns inte att välja", ""),
        (f"{_MEETING}, agenda: [{{title: A, carried_from: x}}]}}", "meetings.m.agenda[1].carried_from", "finns inte under meetings", ""),
        (
            f"{_MEETING}}}\ndecisions:{_DECISION.format('a')}{_DECISION.format('b')}",
            "decisions.b.number", "redan beslutet a", "ett annat nummer",
        ),
        (f"{_MEETING}}}\ndecisions:\n  a: {{forum: f, meeting: m, year: 2026, number: 0, text: Ja}}", "decisions.a.number", "tal", "1 till"),
        (f"{_MEETING}}}\ndecisions:\n  a: {{forum: f, meeting: m, year: 2026, text: Ja}}", "decisions.a", "number saknas", ""),
        (f"{_FOLLOW_UP}, closed_on: 2026-04-01, closed_as: done}}", "follow_ups.u.closed_on", "dag, hur och resultat", "result"),
        (f"{_FOLLOW_UP}, result: Ringde}}", "follow_ups.u", "dag, hur och resultat", ""),
        (f"{_FOLLOW_UP}, new_days: [{{was_due: 2026-03-01, due: 2026-04-01, why: Lov, given: 2026-03-01}}]}}", "follow_ups.u.new_days[1].given", "inte en tidpunkt", ""),
        (_BASE + "follow_ups:\n  u: {forum: f, what: Ring, due: 2026-04-01}", "follow_ups.u", "owner saknas", ""),
        (f"{_TERM}, breaks: [{{name: Lov, period: 2026-06-10/2026-06-20}}]}}", "school_terms.VT.breaks", "Lov ligger utanför terminen", "inom 2026-01-08/2026-06-12"),
        (f"{_TERM}, breaks: [{{name: Lov}}]}}", "school_terms.VT.breaks[1]", "period saknas", ""),
        (f"{_TERM}, breaks: [{{name: 20180101-2392, period: 2026-02-09/2026-02-13}}]}}", "school_terms.VT.breaks[1].name", "personnummer", ""),
        (f"{_TERM}}}\n  HT: {{period: 2026-06-12/2026-12-18}}", "school_terms.HT.period", "överlappar VT", "sluta dagen innan"),
        (_apart("forums: [f, g], why: Nej"), "apart[1]", "looked_on saknas", ""),
        (_apart("forums: [f, h], why: Nej, looked_on: 2026-01-01"), "apart[1].forums", "”h” finns inte under forums", "f"),
        (_apart("forums: [f, f], why: Nej, looked_on: 2026-01-01"), "apart[1].forums", "två olika nycklar", "[…, …]"),
        (_apart("forums: f, why: Nej, looked_on: 2026-01-01"), "apart[1].forums", "två olika nycklar", ""),
        (_apart("forums: [f, g, h], why: Nej, looked_on: 2026-01-01"), "apart[1].forums", "två olika nycklar", ""),
        (_apart("why: Nej, looked_on: 2026-01-01"), "apart[1]", "forums saknas", ""),
        (_apart("forums: [f, g], why: 20180101-2392, looked_on: 2026-01-01"), "apart[1].why", "personnummer", ""),
        (
            _apart("forums: [f, g], why: Nej, looked_on: 2026-01-01") + "  - {forums: [g, f], why: Jo, looked_on: 2026-01-01}",
            "apart[2]", "står redan i a.yaml:", "en gång",
        ),
        (_LEFT + "}", "hand_overs[1]", "begun saknas", ""),
        (_LEFT.replace("2026-06-30", "9999-12-31") + "}", "hand_overs[1].last_day", "för långt bort", ""),
        (_LEFT.replace("leaver: anna", "leaver: bo") + "}", "hand_overs[1].leaver", "finns inte under persons", "anna"),
        (_BEGUN + ", notes: 20180101-2392}", "hand_overs[1].notes", "personnummer", ""),
        (_BEGUN + ", successor: eva}", "hand_overs[1].successor", "av vem och när", "accepted"),
        (_BEGUN + ", accepted: 2026-07-01T08:00Z}", "hand_overs[1]", "av vem och när", "successor"),
        (_BEGUN + ", successor: anna, accepted: 2026-07-01T08:00Z}", "hand_overs[1].successor", "kan inte själv ta emot", ""),
        (_BEGUN + "}\n" + _BEGUN.splitlines()[-1] + "}", "hand_overs[2]", "står redan i a.yaml:", "en gång"),
        ("school_terms:\n  VT: {period: 2026-01-08/..}", "school_terms.VT.period", "en första och en sista dag", ""),
    ],
)  # fmt: skip
def test_one_mistake(text: str, path: str, wrong: str, right: str, refused: Refused) -> None:
    told = refused(text)

    found = [line for line in told if f": {path}: " in line]
    assert found, told
    assert wrong in found[0]
    assert right in found[0]
    assert found[0].startswith("a.yaml:")
    assert not Forum.objects.exists()
    assert not Meeting.objects.exists()


def test_a_mistake_in_a_list_is_told_with_its_own_line(refused: Refused) -> None:
    told = refused(
        """\
        forums:
          f:
            name: Nätverket
            level: operative
            kind: network
            rhythms:
              - {per: week}
              - {per: week, at: "24:00"}
        """
    )

    assert told == [
        'a.yaml:10: forums.f.rhythms[2].at: ”24:00” är inte ett klockslag. – skriv det som "13:30"'
    ]


def test_the_order_of_an_agenda_is_what_it_says(actor: Actor) -> None:
    import_text(
        f"{_MEETING}, agenda: [{{title: Öppnande}}, {{title: Avslut}}, {{title: A}}]}}", actor
    )

    meeting = Meeting.objects.get()
    assert [item.title for item in meeting.items.order_by("ordinal")] == ["Öppnande", "Avslut", "A"]


def test_another_order_is_a_change_and_the_same_is_none(actor: Actor) -> None:
    text = f"{_FORUM}, agenda: [{{title: B}}, {{title: A}}]}}"
    import_text(text, actor)

    assert import_text(text, actor).changes == []
    turned = import_text(f"{_FORUM}, agenda: [{{title: A}}, {{title: B}}]}}", actor)

    assert len(turned.changes) == 1
    told = str(exported(actor)["forums.yaml"])
    assert told.index("title: A") < told.index("title: B")


def test_a_moment_of_any_zone_is_kept_in_utc(actor: Actor) -> None:
    import_text(f"{_MEETING}, items_by: '2026-02-01T09:30:00+01:00'}}", actor)

    assert 'items_by: "2026-02-01T08:30:00Z"' in str(exported(actor)["meetings.yaml"])


def test_a_word_that_is_said_twice_is_kept_once(actor: Actor) -> None:
    import_text(f"{_FORUM}, focus_areas: [Narkotika, Våld, Narkotika]}}", actor)

    assert Forum.objects.get().focus_areas == ["Narkotika", "Våld"]


def test_who_was_there_may_be_someone_without_a_body(actor: Actor) -> None:
    import_text(f"{_MEETING}, attendances: [{{wording: En gäst, status: present}}]}}", actor)

    assert Attendance.objects.get().wording == "En gäst"


def test_two_forums_are_the_same_two_in_either_order(actor: Actor) -> None:
    import_text(_apart("forums: [g, f], why: Olika barn., looked_on: 2026-01-31"), actor)
    of, other = sorted(Forum.objects.values_list("pk", flat=True))
    kept = Apart.objects.get(forum=of, other=other)

    turned = import_text("apart:\n  - {forums: [f, g], why: Olika mål.}\n", actor)

    assert [(change.key, str(change.what)) for change in turned.changes] == [("f g", "changed")]
    assert Apart.objects.get().pk == kept.pk
    assert str(exported(actor)["apart.yaml"]).splitlines()[2:] == [
        "apart:",
        "  - forums: [f, g]",
        "    why: Olika mål.",
        "    looked_on: 2026-01-31",
    ]


def test_what_is_handed_over_is_known_by_the_function_the_leaver_and_the_day(actor: Actor) -> None:
    import_text(f"{_BEGUN}, notes: Ring polisen.}}", actor)
    begun = HandOver.objects.get()

    accepted = ", successor: eva, accepted: 2026-07-02T08:00Z}"
    plan = import_text(f"{_LEFT}{accepted}", actor)

    assert [change.key for change in plan.changes] == ["2026-06-30 rektor anna"]
    found = HandOver.objects.get()
    assert (found.pk, found.left_on) == (begun.pk, date(2026, 7, 1))
    assert (found.notes, found.successor) == ("Ring polisen.", Person.objects.get(key="eva"))


def test_what_is_accepted_is_changed_no_more(actor: Actor, refused: Refused) -> None:
    accepted = f"{_BEGUN}, successor: eva, accepted: 2026-07-02T08:00Z"
    import_text(f"{accepted}}}", actor)

    assert import_text(f"{accepted}}}", actor).changes == []
    told = refused(f"{accepted}, notes: Mer.}}")

    [line] = told
    assert "hand_overs[1]: Överlämningen är mottagen och ändras inte. – låt den stå" in line


def test_pairs_stand_in_the_order_of_their_keys_in_every_database(actor: Actor) -> None:
    pairs = ("[f, h]", "[h, g]", "[g, f]")
    rows = (f"  - {{forums: {two}, why: Nej, looked_on: 2026-01-01}}\n" for two in pairs)
    third = "  h: {name: Hjälpen, level: county, kind: other}\n"

    import_text(f"{_TWO}{third}apart:\n{''.join(rows)}", actor)

    told = str(exported(actor)["apart.yaml"]).splitlines()
    assert [line for line in told if "forums" in line] == [
        "  - forums: [f, g]",
        "  - forums: [f, h]",
        "  - forums: [g, h]",
    ]


def test_two_that_do_not_say_what_they_are_are_not_the_same(refused: Refused) -> None:
    told = refused("apart:\n  - {why: Nej}\n  - {why: Jo}\n")

    assert [line.partition(": ")[2] for line in told] == [
        f"apart[{number}]: Fältet forums saknas." for number in (1, 2)
    ]
