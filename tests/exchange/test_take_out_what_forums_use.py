"""The file holds what a forum asks and works with, and neither answers nor files."""

from datetime import date

import pytest

from samsyn.access.api import Role, visible
from samsyn.exchange.api import EXPORT_FILE
from samsyn.forums import actions
from samsyn.forums.actions import About
from samsyn.forums.models import Apart, Material, MaterialKind, Question, SchoolBreak, Survey
from samsyn.forums.rules import READ_HAND_OVER
from samsyn.kernel.errors import RuleBrokenError
from tests import factories as make
from tests.exchange.files import exported, import_files
from tests.forums import making, sending, surveying
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db


def _as_if_of_tyreso(files: dict[str, str | bytes]) -> dict[str, str | bytes]:
    """What belongs to the municipality itself is left: it has its own name and number."""
    return {name: str(text).replace("alingsas", "tyreso") for name, text in files.items()}


def test_what_is_asked_and_used_comes_back_the_same() -> None:
    of = making.forum()
    asked = surveying.survey(of)
    surveying.answer_by(asked, 6, 5, None, "Det hemliga svaret.")
    about = About(MaterialKind.METHOD, "Våldspyramiden", "Om vad våld vilar på.", "Ny personal")
    kept = actions.add_material(of, about, actor=make.operator())
    actions.add_version(kept, sending.sent("a.txt", b"Filens ord."), "", actor=make.operator())
    files = exported(make.operator())

    told = "".join(map(str, files.values()))
    assert ("Syftet är klart." in told, "Om vad våld vilar på." in told) == (True, True)
    assert ("Det hemliga svaret." in told, "Filens ord." in told) == (False, False)
    import_files(_as_if_of_tyreso(files), make.operator(TYRESO))
    found = Survey.objects.get(municipality_id=TYRESO)
    assert (found.opens_on, found.closes_on) == (asked.opens_on, asked.closes_on)
    assert Question.objects.filter(survey=found).count() == 3
    assert Material.objects.get(municipality_id=TYRESO).title == "Våldspyramiden"


def test_the_school_year_is_taken_along() -> None:
    days = {"starts_on": date(2026, 1, 8), "ends_on": date(2026, 6, 13)}
    breaks = [("Sportlov", date(2026, 2, 9), date(2026, 2, 14))]
    actions.add_school_term("Vårterminen 2026", **days, breaks=breaks, actor=make.operator())

    files = exported(make.operator())

    assert str(files["school_terms.yaml"]).splitlines()[2:] == [
        "school_terms:",
        "  Vårterminen 2026:",
        "    period: 2026-01-08/2026-06-12",
        "    breaks:",
        "      - {name: Sportlov, period: 2026-02-09/2026-02-13}",
    ]
    import_files(_as_if_of_tyreso(files), make.operator(TYRESO))
    assert SchoolBreak.objects.get(municipality_id=TYRESO).ends_on == date(2026, 2, 14)


def test_what_someone_found_not_to_be_the_same_is_taken_along() -> None:
    one, other = making.forum("BUS"), making.forum("SSP")
    actions.keep_apart(one.pk, other.pk, "Olika åldrar.", actor=make.operator())

    import_files(_as_if_of_tyreso(exported(make.operator())), make.operator(TYRESO))

    found = Apart.objects.get(municipality_id=TYRESO)
    assert {found.forum.name, found.other.name} == {"BUS", "SSP"}
    assert found.forum_id < found.other_id
    with pytest.raises(RuleBrokenError, match="Någon har redan tittat på de två"):
        actions.keep_apart(found.forum_id, found.other_id, "Nej.", actor=make.operator(TYRESO))


@pytest.mark.parametrize("role", Role)
def test_who_may_take_the_file_away_may_read_every_hand_over(role: Role) -> None:
    held = make.appointment(make.position(), make.person(), ends_on=make.TODAY)
    begun = actions.begin_hand_over(held, actor=make.operator())

    reader = make.actor(role)

    may_export = visible(reader, EXPORT_FILE).exists()
    may_read = visible(reader, READ_HAND_OVER).filter(pk=begun.pk).exists()
    assert may_export == (role in {Role.COORDINATOR, Role.ADMINISTRATOR, Role.AUDITOR})
    assert may_read or not may_export


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Syftet är klart.", "Något annat.", "Någon har redan svarat"),
        ("2026-11-23", "2026-12-23", "Minst fem har svarat"),
    ],
)
def test_a_file_neither_changes_nor_prolongs_what_is_answered(
    old: str, new: str, told: str
) -> None:
    asked = surveying.survey(making.forum())
    surveying.answer_by(asked, 5, 4)
    files = exported(make.operator())
    changed = {name: str(text).replace(old, new) for name, text in files.items()}
    assert changed != files

    with pytest.raises(RuleBrokenError, match=told):
        import_files(dict(changed), make.operator())
