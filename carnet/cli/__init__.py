"""The `carnet` command: one file per subcommand.

Exit codes: 0 done; 1 done in part; 2 nothing done, or not understood; 3 no house is open here; 69 something is missing;
70 a fault of Carnet's own.
"""

from __future__ import annotations

import argparse
import importlib
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn, Protocol

import carnet

COMMANDS = {
    "open-house": "open_house",
    "import": "importing",
    "read": "reading",
    "morning": "morning",
    "hold": "holding",
    "release": "releasing",
    "verdict": "verdict",
    "fact": "fact",
    "share-out": "sharing_out",
    "forget": "forgetting",
    "backup": "backing_up",
    "restore": "restoring",
    "doctor": "doctor",
    "evaluate": "evaluate",
    "letters": "letters",
    "migrate": "migrating",
    "serve": "serving",
    "work": "working",
}
DONE, IN_PART, NOTHING_DONE, NO_HOUSE, UNAVAILABLE, FAULT = 0, 1, 2, 3, 69, 70


class Command(Protocol):
    """What each file of this folder offers."""

    HELP: str

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Say what can be said to it."""

    def run(self, options: argparse.Namespace) -> int:
        """Do it; the exit code."""


class Sentence(Exception):
    """What to say on the way out, and with which code."""

    def __init__(self, words: str, code: int = NOTHING_DONE) -> None:
        """Say `words` and leave with `code`."""
        super().__init__(words)
        self.code = code


class Parser(argparse.ArgumentParser):
    """A parser that answers a wrong word with a sentence rather than a page."""

    def error(self, message: str) -> NoReturn:
        """Say what was not understood."""
        self.exit(NOTHING_DONE, f"{self.prog}: {message}. See {self.prog} --help.\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand; the exit code."""
    parser = Parser(prog="carnet", description="The working notebook of a luxury house.")
    parser.add_argument("--version", action="version", version=f"carnet {carnet.__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=Parser)
    words = list(sys.argv[1:] if argv is None else argv)
    # Only the file that was asked for is imported: the others would make --help slow.
    asked = next((word for word in words if word in COMMANDS), None)
    for name, module in COMMANDS.items():
        if asked not in (None, name):
            commands.add_parser(name)
            continue
        command: Command = importlib.import_module(f"carnet.cli.{module}")
        sub = commands.add_parser(name, help=command.HELP, description=command.HELP)
        command.arguments(sub)
        sub.set_defaults(run=command.run)
    options = parser.parse_args(words)
    return _guarded(options)


def _guarded(options: argparse.Namespace) -> int:
    # A polite end releases the database like any other.
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(128 + signal.SIGTERM))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.prod")
    try:
        code: int = options.run(options)
    except Sentence as sentence:
        print(sentence, file=sys.stderr)
        return sentence.code
    except KeyboardInterrupt:
        print("Interrupted: what was not finished was not begun.", file=sys.stderr)
        return NOTHING_DONE
    except Exception as error:  # noqa: BLE001 -- what it says may quote a row: only its kind and place are shown
        print(_fault(error), file=sys.stderr)
        return FAULT
    return code


def _fault(error: Exception) -> str:
    """Where it broke, without a word of what it was about."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "nowhere"
    return f"A fault of Carnet’s own: {type(error).__name__} at {where}. What was not finished was not begun; please tell us."
