"""T-63: more than sixty pictures that nobody should send. None ends us, and none tells where it was taken."""

from __future__ import annotations

import io
import socket
import subprocess
import sys
import time

import pytest
from PIL import Image

from carnet.capture.developing import darkroom, darkroom_process
from carnet.capture.rules import photographs
from tests.factories import hostile_pictures
from tests.factories.hostile_pictures import HOSTILE, MARKS

KEPT = {
    "jpeg gps", "jpeg gps turned", "jpeg xmp", "jpeg icc", "jpeg comment", "jpeg thumbnail", "jpeg exif of rubbish",
    "jpeg exif without an end", "png gps", "png text", "webp gps", "jpeg and page", "jpeg and archive", "png and php",
    "webp and page", "png of much more than it says", "jpeg of many small scans", "webp of a thousand pictures",
    "png of a thousand pictures", "webp scratched", "jpeg cmyk", "png 16 bit", "png 16 bit at its largest", "png 1 by 100000",
    "png 100000 by 1", "png palette and a window", "webp animated", "webp clear",
}  # fmt: skip
"""Those in which something can be seen."""
MEBIBYTE = 1024
"""Of what Linux counts."""


def test_sixty_of_them_are_made():
    assert len(HOSTILE) >= 60
    assert set(HOSTILE) >= KEPT


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_kept_bare_or_refused(name):
    sent, before = HOSTILE[name](), time.monotonic()
    try:
        seen = darkroom.developed(sent)
    except photographs.NotAPicture:
        assert name not in KEPT
    else:
        assert name in KEPT
        _is_bare(seen)
    assert time.monotonic() - before < darkroom.SECONDS + 2


def _is_bare(seen):
    for image, widest in ((seen.image, photographs.WIDEST), (seen.small, photographs.SMALL)):
        assert not [mark for mark in MARKS if mark in image]
        kinds = [image[at : at + 4] for at in _chunks(image)]
        assert kinds in ([b"VP8 "], [b"VP8L"])
        with Image.open(io.BytesIO(image)) as opened:
            assert opened.format == "WEBP"
            assert max(opened.size) <= widest
            assert not opened.getexif()
            assert opened.mode == "RGB"
    assert Image.open(io.BytesIO(seen.image)).size == (seen.width, seen.height)


def _chunks(image):
    at = 12
    while at < len(image):
        yield at
        at += 8 + (size := int.from_bytes(image[at + 4 : at + 8], "little")) + size % 2


def test_a_picture_is_upright():
    seen = darkroom.developed(hostile_pictures.jpeg(exif=hostile_pictures.exif(6)))
    assert (seen.width, seen.height) == (480, 640)


def test_a_picture_that_asks_for_minutes_is_let_go_in_seconds():
    before = time.monotonic()
    with pytest.raises(photographs.NotAPicture):
        darkroom.developed(HOSTILE["jpeg of a thousand scans"]())
    assert time.monotonic() - before < darkroom.SECONDS + 2


def test_the_largest_that_is_kept_is_developed_within_the_memory_it_is_given():
    assert darkroom.developed(HOSTILE["png 16 bit at its largest"]()).width <= photographs.WIDEST


def test_more_than_twenty_mebibytes_are_not_looked_at(monkeypatch):
    monkeypatch.setattr(subprocess, "run", pytest.fail)
    with pytest.raises(photographs.NotAPicture):
        darkroom.developed(b"\xff" * (darkroom.MOST_BYTES + 1))


SIZE = darkroom_process.SIZE.pack
WEBP = hostile_pictures.webp()


@pytest.mark.parametrize(
    "printed",
    [
        b"", SIZE(640, 480, 9), SIZE(0, 480, len(WEBP)) + WEBP * 2, SIZE(640, 1601, len(WEBP)) + WEBP * 2,
        SIZE(640, 480, len(WEBP)) + WEBP, SIZE(640, 480, 3) + WEBP, SIZE(64, 64, 99) + b"<script>" * 99,
    ],
)  # fmt: skip
def test_what_the_process_prints_is_not_believed(monkeypatch, printed):
    monkeypatch.setattr(subprocess, "run", lambda *args, **more: subprocess.CompletedProcess(args, 0, printed))
    with pytest.raises(photographs.NotAPicture):
        darkroom.developed(b"anything")


def test_a_process_that_cannot_start_is_no_picture(monkeypatch):
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    with pytest.raises(photographs.NotAPicture):
        darkroom.developed(hostile_pictures.jpeg())


SEES = """
import os, socket, sys
sys.path.append({root!r})
from carnet.capture.developing import darkroom_process
darkroom_process.confine()
def fails(act):
    try:
        act()
    except (OSError, MemoryError):
        return True
    return False
print(fails(lambda: open({path!r}, "wb").write(b"x")),
      fails(lambda: socket.socket().connect(("127.0.0.1", {port}))), fails(lambda: bytearray(2**30)),
      fails(lambda: os.fork() or os._exit(0)), sorted(os.environ) in ([], ["LC_CTYPE"]), flush=True)
"""


def test_the_process_writes_nothing_reaches_nothing_and_starts_nothing(tmp_path, port):
    code = SEES.format(root=str(darkroom.ROOT), path=str(tmp_path / "x"), port=port)
    asked = [sys.executable, "-I", "-c", code]
    done = subprocess.run(asked, env={}, capture_output=True, text=True, timeout=20, check=False)
    wrote, reached, took, started, bare = (word == "True" for word in done.stdout.split())
    assert (wrote, took, bare) == (True, True, True), done.stderr
    assert started
    if may_leave_the_network():
        assert reached


def may_leave_the_network():
    """Some systems let nobody."""
    asked = ["unshare", "--net", "--map-root-user", "true"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


@pytest.fixture
def port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]
