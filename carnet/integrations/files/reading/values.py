"""From the text of a cell to a value: each function returns it, or raises Refused with one sentence saying why not."""

from __future__ import annotations

from carnet.integrations.files.reading.amounts import decimal, whole
from carnet.integrations.files.reading.cells import check_cell, clean, truth, unquoted
from carnet.integrations.files.reading.dates import day, day_month, moment
from carnet.integrations.files.reading.places import country, currency
from carnet.integrations.files.reading.sentences import Refused

__all__ = [
    "Refused",
    "check_cell",
    "clean",
    "country",
    "currency",
    "day",
    "day_month",
    "decimal",
    "moment",
    "truth",
    "unquoted",
    "whole",
]
