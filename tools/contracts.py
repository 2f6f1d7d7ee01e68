"""Fails when a context is entered otherwise than through its `api`.

`config` puts the parts together and is exempt; `kernel` and `pages` are libraries without an api.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

_EXEMPT = frozenset({"config", "__main__"})
_LIBRARIES = frozenset({"geography", "kernel", "pages", "statistics"})


def breaches(package: Path) -> Iterator[str]:
    """Yield a line for each import into a context that goes past its api."""
    contexts = {folder.name for folder in package.iterdir() if (folder / "__init__.py").exists()}
    for path in sorted(package.rglob("*.py")):
        home = path.relative_to(package).parts[0].removesuffix(".py")
        if home in _EXEMPT:
            continue
        for line, target in _imports(path):
            if _goes_past(target, package.name, home, contexts):
                yield f"{path.relative_to(package.parent)}:{line} imports {target}"


def _goes_past(target: str, package: str, home: str, contexts: set[str]) -> bool:
    root, _, rest = target.partition(".")
    context, _, inner = rest.partition(".")
    foreign = root == package and context in contexts - _LIBRARIES - {home}
    return foreign and inner.partition(".")[0] != "api"


def _imports(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def main() -> int:
    found = list(breaches(Path(__file__).parent.parent / "samsyn"))
    print("\n".join(found) or "Every context is entered through its api.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
