"""The reception card: what any advisor of the maison may know of a client another boutique holds (ruling 5)."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from carnet.books import policy
from carnet.books.actions import welcoming
from carnet.web.here import here
from carnet.web.today import showing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

LONGEST = 200


@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """By the full name or the full number; a part of either opens nothing."""
    at = here(request)
    said = request.POST.get("q", "").strip()[:LONGEST]
    try:
        found = welcoming.ask(said=said, member=at.member, by=at.by, at=at.at) if said else []
    except welcoming.AskedTooOften as error:
        return render(request, "client/card.html", {"cards": [], "refused": str(error)}, status=429)
    cards = [
        {
            "client": card.client,
            "name": showing.named(card.client),
            "advisor": card.advisor,
            "home": card.home,
            "language": showing.language_name(card.client.language) if card.client.language else "",
        }
        for card in found
    ]
    return render(request, "client/card.html", {"cards": cards, "said": said})


@require_POST
def welcome(request: HttpRequest, client: uuid.UUID) -> HttpResponse:
    """Serve her here today: her page opens for a day, is journalled, and her home advisor is told."""
    at = here(request)
    found = policy.receivable(client, at.member, at.at)
    if found is None:
        raise Http404
    welcoming.welcome(client=found, member=at.member, boutique=at.boutique, by=at.by, at=at.at)
    messages.success(request, _("Open for today. The home advisor is told."))
    return redirect("client", found.id)
