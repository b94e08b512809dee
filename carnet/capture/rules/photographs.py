"""A photograph of a piece, made small and stripped of everything but what is seen (T-63, ASVS 14.2.8)."""

from __future__ import annotations

import dataclasses
import io
import warnings

from PIL import Image, ImageOps

WIDEST, SMALL = 1600, 320
MOST_PIXELS = 25_000_000
QUALITY, SMALL_QUALITY = 80, 70
FORMATS = ("JPEG", "PNG", "WEBP")


class NotAPicture(ValueError):
    """Nothing that can be shown."""


@dataclasses.dataclass(frozen=True)
class Photograph:
    """WebP, upright, at most 1,600 pixels on its longer side, without metadata."""

    image: bytes
    width: int
    height: int
    small: bytes
    """The same, at most 320 pixels wide: what stands in her story."""


def developed(sent: bytes) -> Photograph:
    """That picture as the house keeps it. Its size is looked at before anything is unpacked. Raises NotAPicture."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(sent), formats=FORMATS) as opened:
                upright = _upright(opened)
    except Exception as error:
        # A codec given a stranger's bytes fails in as many ways as there are codecs.
        raise NotAPicture("unreadable") from error
    upright.thumbnail((WIDEST, WIDEST))
    # A fresh image holds pixels and nothing else.
    bare = Image.frombytes("RGB", upright.size, upright.tobytes())
    image, (width, height) = _written(bare, QUALITY), bare.size
    bare.thumbnail((SMALL, SMALL))
    return Photograph(image, width, height, _written(bare, SMALL_QUALITY))


def _written(bare: Image.Image, quality: int) -> bytes:
    written = io.BytesIO()
    bare.save(written, "WEBP", quality=quality)  # house: writes-in-actions -- into memory, and no row
    return written.getvalue()


def _upright(opened: Image.Image) -> Image.Image:
    if opened.width * opened.height > MOST_PIXELS:
        raise NotAPicture("too large")
    # A telephone's picture is read at the size that is kept, in a third of the time and memory.
    opened.draft(None, (WIDEST, WIDEST))
    return ImageOps.exif_transpose(opened).convert("RGB")
