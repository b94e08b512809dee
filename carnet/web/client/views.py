"""The list, her page, and the page one may show her."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_GET

from carnet.books import policy
from carnet.books import queries as books
from carnet.capture.queries import details, proposed
from carnet.house.kinds import TermKind
from carnet.house.queries import terms
from carnet.web.capture import opened, proposals
from carnet.web.client import forms, reading, showing_her, story, wording
from carnet.web.door import watching
from carnet.web.here import here

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

A_PAGE = 40
FURTHEST = 100
"""Of a story, in pages: each is read from the first."""


@require_GET
def clients(request: HttpRequest) -> HttpResponse:
    """Her book first, the boutique's with a tap, by name."""
    at = here(request)
    whole = request.GET.get("whose") == "boutique"
    # Whoever is in her book is visible to her: the policy's last word.
    people = (
        policy.clients_visible_to(at.member, at.at, at.scope)
        if whole
        else books.book_of(advisor=at.member, as_of=at.at)
    )
    listed = people.order_by("display", "id").only("id", "display", "description", "language", "city")
    page = Paginator(listed, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "client/list.html", {
        "page": page,
        "whole": whole,
        "query": "whose=boutique&" if whole else "",
    })  # fmt: skip


@require_GET
def client(request: HttpRequest, client: uuid.UUID) -> HttpResponse:
    """Her page."""
    at = here(request)
    found = at.client(client)
    page = reading.page(found, at)
    answer = render(request, "client/page.html", {
        "page": page,
        "said": wording.headings(found.gender),
        "fact_form": forms.FactForm(kinds=terms(TermKind.FACT), language=at.member.language),
        "hold_form": forms.HoldForm(),
        "permission_form": forms.PermissionForm(),
        "date_form": forms.DateForm(kinds=terms(TermKind.OCCASION), language=at.member.language),
        "proposals": proposals.shown(proposed.open_for(at.member, found)),
        "left": details.of([found.id])[:1],
        "promise_form": forms.PromiseForm(),
        "point_form": forms.PointForm(),
        "may_claim": not any(holder.member_id == at.member.id for holder in page.holders),
    })  # fmt: skip
    return opened.remember(answer, found.id, request)


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
