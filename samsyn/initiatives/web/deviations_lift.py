"""The form by which a deviation is lifted: to the group above or, without one, where one says."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit
from samsyn.forums.api import queries as forums
from samsyn.initiatives.actions import deviations as actions
from samsyn.initiatives.models import Deviation
from samsyn.initiatives.rules import deviations as rules
from samsyn.initiatives.web.deviation_addresses import deviation_crumbs, deviation_url
from samsyn.initiatives.web.deviations_edit import proposed_day
from samsyn.intake.api import long_text
from samsyn.pages.api import fields


class LiftForm(forms.Form):
    forum = fields.choice(
        _("Till vilket forum"),
        empty=_("Välj forum"),
        help_text=_("Ingen grupp står ovanför. De som leder forumet tar över."),
    )
    text = long_text(_("Varför den lyfts"), required=True)
    answer_by = fields.day(_("Nytt svar senast"), required=False)

    def __init__(self, actor: Actor, row: Deviation, data: Any = None) -> None:
        super().__init__(data, initial={"answer_by": proposed_day(actor, row)})
        above = actions.group_above(row, actor)
        if above is None:
            self.fields["forum"].required = True
            fields.offer(self, forum=choices(actor, row))
        else:
            del self.fields["forum"]
            told = gettext("Den lyfts till %(forum)s.") % {"forum": above.name}
            self.fields["text"].help_text = told


def choices(actor: Actor, row: Deviation) -> list[tuple[str, str]]:
    """Every forum but the one that it is with."""
    return forums.forum_choices(actor, but=row.lifted_to_id or row.forum_id)


@dataclass(frozen=True, slots=True)
class Lack:
    """Why no group stands above, and whether that leaves nowhere to lift it."""

    told: str
    is_final: bool = False


def lack_above(actor: Actor, row: Deviation) -> Lack | None:
    if actions.group_above(row, actor) is not None:
        return None
    if not choices(actor, row):
        return Lack(gettext("Den går inte att lyfta: det finns inget annat forum."), is_final=True)
    if row.lifted_to_id or row.forum_id:
        return Lack(gettext("Forumet har ingen grupp ovanför. Du väljer vart den lyfts."))
    return Lack(gettext("Den hör inte till något forum. Du väljer vart den lyfts."))


def _lift(row: Deviation, form: LiftForm, actor: Actor) -> str:
    told = form.cleaned_data
    chosen = told.get("forum")
    to = UUID(chosen) if chosen else None
    actions.lift_deviation(row, told["text"], told["answer_by"], to=to, actor=actor)
    return deviation_url(row)


LIFT = Edit(
    action=rules.LIFT_DEVIATION,
    title=_("Lyft avvikelsen"),
    lead=_("Det som inte går att lösa mellan er, eller som kommer tillbaka."),
    submit=_("Lyft"),
    form=LiftForm,
    act=_lift,
    crumbs=deviation_crumbs,
    done=_("Den är lyft."),
)
