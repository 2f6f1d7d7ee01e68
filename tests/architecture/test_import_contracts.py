"""The import contracts hold, and each of them is able to fail."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.contracts import breaches

_ROOT = Path(__file__).parent.parent.parent
_MODULES = (
    "config.urls exchange.api exchange.actions forums.api kernel.errors pages.render printing.api "
    "audit.api geography.shapes statistics.shares "
    "audit.models access.api access.models access.domain search.api search.queries "
    "calendars.api calendars.domain post.api post.queries intake.api governance.api "
    "initiatives.api "
    "sources.api sources.queries organisation.api organisation.actions organisation.models "
    "organisation.web.bodies organisation.domain forums.domain.rhythm"
)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Make a package with the same contracts and next to nothing in it."""
    for name in _MODULES.split():
        path = tmp_path.joinpath("samsyn", *name.split(".")).with_suffix(".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    for folder in (tmp_path / "samsyn").rglob("*/"):
        (folder / "__init__.py").touch()
    (tmp_path / "samsyn" / "__init__.py").touch()
    shutil.copy(_ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_they_hold() -> None:
    assert _broken(_ROOT) == []
    assert list(breaches(_ROOT / "samsyn")) == []


def test_a_small_tree_that_keeps_them_passes(tree: Path) -> None:
    assert _broken(tree) == []
    assert list(breaches(tree / "samsyn")) == []


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("access/api.py", "import samsyn.organisation.api", "A stack; nothing looks up"),
        ("kernel/errors.py", "import samsyn.config.urls", "A stack; nothing looks up"),
        ("newcomer/__init__.py", "", "A stack; nothing looks up"),
        ("organisation/actions.py", "import samsyn.organisation.web.bodies", "Inside a context"),
        ("access/domain.py", "import samsyn.access.models", "Inside a context"),
        ("kernel/errors.py", "import django.db", "Pure modules know no Django"),
        ("organisation/domain.py", "import django.db", "Pure modules know no Django"),
        ("forums/domain/rhythm.py", "import django.db", "Pure modules know no Django"),
        ("printing/api.py", "import django.utils", "Pure modules know no Django"),
        ("printing/api.py", "import samsyn.pages.render", "A stack; nothing looks up"),
        ("statistics/shares.py", "import django.db", "Pure modules know no Django"),
        ("geography/shapes.py", "import django.db", "Pure modules know no Django"),
    ],
)
def test_each_is_able_to_fail(tree: Path, module: str, line: str, contract: str) -> None:
    _write(tree, module, line)

    [broken] = _broken(tree)

    assert broken.startswith(contract)


@pytest.mark.parametrize(
    "line",
    [
        "from samsyn.access.models import Account",
        "from samsyn.access import models",
        "import samsyn.access.models",
    ],
)
def test_a_context_entered_past_its_api_is_found(tree: Path, line: str) -> None:
    _write(tree, "organisation/web/bodies.py", line)

    [breach] = breaches(tree / "samsyn")

    assert breach.startswith("samsyn/organisation/web/bodies.py:1 imports samsyn.access.models")


def test_the_composition_may_reach_everywhere(tree: Path) -> None:
    _write(tree, "config/urls.py", "from samsyn.access import models")

    assert list(breaches(tree / "samsyn")) == []


def _write(tree: Path, module: str, line: str) -> None:
    path = tree / "samsyn" / module
    path.parent.mkdir(exist_ok=True)
    path.write_text(line + "\n")


def _broken(root: Path) -> list[str]:
    """Return the names of the contracts that do not hold."""
    program = "from importlinter.cli import lint_imports_command as run; run()"
    finished = subprocess.run(
        [sys.executable, "-c", program, "--no-cache"],
        cwd=root,
        env={"PYTHONPATH": str(root), "NO_COLOR": "1"},
        check=False,
        capture_output=True,
        text=True,
    )
    assert finished.returncode in {0, 1}, finished.stderr
    assert "Contracts:" in finished.stdout or finished.returncode, finished.stdout
    named = [line for line in finished.stdout.splitlines() if line.rstrip().endswith("BROKEN")]
    return [line.strip() for line in named]
