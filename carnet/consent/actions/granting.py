"""What she says about being written to, recorded when she says it."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from carnet.clients.models import Client
from carnet.consent.kinds import Act, Answer, Channel, ProofKind, Purpose
from carnet.consent.models import Permission
from carnet.journal import recording
from carnet.kit import acts


class NoProof(ValueError):
    """A yes needs the words she saw or said."""


@transaction.atomic
def grant(
    *, client: Client, purpose: Purpose, channel: Channel, proof: ProofKind, words: str, by: acts.By, at: dt.datetime
) -> Permission:
    """She said yes to that purpose on that channel; `words` is what she saw or said. Raises NoProof."""
    if not words.strip():
        raise NoProof(_("A yes is kept with its proof: what did she see, or say?"))
    return _note(client, purpose, channel, Answer.YES, proof, words, by, at, Act.GRANTED)


@transaction.atomic
def withdraw(
    *, client: Client, purpose: Purpose, channel: Channel, proof: ProofKind, words: str, by: acts.By, at: dt.datetime
) -> Permission:
    """She said no; it holds from this instant, and nothing need be proven."""
    return _note(client, purpose, channel, Answer.NO, proof, words, by, at, Act.WITHDRAWN)


def _note(
    client: Client, purpose: Purpose, channel: Channel, answer: Answer, proof: ProofKind, words: str, by: acts.By,
    at: dt.datetime, act: Act,
) -> Permission:  # fmt: skip
    line = recording.record(act=act, by=by, on=acts.On("client", client.id, client.id), at=at, reason=purpose)
    return Permission.objects.create(
        client=client, purpose=purpose, channel=channel, answer=answer, proof=proof, proof_words=words.strip(),
        recorded_by_id=by.member, happened_at=at, known_from=at, noted_in=line,
    )  # fmt: skip
