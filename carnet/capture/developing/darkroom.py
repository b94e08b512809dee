"""A photograph developed beside us, within a memory and a time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from carnet.capture.developing.darkroom_process import SIZE
from carnet.capture.rules.photographs import WIDEST, NotAPicture, Photograph

MOST_BYTES = 20 * 2**20
"""Of a picture as it was sent."""
SECONDS = 15.0
"""By the clock; it has five of a processor, and needs a quarter of one for a telephone's picture."""
ROOT = Path(__file__).resolve().parents[3]
START = (
    "import sys; sys.path.append(sys.argv[1]);"
    " from carnet.capture.developing import darkroom_process; darkroom_process.main(sys.argv[2:])"
)


def developed(sent: bytes) -> Photograph:
    """That picture as the house keeps it. Raises NotAPicture, whatever became of the process."""
    if len(sent) > MOST_BYTES:
        raise NotAPicture("too large")
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-X", "utf8", "-c", START, str(ROOT), str(MOST_BYTES)],
            input=sent, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}, cwd="/", timeout=SECONDS, check=True,
        )  # fmt: skip
    except (subprocess.SubprocessError, OSError) as error:
        raise NotAPicture("unreadable") from error
    return _read(done.stdout)


def _read(printed: bytes) -> Photograph:
    """What it printed, believed no more than the picture was."""
    if len(printed) <= SIZE.size:
        raise NotAPicture("unreadable")
    width, height, length = SIZE.unpack_from(printed)
    image, small = printed[SIZE.size : SIZE.size + length], printed[SIZE.size + length :]
    if not (0 < width <= WIDEST and 0 < height <= WIDEST and _is_webp(image) and _is_webp(small)):
        raise NotAPicture("unreadable")
    return Photograph(image, width, height, small)


def _is_webp(image: bytes) -> bool:
    return image[:4] == b"RIFF" and image[8:12] == b"WEBP"
