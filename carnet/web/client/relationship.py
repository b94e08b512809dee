"""How she is read: everything about the relationship stands here, one tap away from her page."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_GET

from carnet.web.client import verdict
from carnet.web.client.between import between
from carnet.web.client.due import due
from carnet.web.client.quiet import quiet
from carnet.web.here import here

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_GET
def relationship(request: HttpRequest, client: uuid.UUID) -> HttpResponse:
    """What is decided today; her rhythm and her states, what may be coming, and what is between her and the house."""
    at = here(request)
    found = at.client(client)
    return render(request, "client/relationship.html", {
        "client": found,
        "name": found.display or found.description,
        "verdict": verdict.today(found, at),
        "quiet": quiet(found, at),
        "due": due(found, at),
        "between": between(found, at),
    })  # fmt: skip
