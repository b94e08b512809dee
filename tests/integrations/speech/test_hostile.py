"""What is no recording ends in a sentence, and nothing else ends with it (T-63, T-65)."""

from __future__ import annotations

import contextlib
import os
import random
import resource
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bench import speaking
from carnet.capture.rules.typist import CouldNotType, Obstacle
from carnet.integrations.speech.hearing import processes, sound
from tests.integrations.speech import forging

HOSTILE = forging.hostile()
OF_LENGTH = {
    "a gigabyte of silence": Obstacle.TOO_LARGE,
    "a byte too large": Obstacle.TOO_LARGE,
    "wav of eleven minutes of silence": Obstacle.TOO_LONG,
}


def test_there_are_sixty_of_them():
    assert len(HOSTILE) >= 60


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_and_nothing_is_left_running(name):
    begun, before = time.monotonic(), children()
    with pytest.raises(CouldNotType) as told:
        sound.decoded(HOSTILE[name])
    assert told.value.code == OF_LENGTH.get(name, Obstacle.UNREADABLE)
    assert time.monotonic() - begun < sound.SECONDS
    assert children() == before


def test_a_scratched_note_is_heard_or_refused_and_never_hangs():
    chance = random.Random(63)
    note = bytearray(speaking.notes("en")[0].sound)
    for _ in range(12):
        scratched = bytearray(note)
        for _ in range(chance.choice([1, 20, 2_000])):
            scratched[chance.randrange(len(scratched))] = chance.randrange(256)
        with contextlib.suppress(CouldNotType):
            assert sound.decoded(bytes(scratched))


def test_a_note_that_ends_too_soon_is_heard_to_its_end():
    whole = speaking.notes("en")[0].sound
    heard = sound.decoded(whole[: len(whole) // 2])
    assert 0.3 < len(heard) / len(sound.decoded(whole)) < 0.7


def test_ten_minutes_are_not_too_long():
    assert sound.seconds(sound.decoded(speaking.of_seconds(600))) == pytest.approx(600, abs=0.1)


LOOKING = """
import os, resource, socket, sys
sys.path.append(sys.argv[1])
from carnet.kit import confinement
"here".encode("idna")  # read while it can be
print(confinement.leave_the_network(), len(socket.if_nameindex()))
confinement.write_nothing()
confinement.become_nobody()
confinement.limit({resource.RLIMIT_NPROC: 0})
print(os.geteuid() == 0)
try:
    open(sys.argv[2], "wb").write(b"words")
    print("wrote")
except OSError:
    print("could not write")
try:
    socket.create_connection(("127.0.0.1", int(sys.argv[3])), 2)
    print("reached")
except OSError:
    print("out of reach")
"""


def test_a_confined_process_has_no_network_no_files_and_no_rights(tmp_path):
    tmp_path.chmod(0o777)
    with socket.create_server(("127.0.0.1", 0)) as server:
        words = [str(processes.ROOT), str(tmp_path / "sound"), str(server.getsockname()[1])]
        told = subprocess.run([sys.executable, "-I", "-c", LOOKING, *words], capture_output=True, text=True, check=True)
    left, root, wrote, reached = told.stdout.splitlines()
    assert (root, wrote) == ("False", "could not write")
    assert not (tmp_path / "sound").exists() or not (tmp_path / "sound").stat().st_size
    if left.startswith("True"):
        assert (left, reached) == ("True 1", "out of reach")


def test_it_starts_without_our_environment_and_our_files(monkeypatch):
    monkeypatch.setenv("CARNET_SEALING_KEY", "secret")
    with processes.started("sound_process", "1000", "1") as child:
        environment = Path(f"/proc/{child.pid}/environ").read_bytes()
        child.kill()
    assert b"secret" not in environment
    assert b"PYTHONPATH" not in environment


def children() -> set[str]:
    """Of this process, dead ones too."""
    found = set()
    for each in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            if each.read_text().rpartition(")")[2].split()[1] == str(os.getpid()):
                found.add(each.parent.name)
    return found


def test_the_worker_itself_is_not_limited():
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY
