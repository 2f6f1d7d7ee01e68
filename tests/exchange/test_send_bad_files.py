"""What is too large, leads astray or is not the sender's is refused, in a sentence."""

import io
import stat
from datetime import timedelta
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from samsyn.access.api import Action, Role, visible
from samsyn.access.tenancy import bind
from samsyn.audit.api import Event, Outcome
from samsyn.exchange import archives, uploads
from samsyn.exchange.api import Upload
from samsyn.exchange.rules import CARRY_OUT_UPLOAD, FORGET_UPLOAD, NAME_HEADINGS, READ_UPLOAD
from samsyn.organisation.models import Body, BodyName
from samsyn.pages import receiving
from tests import factories as make
from tests.exchange.files import HEAD
from tests.exchange.sending import (
    BODY,
    START,
    Coordinator,
    a_file,
    an_archive,
    problems,
    refusals,
)
from tests.exchange.workbooks import workbook
from tests.surroundings import ALINGSAS, TYRESO

pytestmark = pytest.mark.django_db

_MB = 1_000_000


@pytest.fixture
def coordinator() -> Coordinator:
    return Coordinator()


def sentence(coordinator: Coordinator, *files: SimpleUploadedFile) -> str:
    """What is said of files that are not even kept."""
    answer = coordinator.send(*files)
    assert answer.status_code == 422
    make.actor_for(coordinator.account)
    assert not Upload.objects.exists()
    return " ".join(refusals(answer))


def test_a_file_of_51_mb_is_refused_before_it_is_read(coordinator: Coordinator) -> None:
    said = sentence(coordinator, a_file(b"#" * 51 * _MB, "stor.yaml"), a_file(BODY))

    assert said == "stor.yaml är 51 MB. Högst 50 MB går att skicka i en fil."


def test_files_that_are_too_large_together_are_refused(
    coordinator: Coordinator, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 0  # so that they go to disk, as large ones do
    monkeypatch.setattr(receiving, "LARGEST_TOGETHER", 1_000)
    files = [a_file(b"#" * 600, f"{n}.yaml") for n in range(2)]

    assert "tillsammans större än 100 MB" in sentence(coordinator, *files)


def test_archives_that_are_too_large_together_are_refused(
    coordinator: Coordinator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "LARGEST_TOGETHER", 1_000)
    files = [an_archive({"a.yaml": "#" * 600}, f"{n}.zip") for n in range(2)]

    assert "tillsammans större än 100 MB" in sentence(coordinator, *files)


def test_nothing_chosen_is_told_so(coordinator: Coordinator) -> None:
    assert sentence(coordinator)


def test_other_files_alone_are_refused(coordinator: Coordinator) -> None:
    assert "ingen fil att läsa" in sentence(coordinator, a_file("hej", "brev.docx"))


@pytest.mark.parametrize(
    "path",
    ["../organ.yaml", "a/../../organ.yaml", "/etc/organ.yaml", "C:\\organ.yaml", "..\\a.yaml"],
)
def test_a_path_out_of_the_archive_is_refused(path: str, coordinator: Coordinator) -> None:
    assert "leder ut ur arkivet" in sentence(coordinator, an_archive({path: BODY}))


def test_a_link_in_the_archive_is_refused(coordinator: Coordinator) -> None:
    link = ZipInfo("organ.yaml")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16

    said = sentence(coordinator, _archive_of(link, b"/etc/passwd"))

    assert "innehåller en länk" in said


def _archive_of(entry: ZipInfo, content: bytes) -> SimpleUploadedFile:
    target = io.BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        archive.writestr(entry, content, ZIP_DEFLATED)
    return a_file(target.getvalue(), "allt.zip")


def test_an_archive_that_unpacks_to_too_much_is_refused(coordinator: Coordinator) -> None:
    bomb = _archive_of(ZipInfo("organ.yaml"), b"#" * 51 * _MB)
    assert bomb.size is not None
    assert bomb.size < _MB

    assert "innehåller för mycket" in sentence(coordinator, bomb)


def test_an_archive_that_lies_about_its_size_is_refused(coordinator: Coordinator) -> None:
    whole = _archive_of(ZipInfo("organ.yaml"), b"#" * 1_000).read()
    lying = whole.replace((1_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))

    assert "går inte att läsa" in sentence(coordinator, a_file(lying, "allt.zip"))


def test_no_more_is_unpacked_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LARGEST_TOGETHER", 100)
    packed = archives.pack([("a.yaml", b" " * 60), ("b.yaml", b" " * 60)])

    with pytest.raises(archives.ArchiveRefusedError, match="för mycket"):
        archives.unpack("a.zip", packed)


def test_an_archive_of_too_many_files_is_refused(coordinator: Coordinator) -> None:
    many = {f"{n}.yaml": "" for n in range(archives.MOST_FILES + 1)}

    assert "fler än 500 filer" in sentence(coordinator, an_archive(many))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"inget arkiv"])
