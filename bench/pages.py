"""The pages of a large house: bin/bench pages [--small] [--check]."""

from __future__ import annotations

import argparse
import datetime as dt
import signal
import sys
import urllib.parse
import uuid
from collections.abc import Iterator
from typing import Any

from bench import costing, counting, filling, loading, weighing
from bench.figures import Figure, tell
from bench.serving import own_house, served

LONGEST, SHORTER, BOOK, SMALL_BOOK = 1, 2, "camille", "sofia"
LISTED = {
    "Today": "/",
    "list": "/clients/",
    "boutique’s list": "/clients/?whose=boutique",
    "Promises": "/promises/",
    "Find": "/find/",
}


THOUSAND = 1_000
PLACES = ("/rest/", "/closing/", "/imports/", "/door/me/", "/clients/new/", "/clients/card/", "/notes/")


def main() -> int:
    """Fill, serve, measure, tell."""
    parser = argparse.ArgumentParser(prog="bin/bench pages", description=__doc__)
    parser.add_argument("--small", action="store_true", help="a tenth of the house; times are told and not judged")
    parser.add_argument("--check", action="store_true", help="fail when a figure is missed")
    parser.add_argument("--no-browser", action="store_true", help="leave out what only a browser can tell")
    options = parser.parse_args()
    # Told to stop, it stops what it has started.
    signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))
    size = filling.SMALL if options.small else filling.WHOLE
    with own_house():
        from carnet.cli.database import at_hand

        with at_hand(needs_house=False):
            filling.fill(size, dt.datetime.now(dt.UTC))  # noqa: TID251 -- a house of today
            print(f"{size.said()}.", flush=True)
            missed = tell(
                _figures(browser=not options.no_browser, runs=1 if options.small else costing.RUNS),
                judged=options.check,
                times=not options.small,
            )
    return 1 if missed else 0


def _figures(*, browser: bool, runs: int) -> Iterator[Figure]:
    advisor, other, manager = (counting.reader(handle) for handle in (BOOK, SMALL_BOOK, "ines"))
    with served() as (port, web):
        yield from _counts(advisor, other)
        visitor = costing.Visitor(port, {"Cookie": _cookies(advisor), "X-CSRFToken": TOKEN})
        overseer = costing.Visitor(port, {"Cookie": _cookies(manager)})
        yield from _weights(visitor, overseer)
        if browser:
            yield from _in_a_browser(port, advisor)
        yield from _memory(visitor, web)
        yield from _costs(visitor, web, runs)


TOKEN = "b" * 32
"""A CSRF secret as the cookie keeps it; the header says the same."""


def _cookies(reader: Any) -> str:
    return f"sessionid={reader.cookies['sessionid'].value}; csrftoken={TOKEN}"


def _page(number: int) -> str:
    return f"/clients/{filling.person(number)}/"


def _visit(number: int) -> dict[str, Any]:
    """A note about somebody of the advisor's book."""
    from carnet.products.models import Reference

    pieces = Reference.objects.order_by("sku").values_list("id", flat=True)[:2]
    return {
        "mutation": str(uuid.uuid4()), "client": str(filling.person(number)), "kind": "visit", "left": "looked", "back": "",
        "words": "She tried the Aube ring, and will think about it.", "pieces": [str(piece) for piece in pieces],
    }  # fmt: skip


def _counts(advisor: Any, other: Any) -> Iterator[Figure]:
    """Statements, each where there is much to show and where there is little."""
    for name, path in LISTED.items():
        few, many = counting.statements(other, path), counting.statements(advisor, path)
        # Of a visit that is a reason, Today reads the pieces too: two more, however many there are.
        limit = 2 if name == "Today" else 0
        yield Figure(f"statements: {name}, beyond those of a small book ({few})", many - few, "", limit)
    few, many = (counting.statements(advisor, "/find/", {"q": said}) for said in ("rosalie vallier", "val"))
    yield Figure(f"statements: many found, beyond those of few ({few})", many - few, "", 0)
    few, many = counting.statements(advisor, _page(SHORTER)), counting.statements(advisor, _page(LONGEST))
    yield Figure(f"statements: a long story, beyond those of a short one ({few})", many - few, "", 0)
    counting.statements(advisor, "/notes/", _visit(11))
    logged, read = counting.statements(advisor, "/notes/", _visit(11)), counting.read_again()
    yield Figure("statements: log a visit, besides reading her again", logged - read, "", 17)
    yield Figure("statements: reading her again", read, "", 9)


