"""How restraint was kept: a sentence, then figures, and behind each figure the people in it; never an advisor (N-2, K-7)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET

from carnet.books import policy
from carnet.house.models import Boutique
from carnet.outreach.kinds import Rest
from carnet.outreach.queries import restraining
from carnet.outreach.queries.restraining import Figure, Heard
from carnet.web.boutique.figures import figure as written
from carnet.web.boutique.figures import of_100
from carnet.web.here import Here, here
from carnet.web.today import showing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.utils.functional import _StrPromise

ON_A_PAGE = 40
HEARD: dict[Heard, _StrPromise] = {
    Heard.ONCE: gettext_lazy("Heard from us once"),
    Heard.TWICE: gettext_lazy("Heard from us twice"),
    Heard.OFTENER: gettext_lazy("Heard from us three times or more"),
    Heard.SOONER: gettext_lazy("Heard from us again before the house’s pace was over"),
    Heard.BY_TWO: gettext_lazy("Heard from two of us within a week"),
    Heard.DATED: gettext_lazy("Had a letter for a reason of that day"),
    Heard.UNDATED: gettext_lazy("Had a letter without one"),
    Heard.ANSWERED: gettext_lazy("Answered, wrote, called, came in or bought"),
    Heard.UNANSWERED: gettext_lazy("Have not answered"),
    Heard.SAID_NO: gettext_lazy("Asked us not to write"),
}
SILENCES: dict[Rest, _StrPromise] = {
    Rest.HELD: gettext_lazy("Held: they asked for quiet, or we chose it"),
    Rest.SELLING_HELD: gettext_lazy("Held for all but care"),
    Rest.ASKED_NOT_TO: gettext_lazy("Asked not to be written to"),
    Rest.MOMENT: gettext_lazy("Something rests for a time"),
    Rest.TO_SETTLE: gettext_lazy("A matter to settle"),
    Rest.LATE: gettext_lazy("A promise of ours was late"),
    Rest.ANSWERED: gettext_lazy("Put off, or answered for"),
    Rest.EXPECTED: gettext_lazy("Said they would come in"),
    Rest.BOUGHT_LATELY: gettext_lazy("Bought shortly before"),
    Rest.WRITTEN_LATELY: gettext_lazy("Heard from us shortly before"),
    Rest.UNANSWERED: gettext_lazy("The last letter had no answer yet"),
    Rest.PRESSED: gettext_lazy("Had heard from us enough"),
    Rest.NO_PERMISSION: gettext_lazy("No permission"),
    Rest.ONLY_US: gettext_lazy("Only we would have gained"),
    Rest.TO_LEARN: gettext_lazy("Left in peace by chance, to learn"),
}
SILENCE = "silence-"
"""Before the word of a silence in an address."""
NOBODY = Figure(0, frozenset())

type Row = tuple[str, Any, int]
"""Its word in an address, what it is called, how many people."""


@require_GET
def page(request: HttpRequest) -> HttpResponse:
    """The last ninety days of one of the reader's boutiques."""
    at = here(request)
    at.manages()
    asked = _asked(request, at)
    pace = restraining.pace(at.at)
    heard, silences = restraining.heard(asked, pace), restraining.silences(asked)
    return render(request, "boutique/restraint.html", {
        "boutique": asked.boutique, "boutiques": _boutiques(at), "days": restraining.LOOKS_BACK.days,
        "parts": [
            (_("What they heard"), _often(heard, pace), _rows(heard, Heard.ONCE, Heard.TWICE, Heard.OFTENER, Heard.SOONER)),
            (_("Two of us at once"), _by_two(heard), _rows(heard, Heard.BY_TWO)),
            (_("Why we wrote"), _dated(heard), _rows(heard, Heard.DATED, Heard.UNDATED)),
            (_("What came back"), _answered(heard), _rows(heard, Heard.ANSWERED, Heard.UNANSWERED, Heard.SAID_NO)),
            (_("Silences that were chosen"), _chosen(silences), [
                (f"{SILENCE}{kind}", words, len(silences[kind].people))
                for kind, words in SILENCES.items() if kind in silences
            ]),
        ],
    })  # fmt: skip


