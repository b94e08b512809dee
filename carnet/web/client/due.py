"""What may be coming: what runs out, a date that seems to matter, a search; in words, with their records one tap away.

Windows and questions, never one date and never a score. A reading is its own person's: of whoever gives, of whoever uses.
"""

from __future__ import annotations

import collections
import dataclasses
import datetime as dt
import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from carnet.clients.kinds import Certainty
from carnet.clients.models import Client
from carnet.house.kinds import TermKind
from carnet.house.models import Term
from carnet.house.queries import terms
from carnet.intelligence.actions import asking_dates, confirming
from carnet.intelligence.actions import due as readings
from carnet.intelligence.kinds import Evidence, ReadingKind
from carnet.intelligence.models import Reading, Signal
from carnet.intelligence.rules.search import Instead
from carnet.interactions.kinds import EncounterKind
from carnet.interactions.models import Encounter
from carnet.kit import moments, spoken
from carnet.occasions.actions import noting_dates
from carnet.products.models import Reference
from carnet.purchases.models import Gift, Line, Sale
from carnet.web.client import acts, due_words
from carnet.web.here import Here, here

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

KINDS = (ReadingKind.SEARCH, ReadingKind.DATE, ReadingKind.REPLENISHMENT)
SAID = {
    ReadingKind.SEARCH: due_words.search,
    ReadingKind.DATE: due_words.date,
    ReadingKind.REPLENISHMENT: due_words.running_out,
}
AHEAD = dt.timedelta(days=120)
"""What begins later than that is not worth a word yet."""
ENCOUNTERS = {
    EncounterKind.VISIT: _("A visit, %(day)s"),
    EncounterKind.CALL: _("A call, %(day)s"),
    EncounterKind.LETTER: _("A letter, %(day)s"),
    EncounterKind.CARE_INTAKE: _("A piece left with us for care, %(day)s"),
    EncounterKind.CARE_RETURN: _("A piece given back after care, %(day)s"),
    EncounterKind.SPECIAL_ORDER: _("A special order, %(day)s"),
}


class DateForm(forms.Form):
    """Which date it is, and how we know."""

    on = forms.CharField(label=_("Day and month"), max_length=10, help_text=_("Such as 8/12; the year is not kept."))
    kind = forms.ChoiceField(label=_("What it is"), initial="other")
    certainty = forms.ChoiceField(
        label=_("How we know"), initial=Certainty.STATED, widget=forms.RadioSelect,
        choices=[(Certainty.STATED, _("It was told to us")), (Certainty.OBSERVED, _("I saw it"))],
    )  # fmt: skip

    def __init__(self, said: Any = None, *, kinds: Iterable[Term], language: str, of: object = "") -> None:
        """With the house's own occasions."""
        super().__init__(said, prefix="due", auto_id=f"id_{of}_%s")
        self.fields["kind"].choices = [(kind.code, kind.said(language)) for kind in kinds]  # type: ignore[attr-defined]


@dataclasses.dataclass(frozen=True)
class Coming:
    """One reading, in words."""

    id: uuid.UUID
    words: str
    sure: str
    evidence: list[str]
    said_by: str = ""
    """Whose word it is, when it is somebody's."""
    rivals: list[dict[str, Any]] = dataclasses.field(default_factory=list)


def due(client: Client, at: Here) -> dict[str, Any]:
    """What `client/_due.html` shows, in at most nine statements, three when there is nothing."""
    standing = Reading.objects.standing(at.today).filter(client=client, kind__in=KINDS).select_related("said_by")
    read = sorted(standing, key=lambda each: (each.values.get("low", ""), str(each.id)))
    shown = [each for each in read if each.kind != ReadingKind.REPLENISHMENT or _is_near(each, at.today)]
    cited = _cited(shown, at)
    names = _names(shown, at)
    by_kind: dict[str, list[Coming]] = collections.defaultdict(list)
    for each in shown:
        by_kind[each.kind].append(_coming(each, names, cited, at.today))
    kinds = terms(TermKind.OCCASION) if by_kind[ReadingKind.DATE] else []
    noticed = Signal.objects.filter(client=client, on__lte=at.today, until__gt=at.today).order_by("-on", "kind")
    return {
        "searches": by_kind[ReadingKind.SEARCH],
        "dates": [
            (each, DateForm(kinds=kinds, language=at.member.language, of=each.id)) for each in by_kind[ReadingKind.DATE]
        ],
        "running_out": by_kind[ReadingKind.REPLENISHMENT],
        "noticed": [due_words.noticed(each, at.today) for each in noticed],
    }


def _is_near(reading: Reading, today: dt.date) -> bool:
    return dt.date.fromisoformat(reading.values["low"]) <= today + AHEAD