def test_a_broken_archive_is_refused(content: bytes, coordinator: Coordinator) -> None:
    assert sentence(coordinator, a_file(content, "allt.zip"))


def test_an_archive_in_the_archive_is_passed_over(coordinator: Coordinator) -> None:
    inner = an_archive({"a.yaml": BODY}).read()

    shown = coordinator.preview(an_archive({"inre.zip": inner, "organ.yaml": BODY, "brev.pdf": ""}))

    assert shown.context["passed_over"] == "brev.pdf, inre.zip"
    assert shown.context["sections"]


def test_files_of_the_same_name_are_told_apart(coordinator: Coordinator) -> None:
    wrong = HEAD + "bodis: {}\n"

    shown = coordinator.preview(a_file(wrong), a_file(wrong))

    assert [line.partition(":")[0] for line in problems(shown)] == ["2/organ.yaml", "organ.yaml"]


def test_any_name_of_a_file_will_do(coordinator: Coordinator) -> None:
    shown = coordinator.preview(a_file(BODY, "kl 10:30.yaml"), a_file(HEAD, ".dold.yaml"))

    assert shown.context["sections"]


@pytest.mark.parametrize("key", ["tyreso", "nowhere"])
def test_another_municipalitys_file_is_refused_in_one_sentence(
    key: str, coordinator: Coordinator
) -> None:
    """The same, whether there is such a municipality here or not."""
    shown = coordinator.preview(BODY.replace("alingsas", key))

    assert problems(shown) == [
        "organ.yaml:2: municipality: Filen gäller en annan kommun. – här läses bara alingsas in"
    ]
    assert not shown.context["may_carry_out"]


def test_a_file_that_calls_the_municipality_something_else_is_refused(
    coordinator: Coordinator,
) -> None:
    said = 'samsyn: 1\nmunicipality: {key: alingsas, name: Alingsås, code: "1489"}\n'

    shown = coordinator.preview(said)

    assert "Kommunen heter Alingsås kommun" in problems(shown)[0]


def test_files_that_take_too_long_are_broken_off(
    coordinator: Coordinator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "_LONGEST_WAIT", -1.0)

    shown = coordinator.preview(BODY)

    assert "för lång tid" in problems(shown)[0]
    assert not shown.context["may_carry_out"]


