"""No function and no file is so long that nobody reads it to the end."""

import ast
from pathlib import Path

_ROOT = Path(__file__).parent.parent.parent
_LONGEST_FUNCTION = 50
_LONGEST_FILE = 400
_FILES = [path for part in ("samsyn", "tests", "tools") for path in (_ROOT / part).rglob("*.py")]


def test_no_function_is_too_long() -> None:
    assert [
        f"{path.relative_to(_ROOT)}:{node.lineno} {node.name}"
        for path in _FILES
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) and _lines(node) > _LONGEST_FUNCTION
    ] == []


def test_no_file_is_too_long() -> None:
    assert [
        str(path.relative_to(_ROOT))
        for path in _FILES
        if "migrations" not in path.parts and path.read_text().count("\n") > _LONGEST_FILE
    ] == []


def _lines(node: ast.FunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1
