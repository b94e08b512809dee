"""The note, and undoing it."""

from __future__ import annotations

import functools
import uuid
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from carnet.capture.actions import keeping
from carnet.clients.models import Client
from carnet.interactions.actions import logging
from carnet.interactions.models import Encounter
from carnet.kit import ids
from carnet.occasions import queries as occasions
from carnet.outreach.queries import noting
from carnet.web.capture import gentle, opened
from carnet.web.capture.forms import NoteForm, is_uuid
from carnet.web.capture.told import told
from carnet.web.client import reading, story
from carnet.web.here import Here, here
from carnet.web.today import showing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_http_methods(["GET", "POST"])
def note(request: HttpRequest) -> HttpResponse:
    """The form over any page, its client preset; keeping it goes back to her story."""
    at = here(request)
    who = request.GET.get("who", "")
    nobody = who == "nobody"
    client = None if who else _client(request, at)
    if client is None and not nobody and request.method == "GET":
        recent = noting.recent_clients(at.member, at.at)
        visible = [{"client": each, "name": showing.named(each), "initials": reading.initials(each)} for each in recent]
        return render(request, _as(request, "note/who.html", "note/_who_over.html"), {"recent": visible})
    named = functools.partial(_next_date, client, at)
    form = NoteForm(request.POST or None, on=at.today, named=named, initial=_initial(client))
    if request.method == "POST" and form.is_valid():
        return _keep(request, at, client, form)
    return render(request, _as(request, "note/page.html", "note/_over.html"), _context(form, client, at))


def _as(request: HttpRequest, page: str, over: str) -> str:
    """The page itself, or a dialog over whatever is on the screen."""
    return over if request.headers.get("HX-Request") else page


def _keep(request: HttpRequest, at: Here, client: Client | None, form: NoteForm) -> HttpResponse:
    noticed = gentle.noticed(form.cleaned_data["words"], at.member.language)
    if noticed and not request.POST.get("asked"):
        return render(request, "note/page.html", _context(form, client, at) | {"noticed": noticed})
    said = form.note(client, request.POST.getlist("with_whom"), request.POST.getlist("pieces"))
    try:
        kept = keeping.keep(
            note=said, member=at.member, boutique=at.boutique,
            mutation=form.cleaned_data["mutation"] or ids.new(), happened_at=at.at, by=at.by, at=at.at,
            shown=client,
        )  # fmt: skip
    except keeping.NotHers as error:
        raise Http404 from error
    except keeping.CannotKeep as error:
        form.add_error("description" if client is None else None, str(error))
        return render(request, "note/page.html", _context(form, client, at), status=422)
    messages.success(request, told(kept.changed), extra_tags=reverse("note-undo", args=[kept.encounter.id]))
    return redirect("client", kept.client.id)


def _client(request: HttpRequest, at: Here) -> Client | None:
    """The one named, else the one whose page was open last."""
    said = request.POST.get("client") or request.GET.get("client") or ""
    if is_uuid(said):
        return at.client(uuid.UUID(said))
    return opened.last(request, at) if request.method == "GET" else None


def _initial(client: Client | None) -> dict[str, Any]:
    return {"client": client.id} if client else {}


def _next_date(client: Client | None, at: Here) -> Any:
    if client is None:
        return None
    dates = occasions.speakable(client, on=at.today, as_of=at.at)
    return dates[0]["on"] if dates else None


def _context(form: NoteForm, client: Client | None, at: Here) -> dict[str, Any]:
    pieces, mutation = noting.pieces_to_show(client, at.member, at.at), str(form["mutation"].value())
    return {
        "form": form,
        "client": client,
        "name": showing.named(client) if client else "",
        "initials": reading.initials(client) if client else "",
        "details": reverse("details-note", args=[mutation]) if is_uuid(mutation) else "",
        "company": reading.company(client, at) if client else [],
        "gentle": gentle.asked(),
        "hers": gentle.own(at.member.language),
        "patterns": gentle.files(),
        "pieces": [story.reference_plate(reference) for reference in pieces],
    }


@require_POST
def undo(request: HttpRequest, encounter: uuid.UUID) -> HttpResponse:
    """Take a note back, within a day."""
    at = here(request)
    found = get_object_or_404(Encounter, id=encounter, author=at.member)
    client = found.presences.values_list("client", flat=True).first()
    try:
        logging.take_back(encounter=found, by=at.by, at=at.at)
    except logging.CannotLog as error:
        messages.error(request, str(error))
    return redirect("client", client) if client else redirect("today")


@require_POST
def name(request: HttpRequest, encounter: uuid.UUID) -> HttpResponse:
    """The visit without a name was hers."""
    at = here(request)
    found = get_object_or_404(Encounter, id=encounter, attendances__member=at.member)
    said = request.POST.get("client", "")
    if not is_uuid(said):
        messages.error(request, _("Say who it was."))
        return redirect("closing")
    client = at.client(uuid.UUID(said))
    logging.name(encounter=found, client=client, by=at.by, at=at.at)
    return redirect("client", client.id)
