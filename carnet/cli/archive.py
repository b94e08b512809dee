"""A backup's file: a zip of the database's dump, the files beside it, and a manifest with a checksum of each.

It appears whole or not at all, is read back before it counts, and is its owner's alone to read.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
import os
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any, Self

from carnet.cli import Sentence

FORMAT = 1
MANIFEST, DUMP, BESIDE, KEYS = "manifest.json", "database.sql", "beside/", "secrets.json"
CHUNK = 2**20


class NotWhole(Exception):
    """The file is no backup, or not all of it is there; the sentence says which."""


@dataclasses.dataclass(frozen=True)
class Manifest:
    """What a backup says of itself."""

    made_at: str
    carnet: str
    postgres: int
    schema: str
    house: str
    key: str
    """A mark of the key the house is sealed with: whoever restores must hold the same."""
    migrations: Mapping[str, list[str]]
    rows: Mapping[str, int]
    checksums: Mapping[str, str] = dataclasses.field(default_factory=dict)
    format: int = FORMAT


class Writer:
    """A file that is being written beside its place, and comes to stand there when all of it is on the disk."""

    def __init__(self, path: Path) -> None:
        """Raise Sentence when something else already stands there."""
        self.path, self.draft = path, path.with_name(f".{path.name}.{os.getpid()}")
        if path.exists() and not _is_ours(path):
            raise Sentence(f"{path} exists and is no backup of Carnet’s: it was left as it is. Name another file.")
        self.checksums: dict[str, str] = {}

    def __enter__(self) -> Self:
        """Open the draft, for its owner alone."""
        self._file = os.fdopen(os.open(self.draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b")
        self._zip = zipfile.ZipFile(self._file, "w", zipfile.ZIP_DEFLATED, compresslevel=3)
        return self

    def add(self, name: str, content: IO[bytes]) -> None:
        """Copy it in; its checksum is taken on the way."""
        digest = hashlib.sha256()
        with self._zip.open(name, "w", force_zip64=True) as member:
            while chunk := content.read(CHUNK):
                digest.update(chunk)
                member.write(chunk)
        self.checksums[name] = digest.hexdigest()

    def close(self, manifest: Manifest) -> None:
        """Write the manifest last, read all of it back, and put it in its place. Raises NotWhole."""
        told = dataclasses.asdict(dataclasses.replace(manifest, checksums=self.checksums))
        self._zip.writestr(MANIFEST, json.dumps(told, indent=1))
        self._zip.close()
        self._file.flush()
        os.fsync(self._file.fileno())
        with opened(self.draft) as written:
            written.check()
        self.draft.replace(self.path)
        folder = os.open(self.path.parent, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)

    def __exit__(self, *_raised: object) -> None:
        """What did not come to stand in its place goes."""
        with contextlib.suppress(ValueError, OSError):
            self._zip.close()
        self._file.close()
        self.draft.unlink(missing_ok=True)


@dataclasses.dataclass(frozen=True)
class Reader:
    """A backup that can be read."""

    zip: zipfile.ZipFile
    manifest: Manifest

    def check(self) -> None:
        """Compare every member with its checksum. Raises NotWhole."""
        names = {name for name in self.zip.namelist() if name != MANIFEST}
        if missing := names ^ set(self.manifest.checksums):
            raise NotWhole(f"{len(missing)} of its parts are missing, or were added later")
        for name, expected in self.manifest.checksums.items():
            digest = hashlib.sha256()
            try:
                with self.zip.open(name) as member:
                    while chunk := member.read(CHUNK):
                        digest.update(chunk)
            except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError) as error:
                raise NotWhole(f"{name} cannot be read") from error
            if digest.hexdigest() != expected:
                raise NotWhole(f"{name} is not what was written")

    def names(self, prefix: str) -> list[str]:
        """The members under that prefix."""
        return sorted(name for name in self.manifest.checksums if name.startswith(prefix))


@contextlib.contextmanager
def opened(path: Path) -> Iterator[Reader]:
    """The backup in that file, not yet checked. Raises NotWhole, and OSError when there is no file to read."""
    with path.open("rb") as file:
        try:
            with zipfile.ZipFile(file) as packed:
                yield Reader(packed, _manifest(packed))
        except zipfile.BadZipFile as error:
            raise NotWhole("it is no backup of Carnet’s, or its end is missing") from error


def _manifest(packed: zipfile.ZipFile) -> Manifest:
    try:
        told: dict[str, Any] = json.loads(packed.read(MANIFEST))
        said = told["format"]
        if said == FORMAT:
            return Manifest(**told)
    except (KeyError, ValueError, TypeError, zipfile.BadZipFile, zlib.error) as error:
        raise NotWhole("it is no backup of Carnet’s, or what it says of itself is damaged") from error
    raise NotWhole(f"it is written in format {said}, and this Carnet reads format {FORMAT}: take the newer one")


def _is_ours(path: Path) -> bool:
    if path.is_file() and not path.stat().st_size:
        return True
    try:
        with zipfile.ZipFile(path) as packed:
            return MANIFEST in packed.namelist()
    except (zipfile.BadZipFile, OSError):
        return False
