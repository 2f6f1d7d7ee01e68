"""What is found to be missing in agreements and documents, and how it was mended."""

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, one_change
from samsyn.governance.models import Agreement, GoverningDocument, Remark
from samsyn.intake.api import guarded
from samsyn.kernel.errors import RuleBrokenError


class NothingSaidError(RuleBrokenError):
    pass


def remark(owner: Agreement | GoverningDocument, text: str, *, actor: Actor) -> Remark:
    """Write down what is missing or unclear, so that it is not only said."""
    told = guarded(text)
    if not told:
        raise NothingSaidError(_("Skriv vad som saknas eller är oklart."))
    own = "agreement" if isinstance(owner, Agreement) else "document"
    with one_change():
        return Remark.objects.create(
            municipality_id=actor.municipality_id,
            text=told,
            noted_on=actor.today,
            **{own: owner},
        )


def mend_remark(remark: Remark, how: str, *, actor: Actor) -> None:
    told = guarded(how)
    with one_change():
        remark.mended_on, remark.how = actor.today, told
        remark.save(update_fields=["mended_on", "how"])
