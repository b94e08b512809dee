"""The gate, asked for a reason: which roads are open, and what closes them all."""

from __future__ import annotations

import datetime as dt
from typing import Any

from carnet.consent import rules as gate
from carnet.consent.kinds import Answer, BasisKind, Channel, Scope
from carnet.outreach.kinds import Rest
from carnet.outreach.rules.evidence import Kind, Pace, Standing
from carnet.outreach.rules.policy import Policy
from carnet.outreach.rules.restraint.known import Because, Known
from carnet.outreach.rules.restraint.person import after

SHUT = {
    gate.Shut.SELLING_HELD: Rest.SELLING_HELD,
    gate.Shut.SAID_NO: Rest.ASKED_NOT_TO,
    gate.Shut.ASK_IN_PERSON: Rest.NO_PERMISSION,
    gate.Shut.NEVER_ASKED: Rest.NO_PERMISSION,
}
ROADS = (
    Channel.WHATSAPP,
    Channel.SMS,
    Channel.WECHAT,
    Channel.LINE,
    Channel.KAKAOTALK,
    Channel.TELEGRAM,
    Channel.PHONE,
)


def road(standing: Standing, known: Known, policy: Policy) -> Channel | None:
    """The first channel that is open for this reason: the one she prefers, one she said yes to, then by hand, by mail."""
    return next((channel for channel in _roads(known) if not _shut(standing.kind, known, policy, channel)), None)


def open_roads(kind: Kind, known: Known, policy: Policy) -> frozenset[Channel]:
    """Every channel on which a word for that reason may go out to her."""
    return frozenset(channel for channel in Channel if not _shut(kind, known, policy, channel))


def permitted(standing: Standing, known: Known, policy: Policy, _on: dt.date) -> Because | None:
    """No road is open for this purpose."""
    if road(standing, known, policy):
        return None
    shut = _shut(standing.kind, known, policy, _roads(known)[0])
    if shut not in SHUT:
        # What holds everything speaks for itself.
        return None
    held = known.holds.get(Scope.SELLING, {})
    values: dict[str, Any] = dict(held) if shut == gate.Shut.SELLING_HELD else {"shut": shut.value}
    return Because(SHUT[shut], {**values, "purpose": standing.kind.purpose.value}, after(values.get("until")))


def _roads(known: Known) -> list[Channel]:
    preferred = [Channel(known.prefers)] if known.prefers in set(Channel) else []
    said_yes = [channel for (_purpose, channel), answer in sorted(known.answers.items()) if answer == Answer.YES]
    by_mail = [Channel.EMAIL] if Channel.EMAIL in known.reached_at else []
    by_post = [Channel.POST] if Channel.POST in known.reached_at else []
    usual = (
        [Channel.BY_HAND, *by_mail, *by_post]
        if Channel.PHONE in known.reached_at
        else [*by_mail, *by_post, Channel.BY_HAND]
    )
    return list(dict.fromkeys(channel for channel in (*preferred, *said_yes, *usual) if channel != Channel.ANY))


def _shut(kind: Kind, known: Known, policy: Policy, channel: Channel) -> gate.Shut:
    said = {road: answer for (asked, road), answer in known.answers.items() if asked == kind.purpose}
    if channel == Channel.BY_HAND and Answer.NO in {said.get(road) for road in ROADS}:
        # By hand means from a telephone: a no to any of those roads is a no to that.
        return gate.Shut.SAID_NO
    picture = gate.Picture(
        purpose=kind.purpose,
        answers=said,
        basis=policy.bases.get(kind.purpose, BasisKind.NONE),
        owns=known.owns,
        asked_us=kind.pace == Pace.FREE,
        holds=frozenset(known.holds),
        died=known.died,
        minor=known.minor,
        mentioned_only=known.mentioned_only,
    )
    return gate.decide(picture, channel)
