"""What a phone keeps of the app: pages that say nothing of anybody, and the worker that shows them without a signal."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.contrib.staticfiles import finders
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from carnet.outreach.queries import noting
from carnet.web.capture import gentle
from carnet.web.capture.forms import NoteForm
from carnet.web.client import story
from carnet.web.here import Here, now
from carnet.web.shell import kept_here

if TYPE_CHECKING:
    from django.http import HttpRequest

ASSETS = (
    "css/carnet.css", "js/carnet.js", "js/outbox.js", "vendor/htmx.min.js", "plates.svg", "icons.svg", "mark.svg",
    "fonts/eb-garamond.woff2", "fonts/hanken-grotesk.woff2", "js/gentle.js", "js/book.js", "js/voice.js",
)  # fmt: skip
ICONS = ((192, "any"), (512, "any"), (512, "maskable"))


@require_GET
def worker(_request: HttpRequest) -> HttpResponse:
    """The service worker, told what this release is made of."""
    pages = [reverse(name) for name in ("no-signal", "blank-note", "blank-note-over")]
    assets = [
        static(name) for name in (*ASSETS, *gentle.files(gentle.own(get_language())).values()) if finders.find(name)
    ]
    found = finders.find("js/worker.js")
    assert isinstance(found, str)
    script = Path(found).read_text()
    told = json.dumps({"pages": pages, "assets": assets, "door": reverse("door")})
    release = hashlib.sha256((told + script).encode()).hexdigest()[:12]
    answer = HttpResponse(
        f"const APP = {told};\nconst RELEASE = '{release}';\n{script}", "text/javascript; charset=utf-8"
    )
    answer.headers["Cache-Control"] = "no-cache"
    return answer


@require_GET
def manifest(_request: HttpRequest) -> JsonResponse:
    """What a phone asks before it puts the app on its screen."""
    icons = [
        {"src": static(f"icons/{kind}-{side}.png"), "sizes": f"{side}x{side}", "type": "image/png", "purpose": kind}
        for side, kind in ICONS
    ]
    said = {
        "id": "/", "name": "Carnet", "short_name": "Carnet", "description": _("The notebook of the house."),
        "start_url": "/", "scope": "/", "display": "standalone", "lang": get_language(),
        "dir": "rtl" if get_language_bidi() else "ltr", "theme_color": "#f6f7f5", "background_color": "#f6f7f5",
        "icons": icons, "shortcuts": [{"name": _("Note"), "url": reverse("note")}],
    }  # fmt: skip
    return JsonResponse(said, content_type="application/manifest+json")


@require_GET
def no_signal(request: HttpRequest) -> HttpResponse:
    """What opens when nothing can be asked: what waits on this phone, and a note."""
    return render(request, "pwa/no_signal.html", _alone())


@require_GET
def blank_note(request: HttpRequest) -> HttpResponse:
    """A note about whomever its address names, as the phone has it."""
    return render(request, "note/page.html", _alone() | _blank(request))


@require_GET
def blank_note_over(request: HttpRequest) -> HttpResponse:
    """The same over a page that is open."""
    return render(request, "note/_over.html", _blank(request))


def _alone() -> dict[str, Any]:
    """A page around nobody: it stays on the phone when she has left."""
    return {"shell": {"outbox": {"member": "", "kept": kept_here()}}, "today": None, "csrf_token": ""}


def _blank(request: HttpRequest) -> dict[str, Any]:
    """The form with nobody in it; the pieces are those that the advisor handled last, and say nothing of anybody."""
    at: Here | None = getattr(request, "here", None)
    pieces = noting.pieces_to_show(None, at.member, at.at) if at else []
    form = NoteForm(on=at.today if at else now().date(), named=lambda: None)
    form.fields["mutation"].initial = ""
    return {
        "form": form,
        "client": None,
        "blank": True,
        "csrf_token": "",
        "gentle": gentle.asked(),
        "hers": gentle.own(get_language()),
        "patterns": gentle.files(),
        "pieces": [story.reference_plate(each) for each in pieces],
    }
