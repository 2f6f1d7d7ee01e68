"""The forms by which risks, obstacles and proposals are noted, judged and closed."""

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Municipality
from samsyn.forums.api import queries as forums
from samsyn.governance.actions import risks as actions
from samsyn.governance.actions.risks import Judged
from samsyn.governance.models import Consequence, Likelihood, Risk, RiskKind
from samsyn.governance.queries import duties as bases
from samsyn.governance.queries import risks as queries
from samsyn.governance.rules import risks as rules
from samsyn.governance.web.risks import risk_crumbs, risk_url, risks_crumbs
from samsyn.intake.api import long_text
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import fields

_FIELDS = ("kind", "title", "text", "category", "found_on", "action", "due_on")
_CHOSEN = ("owner", "towards_body", "towards_agreement")
_JUDGED = ("likelihood", "consequence", "why")


def _numbered(choices: Any) -> list[tuple[str, Any]]:
    return [(str(value), format_lazy("{} {}", value, label)) for value, label in choices]


class RiskForm(forms.Form):
    kind = fields.choice(_("Slag"), RiskKind.choices)
    title = fields.one_line(_("Vad"))
    text = long_text(_("Beskriv"))
    category = fields.one_line(_("Ämne"), required=False)
    found_on = fields.day(_("Upptäckt"))
    owner = fields.choice(_("Vem äger det"), empty=_("Ingen funktion"))
    towards_body = fields.choice(_("Riktat till organet"), empty=_("Inget organ"))
    towards_agreement = fields.choice(_("Eller till avtalet"), empty=_("Inget avtal"))
    action = long_text(_("Vad görs åt det"))
    due_on = fields.day(_("Klar senast"), required=False)

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        words = dict.fromkeys([*queries.categories(actor), *queries.USUAL_CATEGORIES])
        told = _("Egna ord går bra. Används redan eller är vanliga: {}.")
        self.fields["category"].help_text = format_lazy(told, ", ".join(words))
        fields.offer(self, **_offered(actor))

    def told(self) -> dict[str, Any]:
        answers = self.cleaned_data
        names = {f"{name}_id": fields.chosen(answers[name]) for name in _CHOSEN}
        return {name: answers[name] for name in _FIELDS} | names


def _offered(actor: Actor) -> dict[str, list[tuple[str, str]]]:
    return {
        "owner": forums.function_choices(actor),
        "towards_body": organisation.possible_parents(actor),
        "towards_agreement": bases.bases(actor)["agreement"],
    }


class NewRiskForm(RiskForm):
    """A risk may be judged when it is noted; an obstacle or a proposal is not."""

    likelihood = fields.choice(
        _("Sannolikhet"), _numbered(Likelihood.choices), empty=_("Inte bedömd")
    )
    consequence = fields.choice(
        _("Konsekvens"), _numbered(Consequence.choices), empty=_("Inte bedömd")
    )
    why = long_text(_("Varför ni bedömer det så"))

    def judged(self) -> Judged | None:
        answers = [self.cleaned_data[name] for name in _JUDGED]
        if not any(answers):
            return None
        likelihood, consequence, why = answers
        return Judged(int(likelihood or 0), int(consequence or 0), why)


class JudgeForm(forms.Form):
    judged_on = fields.day(_("Bedömd den"))
    likelihood = fields.choice(_("Sannolikhet"), _numbered(Likelihood.choices))
    consequence = fields.choice(_("Konsekvens"), _numbered(Consequence.choices))
    why = long_text(_("Varför ni bedömer det så"), required=True)


class CloseForm(forms.Form):
    closed_on = fields.day(_("Avslutad den"))
    outcome = long_text(_("Vad blev det av det"), required=True)


def _add(_municipality: Municipality, form: NewRiskForm, actor: Actor) -> str:
    return risk_url(actions.add_risk(form.told(), form.judged(), actor=actor))


def _change(risk: Risk, form: RiskForm, actor: Actor) -> str:
    actions.change_risk(risk, form.told(), actor=actor)
    return risk_url(risk)


def _described(actor: Actor, risk: Risk, data: Any) -> RiskForm:
    said = {name: getattr(risk, name) for name in _FIELDS}
    names = {name: str(getattr(risk, f"{name}_id") or "") for name in _CHOSEN}
    return RiskForm(actor, data, said | names)


def _judge(risk: Risk, form: JudgeForm, actor: Actor) -> str:
    answers = form.cleaned_data
    judged = Judged(int(answers["likelihood"]), int(answers["consequence"]), answers["why"])
    actions.judge_risk(risk, judged, answers["judged_on"], actor=actor)
    return risk_url(risk)


def _close(risk: Risk, form: CloseForm, actor: Actor) -> str:
    answers = form.cleaned_data
    actions.close_risk(risk, answers["closed_on"], answers["outcome"], actor=actor)
    return risk_url(risk)


ADD = Edit(
    action=rules.ADD_RISK,
    title=_("Lägg till en risk, ett hinder eller ett förslag"),
    submit=_("Lägg till"),
    form=lambda actor, _row, data: NewRiskForm(actor, data, {"found_on": actor.today}),
    act=_add,
    crumbs=risks_crumbs,
    done=_("Det är tillagt."),
    prefill=(("kind", "slag"), ("title", "rubrik"), ("towards_agreement", "avtal")),
)
CHANGE = Edit(
    action=rules.CHANGE_RISK,
    title=_("Ändra"),
    submit=_("Spara"),
    form=_described,
    act=_change,
    crumbs=risk_crumbs,
    done=_("Det är ändrat."),
)
JUDGE = Edit(
    action=rules.JUDGE_RISK,
    title=_("Bedöm risken på nytt"),
    lead=_("De tidigare bedömningarna står kvar."),
    submit=_("Spara"),
    form=lambda actor, _row, data: JudgeForm(data, initial={"judged_on": actor.today}),
    act=_judge,
    crumbs=risk_crumbs,
    done=_("Bedömningen är sparad."),
)
CLOSE = Edit(
    action=rules.CLOSE_RISK,
    title=_("Avsluta i skrift"),
    lead=_("Det går inte att ändra efteråt."),
    submit=_("Avsluta"),
    form=lambda actor, _row, data: CloseForm(data, initial={"closed_on": actor.today}),
    act=_close,
    crumbs=risk_crumbs,
    done=_("Det är avslutat."),
)
