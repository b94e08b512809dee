"""The bytes of a text as they come out of the file, of its gzip or of its zip, counted while they do."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Buffer
from pathlib import Path
from typing import IO, cast

from carnet.integrations.files.reading import limits
from carnet.integrations.files.reading.sentences import Unreadable

BROKEN = (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, EOFError, NotImplementedError, OSError)
"""What unpacking raises when the bytes are not what they say, or are packed in a way nobody here can undo."""

ENCRYPTED = 1
BITE = 64 * limits.KB
DIRECTORY_ENTRY = b"PK\x01\x02"


class Flow(io.RawIOBase):
    """The unpacked bytes of one text. Raises Unreadable as soon as there are too many of them.

    Whoever reads rows sets `mark` to `unpacked` at each: a row that never ends would fill the memory.
    """

    def __init__(self, path: Path) -> None:
        """Opens the file. Raises Unreadable when it cannot be unpacked."""
        super().__init__()
        self.disk = path.open("rb", buffering=0)
        self.packed_size = path.stat().st_size
        self.unpacked = 0
        self.mark = 0
        self.inner: IO[bytes] = self.disk
        try:
            self.inner = self._unpacking()
        except BROKEN as error:
            self.close()
            raise Unreadable("broken_archive") from error

    def _unpacking(self) -> IO[bytes]:
        return self.disk

    def _weigh(self) -> None:
        """Nothing to weigh in a file that is not packed."""

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        """The next bytes; how many there were."""
        room = memoryview(buffer)
        try:
            block = self.inner.read(len(room))
        except BROKEN as error:
            raise Unreadable("broken_archive") from error
        count = len(block)
        room[:count] = block
        self.unpacked += count
        if self.unpacked - self.mark > limits.ROW + len(room):
            raise EndlessRow
        self._weigh()
        return count

    def position(self) -> int:
        """Bytes of the file on disk consumed so far."""
        return self.disk.tell()

    def close(self) -> None:
        """Let go of the file."""
        self.inner.close()
        self.disk.close()
        super().close()


class EndlessRow(Exception):
    """More was read than a row may hold; whoever reads rows knows the line."""


class GzipFlow(Flow):
    """A gzipped text."""

    def _unpacking(self) -> IO[bytes]:
        return cast("IO[bytes]", gzip.GzipFile(fileobj=self.disk, mode="rb"))

    def _weigh(self) -> None:
        weigh(self.unpacked, self.packed_size, most=limits.GZIP_UNPACKED, ratio=limits.GZIP_RATIO)


class ZipFlow(Flow):
    """The one file of a zip."""

    def _unpacking(self) -> IO[bytes]:
        archive = zipfile.ZipFile(self.disk)
        [member] = files_of(archive)
        return open_member(archive, member)

    def _weigh(self) -> None:
        weigh(self.unpacked, self.packed_size, most=limits.ARCHIVE_UNPACKED, ratio=limits.ARCHIVE_RATIO)


def weigh(unpacked: int, packed: int, *, most: int, ratio: int) -> None:
    """Raises Unreadable when so many unpacked bytes are too many, or too many for what they were packed in."""
    if unpacked > most:
        raise Unreadable("too_big_unpacked", limit=most // limits.MB)
    if unpacked > limits.RATIO_COUNTS_FROM and unpacked > ratio * packed:
        raise Unreadable("bomb", ratio=ratio)


def files_of(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """What somebody put in the archive, without the folders and what macOS and Windows add."""
    return [
        entry
        for entry in archive.infolist()
        if not entry.is_dir()
        and not entry.filename.startswith("__MACOSX/")
        and entry.filename.rpartition("/")[2] not in {".DS_Store", "Thumbs.db", "desktop.ini"}
    ]


def open_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> IO[bytes]:
    """The bytes of one member, all of them: reading stops where its data end, not where the directory says."""
    if member.flag_bits & ENCRYPTED:
        raise Unreadable("password")
    # The standard library unpacks bzip2 and LZMA without bounds: 1 MB of them can hold 20 GB.
    if member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise Unreadable("odd_archive")
    member.file_size = limits.ARCHIVE_UNPACKED + limits.MB
    return archive.open(member)


def weigh_archive(path: Path) -> None:
    """Unpack all that a zip or a workbook holds, keeping nothing. Raises Unreadable when it is too much or broken."""
    size = path.stat().st_size
    if size > limits.ARCHIVE_PACKED:
        raise Unreadable("too_big_packed", limit=limits.ARCHIVE_PACKED // limits.MB)
    count_members(path)
    unpacked = 0
    try:
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                with open_member(archive, member) as stream:
                    while block := stream.read(BITE):
                        unpacked += len(block)
                        weigh(unpacked, size, most=limits.ARCHIVE_UNPACKED, ratio=limits.ARCHIVE_RATIO)
    except BROKEN as error:
        raise Unreadable("broken_archive") from error


def count_members(path: Path) -> None:
    """Raises Unreadable beyond the limit: counted by their signatures before anything believes the directory."""
    found, kept = 0, b""
    with path.open("rb") as file:
        while block := file.read(limits.MB):
            found += (kept + block).count(DIRECTORY_ENTRY)
            kept = block[-(len(DIRECTORY_ENTRY) - 1) :]
    if found > limits.MEMBERS:
        raise Unreadable("too_many_members", limit=limits.MEMBERS)
