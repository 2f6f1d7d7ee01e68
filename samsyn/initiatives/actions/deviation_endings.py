"""How a report ends, with what was changed or why nothing was; and words that are taken out."""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, free_key, one_change, within
from samsyn.initiatives.actions.deviations import refuse_closed, take_step, tell_reporter
from samsyn.initiatives.domain.masking import masked
from samsyn.initiatives.models import Deviation, DeviationState, DeviationStep, Ending, StepTaken
from samsyn.initiatives.queries import deviations as queries
from samsyn.intake.api import guarded
from samsyn.kernel.errors import RuleBrokenError

_CLOSED = ("changed", "ending", "duplicate_of", "state", "closed_on", "answered_on")
_WRITTEN = ("title", "category", "what", "tried", "changed")


class NotAnOriginalError(RuleBrokenError):
    pass


class WordsNotFoundError(RuleBrokenError):
    pass


def close_deviation(
    row: Deviation,
    said: str,
    ending: str = "",
    duplicate_of: UUID | None = None,
    *,
    actor: Actor,
) -> DeviationStep:
    """Close it with what was changed or, by its ending, without; if nobody has answered, so it is.

    Where nothing was changed the words are why, and may be left out.
    """
    refuse_closed(row)
    row.changed, row.ending = ("", Ending(ending)) if ending else (guarded(said), "")
    row.duplicate_of = _original(row, duplicate_of, actor) if ending == Ending.DUPLICATE else None
    row.state = DeviationState.CLOSED
    row.closed_on, row.answered_on = actor.today, row.answered_on or actor.today
    with one_change():
        row.save(update_fields=_CLOSED)
        tell_reporter(row, actor)
        return take_step(row, StepTaken.CLOSED, said.strip() or _in_words(row), actor)


def _in_words(row: Deviation) -> str:
    """The ending as a sentence, in the language of the municipality: who reported reads it."""
    with translation.override(settings.LANGUAGE_CODE):
        told = str(row.get_ending_display())
    return f"{told[:1].upper()}{told[1:]}." if told else ""


def _original(row: Deviation, original_id: UUID | None, actor: Actor) -> Deviation:
    """The report that it is the same as: another, and not itself the same as a third."""
    found = queries.deviations_by_id(actor, [original_id] if original_id else []).first()
    if found is None or found.pk == row.pk:
        raise NotAnOriginalError(_("Välj vilken rapport den är samma som."))
    if found.ending == Ending.DUPLICATE:
        raise NotAnOriginalError(_("Den är själv samma som en annan. Välj den andra."))
    return found


def mask_deviation(
    row: Deviation, words: Iterable[str], why: str, *, actor: Actor
) -> DeviationStep:
    """Take the words out of all that was written, for a reason; the step tells it without them.

    Its key comes of its title and is made anew, and the search forgets what is taken out.
    """
    gone = [word for word in map(str.strip, words) if word]
    written = {field: masked(getattr(row, field), gone) for field in _WRITTEN}
    changed = {field for field, text in written.items() if text != getattr(row, field)}
    steps = [each for each in _steps(row, actor) if masked(each.text, gone) != each.text]
    if not changed and not steps:
        raise WordsNotFoundError(_("Orden står inte i rapporten. Skriv dem som de står där."))
    for field in changed:
        setattr(row, field, written[field])
    with one_change():
        if "title" in changed:
            row.key = free_key(Deviation, actor.municipality_id, row.title)
        row.save(update_fields=[*changed, "key"])
        for step in steps:
            step.text = masked(step.text, gone)
            step.save(update_fields=["text"])
        return take_step(row, StepTaken.MASKED, masked(why, gone), actor)


def _steps(row: Deviation, actor: Actor) -> Iterable[DeviationStep]:
    return within(DeviationStep, actor).filter(deviation=row).order_by("ordinal", "pk")
