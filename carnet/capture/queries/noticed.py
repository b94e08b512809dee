"""What may be said on a member's phones, and which they are."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid

from django.db.models import F, Max, QuerySet
from django.utils import translation
from django.utils.translation import ngettext

from carnet.books import policy
from carnet.capture.kinds import DepositState, EnvelopeKind
from carnet.capture.models import Deposit, PushAddress, PushKey
from carnet.capture.rules import noticing
from carnet.capture.rules.noticing import Notice
from carnet.house.models import Boutique, Member
from carnet.house.queries import Scope, scope_of
from carnet.interactions.kinds import PromisedBy, PromiseOutcome
from carnet.interactions.models import Promise
from carnet.kit import moments
from carnet.kit.numerals import base, in_words


@dataclasses.dataclass(frozen=True)
class Told:
    """What is said: one sentence that names nobody, and where a tap on it leads."""

    words: str
    path: str
    language: str
    zone: str
    seconds: int
    """For as long as it may still be said."""


def members() -> QuerySet[Member]:
    """Those who let a phone tell them, as long as they work here."""
    return Member.objects.filter(
        is_active=True, id__in=PushAddress.objects.filter(device__wiped_at__isnull=True).values("member")
    ).order_by("id")


def told(member: Member, at: dt.datetime) -> Told | None:
    """What to say to her now, if anything."""
    scope = scope_of(member, at)
    boutique = scope.stands_in
    if boutique is None or not member.is_active:
        return None
    standing = _standing(member, scope, boutique, at)
    found = noticing.notice(standing)
    if found is None:
        return None
    count, path = (standing.due, "/promises/") if found == Notice.PROMISE else (standing.came, "/")
    return Told(
        said(found, count, member.language), path, member.language, boutique.zone, noticing.seconds_left(standing.now)
    )


def _standing(member: Member, scope: Scope, boutique: Boutique, at: dt.datetime) -> noticing.Standing:
    now = at.astimezone(moments.zone(boutique.zone))
    last = PushAddress.objects.filter(member=member).aggregate(last=Max("told_at"))["last"]
    visible = policy.clients_visible_to(member, at, scope).values("id")
    due = Promise.objects.standing(at).filter(
        owner=member, made_by=PromisedBy.HOUSE, due_on=now.date(), client__in=visible
    )
    since = max(filter(None, (last, at - noticing.LATELY)))
    late = Deposit.objects.filter(
        member=member, kind=EnvelopeKind.NOTE, state=DepositState.KEPT, received_at__gt=since, received_at__lte=at,
        happened_at__lt=F("received_at") - noticing.WITHOUT_A_SIGNAL,
    )  # fmt: skip
    return noticing.Standing(
        now=now, works_on=member.working_days, opens_on=boutique.opening_days,
        told_on=moments.day_of(last, boutique.zone) if last else None, due=due.count(), came=late.count(),
    )  # fmt: skip


def said(notice: Notice, count: int, language: str) -> str:
    """In her language; it stands on a locked screen, where anybody reads it."""
    with translation.override(language):
        number = in_words(count, base(language), feminine=notice == Notice.NOTES) or str(count)
        words = (
            ngettext("A promise is due today.", "%(number)s promises are due today.", count)
            if notice == Notice.PROMISE
            else ngettext("A note came in.", "%(number)s notes came in.", count)
        ) % {"number": number}
    return words[:1].upper() + words[1:]


def key() -> PushKey | None:
    """The house's key for push services, once it is made."""
    return PushKey.objects.first()


def phones(member: Member) -> list[PushAddress]:
    """Where she is told, the newest first."""
    return list(PushAddress.objects.filter(member=member).select_related("device").order_by("-since", "id"))


def is_told_on(member: Member, device: uuid.UUID) -> bool:
    """Whether that phone tells her."""
    return PushAddress.objects.filter(member=member, device=device).exists()


def has_kept_a_promise(member: Member) -> bool:
    """Whether she has settled one as kept: before that she is not asked."""
    return Promise.objects.filter(settled_by=member, outcome=PromiseOutcome.KEPT).exists()
