"""One page on her own telephone: no account, no script, nothing about anybody on it, and the maison's name alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from allauth.account.adapter import get_adapter
from django import forms
from django.core.cache import cache
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from carnet.capture.actions import leaving_details
from carnet.capture.queries import details
from carnet.house.kinds import SettingName
from carnet.house.models import Maison
from carnet.house.queries import setting
from carnet.house.rules import digest
from carnet.web.details import wording
from carnet.web.here import now

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

MISSES, TRIES, WITHIN = 30, 12, 600
"""In ten minutes: codes that open nothing from one address, and forms sent for one code."""
LONGEST = 120
FIGURES = re.compile(r"\+[\d ]+…?")


class DetailsForm(forms.Form):
    """Three lines; the boxes are the house's own."""

    name = forms.CharField(
        label=_("Your name, as you write it"),
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    number = forms.CharField(
        label=_("Your telephone number"), max_length=40, help_text=_("With its country, such as +33 6…"),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "dir": "ltr"}),
    )  # fmt: skip
    signature = forms.CharField(
        label=_("Sign with your name"), max_length=LONGEST, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )

    def __init__(self, *said: Any, **words: Any) -> None:
        """A number reads from the left, in Arabic too."""
        super().__init__(*said, **words)
        number = self.fields["number"]
        number.help_text = FIGURES.sub("\u2066\\g<0>\u2069", str(number.help_text))


# No cookie of anybody's gives this page a right: the code in its address does, so that there is nothing to forge.
@csrf_exempt
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, token: str) -> HttpResponse:
    """Her details, once; of a code that was used, is too old or never was, the same kind word."""
    maison = Maison.objects.get()
    language = wording.language_of(request, maison.language)
    with translation.override(language):
        return _answer(request, maison, token, language)


@require_GET
def done(request: HttpRequest) -> HttpResponse:
    """Thanks, at an address that opens nothing."""
    maison = Maison.objects.get()
    language = wording.language_of(request, maison.language)
    with translation.override(language):
        return _page(request, "details/done.html", maison, language)


def _answer(request: HttpRequest, maison: Maison, token: str, language: str) -> HttpResponse:
    missed = f"leave:{digest(get_adapter().get_client_ip(request) or '')[:24]}"
    if cache.get(missed, 0) >= MISSES:
        return _page(request, "details/closed.html", maison, language, status=429, wait=True)
    asking = details.asked(token, now())
    if asking is None:
        _count(missed)
        return _page(request, "details/closed.html", maison, language, status=404)
    sheet = wording.sheet(maison.name, setting(SettingName.APPS, now()))
    form = DetailsForm(request.POST if request.method == "POST" else None, label_suffix="")
    if request.method == "POST":
        if _count(f"leave:{asking.token[:24]}") > TRIES:
            return _page(request, "details/closed.html", maison, language, status=429, wait=True)
        if form.is_valid() and (answer := _kept(request, maison, token, language, form, sheet)):
            return answer
    said: dict[str, Any] = {"form": form, "sheet": sheet, "ticked": request.POST.getlist("yes")}
    return _page(request, "details/leave.html", maison, language, status=422 if form.errors else 200, **said)


def _kept(
    request: HttpRequest, maison: Maison, token: str, language: str, form: DetailsForm, sheet: wording.Sheet
) -> HttpResponse | None:
    """The way on, or nothing when a line is to be written otherwise."""
    said = leaving_details.Said(
        **form.cleaned_data, language=wording.KEPT_AS.get(language, language),
        agreed=sheet.ticked(request.POST.getlist("yes")), wording=sheet.wording, version=sheet.version,
    )  # fmt: skip
    try:
        leaving_details.leave(token=token, said=said, at=now())
    except leaving_details.Closed:
        return _page(request, "details/closed.html", maison, language, status=404)
    except leaving_details.CannotLeave as error:
        form.add_error("number", str(error))
        return None
    return _private(HttpResponseRedirect(f"{reverse('details-left')}?in={language}"), language)


def _count(key: str) -> int:
    """How often that happened in ten minutes."""
    count = int(cache.get(key, 0)) + 1
    cache.set(key, count, WITHIN)
    return count


def _page(
    request: HttpRequest, template: str, maison: Maison, language: str, *, status: int = 200, **said: Any
) -> HttpResponse:
    """Any of its three pages."""
    said |= {"maison": maison.name, "language": language, "languages": wording.LANGUAGES.items()}
    return _private(render(request, template, said, status=status), language)


def _private(answer: HttpResponse, language: str) -> HttpResponse:
    """Found by no engine, told to no other page."""
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["Content-Language"] = language
    answer.headers["Cache-Control"] = "no-store"
    return answer
