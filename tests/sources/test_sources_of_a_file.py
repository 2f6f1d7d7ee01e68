"""What the collaboration file says of sources stands on the pages, as if it were written there."""

import pytest
from django.test import Client

from samsyn.access.api import Role
from samsyn.organisation.models import Body
from samsyn.organisation.web.addresses import address_of
from samsyn.search import api as search
from tests import factories as make
from tests.exchange.files import import_text

pytestmark = pytest.mark.django_db

_FILE = """
documents:
  bus-2022: {title: Verksamhetsberättelse BUS 2022, number: 2023.006 BUN}
bodies:
  kommunstyrelsen: {kind: executive_board, name: Kommunstyrelsen}
  bun:
    kind: board
    names:
      - {name: BUN, source: {document: bus-2022, place: s. 2, quote: "nämnden, BUN"}}
    placements:
      - {under: kommunstyrelsen, source: {document: bus-2022, place: s. 3}}
    source: {document: bus-2022, place: s. 1}
persons:
  karin-sandberg: {given_name: Karin, family_name: Sandberg, invented: true}
"""


def test_a_body_its_name_and_its_place_have_their_sources_on_its_page() -> None:
    import_text(_FILE, make.operator())
    client = Client()
    client.force_login(make.account_with(Role.AUDITOR))

    shown = client.get(address_of(Body.objects.get(key="bun")))

    told = [(about, each.place, each.quote) for about, each in shown.context["sources"]]
    assert told == [
        ("", "s. 1", ""),
        ("Namnet BUN", "s. 2", "nämnden, BUN"),
        ("Plats", "s. 3", ""),
    ]


def test_a_record_and_an_invented_person_of_a_file_are_found() -> None:
    import_text(_FILE, make.operator())
    reader = make.actor(Role.POLITICIAN)

    found = [search.find(reader, words) for words in ("2023.006", "sandberg")]

    assert [[(hit.title, hit.detail) for hit in hits] for hits in found] == [
        [("Verksamhetsberättelse BUS 2022", "2023.006 BUN")],
        [("Karin Sandberg", "påhittad")],
    ]
