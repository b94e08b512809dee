"""Carnet on a phone's own screen: three pictures for each kind of browser, hers first."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@dataclasses.dataclass(frozen=True)
class Platform:
    """A kind of browser, and its three steps."""

    code: str
    name: str | Lazy
    steps: tuple[str | Lazy, str | Lazy, str | Lazy]


IPHONE = Platform("iphone", gettext_lazy("iPhone and iPad"), (
    gettext_lazy("In Safari, tap Share. It may stand behind the three dots."),
    gettext_lazy("Tap Add to Home Screen, then Add."),
    gettext_lazy("Open Carnet from your screen, and come in once more."),
))  # fmt: skip
ANDROID = Platform("android", gettext_lazy("Android"), (
    gettext_lazy("In Chrome, tap the three dots."),
    gettext_lazy("Tap Install app, or Add to Home screen."),
    gettext_lazy("Open Carnet from your screen."),
))  # fmt: skip
DESK = Platform("desk", gettext_lazy("Chrome and Edge on a computer"), (
    gettext_lazy("In the address bar, choose the small screen with an arrow."),
    gettext_lazy("Choose Install."),
    gettext_lazy("Carnet opens in a window of its own."),
))  # fmt: skip
PLATFORMS = (IPHONE, ANDROID, DESK)
APPLE, GOOGLE = re.compile(r"iPhone|iPad|iPod"), re.compile(r"Android")


def platform_of(request: HttpRequest) -> Platform:
    """What asks, by what it says of itself: a guess, so every other stands below it."""
    said = request.headers.get("User-Agent", "")[:400]
    if APPLE.search(said):
        return IPHONE
    return ANDROID if GOOGLE.search(said) else DESK


@require_GET
def install(request: HttpRequest) -> HttpResponse:
    """Why, and how."""
    hers = platform_of(request)
    answer = render(request, "door/install.html", {
        "hers": hers, "platforms": [hers, *(each for each in PLATFORMS if each is not hers)],
    })  # fmt: skip
    answer.headers["Vary"] = "User-Agent"
    return answer
