"""Homes that are dear to make, made once."""

from __future__ import annotations

import pytest

from tests.cli import homes


@pytest.fixture(scope="session")
def lived_in():
    """A home in which every room knows something of one client, and her id. Tests may add to it, not take from it."""
    with homes.lived_in() as made:
        yield made
