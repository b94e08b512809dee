"""What is kept about a client: each form is one act, and comes back to her page."""

from __future__ import annotations

import re
import unicodedata
import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django import forms as django_forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from carnet.books.actions import assigning, claiming
from carnet.books.kinds import Why
from carnet.clients.actions import introducing, noting
from carnet.clients.kinds import PointKind, Visibility
from carnet.clients.models import Client, Fact
from carnet.consent.actions import granting, holding
from carnet.consent.kinds import Answer, Channel, ProofKind, Purpose, Scope
from carnet.house.kinds import TermKind
from carnet.house.queries import terms
from carnet.interactions.actions import promises
from carnet.kit import moments, spoken
from carnet.occasions.actions import noting_dates
from carnet.purchases.actions import giving, recording
from carnet.purchases.kinds import GiftKind
from carnet.purchases.models import Gift, Line
from carnet.web.client import forms
from carnet.web.here import here

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

REFUSALS = (
    holding.CannotHold, granting.NoProof, noting.CannotNote, noting_dates.CannotNote, introducing.CannotIntroduce,
    claiming.CannotClaim, assigning.CannotAssign, promises.CannotSettle, recording.CannotSay,
)  # fmt: skip
DAY_MONTH = re.compile(r"(\d{1,2})\s*[/. -]\s*(\d{1,2})")
MONTH_DAY = re.compile(r"(\d{1,2})月(\d{1,2})[日号]?")


def _kept(
    request: HttpRequest, client: Client, form: django_forms.Form, act: Callable[[dict[str, Any]], object]
) -> HttpResponse:
    """Do the act with what the form says; whatever is wrong is said in a sentence, and nothing is half kept."""
    if not form.is_valid():
        messages.error(request, spoken.following(error for errors in form.errors.values() for error in errors))
        return redirect("client", client.id)
    return _done(request, client, _("Kept."), lambda: act(form.cleaned_data))


def _done(request: HttpRequest, client: Client, told: str, act: Callable[[], object]) -> HttpResponse:
    """Do it and say so, or say why not."""
    try:
        act()
    except REFUSALS as error:
        messages.error(request, str(error))
    else:
        messages.success(request, told)
    return redirect("client", client.id)


@require_POST
def note(request: HttpRequest, client: uuid.UUID) -> HttpResponse:
    """Something worth remembering."""
    at = here(request)
    found = at.client(client)
    form = forms.FactForm(request.POST, kinds=terms(TermKind.FACT), language=at.member.language)
    return _kept(request, found, form, lambda said: noting.note(
        client=found, kind=said["kind"], words=said["words"], by=at.by, at=at.at,
        visibility=Visibility.PRIVATE if said["is_private"] else Visibility.SHARED,
    ))  # fmt: skip


@require_POST
def end_fact(request: HttpRequest, client: uuid.UUID, fact: uuid.UUID) -> HttpResponse:
    """It no longer holds."""
    at = here(request)
    found = at.client(client)
    held = get_object_or_404(Fact.objects.held(at.at).readable_by(at.member.id), id=fact, client=found)
    noting.withdraw(fact=held, by=at.by, at=at.at, reason="no_longer")
    messages.success(request, _("Let go."))
    return redirect("relationship" if request.POST.get("back") == "relationship" else "client", found.id)


@require_POST
def hold(request: HttpRequest, client: uuid.UUID) -> HttpResponse:
    """Leave her in peace."""
    at = here(request)
    found = at.client(client)

    def act(said: dict[str, Any]) -> None:
        until = moments.close_of(said["until"], at.boutique.zone) if said["until"] else None
        holding.hold(client=found, because=said["because"], scope=Scope(said["scope"]), until=until, by=at.by, at=at.at)

    return _kept(request, found, forms.HoldForm(request.POST), act)


@require_POST
def release(request: HttpRequest, client: uuid.UUID) -> HttpResponse:
    """Lift what holds."""
    at = here(request)
    found = at.client(client)
    return _kept(request, found, forms.ReleaseForm(request.POST), lambda said: holding.release(
        client=found, because=said["because"], by=at.by, at=at.at,
    ))  # fmt: skip


@require_POST
def permit(request: HttpRequest, client: uuid.UUID) -> HttpResponse:
    """What she says about being written to, with its proof."""
    at = here(request)
    found = at.client(client)

    def act(said: dict[str, Any]) -> None:
        record = granting.grant if said["answer"] == Answer.YES else granting.withdraw
        record(
            client=found, purpose=Purpose(said["purpose"]), channel=Channel(said["channel"]), proof=ProofKind(said["proof"]),
            words=said["words"], by=at.by, at=at.at,
        )  # fmt: skip

    return _kept(request, found, forms.PermissionForm(request.POST), act)


@require_POST
def date(request: HttpRequest, client: uuid.UUID) -> HttpResponse:
    """A date of hers, or one for which she gives."""
    at = here(request)
    found = at.client(client)

    def act(said: dict[str, Any]) -> None:
        noting_dates.note(
            kind=said["kind"],
            day_month=day_month(said["on"]),
            words=said["words"],
            told_by=found,
            by=at.by,
            at=at.at,
            client=None if said["gives"] else found,
            giver=found if said["gives"] else None,
        )

    form = forms.DateForm(request.POST, kinds=terms(TermKind.OCCASION), language=at.member.language)
    return _kept(request, found, form, act)


