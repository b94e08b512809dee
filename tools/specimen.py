"""Shows every component and six pages with the real templates, style sheet and behaviours, and photographs them.

python -m tools.specimen [directory [part of a name]]. No database and no server of ours: Django's template engine,
a file server that sends the strict policy, and Chromium. It prints what is wrong, and nothing when all is well: small
targets, pages too wide, shifts of the layout, too many requests, refusals of the policy. The words, all invented, are
in specimen_pages/words.json.
"""

from __future__ import annotations

import http.server
import json
import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from math import sin
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import django
import segno
from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
WEB = ROOT / "carnet" / "web"
PAGES = Path(__file__).parent / "specimen_pages"
POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'; base-uri 'none'"
CHROMIUM = "/usr/bin/chromium"
QUIETLY = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE, DESK, TABLET, NARROW = (390, 844), (1440, 900), (834, 1112), (320, 640)
TODAY = date(2026, 11, 19)
MOST_REQUESTS, MOST_SHIFT = 12, 0.02
EVERY_PAGE = ("today", "client", "note", "over", "show", "components", "opening", "door")
IN_ARABIC = ("today", "client", "note", "components")

SMALL_TARGETS = """() => [...document.querySelectorAll('a, button, summary, input, select, textarea')].filter((it) => {
  if (!it.checkVisibility() || it.closest('.skip, dialog:not([open])')) return false;
  const box = (it.closest('label, .drop, .find .in') ?? it).getBoundingClientRect();
  return box.width > 0 && (box.width < 43.5 || box.height < 43.5);
}).map((it) => [it.tagName, it.className, it.textContent.trim().slice(0, 24), it.offsetWidth, it.offsetHeight] + '')"""
SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const each of list.getEntries()) sum += each.value; })
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(sum), 60);
})"""


class Shot(NamedTuple):
    """One photograph: its name, the page, the window, light or dark, and what is pressed first."""

    name: str
    page: str
    window: tuple[int, int]
    scheme: str = "light"
    press: str = ""


@dataclass(frozen=True)
class Message:
    """A message as django.contrib.messages gives it."""

    words: str
    level_tag: str
    extra_tags: str = ""

    def __str__(self) -> str:
        """Its words."""
        return self.words


def few(label: str, *words: str) -> forms.ChoiceField:
    """One of a few words."""
    return forms.ChoiceField(label=label, choices=[(word, word) for word in words], widget=forms.RadioSelect)


class Specimen(forms.Form):
    """A field of every kind; what is typed as telephone is not understood."""

    kind = few("What it was", "Visit", "Call", "Message", "Care", "Event")
    left = few("How it was left", "Looked", "Thinking", "On hold", "Bought")
    back = few("Come back to it", "No need", "2 weeks", "By 8 Dec", "Pick a day")
    long = few("Long words wrap", "Première conversation", "Propriétaire", "Amie de la maison", "Sur recommandation")
    name = forms.CharField(label="Her name, as she writes it", help_text="Both scripts, if she uses two.")
    city = forms.ChoiceField(label="City", choices=[("paris", "Paris"), ("tokyo", "Tokyo")], required=False)
    since = forms.DateField(label="With us since", widget=forms.DateInput(attrs={"type": "date"}))
    phone = forms.CharField(label="Telephone", widget=forms.TextInput(attrs={"type": "tel"}))
    closed = forms.CharField(label="Handle", disabled=True, initial="camille", help_text="The house gives it.")
    manner = forms.CharField(label="Manner", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    words = forms.CharField(label="In your words", widget=forms.Textarea(attrs={"rows": 3}))
    file = forms.FileField(label="Sales", help_text="One file, up to 50 MB. It stays in the house.", required=False)
    purposes = forms.MultipleChoiceField(
        label="May we write about",
        choices=[("care", "Her pieces and their care"), ("new", "New pieces"), ("events", "Invitations")],
        widget=forms.CheckboxSelectMultiple,
    )
    who = few("The March bracelet", "For herself", "A gift", "I do not know")
    agreed = forms.BooleanField(label="She said so herself, in the boutique.", help_text="Written with the day.")

    def clean_phone(self) -> NoReturn:
        """Refused, to show how that looks."""
        raise forms.ValidationError("This number is too short to call. Ask her once more.")


def prepare() -> None:
    """Just enough of Django to render."""
    if settings.configured:
        return
    builtins = ["django.templatetags.i18n", "django.templatetags.static", "carnet.web.templatetags.carnet"]
    engine = {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB / "templates", PAGES],
        "OPTIONS": {"builtins": builtins},
    }
    languages = [("en", "English"), ("fr", "French"), ("ar", "Arabic")]
    paths = [ROOT / "carnet" / "locale"]
    settings.configure(TEMPLATES=[engine], STATIC_URL="/static/", LANGUAGES=languages, LOCALE_PATHS=paths, USE_TZ=True)
    django.setup()


def context(language: str) -> dict[str, Any]:
    """Everything any specimen page asks for."""
    words = json.loads((PAGES / "words.json").read_text())
    today, shell = words["today"]["en"], words["shell"]
    if language == "ar":
        today |= words["today"]["ar"]
        for place, label in zip(shell["places"], words["arabic_places"], strict=True):
            place["label"] = label
    waves = [round(11 + 5 * sin(step / 2.3) * sin(step / 7), 1) for step in range(64)]
    code = segno.make("https://carnet.example/door/invitation/7Q4K-M2XD")
    done, failed = "Kept in her story", "The letter did not leave. It is safe here."
    lists: dict[str, Any] = words["lists"]
    return lists | {
        "shell": shell,
        "today": TODAY,
        "t": today,
        "form": Specimen(words["answers"]),
        "drawing": words["drawing"],
        "icons": re.findall(r'id="(\w+)"', (WEB / "static" / "icons.svg").read_text()),
        "wave": [{"x": 4 * step, "y": round((18 - tall) / 2, 1), "height": tall} for step, tall in enumerate(waves)],
        "left": date(2026, 11, 4),
        "until": TODAY + timedelta(days=5),
        "days": [*(TODAY + timedelta(days=apart) for apart in (0, -1, 1, -15)), date(2025, 8, 27)],
        "shown_messages": [Message(done, "success", "/undo/1"), Message(failed, "error")],
        "page": Paginator(range(412), 30).page(3),
        "qr": code.svg_inline(border=0, omitsize=True, dark="#131e19"),
    }


def pseudo(html: str) -> str:
    """The words of a page in Arabic letters that mean nothing: for what happens to a layout, not for reading."""
    letters = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابثدهفغحيجكلمنوصقرستعخظزضط")
    parts = re.split(r"(<[^>]*>|&\w+;)", html)
    return "".join(part if part.startswith(("<", "&")) else part.lower().translate(letters) for part in parts)


def render(page: str, language: str = "en", **more: object) -> str:
    """One specimen page in a language. Today has Arabic words of its own, unread by any native yet."""
    from django.template.loader import render_to_string
    from django.utils import translation

    with translation.override(language):
        html: str = render_to_string(f"{page}.html", context(language) | more)
    return pseudo(html) if language == "ar" and page != "today" else html


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves what was rendered and the static files, under the policy of the product."""

    def __init__(self, rendered: dict[str, str], *args: Any) -> None:
        """Static files lie under carnet/web."""
        self.rendered = rendered
        super().__init__(*args, directory=str(WEB))

    def do_GET(self) -> None:
        """A page, or a file."""
        page = self.rendered.get(self.path.split("?")[0].strip("/"))
        if page is None:
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.encode())

    def end_headers(self) -> None:
        """With the policy."""
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *args: object) -> None:
        """Quietly."""


