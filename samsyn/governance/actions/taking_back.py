"""Taking back what was put into a matter by mistake, before anyone has decided on it."""

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, one_change, within
from samsyn.governance.models import Attachment, Matter, Party, Step, StepKind
from samsyn.governance.queries.matters import AGAIN
from samsyn.kernel.errors import RuleBrokenError
from samsyn.sources.api import uncite


class DecidedOnError(RuleBrokenError):
    """What a body has done is not taken back."""


class StillToDoError(RuleBrokenError):
    pass


def detach(attachment: Attachment, *, actor: Actor) -> None:
    with one_change():
        # A board may be written down at the same moment.
        Matter.objects.select_for_update(no_key=True).get(pk=attachment.matter_id)
        steps = within(Step, actor).filter(matter=attachment.matter_id)
        if steps.exclude(decided_on=None).exists():
            raise DecidedOnError(_("Någon har beslutat i ärendet, och bilagan står kvar."))
        attachment.delete()


def remove_step(step: Step, *, actor: Actor) -> None:
    """Remove a step that the page has locked, so that nobody decides in it meanwhile."""
    if step.decided_on or step.signed_on or step.expeditions.exists():
        raise DecidedOnError(_("Organet har beslutat, skrivit under eller expedierat."))
    with one_change():
        # What the body still has to do stands in its other steps, and they may change too.
        Matter.objects.select_for_update(no_key=True).get(pk=step.matter_id)
        _refuse_to_spare(step, actor)
        uncite([step.pk], actor=actor)
        step.delete()


def _refuse_to_spare(step: Step, actor: Actor) -> None:
    """Refuse what leaves a body without a step that it still has to take."""
    own = within(Step, actor).filter(matter=step.matter_id, body=step.body_id)
    others = own.exclude(pk=step.pk)
    if others.filter(decided_on=None, signed_on=None).exists():
        return
    if others.filter(outcome__in=AGAIN).exists():
        raise StillToDoError(_("Organet ska ta upp ärendet igen."))
    parties = within(Party, actor).filter(agreement=step.matter.agreement_id, body=step.body_id)
    if step.kind in {StepKind.DECIDES, StepKind.SIGNS} and parties.exists():
        raise StillToDoError(_("Organet är part i avtalet. Ta bort parten först."))