def day_month(said: str) -> moments.DayMonth:
    """Day and month in the order of the reader's language, or 12月8日. Raises CannotNote."""
    plain = unicodedata.normalize("NFKC", said).strip()
    named, matched = MONTH_DAY.fullmatch(plain), DAY_MONTH.fullmatch(plain)
    try:
        if found := named or matched:
            first, second = int(found[1]), int(found[2])
            return (
                moments.DayMonth(first, second)
                if named or spoken.month_before_day()
                else moments.DayMonth(second, first)
            )
    except ValueError:
        pass
    raise noting_dates.CannotNote(_("“%(said)s” is no day and month: write it such as 8/12.") % {"said": said})


@require_POST
def promise(request: HttpRequest, client: uuid.UUID) -> HttpResponse:
    """Our word, and by when."""
    at = here(request)
    found = at.client(client)
    return _kept(request, found, forms.PromiseForm(request.POST), lambda said: promises.promise(
        client=found, words=said["words"], due_on=said["due_on"], owner=at.member, by=at.by, at=at.at,
    ))  # fmt: skip


@require_POST
def reach(request: HttpRequest, client: uuid.UUID) -> HttpResponse:
    """Where a word reaches her."""
    at = here(request)
    found = at.client(client)
    return _kept(request, found, forms.PointForm(request.POST), lambda said: introducing.reach(
        client=found, kind=PointKind(said["kind"]), raw=said["raw"], by=at.by, at=at.at,
    ))  # fmt: skip


@require_POST
def claim(request: HttpRequest, client: uuid.UUID) -> HttpResponse:
    """“I know her”: the manager answers."""
    at = here(request)
    found = at.client(client)
    return _done(request, found, _("Your manager will answer."), lambda: claiming.claim(
        client=found, member=at.member, by=at.by, at=at.at
    ))  # fmt: skip


@require_POST
def for_whom(request: HttpRequest, client: uuid.UUID, line: uuid.UUID) -> HttpResponse:
    """For whom a piece was bought."""
    at = here(request)
    found = at.client(client)
    bought = get_object_or_404(
        Line.objects.select_related("sale"), key=line, superseded_at__isnull=True, sale__client=found
    )
    kind = request.POST.get("kind", "")
    if kind not in (GiftKind.HERSELF, GiftKind.UNNAMED, GiftKind.UNKNOWN):
        raise Http404
    return _done(request, found, _("Kept."), lambda: recording.for_whom(
        line=bought, kind=GiftKind(kind), recipient_words=request.POST.get("whom", "")[:200], by=at.by, at=at.at
    ))  # fmt: skip


@require_POST
def given(request: HttpRequest, client: uuid.UUID, line: uuid.UUID) -> HttpResponse:
    """It was given: a person says so, a date never does (ruling 13)."""
    at = here(request)
    found = at.client(client)
    gift = get_object_or_404(Gift, line__key=line, line__sale__client=found)
    return _done(request, found, _("It is no longer a surprise."), lambda: giving.was_given(
        gift=gift, on=at.today, said_by=at.member, by=at.by, at=at.at
    ))  # fmt: skip


@require_http_methods(["GET", "POST"])
def introduce(request: HttpRequest) -> HttpResponse:
    """Somebody new: in her advisor's own book from the first minute."""
    at = here(request)
    form = forms.NameForm(request.POST or None, initial={"form": "formal"})
    if request.method == "POST" and form.is_valid():
        said = {field: value for field, value in form.cleaned_data.items() if value}
        try:
            new = introducing.introduce(person=introducing.Person(**said), boutique=at.boutique, by=at.by, at=at.at)
        except introducing.CannotIntroduce as error:
            form.add_error("display", str(error))
        else:
            if at.boutique.id in at.scope.advises:
                assigning.assign(
                    client=new, member=at.member, boutique=at.boutique, why=Why.INTRODUCED, by=at.by, at=at.at
                )
            return redirect("client", new.id)
    return render(request, "client/name.html", {"form": form, "new": True})


@require_http_methods(["GET", "POST"])
def describe(request: HttpRequest, client: uuid.UUID) -> HttpResponse:
    """Put her name and forms of address right: what a person enters stands above any import."""
    at = here(request)
    found = at.client(client)
    said_so_far = {field: getattr(found, field) for field in forms.NameForm.base_fields}
    form = forms.NameForm(request.POST or None, initial=said_so_far)
    if request.method == "POST" and form.is_valid():
        changes = {field: value for field, value in form.cleaned_data.items() if value != said_so_far[field]}
        try:
            if changes:
                introducing.describe(client=found, changes=changes, by=at.by, at=at.at)
        except introducing.CannotIntroduce as error:
            form.add_error("display", str(error))
        else:
            return redirect("client", found.id)
    return render(request, "client/name.html", {"form": form, "client": found})
