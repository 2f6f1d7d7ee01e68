"""Every form of a charter, with a row to open it on and answers that it takes."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from samsyn.access.api import Role
from samsyn.forums.models import Forum, Lack, Rhythm, Seat, StandingItem
from tests import factories as make
from tests.surroundings import ALINGSAS

# The names of the forms, and answers that each of them takes as they stand.
VALID: dict[str, dict[str, str]] = {
    "create-forum": {"name": "Nya nätverket", "level": "operative", "kind": "network"},
    "describe-purpose": {"level": "operative", "kind": "network", "purpose": "En bild."},
    "describe-mandate": {"basis": "law", "reach": "everyone", "decides": "Datum."},
    "describe-duties": {"documentation": "notes", "follow_up": "Varje vår."},
    "rename-forum": {"name": "Skolnätverket", "starts_on": "2026-01-01"},
    "end-forum": {"ends_on": "2026-01-31"},
    "add-seat": {"body": "", "count": "2", "kind": "required", "wording": "Rektorer"},
    "change-seat": {"body": "", "count": "3", "kind": "invited"},
    "add-rhythm": {"per": "term", "times": "4", "every": "1"},
    "add-standing-item": {"title": "Avslut"},
    "note-lack": {"kind": "goals", "text": "Målen är inte mätbara."},
    "mend-lack": {"how": "De är mätbara nu."},
    "cite-forum": {"document": "", "place": "s. 1", "quote": "samverkan"},
}
# What is done with a button and no form.
BUTTONS = {"remove-rhythm": Rhythm, "remove-standing-item": StandingItem}


class Charter:
    """A municipality with a whole forum, its coordinator at the keyboard."""

    def __init__(self) -> None:
        rows = {type(row): row for row in make.everything(ALINGSAS)}
        self.rows: dict[type, Any] = dict(rows)
        self.forum: Forum = self.rows[Forum]
        self._chosen = {
            "body": str(self.rows[Seat].body_id),
            "document": str(make.document().pk),
        }
        self.sign_in()

    def sign_in(self) -> None:
        self.client = Client()
        self.client.force_login(make.account_with(Role.COORDINATOR))

    def address(self, form: str) -> str:
        if form == "create-forum":
            return reverse("forums:create-forum")
        return reverse(f"forums:{form}", args=[self._row(form).pk])

    def _row(self, form: str) -> Any:
        of = {"change-seat": Seat, "mend-lack": Lack, **BUTTONS}
        return self.rows[of.get(form, Forum)]

    def answers(self, form: str) -> dict[str, str]:
        said = VALID[form]
        return said | {name: value for name, value in self._chosen.items() if name in said}

    def send(self, form: str, **more: str) -> HttpResponse:
        """Post the form with its valid answers, except for those given."""
        answer: Any = self.client.post(f"{self.address(form)}spara/", self.answers(form) | more)
        return answer
