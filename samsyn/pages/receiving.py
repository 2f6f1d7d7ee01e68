"""Receives files that are sent, and lets go of what is too much before it fills memory or disk."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

LARGEST_FILE = 50_000_000
LARGEST_TOGETHER = 200_000_000


class TooLargeFile(UploadedFile):  # type: ignore[type-arg]  # generic in the stubs alone
    """What is told of a file that was let go: its name and its size."""


class Limit(FileUploadHandler):
    """Stands before Django's own handlers, and passes on no more than the limit."""

    _together = 0

    def new_file(self, *arguments: Any, **more: Any) -> None:
        super().new_file(*arguments, **more)
        self._is_too_large = False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        self._together += len(raw_data)
        if start + len(raw_data) > LARGEST_FILE or self._together > LARGEST_TOGETHER:
            self._is_too_large = True
        return None if self._is_too_large else raw_data

    def file_complete(self, file_size: int) -> "UploadedFile[Any] | None":
        if not self._is_too_large:
            return None
        return TooLargeFile(None, self.file_name, self.content_type, file_size)
