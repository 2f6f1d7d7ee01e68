"""A forum keeps what it works with: each version as it was, for those it is meant for."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from samsyn.access.api import Account, Role
from samsyn.forums import actions
from samsyn.forums.actions import About
from samsyn.forums.models import Material, MaterialKind, MaterialVersion, Reach
from samsyn.kernel.errors import RuleBrokenError
from samsyn.search import api as search
from tests import factories as make
from tests.forums import making, sending
from tests.forums.making import TODAY, World

pytestmark = pytest.mark.django_db

METHOD = About(MaterialKind.METHOD, "Signs of Safety", "Att bedöma och planera tillsammans.")


def document(
    world: World, content: bytes = b"Rutin", name: str = "rutin.txt", **about: Any
) -> Material:
    told = About(MaterialKind.DOCUMENT, about.pop("title", "Rutin för frånvaro"), **about)
    return actions.add_material(
        world.forum, told, sending.sent(name, content), actor=make.operator()
    )


def newest(of: Material) -> MaterialVersion:
    return MaterialVersion.objects.filter(material=of).latest("number")


def found(who: Account, words: str) -> list[str]:
    hits = search.find(make.actor_for(who), words, kinds=["forums.material"])
    make.operator()
    return [hit.title for hit in hits]


def test_a_leader_adds_a_document_and_a_participant_takes_it_away(world: World) -> None:
    content = sending.pdf("Rutin vid frånvaro")
    sent = making.post(
        world.leader,
        "add-material-save",
        world.forum.pk,
        kind="document",
        title="Rutin",
        reach="participants",
        sent=sending.posted("Rutin åäö.pdf", content),
    )

    assert sent.status_code == 302, making.told(sent)
    make.operator()
    version = MaterialVersion.objects.get()
    taken = making.get(world.participant, "material-file", version.pk)
    assert taken.content == content
    assert taken["Content-Type"] == "application/pdf"
    assert taken["X-Content-Type-Options"] == "nosniff"
    assert taken["Content-Disposition"].startswith("attachment; filename*=utf-8''Rutin%20")
    assert "sandbox" in taken["Content-Security-Policy"]


def test_a_new_version_keeps_the_old_one(world: World) -> None:
    kept = document(world, b"Det gamla")
    sent = making.post(
        world.leader,
        "add-version-save",
        kept.pk,
        sent=sending.posted("rutin.txt", b"Det nya"),
        note="Ny blankett.",
    )

    assert sent.status_code == 302
    page = making.told(making.get(world.participant, "material", kept.pk))
    assert page.index("Version 2") < page.index("Version 1")
    make.operator()
    assert [
        making.get(world.participant, "material-file", version.pk).content
        for version in MaterialVersion.objects.filter(material=kept).order_by("number")
    ] == [b"Det gamla", b"Det nya"]


def test_a_version_is_neither_changed_nor_deleted(world: World) -> None:
    version = newest(document(world))

    with pytest.raises(IntegrityError, match="not changed"):
        MaterialVersion.objects.filter(pk=version.pk).update(content=b"Annat")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", sending.pdf("En trygg skolgång")),
        ("a.docx", sending.word("Inledning", "En trygg skolgång")),
        (
            "a.xlsx",
            sending.zipped(
                xl__workbook_xml="<workbook/>",
                xl__sharedStrings_xml="<sst><si><t>En trygg skolgång</t></si></sst>",
            ),
        ),
        ("a.txt", "En trygg skolgång".encode("cp1252")),
    ],
)
def test_the_words_of_the_newest_file_are_found(world: World, name: str, content: bytes) -> None:
    kept = document(world, content, name, title="Underlag")

    assert "En trygg skolgång" in (newest(kept).text or "")
    assert found(world.participant, "skolgång") == ["Underlag"]
    assert "Underlag" in making.told(
        making.get(world.participant, "materials", world.forum.pk, query="?ord=skolgången")
    )
    actions.add_version(kept, sending.sent("a.txt", b"Inget om det."), "", actor=make.operator())
    assert found(world.participant, "skolgång") == []
    assert "Underlag</a>" not in making.told(
        making.get(world.participant, "materials", world.forum.pk, query="?ord=skolgång")
    )


def test_what_cannot_be_read_is_kept_and_says_so(world: World) -> None:
    kept = document(world, b"%PDF-1.4 och inget mer", "skannad.pdf")

    assert newest(kept).text is None
    page = making.told(making.get(world.participant, "material", kept.pk))
    assert "Texten i filen går inte att läsa." in page


@pytest.mark.parametrize(
    ("reach", "role", "status"),
    [
        (Reach.PARTICIPANTS, Role.DIRECTOR, 404),
        (Reach.MANAGERS, Role.DIRECTOR, 200),
        (Reach.MANAGERS, Role.PARTICIPANT, 404),
        (Reach.EVERYONE, Role.PARTICIPANT, 200),
    ],
)
def test_it_is_for_those_it_is_meant_for(
    world: World, reach: Reach, role: Role, status: int
) -> None:
    kept = document(world, b"Hemligheten", reach=reach)
    version, who = newest(kept), make.account_with(role)

    assert making.get(who, "material", kept.pk).status_code == status
    assert making.get(who, "material-file", version.pk).status_code == status
    assert ("Rutin för" in making.told(making.get(who, "materials", world.forum.pk))) == (
        status == 200
    )
    assert bool(found(who, "hemligheten")) == (status == 200)


def test_what_is_retired_is_kept_out_of_sight(world: World) -> None:
    kept = actions.add_material(world.forum, METHOD, actor=make.operator())
    day = (TODAY - timedelta(1)).isoformat()
    making.post(world.leader, "retire-material-save", kept.pk, retired_on=day)

    shown, all_there_is = (
        making.told(making.get(world.reader, "materials", world.forum.pk, query=query))
        for query in ("", "?visa=alla")
    )
    assert ("Signs of Safety</a>" in shown, "Signs of Safety</a>" in all_there_is) == (False, True)
    assert "ur bruk sedan" in making.told(making.get(world.reader, "material", kept.pk))


def test_who_takes_part_does_not_change_the_library(world: World) -> None:
    kept = actions.add_material(world.forum, METHOD, actor=make.operator())

    assert making.get(world.participant, "add-material", world.forum.pk).status_code == 403
    assert making.get(world.participant, "change-material", kept.pk).status_code == 403


@pytest.mark.parametrize(
    ("about", "told"),
    [
        (About(MaterialKind.DOCUMENT, "Rutin"), "Välj en fil."),
        (About(MaterialKind.LINK, "Kunskapsguiden"), "Skriv adressen"),
        (About(MaterialKind.LINK, "Nätet", url="http://exempel.se"), "https://"),
        (About(MaterialKind.METHOD, "Om 811218-9876"), "personnummer"),
    ],
)
def test_what_lacks_something_is_refused(world: World, about: About, told: str) -> None:
    with pytest.raises(RuleBrokenError, match=told):
        actions.add_material(world.forum, about, actor=make.operator())


def test_the_pages_ask_as_often_however_much_there_is(world: World) -> None:
    def asked(name: str, *arguments: Any) -> int:
        making.get(world.leader, name, *arguments)
        with CaptureQueriesContext(connection) as captured:
            assert making.get(world.leader, name, *arguments).status_code == 200
        make.operator()
        return len(captured)

    kept = document(world)
    one = asked("materials", world.forum.pk), asked("material", kept.pk)
    for number in range(19):
        document(world, title=f"Rutin {number}")
        actions.add_version(kept, sending.sent("r.txt", b"Ny"), "", actor=make.operator())

    assert (asked("materials", world.forum.pk), asked("material", kept.pk)) == one
