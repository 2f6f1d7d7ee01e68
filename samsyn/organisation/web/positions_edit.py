"""The forms by which functions are described, filled, vacated and ended."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit
from samsyn.organisation import actions, queries, rules
from samsyn.organisation.models import Appointment, AppointmentKind, Office, Person, Position
from samsyn.organisation.web.addresses import address_of, position_crumbs
from samsyn.organisation.web.bodies_edit import PositionForm, add_contact
from samsyn.organisation.web.forms import ContactForm, EndForm
from samsyn.pages.api import Crumb, fields

NEW_PERSON = "ny"


class DescribeForm(PositionForm):
    """Also the days, for when they were entered wrong."""

    starts_on = fields.day(
        _("Finns från och med"), required=False, help_text=_("Tomt är okänt eller sedan länge.")
    )
    ends_on = fields.last_day(_("Finns till och med"), help_text=_("Tomt är tills vidare."))


class EngagementForm(forms.Form):
    kind = fields.choice(_("Hur"), AppointmentKind.choices)
    share_percent = forms.IntegerField(
        label=_("Andel, procent"), min_value=1, max_value=100, initial=100
    )
    starts_on = fields.day(_("Från och med"))
    ends_on = fields.last_day(_("Till och med"), help_text=_("Tomt är tills vidare."))
    term = fields.choice(_("Mandatperiod"), empty=_("Ingen"))

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial or {"starts_on": actor.today})
        fields.offer(self, term=((str(each.pk), each.name) for each in queries.terms(actor)))

    def engagement(self) -> actions.Engagement:
        answers = self.cleaned_data
        return actions.Engagement(
            AppointmentKind(answers["kind"]), answers["share_percent"], answers["term"] or None
        )


class AppointForm(EngagementForm):
    """One of the persons found, or a new one who is written here and nowhere else first."""

    person = fields.choice(_("Person"))
    given_name = fields.one_line(_("Förnamn"), required=False)
    family_name = fields.one_line(_("Efternamn"), required=False)
    field_order = ("person", "given_name", "family_name")

    def __init__(self, actor: Actor, data: Any = None, *, found: list[Person]) -> None:
        super().__init__(actor, data)
        person = self.fields["person"]
        person.widget = forms.RadioSelect()
        known = [(str(each.pk), each.name) for each in found]
        person.choices = [*known, (NEW_PERSON, gettext("Någon som inte finns i registret"))]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        if answers.get("person") == NEW_PERSON:
            for name in ("given_name", "family_name"):
                if not answers.get(name):
                    self.add_error(name, gettext("Skriv namnet på den som inte finns i registret."))
        return answers


def _describe(position: Position, form: forms.Form, actor: Actor) -> str:
    answers = form.cleaned_data
    office = Office(answers["office"]) if answers["office"] else None
    actions.describe_position(
        position, answers["title"], office=office, is_single=answers["is_single"], actor=actor
    )
    actions.correct_life_of_position(
        position, starts_on=answers["starts_on"], ends_on=answers["ends_on"], actor=actor
    )
    return address_of(position)


def _described(actor: Actor, position: Position, data: Any) -> DescribeForm:
    del actor
    names = ("title", "office", "is_single", "starts_on", "ends_on")
    return DescribeForm(data, initial={name: getattr(position, name) for name in names})


def _end(position: Position, form: forms.Form, actor: Actor) -> str:
    actions.end_position(position, ends_on=form.cleaned_data["ends_on"], actor=actor)
    return address_of(position)


def _end_appointment(appointment: Appointment, form: forms.Form, actor: Actor) -> str:
    actions.end_appointment(appointment, ends_on=form.cleaned_data["ends_on"], actor=actor)
    return address_of(appointment.position)


def _correct_appointment(appointment: Appointment, form: EngagementForm, actor: Actor) -> str:
    answers = form.cleaned_data
    actions.correct_appointment(
        appointment,
        form.engagement(),
        starts_on=answers["starts_on"],
        ends_on=answers["ends_on"],
        actor=actor,
    )
    return address_of(appointment.position)


def _as_entered(actor: Actor, appointment: Appointment, data: Any) -> EngagementForm:
    names = ("kind", "share_percent", "starts_on", "ends_on")
    initial = {name: getattr(appointment, name) for name in names}
    return EngagementForm(actor, data, initial | {"term": appointment.term_id or ""})


def _appointment_crumbs(actor: Actor, appointment: Appointment) -> list[Crumb]:
    return position_crumbs(actor, appointment.position)


DESCRIBE = Edit(
    action=rules.DESCRIBE_POSITION,
    title=_("Ändra funktionen"),
    submit=_("Spara"),
    form=_described,
    act=_describe,
    crumbs=position_crumbs,
    done=_("Funktionen är ändrad."),
)
END = Edit(
    action=rules.END_POSITION,
    title=_("Avsluta funktionen"),
    lead=_("Den som innehar funktionen då lämnar den samma dag."),
    submit=_("Avsluta"),
    form=lambda _actor, _row, data: EndForm(data),
    act=_end,
    crumbs=position_crumbs,
    done=_("Funktionen är avslutad."),
    color="danger",
)
ADD_CONTACT = Edit(
    action=rules.ADD_CONTACT_TO_POSITION,
    title=_("Lägg till kontaktuppgift"),
    submit=_("Lägg till"),
    form=lambda _actor, _row, data: ContactForm(data),
    act=add_contact,
    crumbs=position_crumbs,
    done=_("Kontaktuppgiften är tillagd."),
)
CORRECT_APPOINTMENT = Edit(
    action=rules.CORRECT_APPOINTMENT,
    title=_("Rätta uppdraget"),
    submit=_("Spara"),
    form=_as_entered,
    act=_correct_appointment,
    crumbs=_appointment_crumbs,
    done=_("Uppdraget är rättat."),
)
END_APPOINTMENT = Edit(
    action=rules.END_APPOINTMENT,
    title=_("Avsluta uppdraget"),
    lead=_("Funktionen är vakant från dagen efter."),
    submit=_("Avsluta"),
    form=lambda _actor, _row, data: EndForm(data),
    act=_end_appointment,
    crumbs=_appointment_crumbs,
    done=_("Uppdraget är avslutat."),
)
