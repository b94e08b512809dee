"""Which model the host has named, and what is wrong with how it was named."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from carnet.kit import wires

MOST_SECONDS = 20
"""In which a draft is there, or is not: nobody waits longer for a letter she could have written (T-51)."""


class Provider(enum.StrEnum):
    """Whose wire is spoken."""

    OPENAI = "openai"
    """OpenAI's, which most others speak too."""
    ANTHROPIC = "anthropic"


USUAL = {Provider.OPENAI: "https://api.openai.com/v1", Provider.ANTHROPIC: "https://api.anthropic.com"}


class NotAModel(ValueError):
    """The settings name none; the sentence says which of them, and never its value."""


@dataclasses.dataclass(frozen=True)
class Model:
    """A model, where it is, and where its key is kept."""

    provider: Provider
    url: str
    name: str
    key_file: Path | None
    seconds: float = MOST_SECONDS

    @property
    def key(self) -> str:
        """Read each time, so that a new one counts at once; a server of the house's own may want none."""
        return self.key_file.read_text().strip() if self.key_file else ""


def named(settings: Mapping[str, Any]) -> Model | None:
    """The model of these settings, or none where no provider is named. Raises NotAModel."""
    if not settings["provider"]:
        return None
    if settings["provider"] not in set(Provider):
        raise NotAModel("CARNET_MODEL_PROVIDER is openai, anthropic, or nothing.")
    provider = Provider(settings["provider"])
    url = settings["url"] or USUAL[provider]
    if not settings["name"]:
        raise NotAModel("CARNET_MODEL_NAME is missing: say which model of the provider's writes.")
    if not wires.is_sealed(url):
        raise NotAModel(
            "CARNET_MODEL_URL is no https address: what is written to a client does not cross a network in clear."
        )
    if not 0 < settings["seconds"] <= MOST_SECONDS:
        raise NotAModel(f"CARNET_MODEL_SECONDS is more than 0 and at most {MOST_SECONDS}.")
    key_file = Path(settings["key_file"]) if settings["key_file"] else None
    if key_file and not key_file.is_file():
        raise NotAModel("CARNET_MODEL_KEY_FILE names no file that can be read.")
    return Model(provider, url, settings["name"], key_file, settings["seconds"])
