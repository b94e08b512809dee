"""What the page around every screen shows: the places, the house, who is here."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from carnet.house.queries import the_maison

if TYPE_CHECKING:
    from django.http import HttpRequest

    from carnet.web.here import Here


def shell(request: HttpRequest) -> dict[str, Any]:
    """The context of every page."""
    found: Here | None = getattr(request, "here", None)
    if found is None:
        maison = the_maison()
        # At the door a phone still hands in what it holds: its envelopes need no session.
        at_the_door = maison is not None and request.path.startswith(reverse("door"))
        alone = {"outbox": {"member": "", "kept": kept_here()}} if at_the_door else {}
        return {"shell": alone, "maison_name": maison.name if maison else "Carnet"}
    if practised := getattr(request, "practice", None):
        # No place leads out of a practice unseen, and no phone keeps what is done in it.
        shown = {"maison": found.maison.name, "boutique": found.boutique.name, "member": found.member.name}
        return {"today": found.today, "shell": shown | {"practice": practised}}
    places = [
        _place("today", _("Today"), "today", request),
        _place("clients", _("Clients"), "clients", request, key="K"),
        _note(request),
        _place("promises", _("Promises"), "promises", request),
    ]
    closing = _place("closing", _("Closing"), "check", request)
    more = []
    if found.scope.manages_any() or found.scope.hosts:
        places.append(_place("house", _("House"), "house", request))
        more = [closing, _place("imports", _("Import"), "import", request)]
    else:
        places.append(closing)
        more = [_place("imports", _("Bring your book"), "import", request)]
    return {
        "today": found.today,
        "shell": {
            "maison": found.maison.name,
            "boutique": found.boutique.name,
            "member": found.member.name,
            "places": places,
            "more": more,
            "settings": reverse("me"),
            "find": reverse("find"),
            "lock": reverse("tablet-lock") if "tablet" in request.session else "",
            "outbox": {"member": found.member.id, "device": request.session.get("device", ""), "kept": kept_here()},
        },
    }


def kept_here() -> str:
    """“Two notes kept on this phone”, once for each plural of the language: only the phone knows how many."""
    counts = {"one": 1, "two": 2, "few": 3, "many": 11, "other": 100}
    told = {
        plural: ngettext("%(count)s note kept on this phone", "%(count)s notes kept on this phone", count)
        % {"count": "{n}"}
        for plural, count in counts.items()
    }
    return json.dumps({plural: words for plural, words in told.items() if plural == "other" or words != told["other"]})


def _note(request: HttpRequest) -> dict[str, Any]:
    """The note opens over any page, and on a client's page it is already about that client."""
    place = _place("note", _("Note"), "note", request, key="L")
    match = request.resolver_match
    if match and match.url_name == "client":
        place["href"] += f"?client={match.kwargs['client']}"
    return place | {"is_log": True, "over": place["href"]}


def _place(name: str, label: str, icon: str, request: HttpRequest, key: str = "") -> dict[str, Any]:
    href = reverse(name)
    current = request.path == href or (href != "/" and request.path.startswith(href))
    return {"code": name, "label": label, "href": href, "icon": icon, "current": current, "key": key}
