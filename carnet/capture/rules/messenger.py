"""How a browser's push service is handed a notice: a port, which an edge above fills."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Protocol


class NotHandedOver(Exception):
    """The push service could not be reached, or would not take it now."""


class Forgotten(Exception):
    """The push service knows that browser no longer."""


@dataclasses.dataclass(frozen=True)
class Browser:
    """Where it goes, and for whose eyes."""

    endpoint: str
    key: bytes
    secret: bytes


class Messenger(Protocol):
    """Something that hands notices over."""

    def hand_over(self, notice: Mapping[str, str], to: Browser, private: bytes, *, seconds: int) -> None:
        """Seal it for that browser and send it, to be shown within so many seconds or not at all.

        `private` is the key by which a push service knows the house, PEM, PKCS #8. Raises Forgotten and NotHandedOver.
        """
        ...


class Port:
    """Where a messenger plugs in; empty, nobody is told anything."""

    messenger: Messenger | None = None
