"""What she has done in this practice: the forms she sent, in her session and nowhere else, until she starts again."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import secrets
import uuid
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, QueryDict

if TYPE_CHECKING:
    from collections.abc import Callable

PRACTICE = "practice"
MOST, LONGEST = 24, 12_000
"""Forms in one practice, and signs in one form."""
A_STEP = 10_000
"""Ids of one step, in thousandths of a second: what came later sorts later."""


class TooMuch(ValueError):
    """A practice is short: it is time to start again."""


@dataclasses.dataclass(frozen=True)
class Sent:
    """One form she sent: which, when, and what it said."""

    name: str
    path: str
    says: str
    at: dt.datetime


@dataclasses.dataclass(frozen=True)
class Practice:
    """One practice: what it is drawn from, when it began, and what was done in it."""

    seed: str
    since: dt.datetime
    sent: tuple[Sent, ...]

    def drawing(self, step: int, drawn: set[uuid.UUID]) -> Callable[[], uuid.UUID]:
        """Ids for one step of it, the same each time it is gone through, in order; `drawn` gets every one of them."""
        count = 0

        def draw() -> uuid.UUID:
            nonlocal count
            count += 1
            chance = int.from_bytes(hashlib.sha256(f"{self.seed} {step} {count}".encode()).digest()[:8])
            moment = int(self.since.timestamp()) * 1000 + step * A_STEP + count
            made = uuid.UUID(int=moment << 80 | 0x7 << 76 | 0b10 << 62 | chance >> 2)
            drawn.add(made)
            return made

        return draw


def current(request: HttpRequest, at: dt.datetime) -> Practice:
    """The practice of this session; it begins when it is first looked at."""
    kept = request.session.get(PRACTICE)
    if kept is None:
        kept = request.session[PRACTICE] = {"seed": secrets.token_hex(8), "since": at.isoformat(), "sent": []}
    sent = tuple(Sent(**each | {"at": dt.datetime.fromisoformat(each["at"])}) for each in kept["sent"])
    return Practice(kept["seed"], dt.datetime.fromisoformat(kept["since"]), sent)


def remember(request: HttpRequest, name: str, path: str, at: dt.datetime) -> None:
    """One more form. Raises TooMuch."""
    kept: dict[str, Any] = request.session[PRACTICE]
    said = request.POST.copy()
    said.pop("csrfmiddlewaretoken", None)
    words = said.urlencode()
    if len(kept["sent"]) >= MOST or len(words) > LONGEST:
        raise TooMuch
    kept["sent"].append({"name": name, "path": path, "says": words, "at": at.isoformat()})
    request.session.modified = True


def start_again(request: HttpRequest) -> None:
    """Nothing was done."""
    request.session.pop(PRACTICE, None)


def said(sent: Sent) -> QueryDict:
    """The form, as it was sent."""
    return QueryDict(sent.says)
