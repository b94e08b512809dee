"""“I know her”, and the manager's answer (ruling 2)."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from carnet.books.actions import assigning
from carnet.books.kinds import Act, Outcome, Why
from carnet.books.models import Claim
from carnet.clients.models import Client
from carnet.house.models import Boutique, Member
from carnet.journal import recording
from carnet.kit import acts


class CannotClaim(ValueError):
    """The claim cannot be made or decided; the sentence says why."""


@transaction.atomic
def claim(*, client: Client, member: Member, by: acts.By, at: dt.datetime) -> Claim:
    """Say that one knows someone in the boutique's book; saying it twice, even at once, is saying it once."""
    Client.objects.select_for_update().get(id=client.id)
    if standing := Claim.objects.filter(client=client, member=member, outcome="").first():
        return standing
    line = recording.record(act=Act.CLAIMED, by=by, on=acts.On("client", client.id, client.id), at=at)
    return Claim.objects.create(client=client, member=member, known_from=at, noted_in=line)


@transaction.atomic
def confirm(*, claim: Claim, boutique: Boutique, by: acts.By, at: dt.datetime) -> None:
    """The manager says yes: she enters that book. Raises CannotClaim, CannotAssign."""
    claim = _decide(claim, Outcome.CONFIRMED, by, at)
    recording.record(act=Act.CLAIM_CONFIRMED, by=by, on=acts.On("client", claim.client_id, claim.client_id), at=at)
    assigning.assign(client=claim.client, member=claim.member, boutique=boutique, why=Why.KNOWS_HER, by=by, at=at)


@transaction.atomic
def refuse(*, claim: Claim, by: acts.By, at: dt.datetime, reason: str) -> None:
    """The manager says no. Raises CannotClaim."""
    claim = _decide(claim, Outcome.REFUSED, by, at)
    recording.record(
        act=Act.CLAIM_REFUSED,
        by=by,
        on=acts.On("client", claim.client_id, claim.client_id),
        at=at,
        detail={"because": reason},
    )


def _decide(claim: Claim, outcome: Outcome, by: acts.By, at: dt.datetime) -> Claim:
    claim = Claim.objects.select_for_update(of=("self",)).select_related("client", "member").get(id=claim.id)
    if claim.outcome:
        raise CannotClaim(_("Somebody has answered this already."))
    if by.member is None or by.member == claim.member_id:
        raise CannotClaim(_("Nobody answers her own claim: another manager does."))
    claim.outcome, claim.decided_by_id, claim.decided_at = outcome, by.member, at
    claim.save(update_fields=["outcome", "decided_by", "decided_at"])
    return claim
