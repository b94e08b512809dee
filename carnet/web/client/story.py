"""Her story: every visit, letter and purchase in one line of time, and what may be shown to whom."""

from __future__ import annotations

import collections
import dataclasses
import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import CharField, F, QuerySet, Value
from django.utils.translation import get_language, gettext, gettext_lazy, ngettext

from carnet.capture.queries import sounding
from carnet.clients.models import Client
from carnet.interactions.kinds import EncounterKind, Handled, Left, Started
from carnet.interactions.models import Encounter, PieceShown, Presence
from carnet.kit import moments, spoken
from carnet.kit.money import Money
from carnet.products.kinds import ReferenceKind
from carnet.products.models import Reference
from carnet.purchases import queries as purchases
from carnet.purchases.kinds import GiftKind
from carnet.purchases.models import Gift, Line, Return, Sale
from carnet.web.client import meaning
from carnet.web.here import Here
from carnet.web.pictures import shown as pictures

LONGEST = 60
"""Entries on one page; the rest are a page further."""
LATELY = 8
"""Of them, those that are not folded away."""
TOLD = ("kind", "happened_at", "started_by", "minutes", "left", "words", "is_private")
"""Of an encounter, what its entry says."""
BOUGHT = ("reference__name", "reference__kind", "reference__plate")
"""Of a line's reference, likewise."""
TITLES = {
    EncounterKind.VISIT: gettext_lazy("Visit"),
    EncounterKind.CALL: gettext_lazy("Call"),
    EncounterKind.LETTER: gettext_lazy("Letter"),
    EncounterKind.CARE_INTAKE: gettext_lazy("Left with the atelier"),
    EncounterKind.CARE_RETURN: gettext_lazy("Back from the atelier"),
    EncounterKind.SPECIAL_ORDER: gettext_lazy("A special order"),
    EncounterKind.EVENT: gettext_lazy("An evening"),
    EncounterKind.COMPLAINT: gettext_lazy("A matter to settle"),
    EncounterKind.OTHER: gettext_lazy("Note"),
}
LEFT = {
    Left.LOOKED: gettext_lazy("looked"), Left.THINKING: gettext_lazy("thinking"), Left.ON_HOLD: gettext_lazy("on hold"),
    Left.BOUGHT: gettext_lazy("bought"),
}  # fmt: skip
HANDLED = {
    Handled.SHOWN: gettext_lazy("Shown"), Handled.TRIED: gettext_lazy("Tried"), Handled.ASKED: gettext_lazy("Asked for"),
    Handled.KEPT_FOR_LATER: gettext_lazy("Kept for later"),
}  # fmt: skip
SPOKEN = {None: "", False: gettext_lazy("Being typed up"), True: gettext_lazy("Typed up, sound erased")}
MARKS = {kind.value: "care" for kind in EncounterKind} | {
    EncounterKind.VISIT.value: "visit",
    EncounterKind.EVENT.value: "visit",
    EncounterKind.LETTER.value: "letter",
    EncounterKind.CALL.value: "call",
}
"""As what the rhythm shows each."""


@dataclasses.dataclass(frozen=True)
class Plate:
    """A piece in the story."""

    code: str
    name: str
    line: str


@dataclasses.dataclass(frozen=True)
class Beat:
    """That something happened: all that the rhythm is drawn from."""

    kind: str
    on: dt.date
    at: dt.datetime


@dataclasses.dataclass
class Entry:
    """One thing that happened."""

    id: uuid.UUID
    kind: str
    on: dt.date
    at: dt.datetime
    title: str
    words: str = ""
    plates: list[Plate] = dataclasses.field(default_factory=list)
    behind: str = ""
    """What stands behind a tap: amounts, who served her."""
    by: str = ""
    is_private: bool = False
    lines: list[dict[str, Any]] = dataclasses.field(default_factory=list)
    """Of a purchase: what can still be said about each line."""
    meant: meaning.Said | None = None
    """Of a purchase: what it was, as far as somebody has said."""
    pictures: list[pictures.Shown] = dataclasses.field(default_factory=list)
    """Of an encounter that may be read: what was photographed for it."""
    spoken: str = ""
    """Of one that was spoken: how far its sound has become words."""


@dataclasses.dataclass(frozen=True)
class Chapter:
    """One page of a story, newest first."""

    entries: list[Entry]
    number: int
    more: bool
    """Whether a page further holds what came before."""

    @property
    def lately(self) -> list[Entry]:
        """What is read at once."""
        return self.entries[:LATELY]

    @property
    def earlier(self) -> list[Entry]:
        """What is folded away under it."""
        return self.entries[LATELY:]


def chapter(client: Client, at: Here, *, number: int = 1) -> Chapter:
    """That page of her story, from 1, as this member may read it."""
    last = number * LONGEST
    found = entries(client, at, limit=last + 1)
    return Chapter(found[last - LONGEST : last], number, len(found) > last)


def entries(client: Client, at: Here, *, limit: int = LONGEST) -> list[Entry]:
    """The latest of her story, newest first, as this member may read it."""
    met, bought, back = _met(client, at, limit), _bought(client, at, limit), _back(client, at, limit)
    return sorted([*met, *bought, *back], key=lambda entry: (entry.at, entry.id), reverse=True)[:limit]


def beats(client: Client, at: Here, *, limit: int) -> list[Beat]:
    """When what happened, newest first; of a long story too, in one statement."""
    met = _presences(client, at).values_list("encounter__kind", "happened_at")
    bought = _sales(client, at).values_list(Value("purchase", CharField()), "happened_at")
    back = _returns(client, at).values_list(Value("care", CharField()), "happened_at")
    found = met.union(bought, back, all=True).order_by("-happened_at")[:limit]
    return [Beat(MARKS.get(kind, kind), moments.day_of(when, at.boutique.zone), when) for kind, when in found]


def _presences(client: Client, at: Here) -> QuerySet[Presence]:
    return Presence.objects.filter(client=client, happened_at__lte=at.at, encounter__taken_back_at__isnull=True)


def _sales(client: Client, at: Here) -> QuerySet[Sale]:
    return Sale.objects.until(at.at).filter(client=client, cancelled_at__isnull=True)


def _returns(client: Client, at: Here) -> QuerySet[Return]:
    return Return.objects.filter(client=client, superseded_at__isnull=True, happened_at__lte=at.at)


def _met(client: Client, at: Here, limit: int) -> list[Entry]:
    told = Encounter.objects.filter(
        presences__client=client, presences__happened_at__lte=at.at, taken_back_at__isnull=True
    ).annotate(signature=F("author__signature"))
    met = list(told.only("author", *TOLD).order_by("-presences__happened_at")[:limit])
    shown = _plates_of([encounter.id for encounter in met])
    others = _others([encounter.id for encounter in met], client, at)
    told_of = [_encounter(encounter, shown[encounter.id], others[encounter.id], at) for encounter in met]
    readable = [encounter.id for encounter in met if encounter.is_readable_by(at.member.id)]
    taken, typed = pictures.beside(readable, at), sounding.typed_up(readable)
    return [
        dataclasses.replace(entry, pictures=taken[entry.id], spoken=str(SPOKEN[typed.get(entry.id)]))
        for entry in told_of
    ]


def _encounter(encounter: Any, plates: list[Plate], others: list[str], at: Here) -> Entry:
    readable = encounter.is_readable_by(at.member.id)
    words = encounter.words if readable else ""
    if others:
        words = spoken.following([words, gettext("With %(names)s.") % {"names": spoken.listed(others)}])
    return Entry(
        id=encounter.id,
        kind=MARKS[encounter.kind],
        on=moments.day_of(encounter.happened_at, at.boutique.zone),
        at=encounter.happened_at,
        title=_title(encounter),
        words=words,
        plates=plates,
        by=encounter.signature or "",
        is_private=encounter.is_private,
    )


def _title(encounter: Encounter) -> str:
    kind = EncounterKind(encounter.kind)
    from_her = kind == EncounterKind.LETTER and encounter.started_by != Started.HOUSE
    parts = [gettext("Wrote to us") if from_her else str(TITLES[kind])]
    if encounter.minutes:
        parts.append(
            ngettext("%(count)s minute", "%(count)s minutes", encounter.minutes) % {"count": encounter.minutes}
        )
    if encounter.left:
        parts.append(str(LEFT[Left(encounter.left)]))
    return spoken.enumerated(parts)


def _plates_of(encounters: Sequence[uuid.UUID]) -> dict[uuid.UUID, list[Plate]]:
    found: dict[uuid.UUID, list[Plate]] = collections.defaultdict(list)
    rows = PieceShown.objects.filter(encounter__in=encounters).order_by("reference__name")
    for encounter, handled, code, name in rows.values_list(
        "encounter", "handled", "reference__plate", "reference__name"
    ):
        found[encounter].append(Plate(code, name, str(HANDLED[Handled(handled)])))
    return found


