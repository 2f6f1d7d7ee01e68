"""Files that are spoilt by chance: each is carried out, or refused with nothing changed."""

import os
from random import Random

import pytest
from django.db import transaction
from django.db.models import Model

from samsyn.access.api import Actor
from samsyn.exchange import api as exchange
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation.api import Appointment, Area, Body, Person, Position, TermOfOffice
from samsyn.sources.api import Citation, SourceDocument
from tests import factories as make

# `SAMSYN_FUZZ=20000 pytest tests/exchange/test_survive_any_file.py` tries harder.
HOW_MANY = int(os.environ.get("SAMSYN_FUZZ", "100"))
AT_A_TIME = 50
MODELS: tuple[type[Model], ...] = (
    *(Body, Position, Person, Appointment, Area, TermOfOffice),
    *(SourceDocument, Citation, exchange.Import, exchange.ImportedChange),
)
SOUND = """\
samsyn: 1
municipality: alingsas
documents:
  bus-2022: {title: Verksamhetsberättelse, number: 2023.006 BUN, dated_on: 2023-01-24}
terms:
  2023–2026: {period: 2023-01-01/2026-12-31}
areas:
  alingsas: {kind: municipality, name: Alingsås, code: "1489"}
  norra: {kind: district, name: Norra kommundelen, within: alingsas}
bodies:
  socialnamnden:
    kind: board
    names:
      - {name: Sociala nämnden, period: ../2022-12-31}
      - {name: Socialnämnden, short_name: SN, period: 2023-01-01/..}
    own_authority: ja
    contacts:
      - {kind: email, value: sn@example.se}
    source: {document: bus-2022, place: s. 1, quote: "no: ’yes’"}
  forvaltningen: {kind: administration, name: Socialförvaltningen, under: socialnamnden}
positions:
  ordforande: {body: socialnamnden, title: Ordförande, office: chair}
  chef: {body: forvaltningen, title: Förvaltningschef}
persons:
  eva-berg: {given_name: Eva, family_name: Berg, invented: true}
  olle-ek: {given_name: Olle, family_name: Ek}
appointments:
  - {position: ordforande, person: eva-berg, period: 2023-01-01/2026-12-31, term: 2023–2026}
  - {position: chef, person: olle-ek, period: 2022-05-01/.., kind: acting, share: 50}
"""
PIECES = (
    *("no", "~", "null", "..", "2023-02-30", "2023-01-01T10:00", "9999-12-31", "0000-01-01"),
    *("&a", "*a", "!!python/object:os.system", "<<: *a", "? ", "- ", ": ", "{", "}", "[", "]", '"'),
    *("'", "|", ">", "%", "@", "`", "#", "\t", "\r", "\n", "\x00", "\ufeff", "\u2028", "\ud7ff"),
    *("19121212-1212", "=1+1", "<script>", "x" * 300, "åäö", "😀", "socialnamnden", "---", "..."),
    *("samsyn: 1", "municipality: tyreso", "ordforande", "eva-berg", "1e999", "0x10", "1_000"),
)

pytestmark = pytest.mark.django_db


def spoilt(random: Random) -> bytes:
    """The sound file with one to four things done to it by chance."""
    text = bytearray(SOUND.encode())
    for _change in range(random.randint(1, 4)):
        random.choice(CHANGES)(text, random)
    return bytes(text)


def cut(text: bytearray, random: Random) -> None:
    start = random.randrange(len(text) + 1)
    del text[start : start + random.choice((1, 1, 3, 20, 200))]


def put(text: bytearray, random: Random) -> None:
    place = random.randrange(len(text) + 1)
    text[place:place] = random.choice(PIECES).encode("utf-8", "surrogatepass")


def put_bytes(text: bytearray, random: Random) -> None:
    place = random.randrange(len(text) + 1)
    text[place:place] = random.randbytes(random.randint(1, 4))


def swap_words(text: bytearray, random: Random) -> None:
    words = bytes(text).split(b" ")
    one, other = random.randrange(len(words)), random.randrange(len(words))
    words[one], words[other] = words[other], words[one]
    text[:] = b" ".join(words)


def repeat_lines(text: bytearray, random: Random) -> None:
    lines = bytes(text).split(b"\n")
    start = random.randrange(len(lines))
    some = lines[start : start + random.randint(1, 5)]
    place = random.randrange(len(lines))
    text[:] = b"\n".join([*lines[:place], *some, *lines[place:]])


CHANGES = (cut, put, put, put_bytes, swap_words, repeat_lines)


def counts() -> list[int]:
    return [model._default_manager.count() for model in MODELS]


def bring_in(content: bytes, actor: Actor) -> bool:
    """Carry it out as the command does; tell whether it was."""
    report = exchange.Report()
    outcome = exchange.read([exchange.File("a.yaml", content)], report=report)
    parts = [part for part in outcome.parts.values() if part.place.key == "alingsas"]
    plans = [exchange.plan(part, report, actor=actor) for part in parts]
    if report.count or not plans:
        assert all(str(problem).count("\n") == 0 for problem in report.problems)
        return False
    for plan in plans:
        exchange.carry_out(plan, outcome.names, actor=actor)
    return True


@pytest.mark.parametrize("first", range(0, HOW_MANY, AT_A_TIME))
def test_a_spoilt_file_is_carried_out_or_refused_as_a_whole(first: int) -> None:
    actor = make.operator()
    before = counts()
    for seed in range(first, first + AT_A_TIME):
        content = spoilt(Random(seed))
        try:
            with transaction.atomic():
                is_done = bring_in(content, actor)
                if not is_done:
                    assert counts() == before, content
                transaction.set_rollback(True)
        except RuleBrokenError as refusal:
            pytest.fail(f"only the database refused {seed}: {refusal}\n{content.decode('utf-8')}")


def test_the_sound_file_is_carried_out() -> None:
    assert bring_in(SOUND.encode(), make.operator())
