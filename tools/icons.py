"""Draws carnet/web/static/icons/*.png from mark.svg, in a Chromium: what a phone puts on its screen.

python -m tools.icons [--check]. `any` has the mark's own corners; `maskable` and `touch` fill their square, because the phone
cuts it. --check compares what is seen, as a newer Chromium may pack it otherwise.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageChops

from tools import browser

STATIC = Path(__file__).resolve().parents[1] / "carnet" / "web" / "static"
ICONS = STATIC / "icons"
WANTED = {"any-192": 192, "any-512": 512, "maskable-512": 512, "touch-180": 180}
SAFE = 0.8
"""Of a maskable icon's side, what no phone cuts away."""
TOLERANCE = 24
"""Of 255: by how much an edge may be drawn otherwise."""
PAGE = "<!DOCTYPE html><style>*{{margin:0}}svg{{display:block}}</style>{drawing}"


def drawing(name: str, side: int) -> str:
    """The mark at that size; where the phone cuts, its ground fills the square."""
    mark = (STATIC / "mark.svg").read_text()
    if not name.startswith("any"):
        mark = re.sub(r'(<rect[^>]*?) rx="\d+"', r"\1", mark)
    if name.startswith("maskable"):
        ground, rest = re.search(r"(<rect[^>]*/>)(.*)</svg>", mark, re.DOTALL).groups()  # type: ignore[union-attr]  # it is ours
        kept = f'<g transform="translate(12 12)scale({SAFE})translate(-12 -12)">{rest}</g>'
        mark = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{ground}{kept}</svg>'
    return mark.replace("<svg ", f'<svg width="{side}" height="{side}" ', 1)


def drawn(name: str, side: int) -> bytes:
    """That icon as a PNG: a few greens, a few lights, and nothing else in the file."""
    with tempfile.TemporaryDirectory() as folder:
        page, shot = Path(folder, "icon.html"), Path(folder, "icon.png")
        page.write_text(PAGE.format(drawing=drawing(name, side)))
        subprocess.run(
            [
                str(browser.find()), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                "--force-device-scale-factor=1", "--default-background-color=00000000", f"--user-data-dir={folder}/profile",
                f"--window-size={side},{side}", f"--screenshot={shot}", page.as_uri(),
            ],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60,
        )  # fmt: skip
        with Image.open(shot) as opened:
            image = opened.convert("RGBA" if name.startswith("any") else "RGB").crop((0, 0, side, side))
    out = io.BytesIO()
    Image.frombytes(image.mode, image.size, image.tobytes()).save(out, "PNG", optimize=True)
    return out.getvalue()


def differs(kept: Path, made: bytes) -> bool:
    """Whether somebody would see it."""
    if not kept.exists():
        return True
    with Image.open(kept) as one, Image.open(io.BytesIO(made)) as other:
        if one.size != other.size or one.mode != other.mode:
            return True
        extremes = ImageChops.difference(one, other).getextrema()
    return max(most for _least, most in extremes) > TOLERANCE  # type: ignore[misc]  # of several bands


def main() -> int:
    """Writes them, or says which are older than the mark."""
    made = {ICONS / f"{name}.png": drawn(name, side) for name, side in WANTED.items()}
    stale = [path for path, image in made.items() if differs(path, image)]
    if "--check" not in sys.argv:
        ICONS.mkdir(exist_ok=True)
        for path in stale:
            path.write_bytes(made[path])
        return 0
    for path in stale:
        print(f"{path.name} is older than the mark: run python -m tools.icons.")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
