"""A few questions below Today: a tap each, and they can be switched off."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from carnet.books import policy
from carnet.house.actions import admitting
from carnet.intelligence import sentences as readings
from carnet.intelligence.kinds import Rival, Silence
from carnet.intelligence.models import Reading
from carnet.kit import moments, spoken
from carnet.outreach import sentences
from carnet.outreach.actions import asking
from carnet.outreach.kinds import Ask
from carnet.outreach.models import Question
from carnet.outreach.queries import questions as queries
from carnet.web.here import Here, here
from carnet.web.today import showing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

ANSWERS = frozenset(
    {"herself", "gift", "words", "wait", "none", "known", asking.WELL, asking.IN_PEACE, asking.BY_HAND, "skip"}
)


def of(at: Here) -> list[dict[str, Any]]:
    """Today's, in words, with the answers that can be tapped."""
    asked = asking.ask(member=at.member, boutique=at.boutique, on=at.today, by=at.by, at=at.at)
    visible = policy.clients_visible_to(at.member, at.at, at.scope).in_bulk([each.client_id for each in asked])
    seen = [each for each in asked if each.client_id is None or each.client_id in visible]
    silent = [each.client_id for each in seen if each.client_id and each.ask == Ask.SILENCE]
    read = {each.client_id: each for each in queries.silences(silent, at.today, at.at)} if silent else {}
    found = [_of_a_silence(each, read) if each.ask == Ask.SILENCE else _said(each, at) for each in seen]
    return [each for each in found if each]


def _said(question: Question, at: Here) -> dict[str, Any]:
    client = showing.named(question.client) if question.client else ""
    skip = ("skip", _("I do not know"))
    if question.ask == Ask.FOR_WHOM and question.line:
        on = sentences.day(moments.day_of(question.line.sale.happened_at, at.boutique.zone), at.today)
        words = _("%(client)s · %(piece)s, %(day)s: for themselves, or a gift?") % {
            "client": client, "piece": question.line.reference.name, "day": on,
        }  # fmt: skip
        return {
            "question": question,
            "words": words,
            "choices": [("herself", _("For themselves")), ("gift", _("A gift")), skip],
        }
    if question.ask == Ask.BY_HEART:
        return {
            "question": question,
            "words": _("What do you know of %(client)s by heart?") % {"client": client},
            "choices": [skip],
            "asks_words": True,
        }
    if question.ask == Ask.JOIN_SALE:
        return {
            "question": question,
            "words": _("%(client)s bought, you said, and no sale has come in. Will one?") % {"client": client},
            "choices": [("wait", _("It will")), ("none", _("It will not"))],
        }
    return {
        "question": question,
        "words": _("“%(client)s”: do you know who it was?") % {"client": client},
        "choices": [("known", _("I do")), skip],
    }


def _of_a_silence(question: Question, silent: Mapping[uuid.UUID, Reading]) -> dict[str, Any]:
    """In the words in which it is read, with what else it may be; nothing once it is over."""
    if question.client is None or question.client.id not in silent:
        return {}
    read = silent[question.client.id]
    # A rhythm that is somebody else's at home would tell that they buy.
    rhythm = readings.rhythm(read.values) if read.values and read.values["from"] != "home" else ""
    words = [_("%(client)s · is all well?") % {"client": showing.named(question.client)}, rhythm]
    return {
        "question": question,
        "words": spoken.following([*words, readings.silence(Silence(read.code))]),
        "rivals": [readings.rival(Rival(each["code"])) for each in read.rivals if each["code"] != Rival.THROUGH_HOME],
        "choices": [
            (asking.WELL, _("All is well")),
            (asking.IN_PEACE, _("Leave in peace")),
            (asking.BY_HAND, _("I will write by hand")),
            ("skip", _("I do not know")),
        ],
    }


KEPT = {
    asking.WELL: gettext_lazy("Kept: long silences are usual here."),
    asking.IN_PEACE: gettext_lazy(
        "Only care from now on, to be looked at again in three months. It can be lifted on their page."
    ),
    asking.BY_HAND: gettext_lazy("Kept. No letter is prepared."),
}
"""What an answer about a silence did."""


@require_POST
def answer(request: HttpRequest, question: uuid.UUID) -> HttpResponse:
    """Keep what was tapped."""
    at = here(request)
    found = get_object_or_404(Question, id=question, member=at.member)
    if found.client_id:
        at.client(found.client_id)
    said = request.POST.get("said", "skip")
    if said not in ANSWERS:
        raise Http404
    asking.answer(question=found, said=said, words=request.POST.get("words", ""), by=at.by, at=at.at)
    if found.ask == Ask.SILENCE and said in KEPT:
        messages.success(request, str(KEPT[said]))
    if found.ask == Ask.WHO_WAS_IT and said == "known":
        return redirect("client", found.client_id)
    return redirect("today")


@require_POST
def off(request: HttpRequest) -> HttpResponse:
    """No more questions."""
    at = here(request)
    admitting.prefer(member=at.member, wants_questions=False, by=at.by, at=at.at)
    messages.success(request, _("No more questions. They can be asked again under your name."))
    return redirect("today")
