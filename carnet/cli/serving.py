"""The `carnet serve` command, and its parts for whoever else serves: a free port, the collected files, a running server."""

from __future__ import annotations

import argparse
import contextlib
import errno
import fcntl
import hashlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from carnet.cli import DONE, UNAVAILABLE, Sentence
from carnet.cli.database import at_hand, running

type Process = subprocess.Popen[bytes]

HELP = "Serve the house to this machine, its worker beside it, until it is told to stop."
HOST, PORT = "127.0.0.1", 8000
TRIES = 100
PATIENCE = 60.0
"""Seconds in which the pages must answer, and in which a process that was told to end must have ended."""
GRANIAN = ("--interface", "wsgi", "--blocking-threads", "4", "--no-ws", "--http", "1", "--log-level", "warning")
STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where it listens, and with how many."""
    parser.add_argument("--port", type=int, default=PORT, help=f"the port wished for ({PORT}), or the next one free")
    parser.add_argument("--host", default=HOST, help=f"the address to listen on ({HOST}: this machine only)")
    parser.add_argument("--workers", type=int, default=1, help="how many processes serve pages")
    parser.add_argument("--no-worker", action="store_true", help="start no worker: “carnet work” runs elsewhere")
    parser.add_argument("--prepare", action="store_true", help="only what comes first, and end")


def run(options: argparse.Namespace) -> int:
    """Bring the house up, say where it is, and stop all of it when told to."""
    if options.prepare:
        with at_hand(needs_house=False):
            collect_static()
        return DONE
    with running(), contextlib.ExitStack() as started:
        _prepare()
        port = free_port(options.port, options.host)
        processes = {"The server": started.enter_context(server(port, host=options.host, workers=options.workers))}
        if not options.no_worker:
            processes["The worker"] = started.enter_context(beside("carnet", "work"))
        print(f"Carnet serves at {address(port, options.host)}", flush=True)
        _until_told(processes)
    return DONE


def _prepare() -> None:
    """In a process that ends: this one only watches from then on, and 60 MB of Django would watch with it."""
    with beside("carnet", "serve", "--prepare") as preparing:
        if code := preparing.wait():
            sys.exit(code)


def address(port: int, host: str = HOST) -> str:
    """What to type into a browser."""
    shown = "localhost" if host in {HOST, "0.0.0.0", "localhost"} else host  # noqa: S104 -- shown, not listened on
    return f"http://{shown}:{port}"


def free_port(start: int, host: str = HOST) -> int:
    """The first port from `start` on that nobody listens on. Raises Sentence when there is none near."""
    last = min(start + TRIES, 2**16)
    for port in range(start, last):
        if _is_free(port, host):
            return port
    raise Sentence(f"No port from {start} to {last - 1} is free on {host}: name another with --port.", UNAVAILABLE)


def _is_free(port: int, host: str) -> bool:
    """A browser may take “localhost” for ::1, so a stranger there would be met in our place."""
    for family, name in ((socket.AF_INET, host), (socket.AF_INET6, "::1")):
        with contextlib.suppress(OSError), socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((name, port))
            except OSError as error:
                if family == socket.AF_INET or error.errno == errno.EADDRINUSE:
                    return False
    return True


def collect_static() -> bool:
    """Collect, hash and compress the files that pages link to, when their sources changed; whether they had."""
    from django.conf import settings
    from django.core.management import call_command

    root = Path(settings.STATIC_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    stamp = root.with_name(f"{root.name}.digest")
    with root.with_name(f"{root.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        sources = _digest_of_sources()
        if stamp.exists() and stamp.read_text() == sources:
            return False
        stamp.unlink(missing_ok=True)
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(sources)
    return True


def _digest_of_sources() -> str:
    from django.contrib.staticfiles.finders import get_finders

    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in sorted(finder.list([]), key=lambda found: found[0]):
            seen = Path(storage.path(path)).stat()
            digest.update(f"{path}\0{seen.st_mtime_ns}\0{seen.st_size}\n".encode())
    return digest.hexdigest()


@contextlib.contextmanager
def server(port: int, *, host: str = HOST, workers: int = 1) -> Iterator[Process]:
    """The pages, served by processes of their own: entered once they answer, stopped on the way out. Raises Sentence."""
    where = ["--host", host, "--port", str(port), "--workers", str(workers)]
    with beside("granian", *GRANIAN, *where, "config.wsgi:application") as process:
        _await_answer(process, port, host)
        yield process


def _await_answer(process: Process, port: int, host: str) -> None:
    late = time.monotonic() + PATIENCE
    # By a name it answers to, or its first line in the log would be a complaint.
    called = os.environ.get("CARNET_HOSTS", "").split(",")[0].strip(" .*") or "localhost"
    while time.monotonic() < late and process.poll() is None:
        connection = http.client.HTTPConnection(HOST if host == "0.0.0.0" else host, port, timeout=PATIENCE)  # noqa: S104
        with contextlib.suppress(OSError, http.client.HTTPException), contextlib.closing(connection):
            connection.request("HEAD", "/static/mark.svg", headers={"Host": called, "X-Forwarded-Proto": "https"})
            connection.getresponse()
            return
        time.sleep(0.1)
    raise Sentence(f"The server did not answer at {address(port, host)}: what it said stands above.", UNAVAILABLE)


@contextlib.contextmanager
def beside(module: str, *words: str) -> Iterator[Process]:
    """One of our own modules as a process beside this one, stopped on the way out.

    It is in a group of its own: Ctrl-C reaches this process alone, which then stops the others in order.
    """
    import carnet

    path = os.pathsep.join(filter(None, (str(Path(carnet.__file__).parents[1]), os.environ.get("PYTHONPATH", ""))))
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", module, *words],
        env=os.environ | {"PYTHONPATH": path},
        stdin=subprocess.DEVNULL,
        process_group=0,
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _until_told(processes: Mapping[str, Process]) -> None:
    """Watch until a signal comes. Raises Sentence when one of them ends by itself."""
    told: list[int] = []
    for number in STOPS:
        signal.signal(number, lambda number, _frame: told.append(number))
    while not told:
        for name, process in processes.items():
            if process.poll() is not None:
                raise Sentence(
                    f"{name} ended by itself (code {process.returncode}): everything was stopped.", UNAVAILABLE
                )
        time.sleep(0.2)
