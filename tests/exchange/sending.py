"""The site as a coordinator meets it, with files to send."""

import io
from collections.abc import Iterator, Mapping
from typing import Any
from zipfile import ZipFile

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from samsyn.access.api import Account, Role
from tests import factories as make
from tests.exchange.files import HEAD

START = "/samverkansfil/"
UPLOAD = "/samverkansfil/ladda-upp/"
BODY = HEAD + "bodies: {bun: {kind: board, name: Barn- och ungdomsnämnden}}\n"


class Coordinator:
    """Someone with the role at the keyboard."""

    def __init__(self, account: Account | None = None) -> None:
        self.account = account or make.member(Role.COORDINATOR)
        self.client = Client()
        self.client.force_login(self.account)

    def send(self, *files: SimpleUploadedFile | str) -> Any:
        """Send files; a text is the whole of one."""
        sent = [a_file(file) if isinstance(file, str) else file for file in files]
        return self.client.post(UPLOAD, {"sent": sent})

    def preview(self, *files: SimpleUploadedFile | str) -> Any:
        """Send files and look at what they would change."""
        return self.client.get(self.send(*files).url)

    def confirm(self, shown: Any) -> Any:
        address = f"{shown.request['PATH_INFO']}las-in/"
        return self.client.post(address, shown.context["decided"])

    def forget(self, shown: Any) -> Any:
        return self.client.post(f"{shown.request['PATH_INFO']}kasta/")


def a_file(content: str | bytes, name: str = "organ.yaml") -> SimpleUploadedFile:
    said = content.encode() if isinstance(content, str) else content
    return SimpleUploadedFile(name, said, "application/octet-stream")


def an_archive(files: Mapping[str, str | bytes], name: str = "allt.zip") -> SimpleUploadedFile:
    target = io.BytesIO()
    with ZipFile(target, "w") as archive:
        for path, content in files.items():
            archive.writestr(path, content)
    return a_file(target.getvalue(), name)


def problems(shown: Any) -> list[str]:
    return [str(problem) for problem in shown.context["problems"]]


def changes(shown: Any) -> dict[str, list[str]]:
    """What the preview says of each record, by its name."""
    return {
        each.title: [str(told) for told in each.told]
        for section in shown.context["sections"]
        for each in section.shown
    }


def refusals(response: HttpResponse) -> Iterator[str]:
    """What the form says was wrong with what was sent."""
    form = response.context["form"]  # type: ignore[attr-defined]
    return (str(sentence) for told in form.errors.values() for sentence in told)
