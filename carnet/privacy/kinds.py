"""The names of privacy's own acts; that somebody was forgotten is the clients' room's."""

from __future__ import annotations

import enum


class Act(enum.StrEnum):
    """What can happen to a person's rights."""

    FORGOTTEN_AGAIN = "privacy.forgotten_again"