def _others(encounters: Sequence[uuid.UUID], client: Client, at: Here) -> dict[uuid.UUID, list[str]]:
    found: dict[uuid.UUID, list[str]] = collections.defaultdict(list)
    rows = Presence.objects.filter(encounter__in=encounters).exclude(client=client).order_by("client__display")
    beside = list(rows.values_list("encounter", "client", "client__display", "client__description"))
    nameable = at.nameable({other for _encounter, other, _display, _description in beside})
    for encounter, other, display, description in beside:
        if other in nameable:
            found[encounter].append(display or description)
    return found


def _bought(client: Client, at: Here, limit: int) -> list[Entry]:
    sales = list(_sales(client, at).order_by("-happened_at", "id")[:limit])
    lines: dict[uuid.UUID, list[Line]] = collections.defaultdict(list)
    stand = Line.objects.filter(sale__in=sales, superseded_at__isnull=True).select_related("reference")
    for line in stand.only("sale", "key", "total", *BOUGHT).order_by("-total", "key"):
        lines[line.sale_id].append(line)
    keys = [line.key for found in lines.values() for line in found]
    gifts = {gift.line_id: gift for gift in Gift.objects.filter(line__in=keys).select_related("recipient", "occasion")}
    _unname(gifts.values(), at)
    told = meaning.told([sale.id for sale in sales], at)
    return [_sale(sale, lines[sale.id], gifts, next(iter(told.get(sale.id, ())), None), at) for sale in sales]


def _unname(gifts: Iterable[Gift], at: Here) -> None:
    """A gift for somebody hidden from this member is for nobody in particular."""
    nameable = at.nameable({gift.recipient_id for gift in gifts if gift.recipient_id})
    for gift in gifts:
        if gift.recipient_id not in nameable:
            gift.recipient = None


def _sale(sale: Sale, lines: list[Line], gifts: dict[uuid.UUID, Gift], meant: meaning.Said | None, at: Here) -> Entry:
    pieces = [line for line in lines if line.reference.kind != ReferenceKind.CHARGE]
    language = get_language() or "en"
    total = sum((line.total for line in lines), start=-sale.discount)
    first = pieces[0].reference.name if pieces else gettext("A purchase")
    more = len(pieces) - 1
    title = (
        first
        if more < 1
        else ngettext("%(first)s and one more", "%(first)s and %(count)s more", more) % {"first": first, "count": more}
    )
    return Entry(
        id=sale.id,
        kind="purchase",
        on=moments.day_of(sale.happened_at, at.boutique.zone),
        at=sale.happened_at,
        title=title,
        words=sale.words,
        plates=[
            Plate(line.reference.plate, line.reference.name, _gift_words(gifts.get(line.key))) for line in pieces[:4]
        ],
        behind=Money(total, sale.currency).said(language),
        lines=[{"line": line, "gift": gifts.get(line.key)} for line in pieces[:4]],
        meant=meant,
    )


def _gift_words(gift: Gift | None) -> str:
    if gift is None or gift.kind == GiftKind.UNKNOWN:
        return ""
    if gift.kind == GiftKind.HERSELF:
        return gettext("For themselves")
    whom = str(gift.recipient) if gift.recipient else gift.recipient_words
    words = gettext("A gift for %(name)s") % {"name": whom} if whom else gettext("A gift")
    return words if gift.given_on else spoken.enumerated((words, gettext("not given yet")))


def _back(client: Client, at: Here, limit: int) -> list[Entry]:
    rows = _returns(client, at).select_related("reference")
    language = get_language() or "en"
    return [
        Entry(
            id=row.id,
            kind="care",
            on=moments.day_of(row.happened_at, at.boutique.zone),
            at=row.happened_at,
            title=gettext("Brought back"),
            words=row.reference.name if row.reference else "",
            behind=Money(row.amount, row.currency).said(language),
        )
        for row in rows.order_by("-happened_at", "id")[:limit]
    ]


def owned(client: Client, at: Here) -> list[Plate]:
    """What she has, as far as the house knows: her own pieces, what she bought for herself, and gifts already given."""
    return [
        Plate(reference.plate, reference.name, reference.material) for reference in purchases.owned_by(client, at.at)
    ]


def reference_plate(reference: Reference) -> dict[str, Any]:
    """A piece for the picker."""
    return {"value": str(reference.id), "label": reference.name, "plate": reference.plate}
