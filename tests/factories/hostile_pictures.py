"""Pictures that nobody should send: made here, byte by byte, so that none has to be kept."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

from PIL import Image, ImageDraw

GPS, PLACE = 0x8825, "48.8686N 2.3421E rue du Mail"
"""Where it was taken, as a telephone writes it, and as words that may be searched for in what comes out."""
MARKS = (PLACE.encode(), b"Exif", b"EXIF", b"XMP", b"xmpmeta", b"ICCP", b"GPS", b"<script", b"<?php", b"canary")


def drawn(mode: str = "RGB", size: tuple[int, int] = (640, 480)) -> Image.Image:
    """Something that looks like a piece: no flat colour, so that every codec has work."""
    image = Image.new("RGB", size, "#e6eae6")
    pen = ImageDraw.Draw(image)
    for ring in range(5, max(min(size) // 2, 6), 12):
        pen.ellipse(
            (ring, ring, max(size[0] - ring, ring), max(size[1] - ring, ring)), outline=(ring % 256, 40, 60), width=3
        )
    return image.convert(mode)


def saved(image: Image.Image, kind: str, **more: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    """What a telephone adds, canary and all."""
    found = Image.Exif()
    found[0x0112], found[0x010F], found[0x010E] = orientation, "canary telephone", PLACE
    found[GPS] = {1: "N", 2: (48.0, 52.0, 7.0), 3: "E", 4: (2.0, 20.0, 31.0)}
    return found


def jpeg(**more: Any) -> bytes:
    return saved(drawn(), "JPEG", **more)


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(
    width: int, height: int, *, depth: int = 8, colour: int = 2, data: bytes | None = None, before: bytes = b""
) -> bytes:
    """A PNG that says what it likes of its size; `data` is what is under its deflate."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(b"\0" if data is None else data, 9))
    return b"\x89PNG\r\n\x1a\n" + head + before + body + chunk(b"IEND", b"")


