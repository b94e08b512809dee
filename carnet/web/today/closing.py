"""The closing page: whom did you see today? One tap each (ruling 23)."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from carnet.books import policy
from carnet.interactions.actions import logging
from carnet.interactions.kinds import EncounterKind, Left
from carnet.kit import ids
from carnet.outreach.queries import closing
from carnet.web.details import asking
from carnet.web.here import here
from carnet.web.today import showing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Sales without a note, and those seen lately; a tap keeps a visit."""
    at = here(request)
    if request.method == "POST":
        chosen = [uuid.UUID(value) for value in request.POST.getlist("client") if _is_id(value)]
        people = policy.clients_visible_to(at.member, at.at, at.scope).filter(id__in=chosen)
        bought = set(request.POST.getlist("bought"))
        for client in people:
            logging.log(
                clients=[client],
                happening=logging.Happening(
                    kind=EncounterKind.VISIT, left=Left.BOUGHT if str(client.id) in bought else Left.UNSAID
                ),
                boutique=at.boutique, members=[at.member], happened_at=at.at, by=at.by, at=at.at,
                mutation=ids.derived("closing", str(at.member.id), str(client.id), at.today.isoformat()),
            )  # fmt: skip
        if chosen:
            messages.success(request, _("Kept."))
        return redirect("closing" if chosen else "today")
    seen = closing.seen_today(at.member, at.boutique, at.today)
    sold, lately, kept = (
        [{"client": client, "name": showing.named(client)} for client in found]
        for found in (seen.sold, seen.lately, seen.kept)
    )
    return render(request, "today/closing.html", {
        "sold": sold,
        "lately": lately,
        "kept": kept,
        "unnamed": seen.unnamed,
        "perhaps": [*kept, *sold, *lately],
        "left": asking.told(at),
    })  # fmt: skip


def _is_id(value: str) -> bool:
    try:
        uuid.UUID(value)
    except ValueError:
        return False
    return True
