"""The house as `carnet serve` serves it, on a house of its own that ends with the bench."""

from __future__ import annotations

import contextlib
import http.client
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

PATIENCE = 60.0


@contextlib.contextmanager
def own_house() -> Iterator[None]:
    """A new CARNET_HOME with its own PostgreSQL, whatever house the environment names; gone on the way out."""
    home = Path(tempfile.mkdtemp(prefix="carnet-bench-"))
    # PostgreSQL runs as somebody else when we are root.
    home.chmod(0o711)
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "CARNET_SCHEMA"):
        os.environ.pop(name, None)
    os.environ |= {"CARNET_HOME": str(home), "DJANGO_SETTINGS_MODULE": "config.settings.prod"}
    try:
        yield
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextlib.contextmanager
def served() -> Iterator[tuple[int, int]]:
    """`carnet serve` with one process for pages: its port, and the process at the root of its tree."""
    from carnet.cli import serving

    port = serving.free_port(8600)
    with serving.beside("carnet", "serve", "--port", str(port), "--workers", "1", "--no-worker") as process:
        ends = time.monotonic() + PATIENCE
        while not _answers(port):
            if process.poll() is not None or time.monotonic() > ends:
                raise SystemExit("carnet serve did not come up: what it said stands above.")
            time.sleep(0.1)
        yield port, process.pid


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection("localhost", port, timeout=PATIENCE)
    with contextlib.suppress(OSError, http.client.HTTPException), contextlib.closing(connection):
        connection.request("HEAD", "/static/mark.svg")
        return connection.getresponse().status == http.HTTPStatus.OK
    return False
