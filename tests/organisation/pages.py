"""Every form of the organisation and its sources, with a row to open it on and valid answers."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from samsyn.access.api import Role
from samsyn.organisation.models import Appointment, Area, BodyName, Person
from tests import factories as make
from tests.boundary_rows import geojson, square
from tests.surroundings import ALINGSAS

NEW = {
    *("create-body", "create-person", "create-area", "create-term", "create-document"),
    "send-boundaries",
}
# The record is chosen among those that there are.
CITED = {"document": "", "place": "s. 1", "quote": "samverkan"}
# The names of the forms, and answers that each of them takes as they stand.
VALID: dict[str, dict[str, str]] = {
    "create-body": {"name": "Nya nämnden", "kind": "board", "starts_on": "2024-01-01"},
    "rename-body": {"name": "Nya namnet", "starts_on": "2024-01-01"},
    "correct-name": {"name": "Rätt namn"},
    "place-body": {"parent": "", "starts_on": "2024-01-01"},
    "describe-body": {"kind": "unit", "organisation_number": "", "area": ""},
    "end-body": {"ends_on": "2026-01-31"},
    "create-position": {"title": "Utredare", "office": "", "starts_on": ""},
    "add-contact-to-body": {"kind": "email", "value": "ny@example.se", "label": "Registrator"},
    "describe-position": {"title": "Utredare", "office": "", "starts_on": "2021-01-01"},
    "end-position": {"ends_on": "2026-01-31"},
    "add-contact-to-position": {"kind": "phone", "value": "0322-61 60 00"},
    "appoint": {
        "person": "ny",
        "given_name": "Åsa",
        "family_name": "Öst",
        "kind": "ordinary",
        "share_percent": "100",
        "starts_on": "2024-01-01",
    },
    "correct-appointment": {
        "kind": "ordinary",
        "share_percent": "50",
        "starts_on": "2023-01-01",
    },
    "end-appointment": {"ends_on": "2026-01-31"},
    "create-person": {"given_name": "Åsa", "family_name": "Öst"},
    "correct-person": {"given_name": "Åsa", "family_name": "Öst"},
    "add-contact-to-person": {"kind": "email", "value": "ny@example.se"},
    "let-sign-in": {"email": "ny@example.se"},
    "grant-role": {"role": "participant", "body": "", "starts_on": "2026-01-01"},
    "create-area": {"name": "Norra kommundelen", "kind": "district", "parent": ""},
    "describe-area": {"name": "Norra kommundelen", "kind": "district", "parent": ""},
    "send-boundaries": {"origin": "SCB", "stated_on": "2025-01-01"},
    "create-term": {"name": "2031–2034", "starts_on": "2031-01-01", "ends_on": "2034-12-31"},
    "create-document": {"title": "Reglemente", "dated_on": "2023-02-21", "url": ""},
    "describe-document": {"title": "Reglemente", "url": "https://example.se/reglemente"},
    "cite-body": CITED,
    "cite-position": CITED,
    "cite-person": CITED,
    "cite-area": CITED,
}


def name_of(form: str) -> str:
    """The name of the form's address."""
    return f"{'sources' if form.endswith('-document') else 'organisation'}:{form}"


class World:
    """A municipality with a row of each kind, and its administrator at the keyboard."""

    def __init__(self) -> None:
        rows = {type(row): row for row in make.everything(ALINGSAS)}
        self.body = make.body("Miljönämnden")
        self.position = make.position(self.body, "Kanslichef")
        self.appointment: Any = rows[Appointment]
        self._rows: dict[str, Any] = {
            "body": self.body,
            "position": self.position,
            "person": rows[Person],
            "area": rows[Area],
            "role": rows[Person],
            "name": BodyName.objects.get(body=self.body),
            "appointment": self.appointment,
            "appoint": make.position(self.body, "Ledig plats"),
            "create-position": self.body,
            "end-body": make.body("Tomma nämnden"),
            "let-sign-in": make.person("Ny", "Person"),
            "document": make.document(),
        }
        self.sign_in()

    def sign_in(self) -> None:
        self.client = Client()
        self.client.force_login(make.account_with(Role.ADMINISTRATOR))

    def address(self, form: str) -> str:
        return reverse(name_of(form), args=[] if form in NEW else [self.row(form).pk])

    def row(self, form: str) -> Any:
        return self._rows.get(form) or self._rows[form.rsplit("-", 1)[-1]]

    def fields(self, form: str) -> dict[str, forms.Field]:
        shown: Any = self.client.get(self.address(form))
        found: dict[str, forms.Field] = shown.context["form"].fields
        return found

    def send(self, form: str, **answers: str) -> HttpResponse:
        """Post the form with its valid answers, except for those given."""
        chosen = {"document": str(self._rows["document"].pk)} if VALID[form] is CITED else {}
        valid = {**VALID[form], **chosen, **_files(form)}
        response: Any = self.client.post(f"{self.address(form)}spara/", valid | answers)
        return response


def _files(form: str) -> dict[str, SimpleUploadedFile]:
    if form != "send-boundaries":
        return {}
    content = geojson((square(), {"namn": "Norra kommundelen"}))
    return {"file": SimpleUploadedFile("granser.geojson", content)}


def sentences(response: HttpResponse) -> list[str]:
    """What the page says was wrong."""
    form = response.context["form"]  # type: ignore[attr-defined]
    return [str(sentence) for told in form.errors.values() for sentence in told]
