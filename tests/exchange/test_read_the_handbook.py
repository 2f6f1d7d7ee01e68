"""What the handbook shows of the file is a file."""

from pathlib import Path

from samsyn.access.api import Actor
from samsyn.exchange.kinds import sections
from samsyn.forums.models import HandOver, Minutes, SchoolTerm
from tests.exchange.files import import_files

_PAGE = Path(__file__).parents[2] / "docs" / "handbook" / "samverkansfilen.md"
# Kept short; these stand in the examples of the folder `examples` or are told of elsewhere.
_NOT_SHOWN = {"documents", "terms", "surveys", "materials"}


def _shown() -> str:
    return _PAGE.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]


def test_the_example_is_read(actor: Actor) -> None:
    import_files({"a.yaml": _shown()}, actor)

    assert [model.objects.count() for model in (Minutes, HandOver, SchoolTerm)] == [1, 1, 1]


def test_the_example_shows_every_section_but_some() -> None:
    lines = _shown().splitlines()
    shown = {line.partition(":")[0] for line in lines if not line.startswith((" ", "#"))}

    assert set(sections()) - shown == _NOT_SHOWN
