"""The pages of the forums that are measured; another is a line more."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from urllib.parse import quote_plus, urlsplit
from uuid import UUID

from samsyn.access import api as access
from samsyn.calendars import api as calendars
from samsyn.forums.api import FollowUp, Forum, Meeting
from tools.bench.figures import PAGE_GOAL, Figure, Who, pages_of_list

_SEARCH_GOAL, _PAPER_GOAL, _TRACKS_GOAL = 100, 2_000, 2_000
_DIFFERENT, _FEEDS_OF_EACH = 20, 4

_LISTS = {
    "forum": ("namn", "niva", "slag", "sammankallande", "senast", "nasta", "forsenade", "brister"),
    "moten": ("dag", "forum", "laget", "beslut", "uppfoljningar"),
    "uppfoljningar": ("vad", "forum", "agare", "dag", "laget"),
}
_SHOWN = ("forsenade", "tva", "utan", "avslutade", "alla")
_FILTERED = {
    "forum": ("namn=skol", "niva=operative", "slag=network", "brist=follow_up"),
    "moten": ("laget=held", "laget=missed", "visa=kommande", "visa=mina"),
    "uppfoljningar": ("vad=enk%C3%A4t", "min=ja", *(f"visa={what}" for what in _SHOWN)),
}
_SEARCHES = {
    "forum": ("nätverket", "styrgruppen för skolfrånvaro", "lägesbild"),
    "purpose": ("nyanlända", "föräldraskapsstöd", "trygghet i skolan"),
    "meeting": ("föräldrakväll", "trygghetsvandring", "elevhälsan"),
}
# Pages of the whole register, as a director too: what she may see is asked of every row.
_WHOLE = {"map": "karta", "parallel tracks": "parallella-spar", "promises": "takt"}
# Beneath the page of one: its name here, and its address there.
_OF_A_FORUM = {"forum": "", "forum, minute book": "anteckningar/"}
_OF_A_MEETING = {"meeting": "", "meeting, pack": "underlag/", "meeting, new": "nytt/"}
_PAPERS = {"pack as PDF": "underlag.pdf", "pack as Word": "underlag.docx"}
_FORMS_OF_A_FORUM = ("syfte", "mandat", "ansvar", "ny-plats", "ny-rytm", "nytt-mote")
_FORMS_OF_A_FOLLOW_UP = ("avsluta", "ny-dag", "ny-agare")


@dataclass(frozen=True, slots=True)
class Met:
    """Some forums, held meetings and open follow-ups of a municipality, by their ids.

    And where the calendars of a forum and of those who have the e-mails are fetched.
    """

    forums: Sequence[UUID]
    meetings: Sequence[UUID]
    follow_ups: Sequence[UUID]
    feeds: Mapping[str, Sequence[str]]


def met_in(municipality_id: UUID, emails: Sequence[str]) -> Met:
    """The newest of each: those that are looked at."""
    with access.acting_in(municipality_id) as operator:
        living = Forum.objects.filter(ends_on=None, meetings__isnull=False)
        held = Meeting.objects.filter(state="held").order_by("-meets_on", "pk")
        left = FollowUp.objects.filter(closed_on=None).order_by("-due_on", "pk")
        forums = list(living.order_by("key").values_list("pk", flat=True).distinct()[:_DIFFERENT])
        return Met(
            forums,
            list(held.values_list("pk", flat=True)[:_DIFFERENT]),
            list(left.values_list("pk", flat=True)[:_DIFFERENT]),
            _feeds(access.Account.objects.filter(email__in=emails), forums[0], operator),
        )


def _feeds(
    owners: Iterable[access.Account], forum_id: UUID, operator: access.Actor
) -> Mapping[str, Sequence[str]]:
    """Some of each owner's: one that is fetched too often from one place is not given out."""
    subjects = {
        "one's own": calendars.Subject(),
        "a forum's": calendars.Subject(Forum._meta.label_lower, forum_id),
    }
    found: dict[str, list[str]] = {of: [] for of in subjects}
    for owner in owners:
        actor = access.act_as(owner.pk, operator.municipality_id, operator.now)
        calendars.Feed.objects.filter(account_id=owner.pk).delete()  # those of the last time
        for (of, what), _each in product(subjects.items(), range(_FEEDS_OF_EACH)):
            made = calendars.make_feed(what, actor=actor)
            found[of].append(urlsplit(made.address).path)
    return found


def forum_figures(met: Met) -> Iterator[Figure]:
    for name, sorts in _LISTS.items():
        yield from pages_of_list(name, sorts, _FILTERED[name])
        yield Figure(f"{name}, as a director", (f"/{name}/",), by=Who.DIRECTOR)
    for name, words in _SEARCHES.items():
        paths = tuple(f"/sok/?q={quote_plus(word)}" for word in words)
        yield Figure(f"search in forums: {name}", paths, _SEARCH_GOAL)
    for name, step in _WHOLE.items():
        yield Figure(f"forums: {name}", (f"/forum/{step}/",))
    yield Figure("hand-overs", ("/overlamning/",))
    yield from _of_each("forum", met.forums, _OF_A_FORUM)
    yield from _of_each("moten", met.meetings, _OF_A_MEETING)
    yield from _of_each("moten", met.meetings, _PAPERS, _PAPER_GOAL)
    yield from _of_each("uppfoljningar", met.follow_ups, {"follow-up": ""})
    for name, feeds in met.feeds.items():
        yield Figure(f"calendar feed, {name}", tuple(feeds), by=Who.STRANGER)
    for change in _FORMS_OF_A_FORUM:
        yield Figure(f"form: forum, {change}", (f"/forum/{met.forums[0]}/{change}/",))
    for change in _FORMS_OF_A_FOLLOW_UP:
        path = f"/uppfoljningar/{met.follow_ups[0]}/{change}/"
        yield Figure(f"form: follow-up, {change}", (path,))


def track_figures() -> Iterator[Figure]:
    """What is measured where there are 300 forums."""
    yield Figure("300 forums: parallel tracks", ("/forum/parallella-spar/",), _TRACKS_GOAL)
    yield Figure("300 forums: map", ("/forum/karta/",))


def _of_each(
    where: str, ids: Sequence[UUID], pages: dict[str, str], goal: int = PAGE_GOAL
) -> Iterator[Figure]:
    for name, step in pages.items():
        yield Figure(name, tuple(f"/{where}/{pk}/{step}" for pk in ids), goal)
