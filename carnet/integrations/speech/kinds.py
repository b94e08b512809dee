"""Which speech model the host has named, and what is wrong with how it was named."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from carnet.kit import wires

SECONDS = {"local": 600.0, "hosted": 120.0}
"""For one note, where the host does not say."""
MOST_SECONDS = 3600.0
MOST_THREADS = 64
USUAL_URL = "https://api.openai.com/v1"
FILES = ("model.bin", "config.json", "tokenizer.json")
"""Without which a folder holds no model."""


class NotAModel(ValueError):
    """The settings name none; the sentence says which of them, and never its value."""


@dataclasses.dataclass(frozen=True)
class Local:
    """A model on this server."""

    folder: Path | None
    """Where a converted model (CTranslate2) lies; None is the one that comes with `requirements-voice.txt`."""
    threads: int = 2
    seconds: float = SECONDS["local"]

    @property
    def name(self) -> str:
        """As it is kept beside a note."""
        return self.folder.name if self.folder else "whisper-base"


@dataclasses.dataclass(frozen=True)
class Hosted:
    """A model somewhere else, over OpenAI's wire."""

    url: str
    name: str
    key_file: Path | None
    seconds: float = SECONDS["hosted"]

    @property
    def host(self) -> str:
        """Who answers there."""
        return urlsplit(self.url).hostname or ""

    @property
    def key(self) -> str:
        """Read each time, so that a new one counts at once; a server of the house's own may want none."""
        return self.key_file.read_text().strip() if self.key_file else ""


def named(settings: Mapping[str, Any]) -> Local | Hosted | None:
    """The model of these settings, or none where there is to be none. Raises NotAModel."""
    kind = settings["kind"]
    if not kind:
        return None
    if kind not in SECONDS:
        raise NotAModel("CARNET_VOICE is local, hosted, or nothing.")
    seconds = settings["seconds"] or SECONDS[kind]
    if not 0 < seconds <= MOST_SECONDS:
        raise NotAModel(f"CARNET_VOICE_SECONDS is more than 0 and at most {MOST_SECONDS:g}.")
    return _local(settings, seconds) if kind == "local" else _hosted(settings, seconds)


def _local(settings: Mapping[str, Any], seconds: float) -> Local:
    folder = Path(settings["model"]).absolute() if settings["model"] else None
    if folder and not all((folder / file).is_file() for file in FILES):
        raise NotAModel(f"CARNET_VOICE_MODEL names no folder with {', '.join(FILES)} in it.")
    if not 0 < settings["threads"] <= MOST_THREADS:
        raise NotAModel(f"CARNET_VOICE_THREADS is from 1 to {MOST_THREADS}.")
    return Local(folder, settings["threads"], seconds)


def _hosted(settings: Mapping[str, Any], seconds: float) -> Hosted:
    url = (settings["url"] or USUAL_URL).rstrip("/")
    if not settings["name"]:
        raise NotAModel("CARNET_VOICE_NAME is missing: say which model of the provider's types up.")
    if not wires.is_sealed(url):
        raise NotAModel("CARNET_VOICE_URL is no https address: what an advisor says does not cross a network in clear.")
    key_file = Path(settings["key_file"]) if settings["key_file"] else None
    if key_file and not key_file.is_file():
        raise NotAModel("CARNET_VOICE_KEY_FILE names no file that can be read.")
    return Hosted(url, settings["name"], key_file, seconds)
