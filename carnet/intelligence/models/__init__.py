"""What the dates add up to; signals, readings and states, each dated; and how well we read."""

from carnet.intelligence.models.census import Census
from carnet.intelligence.models.consequences import Consequence
from carnet.intelligence.models.lately import Lately
from carnet.intelligence.models.readings import Reading, Signal, StateChange
from carnet.intelligence.models.rhythms import Pass, Prior, Rhythm, Trial, Unread
from carnet.intelligence.models.seasons import Season

__all__ = [
    "Census",
    "Consequence",
    "Lately",
    "Pass",
    "Prior",
    "Reading",
    "Rhythm",
    "Season",
    "Signal",
    "StateChange",
    "Trial",
    "Unread",
]
