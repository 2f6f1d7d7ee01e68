"""The forms by which recommendations are kept, answered, acted on and closed."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Municipality
from samsyn.forums.api import queries as forums
from samsyn.governance.actions import recommendations as actions
from samsyn.governance.models import Fulfilment, Recommendation
from samsyn.governance.queries import duties as bases
from samsyn.governance.queries import recommendations as queries
from samsyn.governance.rules import risks as rules
from samsyn.governance.web.recommendations import (
    recommendation_crumbs,
    recommendation_url,
    recommendations_crumbs,
)
from samsyn.intake.api import long_text
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import fields
from samsyn.sources.api import documents as records

_SAID = ("number", "text", "given_on")
_FROM = ("audit", "record", "body")
_DONE = ("action", "due_on", "evidence")
_SHOWN = ("owner", "evidence_document", "evidence_meeting")


class _Telling(forms.Form):
    """A form whose answers are written as they are, or as the rows that were chosen."""

    def told(self, plain: tuple[str, ...], picked: tuple[str, ...]) -> dict[str, Any]:
        answers = self.cleaned_data
        names = {f"{name}_id": fields.chosen(answers[name]) for name in picked}
        return {name: answers[name] for name in plain} | names


class RecommendationForm(_Telling):
    audit = fields.choice(_("Granskning bland styrdokumenten"), empty=_("Inget styrdokument"))
    record = fields.choice(_("Eller bland källorna"), empty=_("Ingen källa"))
    number = fields.one_line(_("Nummer"), required=False)
    text = long_text(
        _("Rekommendation"), required=True, help_text=_("Ordagrant som granskningen skriver.")
    )
    body = fields.choice(
        _("Till"), help_text=_("Varje nämnd svarar för sig. Lägg till en för varje.")
    )
    given_on = fields.day(_("Gavs den"))

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        found = records(actor).values_list("pk", "title")
        fields.offer(
            self,
            audit=queries.audits(actor),
            record=[(str(pk), title) for pk, title in found],
            body=organisation.possible_parents(actor),
        )


class AnswerForm(forms.Form):
    answered_on = fields.day(_("Besvarad den"))
    answer = long_text(_("Svar"), required=True)


class ActForm(_Telling):
    action = long_text(_("Vad görs"), required=True)
    owner = fields.choice(_("Vem ser till det"), empty=_("Ingen funktion"))
    due_on = fields.day(_("Klar senast"), required=False)
    evidence = long_text(_("Vad som visar att det är gjort"))
    evidence_document = fields.choice(_("Dokumentet som visar det"), empty=_("Inget dokument"))
    evidence_meeting = fields.choice(_("Mötet som visar det"), empty=_("Inget möte"))

    def __init__(self, actor: Actor, row: Recommendation, data: Any = None) -> None:
        said = {name: getattr(row, name) for name in _DONE}
        names = {name: str(getattr(row, f"{name}_id") or "") for name in _SHOWN}
        super().__init__(data, initial=said | names)
        fields.offer(
            self,
            owner=forums.function_choices(actor),
            evidence_document=bases.bases(actor)["document"],
            evidence_meeting=queries.meetings(actor),
        )


class CloseForm(_Telling):
    closed_as = fields.choice(_("Hur"), Fulfilment.choices)
    closed_on = fields.day(_("Avslutad den"))
    closed_by = fields.choice(_("Avslutad av"))
    result = long_text(_("Vad är gjort, eller varför är den avvisad"), required=True)

    def __init__(self, actor: Actor, _row: Any, data: Any = None) -> None:
        super().__init__(data, initial={"closed_on": actor.today})
        nobody = ("", gettext("Välj en funktion"))
        fields.offer(self, closed_by=[nobody, *forums.function_choices(actor)])


def _add(_municipality: Municipality, form: RecommendationForm, actor: Actor) -> str:
    return recommendation_url(actions.add_recommendation(form.told(_SAID, _FROM), actor=actor))


def _change(row: Recommendation, form: RecommendationForm, actor: Actor) -> str:
    actions.change_recommendation(row, form.told(_SAID, _FROM), actor=actor)
    return recommendation_url(row)


def _described(actor: Actor, row: Recommendation, data: Any) -> RecommendationForm:
    said = {name: getattr(row, name) for name in _SAID}
    names = {name: str(getattr(row, f"{name}_id") or "") for name in _FROM}
    return RecommendationForm(actor, data, said | names)


def _answered(actor: Actor, row: Recommendation, data: Any) -> AnswerForm:
    initial = {"answered_on": row.answered_on or actor.today, "answer": row.answer}
    return AnswerForm(data, initial=initial)


def _answer(row: Recommendation, form: AnswerForm, actor: Actor) -> str:
    answers = form.cleaned_data
    actions.answer_recommendation(row, answers["answered_on"], answers["answer"], actor=actor)
    return recommendation_url(row)


def _act(row: Recommendation, form: ActForm, actor: Actor) -> str:
    actions.act_on_recommendation(row, form.told(_DONE, _SHOWN), actor=actor)
    return recommendation_url(row)


def _close(row: Recommendation, form: CloseForm, actor: Actor) -> str:
    answers = form.cleaned_data
    actions.close_recommendation(
        row,
        Fulfilment(answers["closed_as"]),
        answers["closed_on"],
        answers["result"],
        by=forums.function(actor, answers["closed_by"]),
        actor=actor,
    )
    return recommendation_url(row)


ADD = Edit(
    action=rules.ADD_RECOMMENDATION,
    title=_("Lägg till en rekommendation"),
    submit=_("Lägg till"),
    form=lambda actor, _row, data: RecommendationForm(actor, data),
    act=_add,
    crumbs=recommendations_crumbs,
    done=_("Rekommendationen är tillagd."),
    prefill=(("audit", "granskning"), ("record", "kalla"), ("given_on", "dag")),
)
CHANGE = Edit(
    action=rules.CHANGE_RECOMMENDATION,
    title=_("Rätta rekommendationen"),
    submit=_("Spara"),
    form=_described,
    act=_change,
    crumbs=recommendation_crumbs,
    done=_("Rekommendationen är rättad."),
)
ANSWER = Edit(
    action=rules.ANSWER_RECOMMENDATION,
    title=_("Skriv in svaret"),
    submit=_("Spara"),
    form=_answered,
    act=_answer,
    crumbs=recommendation_crumbs,
    done=_("Svaret är sparat."),
)
ACT = Edit(
    action=rules.ACT_ON_RECOMMENDATION,
    title=_("Skriv vad som görs"),
    submit=_("Spara"),
    form=ActForm,
    act=_act,
    crumbs=recommendation_crumbs,
    done=_("Det är sparat."),
)
CLOSE = Edit(
    action=rules.CLOSE_RECOMMENDATION,
    title=_("Avsluta rekommendationen"),
    lead=_("Det går inte att ändra efteråt."),
    submit=_("Avsluta"),
    form=CloseForm,
    act=_close,
    crumbs=recommendation_crumbs,
    done=_("Rekommendationen är avslutad."),
)
