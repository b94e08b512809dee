"""Finding a person by three letters, in any order, or by the end of a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from carnet.books import policy
from carnet.clients import queries
from carnet.outreach.queries import noting
from carnet.web.client import reading
from carnet.web.here import here
from carnet.web.today import showing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

SHOWN, SHOWN_ON_A_PAGE = 8, 30


@require_http_methods(["GET", "POST"])
def find(request: HttpRequest) -> HttpResponse:
    """A page, or for htmx its list alone. Recents before typing; her own book and the boutique's, never more.

    What is typed is a person's name or number: it is posted, so that no address, history or proxy keeps it.
    """
    at = here(request)
    is_part = bool(request.headers.get("HX-Request"))
    said = request.POST.get("q", "").strip()[:80]
    for_note = "note" in (request.GET.get("for"), request.POST.get("for"))
    if said:
        visible = policy.clients_visible_to(at.member, at.at, at.scope)
        found = list(
            queries.found_by(visible, said).only(
                "id", "display", "description", "title", "order", "language", "city", "given", "family"
            )[: SHOWN if is_part else SHOWN_ON_A_PAGE]
        )
    else:
        found = noting.recent_clients(at.member, at.at)
    rows = [
        {
            "client": client,
            "name": showing.named(client),
            "initials": reading.initials(client),
            "href": f"{reverse('note')}?client={client.id}" if for_note else reverse("client", args=[client.id]),
        }
        for client in found
    ]
    template = "find/_found.html" if is_part else "find/page.html"
    return render(request, template, {"rows": rows, "said": said, "for_note": for_note})
