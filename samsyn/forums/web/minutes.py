"""Minutes: made, approved, corrected, shown for print, and gathered in the forum's book."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import Actor, Edit, Request, command, page, permitted, visible
from samsyn.forums import actions, queries, rules
from samsyn.forums.domain.differences import Run, differences
from samsyn.forums.domain.record import Point, Record, Ruling
from samsyn.forums.models import (
    Approval,
    Forum,
    ItemState,
    Meeting,
    Minutes,
    Mode,
    Presence,
)
from samsyn.forums.web.meeting_addresses import (
    forum_crumbs_of,
    meeting_crumbs,
    meeting_url,
    minutes_url,
)
from samsyn.forums.web.meeting_fields import function_choices
from samsyn.forums.web.meetings import hours_of
from samsyn.intake.api import long_text
from samsyn.pages.api import Crumb, formats
from samsyn.pages.paging import Pages

_PAGE_SIZE = 10
_LONGEST_QUESTION = 200


class MakeForm(forms.Form):
    approvers = forms.MultipleChoiceField(
        label=gettext_lazy("Justeras av"),
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Anteckningarna är klara när alla som du väljer har justerat."),
    )

    def __init__(self, actor: Actor, meeting: Meeting, data: Any = None) -> None:
        self.positions = queries.possible_approvers(actor, meeting.forum)
        usual = queries.usual_approver(meeting.forum, self.positions)
        super().__init__(data, initial={"approvers": [str(usual.pk)] if usual else []})
        field: Any = self.fields["approvers"]
        field.choices = function_choices(self.positions)

    def chosen(self) -> list[Any]:
        wanted = set(self.cleaned_data["approvers"])
        return [each for each in self.positions if str(each.pk) in wanted]


def _make(meeting: Meeting, form: MakeForm, actor: Actor) -> str:
    return minutes_url(actions.make_minutes(meeting, form.chosen(), actor=actor).pk)


MAKE = Edit(
    action=rules.MAKE_MINUTES,
    title=gettext_lazy("Färdigställ anteckningarna"),
    lead=gettext_lazy(
        "Det som står vid punkterna fryses. Tills någon har justerat går det att ta tillbaka."
    ),
    submit=gettext_lazy("Färdigställ"),
    form=MakeForm,
    act=_make,
    crumbs=meeting_crumbs,
    done=gettext_lazy("Anteckningarna är färdigställda och väntar på att justeras."),
)


@command(rules.MAKE_MINUTES)
def take_back(request: Request, meeting: Meeting, /) -> HttpResponse:
    actions.take_back_minutes(meeting, actor=request.actor)
    messages.success(request, _("Anteckningarna är tagna tillbaka och går att ändra."))
    return redirect(meeting_url(meeting.pk))


@command(rules.APPROVE_MINUTES)
def approve(request: Request, approval: Approval, /) -> HttpResponse:
    actions.approve_minutes(approval, actor=request.actor)
    messages.success(request, _("Du har justerat anteckningarna."))
    return redirect(minutes_url(approval.minutes_id))


@dataclass(frozen=True, slots=True)
class Correction:
    """What a version says otherwise than the one before, at one place."""

    place: str
    runs: list[Run]


@page(rules.READ_MINUTES)
def minutes(request: Request, found: Minutes, /) -> HttpResponse:
    actor, meeting = request.actor, found.meeting
    versions = list(queries.versions_of(actor, meeting.pk))
    approvals = list(queries.approvals_of(actor, found))
    mine = {each.pk for each in visible(actor, rules.APPROVE_MINUTES).filter(minutes=found)}
    record = queries.recorded(actor, found)
    may = permitted(actor, found, [rules.CORRECT_MINUTES])
    context = {
        "minutes": found,
        "meeting": meeting,
        "record": record,
        "sentence": _sentence(found, versions, approvals),
        "is_newest": found.pk == versions[0].pk,
        "versions": versions,
        "approvals": [(each, each.pk in mine and not each.approved_at) for each in approvals],
        "corrections": corrections_of(actor, found, record),
        "may_correct": bool(may) and found.pk == versions[0].pk,
        "dispatches": list(queries.dispatches_of(actor, found)),
        "may_dispatch": _may_dispatch(actor, found, versions),
        **words_of(record),
        "breadcrumbs": [*meeting_crumbs(actor, meeting), Crumb(_("Anteckningar"))],
    }
    return render(request, "forums/minutes.html", context)


def _may_dispatch(actor: Actor, found: Minutes, versions: list[Minutes]) -> bool:
    holds = next((each for each in versions if each.approved_at), None)
    return found == holds and bool(permitted(actor, found.meeting, [rules.DISPATCH]))


def words_of(record: Record) -> dict[str, Any]:
    """What the codes of a record are called in the language of the reader."""
    groups: dict[str, list[str]] = {}
    for each in record.attendees:
        name = " ".join(part for part in (each.person, _role(each)) if part)
        groups.setdefault(each.presence, []).append(name)
    called = {**dict(Presence.choices), "": _("närvaro inte antecknad")}
    return {
        "present": [(label, groups[code]) for code, label in called.items() if code in groups],
        "points": [(point, _state(point)) for point in record.points],
        "hours": hours_of(record.occasion),
        "mode": Mode(record.occasion.mode).label,
    }


def _role(attendee: Any) -> str:
    told = ", ".join(part for part in (attendee.function, attendee.body) if part)
    return f"({told})" if attendee.person and told else told


def _state(point: Point) -> str:
    if point.state == ItemState.MOVED:
        return _("Flyttad till %(forum)s.") % {"forum": point.moved_to}
    if point.state == ItemState.POSTPONED:
        return _("Bordlagd till nästa möte.")
    return ""


def _sentence(found: Minutes, versions: list[Minutes], approvals: list[Any]) -> str:
    if found.pk != versions[0].pk:
        return _("Det här är en äldre version. Det finns en nyare.")
    if found.approved_at:
        day = formats.long_day(formats.local_moment(found.approved_at))
        return _("Justerade %(day)s.") % {"day": day}
    names = ", ".join(each.position.title for each in approvals if not each.approved_at)
    return _("Väntar på att justeras av %(names)s.") % {"names": names}


def corrections_of(actor: Actor, found: Minutes, record: Record) -> list[Correction]:
    before = queries.version_before(actor, found)
    if before is None:
        return []
    old = _texts(queries.recorded(actor, before))
    return [
        Correction(place, differences(old.get(place, ""), text))
        for place, text in _texts(record).items()
        if old.get(place, "") != text
    ]


def _texts(record: Record) -> dict[str, str]:
    notes = {f"§ {point.ordinal} {point.title}": point.notes for point in record.points}
    return notes | {
        _("Beslut %(number)s") % {"number": each.name}: each.text for each in _rulings(record)
    }


def _rulings(record: Record) -> list[Ruling]:
    return [*(each for point in record.points for each in point.rulings), *record.rulings]


class CorrectForm(forms.Form):
    """Every text of the minutes in a field of its own, and why they are corrected."""

    why = long_text(gettext_lazy("Varför rättas de"), required=True)

    def __init__(self, actor: Actor, minutes: Minutes, data: Any = None) -> None:
        super().__init__(data)
        self.record = queries.recorded(actor, minutes)
        for point in self.record.points:
            field = long_text(f"§ {point.ordinal} {point.title}")
            self.fields[f"notes-{point.ordinal}"] = field
            field.initial = point.notes
        for each in _rulings(self.record):
            field = long_text(_("Beslut %(number)s") % {"number": each.name}, required=True)
            self.fields[f"ruling-{each.name}"] = field
            field.initial = each.text

    def notes(self) -> dict[int, str]:
        return {
            each.ordinal: self.cleaned_data[f"notes-{each.ordinal}"] for each in self.record.points
        }

    def rulings(self) -> dict[str, str]:
        return {
            each.name: self.cleaned_data[f"ruling-{each.name}"] for each in _rulings(self.record)
        }


def _correct(found: Minutes, form: CorrectForm, actor: Actor) -> str:
    why = form.cleaned_data["why"]
    made = actions.correct_minutes(found, form.notes(), form.rulings(), why, actor=actor)
    return minutes_url(made.pk)


CORRECT = Edit(
    action=rules.CORRECT_MINUTES,
    title=gettext_lazy("Rätta anteckningarna"),
    lead=gettext_lazy("Rättelsen blir en ny version som justeras på nytt. Den gamla finns kvar."),
    submit=gettext_lazy("Spara rättelsen"),
    form=CorrectForm,
    act=_correct,
    crumbs=lambda actor, found: [
        *meeting_crumbs(actor, found.meeting),
        Crumb(_("Anteckningar"), minutes_url(found.pk)),
    ],
    done=gettext_lazy("Rättelsen är sparad och väntar på att justeras."),
)


class BookForm(forms.Form):
    ar = forms.IntegerField(required=False, min_value=1900, max_value=9999)
    ord = forms.CharField(required=False, max_length=_LONGEST_QUESTION)


@page(rules.READ_FORUM)
def minute_book(request: Request, forum: Forum, /) -> HttpResponse:
    rows = queries.minute_book(request.actor, forum.pk)
    years = queries.years_of(rows)
    form = BookForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    found = _narrowed(rows, asked)
    number = request.GET.get("sida", "")
    pages = Pages.of(found.count(), _PAGE_SIZE, number, partial(_address, asked))
    shown = list(found[pages.first_row : pages.end_row])
    context = {
        "forum": forum,
        "years": years,
        "asked": asked,
        "pages": pages,
        "shown": [(each, queries.recorded(request.actor, each)) for each in shown],
        "breadcrumbs": [*forum_crumbs_of(forum), Crumb(_("Anteckningar"))],
    }
    return render(request, "forums/minute_book.html", context)


def _narrowed(rows: QuerySet[Any], asked: dict[str, Any]) -> QuerySet[Any]:
    if asked.get("ar"):
        rows = rows.filter(meeting__meets_on__year=asked["ar"])
    words = asked.get("ord", "").replace("\x00", "")
    return queries.holding_words(rows, words) if words else rows


def _address(asked: dict[str, Any], number: int) -> str:
    query = QueryDict(mutable=True)
    query.update({key: str(value) for key, value in asked.items() if value})
    if number > 1:
        query["sida"] = str(number)
    return f"?{query.urlencode()}"
