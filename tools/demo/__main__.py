"""bin/demo: make the demo house if there is none, prepare this morning, serve, and print the ways in."""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import os
import re
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


def main() -> int:
    """Serve until told to stop; with --check, read two pages as an advisor would and stop."""
    parser = Parser(prog="bin/demo", description="The demo house, on this machine alone.")
    parser.add_argument("--check", action="store_true", help="do all of it, read Today and one client’s page, stop")
    parser.add_argument("--port", type=int, default=PORT)
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.prod")
    os.environ.setdefault("CARNET_HOME", str(ROOT / ".carnet"))
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(128 + signal.SIGTERM))
    try:
        with at_hand(needs_house=False), _served(options) as address:
            if options.check:
                return check(address)
            _tell(address)
            while True:
                time.sleep(3600)
    except Sentence as sentence:
        print(sentence, file=sys.stderr)
        return sentence.code
    except KeyboardInterrupt:
        return 0


@contextlib.contextmanager
def _served(options: argparse.Namespace) -> Iterator[str]:
    from carnet.house import queries
    from tools.demo import house, mornings

    maison = queries.the_maison()
    if maison is None:
        print("Making the demo house (once; about a minute).", file=sys.stderr, flush=True)
        house.make()
    elif not maison.is_demo:
        raise Sentence(
            "This CARNET_HOME holds a real house: serve it with “carnet serve”, or give the demo another.", NOTHING_DONE
        )
    mornings.prepare()
    serving.collect_static()
    port = serving.free_port(options.port)
    with serving.server(port), serving.beside("carnet", "work"):
        yield serving.address(port)


def _tell(address: str) -> None:
    """The address, and a way in for each of the cast that works once."""
    from tools.demo import mornings

    print(f"\nVauclair is open at {address}\n")
    for member, role, token in mornings.ways_in(LINK_LASTS):
        print(f"  {member.name:16} {role:10} {address}/door/invited/{token}/")
    print(
        "\nEach link works once, on this machine. Stop with Ctrl-C; start again and everything is still there.\n",
        flush=True,
    )


def check(address: str) -> int:
    """Read Today and one client's page from the running server, and print what was seen."""
    import http.cookiejar
    import urllib.request

    from tools.demo import mornings

    jar = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    member, _role, token = mornings.ways_in(LINK_LASTS)[0]
    with browser.open(f"{address}/door/invited/{token}/") as answer:
        today = answer.read().decode()
    print(f"{member.name} reads Today: {_headline(today)}")
    client = re.search(r'href="(/clients/[0-9a-f-]{36}/)"', today)
    if client is None:
        print("Today names no client: the demo house has nothing to say.", file=sys.stderr)
        return 1
    with browser.open(address + client[1]) as answer:
        page = answer.read().decode()
    print(f"… and opens a client’s page: {_headline(page)}, {page.count('<time')} entries in the story.")
    return 0


def _headline(page: str) -> str:
    found = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)
    return re.sub(r"<[^>]+>", "", found[1]).strip() if found else "a page without a headline"


if __name__ == "__main__":
    sys.exit(main())
