"""The `carnet work` command."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, cast

from carnet.cli import DONE
from carnet.cli.database import at_hand

if TYPE_CHECKING:
    from procrastinate.contrib.django.django_connector import DjangoConnector

HELP = "Do what waits: each boutique’s mornings at five by its own clock, and what pages have put off."
GRACE = 30.0
"""Seconds given to what is being done when the worker is told to stop; the rest is done by the next one."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Whether to go on."""
    parser.add_argument("--once", action="store_true", help="do what is waiting now, then stop")


def run(options: argparse.Namespace) -> int:
    """Work until told to stop."""
    with at_hand(needs_house=False):
        from procrastinate.contrib.django import app

        # The sweep belongs to whoever works, and to no room: reading the file registers it.
        from carnet.cli import stalled  # noqa: F401

        connector = cast("DjangoConnector", app.connector)
        with app.replace_connector(connector.get_worker_connector()) as working:
            working.run_worker(wait=not options.once, delete_jobs="successful", shutdown_graceful_timeout=GRACE)
    return DONE
