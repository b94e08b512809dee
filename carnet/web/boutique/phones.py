"""The boutique's phones: which there are, forgetting one that is lost, and what was put aside on its way in."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.contrib import messages
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from carnet.capture.actions import enrolling, settling
from carnet.capture.kinds import EnvelopeKind
from carnet.capture.models import Device
from carnet.capture.queries import proposed
from carnet.house.models import Boutique
from carnet.web.here import Here, here

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

WHAT = {
    EnvelopeKind.NOTE: gettext_lazy("A note"),
    EnvelopeKind.TAKEN_BACK: gettext_lazy("An undoing"),
    EnvelopeKind.SOUND: gettext_lazy("A spoken note"),
    EnvelopeKind.PICTURE: gettext_lazy("A picture"),
}
WHY = {
    "disabled": gettext_lazy("written by somebody who has left"),
    "unseen": gettext_lazy("more than thirty days after its author was last signed in on that phone"),
    "not_hers": gettext_lazy("about somebody its author may not see any more"),
    "unreadable": gettext_lazy("it cannot be read as a note"),
    "another_body": gettext_lazy("its name was used before, for other words"),
}


def _boutiques(at: Here) -> QuerySet[Boutique]:
    at.manages()
    return Boutique.objects.all() if at.scope.whole_maison else Boutique.objects.filter(id__in=at.scope.manages)


@require_GET
def page(request: HttpRequest) -> HttpResponse:
    """Phones and what waits, for a manager."""
    at = here(request)
    boutiques = _boutiques(at).values_list("id", flat=True)
    waiting = [
        {"deposit": each, "what": WHAT[EnvelopeKind(each.kind)], "why": WHY[each.because]}
        for each in proposed.aside(boutiques, at.at)
    ]
    return render(request, "boutique/phones.html", {"devices": proposed.devices(boutiques, at.at), "waiting": waiting})


@require_POST
def wipe(request: HttpRequest, device: uuid.UUID) -> HttpResponse:
    """A phone is lost."""
    at = here(request)
    found = get_object_or_404(proposed.devices(_boutiques(at).values_list("id", flat=True), at.at), id=device)
    return _wiped(request, found, at, "phones")


@require_POST
def wipe_mine(request: HttpRequest, device: uuid.UUID) -> HttpResponse:
    """Her own phone is lost."""
    at = here(request)
    return _wiped(request, get_object_or_404(Device, id=device, holders__member=at.member, tablet=None), at, "me")


def _wiped(request: HttpRequest, found: Device, at: Here, back: str) -> HttpResponse:
    enrolling.wipe(device=found, by=at.by, at=at.at, reason="lost")
    messages.success(
        request, _("It forgets what it can read as soon as we hear from it; what it still holds for us comes in.")
    )
    return redirect(back)


@require_POST
def settle(request: HttpRequest, deposit: uuid.UUID) -> HttpResponse:
    """What was put aside is taken in, or left out."""
    at = here(request)
    found = get_object_or_404(proposed.aside(_boutiques(at).values_list("id", flat=True), at.at), id=deposit)
    try:
        if request.POST.get("answer") == "yes":
            settling.take_in(aside=found, manager=at.member, boutique=at.boutique, by=at.by, at=at.at)
        else:
            settling.leave_out(aside=found, by=at.by, at=at.at)
    except settling.CannotSettle as error:
        messages.error(request, str(error))
    return redirect("phones")
