"""Minutes come along as they were approved, and no file changes what someone has approved."""

from textwrap import indent

import pytest

from samsyn.access.api import Actor
from samsyn.forums import actions, queries
from samsyn.forums.domain.record import to_json
from samsyn.forums.models import Approval, Dispatch, DispatchList, Meeting, Minutes, Presence
from tests import factories as make
from tests.exchange.conftest import Refused
from tests.exchange.files import exported, import_files, import_text
from tests.forums import making
from tests.forums.making import World
from tests.surroundings import TYRESO

_BASE = """
bodies: {skolan: {kind: unit, name: Skolan}}
positions: {rektor: {body: skolan, title: Rektor}, chef: {body: skolan, title: Chef}}
persons: {eva: {given_name: Eva, family_name: Ek}}
forums: {f: {name: Nätverket, level: operative, kind: network}}
meetings: {m: {forum: f, date: 2026-03-01, state: held}}
minutes:
  - meeting: m
    version: 1
    made: 2026-03-02T08:00Z
"""
_CONTENT = """\
content:
  occasion: {forum: Nätverket, date: 2026-03-01, starts_at: "13:00"}
  attendees: [{person: Eva Ek, function: Rektor, status: present}, {body: Polisen}]
  points:
    - {item: 2, title: Läget, notes: Nio., rulings: [{number: "2026:1", text: Ja.}]}
    - {item: 1, title: Övrigt}
  debt: [{what: Ring, owner: Rektor, due: 2026-02-01, days_late: 28}]
"""
_WAITING = "approvals: [{position: rektor}]"
_HALF = """\
approvals: [{position: rektor, person: eva, approved: 2026-03-03T08:00Z}, {position: chef}]
"""
_APPROVED = """\
approved: 2026-03-03T08:00Z
approvals: [{position: rektor, person: eva, approved: 2026-03-03T08:00Z}]
dispatches: [{list: participants, sent: 2026-03-04T08:00Z, count: 9}]
"""


def said(*fields: str) -> str:
    return _BASE + indent("\n".join(fields), "    ")


@pytest.fixture
def approved(db: None) -> Minutes:
    """Minutes that were approved, corrected, approved anew and sent out."""
    world = World()
    found = _held(world)
    first = actions.make_minutes(found, [world.chair, world.convener], actor=make.operator())
    _approve(first)
    notes = {1: "Tio kom."}
    second = actions.correct_minutes(first, notes, {}, "Fel antal.", actor=make.operator())
    _approve(second)
    Dispatch.objects.create(
        municipality_id=second.municipality_id,
        minutes=second,
        reach=DispatchList.MANAGERS,
        sent_at=make.NOW,
        sent_by_id=world.leader.pk,
        count=4,
    )
    second.refresh_from_db()
    return second


def _held(world: World) -> Meeting:
    found = making.held_meeting(world.forum)
    item = making.item(found, "Frånvaro")
    making.overdue(world.forum, world.rector)
    making.follow_up(world.forum, world.rector, meeting=found, at_item=1)
    actions.write_notes(item, "Nio.", 0, actor=make.operator())
    actions.decide(found, "Vi fortsätter.", at_item=1, actor=make.operator())
    actions.treat_item(item, actor=make.operator())
    actions.note_attendance(world.asked(found), Presence.REMOTE, actor=make.operator())
    return found


def _approve(minutes: Minutes) -> None:
    for each in Approval.objects.filter(minutes=minutes).select_related("minutes__meeting"):
        actions.approve_minutes(each, actor=make.operator())


def test_approved_minutes_arrive_approved_and_say_the_same(approved: Minutes) -> None:
    files = exported(make.operator())
    elsewhere = {name: str(text).replace("alingsas", "tyreso") for name, text in files.items()}

    import_files(dict(elsewhere), make.operator(TYRESO))

    first, second = Minutes.objects.filter(municipality_id=TYRESO).order_by("version")
    assert (second.content, second.why) == (approved.content, "Fel antal.")
    assert (second.made_at, second.approved_at) == (approved.made_at, approved.approved_at)
    assert first.content != second.content
    assert [each.approved_at for each in second.approvals.all()] == [make.NOW] * 2
    sent = second.dispatches.get()
    assert (sent.reach, sent.count, sent.sent_by_id) == (DispatchList.MANAGERS, 4, None)
    again = exported(make.operator(TYRESO))
    assert [name for name in files if again[name] != elsewhere[name]] == ["municipality.yaml"]


def test_no_account_stands_in_the_file(approved: Minutes) -> None:
    told = str(exported(make.operator())["minutes.yaml"])

    sent_by = approved.dispatches.get().sent_by_id
    assert sent_by is not None
    assert str(sent_by) not in told


def test_what_they_say_stands_in_lines_that_a_person_reads(actor: Actor) -> None:
    import_text(said(_CONTENT, _APPROVED), actor)

    assert str(exported(actor)["minutes.yaml"]).splitlines()[3:] == [
        "  - meeting: m",
        "    version: 1",
        '    made: "2026-03-02T08:00:00Z"',
        '    approved: "2026-03-03T08:00:00Z"',
        "    approvals:",
        '      - {position: rektor, person: eva, approved: "2026-03-03T08:00:00Z"}',
        "    dispatches:",
        '      - {list: participants, sent: "2026-03-04T08:00:00Z", count: 9}',
        "    content:",
        "      occasion:",
        "        forum: Nätverket",
        "        date: 2026-03-01",
        '        starts_at: "13:00"',
        "      attendees:",
        "        - {person: Eva Ek, function: Rektor, status: present}",
        "        - {body: Polisen}",
        "      points:",
        '        - {item: 2, title: Läget, notes: Nio., rulings: [{number: "2026:1", text: Ja.}]}',
        "        - {item: 1, title: Övrigt}",
        "      debt:",
        "        - {what: Ring, owner: Rektor, due: 2026-02-01, days_late: 28}",
    ]


