"""Recordings that are none: what somebody might send where a phone sends a note."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib

from bench import speaking

CHANCE = random.Random(65)
WEBM_HEAD = b"\x1a\x45\xdf\xa3"


def _notes() -> tuple[bytes, bytes]:
    english = [note.sound for note in speaking.notes("en")]
    return next(s for s in english if s.startswith(WEBM_HEAD)), next(s for s in english if s[4:8] == b"ftyp")


def wav(
    seconds: float = 1, *, rate: int = 16_000, channels: int = 1, code: int = 1, bits: int = 16, told: int | None = None
):
    """A WAV whose head says what it is told to say."""
    data = bytes(int(seconds * 16_000) * 2)
    head = struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + len(data), b"WAVE", b"fmt ", 16, code, channels, rate,
                       rate * channels * bits // 8 & 0xFFFFFFFF, channels * bits // 8 & 0xFFFF, bits, b"data",
                       len(data) if told is None else told)  # fmt: skip
    return head + data


def _zip() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("note.webm", bytes(20 * 2**20))
    return file.getvalue()


def _matroska(size: bytes) -> bytes:
    """A segment that says it is as large as can be."""
    return WEBM_HEAD + b"\x84\x42\x82\x80\x00" + b"\x18\x53\x80\x67" + size


def _box(kind: bytes, body: bytes, size: int | None = None) -> bytes:
    return struct.pack(">I", len(body) + 8 if size is None else size) + kind + body


FTYP = _box(b"ftyp", b"M4A \x00\x00\x00\x00M4A mp42isom")


def _nested(depth: int) -> bytes:
    body = b""
    for _ in range(depth):
        body = _box(b"moov", body)
    return FTYP + body


def _texts() -> dict[str, bytes]:
    return {
        "nothing": b"",
        "a byte": b"\x1a",
        "a text": "Elle aime l’or jaune.".encode(),
        "a page": b"<html><audio src='file:///etc/passwd'></html>",
        "json": b'{"text": "typed already"}',
        "a playlist": b"#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n",
        "a playlist of addresses": b"#EXTM3U\n#EXTINF:10,\nhttp://127.0.0.1:9/secret.ts\n",
        "a playlist that encrypts": b'#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI="file:///etc/passwd"\n#EXTINF:1,\nconcat:/etc/passwd\n',
        "a script of parts": b"ffconcat version 1.0\nfile '/etc/passwd'\nduration 1\n",
        "a script of addresses": b"ffconcat version 1.0\nfile 'http://127.0.0.1:9/x.wav'\n",
        "a session": b"v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 9 RTP/AVP 0\n",
        "a manifest": b"<?xml version='1.0'?><MPD><Period><BaseURL>file:///etc/passwd</BaseURL></Period></MPD>",
        "a picture made of text": b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
        "a magic image script": b"push graphic-context\nimage over 0,0 0,0 'ephemeral:/etc/passwd'\n",
        "a list of subtitles": b"WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n",
        "lines of zeros": b"0\n" * 100_000,
    }


def _other_files() -> dict[str, bytes]:
    return {
        "a zip bomb": _zip(),
        "a packed bomb": zlib.compress(bytes(20 * 2**20), 9),
        "a gzip": b"\x1f\x8b\x08\x00" + bytes(64),
        "a program": b"\x7fELF\x02\x01\x01" + bytes(512),
        "a picture": b"\x89PNG\r\n\x1a\n" + bytes(512),
        "a photograph": b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(512),
        "a document": b"%PDF-1.7\n" + bytes(512),
        "mpeg audio": b"\xff\xfb\x90\x00" * 5_000,
        "mpeg with a tag": b"ID3\x04\x00\x00\x7f\x7f\x7f\x7f" + bytes(2_000),
        "flac": b"fLaC\x00\x00\x00\x22" + bytes(2_000),
        "amr": b"#!AMR\n" + bytes(2_000),
        "avi": b"RIFF\x00\x10\x00\x00AVI LIST" + bytes(2_000),
        "a transport stream": (b"\x47\x40\x00\x10" + bytes(184)) * 100,
        "zeros": bytes(100_000),
        "a gigabyte of silence": bytes(2**30),
        "a byte too large": WEBM_HEAD + bytes(20 * 2**20),
    }


def _rubbish() -> dict[str, bytes]:
    made = {f"random bytes {size}": CHANCE.randbytes(size) for size in (7, 1_000, 100_000)}
    for name, head in {
        "webm": WEBM_HEAD,
        "ogg": b"OggS\x00\x02",
        "mp4": FTYP,
        "wav": b"RIFF\xff\xff\xff\xffWAVEfmt ",
    }.items():
        made[f"{name} and random bytes"] = head + CHANCE.randbytes(50_000)
        made[f"{name} and nothing"] = head
        made[f"{name} and zeros"] = head + bytes(50_000)
        made[f"{name} and a playlist"] = head + _texts()["a playlist"]
    return made


def _heads() -> dict[str, bytes]:
    webm, mp4 = _notes()
    moov = mp4.rindex(b"moov") - 4
    return {
        "webm cut in its head": webm[:60],
        "webm cut in its tracks": webm[:200],
        "mp4 without its index": mp4[:moov],
        "mp4 cut in its index": mp4[: moov + 40],
        "mp4 with only its index": FTYP + mp4[moov:],
        "webm that is a picture's": webm.replace(b"A_OPUS", b"V_MJPG"),
        "webm of an unknown codec": webm.replace(b"A_OPUS", b"A_XPUS"),
        "webm of a codec we do not take": webm.replace(b"A_OPUS", b"A_FLAC"),
        "webm of unknown size": _matroska(b"\x01\xff\xff\xff\xff\xff\xff\xff"),
        "webm of all there is": _matroska(b"\x01\x7f\xff\xff\xff\xff\xff\xff"),
        "mp4 nested for ever": _nested(20_000),
        "mp4 of a size it has not": FTYP + _box(b"moov", bytes(100), 0xFFFFFFF0),
        "wav of no channels": wav(channels=0),
        "wav of 65,535 channels": wav(channels=65_535),
        "wav at no rate": wav(rate=0),
        "wav at one hertz": wav(rate=1),
        "wav at four gigahertz": wav(rate=2**32 - 1),
        "wav of an unknown code": wav(code=0x5A5A),
        "wav of mpeg": wav(code=0x55),
        "wav without a sample": wav(0),
        "wav of eleven minutes of silence": wav(500, rate=12_000),
    }


def hostile() -> dict[str, bytes]:
    """By name."""
    return _texts() | _other_files() | _rubbish() | _heads()
