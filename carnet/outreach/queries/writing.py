"""The letter that goes with a reason: composed from the evidence alone, and never the same twice within a year."""

from __future__ import annotations

import collections
import datetime as dt
import uuid
from collections.abc import Collection

from carnet.clients.models import Client
from carnet.house.models import Maison
from carnet.kit import db
from carnet.outreach import reasons
from carnet.outreach.kinds import Reason
from carnet.outreach.queries.mornings import Morning
from carnet.outreach.rules.evidence import Standing
from carnet.outreach.rules.letters import Addressee, Letter, Piece, Sender, Subject, compose, variants
from carnet.outreach.rules.policy import Policy
from carnet.outreach.rules.restraint import Known

YEAR = dt.timedelta(days=366)


class Desk:
    """Where the letters of some mornings are written."""

    def __init__(self, maison: Maison, on: dt.date, people: Collection[uuid.UUID], policy: Policy) -> None:
        """The house, the day, who may be written to, and what the house decided about its letters."""
        self.maison, self.on, self.policy = maison, on, policy
        self.sent = _sent(people, on)

    def letter(self, client: Client, first: Standing, known: Known, morning: Morning) -> Letter:
        """In her language and form of address, by the one who will sign it."""
        pages, own = reasons.every()[first.reason].letters, self.policy.own_letters(first.reason)
        written = sum(1 for reply in known.replied if self.on - reply.on < YEAR and reply.reason == first.reason)
        places = (
            variants(first.reason, client.language, pages, own)
            or variants(first.reason, self.maison.language, pages, own)
            or 1
        )
        return compose(
            self._subject(first),
            Addressee(
                given=client.given, family=client.family, display=client.display, title=client.title,
                preferred=client.preferred, written=client.written, gender=client.gender, form=client.form,
                language=client.language,
            ),
            Sender(morning.member.name, morning.member.signature, self.maison.name, morning.boutique.name),
            variant=written + client.id.int % places,
            fallback=self.maison.language,
            before=self.sent.get(client.id, ()),
            pages=pages,
            own=own,
        )  # fmt: skip

    def _subject(self, first: Standing) -> Subject:
        return Subject(
            reason=first.reason,
            pieces=tuple(Piece(piece.name, piece.category) for piece in first.pieces),
            on=first.values.get("since") or first.values.get("on"),
            today=self.on,
            promise=first.values.get("words", ""),
            occasion=first.values.get("kind", ""),
            occasion_on=first.values.get("on") if first.reason == Reason.OCCASION else None,
            celebrated=first.celebrated,
            together=first.together,
            advice=first.advice,
        )


def _sent(people: Collection[uuid.UUID], on: dt.date) -> dict[uuid.UUID, list[str]]:
    """The letters of the last year that somebody wrote to each."""
    rows = db.select(
        """
        select s.client_id, s.letter from outreach_suggestion s join outreach_day d on d.id = s.day_id
        where s.client_id = any(%(people)s) and d."on" < %(on)s and d."on" > %(since)s
          and exists (select from outreach_answer a where a.client_id = s.client_id and a."on" = d."on" and a.reply = 'written'
                      and a.taken_back_at is null)
        """,
        people=list(people),
        on=on,
        since=on - YEAR,
    )
    found: dict[uuid.UUID, list[str]] = collections.defaultdict(list)
    for client, letter in rows:
        found[client].append(letter)
    return found
