"""The advisor's side: a code to be read, and whose the details are."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

import segno
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from carnet.capture.actions import leaving_details
from carnet.capture.queries import details as left
from carnet.interactions.models import Encounter
from carnet.web.capture.forms import is_uuid
from carnet.web.here import Here, here
from carnet.web.today import showing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

NEW, NOBODY = "new", "nobody"


@require_http_methods(["GET", "POST"])
def of_a_visit(request: HttpRequest, encounter: uuid.UUID) -> HttpResponse:
    """For a visit she kept, of somebody without a name yet."""
    at = here(request)
    hers = Encounter.objects.filter(attendances__member=at.member, taken_back_at__isnull=True)
    found = get_object_or_404(hers.filter(presences__client__display="").distinct(), id=encounter)
    client = found.presences.filter(client__display="").values_list("client", flat=True).first()
    return _code(request, at, reverse("client", args=[client]), encounter=found)


@require_http_methods(["GET", "POST"])
def of_a_note(request: HttpRequest, note: uuid.UUID) -> HttpResponse:
    """For the note that is being written: its visit comes later."""
    at = here(request)
    if Encounter.objects.filter(mutation=note).exclude(author=at.member).exists():
        raise Http404
    return _code(request, at, f"{reverse('note')}?who=nobody", note=note)


@require_http_methods(["GET", "POST"])
def of_a_client(request: HttpRequest, client: uuid.UUID) -> HttpResponse:
    """From the page of somebody without a name: the last visit is meant."""
    at = here(request)
    found = at.client(client)
    visit = left.nameless_visit(found)
    if visit is None:
        messages.info(request, _("Keep a note of the visit first: what is left joins it."))
        return redirect("client", found.id)
    return _code(request, at, reverse("client", args=[found.id]), encounter=visit)


@require_POST
def whose(request: HttpRequest, details: uuid.UUID) -> HttpResponse:
    """Of somebody the house knows, of somebody new, or nobody's."""
    at = here(request)
    found = left.hers(at.member, details)
    if found is None:
        raise Http404
    said = request.POST.get("client", "")
    if said == NOBODY:
        leaving_details.let_go(details=found, by=at.by, at=at.at, reason="nobodys")
        messages.success(request, _("Let go."))
        return redirect("closing")
    if said != NEW and not is_uuid(said):
        messages.error(request, _("Say who it was."))
        return redirect("closing")
    client = None if said == NEW else at.client(uuid.UUID(said))
    joined = leaving_details.join(details=found, client=client, by=at.by, at=at.at)
    messages.success(request, _("Kept."))
    return redirect("client", joined.id)


def told(at: Here) -> list[dict[str, Any]]:
    """For Today and the closing page: who has left details, and whose word they wait for."""
    return [
        {
            "details": each.details,
            "name": showing.named(each.details.client) if each.details.client else each.details.name,
            "perhaps": [{"client": client, "name": showing.named(client)} for client in each.perhaps],
        }
        for each in left.lately(at.member, at.at)
    ]


def _code(request: HttpRequest, at: Here, back: str, **of: Any) -> HttpResponse:
    """Made when it is asked for, and shown to be read by a telephone."""
    if request.method == "GET":
        return render(request, "details/code.html", {"back": back})
    token = leaving_details.ask(member=at.member, boutique=at.boutique, by=at.by, at=at.at, **of)
    address = request.build_absolute_uri(reverse("leave", args=[token]))
    drawn = segno.make(address, error="m").svg_inline(border=0, svgclass=None, lineclass=None, omitsize=True)
    return render(request, "details/code.html", {"back": back, "qr": mark_safe(drawn)})  # noqa: S308 -- our own drawing
