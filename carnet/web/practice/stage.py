"""The real screens on somebody who is not there: all she did is done again, the page is made, and everything is taken back."""

from __future__ import annotations

import dataclasses
import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.contrib.messages.storage.cookie import CookieStorage
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.urls import ResolverMatch, get_script_prefix, resolve, reverse, set_script_prefix

from carnet.books import policy
from carnet.kit import ids
from carnet.web.capture.forms import is_uuid
from carnet.web.here import Here, here
from carnet.web.practice import coaching, done, somebody
from carnet.web.practice.done import Practice, Sent

if TYPE_CHECKING:
    from django.http import HttpResponse

OPEN = frozenset({
    "client", "story", "relationship", "show", "client-name", "facts", "fact-end", "hold", "release", "permissions", "dates",
    "points", "promise-new", "remember", "starts", "bond", "rests", "rest-over", "note", "note-undo", "proposal",
})  # fmt: skip
"""The screens and acts one may practise; whatever would tell a colleague, or look somebody up, is not among them."""

READING = 2 * done.MOST


class Unplayable(Exception):
    """What was done does not fit any more: the house has changed in between."""


def play(request: HttpRequest, place: str) -> HttpResponse:
    """That page, as if all of it were so. Raises Http404; the practice that no longer fits raises Unplayable."""
    at = here(request)
    practice = done.current(request, at.at)
    before = get_script_prefix()
    stage = _Stage(at, practice, outside=reverse("me"))
    try:
        with transaction.atomic():
            try:
                # Every address on these pages leads back into the practice.
                set_script_prefix(f"{before}practice/")
                return stage.play(request, place)
            finally:
                transaction.set_rollback(True)
    finally:
        set_script_prefix(before)


class _Stage:
    """One page's worth of practice."""

    def __init__(self, at: Here, practice: Practice, outside: str) -> None:
        self.at, self.practice, self.outside = at, practice, outside
        self.drawn: set[uuid.UUID] = set()

    def play(self, request: HttpRequest, place: str) -> HttpResponse:
        with ids.drawn_from(self.practice.drawing(0, self.drawn)):
            self.client = somebody.come_in(self.at, self.practice.since)
        for number, sent in enumerate(self.practice.sent, start=1):
            self._again(request, sent, number)
        match = resolve(f"/{place}")
        if match.url_name == "note" and request.method == "GET" and not self._is_hers(request.GET.get("client", "")):
            return HttpResponseRedirect(f"{reverse('note')}?client={self.client.id}")
        if match.url_name not in OPEN:
            return HttpResponseRedirect(reverse("client", args=[self.client.id]))
        practised: Any = request
        practised.practice = {"words": coaching.now(self.practice), "leave": self.outside}
        # What is read draws apart from what is kept, whose ids must be those of the next time.
        step = len(self.practice.sent) + (1 if request.method == "POST" else READING)
        with ids.drawn_from(self.practice.drawing(step, self.drawn)):
            answer = self._through(request, match)
        if request.method == "POST" and answer.status_code == HttpResponseRedirect.status_code:
            done.remember(request, str(match.url_name), place, self.at.at)
        return answer

    def _again(self, request: HttpRequest, sent: Sent, number: int) -> None:
        """A form she sent before, sent again at its own moment; what it says to her, she has read."""
        again: Any = HttpRequest()
        again.method, again.POST, again.META = "POST", done.said(sent), {"SERVER_NAME": request.get_host()}
        again.user, again.session, again.path = request.user, {}, request.path
        again._messages = CookieStorage(again)  # noqa: SLF001 -- where the middleware of messages puts it
        again.here = dataclasses.replace(self.at, at=sent.at)
        match = resolve(f"/{sent.path}")
        try:
            with ids.drawn_from(self.practice.drawing(number, self.drawn)):
                answer = self._through(again, match)
        except Http404 as error:
            raise Unplayable from error
        if answer.status_code != HttpResponseRedirect.status_code:
            raise Unplayable

    def _through(self, request: HttpRequest, match: ResolverMatch) -> HttpResponse:
        """The screen itself. Raises Http404 where anybody but her is meant."""
        said = [*match.kwargs.values(), *_values(request.GET), *_values(request.POST)]
        named = {uuid.UUID(str(each)) for each in said if is_uuid(str(each))}
        about = {each for each in match.kwargs.values() if isinstance(each, uuid.UUID)}
        others = policy.clients_visible_to(self.at.member, self.at.at, self.at.scope).filter(id__in=named - self.drawn)
        if about - self.drawn or others.exists():
            raise Http404
        request.resolver_match = match
        answer: HttpResponse = match.func(request, *match.args, **match.kwargs)
        return answer

    def _is_hers(self, said: str) -> bool:
        return said == str(self.client.id)


def _values(said: Any) -> Iterable[str]:
    return (value for _name, values in said.lists() for value in values)
