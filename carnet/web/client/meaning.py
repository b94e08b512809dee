"""What a purchase meant: said on its page in words, by whom, and how they know; the earlier readings stay (U-6, U-7)."""

from __future__ import annotations

import collections
import dataclasses
import datetime as dt
import uuid
from collections.abc import Collection
from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from carnet.clients.kinds import Certainty
from carnet.intelligence.rules.meaning import is_left_alone
from carnet.kit import moments, spoken
from carnet.outreach import sentences
from carnet.purchases.actions import meaning as meanings
from carnet.purchases.actions.recording import CannotSay
from carnet.purchases.kinds import MeaningKind
from carnet.purchases.models import Line, Meaning, Sale
from carnet.web.here import Here, here

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

KINDS = {
    MeaningKind.CELEBRATION: _("A celebration"),
    MeaningKind.TRANSITION: _("A turning point"),
    MeaningKind.FAREWELL: _("A farewell"),
    MeaningKind.EVERYDAY: _("For every day"),
}
HOW = {
    Certainty.STATED: _("It was told to us"),
    Certainty.OBSERVED: _("I saw it"),
    Certainty.GUESSED: _("I guess"),
}
BY_SOMEBODY = {
    Certainty.STATED: gettext_lazy("Told to %(name)s, %(day)s"),
    Certainty.OBSERVED: gettext_lazy("Seen by %(name)s, %(day)s"),
    Certainty.GUESSED: gettext_lazy("Guessed by %(name)s, %(day)s"),
}
BY_NOBODY = {
    Certainty.STATED: gettext_lazy("Told to us, %(day)s"),
    Certainty.OBSERVED: gettext_lazy("Seen, %(day)s"),
    Certainty.GUESSED: gettext_lazy("A guess, %(day)s"),
}


@dataclasses.dataclass(frozen=True)
class Said:
    """One reading of a purchase, in words."""

    kind: str
    words: str
    how: str
    """Who says so, how they know, and since when."""


class MeaningForm(forms.Form):
    """What it was."""

    kind = forms.ChoiceField(label=_("What it was"), choices=list(KINDS.items()), widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("In a few words"), max_length=400,
        help_text=_("As it was told or seen. A reason that nobody told us is not looked for."),
    )  # fmt: skip
    certainty = forms.ChoiceField(
        label=_("How we know"), choices=list(HOW.items()), initial=Certainty.STATED, widget=forms.RadioSelect
    )


def how_known(certainty: str, name: str, on: dt.date, seen_on: dt.date) -> str:
    """“Told to Camille, 4 March”."""
    said = (BY_SOMEBODY if name else BY_NOBODY)[Certainty(certainty)]
    return str(said) % {"name": name, "day": sentences.day(on, seen_on)}


def told(sales: Collection[uuid.UUID], at: Here) -> dict[uuid.UUID, list[Said]]:
    """What was said of each of these sales, the reading that stands first, then the earlier ones."""
    kept = Meaning.objects.filter(sale__in=sales, happened_at__lte=at.at).order_by("-happened_at", "-id")
    found: dict[uuid.UUID, list[Said]] = collections.defaultdict(list)
    for sale, kind, words, certainty, when, name in kept.values_list(
        "sale", "kind", "words", "certainty", "happened_at", "said_by__signature"
    ):
        how = how_known(certainty, name or "", moments.day_of(when, at.boutique.zone), at.today)
        found[sale].append(Said(str(KINDS[MeaningKind(kind)]), words, how))
    return found


@require_http_methods(["GET", "POST"])
def meaning(request: HttpRequest, client: uuid.UUID, sale: uuid.UUID) -> HttpResponse:
    """What it meant, and what it was taken for before."""
    at = here(request)
    found = at.client(client)
    sold = get_object_or_404(Sale.objects.until(at.at), id=sale, client=found, cancelled_at__isnull=True)
    form = MeaningForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            kept = meanings.say(
                sale=sold, kind=MeaningKind(said["kind"]), words=said["words"], certainty=Certainty(said["certainty"]),
                by=at.by, at=at.at,
            )  # fmt: skip
        except CannotSay as error:
            form.add_error("words", str(error))
        else:
            alone = gettext("Kept. This purchase is left alone: no thanks, no date, nothing like it.")
            messages.success(request, alone if is_left_alone(kept.kind) else gettext("Kept."))
            return redirect("client", found.id)
    pieces = Line.objects.filter(sale=sold, superseded_at__isnull=True).order_by("-total", "key")
    return render(request, "client/meaning.html", {
        "client": found,
        "name": found.display or found.description,
        "form": form,
        "on": moments.day_of(sold.happened_at, at.boutique.zone),
        "pieces": spoken.enumerated(pieces.values_list("reference__name", flat=True)),
        "told": told([sold.id], at)[sold.id],
    })  # fmt: skip
