"""Checks the files of others that we serve against vendor/MANIFEST.json; --fetch brings them from npm again.

python -m tools.vendor [--fetch]. They are committed: nobody needs npm to run or to test Carnet.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import TypedDict, cast

VENDOR = Path(__file__).resolve().parents[1] / "carnet" / "web" / "static" / "vendor"
MANIFEST = VENDOR / "MANIFEST.json"


class Entry(TypedDict):
    """One file, and where it comes from."""

    file: str
    name: str
    version: str
    licence: str
    licence_file: str
    member: str
    sha256: str


def entries() -> list[Entry]:
    """What the manifest lists."""
    return cast("list[Entry]", json.loads(MANIFEST.read_text()))


def sha256(path: Path) -> str:
    """The digest of a file, as sha256sum writes it."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def faults() -> list[str]:
    """One sentence for each thing that is not as the manifest says."""
    listed = {name for entry in entries() for name in (entry["file"], entry["licence_file"])} | {MANIFEST.name}
    found = [f"{path.name} is not in the manifest." for path in sorted(VENDOR.iterdir()) if path.name not in listed]
    for entry in entries():
        path = VENDOR / entry["file"]
        if not path.exists():
            found.append(f"{path.name} is missing.")
        elif sha256(path) != entry["sha256"]:
            found.append(f"{path.name} is not the {entry['name']} {entry['version']} of the manifest.")
    return found


def fetch(entry: Entry) -> None:
    """Packs the published version with npm and takes out the one file."""
    with tempfile.TemporaryDirectory() as place:
        package = f"{entry['name']}@{entry['version']}"
        packed = subprocess.check_output(["npm", "pack", "--silent", package], cwd=place, text=True)
        with tarfile.open(Path(place) / packed.strip()) as archive:
            member = archive.extractfile(entry["member"])
            if member is None:
                raise FileNotFoundError(entry["member"])
            (VENDOR / entry["file"]).write_bytes(member.read())


def main() -> int:
    """Says what is wrong, or nothing."""
    if "--fetch" in sys.argv:
        for entry in entries():
            fetch(entry)
    for fault in faults():
        print(fault)
    return 1 if faults() else 0


if __name__ == "__main__":
    sys.exit(main())
