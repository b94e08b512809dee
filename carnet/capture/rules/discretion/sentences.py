"""What is asked about each concern, and what may be kept instead: codes, which the screen says in its own words."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Mapping
from types import MappingProxyType

from carnet.capture.kinds import Concern


class Question(enum.StrEnum):
    """What the advisor is asked, once, before the note is kept."""

    HERS_TO_TELL = "hers_to_tell"
    """Her health is hers to tell: is it needed here?"""
    HER_OWN_BELIEF = "her_own_belief"
    HER_OWN_OPINION = "her_own_opinion"
    SAYS_NOTHING_OF_HER = "says_nothing_of_her"
    """Where somebody comes from says nothing of how to serve them."""
    WOULD_SHE_READ_IT = "would_she_read_it"
    """She may ask to read what is kept about her."""
    ANOTHER_S_SECRET = "another_s_secret"  # noqa: S105 -- the name of a question


class Consequence(enum.StrEnum):
    """An example of what serves her and does not say why."""

    SEATED_BY_THE_DOOR = "seated_by_the_door"
    """“Ground floor, a seat near the door.”"""
    NOT_ON_SATURDAYS = "not_on_saturdays"
    """“Never on a Saturday.”"""
    NO_TALK_OF_THE_DAY = "no_talk_of_the_day"
    """“Keep to the pieces; no talk of the news.”"""
    LIKES_YELLOW_GOLD = "likes_yellow_gold"
    """“Wears yellow gold best.”"""
    TAKE_TIME = "take_time"
    """“Explain at leisure, and write the price down.”"""
    CALL_HIM_ONLY = "call_him_only"
    """“Only on his own telephone; nothing sent home.”"""


@dataclasses.dataclass(frozen=True)
class Asked:
    """The two codes of a concern."""

    question: Question
    instead: Consequence


ASKED: Mapping[Concern, Asked] = MappingProxyType(
    {
        Concern.HEALTH: Asked(Question.HERS_TO_TELL, Consequence.SEATED_BY_THE_DOOR),
        Concern.FAITH: Asked(Question.HER_OWN_BELIEF, Consequence.NOT_ON_SATURDAYS),
        Concern.POLITICS: Asked(Question.HER_OWN_OPINION, Consequence.NO_TALK_OF_THE_DAY),
        Concern.ORIGIN: Asked(Question.SAYS_NOTHING_OF_HER, Consequence.LIKES_YELLOW_GOLD),
        Concern.INSULT: Asked(Question.WOULD_SHE_READ_IT, Consequence.TAKE_TIME),
        Concern.SECRET: Asked(Question.ANOTHER_S_SECRET, Consequence.CALL_HIM_ONLY),
    }
)
