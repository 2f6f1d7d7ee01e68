"""The forms by which a deviation is reported, sorted, handled and answered."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Municipality
from samsyn.forums.api import queries as forums
from samsyn.governance.api import agreement_choices, body_choices
from samsyn.initiatives.actions import deviations as actions
from samsyn.initiatives.models import Deviation, DeviationKind
from samsyn.initiatives.queries import deviations as queries
from samsyn.initiatives.queries import portfolio
from samsyn.initiatives.rules import deviations as rules
from samsyn.initiatives.web.deviation_addresses import (
    deviation_crumbs,
    deviation_url,
    deviations_crumbs,
)
from samsyn.intake.api import long_text
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import fields

_ABOUT = ("forum", "agreement", "initiative")
_PARTIES = ("party", "other_party")
_SORTED = ("kind", "title", "category")


class WhatForm(forms.Form):
    """What is asked of everyone: two minutes on a phone, whoever it is."""

    title = fields.one_line(
        _("Vad handlar det om"), help_text=_("Några ord, till exempel: skolan fick inget besked.")
    )
    what = long_text(
        _("Vad hände"),
        required=True,
        help_text=_("Skriv inga namn och inget som pekar ut ett barn."),
    )
    happened_on = fields.day(_("När"), required=False)
    tried = long_text(
        _("Vad har ni redan försökt själva"),
        help_text=_("Det mesta löses bäst mellan dem som det gäller."),
    )
    category = fields.one_line(_("Ämne"), required=False)
    kind = fields.choice(_("Slag"), DeviationKind.choices)

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        _suggest(self, actor)


def _suggest(form: forms.Form, actor: Actor) -> None:
    words = dict.fromkeys([*queries.categories(actor), *queries.USUAL_CATEGORIES])
    told = _("Egna ord går bra. Används redan eller är vanliga: {}.")
    form.fields["category"].help_text = format_lazy(told, ", ".join(words))


def parties_field(choices: Sequence[tuple[str, str]] = ()) -> forms.MultipleChoiceField:
    field = fields.several(_("Mellan vilka parter"))
    field.required, field.choices = False, list(choices)
    return field


class _AboutForm(forms.Form):
    """What it is about."""

    forum = fields.choice(_("Forum"), empty=_("Inget forum"))
    agreement = fields.choice(_("Avtal"), empty=_("Inget avtal"))
    initiative = fields.choice(_("Insats"), empty=_("Ingen insats"))

    def offer(self, actor: Actor) -> None:
        fields.offer(
            self,
            forum=forums.forum_choices(actor),
            agreement=agreement_choices(actor),
            initiative=portfolio.initiative_choices(actor),
        )

    def about(self) -> dict[str, Any]:
        return {f"{name}_id": fields.chosen(self.cleaned_data[name]) for name in _ABOUT}


class ReportForm(_AboutForm, WhatForm):
    """Two parties are enough to begin with; whoever sorts the report can add more."""

    party = fields.choice(_("Mellan"), empty=_("Ingen part"))
    other_party = fields.choice(_("Och"), empty=_("Ingen part"))
    reporter = fields.choice(
        _("Du rapporterar som"),
        empty=_("Ingen funktion"),
        help_text=_("Den som har funktionen efter dig kan följa rapporten."),
    )
    field_order = (*WhatForm.base_fields, *_PARTIES, *_AboutForm.base_fields, "reporter")

    def __init__(self, actor: Actor, data: Any = None) -> None:
        held = [
            (str(each.pk), each.title)
            for each in organisation.functions_of_account(actor).order_by("title_key", "pk")
        ]
        first = {"kind": DeviationKind.DEVIATION, "happened_on": actor.today}
        super().__init__(actor, data, first | {"reporter": held[0][0] if held else ""})
        self.offer(actor)
        bodies = body_choices(actor)
        fields.offer(self, reporter=held, party=bodies, other_party=bodies)

    def told(self) -> dict[str, Any]:
        said = {name: self.cleaned_data[name] for name in WhatForm.base_fields}
        return said | self.about() | {"reporter_id": fields.chosen(self.cleaned_data["reporter"])}

    def parties(self) -> list[UUID]:
        chosen = [self.cleaned_data[name] for name in _PARTIES]
        return [UUID(pk) for pk in chosen if pk]


class SortForm(_AboutForm):
    parties = parties_field()
    title = fields.one_line(_("Vad handlar det om"))
    category = fields.one_line(_("Ämne"), required=False)
    kind = fields.choice(_("Slag"), DeviationKind.choices)
    field_order = ("title", "category", "kind", "parties", *_AboutForm.base_fields)

    def __init__(self, actor: Actor, row: Deviation, data: Any = None) -> None:
        now: dict[str, Any] = {name: getattr(row, name) for name in _SORTED}
        now |= {name: str(getattr(row, f"{name}_id") or "") for name in _ABOUT}
        parties = row.parties.order_by("pk").values_list("body_id", flat=True)
        super().__init__(data, initial=now | {"parties": [str(pk) for pk in parties]})
        self.offer(actor)
        fields.offer(self, parties=body_choices(actor))
        _suggest(self, actor)

    def told(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in _SORTED} | self.about()

    def chosen_parties(self) -> list[UUID]:
        return [UUID(pk) for pk in self.cleaned_data["parties"]]


class HandlerForm(forms.Form):
    handler = fields.choice(_("Vem handlägger"), empty=_("Välj funktion"))
    answer_by = fields.day(
        _("Svar senast"), required=False, help_text=_("Föreslaget av rutinen, om det finns en.")
    )
    text = long_text(_("Något att skicka med"))

    def __init__(self, actor: Actor, row: Deviation, data: Any = None) -> None:
        now = {"handler": str(row.handler_id or ""), "answer_by": proposed_day(actor, row)}
        super().__init__(data, initial=now)
        self.fields["handler"].required = True
        fields.offer(self, handler=forums.function_choices(actor))


class NoteForm(forms.Form):
    text = long_text(_("Vad har gjorts eller kommit fram"), required=True)


class AnswerForm(forms.Form):
    text = long_text(
        _("Svar"),
        required=True,
        help_text=_("Vad ni har gjort eller ska göra. Den som rapporterade läser det."),
    )


def proposed_day(actor: Actor, row: Deviation) -> Any:
    """By when it is to be answered: the day that it has, or that its routine gives from today."""
    routine = queries.routine_of(actor, row.agreement_id)
    return row.answer_by or actions.days_of(routine, actor.today, actor)[0]


def _report(_municipality: Municipality, form: ReportForm, actor: Actor) -> str:
    return deviation_url(actions.report_deviation(form.told(), form.parties(), actor=actor))


def _sort(row: Deviation, form: SortForm, actor: Actor) -> str:
    actions.sort_deviation(row, form.told(), form.chosen_parties(), actor=actor)
    return deviation_url(row)


def _hand(row: Deviation, form: HandlerForm, actor: Actor) -> str:
    told = form.cleaned_data
    actions.name_handler(row, UUID(told["handler"]), told["answer_by"], told["text"], actor=actor)
    return deviation_url(row)


def _note(row: Deviation, form: NoteForm, actor: Actor) -> str:
    actions.note_on_deviation(row, form.cleaned_data["text"], actor=actor)
    return deviation_url(row)


def _answer(row: Deviation, form: AnswerForm, actor: Actor) -> str:
    actions.answer_deviation(row, form.cleaned_data["text"], actor=actor)
    return deviation_url(row)


REPORT = Edit(
    action=rules.REPORT_DEVIATION,
    title=_("Rapportera en avvikelse eller ett hinder"),
    lead=_("Det handlar aldrig om rätt och fel, utan om vad som kan bli bättre. Inga namn behövs."),
    submit=_("Rapportera"),
    form=lambda actor, _row, data: ReportForm(actor, data),
    act=_report,
    crumbs=deviations_crumbs,
    done=_("Tack. Rapporten är sparad, och du kan följa den här."),
    prefill=(("forum", "forum"), ("agreement", "avtal"), ("initiative", "insats")),
)
SORT = Edit(
    action=rules.SORT_DEVIATION,
    title=_("Ordna in"),
    lead=_("Det som rapporterades står kvar som det skrevs."),
    submit=_("Spara"),
    form=SortForm,
    act=_sort,
    crumbs=deviation_crumbs,
    done=_("Det är sparat."),
)
HAND = Edit(
    action=rules.NAME_HANDLER,
    title=_("Ge den en handläggare"),
    submit=_("Spara"),
    form=HandlerForm,
    act=_hand,
    crumbs=deviation_crumbs,
    done=_("Handläggaren är sparad."),
)
NOTE = Edit(
    action=rules.NOTE_ON_DEVIATION,
    title=_("Anteckna"),
    lead=_("Anteckningen går inte att ändra efteråt."),
    submit=_("Spara"),
    form=lambda _actor, _row, data: NoteForm(data),
    act=_note,
    crumbs=deviation_crumbs,
    done=_("Anteckningen är sparad."),
)
ANSWER = Edit(
    action=rules.ANSWER_DEVIATION,
    title=_("Svara"),
    lead=_("Svaret går inte att ändra efteråt. Ni kan svara igen."),
    submit=_("Svara"),
    form=lambda _actor, _row, data: AnswerForm(data),
    act=_answer,
    crumbs=deviation_crumbs,
    done=_("Svaret är sparat."),
)