def test_to_find_out_what_files_would_change_may_take_too_long(
    coordinator: Coordinator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some files are read at once and take for ever to be laid over what there is."""
    passed = iter([0.0, 0.0, 0.0])
    monkeypatch.setattr(uploads, "monotonic", lambda: next(passed, 1_000.0))

    shown = coordinator.preview(BODY)

    assert "för lång tid" in problems(shown)[0]


def test_a_workbook_that_takes_too_long_is_broken_off(
    coordinator: Coordinator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "_LONGEST_WAIT", -1.0)
    person = workbook({"Personer": [["Nyckel", "Förnamn", "Efternamn"], ["eva", "Eva", "Öst"]]})

    shown = coordinator.preview(a_file(person, "personer.xlsx"))

    assert "för lång tid" in problems(shown)[0]


def test_a_change_meanwhile_is_told_of_and_shown(coordinator: Coordinator) -> None:
    body = make.body("Socialnämnden")
    shown = coordinator.preview(HEAD + f"bodies: {{{body.key}: {{name: Nya nämnden}}}}")
    make.operator()
    BodyName.objects.filter(body=body).update(name="Omsorgsnämnden")

    answer = coordinator.confirm(shown)

    again = coordinator.client.get(answer.url)
    assert answer.url == shown.request["PATH_INFO"]
    assert "Någon har ändrat något" in again.content.decode()
    assert "Omsorgsnämnden" in again.content.decode()
    make.operator()
    assert BodyName.objects.get().name == "Omsorgsnämnden"


def test_what_is_decided_without_having_been_seen_is_not_done(coordinator: Coordinator) -> None:
    there = coordinator.send(BODY).url

    coordinator.client.post(f"{there}las-in/", {"digest": ""})

    make.operator()
    assert not Body.objects.exists()


def test_a_refused_decision_is_not_traced_as_done(coordinator: Coordinator) -> None:
    there = coordinator.send(BODY).url

    coordinator.client.post(f"{there}las-in/", {"digest": ""})

    make.operator()
    assert not Event.objects.filter(
        action="exchange.carry_out_upload", outcome=Outcome.DONE
    ).exists()


def test_what_another_has_sent_is_as_missing(coordinator: Coordinator) -> None:
    shown = coordinator.preview(BODY)
    colleague = Coordinator(make.member(Role.COORDINATOR, Role.ADMINISTRATOR, of=make.person("B")))

    seen = colleague.client.get(shown.request["PATH_INFO"])
    done = colleague.confirm(shown)
    thrown = colleague.forget(shown)

    assert [each.status_code for each in (seen, done, thrown)] == [404, 404, 404]
    make.actor_for(coordinator.account)
    assert Upload.objects.exists()


@pytest.mark.parametrize(
    "action", [READ_UPLOAD, NAME_HEADINGS, CARRY_OUT_UPLOAD, FORGET_UPLOAD], ids=lambda a: a.name
)
def test_the_rule_hides_what_another_has_sent(
    action: Action[Upload], coordinator: Coordinator
) -> None:
    """Where the row can be seen, as the sender sees it, the rule alone still refuses."""
    coordinator.send(BODY)
    colleague = make.actor(Role.COORDINATOR, Role.ADMINISTRATOR)
    sender = make.actor_for(coordinator.account)

    seen = [visible(actor, action).count() for actor in (colleague, sender)]

    assert seen == [0, 1]


def test_row_security_hides_what_another_has_sent(coordinator: Coordinator) -> None:
    coordinator.send(BODY)
    make.actor_for(coordinator.account)
    Upload.objects.update(at=make.NOW.replace(year=2100))

    bind(ALINGSAS, make.account_with(Role.ADMINISTRATOR).pk)
    hidden = [Upload.objects.count(), Upload.objects.update(file_names=[])]
    bind(TYRESO, coordinator.account.pk)
    hidden += [Upload.objects.count(), Upload.objects.update(file_names=[])]

    assert hidden == [0, 0, 0, 0]


def test_what_has_lain_for_a_day_is_gone(coordinator: Coordinator) -> None:
    there = coordinator.send(BODY).url
    make.actor_for(coordinator.account)
    upload = Upload.objects.get()
    upload.at -= timedelta(days=1, minutes=1)
    upload.save(update_fields=["at"])

    assert coordinator.client.get(there).status_code == 404
    Coordinator(make.member(Role.COORDINATOR, of=make.person("B"))).send(BODY)
    make.actor_for(coordinator.account)
    assert not Upload.objects.exists()


def test_one_who_only_reads_is_not_offered_to_send() -> None:
    auditor = Coordinator(make.member(Role.AUDITOR))

    shown = auditor.client.get(START)

    assert "Hämta som zip" in shown.content.decode()
    assert 'type="file"' not in shown.content.decode()
    assert auditor.send(BODY).status_code == 403
