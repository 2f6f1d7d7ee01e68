"""The forms for the seats of a forum: one at a time, or one on each line."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit
from samsyn.forums import actions, queries, rules
from samsyn.forums.models import Forum, Seat, SeatKind
from samsyn.forums.web.addresses import address_of, forum_crumbs, part_crumbs
from samsyn.forums.web.charter_edit import functions
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import fields

_MOST_SEATS, _MOST_LINES = 100, 200
_LONGEST_SHOWN = 60


class SeatForm(forms.Form):
    body = fields.choice(_("Organ"), help_text=_("Vem platsen tillhör."))
    position = fields.choice(
        _("Funktion"),
        empty=_("Den som organet utser"),
        help_text=_("Välj en funktion i organet, så följer platsen med när någon efterträds."),
    )
    wording = fields.one_line(
        _("Benämning"), required=False, help_text=_("Till exempel ordförande och vice ordförande.")
    )
    count = forms.IntegerField(
        label=_("Antal platser"), min_value=1, max_value=_MOST_SEATS, initial=1
    )
    kind = fields.choice(_("Slag"), SeatKind.choices)
    contact_name = fields.one_line(
        _("Kontaktperson"), required=False, help_text=_("För den som inte har ett konto.")
    )
    contact_email = forms.EmailField(label=_("E-post"), required=False)
    starts_on = fields.day(_("Från och med"), required=False)
    ends_on = fields.last_day(_("Till och med"), help_text=_("Tomt är tills vidare."))

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        body = self.fields["body"]
        body.choices = [("", _("Välj organ")), *organisation.possible_parents(actor)]  # type: ignore[attr-defined]
        functions(actor, self, "position")

    def seating(self) -> actions.Seating:
        answers = self.cleaned_data
        return actions.Seating(
            answers["body"],
            answers["position"] or None,
            answers["wording"],
            answers["count"],
            SeatKind(answers["kind"]),
            answers["contact_name"],
            answers["contact_email"],
        )


class SeatsForm(forms.Form):
    rows = fields.text(
        _("Platser"),
        help_text=_(
            "Ett organ på varje rad. Efter semikolon kan du skriva kontaktperson och e-post: "
            "Polisen; Kim Ek; kim.ek@example.org. Det går att klistra in från Excel."
        ),
    )

    def __init__(self, actor: Actor, forum: Forum, data: Any = None) -> None:
        super().__init__(data)
        self.fields["rows"].required = True
        offered = organisation.possible_parents(actor)
        self._names = {name.casefold(): name for _pk, name in offered}
        self._bodies: dict[str, list[str]] = {name: [] for name in self._names}
        for pk, name in offered:
            self._bodies[name.casefold()].append(pk)
        self._seated = {str(seat.body_id) for seat in queries.seats(actor, forum.pk, actor.today)}

    def clean_rows(self) -> list[actions.Seating]:
        """Understand every line, or tell what is wrong with each."""
        lines = [line for line in self.cleaned_data["rows"].splitlines() if line.strip()]
        if len(lines) > _MOST_LINES:
            raise ValidationError(_("Skriv högst 200 rader åt gången."))
        told = [self._told(number, line) for number, line in enumerate(lines, 1)]
        if faults := [each for each in told if isinstance(each, str)]:
            raise ValidationError(faults)
        return [each for each in told if isinstance(each, actions.Seating)]

    def _told(self, number: int, line: str) -> actions.Seating | str:
        cells = [cell.strip() for cell in line.replace("\t", ";").split(";")]
        name, contact, email = (*cells, "", "")[:3]
        fault = next(self._faults(name, email, cells[3:]), "")
        if fault:
            return gettext("Rad %(number)d: %(fault)s") % {"number": number, "fault": fault}
        (body_id,) = self._bodies[name.casefold()]
        self._seated.add(body_id)
        return actions.Seating(UUID(body_id), contact_name=contact, contact_email=email)

    def _faults(self, name: str, email: str, more: list[str]) -> Iterator[str]:
        told = {"name": name[:_LONGEST_SHOWN]}
        found = self._bodies.get(name.casefold(), [])
        if not found:
            yield gettext("Det finns inget organ som heter %(name)s.") % told + self._meant(name)
        elif len(found) > 1:
            yield gettext("Flera organ heter %(name)s. Lägg till platsen för sig.") % told
        elif found[0] in self._seated:
            yield gettext("%(name)s har redan en plats.") % told
        if any(more):
            yield gettext("Skriv bara organ, kontaktperson och e-post.")
        if email:
            yield from _faults_of_address(email)

    def _meant(self, name: str) -> str:
        near = get_close_matches(name.casefold()[:_LONGEST_SHOWN], self._names, n=1)
        told = {"name": self._names[near[0]]} if near else {}
        return " " + gettext("Menade du %(name)s?") % told if near else ""


def _faults_of_address(email: str) -> Iterator[str]:
    try:
        validate_email(email)
    except ValidationError:
        told = {"email": email[:_LONGEST_SHOWN]}
        yield gettext("%(email)s är ingen e-postadress.") % told


def _days(form: forms.Form) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in ("starts_on", "ends_on")}


def _add_seat(forum: Forum, form: SeatForm, actor: Actor) -> str:
    actions.add_seat(forum, form.seating(), **_days(form), actor=actor)
    return address_of(forum)


def _change_seat(seat: Seat, form: SeatForm, actor: Actor) -> str:
    actions.change_seat(seat, form.seating(), **_days(form), actor=actor)
    return address_of(seat)


def _seated(actor: Actor, seat: Seat, data: Any) -> SeatForm:
    names = ("wording", "count", "kind", "contact_name", "contact_email", "starts_on", "ends_on")
    now = {name: getattr(seat, name) for name in names}
    return SeatForm(actor, data, now | {"body": seat.body_id, "position": seat.position_id or ""})


def _add_seats(forum: Forum, form: SeatsForm, actor: Actor) -> str:
    actions.add_seats(forum, form.cleaned_data["rows"], actor=actor)
    return f"{address_of(forum)}#platser"


ADD_SEAT = Edit(
    action=rules.ADD_SEAT,
    title=_("Lägg till plats"),
    submit=_("Lägg till"),
    form=lambda actor, _row, data: SeatForm(actor, data),
    act=_add_seat,
    crumbs=forum_crumbs,
    done=_("Platsen är tillagd."),
)
CHANGE_SEAT = Edit(
    action=rules.CHANGE_SEAT,
    title=_("Ändra platsen"),
    lead=_("Skriv en sista dag när ingen längre ska sitta där."),
    submit=_("Spara"),
    form=_seated,
    act=_change_seat,
    crumbs=part_crumbs,
    done=_("Platsen är ändrad."),
)
ADD_SEATS = Edit(
    action=rules.ADD_SEAT,
    title=_("Lägg till flera platser"),
    submit=_("Lägg till"),
    form=SeatsForm,
    act=_add_seats,
    crumbs=forum_crumbs,
    done=_("Platserna är tillagda."),
)
