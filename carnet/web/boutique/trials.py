"""How well we read: what we would have said of the past, beside what came."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING, Any

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from carnet.intelligence.models import Trial
from carnet.intelligence.queries import trials
from carnet.intelligence.rules.trials import UNSURE, Part, telling
from carnet.web.boutique import looking_back
from carnet.web.boutique.figures import figure, of_100
from carnet.web.here import here

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

LEFT, RIGHT, TOP, BOTTOM = 40, 390, 24, 244
"""Of the picture, in a box of 400 by 284."""
SCALES = (0.25, 0.5, 1.0)
ABOUT_HALF = (0.4, 0.6)


@dataclasses.dataclass(frozen=True)
class Told:
    """One trial in figures of a hundred, ready to be read."""

    on: dt.date
    clients: str
    said: str
    came: str
    gap: str
    """By how many of a hundred we were off, part by part."""
    rows: list[tuple[str, str, str]]
    """Of each part, what was said, what came, and how many clients."""


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """The last period in a picture, a sentence and figures; those before it in figures."""
    at = here(request)
    at.manages()
    if request.method == "POST":
        looking_back.ask(request, at)
        return redirect("how-well-we-read")
    found = trials.shown()
    last = [Part(**part) for part in found[0].parts] if found else []
    return render(request, "boutique/reading.html", {
        "told": [told(trial) for trial in found], "sentence": sentence(last), "picture": picture(last) if last else None,
        "weeks": trials.WEEKS, "months": trials.HISTORY.days // 30, "fewest": trials.FEWEST,
    })  # fmt: skip


def told(trial: Trial) -> Told:
    """What it says on the whole, and part by part."""
    parts = [Part(**part) for part in trial.parts]
    return Told(
        trial.cut_on,
        figure(trial.clients),
        of_100(sum(part.said * part.clients for part in parts) / trial.clients),
        of_100(sum(part.came * part.clients for part in parts) / trial.clients),
        figure(100 * trial.gap, "0.0"),
        [(of_100(part.said), of_100(part.came), figure(part.clients)) for part in parts],
    )


def sentence(parts: list[Part]) -> str:
    """What the part that tells most says."""
    part = telling(parts)
    if part is None:
        return ""
    figures = {"said": of_100(part.said), "came": of_100(part.came)}
    if not UNSURE[0] <= part.said <= UNSURE[1]:
        return (
            _("Of those we thought likeliest to come back we said %(said)s of 100, and %(came)s of 100 did.") % figures
        )
    if part.came < ABOUT_HALF[0]:
        return _("Of those we thought as likely as not to come back, fewer than half did: %(came)s of 100.") % figures
    if part.came > ABOUT_HALF[1]:
        return _("Of those we thought as likely as not to come back, more than half did: %(came)s of 100.") % figures
    return _("Of those we thought as likely as not to come back, about half did: %(came)s of 100.") % figures


def picture(parts: list[Part]) -> dict[str, Any]:
    """Where everything stands: across what was said, upwards what came, to the smallest scale that holds all of it."""
    most = max(max(part.said, part.came) for part in parts)
    scale = next(each for each in SCALES if each >= most)

    def across(share: float) -> float:
        return round(LEFT + (RIGHT - LEFT) * share / scale, 1)

    def up(share: float) -> float:
        return round(BOTTOM - (BOTTOM - TOP) * share / scale, 1)

    return {
        "marks": [{"x": across(part.said), "y": up(part.came), "even": up(part.said)} for part in parts],
        "ticks": [{"x": across(share), "y": up(share), "of": f"{100 * share:g}"} for share in (0, scale / 2, scale)],
        "left": LEFT, "right": RIGHT, "top": TOP, "bottom": BOTTOM,
    }  # fmt: skip
