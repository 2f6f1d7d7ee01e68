"""The whole open record is taken away on the site, and comes back the same."""

import io
import json
from typing import Any
from zipfile import ZipFile

import pytest

from samsyn.access.api import Role
from samsyn.audit.api import Event, Outcome
from samsyn.exchange.rules import EXPORT_FILE, READ_IMPORTS
from samsyn.forums.models import Reach
from samsyn.forums.rules import READ_MEETING
from tests import factories as make
from tests.access.matrix import may
from tests.exchange.files import exported, import_files
from tests.exchange.sending import START, Coordinator, a_file
from tests.forums import making
from tests.surroundings import ALINGSAS, TYRESO

pytestmark = pytest.mark.django_db

ZIP, JSON, SCHEMA = f"{START}hamta/zip/", f"{START}hamta/json/", f"{START}schema.json"


@pytest.fixture
def auditor() -> Coordinator:
    make.everything(ALINGSAS)
    return Coordinator(make.account_with(Role.AUDITOR))


def test_the_archive_holds_the_files_of_the_export(auditor: Coordinator) -> None:
    answer = auditor.client.get(ZIP)

    with ZipFile(io.BytesIO(answer.content)) as archive:
        found = {name: archive.read(name).decode() for name in archive.namelist()}
    assert found == exported(make.operator())
    assert answer["Content-Disposition"] == 'attachment; filename="alingsas.zip"'


@pytest.mark.parametrize("address", [ZIP, JSON])
def test_the_same_record_is_the_same_bytes(address: str, auditor: Coordinator) -> None:
    assert auditor.client.get(address).content == auditor.client.get(address).content


def test_the_json_says_the_same_as_the_export(auditor: Coordinator) -> None:
    text = auditor.client.get(JSON).content.decode()
    before = exported(make.operator())

    plan = import_files({"allt.json": text}, make.operator())

    assert plan is not None
    assert not plan.changes
    said = json.loads(text)
    assert sorted(said) == sorted({"samsyn", *(name.partition(".")[0] for name in before)})
    assert said["samsyn"] == 1
    assert set(said["bodies"]["enheten"]) >= {"kind", "name", "under"}


def test_the_json_of_an_empty_municipality_is_json() -> None:
    reader = Coordinator(make.account_with(Role.AUDITOR))

    said = json.loads(reader.client.get(JSON).content)

    assert (said["bodies"], said["appointments"]) == ({}, [])


def test_the_archive_is_read_in_again_without_a_difference(auditor: Coordinator) -> None:
    content = auditor.client.get(ZIP).content
    keeper = Coordinator(make.account_with(Role.COORDINATOR))

    shown = keeper.preview(a_file(content, "alingsas.zip"))

    assert (shown.context["title"], shown.context["sections"]) == ("Inget skiljer sig", [])


@pytest.mark.parametrize("address", [ZIP, JSON])
def test_to_take_away_leaves_a_trace(address: str, auditor: Coordinator) -> None:
    auditor.client.get(address)

    make.operator()
    traced = Event.objects.filter(account_id=auditor.account.pk, action="exchange.export_file")
    assert [event.outcome for event in traced] == [Outcome.SEEN]


def test_nothing_of_another_municipality_is_taken_along(auditor: Coordinator) -> None:
    make.body("Nämnden i Tyresö", municipality_id=TYRESO)

    assert "Nämnden i Tyresö" not in auditor.client.get(JSON).content.decode()


def test_the_format_is_described(auditor: Coordinator) -> None:
    said: dict[str, Any] = json.loads(auditor.client.get(SCHEMA).content)

    assert said["$schema"].endswith("2020-12/schema")


@pytest.mark.parametrize("role", [Role.PARTICIPANT, Role.POLITICIAN])
@pytest.mark.parametrize("address", [START, ZIP, JSON, SCHEMA])
def test_others_find_nothing(address: str, role: Role) -> None:
    assert Coordinator(make.account_with(role)).client.get(address).status_code == 404


@pytest.mark.parametrize("role", Role)
def test_who_may_take_the_file_away_may_read_every_meeting_in_it(role: Role) -> None:
    meeting = making.meeting(making.forum(reach=Reach.PARTICIPANTS))
    actor = make.actor(role)

    may_export = may(actor, EXPORT_FILE, actor.municipality_id)
    may_see_imports = may(actor, READ_IMPORTS, actor.municipality_id)

    assert may(actor, READ_MEETING, meeting.pk) or not (may_export or may_see_imports)
