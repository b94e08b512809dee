"""What holds a reason back, the first that applies, in words a person accepts; and what an answer does to tomorrow."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from carnet.consent import rules as gate
from carnet.consent.kinds import Answer, BasisKind, Channel, Purpose, Scope
from carnet.intelligence.kinds import Rests
from carnet.outreach.kinds import NotNow, Reason, Reply, Rest
from carnet.outreach.rules.evidence import Standing

PURPOSE = {
    Reason.PROMISE: Purpose.CARE,
    Reason.THANKS: Purpose.CARE,
    Reason.WEAR: Purpose.CARE,
    Reason.VISIT: Purpose.INVITATION,
    Reason.OCCASION: Purpose.INVITATION,
}
RESTING = {
    # Every date here is raised with the one who gives for it.
    Rests.GIFTS: frozenset({Reason.OCCASION}),
    Rests.DATES: frozenset({Reason.OCCASION}),
    Rests.SELLING: frozenset(reason for reason, purpose in PURPOSE.items() if purpose == Purpose.INVITATION),
    Rests.INVITATIONS: frozenset(reason for reason, purpose in PURPOSE.items() if purpose == Purpose.INVITATION),
}
"""What a moment in her life leaves alone; our word and our thanks stay (R-17)."""
SHUT = {
    gate.Shut.DIED: Rest.DIED,
    gate.Shut.MINOR: Rest.MINOR,
    gate.Shut.MENTIONED_ONLY: Rest.MENTIONED_ONLY,
    gate.Shut.HELD: Rest.HELD,
    gate.Shut.SELLING_HELD: Rest.SELLING_HELD,
    gate.Shut.SAID_NO: Rest.NO_PERMISSION,
    gate.Shut.ASK_IN_PERSON: Rest.NO_PERMISSION,
    gate.Shut.NEVER_ASKED: Rest.NO_PERMISSION,
}
DAY = dt.timedelta(days=1)
AFTER_THANKS = dt.timedelta(days=14)
"""Between thanks and "how does it wear?"."""
TOO_SOON = dt.timedelta(weeks=6)
SEEING_HER = dt.timedelta(days=30)
SAME_TIME_ROUND = dt.timedelta(days=183)
"""A yearly date that was written about rests until it comes round again."""
ROADS = (
    Channel.WHATSAPP,
    Channel.SMS,
    Channel.WECHAT,
    Channel.LINE,
    Channel.KAKAOTALK,
    Channel.TELEGRAM,
    Channel.PHONE,
)


@dataclasses.dataclass(frozen=True)
class Replied:
    """What an advisor answered before."""

    on: dt.date
    at: dt.datetime
    reason: Reason
    fact: uuid.UUID
    reply: Reply
    because: str
    until: dt.date | None
    left: bool | None

    @property
    def to_a_promise(self) -> bool:
        """Whether it answered our word, which stands on a list of its own."""
        return self.reason == Reason.PROMISE


@dataclasses.dataclass(frozen=True)
class Known:
    """What is known of one person, on one morning, beside her reasons."""

    client: uuid.UUID
    died: bool = False
    minor: bool = False
    mentioned_only: bool = False
    holds: Mapping[Scope, dict[str, Any]] = dataclasses.field(default_factory=dict)
    """Each hold in force, with the values its sentence is said with."""
    last_word: dt.date | None = None
    """The last letter or call of ours, by anyone, on any channel."""
    last_visit: dt.datetime | None = None
    replied: Sequence[Replied] = ()
    """Newest first."""
    owns: bool = False
    answers: Mapping[tuple[Purpose, Channel], Answer] = dataclasses.field(default_factory=dict)
    reached_at: frozenset[Channel] = frozenset()
    prefers: str = ""
    rests: Mapping[Rests, dt.date] = dataclasses.field(default_factory=dict)
    """What a moment in her life leaves alone, each with its last day."""


@dataclasses.dataclass(frozen=True)
class House:
    """What the house decided."""

    pace: dt.timedelta
    bases: Mapping[Purpose, BasisKind]


@dataclasses.dataclass(frozen=True)
class Because:
    """Why somebody is left in peace, and what the sentence is said with."""

    kind: Rest
    values: dict[str, Any] = dataclasses.field(default_factory=dict)


def held_back(standing: Standing, known: Known, house: House, on: dt.date) -> Because | None:
    """Why that reason is not shown that day; nothing when it is."""
    return (
        person(known)
        or _rests(standing, known)
        or _gate(standing, known, house)
        or _answered(standing, known, on)
        or _written_lately(standing, known, house, on)
    )


def person(known: Known, *, selling: bool = False) -> Because | None:
    """What holds everything back for her (`selling`: also what holds back selling), reason or none."""
    if known.died:
        return Because(Rest.DIED)
    if known.minor:
        return Because(Rest.MINOR)
    if known.mentioned_only:
        return Because(Rest.MENTIONED_ONLY)
    for scope, values in sorted(known.holds.items()):
        if scope != Scope.SELLING or selling:
            return Because(Rest.SELLING_HELD if scope == Scope.SELLING else Rest.HELD, values)
    return None


def _rests(standing: Standing, known: Known) -> Because | None:
    """What was asked to rest for a time, of several what rests longest; nobody asked why (D-9)."""
    resting = [(until, what) for what, until in known.rests.items() if standing.reason in RESTING[what]]
    if not resting:
        return None
    until, what = max(resting)
    return Because(Rest.MOMENT, {"rests": what.value, "until": until})


def road(standing: Standing, known: Known, house: House) -> Channel | None:
    """The first channel that is open for this reason: the one she prefers, one she said yes to, then by hand, by mail."""
    return next((channel for channel in _roads(known) if not _shut(standing.reason, known, house, channel)), None)


def open_roads(reason: Reason, known: Known, house: House) -> frozenset[Channel]:
    """Every channel on which a word for that reason may go out to her."""
    return frozenset(channel for channel in Channel if not _shut(reason, known, house, channel))


def resting(known: Known, house: House, on: dt.date) -> Because:
    """Why somebody without any reason is at rest."""
    if because := person(known, selling=True):
        return because
    if known.last_word and on - known.last_word < house.pace:
        return Because(Rest.WRITTEN_LATELY, {"on": known.last_word})
    return Because(Rest.NOTHING_TO_SAY)


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


def _gate(standing: Standing, known: Known, house: House) -> Because | None:
    if road(standing, known, house):
        return None
    shut = _shut(standing.reason, known, house, _roads(known)[0])
    values = known.holds.get(Scope.SELLING, {}) if shut == gate.Shut.SELLING_HELD else {"shut": shut.value}
    return Because(SHUT[shut], {**values, "purpose": PURPOSE[standing.reason].value})


def _shut(reason: Reason, known: Known, house: House, channel: Channel) -> gate.Shut:
    purpose = PURPOSE[reason]
    said = {road: answer for (asked, road), answer in known.answers.items() if asked == purpose}
    if channel == Channel.BY_HAND and Answer.NO in {said.get(road) for road in ROADS}:
        # By hand means from a telephone: a no to any of those roads is a no to that.
        return gate.Shut.SAID_NO
    picture = gate.Picture(
        purpose=purpose,
        answers=said,
        basis=house.bases[purpose],
        owns=known.owns,
        asked_us=reason == Reason.PROMISE,
        holds=frozenset(known.holds),
        died=known.died,
        minor=known.minor,
        mentioned_only=known.mentioned_only,
    )
    return gate.decide(picture, channel)


def answered(replied: Replied, until: dt.date | None) -> Because:
    """That she rests because of what was said; `until` the day it is over, nothing when nobody can say."""
    shown = until if until and until < dt.date.max else None
    said = {"on": replied.on, "reply": replied.reply.value, "because": replied.because, "until": shown}
    return Because(Rest.ANSWERED, said)


def _answered(standing: Standing, known: Known, on: dt.date) -> Because | None:
    for replied in known.replied:
        until = _rests_until(standing, replied, known)
        if until and on < until:
            return answered(replied, until)
    return None


def _rests_until(standing: Standing, replied: Replied, known: Known) -> dt.date | None:
    """Until when an earlier answer keeps this reason from being raised again."""
    same = (replied.reason, replied.fact) == (standing.reason, standing.fact)
    if not same and standing.reason == Reason.PROMISE:
        # Our word is due whatever was said of something else.
        return None
    if replied.reply == Reply.NOT_NOW:
        until = _left_in_peace_until(replied, known, same=same)
    else:
        until = _answered_until(standing, replied, same=same)
    if replied.to_a_promise:
        return until
    # Whoever was answered for is not raised again the same day for another reason.
    return max(until or dt.date.min, replied.on + DAY)


def _answered_until(standing: Standing, replied: Replied, *, same: bool) -> dt.date | None:
    if replied.reply == Reply.LATER:
        # She was put off, not one of her reasons; a promise is put off alone.
        return replied.until if same or not replied.to_a_promise else None
    # "Not yet" on the way back: it did not leave, and may come tomorrow.
    if not same or replied.left is False:
        return None
    if standing.reason == Reason.OCCASION and replied.on < standing.values["on"] - SAME_TIME_ROUND:
        return None
    return dt.date.max


def _left_in_peace_until(replied: Replied, known: Known, *, same: bool) -> dt.date | None:
    if replied.because == NotNow.TOO_SOON:
        return replied.on + TOO_SOON
    if replied.because == NotNow.SEEING_HER:
        came = known.last_visit and known.last_visit > replied.at
        return None if came else replied.on + SEEING_HER
    if replied.because == NotNow.NOT_RIGHT:
        return dt.date.max if same else None
    # "A delicate time" placed a hold, which speaks for itself; "the letter is not me" waits for another letter.
    return replied.on + DAY


def _written_lately(standing: Standing, known: Known, house: House, on: dt.date) -> Because | None:
    """Pace: what she started is free of it while it is open (ruling 1), which a purchase, a visit and a promise are."""
    if known.last_word is None or standing.reason == Reason.PROMISE:
        return None
    since = on - known.last_word
    lately = Because(Rest.WRITTEN_LATELY, {"on": known.last_word})
    if standing.reason in (Reason.THANKS, Reason.VISIT):
        # A word of ours since then has already said it; the day she named is still to come.
        since_when = standing.values.get("named_day") or standing.values["on"]
        return lately if known.last_word >= since_when else None
    if standing.reason == Reason.WEAR:
        return lately if since < AFTER_THANKS else None
    return lately if since < house.pace else None
