"""How restraint was kept in a boutique: its people of the last ninety days, by what they heard from us and what they did not.

People are those at home in the boutique, whoever wrote to them; nothing here is counted by advisor. Both statements go
through the boutique's people one by one, by index (`offset 0` keeps the planner from reading the whole house), and return
each figure with the people in it.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import uuid
from collections.abc import Collection, Mapping
from typing import Any, LiteralString

from carnet.clients.kinds import Sensitivity
from carnet.clients.models import Client, KnownAt
from carnet.house import queries as house
from carnet.house.kinds import SettingName
from carnet.house.models import Boutique
from carnet.kit import db, moments
from carnet.outreach.kinds import Rest

LOOKS_BACK = dt.timedelta(days=90)
TOGETHER = dt.timedelta(days=7)
"""Two words of ours by different colleagues within it fall upon one another."""
CHOSEN = (
    Rest.ASKED_NOT_TO, Rest.MOMENT, Rest.TO_SETTLE, Rest.LATE, Rest.ANSWERED, Rest.EXPECTED, Rest.BOUGHT_LATELY,
    Rest.WRITTEN_LATELY, Rest.UNANSWERED, Rest.PRESSED, Rest.NO_PERMISSION, Rest.ONLY_US, Rest.TO_LEARN,
)  # fmt: skip
"""Silences that somebody or a rule chose, beside holds; that there was nothing to say is no choice."""


class Heard(enum.StrEnum):
    """What somebody heard from us, and what came of it."""

    ONCE = "once"
    TWICE = "twice"
    OFTENER = "oftener"
    SOONER = "sooner"
    """Two words nearer to one another than the house's pace."""
    BY_TWO = "by_two"
    """From two colleagues within a week."""
    DATED = "dated"
    """A letter for a reason that had a day, as the list gave it."""
    UNDATED = "undated"
    ANSWERED = "answered"
    UNANSWERED = "unanswered"
    SAID_NO = "said_no"


@dataclasses.dataclass(frozen=True)
class Figure:
    """So many words, and the people in it."""

    words: int
    people: frozenset[uuid.UUID]


@dataclasses.dataclass(frozen=True)
class Asked:
    """A boutique's last ninety days, as of a moment; `hidden` are those whom the reader may not see."""

    boutique: Boutique
    as_of: dt.datetime
    hidden: Collection[uuid.UUID] = ()

    def values(self) -> dict[str, Any]:
        """What both statements are asked with."""
        return {
            "boutique": self.boutique.id, "as_of": self.as_of, "since": self.as_of - LOOKS_BACK, "hidden": list(self.hidden),
        }  # fmt: skip


