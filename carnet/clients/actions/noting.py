"""Noting a fact worth remembering, replacing it, and letting it go."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from carnet.clients.kinds import Act, Certainty, Leaning, Unfit, Visibility
from carnet.clients.models import Client, Fact
from carnet.clients.rules import objection
from carnet.house.kinds import TermKind
from carnet.house.models import Term
from carnet.journal import recording
from carnet.kit import acts, db

ASKS_FOR = {
    Unfit.CHOICE: gettext_lazy("That is not one of the choices the house gives."),
    Unfit.SIZE: gettext_lazy("A size says what it is, and in which system: 52 FR."),
    Unfit.MONEY: gettext_lazy("A range says from what to what, and in which currency."),
}


class CannotNote(ValueError):
    """The fact cannot be kept as given; the sentence says why."""


@transaction.atomic
def note(  # noqa: PLR0913 -- all that can be said of one fact, by name
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
    released_at: dt.datetime | None = None,
    replaces: Fact | None = None,
    sentence: str = "",
) -> Fact:
    """Keep one fact, of one kind of the house's vocabulary; what it replaces ends at `at`.

    `hidden_from` is the person who must not see it before `released_at`, or before it is released. Raises CannotNote.
    """
    if not words.strip():
        raise CannotNote(_("A fact says something: give a few words."))
    term = Term.objects.filter(kind=TermKind.FACT, code=kind, retired_at__isnull=True).first()
    if term is None:
        raise CannotNote(_("The house has no kind of fact called “%(kind)s”.") % {"kind": kind})
    if wrong := objection(term.schema, value):
        raise CannotNote(str(ASKS_FOR[wrong]))
    if required := term.schema.get("certainty"):
        # "Usually looks between…" is kept only as she stated it (ruling 25).
        certainty = Certainty(required)
    line = recording.record(
        act=Act.FACT_NOTED,
        by=by,
        on=acts.On("client", client.id, client.id),
        at=at,
        reason=kind,
        detail={"words": words},
    )
    if replaces is not None:
        _end(replaces, at)
    return Fact.objects.create(
        client=client, kind=term, words=words.strip(), value=value, leaning=leaning or term.schema.get("leaning", ""),
        certainty=certainty, visibility=visibility, author_id=by.member, hidden_from=hidden_from,
        released_at=released_at, period=db.since(at),
        sentence=sentence, known_from=at, noted_in=line,
    )  # fmt: skip


@transaction.atomic
def withdraw(*, fact: Fact, by: acts.By, at: dt.datetime, reason: str) -> None:
    """It no longer holds, or should not have been kept."""
    _end(fact, at)
    recording.record(
        act=Act.FACT_WITHDRAWN, by=by, on=acts.On("client", fact.client_id, fact.client_id), at=at, reason=reason
    )


@transaction.atomic
def release(*, fact: Fact, by: acts.By, at: dt.datetime) -> None:
    """The surprise is over: the one it was hidden from may see it from `at` on."""
    Fact.objects.filter(id=fact.id).update(released_at=at)
    recording.record(act=Act.FACT_RELEASED, by=by, on=acts.On("client", fact.client_id, fact.client_id), at=at)


def _end(fact: Fact, at: dt.datetime) -> None:
    fact.period = db.until(fact.period, at)
    fact.save(update_fields=["period"])


@transaction.atomic
def forget_sentence(*, client: Client, sentence: str, by: acts.By, at: dt.datetime) -> None:
    """What is remembered stays; the sentence it was taken from has left its note, and does not stand beside it."""
    if Fact.objects.filter(client=client, sentence=sentence).exclude(sentence="").update(sentence=""):
        recording.record(
            act=Act.FACT_NOTED, by=by, on=acts.On("client", client.id, client.id), at=at, reason="no_sentence"
        )
