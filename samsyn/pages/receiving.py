"""Receives files that are sent, and lets go of what is too much before it fills the disk."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler

LARGEST_FILE = 50_000_000
LARGEST_TOGETHER = 100_000_000


class TooLargeFile(UploadedFile):  # type: ignore[type-arg]  # generic in the stubs alone
    """What is told of a file that was let go: its name and its size."""


class BoundedFileUploadHandler(TemporaryFileUploadHandler):
    """Keep files on disk up to the limits; of one that goes beyond, only count the rest."""

    _together = 0

    def new_file(self, *arguments: Any, **more: Any) -> None:
        super().new_file(*arguments, **more)
        self._is_too_large = False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        self._together += len(raw_data)
        if start + len(raw_data) > LARGEST_FILE or self._together > LARGEST_TOGETHER:
            self._is_too_large = True
        return None if self._is_too_large else super().receive_data_chunk(raw_data, start)

    def file_complete(self, file_size: int) -> "UploadedFile[Any] | None":
        if not self._is_too_large:
            return super().file_complete(file_size)
        self.file.close()
        return TooLargeFile(None, self.file_name, self.content_type, file_size)
