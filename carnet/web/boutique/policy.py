"""What the house decides about reasons and restraint: first yesterday as it would have been, then from which day on."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from carnet.house import queries
from carnet.house.models import Boutique
from carnet.kit import moments
from carnet.outreach.actions import deciding_policy
from carnet.outreach.queries import deciding, previewing
from carnet.outreach.queries.previewing import Change
from carnet.web.boutique import decisions
from carnet.web.boutique.policy_forms import GROUPS, Group
from carnet.web.here import Here, here
from carnet.web.today import showing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

DAY = dt.timedelta(days=1)
SHOWN = 40


@require_GET
def page(request: HttpRequest) -> HttpResponse:
    """What holds now, group by group; below it, what was decided before."""
    return _page(request, _decider(request))


@require_POST
def group(request: HttpRequest, group: str) -> HttpResponse:
    """First shown, then decided: the same form, by another button."""
    at = _decider(request)
    if group not in GROUPS:
        raise Http404
    form = GROUPS[group](deciding.standing(at.at), at.today, request.POST)
    if not form.is_valid():
        return _page(request, at, form)
    if "decide" not in request.POST and form.shows_yesterday:
        return _shown(request, at, form)
    said = form.cleaned_data["since"] or at.today
    since = None if said == at.today else moments.open_of(said, at.maison.zone)
    try:
        deciding_policy.decide(policy={form.name: form.asked()}, by=at.by, at=at.at, since=since)
    except deciding_policy.CannotDecide as error:
        form.add_error(None, str(error))
        return _page(request, at, form)
    messages.success(request, _("Decided, from now on.") if since is None else _("Decided, from that day on."))
    return redirect("policy")


def _decider(request: HttpRequest) -> Here:
    at = here(request)
    at.manages()
    if not queries.decides(at.scope, at.at):
        raise Http404
    return at


def _shown(request: HttpRequest, at: Here, form: Group) -> HttpResponse:
    asked = form.asked()
    if wrong := next(deciding.objections(form.name, asked), ""):
        form.add_error(None, wrong)
        return _page(request, at, form)
    boutique = _boutique(request, at)
    on = moments.day_of(at.at, boutique.zone) - DAY
    changes = previewing.yesterday(boutique, {**queries.settings(at.at), form.name: asked}, on)
    seen = at.nameable({each.client.id for each in changes})
    found = [each for each in changes if each.client.id in seen]
    return _page(request, at, form, {"on": on, "where": boutique, "groups": _groups(found)})


def _boutique(request: HttpRequest, at: Here) -> Boutique:
    """The one she asks about, of those she answers for; else where she stands."""
    found = {str(each.id): each for each in _boutiques(at)}
    return found.get(request.POST.get("boutique", ""), at.boutique)


def _boutiques(at: Here) -> list[Boutique]:
    found = Boutique.objects.order_by("name", "id")
    return list(found if at.scope.whole_maison else found.filter(id__in=at.scope.manages))


def _groups(changes: list[Change]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Each person once with why, and where that can be said from which place to which."""
    told = [
        (_("Would have come"), [each for each in changes if each.was is None]),
        (_("Would have been left in peace"), [each for each in changes if each.would is None]),
        (_("Would have stood elsewhere"), [each for each in changes if each.was and each.would]),
    ]
    return [(title, [_row(each) for each in found]) for title, found in told if found]


def _row(change: Change) -> dict[str, Any]:
    moved = {"was": change.was, "would": change.would}
    place = _("Place %(would)s on the list, and not %(was)s.") % moved if change.was and change.would else ""
    return {"client": change.client, "name": showing.named(change.client), "because": change.because, "place": place}


def _page(
    request: HttpRequest, at: Here, said: Group | None = None, preview: dict[str, Any] | None = None
) -> HttpResponse:
    standing = deciding.standing(at.at)
    forms = [
        (code, said if said and isinstance(said, kind) else kind(standing, at.today)) for code, kind in GROUPS.items()
    ]
    return render(request, "boutique/policy.html", {
        "forms": forms, "preview": preview, "shown": SHOWN, "boutiques": _boutiques(at), "stands_in": at.boutique,
        "decisions": decisions.told(at.at, at.maison.zone),
    })  # fmt: skip
