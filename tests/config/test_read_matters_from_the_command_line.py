"""`samsyn import-matters`, as the operator runs it."""

import json
from pathlib import Path

from tests.config.test_exchange_from_the_command_line import samsyn

_STEP = {"date": "2026-05-26", "instance": "SN", "type": "beslut", "decision": "bifall"}
_BODY = "samsyn: 1\nmunicipality: alingsas\nbodies: {sn: {kind: board, name: Socialnämnden}}\n"


def test_a_register_is_tried_and_then_brought_in(committed_database: str, tmp_path: Path) -> None:
    register, mapping, bodies = (tmp_path / name for name in ("a.json", "m.yaml", "b.yaml"))
    matters = [{"id": "a-1", "title": "Plan", "diarienummer": "2026.1 SN", "steps": [_STEP]}]
    register.write_text(json.dumps(matters))
    mapping.write_text("bodies: {SN: sn}")
    bodies.write_text(_BODY)
    told = ("--municipality", "alingsas", "--mapping", str(mapping))

    there = samsyn("import", str(bodies))
    unknown = samsyn("import-matters", str(register), "--municipality", "alingsas")
    trial = samsyn("import-matters", str(register), *told, "--dry-run")
    done = samsyn("import-matters", str(register), *told)
    again = samsyn("import-matters", str(register), *told)

    runs = [there, unknown, trial, done, again]
    assert [run.returncode for run in runs] == [0, 1, 0, 0, 0]
    assert f"{register}:1: steps[1].body: ”SN” finns inte under bodies." in unknown.stderr
    assert "ärenden: skapad 1" in done.stdout
    assert again.stdout == "alingsas: inget skiljer sig.\n"
