"""Somebody to practise on: introduced anew for each page, and gone with it."""

from __future__ import annotations

import contextlib
import datetime as dt

from django.utils.translation import gettext as _

from carnet.books.actions import assigning
from carnet.books.kinds import Why
from carnet.clients.actions import introducing, noting
from carnet.clients.models import Client
from carnet.interactions.actions import logging
from carnet.interactions.kinds import EncounterKind, Left
from carnet.web.here import Here

KNOWN_FOR, SEEN = dt.timedelta(days=60), dt.timedelta(days=40)


def come_in(at: Here, since: dt.datetime) -> Client:
    """She has been in once, forty days before the practice began. Only within a transaction that is taken back."""
    began = since - KNOWN_FOR
    # The name by which each language calls somebody in an example: Madame Exemple, 例样女士.
    person = introducing.Person(
        display=_("Mrs Example"), spoken=_("Mrs Example"), written=_("Dear Mrs Example,"), language=at.member.language
    )
    client = introducing.introduce(person=person, boutique=at.boutique, by=at.by, at=began)
    if at.boutique.id in at.scope.advises:
        assigning.assign(client=client, member=at.member, boutique=at.boutique, why=Why.INTRODUCED, by=at.by, at=began)
    with contextlib.suppress(noting.CannotNote):
        # A house may have put away this kind of fact.
        noting.note(client=client, kind="style", words=_("Small stones, to wear every day"), by=at.by, at=since - SEEN)
    logging.log(
        clients=[client], boutique=at.boutique, members=[at.member], happened_at=since - SEEN, by=at.by, at=since - SEEN,
        happening=logging.Happening(
            kind=EncounterKind.VISIT, left=Left.LOOKED, words=_("Came in from the rain, and stayed for the rings.")
        ),
    )  # fmt: skip
    return client
