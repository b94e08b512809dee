"""A process of its own that reads one recording and prints what is heard in it: 16 kHz, one channel, 32-bit floats.

Whoever sends a recording chooses its bytes, and decoders are large: this one has no network, no environment, no files to
write and little memory, and knows only what phones record. The bytes themselves say what they are, and nothing else is tried:
a playlist, a script of parts or a picture is never opened as one.

Ends with 0, or with one of the codes below; killed by the system when it wants more than it may have.
"""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, Any, BinaryIO

from carnet.kit import confinement

if TYPE_CHECKING:
    from collections.abc import Iterator

UNREADABLE, TOO_LONG = 4, 5
RATE = 16_000
MEMORY = 512 * 2**20
CPU_SECONDS = 30
FILES = 32
CONTAINERS = {"matroska": "matroska,webm", "ogg": "ogg", "mp4": "mov,mp4,m4a,3gp,3g2,mj2", "wav": "wav"}
"""FFmpeg's name of what we open, and the names by which it knows it."""
CODECS = (
    "opus", "libopus", "vorbis", "libvorbis", "aac",
    "pcm_s16le", "pcm_s16be", "pcm_s24le", "pcm_s32le", "pcm_f32le", "pcm_u8",
)  # fmt: skip
SLOWEST, FASTEST, MOST_CHANNELS = 8_000, 192_000, 8
BROKEN_SHARE = 0.1
"""Of the packets of a note: a scratch is heard over, rubbish is not."""


def main(words: list[str]) -> None:
    """Read standard input, print the sound. Words: the most bytes that come in, the most seconds that go out."""
    import resource  # not on Windows

    most_bytes, most_seconds = int(words[0]), float(words[1])
    confinement.leave_the_network()
    confinement.write_nothing()
    confinement.limit({resource.RLIMIT_CPU: CPU_SECONDS})
    # Before memory and files are counted: its libraries are large.
    import av

    confinement.become_nobody()
    confinement.limit({resource.RLIMIT_AS: MEMORY, resource.RLIMIT_NOFILE: FILES, resource.RLIMIT_NPROC: 0})
    try:
        sys.exit(_print(av, sys.stdin.buffer.read(most_bytes), sys.stdout.buffer, int(most_seconds * RATE) * 4))
    except (av.FFmpegError, ValueError, LookupError, MemoryError, OverflowError, RuntimeError):
        sys.exit(UNREADABLE)


def kind(sound: bytes) -> str | None:
    """What a phone's recording is, by its first bytes."""
    if sound.startswith(b"\x1a\x45\xdf\xa3"):
        return "matroska"
    if sound.startswith(b"OggS"):
        return "ogg"
    if sound[4:8] == b"ftyp":
        return "mp4"
    return "wav" if sound.startswith(b"RIFF") and sound[8:12] == b"WAVE" else None


def _print(av: Any, sound: bytes, out: BinaryIO, most: int) -> int:
    container = kind(sound)
    if container is None:
        return UNREADABLE
    printed = 0
    for heard in _heard(av, sound, container):
        printed += len(heard)
        if printed > most:
            return TOO_LONG
        out.write(heard)
    out.flush()
    return 0 if printed else UNREADABLE


def _heard(av: Any, sound: bytes, container: str) -> Iterator[bytes]:
    options = {
        "protocol_whitelist": "pipe",
        "format_whitelist": CONTAINERS[container],
        "codec_whitelist": ",".join(CODECS),
    }
    with av.open(io.BytesIO(sound), format=container, container_options=options) as opened:
        stream = opened.streams.audio[0]
        codec = stream.codec_context
        if codec.name not in CODECS or not SLOWEST <= codec.sample_rate <= FASTEST or codec.channels > MOST_CHANNELS:
            raise ValueError
        resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE)
        for frame in _frames(av, opened, stream):
            yield from map(_floats, resampler.resample(frame))
        yield from map(_floats, resampler.resample(None))


def _frames(av: Any, opened: Any, stream: Any) -> Iterator[Any]:
    """Its frames, as far as they can be read; a recording that ends too soon is heard to its end."""
    packets, broken = 0, 0
    for packet in opened.demux(stream):
        packets += 1
        try:
            yield from packet.decode()
        except av.InvalidDataError:
            broken += 1
    if broken > BROKEN_SHARE * packets:
        raise ValueError


def _floats(frame: Any) -> bytes:
    return bytes(frame.planes[0])[: frame.samples * 4]
