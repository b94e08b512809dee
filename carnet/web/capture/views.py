"""The note, and undoing it."""

from __future__ import annotations

import functools
import uuid
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from carnet.clients.actions import introducing
from carnet.clients.models import Client
from carnet.interactions.actions import logging
from carnet.interactions.kinds import EncounterChannel, EncounterKind, Handled, Left, Started
from carnet.interactions.models import Encounter
from carnet.occasions import queries as occasions
from carnet.outreach.queries import noting
from carnet.products.models import Reference
from carnet.web.capture.forms import NoteForm, is_uuid
from carnet.web.client import reading, story
from carnet.web.here import Here, here
from carnet.web.today import showing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

CHANNELS = {EncounterKind.CALL: EncounterChannel.PHONE, EncounterKind.LETTER: EncounterChannel.OTHER}


@require_http_methods(["GET", "POST"])
def note(request: HttpRequest) -> HttpResponse:
    """The form over any page, its client preset; keeping it goes back to her story."""
    at = here(request)
    nobody = request.GET.get("who") == "nobody"
    client = None if nobody else _client(request, at)
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
    said = form.cleaned_data
    if client is None:
        if not said["description"]:
            form.add_error("description", _("A few words will do: what was searched, for whom."))
            return render(request, "note/page.html", _context(form, None, at), status=422)
        client = introducing.introduce(
            person=introducing.Person(description=said["description"]), boutique=at.boutique, by=at.by, at=at.at
        )
    people = [client, *([at.client(said["with_whom"])] if said["with_whom"] else [])]
    references = Reference.objects.filter(id__in=[value for value in request.POST.getlist("pieces") if is_uuid(value)])
    kind = EncounterKind(said["kind"])
    kept = logging.log(
        clients=people,
        happening=logging.Happening(
            kind=kind,
            channel=CHANNELS.get(kind, EncounterChannel.IN_STORE),
            started_by=Started.HOUSE if kind == EncounterKind.LETTER else Started.CLIENT,
            left=Left(said["left"]) if said["left"] else Left.UNSAID,
            words=said["words"],
            is_private=said["is_private"],
        ),
        boutique=at.boutique,
        members=[at.member],
        happened_at=at.at,
        pieces=[(reference, Handled.SHOWN) for reference in references],
        come_back_on=form.come_back_on(),
        # A promise is read by whoever sees her page: what was kept for one alone does not stand in it.
        come_back_words=("" if said["is_private"] else said["words"][:120]) or _("Come back to it"),
        mutation=said["mutation"],
        by=at.by,
        at=at.at,
    )
    messages.success(request, _told(said), extra_tags=reverse("note-undo", args=[kept.id]))
    return redirect("client", client.id)


def _told(said: dict[str, Any]) -> str:
    """What the note changed: the notebook gives something back (X-7)."""
    told = _("Kept in the story.")
    if said["back"]:
        told += " " + _("It is among your promises.")
    if said["left"] == Left.BOUGHT:
        told += " " + _("The sale will join it when it comes in.")
    return told


def _client(request: HttpRequest, at: Here) -> Client | None:
    """The one named, else the one whose page is open."""
    said = request.POST.get("client") or request.GET.get("client") or ""
    return at.client(uuid.UUID(said)) if is_uuid(said) else None


def _initial(client: Client | None) -> dict[str, Any]:
    return {"client": client.id} if client else {}


def _next_date(client: Client | None, at: Here) -> Any:
    if client is None:
        return None
    dates = occasions.speakable(client, on=at.today, as_of=at.at)
    return dates[0]["on"] if dates else None


def _context(form: NoteForm, client: Client | None, at: Here) -> dict[str, Any]:
    pieces = noting.pieces_to_show(client, at.member, at.at)
    return {
        "form": form,
        "client": client,
        "name": showing.named(client) if client else "",
        "initials": reading.initials(client) if client else "",
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
