"""What a note's words may tell: one tap each, and what the tap changed."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from carnet.capture.actions import asking_again, confirming, proposing
from carnet.capture.kinds import Concern, Finding
from carnet.capture.models import Proposal
from carnet.capture.queries import proposed
from carnet.web.capture import gentle
from carnet.web.here import Here, here

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_POST
def decide(request: HttpRequest, proposal: uuid.UUID) -> HttpResponse:
    """It is so, or it is not."""
    at = here(request)
    found = _hers(at, proposal)
    answer = request.POST.get("answer", "")
    if found.kind == Finding.DELICATE:
        _answered(request, found, answer, at)
    elif answer == "yes":
        _confirmed(request, found, at)
    else:
        proposing.decline(proposal=found, by=at.by, at=at.at)
    return redirect("client", found.client_id)


def _confirmed(request: HttpRequest, found: Proposal, at: Here) -> None:
    try:
        proposing.confirm(proposal=found, by=at.by, at=at.at)
        messages.success(request, changed(found))
    except confirming.CannotConfirm as error:
        messages.error(request, str(error))


def _answered(request: HttpRequest, found: Proposal, answer: str, at: Here) -> None:
    """Anything but a clear wish to leave it out lets it stand: her words are never changed by mistake."""
    if answer not in {"leave", "instead"}:
        return asking_again.keep(proposal=found, by=at.by, at=at.at)
    instead = str(gentle.asked_of(Concern(found.value["concern"]))["instead"]) if answer == "instead" else ""
    asking_again.leave_out(proposal=found, instead=instead, by=at.by, at=at.at)
    return messages.success(request, _("It is out of the note."))


def _hers(at: Here, proposal: uuid.UUID) -> Proposal:
    found = proposed.hers(at.member, proposal)
    if found is None:
        raise Http404
    at.client(found.client_id)
    return found


def shown(waiting: Iterable[Proposal]) -> list[dict[str, Any]]:
    """What is asked of her, each with what the gentle check asks about it, if it does; that comes first."""
    rows = [
        {
            "row": each,
            "asks": gentle.asked_of(Concern(each.value["concern"])) if each.kind == Finding.DELICATE else None,
        }
        for each in waiting
    ]
    return sorted(rows, key=lambda each: each["asks"] is None)


def changed(proposal: Proposal) -> str:
    """What is different now (X-7)."""
    said: dict[Finding, Any] = {
        Finding.SIZE: _("%(words)s: that is the size from now on."),
        Finding.LIKES: _("%(words)s is among what is worth remembering."),
        Finding.AVOIDS: _("%(words)s is among what is worth remembering."),
        Finding.RELATION: _("%(words)s stands on the page now."),
        Finding.OCCASION: _("%(words)s is among the dates and what is worth remembering."),
        Finding.PROMISE: _("%(words)s is among your promises."),
        Finding.SHOWN: _("%(words)s is among the pieces of that visit."),
        Finding.WISH: _("%(words)s is among the wishes."),
        Finding.LEFT: _("How it was left is on the note now."),
    }
    return str(said[Finding(proposal.kind)]) % {"words": proposal.words}
