"""Drafts as they stand, and the evidence of one: what its own suggestion says in its letter, and nothing beside it."""

from __future__ import annotations

import uuid

from carnet.house.models import Maison
from carnet.outreach.models import Draft, Suggestion
from carnet.outreach.rules.drafting import drafter
from carnet.outreach.rules.drafting.evidence import Evidence
from carnet.outreach.rules.letters import manners, names
from carnet.outreach.rules.letters.manners.faults import ASIDE, HERE
from carnet.outreach.rules.letters.subject import Piece


def are_possible() -> bool:
    """Whether a model is named, so that it may be asked."""
    return drafter.Port.drafter is not None


def latest(suggestion: Suggestion) -> Draft | None:
    """The last one asked for: waiting, written, or refused."""
    return Draft.objects.filter(suggestion=suggestion).order_by("-happened_at", "-id").first()


def waiting(draft: uuid.UUID) -> Draft | None:
    """One that has still to be written."""
    return (
        Draft.objects.filter(id=draft, written_at=None)
        .select_related("suggestion__client", "suggestion__day__boutique")
        .first()
    )


def evidence_of(draft: Draft) -> Evidence | None:
    """What may leave for the model; nothing when its suggestion is gone.

    The composed letter has said already all that may be said to her, of whom and of what: a name or a piece that is not in it
    stays here, and so does everything that is written about her.
    """
    suggestion = draft.suggestion
    if suggestion is None:
        return None
    letter, language = suggestion.letter, suggestion.letter_language
    paragraphs = letter.split("\n\n")
    faults = manners.objections(letter, language)
    return Evidence(
        reason=suggestion.reason,
        language=language,
        form=suggestion.client.form,
        opening=paragraphs[0],
        signature=paragraphs[-1],
        letter=letter,
        names=tuple(name for name in _called(suggestion) if name in letter),
        pieces=tuple(dict.fromkeys(name for name in _pieces(suggestion) if name and name in letter)),
        maison=Maison.objects.get().name,
        boutique=suggestion.day.boutique.name,
        available=any(fault.startswith(HERE) for fault in faults),
        put_aside=any(fault.startswith(ASIDE) for fault in faults),
    )


def _called(suggestion: Suggestion) -> list[str]:
    client = suggestion.client
    held = (client.display, client.given, client.family, client.preferred)
    return [name for name in dict.fromkeys(map(names.person, held)) if name]


def _pieces(suggestion: Suggestion) -> list[str]:
    facts = (fact for why in suggestion.reasons for fact in why["facts"])
    held = (str(fact["values"].get("piece") or "") for fact in facts)
    return [names.called(Piece(name, "")).name for name in held]
