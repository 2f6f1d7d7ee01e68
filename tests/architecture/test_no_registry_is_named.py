"""No file of ours says from where a package is fetched: that is the installation's affair."""

import re
import subprocess
from pathlib import Path

import pytest

_ROOT = Path(__file__).parent.parent.parent
_LEFT_OUT = {".git", ".venv", "node_modules", ".samsyn", "build"}

# Written in pieces, so that this file does not name them.
_HOSTS = [
    ".".join(parts)
    for parts in (
        ("py" + "pi", "org"),
        ("python" + "hosted", "org"),
        ("npm" + "js", "org"),
        ("npm" + "js", "com"),
        ("yarn" + "pkg", "com"),
        ("un" + "pkg", "com"),
        ("js" + "delivr", "net"),
        ("cdn" + "js", "com"),
        ("deb", "debian", "org"),
        ("security", "debian", "org"),
        ("archive", "ubuntu", "com"),
        ("apt", "postgresql", "org"),
        ("docker", "io"),
        ("gh" + "cr", "io"),
        ("qu" + "ay", "io"),
        ("crates", "io"),
        ("proxy", "golang", "org"),
        ("anaconda", "org"),
        ("fonts", "googleapis", "com"),
    )
]
_REGISTRY = re.compile(
    "|".join(map(re.escape, _HOSTS)) + r"|file:/+opt|^--(extra-)?index-url", re.MULTILINE
)


def _files() -> list[Path]:
    """Return what is committed, or would be if everything new were added."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=_ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    if listed.returncode == 0:
        found = [_ROOT / name for name in listed.stdout.split("\0") if name]
    else:
        found = [
            path for path in _ROOT.rglob("*") if path.relative_to(_ROOT).parts[0] not in _LEFT_OUT
        ]
    return [path for path in found if path.is_file()]


def test_no_file_names_one() -> None:
    assert [str(path) for path in _files() if _REGISTRY.search(_text(path))] == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_locked_package_has_its_hash(name: str) -> None:
    entries = re.findall(r"^\S+==\S+.*(?:\n    .*)*", (_ROOT / name).read_text(), re.MULTILINE)

    assert len(entries) > 10
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_a_name_would_be_found(tmp_path: Path) -> None:
    assert _REGISTRY.search(f"see https://{_HOSTS[0]}/simple")


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "ignore")