@require_GET
def people(request: HttpRequest, figure: str) -> HttpResponse:
    """Who is in a figure, by name: those alone whom the reader may see."""
    at = here(request)
    at.manages()
    title, found = _figure(figure, _asked(request, at), at)
    visible = policy.clients_visible_to(at.member, at.at, at.scope)
    ordered = visible.filter(id__in=found).order_by("display", "id")
    shown = Paginator(ordered, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "boutique/restraint_people.html", {
        "title": title, "page": shown, "rows": [(each, showing.named(each)) for each in shown],
        "query": f"boutique={request.GET['boutique']}&" if request.GET.get("boutique") else "",
        "days": restraining.LOOKS_BACK.days,
    })  # fmt: skip


def _figure(figure: str, asked: restraining.Asked, at: Here) -> tuple[Any, frozenset[Any]]:
    silence = figure.removeprefix(SILENCE)
    if figure.startswith(SILENCE) and silence in set(SILENCES):
        return SILENCES[Rest(silence)], restraining.silences(asked).get(Rest(silence), NOBODY).people
    if figure in set(HEARD):
        found = restraining.heard(asked, restraining.pace(at.at))
        return HEARD[Heard(figure)], found.get(Heard(figure), NOBODY).people
    raise Http404


def _asked(request: HttpRequest, at: Here) -> restraining.Asked:
    """About a boutique she answers for; any other does not exist. Whom she may not see is in none of the figures."""
    known = {str(each.id): each for each in _boutiques(at)}
    said = request.GET.get("boutique") or str(at.boutique.id)
    boutique = known.get(said) or (None if request.GET.get("boutique") else next(iter(known.values()), None))
    if boutique is None:
        raise Http404
    guarded = restraining.hidden(boutique, at.at)
    return restraining.Asked(boutique, at.at, set(guarded) - at.nameable(guarded))


def _boutiques(at: Here) -> list[Boutique]:
    found = Boutique.objects.order_by("name", "id")
    return list(found if at.scope.whole_maison else found.filter(id__in=at.scope.manages))


def _rows(heard: Mapping[Heard, Figure], *figures: Heard) -> list[Row]:
    """Where there is anybody."""
    return [(each.value, HEARD[each], len(heard[each].people)) for each in figures if each in heard]


def _often(heard: Mapping[Heard, Figure], pace: int) -> str:
    found = [heard[each] for each in (Heard.ONCE, Heard.TWICE, Heard.OFTENER) if each in heard]
    people, words = sum(len(each.people) for each in found), sum(each.words for each in found)
    if not people:
        return _("Nobody heard from us.")
    said = {"people": written(people), "words": written(words), "each": written(words / people, "0.0"), "pace": pace}
    told = ngettext(
        "One person heard from us, with a pace of %(pace)s days.",
        "%(people)s people heard from us, in %(words)s letters and calls: %(each)s each, with a pace of %(pace)s days.",
        people,
    )
    return told % said


def _by_two(heard: Mapping[Heard, Figure]) -> str:
    people = len(heard.get(Heard.BY_TWO, NOBODY).people)
    if not people:
        return _("Nobody heard from two of us within a week.")
    return ngettext(
        "One person heard from two of us within a week.",
        "%(people)s people heard from two of us within a week.",
        people,
    ) % {"people": written(people)}


def _dated(heard: Mapping[Heard, Figure]) -> str:
    dated, undated = (heard.get(each, NOBODY).words for each in (Heard.DATED, Heard.UNDATED))
    if not dated + undated:
        return _("No letter left.")
    share = {"share": of_100(dated / (dated + undated))}
    return _("Of a hundred letters %(share)s had a reason of that day, with the records it rests on.") % share


def _answered(heard: Mapping[Heard, Figure]) -> str:
    answered, silent = (heard.get(each, NOBODY).words for each in (Heard.ANSWERED, Heard.UNANSWERED))
    if not answered + silent:
        return _("There was no letter to answer.")
    share = {"share": of_100(answered / (answered + silent))}
    return (
        _("Of a hundred letters %(share)s were welcomed: by a word, a visit or a purchase within sixty days.") % share
    )


def _chosen(silences: Mapping[Rest, Figure]) -> str:
    people = len(frozenset[Any]().union(*(each.people for each in silences.values())))
    if not people:
        return _("No silence had to be chosen.")
    return ngettext(
        "One person was left in peace by choice.", "%(people)s people were left in peace by choice, some for several reasons.",
        people,
    ) % {"people": written(people)}  # fmt: skip
