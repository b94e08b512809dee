"""The `carnet doctor` command."""

from __future__ import annotations

import argparse
import dataclasses
import json

from carnet.cli import DONE, IN_PART
from carnet.cli.database import at_hand

HELP = "Look the house over: its roles, its settings, its keys, its last backup; say what to mend, and how."


def arguments(parser: argparse.ArgumentParser) -> None:
    """How it is printed."""
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(options: argparse.Namespace) -> int:
    """Print every finding; 0 when there is nothing to mend, else 1."""
    with at_hand(up_to_date=False):
        from carnet.cli.examining import database, house, voice

        found = [*database.look(), *house.look(), *voice.look()]
    if options.json:
        print(json.dumps([dataclasses.asdict(each) for each in found], indent=1))
    else:
        for each in found:
            print(f"{each.state:7} {each.about:10} {each.words}")
    return IN_PART if any(each.state == "mend" for each in found) else DONE
