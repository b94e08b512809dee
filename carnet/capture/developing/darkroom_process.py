"""A process of its own that reads one photograph and prints it as the house keeps it.

Whoever sends a picture chooses its bytes. A mebibyte of JPEG can ask for minutes of work, and a codec may end in the middle of
it: this process has no network, no environment, no files to write, little memory and little time.

Prints the width and the height, two bytes each, the length of the WebP in four, the WebP, and the small one. Ends with 0, or
UNREADABLE; killed by the system when it wants more than it may have.
"""

from __future__ import annotations

import struct
import sys

from PIL import JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from carnet.capture.rules import photographs
from carnet.kit import confinement

UNREADABLE = 4
MEMORY = 512 * 2**20
CPU_SECONDS = 5
FILES = 16
SIZE = struct.Struct(">HHI")
CODECS = (JpegImagePlugin, PngImagePlugin, WebPImagePlugin)
"""Read before anything is taken away: afterwards their own files may be out of reach."""


def main(words: list[str]) -> None:
    """Read standard input, print the photograph. Words: the most bytes that come in."""
    confine()
    try:
        found = photographs.developed(sys.stdin.buffer.read(int(words[0])))
    except (photographs.NotAPicture, MemoryError):
        sys.exit(UNREADABLE)
    sys.stdout.buffer.write(SIZE.pack(found.width, found.height, len(found.image)) + found.image + found.small)
    sys.stdout.buffer.flush()


def confine() -> None:
    """What it takes from itself before it looks at a stranger's bytes; whatever the system does not let it, stays."""
    import resource  # not on Windows

    confinement.leave_the_network()
    confinement.write_nothing()
    confinement.become_nobody()
    confinement.limit(
        {
            resource.RLIMIT_CPU: CPU_SECONDS,
            resource.RLIMIT_AS: MEMORY,
            resource.RLIMIT_NOFILE: FILES,
            resource.RLIMIT_NPROC: 0,
        }
    )
