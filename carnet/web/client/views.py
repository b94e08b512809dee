"""The list, her page, and the page one may show her."""

from __future__ import annotations

import urllib.parse
import uuid
from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_GET

from carnet.books import policy
from carnet.books import queries as books
from carnet.clients import queries as clients_queries
from carnet.house.kinds import TermKind
from carnet.house.queries import terms
from carnet.web.client import forms, reading, showing_her, story, wording
from carnet.web.door import watching
from carnet.web.here import here
from carnet.web.today import showing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

A_PAGE = 40
FURTHEST = 100
"""Of a story, in pages: each is read from the first."""


@require_GET
def clients(request: HttpRequest) -> HttpResponse:
    """Her book first, the boutique's with a tap: by name, and found by a few letters."""
    at = here(request)
    whole = request.GET.get("whose") == "boutique"
    said = request.GET.get("q", "").strip()[:80]
    if whole or said:
        people = policy.clients_visible_to(at.member, at.at, at.scope)
    else:
        # Whoever is in her book is visible to her: the policy's last word.
        people = books.book_of(advisor=at.member, as_of=at.at)
    found = clients_queries.found_by(people, said) if said else people.order_by("display", "id")
    listed = Paginator(
        found.only("id", "display", "description", "title", "given", "family", "order", "language", "city"), A_PAGE
    )
    page = listed.get_page(request.GET.get("page"))
    rows = [{"client": client, "name": showing.named(client), "initials": reading.initials(client)} for client in page]
    kept = urllib.parse.urlencode([(name, request.GET[name]) for name in ("whose", "q") if name in request.GET])
    return render(
        request,
        "client/list.html",
        {"page": page, "rows": rows, "whole": whole, "said": said, "query": f"{kept}&" if kept else ""},
    )


@require_GET
def client(request: HttpRequest, client: uuid.UUID) -> HttpResponse:
    """Her page."""
    at = here(request)
    found = at.client(client)
    page = reading.page(found, at)
    return render(request, "client/page.html", {
        "page": page,
        "said": wording.headings(found.gender),
        "fact_form": forms.FactForm(kinds=terms(TermKind.FACT), language=at.member.language),
        "hold_form": forms.HoldForm(),
        "permission_form": forms.PermissionForm(),
        "date_form": forms.DateForm(kinds=terms(TermKind.OCCASION), language=at.member.language),
        "promise_form": forms.PromiseForm(),
        "point_form": forms.PointForm(),
        "may_claim": not any(holder.member_id == at.member.id for holder in page.holders),
    })  # fmt: skip


@require_GET
def story_of(request: HttpRequest, client: uuid.UUID) -> HttpResponse:
    """A page further back in her story."""
    at = here(request)
    found = at.client(client)
    said = request.GET.get("page", "")
    chapter = story.chapter(found, at, number=min(int(said), FURTHEST) if said.isdecimal() and int(said) else 1)
    return render(request, "client/story.html", {
        "client": found,
        "name": found.display or found.description,
        "said": wording.headings(found.gender),
        "story": chapter,
    })  # fmt: skip


@require_GET
def show(request: HttpRequest, client: uuid.UUID) -> HttpResponse:
    """A complete page of its own, which she may read over the counter."""
    at = here(request)
    found = at.client(client)
    watching.hand_over(request)
    return render(request, "client/show.html", {"page": showing_her.page(found, at), "back": found.id})
