"""The letter written another way, where the house has named a language model; without one, nothing of it is shown."""

from __future__ import annotations

import dataclasses
import uuid
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from carnet.outreach.actions import drafting
from carnet.outreach.models import Draft, Suggestion
from carnet.outreach.queries import drafts
from carnet.outreach.queries.days import Shown
from carnet.web.here import here
from carnet.web.today import whose

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@dataclasses.dataclass(frozen=True)
class Rewording:
    """What the letter's page says of another wording."""

    latest: Draft | None

    @property
    def is_refused(self) -> bool:
        """Whether it came and may not be shown."""
        return bool(self.latest and self.latest.objections)

    @property
    def offered(self) -> list[str]:
        """Its paragraphs, while it is not her letter."""
        return self.latest.text.split("\n\n") if self.latest and self.latest.text and not self.latest.used else []


def of(suggestion: Suggestion) -> Rewording | None:
    """Where it stands; nothing where no model is named."""
    return Rewording(drafts.latest(suggestion)) if drafts.are_possible() else None


def finished(shown: Shown, rewording: Rewording | None) -> Shown:
    """With the wording she took for her letter."""
    latest = rewording.latest if rewording else None
    return dataclasses.replace(shown, letter=latest.text) if latest and latest.used else shown


@require_POST
def ask(request: HttpRequest, suggestion: uuid.UUID) -> HttpResponse:
    """Another wording, please: the page does not wait for it."""
    at = here(request)
    found = whose.suggestion(at, suggestion)
    try:
        drafting.ask(suggestion=found, by=at.by, at=at.at)
    except drafting.CannotDraft as error:
        messages.error(request, str(error))
    return redirect("letter", found.id)


@require_POST
def use(request: HttpRequest, suggestion: uuid.UUID) -> HttpResponse:
    """She takes it for her letter; it sends nothing."""
    at = here(request)
    found = whose.suggestion(at, suggestion)
    latest = drafts.latest(found)
    try:
        if latest:
            drafting.use(draft=latest, by=at.by, at=at.at)
    except drafting.CannotDraft as error:
        messages.error(request, str(error))
    return redirect("letter", found.id)
