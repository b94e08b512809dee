"""What a request costs: CPU of the processes that serve pages, and of PostgreSQL beside them."""

from __future__ import annotations

import contextlib
import http.client
import statistics
from collections.abc import Callable, Mapping

import psutil

RUNS, REQUESTS, WARM_UP = 5, 200, 50
MB = 1024 * 1024

type Ask = tuple[str, str, bytes]
"""Method, path, body."""


class Visitor:
    """A signed-in browser over one connection, which keeps no new cookies."""

    def __init__(self, port: int, headers: Mapping[str, str]) -> None:
        self.port = port
        self.connection = http.client.HTTPConnection("localhost", port, timeout=60)
        self.headers = dict(headers)

    def ask(self, asked: Ask, *expected: int) -> bytes:
        """The body of the answer, whose status must be one of those expected."""
        method, path, body = asked
        form = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        try:
            self.connection.request(method, path, body or None, self.headers | form)
            answer = self.connection.getresponse()
        except ConnectionError:
            # The server closes what has been silent for a while.
            self.connection.close()
            self.connection.request(method, path, body or None, self.headers | form)
            answer = self.connection.getresponse()
        said = answer.read()
        if answer.status not in (expected or (200,)):
            raise SystemExit(
                f"{method} of {path.split('?')[0]} answered {answer.status} {answer.headers.get('Location', '')}"
            )
        return said


def tree(root: int) -> list[psutil.Process]:
    """A process and all below it."""
    top = psutil.Process(root)
    return [top, *top.children(recursive=True)]


def spent(root: int) -> float:
    """Seconds of CPU, user and system, of a tree so far; those of its ended children too."""
    total = 0.0
    for process in tree(root):
        # One that has just ended is counted by the one that started it.
        with contextlib.suppress(psutil.NoSuchProcess):
            times = process.cpu_times()
            total += times.user + times.system + times.children_user + times.children_system
    return total


def memory(root: int) -> float:
    """What the tree holds, in MB: the sum of proportional set sizes, in which a page that processes share counts once."""
    return sum(process.memory_full_info().pss for process in tree(root)) / MB


def cost(
    visitor: Visitor, asks: Callable[[int], Ask], web: int, server: int, *expected: int, runs: int = RUNS
) -> tuple[float, float]:
    """Milliseconds per request of the web tree and of PostgreSQL: the median of the runs, after a warm-up."""
    for number in range(WARM_UP):
        visitor.ask(asks(number), *expected)
    of_web, of_server = [], []
    for run in range(runs):
        before, before_server = spent(web), spent(server)
        for number in range(REQUESTS):
            visitor.ask(asks(WARM_UP + run * REQUESTS + number), *expected)
        of_web.append((spent(web) - before) / REQUESTS * 1000)
        of_server.append((spent(server) - before_server) / REQUESTS * 1000)
    return statistics.median(of_web), statistics.median(of_server)
