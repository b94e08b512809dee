"""How her silence is read, with its evidence and its rivals; and the states she has been in."""

from __future__ import annotations

import collections
import dataclasses
import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from carnet.clients.models import Client
from carnet.intelligence import sentences
from carnet.intelligence.actions import confirming, reading
from carnet.intelligence.kinds import Evidence, ReadingKind, Rival, Silence
from carnet.intelligence.models import Reading
from carnet.intelligence.queries import trajectory
from carnet.intelligence.queries.population import ground
from carnet.interactions.kinds import EncounterKind
from carnet.interactions.models import Encounter
from carnet.kit import moments, spoken
from carnet.outreach.sentences import day as day_said
from carnet.purchases.models import Sale
from carnet.web.client import due_words
from carnet.web.client.story import TITLES
from carnet.web.here import Here, here

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

CONFIRM, RECORDS = "yes", "records"
SHOWN = 12
"""States of a long story."""


@dataclasses.dataclass(frozen=True)
class Rivalry:
    """What else it may be: the words, how sure, and the records."""

    words: str
    sure: str
    evidence: list[str]


@dataclasses.dataclass(frozen=True)
class Quiet:
    """A silence as it is read."""

    rhythm: str
    words: str
    sure: str
    by: str
    """Whose word it is, once it is somebody's."""
    evidence: list[str]
    rivals: list[Rivalry]
    otherwise: list[tuple[str, str]]
    """What one may say instead: code, sentence."""

    @property
    def told(self) -> str:
        """Her rhythm, and how the silence is read."""
        return spoken.following((self.rhythm, self.words))


def standing(client: Client, today: dt.date) -> Reading | None:
    """The silence's reading that holds today."""
    return _silences(client, today).select_related("said_by").first()


def _silences(client: Client, today: dt.date) -> QuerySet[Reading]:
    return Reading.objects.standing(today).filter(client=client, kind=ReadingKind.SILENCE, about__isnull=True)


def line(client: Client, today: dt.date) -> str:
    """Her rhythm in one or two sentences; nothing where too little is known."""
    for code, values in _silences(client, today).values_list("code", "values")[:1]:
        told, read = _rhythm(values), sentences.silence(Silence(code))
        return read if not told else told if code == Silence.WITHIN else spoken.following((told, read))
    return ""


def _rhythm(values: Mapping[str, Any]) -> str:
    """How often she is there; nothing of a rhythm that is somebody else's at home, for it would tell that they buy."""
    return sentences.rhythm(values) if values and values["from"] != "home" else ""


def quiet(client: Client, at: Here) -> dict[str, Any]:
    """What `client/_quiet.html` shows, in a bounded number of statements."""
    read = standing(client, at.today)
    stood = trajectory.trajectory(client, ground(client.id, at.at))[-SHOWN:]
    cited = _cited(read, stood, at)
    return {
        "client": client,
        "read": _said(read, cited, at),
        "states": [
            {
                "name": sentences.state_name(change.state),
                "since": change.since,
                "because": [cited[record] for record in change.because if record in cited],
            }
            for change in reversed(stood)
        ],
    }


def _said(read: Reading | None, cited: dict[tuple[str, uuid.UUID], str], at: Here) -> Quiet:
    if read is None:
        others = [(code.value, sentences.silence(code)) for code in Silence if code != Silence.UNKNOWN]
        return Quiet("", sentences.silence(Silence.UNKNOWN), "", "", [], [], others)
    code = Silence(read.code)
    name = {"name": read.said_by.signature, "day": day_said(read.on, at.today)} if read.said_by else {}
    return Quiet(
        rhythm=_rhythm(read.values),
        words=sentences.silence(code),
        sure="" if read.said_by else sentences.how_sure(read.certainty),
        by=_("So says %(name)s, %(day)s") % name if name else "",
        evidence=_records(read.evidence, cited),
        rivals=[
            Rivalry(
                sentences.rival(Rival(each["code"])), sentences.how_sure(each["certainty"]), _records(each["evidence"], cited)
            )
            for each in read.rivals
            if each["code"] != Rival.THROUGH_HOME
        ],
        otherwise=[(other.value, sentences.silence(other)) for other in Silence if other not in (code, Silence.UNKNOWN)],
    )  # fmt: skip


def _records(evidence: Iterable[Any], cited: dict[tuple[str, uuid.UUID], str]) -> list[str]:
    return [cited[kind, uuid.UUID(record)] for kind, record in evidence if (kind, uuid.UUID(record)) in cited]


def _cited(read: Reading | None, stood: list[trajectory.Change], at: Here) -> dict[tuple[str, uuid.UUID], str]:
    """Each record they rest on, in words, in two statements."""
    wanted: dict[str, set[uuid.UUID]] = collections.defaultdict(set)
    for change in stood:
        for kind, record in change.because:
            wanted[kind].add(record)
    if read:
        for kind, record in [*read.evidence, *(one for rival in read.rivals for one in rival["evidence"])]:
            wanted[kind].add(uuid.UUID(record))

    def on(when: dt.datetime) -> str:
        return due_words.in_full(moments.day_of(when, at.boutique.zone), at.today)

    met = Encounter.objects.filter(id__in=wanted[Evidence.ENCOUNTER]).only("kind", "happened_at")
    sold = Sale.objects.filter(id__in=wanted[Evidence.SALE]).only("happened_at")
    told = {
        (Evidence.ENCOUNTER.value, each.id): spoken.enumerated((TITLES[EncounterKind(each.kind)], on(each.happened_at)))
        for each in met
    }
    told |= {(Evidence.SALE.value, each.id): _("A purchase, %(day)s") % {"day": on(each.happened_at)} for each in sold}
    told |= {(Evidence.COMPLAINT.value, record): _("A matter to settle") for record in wanted[Evidence.COMPLAINT]}
    return told | {(Evidence.HOLD.value, record): _("Somebody asked for rest") for record in wanted[Evidence.HOLD]}


@require_POST
def say(request: HttpRequest, client: uuid.UUID) -> HttpResponse:
    """Yes, that is how it is; no, it is otherwise; or let the records speak."""
    at = here(request)
    found = at.client(client)
    answer = request.POST.get("answer", "")
    read = standing(found, at.today)
    if answer not in (CONFIRM, RECORDS, *Silence) or (read is None and answer in (CONFIRM, RECORDS)):
        raise Http404
    try:
        if answer == CONFIRM and read:
            confirming.confirm(reading=read, on=at.today, by=at.by, at=at.at)
        elif answer == RECORDS and read:
            confirming.reconsider(reading=read, on=at.today, by=at.by, at=at.at)
            reading.read(client=found, at=at.at)
        else:
            values = read.values if read else {}
            confirming.revise(
                client=found, kind=ReadingKind.SILENCE, code=answer, on=at.today, by=at.by, at=at.at, values=values
            )
    except confirming.CannotRevise as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Kept."))
    return redirect("relationship", found.id)
