"""What the lists of every language share."""

from __future__ import annotations

HERE, ASIDE = "says that a piece is available", "says that a piece is put aside"
"""Faults, unless the record says so."""
