"""The icons that a phone puts on its screen: light, of their size, and drawn from the mark."""

import pytest
from PIL import Image

from tools import icons

KB = 1024


@pytest.mark.parametrize(("name", "side"), icons.WANTED.items())
def test_an_icon_has_its_size_and_weighs_little(name, side):
    path = icons.ICONS / f"{name}.png"
    assert path.stat().st_size <= 12 * KB
    with Image.open(path) as image:
        assert (image.size, image.format) == ((side, side), "PNG")
        assert not image.info


@pytest.mark.parametrize("name", ["maskable-512", "touch-180"])
def test_where_the_phone_cuts_the_ground_fills_the_square(name):
    with Image.open(icons.ICONS / f"{name}.png") as image:
        assert image.mode == "RGB"
        side = image.width - 1
        assert {image.getpixel(corner) for corner in ((0, 0), (side, 0), (0, side), (side, side))} == {(19, 30, 25)}


def test_the_mark_stands_where_no_phone_cuts():
    with Image.open(icons.ICONS / "maskable-512.png") as image:
        light = image.convert("L").point(lambda value: 255 if value > 60 else 0).getbbox()
    reach = max(abs(edge - 256) for edge in light)
    assert reach <= 0.4 * 512


def test_one_drawn_otherwise_is_seen(tmp_path):
    made = (icons.ICONS / "any-192.png").read_bytes()
    assert not icons.differs(icons.ICONS / "any-192.png", made)
    assert icons.differs(icons.ICONS / "touch-180.png", made)
    assert icons.differs(tmp_path / "none.png", made)
    other = tmp_path / "other.png"
    Image.new("RGBA", (192, 192), "#fff").save(other)
    assert icons.differs(other, made)


@pytest.mark.journey
def test_they_are_what_a_browser_draws():
    for name, side in icons.WANTED.items():
        assert not icons.differs(icons.ICONS / f"{name}.png", icons.drawn(name, side)), "run python -m tools.icons"