def flat(width: int, height: int, bits: int) -> bytes:
    """The rows of a picture of that many bits a pixel, all alike: what packs a thousand to one."""
    return (b"\0" * (1 + (width * bits + 7) // 8)) * height


def scans(width: int, height: int, size: int) -> bytes:
    """A progressive JPEG whose last scan is said again until the file is that large: minutes of work for no picture."""
    made = saved(Image.new("L", (width, height), 128), "JPEG", progressive=True)
    last = made.rindex(b"\xff\xda")
    scan = made[last:-2]
    short = scan[: 2 + int.from_bytes(scan[2:4])]
    return made[:-2] + short * ((size - len(made)) // len(short)) + b"\xff\xd9"


def webp(**more: Any) -> bytes:
    return saved(drawn(), "WEBP", **more)


def canvas(width: int, height: int) -> bytes:
    """A WebP whose outside says that size, and whose inside is small."""
    inside = webp(lossless=True)[12:]
    says = struct.pack("<I", 0)[:4] + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBP" + b"VP8X" + struct.pack("<I", 10) + says + inside
    return b"RIFF" + struct.pack("<I", len(body)) + body


def packed(clear: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("canary.html", clear)
    return out.getvalue()


def resized(made: bytes, width: int, height: int) -> bytes:
    """A JPEG whose frame says another size."""
    at = next(made.index(mark) for mark in (b"\xff\xc0", b"\xff\xc2") if mark in made)
    return made[: at + 5] + struct.pack(">HH", height, width) + made[at + 9 :]


def frames(number: int, kind: str, size: tuple[int, int] = (320, 240)) -> bytes:
    first, *rest = [Image.new("RGB", size, (each % 256, each * 7 % 256, 90)) for each in range(number)]
    return saved(first, kind, save_all=True, append_images=rest, duration=20, loop=0)


def _rubbish(size: int) -> bytes:
    return random.Random(7).randbytes(size)


XMP = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><canary>{PLACE}</canary></x:xmpmeta>".encode()
SVG = b"<?xml version='1.0'?><!DOCTYPE s [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'>&x;</svg>"
ENDLESS = b"\x12\x01\x03\0\xff\xff\xff\xff"
SWELLS = zlib.compress(b"x" * 2**26, 9)
SCRIPT = b"<script>fetch('/clients/')</script>"
type Making = Callable[[], bytes]
HOSTILE: dict[str, Making] = {
    # where it was taken, and by what
    "jpeg gps": lambda: jpeg(exif=exif()),
    "jpeg gps turned": lambda: jpeg(exif=exif(6)),
    "jpeg xmp": lambda: jpeg(xmp=XMP),
    "jpeg icc": lambda: jpeg(icc_profile=b"canary" * 400),
    "jpeg comment": lambda: jpeg(comment=SCRIPT * 40),
    "jpeg thumbnail": lambda: jpeg(exif=exif().tobytes() + jpeg(exif=exif())[:20_000]),
    "jpeg exif of rubbish": lambda: jpeg(exif=b"Exif\0\0MM\0*" + _rubbish(9_000)),
    "jpeg exif without an end": lambda: jpeg(exif=b"Exif\0\0II*\0\x08\0\0\0\xff\xff" + ENDLESS * 50),
    "png gps": lambda: saved(drawn(), "PNG", exif=exif()),
    "png text": lambda: png(64, 64, data=flat(64, 64, 24), before=chunk(b"tEXt", b"Comment\0" + PLACE.encode())),
    "webp gps": lambda: webp(exif=exif(), xmp=XMP, icc_profile=b"canary" * 400),
    # what is not what it says
    "jpeg and page": lambda: jpeg() + SCRIPT,
    "jpeg and archive": lambda: jpeg() + packed(SCRIPT),
    "png and php": lambda: png(64, 64, data=flat(64, 64, 24), before=chunk(b"tEXt", b"a\0<?php system($_GET['canary']); ?>")),
    "webp and page": lambda: webp() + SCRIPT,
    "gif and script": lambda: saved(drawn("P"), "GIF") + SCRIPT,
    "page": lambda: b"<!DOCTYPE html>" + SCRIPT,
    "svg": lambda: SVG,
    "pdf": lambda: b"%PDF-1.7\n" + SCRIPT,
    "archive": lambda: packed(b"\0" * 2**20),
    "program": lambda: b"\x7fELF" + _rubbish(4_000),
    "postscript": lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(/etc/passwd) run\n",
    "gif": lambda: frames(3, "GIF"),
    "bmp": lambda: saved(drawn(), "BMP"),
    "tiff": lambda: saved(drawn(), "TIFF"),
    "icon": lambda: saved(drawn(), "ICO", sizes=[(64, 64)]),
    "jpeg 2000": lambda: b"\0\0\0\x0cjP  \r\n\x87\n" + _rubbish(2_000),
    "avif": lambda: b"\0\0\0\x20ftypavif\0\0\0\0avifmif1miafMA1B" + _rubbish(2_000),
    "nothing": lambda: b"",
    "one byte": lambda: b"\xff",
    "rubbish": lambda: _rubbish(50_000),
    # too large once it is unpacked
    "png bomb": lambda: png(8_000, 8_000, data=flat(8_000, 8_000, 24)),
    "png bomb beyond warning": lambda: png(12_000, 12_000, colour=0, depth=1, data=flat(12_000, 12_000, 1)),
    "png just too large": lambda: png(5_001, 5_000, data=flat(5_001, 5_000, 24)),
    "png of 2³¹ rows": lambda: png(2**31 - 1, 2**31 - 1),
    "png words that swell": lambda: png(64, 64, data=flat(64, 64, 24), before=chunk(b"zTXt", b"a\0\0" + SWELLS)),
    "png profile that swells": lambda: png(64, 64, data=flat(64, 64, 24), before=chunk(b"iCCP", b"a\0\0" + SWELLS)),
    "png of much more than it says": lambda: png(64, 64, data=b"\0" * 2**26),
    "png of much less than it says": lambda: png(5_000, 5_000, data=b"\0" * 100),
    "jpeg 65500 square": lambda: resized(jpeg(), 65_500, 65_500),
    "jpeg of no size": lambda: resized(jpeg(), 0, 0),
    "webp 16383 square": lambda: canvas(16_383, 16_383),
    "webp 2²⁴ square": lambda: canvas(2**24, 2**24),
    "webp canvas that lies": lambda: canvas(4_000, 4_000),
    # too slow
    "jpeg of a thousand scans": lambda: scans(5_000, 5_000, 2**20),
    "jpeg of many small scans": lambda: scans(400, 400, 2**20),
    "webp of a thousand pictures": lambda: frames(1_000, "WEBP", (64, 64)),
    "png of a thousand pictures": lambda: frames(300, "PNG", (64, 64)),
    # broken
    "jpeg cut": lambda: jpeg()[:300],
    "jpeg cut at half": lambda: jpeg()[: len(jpeg()) // 2],
    "jpeg without its last bytes": lambda: jpeg()[:-20],
    "jpeg scratched": lambda: jpeg()[:700] + _rubbish(4_000) + jpeg()[4_700:],
    "png cut": lambda: saved(drawn(), "PNG")[:900],
    "png scratched": lambda: saved(drawn(), "PNG")[:60] + _rubbish(500) + saved(drawn(), "PNG")[560:],
    "webp cut": lambda: webp()[:500],
    "webp scratched": lambda: webp()[:60] + _rubbish(600) + webp()[660:],
    # well made, and rare
    "jpeg cmyk": lambda: saved(drawn("CMYK"), "JPEG", exif=exif()),
    "png 16 bit": lambda: saved(Image.new("I;16", (300, 200), 40_000), "PNG"),
    "png 16 bit at its largest": lambda: png(5_000, 5_000, depth=16, colour=6, data=flat(5_000, 5_000, 64)),
    "png 1 by 100000": lambda: png(1, 100_000, data=flat(1, 100_000, 24)),
    "png 100000 by 1": lambda: png(100_000, 1, data=flat(100_000, 1, 24)),
    "png palette and a window": lambda: saved(drawn("P"), "PNG", transparency=0),
    "webp animated": lambda: frames(3, "WEBP"),
    "webp clear": lambda: saved(drawn("RGBA"), "WEBP", lossless=True),
}  # fmt: skip
