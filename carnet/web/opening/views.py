"""The four screens: the maison, its boutiques, its people, its past."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from babel import Locale
from django import forms
from django.conf import settings
from django.contrib.auth import login
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from carnet.consent.actions import stating
from carnet.consent.kinds import BasisKind, Purpose
from carnet.house import queries
from carnet.house.actions import admitting, opening
from carnet.house.kinds import RoleKind
from carnet.house.models import Boutique, Maison, Member, Role
from carnet.integrations.files.rows import zone_of
from carnet.kit import money
from carnet.kit.acts import By, Via
from carnet.web.door import machine
from carnet.web.door.views import BACKEND, DAYS
from carnet.web.here import now

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

COUNTRIES = [
    "FR",
    "IT",
    "CH",
    "GB",
    "BE",
    "DE",
    "ES",
    "PT",
    "MC",
    "LU",
    "AE",
    "SA",
    "QA",
    "US",
    "CA",
    "JP",
    "CN",
    "HK",
    "SG",
    "KR",
    "AU",
    "BR",
]


def countries() -> list[tuple[str, str]]:
    """Countries by name in the reader's language."""
    names = Locale.parse((get_language() or "en").replace("-", "_")).territories
    return sorted(((code, names[code]) for code in COUNTRIES), key=lambda pair: pair[1])


