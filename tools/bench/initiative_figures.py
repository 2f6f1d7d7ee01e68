"""The pages of initiatives that are measured; another is a line more."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Model

from samsyn.access import api as access
from samsyn.initiatives.api import Activity, Initiative, Method, Venue
from tools.bench.figures import Figure, Who, pages_of_list

_DIFFERENT = 20
_LIT_GOAL = 150
_LISTS = {
    "insatser": ("titel", "fas", "slag", "sedan", "till", "foljs-upp"),
    "aktiviteter": ("dag", "vad", "insats"),
    "aktivitetslistor": ("dag", "vad"),
    "bestallningar": ("vad", "organ", "levererat", "kronor"),
    "metoder": ("metod", "anvands"),
    "moteplatser": ("plats", "insatser"),
}
_FILTERED = {
    "insatser": (
        *("titel=skol", "fas=support", "slag=project", "omrade=Trygghet", "forebygger=universal"),
        *("saknar=slutar-utan-beslut", "saknar=forsenad-uppfoljning", "saknar=ingen-uppfoljning"),
        *("saknar=ingen-ansvarig", "visa=alla"),
    ),
    "aktiviteter": ("slag=visit", "ar=2025", "arskurs=7", "vad=torget"),
    "aktivitetslistor": ("visa=forsenade", "visa=alla"),
    "bestallningar": ("visa=kvar",),
    "metoder": ("stod=strong",),
    "moteplatser": ("plats=1",),
}
_PAGES: Mapping[str, tuple[type[Model], str]] = {
    "initiative": (Initiative, "/insatser/{}/"),
    "activity": (Activity, "/aktiviteter/{}/"),
    "method": (Method, "/metoder/{}/"),
    "venue": (Venue, "/moteplatser/{}/"),
}
_FORMS = {
    "initiative": (
        *("vad", "for-vem", "agare", "tid", "fas", "var", "ny-ansvarig", "fordela"),
        *("ny-finansiering", "nya-tjanster", "ny-deltagare", "koppla"),
        *("planera-uppfoljning", "tre-fragor", "beslut", "kalla", "logga", "las-in", "ny-i-listan"),
    ),
    "activity": ("andra",),
    "method": ("andra",),
    "venue": ("andra", "nytt-utbud"),
}


@dataclass(frozen=True, slots=True)
class Begun:
    """Some of each that has a page, by their ids."""

    ids: Mapping[str, Sequence[UUID]]


def begun_in(municipality_id: UUID) -> Begun:
    with access.acting_in(municipality_id):
        return Begun(
            {
                name: list(
                    model._default_manager.order_by("pk").values_list("pk", flat=True)[:_DIFFERENT]
                )
                for name, (model, _path) in _PAGES.items()
            }
        )


def initiative_figures(begun: Begun) -> Iterator[Figure]:
    for name, sorts in _LISTS.items():
        yield from pages_of_list(name, sorts, _FILTERED[name])
    for kind in ("csv", "xlsx"):
        yield Figure(f"insatser as {kind}", (f"/insatser/?hamta={kind}",), None)
    yield Figure("board of initiatives, with lights", ("/insatser/tavla/",), _LIT_GOAL)
    yield Figure("timeline of initiatives", ("/insatser/tidslinje/",))
    yield Figure("map of areas", ("/insatser/karta/", "/insatser/karta/?fas=support"))
    yield Figure("money and posts", ("/insatser/resurser/", "/insatser/resurser/?ar=2025"))
    yield Figure("needs of areas of initiatives", ("/insatser/behov/",))
    yield Figure("form: new initiative", ("/insatser/ny/",))
    yield Figure("form: activities from a spreadsheet", ("/aktiviteter/las-in/",))
    for name, (_model, path) in _PAGES.items():
        paths = tuple(path.format(pk) for pk in begun.ids[name])
        if paths:
            yield Figure(name, paths)
            yield Figure(f"{name}, as a director", paths, by=Who.DIRECTOR)
            for change in _FORMS[name]:
                yield Figure(f"form: {name}, {change}", (f"{paths[0]}{change}/",))
