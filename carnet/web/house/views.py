"""What a manager settles."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

import segno
from django import forms
from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from carnet.books import policy
from carnet.books import queries as books
from carnet.books.actions import assigning, claiming
from carnet.books.models import Claim
from carnet.consent.actions import stating
from carnet.consent.kinds import BasisKind, Purpose
from carnet.consent.models import Basis
from carnet.house import queries
from carnet.house.actions import admitting, enrolling
from carnet.house.actions import settings as deciding
from carnet.house.kinds import Carried, RoleKind, SettingName
from carnet.house.models import Boutique, Member, PlaceName, StaffName, Tablet
from carnet.kit import spoken
from carnet.web import names
from carnet.web.door.watching import COOKIE
from carnet.web.here import Here, here

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

INVITED_FOR = dt.timedelta(days=7)
A_YEAR = 365 * 86_400
ASKED = 30
ASSUMED = {
    "name": pgettext_lazy("assumed", "name"), "country": pgettext_lazy("assumed", "country"),
    "zone": pgettext_lazy("assumed", "time zone"), "currency": pgettext_lazy("assumed", "currency"),
    "manager": pgettext_lazy("assumed", "manager"),
}  # fmt: skip


class SettingsForm(forms.Form):
    """The few numbers a house decides."""

    suggestions = forms.IntegerField(
        label=gettext_lazy("People a day"),
        min_value=0,
        max_value=5,
        help_text=gettext_lazy("At most five, never padded."),
    )
    pace = forms.IntegerField(
        label=gettext_lazy("Days between two letters the house starts"), min_value=0, max_value=90
    )
    carried = forms.ChoiceField(
        label=gettext_lazy("Whom a phone may show without a signal"),
        choices=[
            (Carried.NOBODY, gettext_lazy("Nobody")),
            (Carried.TODAY, gettext_lazy("Today’s people")),
            (Carried.FIFTY, gettext_lazy("The fifty seen last")),
        ],
        help_text=gettext_lazy(
            "Locked by the phone’s own key, for half a day; never a child, a private word, or somebody restricted."
        ),
    )
    basis = forms.CharField(
        label=gettext_lazy("Why the house may write of care"),
        max_length=400,
        help_text=gettext_lazy("Kept as proof, with its date."),
    )


@require_GET
def page(request: HttpRequest) -> HttpResponse:
    """Everything that waits for a manager, then everything that can be changed."""
    at = _manager(request)
    basis = Basis.objects.filter(purpose=Purpose.CARE).order_by("-happened_at").first()
    return render(request, "house/page.html", {
        "staff": [(member, role.kind) for boutique in _boutiques(at) for member, role in _roles(boutique, at)],
        "names": StaffName.objects.filter(answered_at__isnull=True).order_by("name")[:ASKED],
        "places": PlaceName.objects.filter(answered_at__isnull=True).order_by("name")[:ASKED],
        "colleagues": Member.objects.order_by("name"),
        "boutiques": Boutique.objects.order_by("name"),
        "claims": books.open_claims([boutique.id for boutique in _boutiques(at)]),
        "decides": queries.decides(at.scope, at.at),
        "tablets": Tablet.objects.filter(boutique__in=_boutiques(at), period__contains=at.at),
        "assumed": [ASSUMED.get(what, what) for what in at.maison.assumed],
        "settings": SettingsForm(initial={
            "suggestions": queries.setting(SettingName.SUGGESTIONS, at.at),
            "carried": queries.setting(SettingName.CARRIED, at.at),
            "pace": queries.setting(SettingName.PACE_DAYS, at.at),
            "basis": basis.words if basis else "",
        }),
    })  # fmt: skip


@require_POST
def people(request: HttpRequest) -> HttpResponse:
    """A colleague comes, or one who has left gets her name on her sales."""
    at = _manager(request)
    name, kind = request.POST.get("name", "").strip()[:120], request.POST.get("kind", RoleKind.ADVISOR)
    try:
        if kind == "former":
            admitting.admit(name=name, is_active=False, by=at.by, at=at.at)
        else:
            member = admitting.admit(name=name, by=at.by, at=at.at)
            admitting.give_role(member=member, kind=_role(kind), boutique=at.boutique, by=at.by, at=at.at)
            return redirect("invitation", member.id)
    except admitting.CannotAdmit as error:
        messages.error(request, str(error))
    return redirect("house")


@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest, member: uuid.UUID) -> HttpResponse:
    """A printed code, made when it is asked for: she opens it on her own telephone, and it works once."""
    at = _manager(request)
    found = get_object_or_404(Member, id=member, is_active=True)
    if not found.roles.filter(boutique__in=_boutiques(at), period__contains=at.at).exists():
        raise Http404
    if request.method == "GET":
        return render(request, "house/invitation.html", {"member": found})
    token = admitting.invite(member=found, by=at.by, at=at.at, lasts=INVITED_FOR)
    address = request.build_absolute_uri(reverse("invited", args=[token]))
    return render(request, "house/invitation.html", {
        "member": found, "address": address, "until": at.today + INVITED_FOR,
        "qr": mark_safe(segno.make(address, error="m").svg_inline(border=0, svgclass=None, lineclass=None, omitsize=True)),  # noqa: S308
    })  # fmt: skip


@require_POST
def staff_name(request: HttpRequest, staff_name: uuid.UUID) -> HttpResponse:
    """Who that name in the export is."""
    at = _manager(request)
    found = get_object_or_404(StaffName, id=staff_name)
    if not names.say_who(found, request.POST.get("is", ""), at):
        messages.error(request, _("Say who that is, or that it is nobody."))
    return redirect("house")


@require_POST
def place_name(request: HttpRequest, place_name: uuid.UUID) -> HttpResponse:
    """Which boutique that shop in the export is."""
    at = _manager(request)
    found = get_object_or_404(PlaceName, id=place_name)
    if not names.say_which(found, request.POST.get("is", ""), at):
        messages.error(request, _("Say which boutique that is, or that it is none of yours."))
    return redirect("house")


@require_POST
def claim(request: HttpRequest, claim: uuid.UUID) -> HttpResponse:
    """“I know her”: yes or no."""
    at = _manager(request)
    found = get_object_or_404(Claim, id=claim)
    if not policy.may_manage(at.scope, at.client(found.client_id), at.at):
        raise Http404
    try:
        if request.POST.get("answer") == "yes":
            claiming.confirm(claim=found, boutique=at.boutique, by=at.by, at=at.at)
        else:
            claiming.refuse(claim=found, reason=request.POST.get("because", "")[:400], by=at.by, at=at.at)
    except (claiming.CannotClaim, assigning.CannotAssign) as error:
        messages.error(request, str(error))
    return redirect("house")


@require_POST
def settings(request: HttpRequest) -> HttpResponse:
    """The house decides, from now on."""
    at = _manager(request)
    if not queries.decides(at.scope, at.at):
        raise Http404
    form = SettingsForm(request.POST)
    if not form.is_valid():
        messages.error(request, spoken.following(error for errors in form.errors.values() for error in errors))
        return redirect("house")
    said = form.cleaned_data
    decided = {
        SettingName.SUGGESTIONS: said["suggestions"],
        SettingName.PACE_DAYS: said["pace"],
        SettingName.CARRIED: said["carried"],
    }
    for name, value in decided.items():
        if value != queries.setting(name, at.at):
            deciding.change(name=name, value=value, by=at.by, at=at.at)
    standing = Basis.objects.filter(purpose=Purpose.CARE).order_by("-happened_at").first()
    if standing is None or standing.words != said["basis"]:
        stating.state_basis(
            purpose=Purpose.CARE, kind=BasisKind.LEGITIMATE_INTEREST, words=said["basis"], by=at.by, at=at.at
        )
    messages.success(request, _("Decided, from now on."))
    return redirect("house")


@require_POST
def tablets(request: HttpRequest) -> HttpResponse:
    """The very device in hand becomes the boutique's shared tablet."""
    at = _manager(request)
    _tablet, secret = enrolling.enrol(
        boutique=at.boutique, name=request.POST.get("name", "").strip()[:60] or _("Tablet"), by=at.by, at=at.at
    )
    # From here on it is everybody's: the manager's own session does not stay on it.
    logout(request)
    answer = redirect("tablet")
    answer.set_cookie(COOKIE, secret, max_age=A_YEAR, httponly=True, samesite="Strict", secure=request.is_secure())
    return answer


@require_POST
def withdraw(request: HttpRequest, tablet: uuid.UUID) -> HttpResponse:
    """A tablet is lost, or retired."""
    at = _manager(request)
    found = get_object_or_404(Tablet, id=tablet, boutique__in=_boutiques(at))
    enrolling.withdraw(tablet=found, by=at.by, at=at.at, reason="withdrawn")
    return redirect("house")


def _manager(request: HttpRequest) -> Here:
    at = here(request)
    at.manages()
    return at


def _boutiques(at: Here) -> list[Boutique]:
    found = Boutique.objects.order_by("name")
    return list(found if at.scope.whole_maison else found.filter(id__in=at.scope.manages))


def _roles(boutique: Boutique, at: Here) -> list[tuple[Member, Any]]:
    roles = boutique.roles.filter(period__contains=at.at, member__is_active=True).select_related("member")
    return [(role.member, role) for role in roles.order_by("member__name", "kind")]


def _role(said: str) -> RoleKind:
    if said not in (RoleKind.ADVISOR, RoleKind.MANAGER):
        raise Http404
    return RoleKind(said)
