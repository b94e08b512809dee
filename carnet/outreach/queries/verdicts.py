"""Write, wait until, or leave alone: for anybody and any day, as the house knew it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from typing import Any

from django.utils.translation import gettext

from carnet.clients.models import Client
from carnet.house.models import Maison
from carnet.kit import db, moments
from carnet.outreach import reasons, sentences
from carnet.outreach.kinds import Rest, Verdict
from carnet.outreach.queries import judging, known, policies
from carnet.outreach.reasons import Asked
from carnet.outreach.rules import verdicts
from carnet.outreach.rules.policy import RULES, Policy
from carnet.outreach.rules.verdicts import Decision


@dataclasses.dataclass(frozen=True)
class Said:
    """A verdict about one person on a day."""

    client: uuid.UUID
    on: dt.date
    decision: Decision
    rules: int = RULES

    @property
    def verdict(self) -> Verdict:
        """Write, wait or leave."""
        return self.decision.verdict

    @property
    def until(self) -> dt.date | None:
        """Its end, as `Decision.until` says."""
        return self.decision.until

    @property
    def reasons(self) -> list[str]:
        """The codes of the reasons that may be raised."""
        return [each.reason for each in self.decision.free]

    @property
    def because(self) -> list[Rest]:
        """What holds, the strongest first."""
        return [each.kind for each in self.decision.because]

    def said(self) -> list[dict[str, Any]]:
        """Why, in words: of what may be written its reasons; of waiting, for what; else what holds."""
        if self.verdict == Verdict.WRITE:
            return [
                {
                    "kind": each.reason,
                    "words": reasons.because(each.reason, each.values, self.on),
                    "facts": [str(fact.id) for fact in each.facts],
                    "until": each.ends_on.isoformat(),
                }
                for each in self.decision.free
            ]
        holding = [
            {
                "kind": each.kind.value,
                "words": sentences.rest(each.kind, each.values, self.on),
                "until": each.free_on.isoformat() if each.free_on else None,
            }
            for each in self.decision.because
            if self.verdict == Verdict.LEAVE or each.kind != Rest.NOTHING_TO_SAY
        ]
        return [*self._coming(), *holding] if self.verdict == Verdict.WAIT else holding

    def _coming(self) -> list[dict[str, Any]]:
        """What it waits for."""
        until = self.until or self.on
        return [
            {
                "kind": each.standing.reason,
                "words": gettext("From %(day)s: %(words)s")
                % {
                    "day": sentences.day(until, self.on),
                    "words": reasons.because(each.standing.reason, each.standing.values, until),
                },
                "facts": [str(fact.id) for fact in each.standing.facts],
                "until": each.standing.ends_on.isoformat(),
            }
            for each in self.decision.weighed
            if each.free_on == until
        ][:1]


@db.prepared()
def verdict(client: Client, *, on: dt.date, zone: str = "", policy: Policy | None = None) -> Said:
    """About her, as of the end of that day where she is at home; `policy`: as the house would have decided."""
    zone = zone or zone_of(client.id, on)
    asked = Asked([client.id], on, moments.close_of(on, zone), zone)
    decided = policy or policies.at(asked.as_of)
    (found,) = known.known(asked).values()
    standing = judging.standing(asked, decided).get(client.id, [])
    return Said(client.id, on, verdicts.decide(standing, found, decided, on))


def zone_of(client: uuid.UUID, on: dt.date) -> str:
    """The zone by whose clock her days begin: her home boutique's, else the maison's."""
    rows = db.select(
        """
        select b.zone from clients_knownat k join house_boutique b on b.id = k.boutique_id
        where k.client_id = %(client)s and k.is_home and k.period @> %(noon)s::timestamptz limit 1
        """,
        client=client,
        noon=dt.datetime.combine(on, dt.time(12), tzinfo=dt.UTC),
    )
    return str(rows[0][0]) if rows else Maison.objects.get().zone
