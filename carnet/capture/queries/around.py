"""What is known around a note, so that its words can be read: pieces it may name, and those of her home."""

from __future__ import annotations

import datetime as dt
import re

from carnet.capture.kinds import Finding
from carnet.capture.rules.extracting.found import Around, Found, Piece
from carnet.clients.models import Client, Fact
from carnet.interactions.models import Encounter
from carnet.kit import db

MOST_PIECES, MOST_WORDS = 40, 80
WORD = re.compile(r"[^\W\d_]{3,}")


def around(client: Client, words: str, as_of: dt.datetime) -> Around:
    """References whose name has a word of the note in it, and names of those she is bound to."""
    said = list(dict.fromkeys(WORD.findall(words)))[:MOST_WORDS]
    found = db.select(
        """
        with named as (
            select id::text, name from products_reference
            where kind = 'piece' and exists (
                select from unnest(%(said)s::text[]) w where folded(name) ~ ('\\m' || folded(w) || '\\M'))
            order by length(name), name, id limit %(most)s
        ), kin as (
            select case when r.client_id = %(client)s then r.other_id else r.client_id end as id from clients_relation r
            where %(client)s in (r.client_id, r.other_id) and r.period @> %(at)s::timestamptz
        )
        select id, name from named
        union all select null, coalesce(nullif(c.given, ''), c.display) from kin join clients_client c on c.id = kin.id
        """,
        said=said,
        most=MOST_PIECES,
        client=client.id,
        at=as_of,
    )
    return Around(
        pieces=tuple(Piece(piece, name) for piece, name in found if piece),
        people=tuple(name for piece, name in found if not piece and name),
    )


def is_known(found: Found, encounter: Encounter, client: Client, at: dt.datetime) -> bool:
    """Whether there is nothing new in it."""
    if found.kind == Finding.LEFT:
        return bool(encounter.left)
    if found.kind == Finding.SHOWN:
        return encounter.pieces.filter(reference=found.value["reference"]).exists()
    if found.kind == Finding.PROMISE:
        return encounter.promises.filter(due_on=found.value["due"]).exists()
    held = Fact.objects.held(at).filter(client=client)
    if found.kind in {Finding.SIZE, Finding.LIKES, Finding.AVOIDS}:
        return held.filter(value=dict(found.value)).exists() or held.filter(words__iexact=found.words).exists()
    return held.filter(words__iexact=found.words).exists()
