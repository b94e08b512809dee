"""What is said of what stands between a client and the house: each form is one act, and comes back to the same page."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING

from django import forms as django_forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from carnet.clients.actions import noting
from carnet.clients.kinds import Certainty
from carnet.clients.models import Client
from carnet.intelligence.actions import confirming, life_moments, starting
from carnet.intelligence.kinds import ReadingKind, Rests
from carnet.intelligence.models import Consequence, Reading
from carnet.intelligence.rules.starting import Starts
from carnet.kit import spoken
from carnet.web.client import between_forms as forms
from carnet.web.here import Here, here

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

REFUSALS = (noting.CannotNote, confirming.CannotRevise, life_moments.CannotRest)
YES, RECORDS = "yes", "records"
BOND = "words"


def _done(request: HttpRequest, client: Client, act: Callable[[], object]) -> HttpResponse:
    try:
        act()
    except REFUSALS as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Kept."))
    return redirect("relationship", client.id)


def _kept(request: HttpRequest, client: Client, form: django_forms.Form, act: Callable[[], object]) -> HttpResponse:
    if form.is_valid():
        return _done(request, client, act)
    messages.error(request, spoken.following(error for errors in form.errors.values() for error in errors))
    return redirect("relationship", client.id)


@require_POST
def remember(request: HttpRequest, client: uuid.UUID) -> HttpResponse:
    """What she counts on, or what we share."""
    at = here(request)
    found = at.client(client)
    form = forms.RememberForm(request.POST)
    return _kept(request, found, form, lambda: noting.note(
        client=found, kind=form.cleaned_data["kind"], words=form.cleaned_data["words"],
        certainty=Certainty(form.cleaned_data["certainty"]), by=at.by, at=at.at,
    ))  # fmt: skip


@require_POST
def starts(request: HttpRequest, client: uuid.UUID) -> HttpResponse:
    """Who takes the first step: yes, that is how it is; no, it is otherwise; or let the records speak."""
    at = here(request)
    found = at.client(client)
    answer = request.POST.get("answer", "")
    if answer not in (YES, RECORDS, *Starts):
        raise Http404
    if answer in set(Starts):
        return _done(request, found, lambda: confirming.revise(
            client=found, kind=ReadingKind.STARTS, code=answer, on=at.today, by=at.by, at=at.at
        ))  # fmt: skip
    reading = _standing(request, found)
    if answer == YES:
        return _done(request, found, lambda: confirming.confirm(reading=reading, on=at.today, by=at.by, at=at.at))
    return _done(request, found, lambda: _let_the_records_speak(reading, at))


def _standing(request: HttpRequest, client: Client) -> Reading:
    shown = request.POST.get("reading", "")
    try:
        key = uuid.UUID(shown)
    except ValueError:
        raise Http404 from None
    return get_object_or_404(Reading, id=key, client=client, kind=ReadingKind.STARTS)


def _let_the_records_speak(reading: Reading, at: Here) -> None:
    confirming.reconsider(reading=reading, on=at.today, by=at.by, at=at.at)
    starting.read(clients=[reading.client_id], on=at.today, as_of=at.at)


@require_POST
def bond(request: HttpRequest, client: uuid.UUID) -> HttpResponse:
    """What it is to her, as she who writes it sees it."""
    at = here(request)
    found = at.client(client)
    form = forms.BondForm(request.POST)
    return _kept(request, found, form, lambda: confirming.revise(
        client=found, kind=ReadingKind.BOND, code=BOND, words=form.cleaned_data["words"], on=at.today, by=at.by, at=at.at,
    ))  # fmt: skip


@require_POST
def rest(request: HttpRequest, client: uuid.UUID) -> HttpResponse:
    """Something rests until a day."""
    at = here(request)
    found = at.client(client)
    form = forms.RestsForm(request.POST)
    return _kept(request, found, form, lambda: life_moments.note(
        client=found, rests=Rests(form.cleaned_data["rests"]), until=form.cleaned_data["until"], on=at.today, by=at.by, at=at.at,
    ))  # fmt: skip


@require_POST
def rest_over(request: HttpRequest, client: uuid.UUID, consequence: uuid.UUID) -> HttpResponse:
    """It need not rest any longer."""
    at = here(request)
    found = at.client(client)
    kept = get_object_or_404(Consequence, id=consequence, client=found, ended_at__isnull=True)
    return _done(request, found, lambda: life_moments.end(consequence=kept, by=at.by, at=at.at))
