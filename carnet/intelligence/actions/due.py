"""What is due: signals noticed, a search, a date that matters, something that runs out; for some people or the whole house."""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
import uuid
from collections.abc import Collection, Iterable
from typing import Any

import numpy as np
from django.db import transaction

from carnet.house.models import Maison
from carnet.intelligence.actions import keeping, nearing, noticing
from carnet.intelligence.actions.keeping import Found
from carnet.intelligence.kinds import Evidence, ReadingKind
from carnet.intelligence.models import Prior, Season
from carnet.intelligence.queries import dating, replenishing, visiting
from carnet.intelligence.rules import cycles, dates, days, fitting, replenishment, search
from carnet.intelligence.rules import rhythm as law
from carnet.kit import db, moments

STEP = 5
"""Hundredths: a certainty is told in steps of it, so that what has hardly moved is not written again."""
MOST_EVIDENCE = 12
"""Records cited."""
REFIT = dt.timedelta(days=7)
"""How long the law of a category serves before it is fitted again (models.md 3.2)."""


@dataclasses.dataclass(frozen=True, slots=True)
class Due:
    """Which of the clients each part has anything to say about; nothing: it looks at the whole house."""

    noticed: list[uuid.UUID] | None = None
    looking: list[uuid.UUID] | None = None
    giving: list[uuid.UUID] | None = None
    using: list[uuid.UUID] | None = None


@transaction.atomic
def read_due(  # house: act-is-recorded -- it follows from an act below, or from a pass, and that is what the journal tells
    *, clients: Collection[uuid.UUID] | None, on: dt.date, as_of: dt.datetime | None = None
) -> dict[str, int]:
    """Notice and read what is due on that day, as known `as_of` (the end of it); how many rows of each were written.

    The number of statements does not grow with the clients. Of given clients, one statement first finds out which of the four
    parts concern them: most concern nobody.
    """
    zone = Maison.objects.values_list("zone", flat=True).get()
    as_of = as_of or moments.close_of(on, zone)
    of = Due() if clients is None else _concerned(clients, as_of=as_of)
    counts = {"signals": 0 if of.noticed == [] else noticing.notice(clients=of.noticed, on=on, as_of=as_of)}
    began = moments.open_of(dt.date(on.year, 1, 1), zone)
    parts: tuple[tuple[ReadingKind, list[uuid.UUID] | None, Any], ...] = (
        (ReadingKind.SEARCH, of.looking, lambda: _searches(of.looking, on=on, as_of=as_of)),
        (ReadingKind.DATE, of.giving, lambda: _dates(of.giving, on=on, as_of=as_of, began=began)),
        (ReadingKind.REPLENISHMENT, of.using, lambda: _replenishments(of.using, on=on, as_of=as_of)),
    )
    for kind, whom, read in parts:
        counts[kind.value] = 0 if whom == [] else keeping.keep(found=read(), kind=kind, considered=whom, on=on)
    return counts


def _concerned(clients: Collection[uuid.UUID], *, as_of: dt.datetime) -> Due:
    """By one statement over indexes: who came lately, gave twice, bought what runs out, or is read so already."""
    rows = db.select(
        """
        select c.id,
            exists (select from interactions_presence p where p.client_id = c.id and p.happened_at > %(season)s)
                or exists (select from intelligence_signal s where s.client_id = c.id and s."on" > %(season)s),
            exists (select from interactions_presence p where p.client_id = c.id and p.happened_at > %(lately)s)
                or 'search' = any(r.kinds),
            (select count(*) from (select from purchases_sale s join purchases_line l on l.sale_id = s.id
                join purchases_gift g on g.line_id = l.key where s.client_id = c.id limit 2) two) > 1 or 'date' = any(r.kinds),
            (select count(*) from (select from purchases_sale s join purchases_line l on l.sale_id = s.id
                join products_reference f on f.id = l.reference_id left join house_term t on t.id = f.category_id
                where s.client_id = c.id and (f.kind = 'consumable' or t.schema @> '{"runs_out": true}')
                limit %(fewest)s) few) >= %(fewest)s
                or exists (select from purchases_gift g where g.recipient_id = c.id) or 'replenishment' = any(r.kinds)
        from unnest(%(clients)s::uuid[]) as c (id),
        lateral (select coalesce(array_agg(kind), '{}') as kinds from intelligence_reading r
                 where r.client_id = c.id and r.until is null) r
        """,
        clients=list(clients), fewest=replenishment.FEWEST_OCCASIONS,
        season=as_of - dt.timedelta(days=search.WORDS_FADE + 1), lately=as_of - dt.timedelta(days=search.WINDOW + 1),
    )  # fmt: skip
    return Due(*([row[0] for row in rows if row[place]] for place in range(1, 5)))


