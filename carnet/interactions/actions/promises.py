"""Our word, and what became of it (Z-18)."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from carnet.clients.models import Client
from carnet.house.models import Member
from carnet.interactions.kinds import Act, PromisedBy, PromiseOutcome
from carnet.interactions.models import Encounter, Promise
from carnet.journal import recording
from carnet.kit import acts, contact, ids


class CannotSettle(ValueError):
    """The promise cannot be settled so; the sentence says why."""


@transaction.atomic
def promise(
    *,
    client: Client,
    words: str,
    due_on: dt.date,
    owner: Member | None,
    by: acts.By,
    at: dt.datetime,
    made_by: PromisedBy = PromisedBy.HOUSE,
    encounter: Encounter | None = None,
) -> Promise:
    """Keep what was promised, and by when; nobody in particular as owner means the boutique."""
    noted = ids.new()
    made = Promise.objects.create(
        client=client, made_by=made_by, owner=owner, words=contact.plain(words).strip(), due_on=due_on, encounter=encounter,
        happened_at=at, known_from=at, noted_in_id=noted,
    )  # fmt: skip
    recording.record(act=Act.PROMISED, by=by, on=acts.On("promise", made.id, client.id), at=at, line_id=noted)
    return made


@transaction.atomic
def settle(*, promise: Promise, outcome: PromiseOutcome, by: acts.By, at: dt.datetime, words: str = "") -> Promise:
    """Kept, released by her, or a decision not to, which says why. Raises CannotSettle; settling twice is an error."""
    if outcome == PromiseOutcome.STANDS:
        raise CannotSettle(_("Say what became of it: kept, released, or decided not to."))
    if outcome == PromiseOutcome.DECIDED_NOT_TO and not words.strip():
        raise CannotSettle(_("A decision not to keep a promise says why."))
    standing = Promise.objects.select_for_update().get(id=promise.id)
    if standing.outcome:
        raise CannotSettle(_("This promise has been settled already."))
    if standing.taken_back_at:
        raise CannotSettle(_("This promise was taken back with the note it stood in."))
    standing.outcome, standing.outcome_words = outcome, words.strip()
    standing.settled_at, standing.settled_by_id = at, by.member
    standing.save(update_fields=["outcome", "outcome_words", "settled_at", "settled_by"])
    recording.record(
        act=Act.PROMISE_SETTLED, by=by, on=acts.On("promise", standing.id, standing.client_id), at=at, reason=outcome
    )
    return standing


@transaction.atomic
def unsettle(*, promise: Promise, by: acts.By, at: dt.datetime) -> None:
    """Undo a settling tapped by mistake: the promise stands again."""
    Promise.objects.filter(id=promise.id).update(
        outcome=PromiseOutcome.STANDS, outcome_words="", settled_at=None, settled_by=None
    )
    recording.record(
        act=Act.PROMISE_SETTLED, by=by, on=acts.On("promise", promise.id, promise.client_id), at=at, reason="undone"
    )