@contextmanager
def served(rendered: dict[str, str]) -> Iterator[str]:
    """The address of the pages while they are served."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, rendered))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


def plan() -> list[Shot]:
    """Every photograph."""
    shots = []
    for page in EVERY_PAGE:
        for where, window in (("phone", PHONE), ("desk", DESK)):
            shots += [Shot(f"{page}-{where}", page, window), Shot(f"{page}-{where}-dark", page, window, "dark")]
    for page in IN_ARABIC:
        shots += [Shot(f"{page}-ar-phone", f"{page}-ar", PHONE), Shot(f"{page}-ar-desk", f"{page}-ar", DESK)]
    shots += [Shot(f"{page}-320", page, NARROW) for page in ("today", "client", "note", "components", "opening")]
    later, notnow = ".q[open] [popovertarget=later]", ".q[open] [popovertarget=notnow]"
    return [
        *shots,
        Shot("today-tablet", "today", TABLET),
        Shot("components-fr-desk", "components-fr", DESK),
        Shot("today-phone-notnow", "today", PHONE, press=notnow),
        Shot("today-desk-notnow", "today", DESK, press=notnow),
        Shot("today-phone-later-dark", "today", PHONE, "dark", later),
        Shot("today-phone-find", "today", PHONE, press="[popovertarget=find]"),
        Shot("today-phone-places", "today", PHONE, press="[popovertarget=places]"),
        Shot("today-phone-why", "today", PHONE, press=".q[open] .reasons-why > summary"),
    ]


def listen(page: Page, faults: list[str]) -> list[str]:
    """Hears what the page complains of; what it asks for is in the list returned."""
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    return requests


def photograph(browser: Browser, address: str, out: Path, shot: Shot) -> list[str]:
    """Takes one picture, and says what was wrong with the page."""
    width, height = shot.window
    dark: Any = shot.scheme
    page = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=1.5, color_scheme=dark)
    faults: list[str] = []
    requests = listen(page, faults)
    page.goto(f"{address}/{shot.page}")
    page.evaluate("document.fonts.ready")
    moved = page.evaluate(SHIFTS)
    if shot.press:
        page.click(shot.press)
    page.wait_for_timeout(450)
    page.screenshot(path=out / f"{shot.name}.png")
    faults += page.evaluate(SMALL_TARGETS)
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    if wide > 0:
        faults.append(f"{wide} px too wide")
    if moved > MOST_SHIFT:
        faults.append(f"the layout moved by {moved:.3f}")
    if len(requests) > MOST_REQUESTS:
        faults.append(f"{len(requests)} requests")
    if shot.window in {PHONE, NARROW} and not shot.press:
        page.screenshot(path=out / f"{shot.name}-full.png", full_page=True)
    page.close()
    return [f"{shot.name}: {fault}" for fault in faults]


def main() -> int:
    """Renders, photographs, and lists what was wrong."""
    arguments = dict(enumerate(sys.argv))
    out, only = Path(arguments.get(1, "/tmp/carnet-specimen")), arguments.get(2, "")
    out.mkdir(parents=True, exist_ok=True)
    prepare()
    rendered = {page: render(page) for page in EVERY_PAGE if page != "over"}
    rendered |= {"over": render("client", over=True), "components-fr": render("components", "fr")}
    rendered |= {f"{page}-ar": render(page, "ar") for page in IN_ARABIC}
    for name, html in rendered.items():
        (out / f"{name}.html").write_text(html)
    faults: list[str] = []
    with served(rendered) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIETLY)
        for shot in plan():
            if only in shot.name:
                faults += photograph(browser, address, out, shot)
        browser.close()
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
