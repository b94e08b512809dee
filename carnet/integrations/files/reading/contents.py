"""What a file is, told from its bytes and never from its name."""

from __future__ import annotations

import enum
import gzip
import re
import zipfile
from pathlib import Path

from django.utils.translation import gettext_lazy

from carnet.integrations.files.reading import limits, unpacking
from carnet.integrations.files.reading.sentences import Unreadable


class Packing(enum.Enum):
    """How the rows lie in the file."""

    TEXT = enum.auto()
    GZIPPED = enum.auto()
    ZIPPED = enum.auto()
    WORKBOOK = enum.auto()
    CARDS = enum.auto()


ZIP, EMPTY_ZIP, GZIP, OLE = b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
UNOPENED = (b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"BZh", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd")
"""Archives that nobody here opens: 7-Zip, RAR, bzip2, xz, Zstandard."""
CARD = b"begin:vcard"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
ENCRYPTED_SHEET = b":encryption-data"
FILEPASS = re.compile(rb"\x09\x08(?:\x10\0\0\x06\x05\0.{12}|\x08\0\0\x05\x05\0.{4})\x2f\0", re.DOTALL)
"""The record that follows a workbook stream's first in a protected .xls ([MS-XLS] 2.4.117)."""

STRANGERS = (
    (b"%PDF", gettext_lazy("a PDF")),
    (b"\x89PNG", gettext_lazy("a picture")),
    (b"\xff\xd8\xff", gettext_lazy("a picture")),
    (b"GIF89a", gettext_lazy("a picture")),
    (b"SQLite format 3\0", gettext_lazy("a database")),
    (b"PAR1\x15", gettext_lazy("a Parquet file")),
)
TEXT_STRANGERS = (
    (b"{\\rtf", gettext_lazy("a text document")),
    (b"begin:vcalendar", gettext_lazy("a calendar")),
    (b"<!doctype html", gettext_lazy("a web page, whatever its name says")),
    (b"<html", gettext_lazy("a web page, whatever its name says")),
    (b"<table", gettext_lazy("a web page, whatever its name says")),
    (b"<?xml", gettext_lazy("an XML document")),
    (b'{"', gettext_lazy("a JSON document")),
    (b"[{", gettext_lazy("a JSON document")),
)
STRANGERS_IN_ZIP = (
    ("word/", gettext_lazy("a text document")),
    ("ppt/", gettext_lazy("a presentation")),
    ("Index/Document.iwa", gettext_lazy("a Numbers document")),
    ("Index.zip", gettext_lazy("a Numbers document")),
)


def tell(path: Path) -> Packing:
    """How the file is packed. Raises Unreadable for what is missing, empty, locked or clearly something else."""
    try:
        with path.open("rb") as file:
            head = file.read(4096)
    except FileNotFoundError:
        raise Unreadable("not_found", path=str(path)) from None
    except IsADirectoryError:
        raise Unreadable("not_a_file", path=str(path)) from None
    except OSError:
        raise Unreadable("forbidden", path=str(path)) from None
    if head.startswith((ZIP, EMPTY_ZIP)):
        unpacking.weigh_archive(path)
        return _tell_zip(path)
    if head.startswith(OLE):
        return _tell_old_workbook(path)
    if head.startswith(GZIP):
        _refuse_stranger(_start_of_gzip(path), member=path.stem)
        return Packing.GZIPPED
    if head.startswith(UNOPENED):
        raise Unreadable("other_archive")
    _refuse_stranger(head, member=path.name)
    return Packing.CARDS if _start(head).startswith(CARD) else Packing.TEXT


def _tell_zip(path: Path) -> Packing:
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        if _is_workbook(archive, names):
            return Packing.WORKBOOK
        for start, what in STRANGERS_IN_ZIP:
            if any(name.startswith(start) for name in names):
                raise Unreadable("not_a_table", what=str(what))
        members = unpacking.files_of(archive)
        if not members:
            raise Unreadable("no_member")
        if len(members) > 1:
            first, second = members[0].filename, members[1].filename
            raise Unreadable("many_members", count=len(members), first=first, second=second)
        with unpacking.open_member(archive, members[0]) as stream:
            _refuse_stranger(stream.read(4096), member=members[0].filename)
    return Packing.ZIPPED


def _is_workbook(archive: zipfile.ZipFile, names: list[str]) -> bool:
    if _start_of_member(archive, "mimetype").startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        if ENCRYPTED_SHEET in _start_of_member(archive, "META-INF/manifest.xml"):
            raise Unreadable("password")
        return True
    return "[Content_Types].xml" in names and any(name.startswith("xl/") for name in names)


def _start_of_member(archive: zipfile.ZipFile, name: str) -> bytes:
    if name not in archive.namelist():
        return b""
    with unpacking.open_member(archive, archive.getinfo(name)) as stream:
        return stream.read(limits.MB)


def _tell_old_workbook(path: Path) -> Packing:
    if path.stat().st_size > limits.ARCHIVE_PACKED:
        raise Unreadable("too_big_packed", limit=limits.ARCHIVE_PACKED // limits.MB)
    everything = path.read_bytes()
    if ENCRYPTED_PACKAGE in everything or FILEPASS.search(everything):
        raise Unreadable("password")
    return Packing.WORKBOOK


def _start_of_gzip(path: Path) -> bytes:
    try:
        with gzip.open(path) as stream:
            return stream.read(4096)
    except unpacking.BROKEN as error:
        raise Unreadable("broken_archive") from error


def _refuse_stranger(head: bytes, *, member: str) -> None:
    """Raises Unreadable for what is packed again, or is a document of another kind."""
    if head.startswith((ZIP, EMPTY_ZIP, GZIP, OLE, *UNOPENED)):
        raise Unreadable("nested", member=member)
    start = _start(head)
    for magic, what in STRANGERS:
        if head.startswith(magic):
            raise Unreadable("not_a_table", what=str(what))
    for magic, what in TEXT_STRANGERS:
        if start.startswith(magic):
            raise Unreadable("not_a_table", what=str(what))


def _start(head: bytes) -> bytes:
    return head.removeprefix(BYTE_ORDER_MARK).lstrip().lower()
