"""How the house stands: numbers of people, boutique by boutique; never a person, never an advisor (Y-3, K-8, Z-32)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from carnet.house.models import Boutique
from carnet.intelligence import sentences
from carnet.intelligence.kinds import Silence, State
from carnet.intelligence.models import Census
from carnet.intelligence.queries.census import FEWEST
from carnet.intelligence.rules.lens import Band
from carnet.web.boutique import looking_back
from carnet.web.boutique.figures import figure
from carnet.web.here import Here, here

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import _StrPromise

BANDS: dict[Band, tuple[_StrPromise, _StrPromise | str]] = {
    Band.MUCH: (gettext_lazy("Very much"), gettext_lazy("60 of 100 and more")),
    Band.SOME: (gettext_lazy("A good deal"), gettext_lazy("30 to 59")),
    Band.LITTLE: (gettext_lazy("A little"), gettext_lazy("1 to 29")),
    Band.NOTHING: (gettext_lazy("Nothing of late"), ""),
    Band.UNKNOWN: (gettext_lazy("Unknown"), gettext_lazy("Under half a year with us, and fewer than two meetings")),
}
SILENCES: dict[Silence, tuple[_StrPromise, _StrPromise | str]] = {
    Silence.WITHIN: (gettext_lazy("Within their rhythm"), ""),
    Silence.BY_HABIT: (gettext_lazy("Quiet by habit"), ""),
    Silence.LONGER: (gettext_lazy("Longer than their own"), ""),
    Silence.UNLIKE: (gettext_lazy("Long, and unlike them"), ""),
    Silence.UNKNOWN: (gettext_lazy("Unknown"), gettext_lazy("Too little history")),
}

type Row = tuple[Any, Any, str]
"""What it is called, what that means, and how many people."""


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """The last count of each boutique she answers for."""
    at = here(request)
    at.manages()
    if request.method == "POST":
        looking_back.ask(request, at)
        return redirect("how-the-house-stands")
    census = Census.objects.order_by("-on").first()
    return render(request, "boutique/standing.html", {
        "census": census, "boutiques": _boutiques(census, at) if census else [], "fewest": FEWEST,
    })  # fmt: skip


def _boutiques(census: Census, at: Here) -> list[dict[str, Any]]:
    """Hers; to head office all of them, and who is at home in none."""
    found = Boutique.objects.order_by("name", "id")
    hers = list(found if at.scope.whole_maison else found.filter(id__in=at.scope.manages))
    counted = {row["boutique"]: row for row in census.boutiques}
    titled: list[tuple[str, str | None]] = [(boutique.name, str(boutique.id)) for boutique in hers]
    if at.scope.whole_maison:
        titled.append((_("At home in no boutique"), None))
    return [_boutique(name, counted[boutique]) for name, boutique in titled if boutique in counted]


def _boutique(name: str, row: Mapping[str, Any]) -> dict[str, Any]:
    states = ((state.value, (sentences.state_name(state), "")) for state in State)
    return {
        "name": name,
        "tables": [
            (_("Where they stand"), _rows(states, row["states"])),
            (_("What silences are read as"), _rows(SILENCES.items(), row["silences"])),
            (_("How much there is between us"), _rows(BANDS.items(), row["lens"])),
        ],
    }


def _rows(names: Iterable[tuple[str, tuple[Any, Any]]], counts: Mapping[str, int]) -> list[Row]:
    """Where there is anybody."""
    return [(name, means, _people(counts[code])) for code, (name, means) in names if counts.get(code)]


def _people(clients: int) -> str:
    return _("fewer than five") if clients < FEWEST else figure(clients)
