"""What is kept on the floor: taps, bad networks, double taps, what stands on a phone, a wipe: bin/bench capture."""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
import os
import signal
import sys
from collections.abc import Iterator

from bench import bad_network, basement, canaries, counting, filling, gestures, loading, pocket, touching
from bench.figures import Figure, tell
from bench.serving import own_house, served

NOTES, TAPS, ENVELOPES = (5_000, 500), (1_000, 20), (200, 45)
"""The whole, and --small: 45 envelopes leave in three requests, for what a wipe owes must not wait for the last."""
HOUSES = filling.SMALL, filling.Size(200, 1_000)


@dataclasses.dataclass(frozen=True)
class House:
    """Who is spoken of."""

    antoine: str
    """Whom she saw an hour ago."""
    marked: str
    """In whose every field stands a canary."""


def main() -> int:
    """Fill, serve, measure, tell."""
    parser = argparse.ArgumentParser(prog="bin/bench capture", description=__doc__)
    parser.add_argument(
        "--small", action="store_true", help="a tenth of the house and of the notes, a few of the taps; no speech"
    )
    parser.add_argument("--check", action="store_true", help="fail when a figure is missed")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))
    # The browser's own loop runs in this thread, and nothing of ours waits on it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with own_house():
        from carnet.cli.database import at_hand

        with at_hand(needs_house=False):
            house = _fill(HOUSES[options.small], dt.datetime.now(dt.UTC))  # noqa: TID251 -- a house of today
            return 1 if tell(_figures(house, small=options.small), judged=options.check, times=not options.small) else 0


def _fill(size: filling.Size, at: dt.datetime) -> House:
    from carnet.house.models import Member
    from tests import cast
    from tests.factories import people, story

    filling.fill(size, at)
    camille = Member.objects.get(handle="camille")
    antoine = people.client(cast.ANTOINE, of=camille, at=at - filling.FOUNDED)
    story.visit(antoine, to=camille, on=at - dt.timedelta(hours=1), pieces=[cast.AUBE_SOLITAIRE])
    return House(str(antoine.id), canaries.somebody(camille, at))


def _figures(house: House, *, small: bool) -> Iterator[Figure]:
    yield from gestures.figures()
    with served() as (port, _web):
        camille, address = counting.reader("camille"), f"http://localhost:{port}"
        with loading.browser(*pocket.EARS) as driver:
            yield from touching.figures(driver, address, camille, house.antoine)
            yield from basement.painted(driver, address, camille)
            yield from basement.in_clear(driver, address, camille, canaries.MARKS, house.marked)
            yield from basement.wiped(driver, address, counting.reader("camille"), house.antoine, ENVELOPES[small])
            yield from basement.twice(driver, address, camille, house.antoine, TAPS[small])
        yield from bad_network.figures(port, NOTES[small])
    if not small:
        yield from _spoken()


def _spoken() -> Iterator[Figure]:
    """What typing a spoken note up takes, where there is a model."""
    from bench import speaking

    yield from speaking.figures(whole=False)


if __name__ == "__main__":
    sys.exit(main())