class MaisonForm(forms.Form):
    """The house, and the person who opens it."""

    name = forms.CharField(label=_("The maison"), max_length=120)
    country = forms.ChoiceField(label=_("Where it is"), choices=countries)
    language = forms.ChoiceField(label=_("Its language"), choices=settings.LANGUAGES)
    care = forms.CharField(
        label=_("Why it may write of care"), max_length=400,
        help_text=_("Thanks, news of a piece, what somebody asked to be told. Kept as proof, with its date."),
    )  # fmt: skip
    manager = forms.CharField(label=_("Your name"), max_length=120)
    password = forms.CharField(
        label=_("A password for you"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("Twelve characters or more: a sentence is easiest."),
    )


class BoutiqueForm(forms.Form):
    """One boutique."""

    name = forms.CharField(label=_("The boutique"), max_length=120)
    city = forms.CharField(label=_("City"), max_length=120)
    country = forms.ChoiceField(label=_("Country"), choices=countries)
    zone = forms.CharField(
        label=_("Time zone"), max_length=60, required=False, help_text=_("Left empty, the country’s own.")
    )
    currency = forms.CharField(
        label=_("Currency"), max_length=3, required=False, help_text=_("Left empty, the country’s own.")
    )
    opening_days = forms.TypedMultipleChoiceField(
        label=_("Opening days"),
        choices=DAYS,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        initial=[1, 2, 3, 4, 5, 6],
    )


class PeopleForm(forms.Form):
    """The team, a name a line."""

    names = forms.CharField(
        label=_("Who works there, a name a line"), required=False, widget=forms.Textarea(attrs={"rows": 6})
    )
    boutique = forms.ChoiceField(label=_("Where"))


def _steps(current: int) -> list[dict[str, Any]]:
    labels = [gettext("The maison"), gettext("Boutiques"), gettext("People"), gettext("The past")]
    names = ["opening", "opening-boutiques", "opening-people", "opening-past"]
    return [
        {
            "label": label,
            "href": reverse(name) if number else "",
            "done": number < current,
            "current": number == current,
        }
        for number, (label, name) in enumerate(zip(labels, names, strict=True))
    ]


def _may_open(request: HttpRequest) -> None:
    """A house is opened on the machine it will live on, or by whoever holds the key the host was given."""
    key = request.GET.get("key", "") or request.session.get("opening_key", "")
    if machine.is_here(request) or (
        settings.CARNET_OPENING_KEY and secrets.compare_digest(key.encode(), settings.CARNET_OPENING_KEY.encode())
    ):
        request.session["opening_key"] = key
        return
    raise Http404


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def maison(request: HttpRequest) -> HttpResponse:
    """Screen one."""
    if queries.the_maison():
        return redirect("opening-boutiques" if request.user.is_authenticated else "door")
    _may_open(request)
    form = MaisonForm(
        request.POST or None,
        initial={
            "care": gettext("We look after what we sold: thanks, news of a piece, and what one asked us to tell.")
        },
    )
    if request.method == "POST" and form.is_valid():
        try:
            member = _open(form.cleaned_data)
        except (opening.CannotOpen, admitting.CannotAdmit) as error:
            form.add_error("password" if isinstance(error, admitting.CannotAdmit) else "name", str(error))
        else:
            login(request, member, backend=BACKEND)
            return redirect("opening-boutiques")
    return render(request, "opening/form.html", {"form": form, "steps": _steps(0), "title": gettext("A house opens.")})


@transaction.atomic
def _open(said: dict[str, Any]) -> Member:
    """The house, its ground for care, and the first person in it: all of them, or none."""
    at, by = now(), By(None, Via.SCREEN)
    country = said["country"]
    opening.open_house(
        name=said["name"], country=country, zone=_zone(country), currency=money.currency_of(country) or "EUR",
        language=said["language"], by=by, at=at,
    )  # fmt: skip
    stating.state_basis(purpose=Purpose.CARE, kind=BasisKind.LEGITIMATE_INTEREST, words=said["care"], by=by, at=at)
    member = admitting.admit(name=said["manager"], language=said["language"], by=by, at=at)
    admitting.choose_password(member=member, password=said["password"], by=by, at=at)
    admitting.give_role(member=member, kind=RoleKind.HOST, by=by, at=at)
    return member


@require_http_methods(["GET", "POST"])
def boutiques(request: HttpRequest) -> HttpResponse:
    """Screen two, as often as there are boutiques."""
    member = _opener(request)
    house = Maison.objects.get()
    form = BoutiqueForm(request.POST or None, initial={"country": house.country})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            with transaction.atomic():
                boutique = opening.open_boutique(
                    name=said["name"], city=said["city"], country=said["country"], zone=said["zone"] or _zone(said["country"]),
                    currency=said["currency"].upper() or money.currency_of(said["country"]) or house.currency,
                    opening_days=said["opening_days"], by=By(member.id, Via.SCREEN), at=now(),
                )  # fmt: skip
                if not Role.objects.filter(member=member, kind=RoleKind.MANAGER).exists():
                    admitting.give_role(
                        member=member, kind=RoleKind.MANAGER, boutique=boutique, by=By(member.id, Via.SCREEN), at=now()
                    )
        except opening.CannotOpen as error:
            form.add_error("name", str(error))
        else:
            return redirect("opening-boutiques" if "another" in request.POST else "opening-people")
    return render(request, "opening/form.html", {
        "form": form, "steps": _steps(1), "title": gettext("Where the house is at home."),
        "another": gettext("Keep, and add another"),
        "so_far": [str(boutique) for boutique in Boutique.objects.order_by("name")],
        "skip": reverse("opening-people") if Boutique.objects.exists() else "",
    })  # fmt: skip


@require_http_methods(["GET", "POST"])
def people(request: HttpRequest) -> HttpResponse:
    """Screen three: names are enough; each is invited by a printed code, and needs no address of the house."""
    member = _opener(request)
    form = PeopleForm(request.POST or None)
    at_home = [(str(boutique.id), boutique.name) for boutique in Boutique.objects.order_by("name")]
    form.fields["boutique"].choices = at_home  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        boutique = Boutique.objects.get(id=form.cleaned_data["boutique"])
        with transaction.atomic():
            for name in filter(None, map(str.strip, form.cleaned_data["names"].splitlines())):
                new = admitting.admit(name=name[:120], by=By(member.id, Via.SCREEN), at=now())
                admitting.give_role(
                    member=new, kind=RoleKind.ADVISOR, boutique=boutique, by=By(member.id, Via.SCREEN), at=now()
                )
        return redirect("opening-people" if "another" in request.POST else "opening-past")
    return render(request, "opening/form.html", {
        "form": form, "steps": _steps(2), "title": gettext("Who works here."), "skip": reverse("opening-past"),
        "so_far": [str(each) for each in Member.objects.order_by("name")], "another": gettext("Keep, and add others"),
    })  # fmt: skip


@require_http_methods(["GET"])
def past(request: HttpRequest) -> HttpResponse:
    """Screen four: the till's export, and whose names are in it."""
    _opener(request)
    return render(request, "opening/past.html", {"steps": _steps(3)})


def _opener(request: HttpRequest) -> Member:
    """Whoever opened the house, or hosts it. Raises Http404."""
    member = request.user
    if not isinstance(member, Member) or not queries.scope_of(member, now()).hosts:
        raise Http404
    return member


def _zone(country: str) -> str:
    return zone_of(country) or "UTC"
