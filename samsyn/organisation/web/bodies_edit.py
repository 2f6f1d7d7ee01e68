"""The forms by which bodies are added, named, placed, described and ended."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Municipality
from samsyn.organisation import actions, queries, rules
from samsyn.organisation.models import Body, BodyKind, BodyName, Office
from samsyn.organisation.web.addresses import address_of, bodies_crumbs, body_crumbs
from samsyn.organisation.web.forms import ContactForm, EndForm
from samsyn.pages.api import fields


class DescribeForm(forms.Form):
    kind = fields.choice(_("Slag"), BodyKind.choices)
    is_own_authority = forms.BooleanField(
        label=_("Är en egen myndighet"),
        required=False,
        help_text=_("Nämnder, regioner och statliga myndigheter är egna myndigheter."),
    )
    organisation_number = fields.one_line(
        _("Organisationsnummer"), required=False, help_text=_("Tio siffror: NNNNNN-NNNN.")
    )
    area = fields.choice(_("Område"), empty=_("Hela kommunen eller okänt"))

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        area = self.fields["area"]
        area.choices = [*area.choices, *queries.area_choices(actor)]  # type: ignore[attr-defined]

    def description(self) -> actions.Description:
        answers = self.cleaned_data
        return actions.Description(
            BodyKind(answers["kind"]),
            is_own_authority=answers["is_own_authority"],
            organisation_number=answers["organisation_number"],
            area_id=answers["area"] or None,
        )


class DescribeAgainForm(DescribeForm):
    """Also the days, for when they were entered wrong."""

    starts_on = fields.day(
        _("Finns från och med"), required=False, help_text=_("Tomt är okänt eller sedan länge.")
    )
    ends_on = fields.last_day(_("Finns till och med"), help_text=_("Tomt är tills vidare."))


class CorrectNameForm(forms.Form):
    name = fields.one_line(_("Namn"))


class CreateForm(DescribeForm):
    name = fields.one_line(_("Namn"), help_text=_("Som det står i beslutet."))
    short_name = fields.one_line(_("Kortnamn"), required=False, help_text=_("Till exempel BUN."))
    starts_on = fields.day(
        _("Från och med"), required=False, help_text=_("Lämna tomt om dagen är okänd.")
    )
    parent = fields.choice(_("Lyder under"), empty=_("Inget organ"))
    field_order = ("name", "short_name", "kind", "parent", "starts_on")

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(actor, data)
        parent = self.fields["parent"]
        parent.choices = [*parent.choices, *queries.possible_parents(actor)]  # type: ignore[attr-defined]


class RenameForm(forms.Form):
    name = fields.one_line(_("Nytt namn"))
    short_name = fields.one_line(_("Kortnamn"), required=False)
    starts_on = fields.day(_("Från och med"))
    ends_on = fields.last_day(_("Till och med"), help_text=_("Tomt är tills vidare."))


class PlaceForm(forms.Form):
    parent = fields.choice(_("Lyder under"), empty=_("Inget organ"))
    starts_on = fields.day(_("Från och med"))

    def __init__(self, actor: Actor, body: Body, data: Any = None) -> None:
        super().__init__(data, initial={"starts_on": actor.today})
        parent = self.fields["parent"]
        parent.choices = [*parent.choices, *queries.possible_parents(actor, body)]  # type: ignore[attr-defined]


class PositionForm(forms.Form):
    title = fields.one_line(_("Benämning"), help_text=_("Till exempel Socialchef."))
    office = fields.choice(
        _("Förtroendeuppdrag"), Office.choices, empty=_("Nej, en tjänst i förvaltningen")
    )
    is_single = forms.BooleanField(
        label=_("Bara en person i taget"),
        required=False,
        initial=True,
        help_text=_("Avmarkera om flera kan inneha funktionen samtidigt, som fältassistent."),
    )


class CreatePositionForm(PositionForm):
    starts_on = fields.day(
        _("Från och med"),
        required=False,
        help_text=_("Lämna tomt om den är lika gammal som organet."),
    )


def _create(_municipality: Municipality, form: CreateForm, actor: Actor) -> str:
    answers = form.cleaned_data
    body = actions.create_body(
        answers["name"],
        form.description(),
        starts_on=answers["starts_on"],
        parent_id=answers["parent"] or None,
        short_name=answers["short_name"],
        actor=actor,
    )
    return address_of(body)


def _rename(body: Body, form: forms.Form, actor: Actor) -> str:
    answers = dict(form.cleaned_data)
    actions.rename_body(body, answers.pop("name"), **answers, actor=actor)
    return address_of(body)


def _place(body: Body, form: forms.Form, actor: Actor) -> str:
    answers = form.cleaned_data
    parent_id = answers["parent"] or None
    actions.place_body(body, parent_id, starts_on=answers["starts_on"], actor=actor)
    return address_of(body)


def _describe(body: Body, form: DescribeAgainForm, actor: Actor) -> str:
    answers = form.cleaned_data
    actions.describe_body(body, form.description(), actor=actor)
    actions.correct_life(
        body, starts_on=answers["starts_on"], ends_on=answers["ends_on"], actor=actor
    )
    return address_of(body)


def _described(actor: Actor, body: Body, data: Any) -> DescribeAgainForm:
    fields_now = ("kind", "is_own_authority", "organisation_number", "starts_on", "ends_on")
    initial = {name: getattr(body, name) for name in fields_now}
    return DescribeAgainForm(actor, data, initial | {"area": body.area_id or ""})


def _correct_name(row: BodyName, form: forms.Form, actor: Actor) -> str:
    actions.correct_name(row.body, row, form.cleaned_data["name"], actor=actor)
    return address_of(row.body)


def _end(body: Body, form: forms.Form, actor: Actor) -> str:
    actions.end_body(body, ends_on=form.cleaned_data["ends_on"], actor=actor)
    return address_of(body)


def _add_position(body: Body, form: forms.Form, actor: Actor) -> str:
    answers = form.cleaned_data
    position = actions.create_position(
        body,
        answers["title"],
        office=Office(answers["office"]) if answers["office"] else None,
        is_single=answers["is_single"],
        starts_on=answers["starts_on"],
        actor=actor,
    )
    return address_of(position)


def add_contact(owner: Any, form: forms.Form, actor: Actor) -> str:
    actions.add_contact(owner, **form.cleaned_data, actor=actor)
    return address_of(owner)


CREATE = Edit(
    action=rules.CREATE_BODY,
    title=_("Lägg till organ"),
    submit=_("Lägg till"),
    form=lambda actor, _row, data: CreateForm(actor, data),
    act=_create,
    crumbs=bodies_crumbs,
    done=_("Organet är tillagt."),
)
RENAME = Edit(
    action=rules.RENAME_BODY,
    title=_("Byt namn"),
    lead=_("Det gamla namnet står kvar för tiden före bytet, också i gamla handlingar."),
    submit=_("Byt namn"),
    form=lambda _actor, _row, data: RenameForm(data),
    act=_rename,
    crumbs=body_crumbs,
    done=_("Organet har fått ett nytt namn."),
)
CORRECT_NAME = Edit(
    action=rules.CORRECT_NAME,
    title=_("Rätta namnet"),
    lead=_("För ett namn som blev felskrivet. Har organet bytt namn väljer du Byt namn."),
    submit=_("Spara"),
    form=lambda _actor, row, data: CorrectNameForm(data, initial={"name": row.name}),
    act=_correct_name,
    crumbs=lambda actor, row: body_crumbs(actor, row.body),
    done=_("Namnet är rättat."),
)
PLACE = Edit(
    action=rules.PLACE_BODY,
    title=_("Flytta i organisationen"),
    submit=_("Flytta"),
    form=PlaceForm,
    act=_place,
    crumbs=body_crumbs,
    done=_("Organet är flyttat."),
)
DESCRIBE = Edit(
    action=rules.DESCRIBE_BODY,
    title=_("Ändra uppgifter"),
    submit=_("Spara"),
    form=_described,
    act=_describe,
    crumbs=body_crumbs,
    done=_("Uppgifterna är sparade."),
)
END = Edit(
    action=rules.END_BODY,
    title=_("Avsluta organet"),
    lead=_("Organet finns kvar i historiken. Funktioner och underordnade organ avslutas först."),
    submit=_("Avsluta"),
    form=lambda _actor, _row, data: EndForm(data),
    act=_end,
    crumbs=body_crumbs,
    done=_("Organet är avslutat."),
    color="danger",
)
ADD_POSITION = Edit(
    action=rules.CREATE_POSITION,
    title=_("Lägg till funktion"),
    lead=_("En funktion är det som någon har ansvar för. Personer innehar den för en tid."),
    submit=_("Lägg till"),
    form=lambda _actor, _row, data: CreatePositionForm(data),
    act=_add_position,
    crumbs=body_crumbs,
    done=_("Funktionen är tillagd. Den är vakant tills någon utses."),
)
ADD_CONTACT = Edit(
    action=rules.ADD_CONTACT_TO_BODY,
    title=_("Lägg till kontaktuppgift"),
    submit=_("Lägg till"),
    form=lambda _actor, _row, data: ContactForm(data),
    act=add_contact,
    crumbs=body_crumbs,
    done=_("Kontaktuppgiften är tillagd."),
)
