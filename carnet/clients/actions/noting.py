"""Noting a fact worth remembering, replacing it, and letting it go."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction

from carnet.clients.kinds import Act, Certainty, Leaning, Visibility
from carnet.clients.models import Client, Fact
from carnet.house.kinds import TermKind
from carnet.house.models import Term
from carnet.journal import recording
from carnet.kit import acts, db


class CannotNote(ValueError):
    """The fact cannot be kept as given; the sentence says why."""


@transaction.atomic
def note(
    *,
    client: Client,
    kind: str,
    words: str,
    by: acts.By,
    at: dt.datetime,
    value: Any = None,
    leaning: Leaning = Leaning.PLAIN,
    certainty: Certainty = Certainty.STATED,
    visibility: Visibility = Visibility.SHARED,
    hidden_from: Client | None = None,
    replaces: Fact | None = None,
    sentence: str = "",
) -> Fact:
    """Keep one fact, of one kind of the house's vocabulary; what it replaces ends at `at`. Raises CannotNote."""
    if not words.strip():
        raise CannotNote("A fact says something: give a few words.")
    term = Term.objects.filter(kind=TermKind.FACT, code=kind, retired_at__isnull=True).first()
    if term is None:
        raise CannotNote(f"The house has no kind of fact called {kind!r}.")
    if required := term.schema.get("certainty"):
        # "Usually looks between…" is kept only as she stated it (ruling 25).
        certainty = Certainty(required)
    line = recording.record(
        act=Act.FACT_NOTED, by=by, on=acts.On("client", client.id, client.id), at=at, reason=kind, detail={"words": words}
    )
    if replaces is not None:
        _end(replaces, at)
    return Fact.objects.create(
        client=client, kind=term, words=words.strip(), value=value, leaning=leaning or term.schema.get("leaning", ""),
        certainty=certainty, visibility=visibility, author_id=by.member, hidden_from=hidden_from, period=db.since(at),
        sentence=sentence, known_from=at, noted_in=line,
    )  # fmt: skip


@transaction.atomic
def withdraw(*, fact: Fact, by: acts.By, at: dt.datetime, reason: str) -> None:
    """It no longer holds, or should not have been kept."""
    _end(fact, at)
    recording.record(
        act=Act.FACT_WITHDRAWN, by=by, on=acts.On("client", fact.client_id, fact.client_id), at=at, reason=reason
    )


def _end(fact: Fact, at: dt.datetime) -> None:
    fact.period = db.between(fact.period.lower, at)
    fact.save(update_fields=["period"])
