"""Keeps the English catalogue in step with the Swedish texts, and compiles what Django reads.

Swedish is the language of the source. `gather` writes new texts, without translation, into the
English catalogue and drops those that are gone; `--check` fails on a text that has no English, or
English that no text has.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "samsyn"
LOCALE = PACKAGE / "locale"
ENGLISH = LOCALE / "en" / "LC_MESSAGES" / "django.po"
HEADER = """\
msgid ""
msgstr ""
"Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
KEYWORDS: dict[str, Any] = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
_PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|\{\w+\}")


def sources() -> Iterator[tuple[Path, bytes]]:
    """Find every file that may hold texts, templates already turned into Python."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path, path.read_bytes()
    for path in sorted(PACKAGE.glob("*/templates/**/*")):
        if path.is_file():
            yield path, _as_python(templatize(path.read_text(), origin=str(path)))


def _as_python(template: str) -> bytes:
    # What is left of a template is indented as HTML is, which no Python tokenizer accepts.
    return "\n".join(line.lstrip() for line in template.splitlines()).encode()


def wanted() -> Catalog:
    """Gather every text of the product, without translations."""
    catalog = Catalog(locale="en")
    for _path, source in sources():
        for _line, message, _notes, context in extract("python", BytesIO(source), KEYWORDS):
            catalog.add(message, context=context)
    return catalog


def english() -> Catalog:
    if not ENGLISH.exists():
        return Catalog(locale="en")
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en", ignore_obsolete=True, abort_invalid=True)


def gather() -> int:
    """Write what is wanted, keeping the English there is; obsolete texts fall away."""
    catalog = english()
    catalog.update(wanted(), no_fuzzy_matching=True)
    body = BytesIO()
    write_po(
        body,
        catalog,
        no_location=True,
        omit_header=True,
        sort_output=True,
        ignore_obsolete=True,
        width=100,
    )
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    ENGLISH.write_text(HEADER + body.getvalue().decode().strip() + "\n")
    return len(untranslated(catalog))


def compile_all() -> None:
    """Make the file that Django reads beside every catalogue."""
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        with path.open("rb") as file:
            catalog = read_po(file, locale=path.parent.parent.name, abort_invalid=True)
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalog)


def complaints() -> list[str]:
    """Say what the English catalogue lacks, what it has too much of, and what does not match."""
    catalog, source = english(), wanted()
    return [
        *(f"no English: {name}" for name in missing(source, catalog)),
        *(f"obsolete: {name}" for name in missing(catalog, source, translated=False)),
        *(f"placeholders differ: {_name(each)}" for each in catalog if _differs(each)),
    ]


def missing(these: Catalog, those: Catalog, *, translated: bool = True) -> list[str]:
    """Name the messages of `these` that `those` does not hold, or holds untranslated."""
    without = {_key(each) for each in untranslated(those)} if translated else set()
    held = {_key(each) for each in those if each.id} - without
    return [_name(each) for each in these if each.id and _key(each) not in held]


def untranslated(catalog: Catalog) -> list[Message]:
    return [each for each in catalog if each.id and not all(_strings(each.string))]


def _strings(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, (list, tuple)) else [str(value or "")]


def _key(message: Message) -> tuple[str, str | None]:
    return _strings(message.id)[0], message.context


def _name(message: Message) -> str:
    return _strings(message.id)[0]


def _differs(message: Message) -> bool:
    if not message.id or not all(_strings(message.string)):
        return False
    allowed = {mark for text in _strings(message.id) for mark in _PLACEHOLDER.findall(text)}
    return any(set(_PLACEHOLDER.findall(text)) - allowed for text in _strings(message.string))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", nargs="?", choices=("compile", "gather"), default="compile")
    parser.add_argument("--check", action="store_true", help="fail unless English is complete")
    chosen = parser.parse_args()
    if chosen.check:
        found = complaints()
        print("\n".join(found) or "English is complete.")
        return 1 if found else 0
    if chosen.task == "gather":
        print(f"{gather()} texts wait for English in {ENGLISH.relative_to(ROOT)}")
    compile_all()
    return 0


if __name__ == "__main__":
    sys.exit(main())
