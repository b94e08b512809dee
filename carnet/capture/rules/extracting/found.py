"""What was found in a note's words, and what helps to find it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from carnet.capture.kinds import Finding


@dataclasses.dataclass(frozen=True)
class Found:
    """One thing a note's words tell of her: proposed, and kept only when the advisor confirms it.

    `value` by kind: SIZE {"of": "ring", "size": 52, "system": "FR"}; LIKES and AVOIDS {"of": "metal", "what": "rose_gold"}
    (`of` is metal, stone or style); RELATION {"name": "Bianca", "is": "child"} (a RelationKind, what Bianca is to the client);
    OCCASION {"code": "graduation", "month": 5, "day": None, "year": 2027, "whose": "Bianca"} (`code` is one of the house's
    words for occasions, `day` and `year` where said, `whose` None for her own); PROMISE {"due": "2026-12-08",
    "by": "house"}; SHOWN {"reference": "…"}; WISH {"reference": "…"} or {"what": "…"}; LEFT {"left": "thinking"}.
    """

    kind: Finding
    words: str
    """In the note's language, as it would stand among what is worth remembering: "Ring 52 (FR)"."""
    sentence: str
    """The sentence it was taken from, as written."""
    value: Mapping[str, Any]


@dataclasses.dataclass(frozen=True)
class Piece:
    """A reference of the catalogue by the names it goes by."""

    id: str
    name: str


@dataclasses.dataclass(frozen=True)
class Around:
    """What is known around a note: pieces of the catalogue, and names of those of her home."""

    pieces: tuple[Piece, ...] = ()
    people: tuple[str, ...] = ()
