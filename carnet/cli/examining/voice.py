"""What types spoken notes up: whether there is anything, and whether it loads."""

from __future__ import annotations

import time
from collections.abc import Iterator

from django.conf import settings

from carnet.capture.rules.typist import CouldNotType
from carnet.cli.examining import Finding
from carnet.integrations.speech import kinds
from carnet.integrations.speech.hearing.model import Model

ABOUT = "voice"


def look() -> Iterator[Finding]:
    """A model on this server is loaded once, and let go; one elsewhere is sent nothing."""
    named = kinds.named(settings.CARNET_VOICE)
    match named:
        case None:
            yield Finding("well", ABOUT, "Spoken notes are not typed up: CARNET_VOICE names no model.")
        case kinds.Hosted():
            yield Finding("well", ABOUT, f"Spoken notes are sent to {named.host} and typed up there by {named.name}.")
        case kinds.Local():
            yield _loads(named)


def _loads(named: kinds.Local) -> Finding:
    model = Model(named)
    begun = time.monotonic()
    try:
        model.load()
    except CouldNotType:
        otherwise = (
            f"The speech model {named.name} does not load: run bin/setup with CARNET_VOICE=local, or mend its folder."
        )
        return Finding("mend", ABOUT, otherwise)
    finally:
        model.end()
    return Finding("well", ABOUT, f"Spoken notes are typed up here by {named.name}; it loads in {_seconds(begun)}.")


def _seconds(begun: float) -> str:
    return f"{time.monotonic() - begun:.1f} s"
