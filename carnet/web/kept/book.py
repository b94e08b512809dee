"""The book that a phone may carry, for the one who is signed in on it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING, Any

from django.http import JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from carnet.capture.queries import carrying
from carnet.capture.rules.carrying import LASTS, MOST
from carnet.capture.rules.envelopes import milliseconds
from carnet.house.kinds import Carried as Policy
from carnet.outreach.queries import saying
from carnet.web.door import watching
from carnet.web.here import Here, here
from carnet.web.today import mornings

if TYPE_CHECKING:
    from django.http import HttpRequest


@require_GET
def book(request: HttpRequest) -> JsonResponse:
    """Today and its people, or the fifty she was with last; nothing on a shared tablet, or where the house says so."""
    at = here(request)
    policy = carrying.policy(at.at)
    if policy == Policy.NOBODY or watching.tablet_of(request) is not None:
        return JsonResponse({"policy": Policy.NOBODY})
    return JsonResponse({"policy": policy, "lasts": LASTS // dt.timedelta(milliseconds=1), "book": _book(at, policy)})


def _book(at: Here, policy: Policy) -> dict[str, Any]:
    day = mornings.of(at)
    of = carrying.expected(day, at.member, at.at)
    if policy == Policy.FIFTY:
        of = list(dict.fromkeys([*of, *carrying.own(at.member, at.at)]))[:MOST]
    people = carrying.carried(of, at.boutique, at.at)
    may = {each.id for each in people}
    return {
        "as_of": milliseconds(at.at),
        "headline": saying.headline(day),
        "today": [
            {"id": str(each.client.id), "reason": each.whys[0].said(day.on), "letter": each.letter}
            for each in (*day.promises, *day.suggestions)
            if str(each.client.id) in may
        ],
        "people": [dataclasses.asdict(each) | {"note": f"{reverse('note')}?client={each.id}"} for each in people],
    }
