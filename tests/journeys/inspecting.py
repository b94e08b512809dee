"""What every page must hold: nothing inaccessible, nothing too small to tap, nothing wider than the screen."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

WIDTHS = (390, 480, 600, 768, 900, 1024, 1200, 1440)
AXE = Axe()
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
SMALL = """
(root) => {
  const wanted = 43.5, small = [];
  const within = document.querySelector(root) ?? document.body;
  const owner = (each) => ["checkbox", "radio"].includes(each.type) && each.labels?.length ? each.labels[0] : each;
  const mine = (found, each, whole) =>
    found && (each.contains(found) || whole.contains(found) || found.closest("label")?.control === each);
  const reach = (each, whole, x, y, dx, dy) => {
    let far = 0;
    while (far < 44 && mine(document.elementFromPoint(x + dx * (far + 1), y + dy * (far + 1)), each, whole)) far++;
    return far;
  };
  for (const each of within.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")) {
    if (!each.checkVisibility({ visibilityProperty: true }) || each.closest("[aria-hidden=true]")) continue;
    const whole = owner(each);
    let box = whole.getBoundingClientRect();
    if (box.width <= 2 || box.height <= 2 || box.bottom < 0 && getComputedStyle(whole).position === "fixed") continue;
    if (box.width >= wanted && box.height >= wanted) continue;
    whole.scrollIntoView({ block: "center", inline: "center" });
    const line = [...whole.getClientRects()].find((each) => each.width && each.height) ?? whole.getBoundingClientRect();
    const x = (line.left + line.right) / 2, y = (line.top + line.bottom) / 2;
    if (!mine(document.elementFromPoint(x, y), each, whole)) continue;
    const wide = reach(each, whole, x, y, 1, 0) + reach(each, whole, x, y, -1, 0) + 1;
    const high = reach(each, whole, x, y, 0, 1) + reach(each, whole, x, y, 0, -1) + 1;
    if (Math.max(wide, line.width) < wanted || Math.max(high, line.height) < wanted)
      small.push(`${each.outerHTML.replace(/\\s+/g, " ").slice(0, 110)} is ${Math.round(line.width)}×${Math.round(line.height)},`
        + ` reached ${wide}×${high}`);
  }
  scrollTo(0, 0);
  return small;
}
"""
WIDER = """
() => {
  const page = document.documentElement, over = page.scrollWidth - page.clientWidth;
  if (over <= 0) return [];
  const left = page.getBoundingClientRect().left, wide = [];
  for (const each of document.body.querySelectorAll("*")) {
    const box = each.getBoundingClientRect();
    if (box.width && (box.right > page.clientWidth + 1 || box.left < -1)) wide.push(each);
  }
  return wide.filter((each) => !wide.some((other) => other !== each && each.contains(other))).slice(0, 3)
    .map((each) => `wider by ${over}: ${each.outerHTML.replace(/\\s+/g, " ").slice(0, 140)}`);
}
"""


def inaccessible(page: Page, root: str = "", only: str = "") -> list[str]:
    """What axe finds against WCAG 2.2 AA, or against one of its rules."""
    rules = {"runOnly": [only], "resultTypes": ["violations"]} if only else RULES
    found: Any = AXE.run(page, context=root or None, options=rules).response
    return [
        f"{fault['id']}: {node['html'][:160]} ({' '.join(node['failureSummary'].split())[:200]})"
        for fault in found["violations"]
        for node in fault["nodes"][:3]
    ]


def small(page: Page, root: str = "body") -> list[str]:
    """What a thumb would miss: less than 44 by 44, its surroundings that answer for it included."""
    found: list[str] = page.evaluate(SMALL, root)
    return found


def by_night(page: Page, root: str = "") -> list[str]:
    """What cannot be read once the page is dark: nothing else of it changes."""
    page.emulate_media(color_scheme="dark")
    page.evaluate("() => Promise.all(document.getAnimations().map((each) => each.finished.catch(() => {})))")
    page.wait_for_timeout(50)
    found = [f"by night, {said}" for said in inaccessible(page, root, only="color-contrast")]
    page.emulate_media(color_scheme="light")
    return found


def none_of(faults: dict[str, list[str]]) -> None:
    """Fail with every fault on a line of its own, under the page it was seen on."""
    if told := "\n".join("\n  ".join([path, *found]) for path, found in faults.items() if found):
        pytest.fail(told)


def _once_laid_out(page: Page) -> list[str]:
    """A busy machine turns the page to its new width when it can: only what stays too wide counts."""
    found: list[str] = page.evaluate(WIDER)
    for _again in range(5):
        if not found:
            break
        page.wait_for_timeout(200)
        found = page.evaluate(WIDER)
    return found


def wider(page: Page, widths: tuple[int, ...] = WIDTHS) -> list[str]:
    """What makes the page scroll sideways, at any of these widths."""
    size = page.viewport_size
    assert size is not None
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": size["height"]})
        found += [f"at {width}: {said}" for said in _once_laid_out(page)]
    page.set_viewport_size(size)
    return found
