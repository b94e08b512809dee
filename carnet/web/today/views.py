"""Today, and the answers to what it suggests."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from carnet.books import queries as books
from carnet.interactions.actions import logging
from carnet.interactions.kinds import EncounterChannel
from carnet.kit import spoken
from carnet.outreach.actions import answering
from carnet.outreach.kinds import Reply
from carnet.outreach.models import Answer, Suggestion
from carnet.outreach.queries import following, saying
from carnet.outreach.queries.days import Resting, Seen, Shown
from carnet.web.details import asking
from carnet.web.here import here
from carnet.web.today import handing, mornings, questions, rewording, showing, whose

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

AT_REST = 40
"""Names under one reason: the others are counted."""


LONGEST = 4_000
"""Signs of a letter that are looked at."""


@require_GET
def today(request: HttpRequest) -> HttpResponse:
    """The day: who, each for a reason; what was promised; everyone else at rest."""
    at = here(request)
    day = mornings.of(at)
    plates = following.pieces([*day.promises, *day.suggestions])
    cards = [showing.card(each, at, plates) for each in day.suggestions]
    promised = [showing.card(each, at, plates) for each in day.promises]
    return render(request, "today/page.html", {
        "day": day,
        "headline": saying.headline(day),
        "lede": saying.lede(day),
        "cards": cards,
        "promised": promised,
        "sheets": showing.sheets([*cards, *promised], day.on),
        "rest": saying.at_rest(day.at_rest),
        "did_it_leave": following.unsure_whether_left(at.member, at.today),
        "did_she_answer": following.unsure_whether_answered(at.member, at.at),
        "questions": questions.of(at),
        "left": asking.told(at),
        "elsewhere": books.welcomed_elsewhere(advisor=at.member, as_of=at.at),
    })  # fmt: skip


@require_GET
def rest(request: HttpRequest) -> HttpResponse:
    """Everyone left in peace today, and why."""
    at = here(request)
    day = mornings.of(at)
    groups = [
        {"title": title, "count": len(people), "rows": [(each, _adds_up(each)) for each in people[:AT_REST]]}
        for title, people in saying.rest_groups(day.at_rest)
    ]
    told = saying.at_rest(day.at_rest)
    return render(request, "today/rest.html", {"groups": groups, "told": told, "listed": AT_REST})


def _adds_up(resting: Resting) -> list[str]:
    return [line for kind, values in resting.because for line in saying.adds_up(kind, values, resting.on)]


@require_GET
def letter(request: HttpRequest, suggestion: uuid.UUID) -> HttpResponse:
    """The letter, to be read, finished, and handed to the telephone."""
    at = here(request)
    found = whose.suggestion(at, suggestion)
    day = mornings.of(at)
    shown = next((each for each in (*day.promises, *day.suggestions) if each.id == found.id), None)
    if shown is None or shown.beside:
        messages.info(request, _no_letter(day, found, shown))
        return redirect("today")
    another = rewording.of(found)
    shown = rewording.finished(shown, another)
    ways = handing.roads(shown, at)
    return render(request, "today/letter.html", {
        "card": showing.card(shown, at, following.pieces([shown])),
        "suggestion": found,
        "rewording": another,
        "roads": ways.links,
        "may_share": ways.by_hand,
        "warning": handing.courtesy(shown.client, at),
    })  # fmt: skip


def _no_letter(day: Seen, suggestion: Suggestion, shown: Shown | None) -> str:
    """Why a letter of this morning, or of another one, is not to be sent now."""
    resting = next((each for each in day.at_rest if each.client == suggestion.client_id), None)
    said = shown.beside if shown else resting.said() if resting else [_("It was on another morning’s list.")]
    because = spoken.following(said)
    return _("No letter for %(client)s today. %(because)s") % {
        "client": showing.named(suggestion.client),
        "because": because,
    }


@require_POST
def answer(request: HttpRequest, suggestion: uuid.UUID) -> HttpResponse:
    """Written, later or not now: what was printed beside it is done."""
    at = here(request)
    found = whose.suggestion(at, suggestion)
    answered = _reply(request.POST.get("reply", ""))
    channel = request.POST.get("channel", "")
    said = answering.Said(
        reply=answered,
        because="" if answered == Reply.WRITTEN else request.POST.get("reason", ""),
        channel=channel if channel in set(EncounterChannel) else "",
        words=request.POST.get("words", "")[:LONGEST],
    )
    try:
        kept = answering.answer(suggestion=found, said=said, member=at.member, by=at.by, at=at.at)
    except answering.CannotAnswer as error:
        messages.error(request, str(error))
        return redirect("today")
    messages.success(request, showing.told(kept), extra_tags=reverse("answer-undo", args=[kept.id]))
    return redirect("today")


@require_POST
def leaving(request: HttpRequest, answer: uuid.UUID) -> HttpResponse:
    """Did it leave? A web page cannot see what the telephone did."""
    at = here(request)
    found = get_object_or_404(Answer, id=answer, member=at.member)
    answering.left(answer=found, did=request.POST.get("left") == "yes", by=at.by, at=at.at)
    return redirect("today")


@require_POST
def reply(request: HttpRequest, answer: uuid.UUID) -> HttpResponse:
    """Did she answer? Yes, no, or she came in: asked once (ruling 1)."""
    at = here(request)
    found = get_object_or_404(Answer, id=answer, member=at.member, encounter__isnull=False)
    at.client(found.client_id)
    said = request.POST.get("answered", "")
    if found.encounter and said in ("yes", "no", "came"):
        logging.answer_seen(encounter=found.encounter, answered=said != "no", by=at.by, at=at.at)
    if said == "came":
        return redirect(f"{reverse('note')}?client={found.client_id}")
    return redirect("today")


@require_POST
def undo(request: HttpRequest, answer: uuid.UUID) -> HttpResponse:
    """Open again what was answered by mistake."""
    at = here(request)
    found = get_object_or_404(Answer, id=answer, member=at.member)
    try:
        answering.take_back(answer=found, by=at.by, at=at.at)
    except answering.CannotAnswer as error:
        messages.error(request, str(error))
    return HttpResponseRedirect(reverse("today"))


def _reply(said: str) -> Reply:
    try:
        return Reply(said)
    except ValueError as error:
        raise Http404 from error
