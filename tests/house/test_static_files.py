"""What a browser loads: current, light, ours or as published."""

import re
from pathlib import Path

import brotli
import pytest

from tools import plates, styles, vendor

STATIC = Path(styles.STATIC)
TEMPLATES = STATIC.parent / "templates"
KB = 1024

pytestmark = pytest.mark.house


def weight(*names):
    return sum(len(brotli.compress((STATIC / name).read_bytes())) for name in names)


def test_the_style_sheet_is_its_sources_end_to_end():
    assert (STATIC / "css" / "carnet.css").read_text() == styles.styles(), "run python -m tools.styles"


def test_the_behaviours_are_their_sources_end_to_end():
    assert (STATIC / "js" / "carnet.js").read_text() == styles.scripts(), "run python -m tools.styles"


def test_the_plates_are_what_is_drawn():
    assert (STATIC / "plates.svg").read_text() == plates.sprite(), "run python -m tools.plates"


def test_what_is_vendored_is_as_published():
    assert vendor.faults() == []


def test_all_styles_weigh_ten_kilobytes_at_most():
    assert weight("css/carnet.css") <= 10 * KB


def test_all_behaviours_with_htmx_weigh_thirty_kilobytes_at_most():
    assert weight("js/carnet.js", "vendor/htmx.min.js") <= 30 * KB


def test_what_a_note_hears_and_sees_with_weighs_eight_kilobytes_at_most():
    assert (STATIC / "js" / "voice.js").read_text() == styles.voice(), "run python -m tools.styles"
    assert weight("js/voice.js") <= 8 * KB


@pytest.mark.parametrize("path", sorted((STATIC / "js" / "behaviours").glob("*.js")), ids=lambda path: path.stem)
def test_a_behaviour_is_sixty_lines_at_most(path):
    assert len(path.read_text().splitlines()) <= 60


@pytest.mark.parametrize("path", sorted((STATIC / "css").glob("**/*.css")), ids=lambda path: path.stem)
def test_styles_know_no_left_or_right(path):
    physical = (
        r"(?<![\w-])(?:(?:margin|padding|border)-)?(?:left|right|top|bottom):|(?<![\w-])(?:min-|max-)?(?:width|height):"
    )
    rules = re.sub(r"@(?:media|container)[^{]*", "", path.read_text())
    assert re.findall(physical, rules) == []


@pytest.mark.parametrize("path", sorted((TEMPLATES / "components").glob("*.html")), ids=lambda path: path.stem)
def test_components_hold_no_style_and_no_script(path):
    text = path.read_text()
    assert re.findall(r"\sstyle=|<style|<script|\son\w+=|hx-on", text) == []
    assert len(text.splitlines()) < 80


def test_every_icon_that_is_asked_for_is_drawn():
    drawn = set(re.findall(r'id="(\w+)"', (STATIC / "icons.svg").read_text()))
    asked = {name for path in TEMPLATES.rglob("*.html") for name in re.findall(r'{% icon "(\w+)"', path.read_text())}
    assert asked <= drawn