def _searches(clients: Collection[uuid.UUID] | None, *, on: dt.date, as_of: dt.datetime) -> list[Found]:
    """High intent: a reading with what else it may be, never a flag (Z-28)."""
    seen = visiting.looking(clients, on=on, as_of=as_of)
    likely = search.searching(search.Visits(
        np.array([each.before for each in seen]), np.array([each.lately for each in seen]),
        np.array([each.asked for each in seen], dtype=np.bool_),
    ))  # fmt: skip
    found = [(each, float(said)) for each, said in zip(seen, likely, strict=True) if said >= search.SHOWN]
    behind = visiting.behind([each.client for each, _said in found], on=on, as_of=as_of) if found else {}
    return [_search(each, behind[each.client], said) for each, said in found]


def _search(each: visiting.Looks, behind: visiting.Behind, likely: float) -> Found:
    evidence = {
        search.Instead.COMPANY: _cited(Evidence.ENCOUNTER, behind.idle),
        search.Instead.A_REPAIR: _cited(Evidence.ENCOUNTER, behind.cared),
        search.Instead.WITH_A_FRIEND: _cited(Evidence.ENCOUNTER, behind.accompanied),
        search.Instead.OUR_NOTING: _cited(Evidence.SALE, behind.unnoted),
    }
    rest = search.shared(1.0 - likely, {rival: bool(cited) for rival, cited in evidence.items()})
    return Found(
        client=each.client, kind=ReadingKind.SEARCH, code="searching" if likely >= search.LIKELY else "perhaps_searching",
        certainty=_certainty(likely),
        values={"visits": each.visits, "since": each.since.isoformat(), "asked": each.asked, "before": round(each.before)},
        evidence=_cited(Evidence.ENCOUNTER, behind.seen_in),
        rivals=[
            {"code": rival, "certainty": _certainty(rest[rival]), "evidence": evidence[rival]}
            for rival in sorted(evidence, key=lambda rival: (-rest[rival], list(search.Instead).index(rival)))
        ],
    )  # fmt: skip


def _dates(
    clients: Collection[uuid.UUID] | None, *, on: dt.date, as_of: dt.datetime, began: dt.datetime
) -> list[Found]:
    """A date that matters, of whoever gives: a question until somebody answers it (Z-27)."""
    gifts = dating.given(clients, on=on, as_of=as_of)
    if not gifts:
        return []
    givers = {client: number for number, client in enumerate(dict.fromkeys(gift.client for gift in gifts))}
    owner = np.array([givers[gift.client] for gift in gifts])
    first = np.zeros(len(givers), dtype=np.int64)
    first[owner] = [dating.number(gift.first) for gift in gifts]
    giving = dates.Giving(
        owner=owner, day=np.array([dating.number(gift.day) for gift in gifts]),
        labelled=np.array([gift.labelled for gift in gifts], dtype=np.bool_), first=first,
    )  # fmt: skip
    silent = {givers[client]: windows for client, windows in dating.silent(gifts, on=on, as_of=as_of).items()}
    share = _season(on, began=began, may_keep=clients is None)
    matter = dates.matter(giving, last=dating.number(on), share=share, silent=silent)
    whose = list(givers)
    return [_date(whose[giver], window, gifts) for giver, windows in matter.items() for window in windows]


def _season(on: dt.date, *, began: dt.datetime, may_keep: bool) -> law.Floats:
    """When people give, as known when the year began; a pass over the house keeps it for those who are read one by one."""
    kept = Season.objects.filter(year=on.year).first()
    if kept and not may_keep:
        return np.array(kept.shares)
    # Records of the years before may have been taken in since.
    share = dating.shares(on=on, as_of=began)
    if may_keep and (kept is None or not np.allclose(kept.shares, share)):
        Season.objects.update_or_create(year=on.year, defaults={"shares": share.tolist()})
    return share