def _weights(visitor: costing.Visitor, overseer: costing.Visitor) -> Iterator[Figure]:
    her = _page(LONGEST)
    about_her = [f"{her}show/", f"{her}name/", f"/notes/?client={filling.person(LONGEST)}"]
    paths = [*LISTED.values(), her, *about_her, *PLACES]
    weights = {path: weighing.page(visitor.ask(("GET", path, b""))) for path in paths}
    weights |= {
        f"{path} (manager)": weighing.page(overseer.ask(("GET", path, b""))) for path in ("/", "/house/", "/promises/")
    }
    heaviest = max(weights, key=lambda path: weights[path])
    yield Figure(
        f"HTML, the heaviest of {len(weights)} pages: {heaviest.replace(her, 'client page ')}",
        weights[heaviest],
        "KB",
        14,
    )
    yield Figure("HTML, client page", weights[her], "KB", 14)
    sheets, scripts = weighing.linked(visitor.ask(("GET", "/", b"")).decode())
    for name, links, limit in (("all CSS", sheets, 10), ("core JS with htmx", scripts, 30)):
        yield Figure(name, sum(weighing.kept(visitor.ask(("GET", path, b"")), path) for path in links), "KB", limit)


def _in_a_browser(port: int, advisor: Any) -> Iterator[Figure]:
    address = f"http://localhost:{port}"
    cookie = {"name": "sessionid", "value": advisor.cookies["sessionid"].value, "url": address}
    with loading.browser() as driver:
        requests, weight, strangers = loading.first_load(driver, address, cookie, "/")
        yield Figure("first load: requests", requests, "", 12)
        yield Figure("first load: weight", weight, "KB", 150)
        yield Figure("first load: asked of another host", strangers, "", 0)
        for name, path in (
            LISTED | {"client": _page(LONGEST), "note": f"/notes/?client={filling.person(LONGEST)}"}
        ).items():
            yield Figure(f"layout shift: {name}", loading.shift(driver, address, cookie, path), "shift", 0.02)


def _costs(visitor: costing.Visitor, web: int, runs: int) -> Iterator[Figure]:
    server = _postmaster()
    for name, path, limit, server_limit in (
        ("client list", "/clients/", 25, None),
        ("client list, the whole boutique", "/clients/?whose=boutique", 25, None),
        ("client page, 60 encounters", _page(LONGEST), 60, None),
        ("find, before a letter is typed", "/find/", None, None),
        ("Today", "/", None, None),
    ):  # fmt: skip
        of_web, of_server = costing.cost(visitor, lambda _number, path=path: ("GET", path, b""), web, server, runs=runs)
        yield Figure(f"CPU: {name}", of_web, "ms", limit, is_time=True)
        yield Figure("  PostgreSQL beside it", of_server, "ms", server_limit, is_time=True)
    typing = costing.Visitor(visitor.port, visitor.headers | {"HX-Request": "true"})
    for name, said in (("find by name", "rosalie val"), ("find by the end of a number", "0421")):
        asked = ("POST", "/find/", urllib.parse.urlencode({"q": said}).encode())
        of_web, of_server = costing.cost(typing, lambda _number, asked=asked: asked, web, server, runs=runs)
        yield Figure(f"CPU: {name}", of_web, "ms", 10, is_time=True)
        yield Figure("  PostgreSQL beside it", of_server, "ms", 2, is_time=True)
    asks = [
        ("POST", "/notes/", urllib.parse.urlencode(_visit(10 * number + 1), doseq=True).encode())
        for number in range(150)
    ]
    of_web, of_server = costing.cost(visitor, lambda number: _fresh(asks[number % 150]), web, server, 302, runs=runs)
    yield Figure("CPU: log a visit", of_web, "ms", 40, is_time=True)
    yield Figure("  PostgreSQL beside it", of_server, "ms", is_time=True)


def _memory(visitor: costing.Visitor, web: int) -> Iterator[Figure]:
    paths = [*LISTED.values(), _page(LONGEST), *PLACES]
    for number in range(THOUSAND):
        visitor.ask(("GET", paths[number % len(paths)], b""))
    yield Figure("memory of the web tree, one worker, after 1,000 requests", costing.memory(web), "MB", 200)


def _fresh(asked: costing.Ask) -> costing.Ask:
    """The same note, opened anew: of two values the form takes the last."""
    method, path, body = asked
    return method, path, body + f"&mutation={uuid.uuid4()}".encode()


def _postmaster() -> int:
    import psutil

    from carnet.kit import db

    ((backend,),) = db.select("select pg_backend_pid()")
    return psutil.Process(backend).ppid()


if __name__ == "__main__":
    sys.exit(main())
