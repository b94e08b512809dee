"""`carnet serve` and `carnet work`: up, answering, and gone without a trace when told."""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from carnet.cli import DONE, UNAVAILABLE

PATIENCE = 120


@pytest.fixture(scope="module")
def house(lived_in):
    return lived_in[0]


@contextlib.contextmanager
def started(home, log: Path, *words: str):
    """The command as a process of its own, its words in a file; killed, with its children, if it is still there."""
    with log.open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "carnet", *words],
            env=home.environment(),
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            process.terminate()
            process.wait(PATIENCE)


def said(log: Path, pattern: str, process) -> re.Match[str]:
    late = time.monotonic() + PATIENCE
    while time.monotonic() < late and process.poll() is None:
        if found := re.search(pattern, log.read_text()):
            return found
        time.sleep(0.1)
    raise AssertionError(log.read_text())


def get(port: int, path: str) -> tuple[int, str]:
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        connection.request("GET", path, headers={"Host": "localhost"})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def of(home) -> set[int]:
    """Every process of that home but PostgreSQL's."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if f"CARNET_HOME={home.path}\0".encode() in (folder / "environ").read_bytes():
                found.add(int(folder.name))
    return found - {os.getpid()}


def test_it_serves_until_it_is_told_to_stop(house, tmp_path):
    log, wished = tmp_path / "log", free_port()
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(("127.0.0.1", wished))
        taken.listen()
        with started(house, log, "serve", "--port", str(wished)) as process:
            port = int(said(log, r"Carnet serves at http://localhost:(\d+)", process)[1])
            assert port > wished
            status, page = get(port, "/door/")
            assert (status, "<form" in page) == (200, True)
            assert get(port, "/clients/canari-nobody/?q=canari-word")[0] in {302, 404}
            assert get(port, "/find/?q=canari-word")[0] == 302
            assert len(of(house)) >= 3
            refused = house.carnet("restore", Path(__file__), "--replace")
            assert refused.returncode != DONE
            process.send_signal(signal.SIGTERM)
            assert process.wait(PATIENCE) == DONE
    assert of(house) == set()
    assert "canari" not in log.read_text()
    with pytest.raises(ConnectionRefusedError):
        get(port, "/door/")


def test_nothing_is_restored_under_a_house_that_is_served(house, tmp_path):
    backup, log = tmp_path / "house.carnet", tmp_path / "log"
    house.done("backup", backup)
    with started(house, log, "serve", "--port", str(free_port()), "--no-worker") as process:
        said(log, "Carnet serves at", process)
        finished = house.carnet("restore", backup, "--replace")
        assert (finished.returncode, "in use" in finished.stderr) == (UNAVAILABLE, True)


def test_a_server_that_ends_by_itself_ends_everything(house, tmp_path):
    log = tmp_path / "log"
    with started(house, log, "serve", "--port", str(free_port())) as process:
        said(log, "Carnet serves at", process)
        (worker,) = [
            pid
            for pid in of(house)
            if b"carnet\0work" in Path(f"/proc/{pid}/cmdline").read_bytes() and pid != process.pid
        ]
        os.kill(worker, signal.SIGKILL)
        assert process.wait(PATIENCE) == UNAVAILABLE
    assert "The worker ended by itself" in log.read_text()
    assert of(house) == set()


def test_a_worker_does_what_waits_and_ends_when_told(house, tmp_path):
    log = tmp_path / "log"
    house.done("work", "--once")
    with started(house, log, "work") as process:
        late = time.monotonic() + PATIENCE
        while not house.execute("select 1 from procrastinate_workers") and time.monotonic() < late:
            time.sleep(0.1)
        assert house.execute("select 1 from procrastinate_workers")
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) in {DONE, 128 + signal.SIGTERM}
    assert "Traceback" not in log.read_text()