def _date(client: uuid.UUID, window: dates.Window, gifts: list[dating.Given]) -> Found:
    hers = [gifts[each] for each in window.gifts]
    named = [each for each in hers if each.occasion_on]
    when = dates.when(
        np.array([dating.number(each.day) for each in hers]),
        np.array([dating.number(each.day) for each in named], dtype=np.int64),
        np.array([(each.day - each.bought_on).days for each in named], dtype=np.int64),
    )
    return Found(
        client=client, kind=ReadingKind.DATE, about=dating.about(client, window.number), code="perhaps_matters",
        certainty=_certainty(window.probability),
        values={"from": when.first, "to": when.last, "hits": window.hits, "years": window.years, "approach": when.approach},
        evidence=_cited(Evidence.GIFT, (each.id for each in hers)),
        rivals=[{"code": "by_chance", "certainty": _certainty(1.0 - window.probability), "evidence": []}],
    )  # fmt: skip


def _replenishments(clients: Collection[uuid.UUID] | None, *, on: dt.date, as_of: dt.datetime) -> list[Found]:
    """What she uses will be used up in a range of days, and never on one (Z-31)."""
    series = replenishing.series(clients, on=on, as_of=as_of)
    if not series:
        return []
    owner = np.concatenate([np.full(len(each.days), number) for number, each in enumerate(series)])
    bought = np.array([dating.number(day) for each in series for day in each.days])
    sums, last = days.summed(owner, bought, len(series))
    # As of the day on which this part of the month began: what is said then stands for ten days.
    silences = days.silences(last, dating.number(cycles.part(on)))
    known: dict[str, int] = {}
    categories = np.array([known.setdefault(_stream(each.category), len(known)) for each in series])
    laws = _laws(list(known), categories, sums, silences, on=on, may_fit=clients is None)
    people: dict[uuid.UUID, int] = {}
    persons = np.array([people.setdefault(each.client, len(people)) for each in series])
    told = replenishment.due(categories, persons, sums, silences, laws)
    longer, goes_on = cycles.standing(categories, sums, silences, laws)
    soon = nearing.near_by(
        said=told.soon, series=series, categories=categories, persons=persons, laws=laws,
        part=cycles.part(on), on=on, as_of=as_of, may_learn=clients is None,
    )  # fmt: skip
    near = (soon >= cycles.NEAR) | (longer <= cycles.HALF)
    ranges = np.stack([told.soonest, told.median, told.latest]) + last
    return [
        _replenishment(each, ranges[:, number], near=bool(near[number]), goes_on=float(goes_on[number]))
        for number, each in enumerate(series)
        if longer[number] >= cycles.GIVEN_UP
    ]


def _replenishment(each: replenishing.Series, ranges: law.Floats, *, near: bool, goes_on: float) -> Found:
    """Its days are told as those on which the parts of a month begin: nobody knows better, and it is not written every day."""
    low, median, high = map(_part_of_month, ranges)
    return Found(
        client=each.client, kind=ReadingKind.REPLENISHMENT, about=each.about, code="near" if near else "ahead",
        certainty=_certainty(goes_on),
        values={"low": low, "median": median, "high": high, "is_product": each.is_product},
        evidence=[(Evidence(bought.kind), bought.id) for bought in each.bought][-MOST_EVIDENCE:],
    )  # fmt: skip


def _laws(
    streams: list[str], categories: days.Whole, sums: law.Sums, silences: law.Floats, *, on: dt.date, may_fit: bool
) -> list[law.Prior]:
    """The law of each category: as last fitted; fitted anew by a pass over the house when that is a week ago."""
    kept = {row.stream: row for row in Prior.objects.filter(stream__in=streams, since__lte=on).order_by("since")}
    laws = []
    for number, stream in enumerate(streams):
        row = kept.get(stream)
        if may_fit and (row is None or on - row.since >= REFIT):
            part = np.flatnonzero(categories == number)
            fitted = fitting.fit(sums.at(part), silences[part], cycles.RUNS_OUT)
            if fitted != cycles.RUNS_OUT:
                Prior.objects.create(stream=stream, since=on, clients=len(part), **dataclasses.asdict(fitted))
            laws.append(fitted)
        else:
            laws.append(law.Prior(row.mu, row.kappa, row.nu, row.sigma2, row.a, row.b) if row else cycles.RUNS_OUT)
    return laws


def _stream(category: uuid.UUID | None) -> str:
    """By what name the law of a category is kept: the first signs of its id."""
    return category.hex[:8] if category else ""


def _part_of_month(number: float) -> str:
    return cycles.part(dt.date.fromordinal(min(dating.EPOCH + math.floor(number), dt.date.max.toordinal()))).isoformat()


def _cited(kind: Evidence, records: Iterable[uuid.UUID]) -> list[tuple[Evidence, uuid.UUID]]:
    return [(kind, record) for record in records][-MOST_EVIDENCE:]


def _certainty(probability: float) -> int:
    return STEP * round(100 * probability / STEP)
