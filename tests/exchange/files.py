"""Files as texts, taken in and out of a municipality."""

from samsyn.access.api import Actor, Municipality
from samsyn.exchange import api as exchange

HEAD = "samsyn: 1\nmunicipality: alingsas\n"


def import_files(
    texts: dict[str, str | bytes], actor: Actor, report: exchange.Report | None = None
) -> exchange.Plan | None:
    """Carry out what the files say, or nothing; problems are told to who asks for them."""
    told = report or exchange.Report()
    files = [
        exchange.File(name, text.encode() if isinstance(text, str) else text)
        for name, text in texts.items()
    ]
    outcome = exchange.read(files, report=told)
    plans = [exchange.plan(part, told, actor=actor) for part in outcome.parts.values()]
    if told.count:
        assert report is not None, [str(problem) for problem in told.problems]
        return None
    for plan in plans:
        exchange.carry_out(plan, outcome.names, actor=actor)
    return plans[0] if plans else None


def import_text(text: str, actor: Actor) -> exchange.Plan:
    plan = import_files({"a.yaml": HEAD + text}, actor)
    assert plan is not None
    return plan


def exported(actor: Actor) -> dict[str, str | bytes]:
    place = Municipality.objects.get(pk=actor.municipality_id)
    return {name: "".join(pieces) for name, pieces in exchange.export(actor, place)}