def _coming(each: Reading, names: dict[uuid.UUID, str], cited: dict[tuple[str, str], str], today: dt.date) -> Coming:
    return Coming(
        id=each.id,
        words=SAID[ReadingKind(each.kind)](each, names.get(each.about or each.id, ""), today),
        sure=due_words.sure(each.certainty),
        evidence=[cited[kind, record] for kind, record in each.evidence if (kind, record) in cited],
        said_by=each.said_by.signature if each.said_by else "",
        rivals=[
            {
                "code": rival["code"],
                "words": due_words.INSTEAD[Instead(rival["code"])],
                "evidence": [cited[kind, record] for kind, record in rival["evidence"] if (kind, record) in cited],
            }
            for rival in each.rivals
            if rival["code"] in set(Instead)
        ],
    )


def _names(read: Iterable[Reading], at: Here) -> dict[uuid.UUID, str]:
    """What they are about: a product by its name, a category in the house's word."""
    about = {each.about for each in read if each.kind == ReadingKind.REPLENISHMENT and each.about}
    if not about:
        return {}
    products = dict(Reference.objects.filter(id__in=about).values_list("id", "name"))
    words = {term.id: term.said(at.member.language) for term in Term.objects.filter(id__in=about)}
    return {**products, **words}


def _cited(read: Iterable[Reading], at: Here) -> dict[tuple[str, str], str]:
    """Each record that these readings rest on, in words; of a gift only what it was and when, never for whom."""
    wanted: dict[str, set[str]] = collections.defaultdict(set)
    for each in read:
        for kind, record in [*each.evidence, *(one for rival in each.rivals for one in rival["evidence"])]:
            wanted[kind].add(record)
    found: dict[tuple[str, str], str] = {}

    def cite(kind: Evidence, record: uuid.UUID, words: str, on: dt.date | dt.datetime, **said: str) -> None:
        day = moments.day_of(on, at.boutique.zone) if isinstance(on, dt.datetime) else on
        found[kind, str(record)] = words % {"day": due_words.in_full(day, at.today), **said}

    for met in Encounter.objects.filter(id__in=wanted[Evidence.ENCOUNTER]).only("kind", "happened_at"):
        words = str(ENCOUNTERS.get(EncounterKind(met.kind), _("An encounter, %(day)s")))
        cite(Evidence.ENCOUNTER, met.id, words, met.happened_at)
    for sale in Sale.objects.filter(id__in=wanted[Evidence.SALE]).only("happened_at"):
        cite(Evidence.SALE, sale.id, gettext("A purchase with no visit noted, %(day)s"), sale.happened_at)
    for line in Line.objects.filter(id__in=wanted[Evidence.LINE]).select_related("sale", "reference"):
        cite(
            Evidence.LINE, line.id, gettext("%(name)s, bought %(day)s"), line.sale.happened_at, name=line.reference.name
        )
    for gift in Gift.objects.filter(id__in=wanted[Evidence.GIFT]).select_related("line__sale", "line__reference"):
        name = gift.line.reference.name
        if gift.line.sale.client_id in {each.client_id for each in read}:
            cite(
                Evidence.GIFT,
                gift.id,
                gettext("%(name)s, a gift, bought %(day)s"),
                gift.line.sale.happened_at,
                name=name,
            )
        elif gift.given_on:
            cite(Evidence.GIFT, gift.id, gettext("%(name)s, given %(day)s"), gift.given_on, name=name)
    return found


@require_POST
def answer(request: HttpRequest, client: uuid.UUID, reading: uuid.UUID) -> HttpResponse:
    """Yes, no, it is rather this, or let the records speak again."""
    at = here(request)
    found = at.client(client)
    kept = get_object_or_404(Reading.objects.standing(at.today), id=reading, client=found, kind__in=KINDS)
    said = request.POST.get("said", "")
    try:
        if said == "again":
            confirming.reconsider(reading=kept, on=at.today, by=at.by, at=at.at)
            readings.read_due(clients=[found.id], on=at.today)
        elif kept.kind == ReadingKind.DATE and said == "yes":
            _matters(request, kept, at)
        elif (kept.kind == ReadingKind.DATE and said == "no") or (
            kept.kind == ReadingKind.SEARCH and said in set(Instead)
        ):
            confirming.revise(
                client=found, kind=ReadingKind(kept.kind), code=said, about=kept.about, values=kept.values, on=at.today,
                by=at.by, at=at.at,
            )  # fmt: skip
        elif kept.kind == ReadingKind.SEARCH and said == "yes":
            confirming.confirm(reading=kept, on=at.today, by=at.by, at=at.at)
        else:
            raise Http404
    except (confirming.CannotRevise, noting_dates.CannotNote) as error:
        messages.error(request, str(error))
    else:
        messages.success(request, gettext("Kept."))
    return redirect("relationship", found.id)


def _matters(request: HttpRequest, reading: Reading, at: Here) -> None:
    """Which date it is. Raises CannotNote."""
    form = DateForm(request.POST, kinds=terms(TermKind.OCCASION), language=at.member.language)
    if not form.is_valid():
        raise noting_dates.CannotNote(spoken.following(error for errors in form.errors.values() for error in errors))
    said = form.cleaned_data
    asking_dates.it_matters(
        reading=reading, kind=said["kind"], day_month=acts.day_month(said["on"]), certainty=Certainty(said["certainty"]),
        on=at.today, by=at.by, at=at.at,
    )  # fmt: skip
