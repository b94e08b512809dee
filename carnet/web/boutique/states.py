"""When each state begins and ends, in words, with the house's own numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from carnet.house import queries
from carnet.house.actions import settings
from carnet.house.kinds import SettingName
from carnet.house.rules import STATES_WITHIN
from carnet.intelligence import sentences
from carnet.web.here import here

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import _StrPromise


class Number(forms.IntegerField):
    """One of the numbers, with its bounds said below it."""

    def __init__(self, name: str, label: _StrPromise) -> None:
        """The bounds are the house rules' own."""
        least, most = STATES_WITHIN[name]
        said = format_lazy(gettext_lazy("From {least} to {most}."), least=least, most=most)
        super().__init__(label=label, min_value=least, max_value=most, help_text=said)


class ConditionsForm(forms.Form):
    """The numbers in the sentences."""

    first_weeks = Number("first_weeks", gettext_lazy("Days after a first purchase that are the first weeks"))
    collector_pieces = Number("collector_pieces", gettext_lazy("Pieces of one kind that make a collector"))
    friend_years = Number("friend_years", gettext_lazy("Years with us that make a friend"))
    friend_weeks = Number("friend_weeks", gettext_lazy("Weeks within which a friend is usually there again"))
    resting_months = Number("resting_months", gettext_lazy("Months without a sign, after which a relationship rests"))


@require_GET
def page(request: HttpRequest) -> HttpResponse:
    """The sentences; below them, for whoever decides, the numbers."""
    at = here(request)
    at.manages()
    values = queries.setting(SettingName.STATES, at.at)
    form = ConditionsForm(initial=values) if queries.decides(at.scope, at.at) else None
    return _page(request, values, form)


@require_POST
def conditions(request: HttpRequest) -> HttpResponse:
    """What is decided holds from now on."""
    at = here(request)
    at.manages()
    if not queries.decides(at.scope, at.at):
        raise Http404
    values = queries.setting(SettingName.STATES, at.at)
    form = ConditionsForm(request.POST)
    if not form.is_valid():
        return _page(request, values, form)
    if form.cleaned_data != values:
        settings.change(name=SettingName.STATES, value=form.cleaned_data, by=at.by, at=at.at)
    messages.success(request, _("Decided, from now on."))
    return redirect("states")


def _page(request: HttpRequest, values: dict[str, int], form: ConditionsForm | None) -> HttpResponse:
    said = [(sentences.state_name(state), words) for state, words in sentences.conditions(values)]
    return render(request, "boutique/states.html", {"said": said, "form": form})
