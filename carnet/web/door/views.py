"""Coming in by invitation, and what a member settles about herself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.mfa.models import Authenticator
from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from carnet.capture.queries import carrying, proposed
from carnet.house.actions import admitting, enrolling
from carnet.house.kinds import Carried
from carnet.house.models import Invitation, Maison, Member
from carnet.house.rules import digest
from carnet.kit.acts import By, Via
from carnet.web.door import machine
from carnet.web.here import here, now

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
DAYS = [
    (1, gettext_lazy("Monday")), (2, gettext_lazy("Tuesday")), (3, gettext_lazy("Wednesday")), (4, gettext_lazy("Thursday")),
    (5, gettext_lazy("Friday")), (6, gettext_lazy("Saturday")), (7, gettext_lazy("Sunday")),
]  # fmt: skip


class MeForm(forms.Form):
    """What is hers to settle."""

    signature = forms.CharField(label=gettext_lazy("Signs as"), max_length=120)
    language = forms.ChoiceField(label=gettext_lazy("Language of the pages"), choices=settings.LANGUAGES)
    working_days = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Working days"), choices=DAYS, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    wants_questions = forms.BooleanField(label=gettext_lazy("Ask me a little, below Today"), required=False)


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def invited(request: HttpRequest, token: str) -> HttpResponse:
    """A printed code, or the demo house's link: it works once."""
    at, maison = now(), get_object_or_404(Maison)
    if maison.is_demo and machine.is_here(request):
        return _demo(request, token)
    waiting = (
        Invitation.objects.filter(token=digest(token), used_at__isnull=True, expires_at__gt=at, member__is_active=True)
        .select_related("member")
        .first()
    )
    context: dict[str, Any] = {
        "maison_name": maison.name, "member": waiting.member if waiting else None, "errors": [],
        "languages": settings.LANGUAGES,
    }  # fmt: skip
    if waiting is None or request.method == "GET":
        return render(request, "door/invited.html", context, status=200 if waiting else 410)
    by = By(waiting.member_id, Via.SCREEN)
    try:
        admitting.choose_password(member=waiting.member, password=request.POST.get("password", ""), by=by, at=at)
    except admitting.CannotAdmit as error:
        return render(request, "door/invited.html", context | {"errors": [str(error)]}, status=422)
    member = admitting.arrive(token=token, by=by, at=at)
    if member is None:
        return render(request, "door/invited.html", context | {"member": None}, status=410)
    if (language := request.POST.get("language")) in dict(settings.LANGUAGES):
        admitting.prefer(member=member, language=language, by=by, at=at)
    if Authenticator.objects.filter(user=member).exists():
        # Whoever prints a code could otherwise come in as anybody: the second proof stays hers.
        messages.success(request, _("Your password is new. Come in with it, and with your second proof."))
        return redirect("door")
    login(request, member, backend=BACKEND)
    return redirect("today")


def _demo(request: HttpRequest, token: str) -> HttpResponse:
    """The demo house opens with its link alone, from this machine alone."""
    member = admitting.arrive(token=token, by=By(None, Via.DEMO), at=now())
    if member is None:
        return render(
            request, "door/invited.html", {"maison_name": Maison.objects.get().name, "member": None}, status=410
        )
    login(request, member, backend=BACKEND)
    return redirect("today")


@require_http_methods(["GET", "POST"])
def me(request: HttpRequest) -> HttpResponse:
    """Her languages, days and digits."""
    at = here(request)
    if request.POST.get("what") == "code":
        if request.session.get("tablet"):
            # Four digits opened this page: they must not be enough to change themselves.
            messages.error(request, _("Choose your digits on a device of your own, where your password let you in."))
            return redirect("me")
        try:
            enrolling.choose_code(member=at.member, code=request.POST.get("code", ""), by=at.by, at=at.at)
            messages.success(request, _("Kept."))
        except enrolling.BadCode as error:
            messages.error(request, str(error))
        return redirect("me")
    settled = {field: getattr(at.member, field) for field in MeForm.base_fields}
    form = MeForm(request.POST or None, initial=settled)
    if request.method == "POST" and form.is_valid():
        admitting.prefer(member=at.member, by=at.by, at=at.at, **form.cleaned_data)
        messages.success(request, _("Kept."))
        return redirect("me")
    return render(
        request,
        "door/me.html",
        {
            "form": form,
            "phones": proposed.own_devices(at.member),
            "carries": carrying.policy(at.at) != Carried.NOBODY and "tablet" not in request.session,
        },
    )


def needs_proof(member: Member, session: Any, maison: Maison) -> bool:
    """Whether she must first choose a second proof: a password alone does not open a notebook about people."""
    if maison.is_demo or session.get("tablet") or session.get("proven"):
        return False
    if Authenticator.objects.filter(user=member).exists():
        session["proven"] = True
        return False
    return True


def proofs() -> str:
    """Where she chooses one."""
    return reverse("mfa_index")