def test_a_file_that_says_the_same_changes_nothing(actor: Actor) -> None:
    import_text(said(_CONTENT, _APPROVED), actor)

    assert import_text(said(_CONTENT, _APPROVED), actor).changes == []
    assert import_text(_BASE, actor).changes == []


def test_what_was_imported_is_read_as_minutes(actor: Actor) -> None:
    import_text(said(_CONTENT, _APPROVED), actor)

    found = Minutes.objects.get()
    record = queries.recorded(actor, found)

    assert to_json(record) == found.content
    assert [point.title for point in record.points] == ["Läget", "Övrigt"]
    assert record.debt[0].days_late == 28


def test_of_minutes_that_came_from_elsewhere_nothing_may_be_known(actor: Actor) -> None:
    import_text(said(_APPROVED), actor)

    assert Minutes.objects.get().content == {}
    assert "content" not in str(exported(actor)["minutes.yaml"])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (_APPROVED, _APPROVED + "made: 2026-03-02T09:00Z"),
        (_APPROVED, _APPROVED + "content: ~"),
        (_APPROVED, _APPROVED.replace("count: 9", "count: 8")),
        (_APPROVED, "approved: ~\napprovals: [{position: rektor}]"),
        (_HALF, _HALF + "why: Nio var fel."),
        (_HALF, _HALF + "content: ~"),
        (_HALF, "approvals: [{position: rektor}, {position: chef}]"),
        (_HALF, "approvals: [{position: chef}]"),
    ],
)
def test_what_someone_has_approved_is_not_changed(
    before: str, after: str, actor: Actor, refused: Refused
) -> None:
    import_text(said(_CONTENT, before), actor)
    kept = exported(actor)

    [told] = refused(_BASE.replace("    made: 2026-03-02T08:00Z\n", "") + indent(after, "    "))

    assert "minutes[1]: Anteckningarna är justerade och ändras inte. – låt dem stå" in told
    assert exported(actor) == kept


def test_a_file_may_say_that_the_last_has_approved(actor: Actor) -> None:
    import_text(said(_CONTENT, _HALF), actor)
    all_have = _HALF.replace("chef}", "chef, approved: 2026-03-05T08:00Z}")

    import_text(said(f"approved: 2026-03-05T08:00Z\n{all_have}"), actor)

    assert Minutes.objects.get().approved_at is not None
    assert Approval.objects.filter(approved_at__isnull=False).count() == 2


def test_what_nobody_has_approved_may_change(actor: Actor) -> None:
    import_text(said(_CONTENT, _WAITING), actor)

    plan = import_text(said(_CONTENT.replace("Nio", "Tio"), _WAITING), actor)

    assert [change.key for change in plan.changes] == ["1 m"]
    assert Minutes.objects.get().content["points"][0]["notes"] == "Tio."


@pytest.mark.parametrize(
    ("fields", "path", "wrong"),
    [
        ("approved: 2026-03-03T08:00Z\napprovals: [{position: rektor}]", "approved", "först då"),
        ("approvals: [{position: rektor, approved: 2026-03-03T08:00Z}]", "", "först då"),
        ("", "", "först då"),
        (
            "approvals: [{position: rektor}, {position: rektor, person: eva}]",
            "approvals",
            "två gånger",
        ),
        ("approvals: [{position: nej}]", "approvals[1].position", "finns inte under positions"),
        (
            f"{_WAITING}\ndispatches: [{{list: own, sent: 2026-03-04T08:00Z, count: 1}}]",
            "dispatches",
            "Bara justerade",
        ),
        (
            "dispatches: [{list: own, sent: 2026-03-04T08:00Z, count: 0}]",
            "dispatches[1].count",
            "inte ett tal",
        ),
        (
            "dispatches: [{list: alla, sent: 2026-03-04T08:00Z, count: 1}]",
            "dispatches[1].list",
            "finns inte att välja",
        ),
        ("content: {}", "content", "occasion saknas"),
        ("content: Nio kom.", "content", "fält med värden"),
        ("content: {occasion: {forum: F}}", "content.occasion", "date saknas"),
        ("content: {occasion: {forum: F, date: igår}}", "content.occasion.date", "inte en dag"),
        (f"{_CONTENT}  points: [{{title: A}}]", "content.points[1]", "item saknas"),
        (
            _CONTENT.replace("Nio.", "A 20180101-2392"),
            "content.points[1].notes",
            "personnummer",
        ),
        (_CONTENT.replace("Nio.", "x" * 20_001), "content.points[1].notes", "20001 tecken"),
        (
            _CONTENT.replace("Ja.", "A 20180101-2392"),
            "content.points[1].rulings[1].text",
            "personnummer",
        ),
        (
            _CONTENT.replace("days_late: 28", "late: 28"),
            "content.debt[1]",
            "Fältet late finns inte",
        ),
    ],
)
def test_one_mistake(fields: str, path: str, wrong: str, refused: Refused) -> None:
    told = refused(said(fields))

    where = ".".join(part for part in ("minutes[1]", path) if part)
    assert any(f": {where}" in line and wrong in line for line in told), told
    assert not Minutes.objects.exists()


def test_a_correction_says_why(refused: Refused) -> None:
    [told] = refused(said(_APPROVED).replace("version: 1", "version: 2"))

    assert "minutes[1].version: En rättelse ska ha varför. – why: …" in told


def test_the_same_version_stands_once(refused: Refused) -> None:
    again = "\n  - {meeting: m, version: 1, made: 2026-03-02T08:00Z}"

    [told] = refused(said(_APPROVED) + again)

    assert "minutes[2]: Samma post står redan i a.yaml:" in told
