"""The `carnet restore` command."""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import json
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from carnet.cli import DONE, IN_PART, Sentence, archive, postgres, refilling
from carnet.cli.backing_up import KEPT, mark_of_key
from carnet.cli.database import at_hand, migrate

if TYPE_CHECKING:
    from carnet.cli.archive import Reader

HELP = "Open the house again from a file that “carnet backup” wrote; whoever was forgotten since stays forgotten."


def arguments(parser: argparse.ArgumentParser) -> None:
    """From where, and over what."""
    parser.add_argument("file", metavar="FILE", type=Path, help="a file that “carnet backup” wrote")
    parser.add_argument("--replace", action="store_true", help="although a house is open here: all of it goes")
    parser.add_argument("--check", action="store_true", help="only read all of the file, and say whether it is whole")
    parser.add_argument(
        "--forgotten", action="append", default=[], type=Path, metavar="LIST",
        help="a copy of forgotten.jsonl that was kept elsewhere, besides the one that stands here; repeat for more",
    )  # fmt: skip


def run(options: argparse.Namespace) -> int:
    """Check the file, fill the database with it, and forget again whoever had been forgotten since."""
    for path in (options.file, *options.forgotten):
        if not path.is_file():
            raise Sentence(f"There is no file {path}.")
    try:
        with archive.opened(options.file) as reader:
            reader.check()
            made = dt.datetime.fromisoformat(reader.manifest.made_at)
            print(
                f"{options.file} is whole: a house as it was on {made:%d %B %Y, %H:%M} UTC, Carnet {reader.manifest.carnet}."
            )
            return DONE if options.check else _restored(reader, options)
    except archive.NotWhole as error:
        raise Sentence(f"Nothing was done: {options.file} is not whole, {error}.") from error
    except OSError as error:
        raise Sentence(f"{options.file} cannot be read, or CARNET_HOME not written ({error.strerror}).") from error


def _restored(reader: Reader, options: argparse.Namespace) -> int:
    with at_hand(needs_house=False, up_to_date=False, restoring=True):
        refilling.refuse(reader.manifest, replace=options.replace)
        keys = _keys(reader)
        try:
            refilling.refill(reader)
        except postgres.Failed as error:
            raise Sentence(f"Nothing was done: {error}.") from error
        # From here on the marker in the database keeps everybody out until all of it is done.
        _adopt(keys)
        _lay_out(reader)
        migrate()
        with _lists(reader, options) as lists:
            returned, unsealed = _forget_again(lists)
        refilling.finish()
        rows = sum(reader.manifest.rows.values())
        print(f"The house is open again: {rows:,} rows. Forgotten again: {returned}. Everybody signs in anew.")
    if unsealed:
        print(
            f"{unsealed} lines of the lists of the forgotten bear no seal of this house’s key, and were not followed."
        )
    return IN_PART if unsealed else DONE


def _keys(reader: Reader) -> dict[str, str]:
    """The keys to take over with the house; none when those at hand are its own. Raises Sentence."""
    from django.conf import settings

    if mark_of_key(settings.CARNET_SEALING_KEY) == reader.manifest.key:
        return {}
    if archive.KEYS in reader.manifest.checksums and settings.CARNET_KEYS_AT_HOME:
        kept: dict[str, str] = json.loads(reader.zip.read(archive.KEYS))
        if mark_of_key(kept["sealing_key"]) == reader.manifest.key:
            return kept
    raise Sentence(
        "This house is sealed with another key than the one at hand, and the file does not bring it: "
        "set CARNET_SEALING_KEY to the “sealing_key” of its secrets.json."
    )


def _adopt(keys: dict[str, str]) -> None:
    from django.conf import settings

    if keys:
        settings.EMBEDDED.adopt(**keys)
        settings.CARNET_SEALING_KEY = keys["sealing_key"]


def _lay_out(reader: Reader) -> None:
    """The files beside the database, in the place of those that are there."""
    from django.conf import settings

    home = Path(settings.CARNET_HOME)
    for folder in KEPT:
        shutil.rmtree(home / folder, ignore_errors=True)
    for name in reader.names(archive.BESIDE):
        place = PurePosixPath(name.removeprefix(archive.BESIDE))
        if place.parts[0] in KEPT and ".." not in place.parts:
            path = home / place
            path.parent.mkdir(parents=True, exist_ok=True)
            with reader.zip.open(name) as content, path.open("wb") as file:
                shutil.copyfileobj(content, file)
            path.chmod(0o600)


@contextlib.contextmanager
def _lists(reader: Reader, options: argparse.Namespace) -> Iterator[list[Path]]:
    """Every list of the forgotten: the one that stands here, the backup's own, and those that were named."""
    from django.conf import settings

    from carnet.privacy import forgotten

    packed = Path(settings.CARNET_HOME) / f"{forgotten.NAME}.restored"
    name = f"{archive.BESIDE}{forgotten.NAME}"
    try:
        if name in reader.manifest.checksums:
            packed.write_bytes(reader.zip.read(name))
        yield [forgotten.path(), packed, *options.forgotten]
    finally:
        packed.unlink(missing_ok=True)


def _forget_again(lists: list[Path]) -> tuple[int, int]:
    """How many were forgotten again, and how many lines were not followed."""
    from carnet.cli.asking import COMMAND, now
    from carnet.privacy import forgotten
    from carnet.privacy.actions import erasing

    entries, unsealed = forgotten.read(lists)
    standing, _unsealed = forgotten.read(lists[:1])
    for entry in entries:
        if entry not in standing:
            forgotten.note(entry)
    counted: Any = erasing.carry_out_again(entries=entries, by=COMMAND, at=now())
    return int(counted), unsealed
