import re
from pathlib import Path

import pytest

_FOLDER = Path(__file__).parent.parent.parent / "docs" / "decisions"
_DECISIONS = sorted(_FOLDER.glob("*.md"))
_PARTS = ["Status", "Context", "Decision", "Alternatives", "Consequences"]


@pytest.mark.parametrize("decision", _DECISIONS, ids=lambda path: path.stem)
def test_a_decision_has_its_parts_in_order(decision: Path) -> None:
    headings = re.findall(r"^## (\w+)", decision.read_text(encoding="utf-8"), re.MULTILINE)

    assert headings[:5] == _PARTS


@pytest.mark.parametrize("decision", _DECISIONS, ids=lambda path: path.stem)
def test_a_decision_carries_the_number_of_its_file(decision: Path) -> None:
    assert decision.read_text(encoding="utf-8").startswith(f"# {decision.stem[:4]}. ")


def test_the_numbers_follow_on_each_other() -> None:
    numbers = [int(page.stem[:4]) for page in _DECISIONS]

    assert numbers == list(range(1, len(_DECISIONS) + 1))


def test_the_first_lists_all_others() -> None:
    first = _DECISIONS[0].read_text(encoding="utf-8")

    assert [page.name for page in _DECISIONS[1:] if f"({page.name})" not in first] == []
