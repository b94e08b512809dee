"""The list of promises, and settling one."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from carnet.consent import queries as consent
from carnet.interactions.actions import promises
from carnet.interactions.kinds import PromiseOutcome
from carnet.interactions.models import Promise
from carnet.outreach.queries import promised
from carnet.web.here import here
from carnet.web.notices import asking
from carnet.web.today import showing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_GET
def page(request: HttpRequest) -> HttpResponse:
    """Hers by date, late first; for a manager the boutique's too."""
    at = here(request)
    found = promised.standing(at.member, at.scope, at.at)
    held = consent.holds([promise.client_id for promise in found], at.at)
    rows: list[dict[str, Any]] = [
        {"promise": promise, "name": showing.named(promise.client), "late": promise.due_on < at.today,
         "held": [hold.because for hold in held.get(promise.client_id, ())], "mine": promise.owner_id in (None, at.member.id)}
        for promise in found
    ]  # fmt: skip
    return render(request, "promises/page.html", {
        "late": [row for row in rows if row["late"]],
        "today_rows": [row for row in rows if row["promise"].due_on == at.today],
        "ahead": [row for row in rows if row["promise"].due_on > at.today],
        "notices_key": asking.asks(request, at),
    })  # fmt: skip


@require_POST
def outcome(request: HttpRequest, promise: uuid.UUID) -> HttpResponse:
    """Kept, released by the client, or a decision not to, which says why."""
    at = here(request)
    found = get_object_or_404(Promise, id=promise)
    at.client(found.client_id)
    try:
        said = PromiseOutcome(request.POST.get("outcome", "kept"))
        promises.settle(promise=found, outcome=said, words=request.POST.get("words", "")[:400], by=at.by, at=at.at)
    except ValueError as error:
        if not isinstance(error, promises.CannotSettle):
            raise Http404 from error
        messages.error(request, str(error))
    else:
        messages.success(request, _("Settled."), extra_tags=reverse("promise-undo", args=[found.id]))
    back = request.POST.get("back", "")
    return redirect(back if back == reverse("client", args=[found.client_id]) else "promises")


@require_POST
def undo(request: HttpRequest, promise: uuid.UUID) -> HttpResponse:
    """The promise stands again."""
    at = here(request)
    found = get_object_or_404(Promise, id=promise, settled_by=at.member)
    at.client(found.client_id)
    promises.unsettle(promise=found, by=at.by, at=at.at)
    return redirect("promises")
