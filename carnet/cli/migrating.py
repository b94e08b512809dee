"""carnet migrate."""

from __future__ import annotations

import argparse

from carnet.cli import DONE
from carnet.cli.database import at_hand, migrate

HELP = "Bring the database up to date with this Carnet."


def arguments(parser: argparse.ArgumentParser) -> None:
    """None."""


def run(options: argparse.Namespace) -> int:  # noqa: ARG001 -- every command is run with its options
    """Migrate as the owner, and grant the application what it may touch."""
    with at_hand(needs_house=False, up_to_date=False):
        migrate()
    print("The database is up to date.")
    return DONE
