"""What may arrive as a file: on the Import screen alone, and no more than a house's export could be."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import TemporaryFileUploadHandler

MOST = 512 * 2**20
"""Bytes of one form with its file: the real shop's ten years are a fifth of it."""
WHERE = "/imports/"


class Receiver(TemporaryFileUploadHandler):
    """Refuses before a byte is written to the disk: the door's forms are open to anybody."""

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *args: Any, **words: Any) -> Any:  # noqa: N803 -- Django's name  # house: empty-verb -- Django's name
        """By what is announced; Django reads no further than that. Raises RequestDataTooBig."""
        if content_length > MOST:
            raise RequestDataTooBig
        return super().handle_raw_input(input_data, META, content_length, *args, **words)

    def new_file(self, *args: Any, **words: Any) -> None:
        """By where it is brought. Raises RequestDataTooBig."""
        if self.request is None or self.request.path != WHERE:
            raise RequestDataTooBig
        super().new_file(*args, **words)
