"""The `carnet read` command."""

from __future__ import annotations

import argparse
import json

from carnet.cli import DONE
from carnet.cli.database import at_hand

HELP = "Read the house: rhythms, silences, states and what is due, of those who changed since the last time."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Whom, and how it is told."""
    parser.add_argument("--everybody", action="store_true", help="read everybody again, changed or not")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(options: argparse.Namespace) -> int:
    """Read, and say how many."""
    with at_hand():
        from carnet.cli.asking import COMMAND, now
        from carnet.intelligence.actions import reading_the_house

        read = reading_the_house.read_house(by=COMMAND, at=now(), everybody=options.everybody)
        if options.json:
            print(json.dumps({"on": read.on.isoformat(), "whole": read.is_whole, **read.counts}))
        else:
            whom = "the whole house" if read.is_whole else "those who changed, and those whom time has changed"
            print(f"Read on {read.on}: {read.counts['read']:,} clients, {whom}.")
    return DONE
