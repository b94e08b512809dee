"""What a confirmed proposal becomes, by its kind: a fact, a bond, a date, a promise, a piece, how it was left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from carnet.capture.kinds import Finding
from carnet.capture.models import Proposal
from carnet.clients.actions import households, introducing, noting
from carnet.clients.kinds import Leaning, RelationKind, Visibility
from carnet.clients.models import Fact
from carnet.house.models import Boutique
from carnet.interactions.actions import logging, promises
from carnet.interactions.kinds import Handled, Left, PromisedBy
from carnet.kit import acts, moments
from carnet.occasions.actions import noting_dates
from carnet.occasions.kinds import Recurrence
from carnet.products.models import Reference

BY_OF = {"metal": "metal", "stone": "stone", "style": "style"}


class CannotConfirm(ValueError):
    """It cannot become what it says; the sentence says why."""


@transaction.atomic
def write(
    *, proposal: Proposal, by: acts.By, at: dt.datetime
) -> None:  # house: act-is-recorded -- each that it becomes is
    """Let it become what it says. Raises CannotConfirm."""
    try:
        BECOMES[Finding(proposal.kind)](proposal, by, at)
    except (noting.CannotNote, noting_dates.CannotNote, households.CannotJoin, logging.CannotLog) as error:
        raise CannotConfirm(str(error)) from error
    except (KeyError, ValueError, TypeError) as error:
        raise CannotConfirm(_("That cannot be kept as it stands: write it on the page by hand.")) from error


def _fact(proposal: Proposal, kind: str, by: acts.By, at: dt.datetime, **said: Any) -> None:
    encounter = proposal.encounter
    noting.note(
        client=proposal.client, kind=kind, words=proposal.words, value=said.pop("value", proposal.value),
        sentence=proposal.sentence, by=by, at=at,
        # What was written for herself alone stays hers.
        visibility=Visibility.PRIVATE if encounter.is_private else Visibility.SHARED, **said,
    )  # fmt: skip


def _size(proposal: Proposal, by: acts.By, at: dt.datetime) -> None:
    """A new measure takes the place of the one before it, of the same thing."""
    stands = Fact.objects.held(at).filter(
        client=proposal.client, kind__code="size", value__of=proposal.value.get("of", "")
    )
    _fact(proposal, "size", by, at, replaces=stands.readable_by(by.member).order_by("-known_from").first())


def _likes(proposal: Proposal, by: acts.By, at: dt.datetime) -> None:
    _fact(proposal, BY_OF[proposal.value["of"]], by, at, leaning=Leaning.LIKES)


def _avoids(proposal: Proposal, by: acts.By, at: dt.datetime) -> None:
    _fact(proposal, "dislike", by, at, leaning=Leaning.AVOIDS)


def _wish(proposal: Proposal, by: acts.By, at: dt.datetime) -> None:
    _fact(proposal, "wish", by, at)


def _relation(proposal: Proposal, by: acts.By, at: dt.datetime) -> None:
    """Somebody named is kept by that name alone, until she is a client herself."""
    boutique = _where(proposal)
    other = introducing.introduce(
        person=introducing.Person(display=proposal.value["name"], given=proposal.value["name"]), boutique=boutique, by=by,
        at=at, mentioned_only=True,
    )  # fmt: skip
    households.relate(client=proposal.client, other=other, kind=RelationKind(proposal.value["is"]), by=by, at=at)


def _occasion(proposal: Proposal, by: acts.By, at: dt.datetime) -> None:
    """A day that is known becomes a date; a month alone is worth remembering, and reminds nobody."""
    said = proposal.value
    if not said.get("day"):
        return _fact(proposal, "life", by, at)
    kind = said["code"]
    again = kind in noting_dates.COMES_AGAIN or not said.get("year")
    noting_dates.note(
        kind=kind, day_month=moments.DayMonth(said["day"], said["month"]), client=proposal.client, words=proposal.words[:200],
        year=None if kind == noting_dates.BIRTHDAY else said.get("year"),
        recurrence=Recurrence.YEARLY if again else Recurrence.ONCE, by=by, at=at,
    )  # fmt: skip
    return None


def _promise(proposal: Proposal, by: acts.By, at: dt.datetime) -> None:
    promises.promise(
        client=proposal.client, words=(proposal.sentence or proposal.words)[:400],
        due_on=dt.date.fromisoformat(proposal.value["due"]),
        owner=proposal.member, made_by=PromisedBy(proposal.value.get("by", PromisedBy.HOUSE)), encounter=proposal.encounter,
        by=by, at=at,
    )  # fmt: skip


def _shown(proposal: Proposal, by: acts.By, at: dt.datetime) -> None:
    piece = Reference.objects.get(id=proposal.value["reference"])
    logging.also_shown(encounter=proposal.encounter, pieces=[(piece, Handled.SHOWN)], by=by, at=at)


def _left(proposal: Proposal, by: acts.By, at: dt.datetime) -> None:
    logging.was_left(encounter=proposal.encounter, left=Left(proposal.value["left"]), by=by, at=at)


def _where(proposal: Proposal) -> Boutique:
    boutique = proposal.encounter.boutique
    if boutique is None:
        raise CannotConfirm(_("That cannot be kept as it stands: write it on the page by hand."))
    return boutique


type Becoming = Callable[[Proposal, acts.By, dt.datetime], None]
BECOMES: Mapping[Finding, Becoming] = {
    Finding.SIZE: _size,
    Finding.LIKES: _likes,
    Finding.AVOIDS: _avoids,
    Finding.RELATION: _relation,
    Finding.OCCASION: _occasion,
    Finding.PROMISE: _promise,
    Finding.SHOWN: _shown,
    Finding.WISH: _wish,
    Finding.LEFT: _left,
}
