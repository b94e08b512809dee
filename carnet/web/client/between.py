"""Between us: what she counts on, what we share, who takes the first step, what it is to her, and what rests (R-11…R-17)."""

from __future__ import annotations

import dataclasses
import uuid
from typing import Any

import numpy as np
from django.db.models import Q
from django.utils.translation import gettext

from carnet.clients.models import Client, Fact
from carnet.intelligence.kinds import ReadingKind, Rests
from carnet.intelligence.models import Consequence, Reading
from carnet.intelligence.queries import starting
from carnet.intelligence.rules.starting import Starts, judge
from carnet.interactions.kinds import PromisedBy
from carnet.interactions.models import Promise
from carnet.kit import moments
from carnet.outreach import sentences
from carnet.web.client import between_forms, wording
from carnet.web.client.meaning import how_known
from carnet.web.here import Here

EXPECTATION, MEMORY = REGISTER = ("expectation", "memory")
CLEAR, LEANING = 90, 70
"""Of 100: how surely a reading is said."""


@dataclasses.dataclass(frozen=True)
class Kept:
    """One line of the register, with who says so and how they know."""

    id: uuid.UUID
    words: str
    how: str
    alone: bool


@dataclasses.dataclass(frozen=True)
class Step:
    """Who usually takes the first step: the sentence, what it rests on, and what else may be said."""

    says: str
    yes: str
    """What is sent when she says yes; nothing when there is nothing to say yes to."""
    reading: uuid.UUID | None
    by: str
    """Whose word it is, once it is somebody's."""
    counts: str
    how_sure: str
    rivals: list[str]
    others: list[tuple[str, str]]
    """What one may say instead: code, sentence."""


@dataclasses.dataclass(frozen=True)
class Word:
    """What the relationship is to her, as one of us sees it."""

    words: str
    by: str


def between(client: Client, at: Here) -> dict[str, Any]:
    """The whole part, in four statements."""
    said = wording.between(client.gender)
    kept = _register(client, at)
    starts, bonds = _readings(client)
    resting = Consequence.objects.in_force(at.today, at.at).filter(client=client)
    return {
        "client": client,
        "said": said,
        "counts_on": kept[EXPECTATION],
        "memories": kept[MEMORY],
        "owed": list(_owed(client, at)),
        "step": _step(starts or _read_now(client, at), said, at, is_kept=starts is not None),
        "bond": bonds[0] if bonds and bonds[0].until is None else None,
        "bonds": [_word(each, at) for each in bonds],
        "rests": [
            {"id": each.id, "words": sentences.rests(Rests(each.rests), each.until, at.today)}
            for each in resting.order_by("until", "id")
        ],
        "remember_form": between_forms.RememberForm(),
        "bond_form": between_forms.BondForm(),
        "rests_form": between_forms.RestsForm(),
    }


def _register(client: Client, at: Here) -> dict[str, list[Kept]]:
    held = Fact.objects.held(at.at).readable_by(at.member.id).filter(client=client, kind__code__in=REGISTER)
    shown = held.filter(Q(hidden_from__isnull=True) | ~Q(hidden_from=client)).select_related("kind", "author")
    found: dict[str, list[Kept]] = {code: [] for code in REGISTER}
    for fact in shown.order_by("-known_from", "-id"):
        name = fact.author.signature if fact.author else ""
        how = how_known(fact.certainty, name, moments.day_of(fact.known_from, at.boutique.zone), at.today)
        found[fact.kind.code].append(Kept(fact.id, fact.words, how, fact.visibility == "private"))
    return found


def _owed(client: Client, at: Here) -> Any:
    ours = Promise.objects.standing(at.at).filter(client=client, made_by=PromisedBy.HOUSE)
    return ours.select_related("owner").order_by("due_on", "id")


def _readings(client: Client) -> tuple[Reading | None, list[Reading]]:
    """Who starts, as it stands; every word about what it is to her, the one that stands first."""
    about = Q(kind=ReadingKind.STARTS, until__isnull=True) | Q(kind=ReadingKind.BOND, said_by__isnull=False)
    kept = Reading.objects.filter(about, client=client, about__isnull=True).select_related("said_by")
    found = list(kept.order_by("-on", "-id"))
    bonds = sorted((each for each in found if each.kind == ReadingKind.BOND), key=lambda each: each.until is not None)
    return next((each for each in found if each.kind == ReadingKind.STARTS), None), bonds


def _read_now(client: Client, at: Here) -> Reading | None:
    """Who starts, read from the records as they are now: it is kept only once somebody has said so."""
    steps = starting.steps([client.id], at.at)
    if not steps:
        return None
    (verdict,) = judge(np.array([steps[0].hers]), np.array([steps[0].ours]))
    if verdict.code == Starts.TOO_LITTLE:
        return None
    rivals = [{"code": code.value, "certainty": of} for code, of in verdict.rivals]
    values = {"hers": steps[0].hers, "ours": steps[0].ours}
    return Reading(client=client, code=verdict.code, certainty=verdict.certainty, values=values, rivals=rivals)


def _word(reading: Reading, at: Here) -> Word:
    return Word(reading.words, _by(reading, at))


def _by(reading: Reading, at: Here) -> str:
    if reading.said_by is None:
        return ""
    said = {"name": reading.said_by.signature, "day": sentences.day(reading.on, at.today)}
    return gettext("As %(name)s sees it, %(day)s") % said


def step_words(said: dict[str, str]) -> dict[str, str]:
    """Each answer to who takes the first step, in a sentence."""
    return {
        Starts.SHE: said["she"],
        Starts.WE: gettext("We usually take the first step."),
        Starts.EVENLY: gettext("The first step comes about as often from either side."),
        Starts.TOO_LITTLE: gettext("Too little has happened to say who takes the first step."),
    }


def _step(reading: Reading | None, said: dict[str, str], at: Here, *, is_kept: bool) -> Step:
    words = step_words(said)
    code = Starts(reading.code) if reading else Starts.TOO_LITTLE
    others = [(other.value, words[other]) for other in Starts if other != code]
    if reading is None:
        return Step(words[code], "", None, "", "", "", [], [each for each in others if each[0] != Starts.TOO_LITTLE])
    counts = ""
    if reading.values:
        counts = (
            gettext("First steps of the last two years: %(hers)s from the client, %(ours)s from us.") % reading.values
        )
    return Step(
        says=words[code],
        yes="yes" if is_kept else code.value,
        reading=reading.id,
        by=_by(reading, at),
        counts=counts,
        how_sure="" if reading.said_by else _how_sure(reading.certainty),
        rivals=[words[rival["code"]] for rival in reading.rivals],
        others=others,
    )


def _how_sure(certainty: int) -> str:
    if certainty >= CLEAR:
        return gettext("The records say so clearly.")
    return gettext("The records lean that way.") if certainty >= LEANING else gettext("The records only hint at it.")