PEOPLE: LiteralString = """
with people as materialized (
    select k.client_id from clients_knownat k
    where k.boutique_id = %(boutique)s and k.is_home and k.period @> %(as_of)s and not (k.client_id = any(%(hidden)s::uuid[]))
)
"""
HEARD: LiteralString = """,
words as materialized (
    select p.client_id, e.id, e.kind, e.happened_at, case when e.answer_known_at <= %(as_of)s then e.answered end as answered
    from people cross join lateral (
        select p.client_id, p.encounter_id from interactions_presence p
        where p.client_id = people.client_id and p.happened_at > %(since)s and p.happened_at <= %(as_of)s offset 0) p
    join interactions_encounter e on e.id = p.encounter_id
    where e.kind in ('letter', 'call') and e.started_by = 'house' and e.known_from <= %(as_of)s
      and (e.taken_back_at is null or e.taken_back_at > %(as_of)s)
), times as (
    select client_id, count(*) as words, coalesce(bool_or(apart < make_interval(days => %(pace)s)), false) as sooner from (
        select client_id, happened_at - lag(happened_at) over (partition by client_id order by happened_at, id) as apart
        from words) each
    group by client_id
), letters as (
    select w.client_id,
        exists (select from outreach_answer a where a.encounter_id = w.id and a.reply = 'written'
                and a.known_from <= %(as_of)s and (a.taken_back_at is null or a.taken_back_at > %(as_of)s)) as dated,
        -- Boutique ruling 1: a visit, call or purchase within 60 days is an answer.
        w.answered is true or exists (
            select from interactions_presence p join interactions_encounter e on e.id = p.encounter_id
            where p.client_id = w.client_id and p.happened_at > w.happened_at and p.happened_at <= %(as_of)s
              and p.happened_at <= w.happened_at + interval '60 days' and e.kind <> 'complaint'
              and (e.started_by = 'client' or e.kind = 'visit') and e.known_from <= %(as_of)s
              and (e.taken_back_at is null or e.taken_back_at > %(as_of)s)
        ) or exists (
            select from purchases_sale s where s.client_id = w.client_id and s.happened_at > w.happened_at
              and s.happened_at <= %(as_of)s and s.happened_at <= w.happened_at + interval '60 days'
              and s.known_from <= %(as_of)s and (s.cancelled_at is null or s.cancelled_at > %(as_of)s)
        ) as answered
    from words w where w.kind = 'letter'
)
select figure, sum(words)::int, array_agg(distinct client_id) from (
    select case words when 1 then 'once' when 2 then 'twice' else 'oftener' end as figure, client_id, words from times
    union all select 'sooner', client_id, words from times where sooner
    union all select case when dated then 'dated' else 'undated' end, client_id, 1 from letters
    union all select case when answered then 'answered' else 'unanswered' end, client_id, 1 from letters
    union all
    select 'by_two', first.client_id, 1 from words first
    join words second on second.client_id = first.client_id and (second.happened_at, second.id) > (first.happened_at, first.id)
         and second.happened_at <= first.happened_at + %(together)s
    where exists (select from interactions_attendance a where a.encounter_id = first.id)
      and exists (select from interactions_attendance a where a.encounter_id = second.id)
      and not exists (select from interactions_attendance a join interactions_attendance b on b.member_id = a.member_id
                      where a.encounter_id = first.id and b.encounter_id = second.id)
    union all
    select 'said_no', n.client_id, 1 from people cross join lateral (
        select n.client_id from consent_permission n where n.client_id = people.client_id and n.answer = 'no'
          and n.happened_at > %(since)s and n.happened_at <= %(as_of)s and n.known_from <= %(as_of)s offset 0) n
) found group by figure
"""
SILENCES: LiteralString = """
select figure, array_agg(distinct client_id) from (
    -- What a hold of condolence closes is never told apart (ruling 14).
    select case h.scope when 'selling' then 'selling_held' else 'held' end as figure, h.client_id
    from people cross join lateral (
        select h.client_id, h.scope from consent_hold h where h.client_id = people.client_id
          and h.period && tstzrange(%(since)s, %(as_of)s) and h.known_from <= %(as_of)s offset 0) h
    union all
    select d.kind, d.client_id from people cross join lateral (
        select d.client_id, d.because->0->>0 as kind from outreach_decided d where d.client_id = people.client_id
          and d.verdict <> 'write' and d.since <= %(today)s and (d.until is null or d.until > %(first)s) offset 0) d
    where d.kind = any(%(chosen)s)
) found group by figure
"""


def hidden(boutique: Boutique, as_of: dt.datetime) -> list[uuid.UUID]:
    """Those at home there whom not everybody in the boutique may see: whoever reads must be asked about them."""
    home = KnownAt.objects.filter(boutique=boutique, is_home=True, period__contains=as_of)
    guarded = Client.objects.filter(id__in=home.values("client")).exclude(sensitivity=Sensitivity.STANDARD)
    return list(guarded.values_list("id", flat=True))


def pace(as_of: dt.datetime) -> int:
    """Days the house lets pass between two letters it starts."""
    return int(house.setting(SettingName.PACE_DAYS, as_of))


def heard(asked: Asked, pace: int) -> Mapping[Heard, Figure]:
    """What they heard from us; only figures with somebody in them."""
    rows = db.select(PEOPLE + HEARD, **asked.values(), pace=pace, together=TOGETHER)
    return {Heard(figure): Figure(words, frozenset(people)) for figure, words, people in rows}


def silences(asked: Asked) -> Mapping[Rest, Figure]:
    """Who was left in peace by a hold or by a rule, and why; somebody may be in several."""
    today = moments.day_of(asked.as_of, asked.boutique.zone)
    rows = db.select(
        PEOPLE + SILENCES,
        **asked.values(),
        today=today,
        first=today - LOOKS_BACK,
        chosen=[each.value for each in CHOSEN],
    )
    return {Rest(figure): Figure(len(people), frozenset(people)) for figure, people in rows}
