"""How fast activities come from a spreadsheet: opened, read, guarded, logged and made findable."""

import io
import time
from collections.abc import Iterator
from uuid import UUID

import xlsxwriter
from django.db import transaction
from django.http import QueryDict

from samsyn.access import api as access
from samsyn.initiatives.api import Initiative
from samsyn.initiatives.web.activities_import import OF_ALL, ActivitiesForm
from samsyn.initiatives.web.columns import taken
from samsyn.intake.api import SentFile
from tools.bench.table import Line

NAME = "activities from a spreadsheet"
GOAL = 5_000
_ROWS, _DIFFERENT, _TRIES = 10_000, 20, 3
_HEADINGS = ("Datum", "Aktivitet", "Insats", "Antal elever", "Årskurs", "Var", "Kommentar")
_FIRST, _LAST_DAY = 2016, 28


def lines(municipality_id: UUID, email: str) -> Iterator[Line]:
    """What one who may log everywhere brings in, and the same when it is all there."""
    rates = [_rates(municipality_id, email) for _ in range(_TRIES)]
    names = (f"{NAME} (rows/s)", "the same once more (rows/s)")
    for name, found in zip(names, zip(*rates, strict=True), strict=True):
        rate = max(found)
        yield (name, f"{rate:.0f}", str(GOAL), "under" if rate < GOAL else "")


def _rates(municipality_id: UUID, email: str) -> tuple[float, float]:
    account = access.Account.objects.get(email=email)
    with access.acting_in(municipality_id, account.pk) as actor:
        titles = Initiative._default_manager.order_by("pk").values_list("title", flat=True)
        file = SentFile("logg.xlsx", _workbook(list(titles[:_DIFFERENT])))
        rates = _rate(actor, file), _rate(actor, file)
        transaction.set_rollback(True)
    return rates


def _rate(actor: access.Actor, file: SentFile) -> float:
    start = time.perf_counter()
    form = ActivitiesForm(QueryDict())
    form.is_valid()
    form.cleaned_data["file"] = file
    sent = taken(form, QueryDict(), OF_ALL.columns, actor)
    outcome = OF_ALL.read(actor, None, sent, form)
    if outcome.wrong:
        raise ValueError(outcome.wrong[0].whys)
    return _ROWS / (time.perf_counter() - start)


def _workbook(titles: list[str]) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet("Logg")
        sheet.write_row(0, 0, _HEADINGS)
        for number in range(1, _ROWS + 1):
            sheet.write_row(number, 0, _row(number, titles))
    return content.getvalue()


def _row(number: int, titles: list[str]) -> tuple[str | int, ...]:
    """As such lists are: each visit has words of its own, every fourth a comment too."""
    day = f"{_FIRST + number % 10}-{number % 12 + 1:02}-{number % _LAST_DAY + 1:02}"
    what = f"Besök {number} om trygghet på nätet"
    said = f"Eleverna hade {number} frågor om bilder." if number % 4 == 0 else ""
    place = f"Skola {number % _DIFFERENT}"
    return (day, what, titles[number % len(titles)], number % 90, str(number % 9 + 1), place, said)
