"""The forms by which a round is sent, answered, met and compiled."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Municipality
from samsyn.forums.api import Forum
from samsyn.forums.api import queries as forums
from samsyn.governance.actions import consultations as actions
from samsyn.governance.models import Consultation, Regard, Statement
from samsyn.governance.queries import consultations as queries
from samsyn.governance.queries import duties as bases
from samsyn.governance.rules import consultations as rules
from samsyn.governance.web.consultations import (
    consultation_crumbs,
    consultation_url,
    consultations_crumbs,
    statement_crumbs,
)
from samsyn.intake.api import long_text
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import fields


class AskForm(forms.Form):
    title = fields.one_line(_("Rubrik"))
    question = long_text(_("Vad frågar ni om"), required=True)
    answer_by = fields.day(_("Sista dag att yttra sig"))

    def told(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in AskForm.base_fields}


class SendForm(AskForm):
    document = fields.choice(
        _("Styrdokument som remissen gäller"),
        empty=_("Inget styrdokument"),
        help_text=_("Den fil som dokumentet har i dag skickas med."),
    )
    text = long_text(_("Eller texten som remissen gäller"))
    bodies = fields.several(_("Till"), none=_("Välj vilka organ som ska få remissen."))

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        fields.offer(
            self,
            document=bases.bases(actor)["document"],
            bodies=organisation.possible_parents(actor),
        )

    def about(self) -> dict[str, Any]:
        answers = self.cleaned_data
        about = {"text": answers["text"], "document_id": fields.chosen(answers["document"])}
        return self.told() | about

    def asked(self) -> list[UUID]:
        return [UUID(pk) for pk in self.cleaned_data["bodies"]]


class StatementForm(forms.Form):
    text = long_text(_("Yttrande"), required=True, help_text=_("Skriv inget om enskilda barn."))
    stated_on = fields.day(_("Lämnat den"))
    stated_by = fields.choice(_("Av vilken funktion"), empty=_("Ingen funktion"))

    def __init__(self, actor: Actor, statement: Statement, data: Any = None) -> None:
        initial = {
            "text": statement.text,
            "stated_on": statement.stated_on or actor.today,
            "stated_by": str(statement.stated_by_id or ""),
        }
        super().__init__(data, initial=initial)
        fields.offer(self, stated_by=queries.functions_in(actor, statement.body_id))


class MeetForm(forms.Form):
    regard = fields.choice(_("Yttrandet är"), Regard.choices)
    because = long_text(
        _("Därför att"), help_text=_("Behövs när yttrandet inte helt är tillgodosett.")
    )
    changed = long_text(_("Vad som ändrades"))


class CompileForm(forms.Form):
    summary = long_text(_("Vad ändrades av yttrandena"), required=True)


def _send(_municipality: Municipality, form: SendForm, actor: Actor) -> str:
    return consultation_url(actions.send_consultation(form.about(), form.asked(), actor=actor))


def _send_from_forum(forum: Forum, form: SendForm, actor: Actor) -> str:
    told = form.about() | {"forum_id": forum.pk}
    return consultation_url(actions.send_consultation(told, form.asked(), actor=actor))


def _from_forum(actor: Actor, forum: Forum, data: Any) -> SendForm:
    seated = [str(pk) for pk in queries.bodies_of_forum(actor, forum)]
    return SendForm(actor, data, {"bodies": seated})


def _forum_crumbs(actor: Actor, forum: Forum) -> list[Any]:
    return consultations_crumbs(actor, forum)


def _described(_actor: Actor, row: Consultation, data: Any) -> AskForm:
    return AskForm(data, initial={name: getattr(row, name) for name in AskForm.base_fields})


def _change(row: Consultation, form: AskForm, actor: Actor) -> str:
    actions.change_consultation(row, form.told(), actor=actor)
    return consultation_url(row)


def _state(statement: Statement, form: StatementForm, actor: Actor) -> str:
    answers = form.cleaned_data
    by = answers["stated_by"]
    actions.make_statement(
        statement,
        answers["text"],
        answers["stated_on"],
        by=forums.function(actor, by) if by else None,
        actor=actor,
    )
    return consultation_url(statement.consultation)


def _meeting(_actor: Actor, statement: Statement, data: Any) -> MeetForm:
    names = MeetForm.base_fields
    return MeetForm(data, initial={name: getattr(statement, name) for name in names})


def _meet(statement: Statement, form: MeetForm, actor: Actor) -> str:
    answers = form.cleaned_data
    regard = Regard(answers["regard"])
    actions.meet_statement(statement, regard, answers["because"], answers["changed"], actor=actor)
    return consultation_url(statement.consultation)


def _compile(row: Consultation, form: CompileForm, actor: Actor) -> str:
    actions.compile_consultation(row, form.cleaned_data["summary"], actor=actor)
    return consultation_url(row)


_SENT = _("Remissen är skickad.")
SEND = Edit(
    action=rules.SEND_CONSULTATION,
    title=_("Skicka en remiss"),
    submit=_("Skicka"),
    form=lambda actor, _row, data: SendForm(actor, data),
    act=_send,
    crumbs=consultations_crumbs,
    done=_SENT,
    prefill=(("document", "dokument"), ("title", "rubrik")),
)
SEND_FROM_FORUM = Edit(
    action=rules.SEND_FROM_FORUM,
    title=_("Skicka en remiss från forumet"),
    lead=_("De organ som har plats i forumet är valda. Ändra om det behövs."),
    submit=_("Skicka"),
    form=_from_forum,
    act=_send_from_forum,
    crumbs=_forum_crumbs,
    done=_SENT,
)
CHANGE = Edit(
    action=rules.CHANGE_CONSULTATION,
    title=_("Ändra remissen"),
    submit=_("Spara"),
    form=_described,
    act=_change,
    crumbs=consultation_crumbs,
    done=_("Remissen är ändrad."),
)
STATE = Edit(
    action=rules.MAKE_STATEMENT,
    title=_("Skriv yttrande"),
    submit=_("Spara"),
    form=StatementForm,
    act=_state,
    crumbs=statement_crumbs,
    done=_("Yttrandet är sparat."),
)
MEET = Edit(
    action=rules.MEET_STATEMENT,
    title=_("Skriv hur yttrandet har tillgodosetts"),
    submit=_("Spara"),
    form=_meeting,
    act=_meet,
    crumbs=statement_crumbs,
    done=_("Det är sparat."),
)
COMPILE = Edit(
    action=rules.COMPILE_CONSULTATION,
    title=_("Sammanställ remissen"),
    lead=_("Det går inte att ändra efteråt."),
    submit=_("Sammanställ"),
    form=lambda _actor, _row, data: CompileForm(data),
    act=_compile,
    crumbs=consultation_crumbs,
    done=_("Remissen är sammanställd."),
)
