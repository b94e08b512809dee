"""Browsers write as they record: no length in the head, no index at the end, pieces instead of a whole."""

from __future__ import annotations

import io

import av
import pytest

from bench import speaking
from carnet.capture.rules.typist import CouldNotType
from carnet.integrations.speech.hearing import sound

ENGLISH = [note.sound for note in speaking.notes("en")]
WEBM = next(each for each in ENGLISH if each[4:8] != b"ftyp")
MP4 = next(each for each in ENGLISH if each[4:8] == b"ftyp")


class Pipe(io.RawIOBase):
    """Where nobody can go back."""

    def __init__(self):
        self.written = b""

    def writable(self):
        return True

    def write(self, data):
        self.written += bytes(data)
        return len(data)


def written_anew(recording: bytes, kind: str, options: dict[str, str] | None = None) -> bytes:
    """The same sound, in another hand."""
    out = Pipe()
    with av.open(io.BytesIO(recording)) as read, av.open(out, "w", format=kind, options=options or {}) as write:
        stream = write.add_stream_from_template(read.streams.audio[0])
        for packet in read.demux(read.streams.audio[0]):
            if packet.dts is not None:
                packet.stream = stream
                write.mux(packet)
    return out.written


@pytest.mark.parametrize(
    ("recording", "kind", "options"),
    [
        (WEBM, "webm", {"live": "1"}),
        (WEBM, "matroska", {}),
        (WEBM, "ogg", {}),
        (MP4, "mp4", {"movflags": "frag_keyframe+empty_moov+default_base_moof", "frag_duration": "1000000"}),
        (MP4, "mp4", {"movflags": "frag_every_frame+empty_moov"}),
        (WEBM, "mp4", {"movflags": "frag_keyframe+empty_moov", "frag_duration": "1000000"}),
    ],
    ids=["Chrome", "Matroska", "Firefox", "Safari", "in the smallest pieces", "Opus in MP4"],
)
def test_it_is_heard_whole(recording, kind, options):
    heard = sound.decoded(written_anew(recording, kind, options))
    assert sound.seconds(heard) == pytest.approx(sound.seconds(sound.decoded(recording)), abs=0.1)


def test_a_film_is_heard_and_not_looked_at():
    out = io.BytesIO()
    with av.open(io.BytesIO(WEBM)) as read, av.open(out, "w", format="matroska") as write:
        film = write.add_stream("mpeg4", rate=1)
        film.width = film.height = 64
        film.pix_fmt = "yuv420p"
        stream = write.add_stream_from_template(read.streams.audio[0])
        for packet in film.encode(av.VideoFrame(64, 64, "yuv420p")):
            write.mux(packet)
        for packet in read.demux(read.streams.audio[0]):
            if packet.dts is not None:
                packet.stream = stream
                write.mux(packet)
    assert sound.seconds(sound.decoded(out.getvalue())) == pytest.approx(sound.seconds(sound.decoded(WEBM)), abs=0.1)


def test_another_codec_in_a_known_container_is_refused():
    out = io.BytesIO()
    with av.open(out, "w", format="wav") as write:
        stream = write.add_stream("pcm_alaw", rate=16_000, layout="mono")
        frame = av.AudioFrame(format="s16", layout="mono", samples=4_096)
        frame.rate, frame.pts = 16_000, 0
        for packet in [*stream.encode(frame), *stream.encode(None)]:
            write.mux(packet)
    with pytest.raises(CouldNotType, match="unreadable"):
        sound.decoded(out.getvalue())
