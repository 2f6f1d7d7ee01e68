"""Files as people send them, good and bad."""

import io
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.files.uploadedfile import SimpleUploadedFile

from samsyn.intake.api import SentFile

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def zipped(**parts: str | bytes) -> bytes:
    """A ZIP of parts: a double underscore in a name is a slash."""
    target = io.BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return target.getvalue()


def word(*paragraphs: str, **more: str | bytes) -> bytes:
    runs = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in paragraphs)
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{runs}</w:body></w:document>'
    return zipped(word__document_xml=document, **more)


def pdf(text: str) -> bytes:
    """A PDF of one page, as small as they come."""
    stream = f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET".encode("latin-1")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R"
            b"/Resources<</Font<</F1 5 0 R>>>>>>"
        ),
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, each)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + rows + trailer


def sent(name: str, content: bytes) -> SentFile:
    return SentFile(name, content)


def posted(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)
