"""A page in a real browser: what it asks for, of whom, and how far it shifts while it settles."""

from __future__ import annotations

import contextlib
import os
import urllib.parse
from collections.abc import Iterator
from typing import Any

from bench import weighing

SIZES = ((390, 844), (1440, 900))
SHIFTS = """() => new Promise(done => {
    let sum = 0;
    const watch = new PerformanceObserver(list => {
        for (const shift of list.getEntries()) if (!shift.hadRecentInput) sum += shift.value;
    });
    watch.observe({type: "layout-shift", buffered: true});
    document.fonts.ready.then(() => setTimeout(() => { watch.disconnect(); done(sum); }, 400));
})"""


@contextlib.contextmanager
def browser(*words: str) -> Iterator[Any]:
    """Chromium, found or fetched as for the journeys, started with these words."""
    from playwright.sync_api import sync_playwright

    from tools import browser as chromium

    path = str(chromium.find())
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=path, args=[*as_root, *words])
        try:
            yield launched
        finally:
            launched.close()


def shift(driver: Any, address: str, cookie: dict[str, str], path: str) -> float:
    """The layout shift of a page on a phone and on a desk, the worse of the two."""
    worst = 0.0
    for width, height in SIZES:
        context = _context(driver, cookie, width, height)
        page = context.new_page()
        page.goto(address + path, wait_until="load")
        worst = max(worst, float(page.evaluate(SHIFTS)))
        context.close()
    return worst


def first_load(driver: Any, address: str, cookie: dict[str, str], path: str) -> tuple[int, float, int]:
    """With nothing kept from before: how many requests, how many KB, and how many of them to another host."""
    context = _context(driver, cookie, *SIZES[0])
    page = context.new_page()
    answers: list[Any] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 -- playwright marks what it is given
    page.goto(address + path, wait_until="networkidle")
    own = urllib.parse.urlsplit(address).netloc
    asked = [answer for answer in answers if not answer.url.startswith(("data:", "blob:"))]
    weight = sum(
        weighing.page(answer.body()) if "/static/" not in answer.url else weighing.kept(answer.body(), answer.url)
        for answer in asked
    )
    strangers = sum(urllib.parse.urlsplit(answer.url).netloc != own for answer in asked)
    context.close()
    return len(asked), weight, strangers


def _context(driver: Any, cookie: dict[str, str], width: int, height: int) -> Any:
    context = driver.new_context(viewport={"width": width, "height": height})
    context.add_cookies([cookie])
    return context
