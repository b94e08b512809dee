"""bin/demo: make the demo house if there is none, prepare this morning, serve, and print the ways in."""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from carnet.cli import NOTHING_DONE, Parser, Sentence, serving
from carnet.cli.database import at_hand

ROOT = Path(__file__).resolve().parents[2]
PORT = 8000
LINK_LASTS = dt.timedelta(hours=12)
ROLES = {"advisor": "advisor", "manager": "manager", "head_office": "head office"}


def main() -> int:
    """Serve until told to stop; with --check, read two pages as an advisor would and stop."""
    options = _options()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.prod")
    os.environ.setdefault("CARNET_HOME", str(ROOT / ".carnet"))
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(128 + signal.SIGTERM))
    try:
        with at_hand(needs_house=False), _served(options) as address:
            if options.check:
                from tools.demo import checking

                name, _where, link = _links(address)[0]
                return checking.read(address, name, link)
            _tell(address)
            while True:
                time.sleep(3600)
    except Sentence as sentence:
        print(sentence, file=sys.stderr)
        return sentence.code
    except KeyboardInterrupt:
        return 0


def _options() -> argparse.Namespace:
    parser = Parser(prog="bin/demo", description="The demo house, on this machine alone.")
    parser.add_argument("--check", action="store_true", help="do all of it, read Today and one client’s page, stop")
    parser.add_argument("--again", action="store_true", help="make it new for today: what was kept in it goes")
    parser.add_argument("--port", type=int, default=PORT, help="the first to try; the next when it is taken")
    return parser.parse_args()


@contextlib.contextmanager
def _served(options: argparse.Namespace) -> Iterator[str]:
    from tools.demo import mornings

    _open(again=options.again)
    mornings.prepare(_now())
    serving.collect_static()
    port = serving.free_port(options.port)
    with serving.server(port), serving.beside("carnet", "work"):
        yield serving.address(port)


def _open(*, again: bool) -> None:
    """A demo house that stands: made now if there is none, or if it is to be new."""
    from carnet.house import queries
    from tools.demo import house, mornings

    maison = queries.the_maison()
    if maison is not None and not maison.is_demo:
        raise Sentence(
            "This CARNET_HOME holds a real house: serve it with “carnet serve”, or give the demo another.", NOTHING_DONE
        )
    if maison is not None and again:
        house.clear()
    if maison is None or again:
        print("Making the demo house (once; half a minute).", file=sys.stderr, flush=True)
        house.make(mornings.today(_now()))
    elif made := mornings.stale_since(_now()):
        print(
            f"This house was made for {made.day} {made:%B %Y}, and nobody has come in since. It opens as you left it; "
            "bin/demo --again makes it new for today.",
            file=sys.stderr,
            flush=True,
        )


def _tell(address: str) -> None:
    """The address, and a way in for each of the house that works once."""
    from tests import cast

    print(f"\n{cast.MAISON} is open at {address}\n")
    for name, where, link in _links(address):
        print(f"  {name:15} {where:24} {link}")
    print(
        "\nEach link works once, on this machine. Stop with Ctrl-C; start again and everything is still there.\n",
        flush=True,
    )


def _links(address: str) -> list[tuple[str, str, str]]:
    from tools.demo import mornings

    return [
        (
            member.name,
            f"{ROLES[role.kind]}, {role.boutique.name}" if role.boutique else ROLES[role.kind],
            f"{address}/door/invited/{token}/",
        )
        for member, role, token in mornings.ways_in(_now(), LINK_LASTS)
    ]


def _now() -> dt.datetime:
    from django.utils import timezone

    return timezone.now()  # noqa: TID251 -- the demo happens today


if __name__ == "__main__":
    sys.exit(main())
