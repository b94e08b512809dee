"""What is known of people beside their reasons, on one morning: one statement, however many they are."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from collections.abc import Collection
from typing import Any, LiteralString

from carnet.clients.kinds import Act
from carnet.consent.kinds import Answer, Channel, Purpose, Scope
from carnet.intelligence.kinds import Rests
from carnet.kit import db
from carnet.outreach.kinds import Later, Reply
from carnet.outreach.reasons import Asked
from carnet.outreach.rules.pressure import Word
from carnet.outreach.rules.restraint import Known, Replied

POINTS = {"phone": Channel.PHONE, "email": Channel.EMAIL, "post": Channel.POST}
BROKEN_AFTER = dt.timedelta(days=7)
"""Boutique ruling 15: a promise counts as broken 7 days past due."""

KNOWN: LiteralString = """
select c.id, jsonb_build_array(
    c.died_on is not null and c.died_on <= %(on)s
        and exists (select from journal_line j where j.on_id = c.id and j.act = %(died)s and j.at <= %(as_of)s),
    c.is_minor, c.is_mentioned_only, c.prefers_channel,
    (select jsonb_agg(jsonb_build_array(h.scope, h.because, m.signature,
            ((upper(h.period) - interval '1 microsecond') at time zone %(zone)s)::date))
     from consent_hold h left join house_member m on m.id = h.owner_id
     where h.client_id = c.id and h.period @> %(as_of)s and h.known_from <= %(as_of)s),
    (select jsonb_agg(jsonb_build_array(said.purpose, said.channel, said.answer)) from (
        select distinct on (purpose, channel) purpose, channel, answer from consent_permission
        where client_id = c.id and happened_at <= %(as_of)s and known_from <= %(as_of)s
        order by purpose, channel, happened_at desc, id desc) said),
    (select jsonb_agg(jsonb_build_array((ours.happened_at at time zone %(zone)s)::date, ours.channel, ours.kind = 'call',
            ours.answered or came.came, extract(epoch from wrote.at - ours.happened_at) / 3600)
            order by ours.happened_at desc, ours.id)
     from (
        select e.id, e.kind, e.channel, e.happened_at, case when e.answer_known_at <= %(as_of)s then e.answered end as answered
        from interactions_presence p join interactions_encounter e on e.id = p.encounter_id
        where p.client_id = c.id and p.happened_at > %(as_of)s - interval '1 year' and p.happened_at <= %(as_of)s
          and e.kind in ('letter', 'call') and e.started_by = 'house' and e.known_from <= %(as_of)s
          and (e.taken_back_at is null or e.taken_back_at > %(as_of)s)) ours
     cross join lateral (
        select min(e.happened_at) as at from interactions_presence p join interactions_encounter e on e.id = p.encounter_id
        where p.client_id = c.id and p.happened_at > ours.happened_at and p.happened_at <= %(as_of)s
          and p.happened_at <= ours.happened_at + interval '60 days' and e.started_by = 'client' and e.kind <> 'complaint'
          and e.known_from <= %(as_of)s and (e.taken_back_at is null or e.taken_back_at > %(as_of)s)) wrote
     cross join lateral (
        -- Boutique ruling 1: a visit, call or purchase within 60 days is an answer.
        select nullif(wrote.at is not null or exists (
            select from interactions_presence p join interactions_encounter e on e.id = p.encounter_id
            where p.client_id = c.id and p.happened_at > ours.happened_at and p.happened_at <= %(as_of)s
              and p.happened_at <= ours.happened_at + interval '60 days' and e.kind = 'visit' and e.known_from <= %(as_of)s
              and (e.taken_back_at is null or e.taken_back_at > %(as_of)s)
        ) or exists (
            select from purchases_sale s where s.client_id = c.id and s.happened_at > ours.happened_at
              and s.happened_at <= %(as_of)s and s.happened_at <= ours.happened_at + interval '60 days'
              and s.known_from <= %(as_of)s and (s.cancelled_at is null or s.cancelled_at > %(as_of)s)
        ), false) as came) came),
    (select (max(e.happened_at) at time zone %(zone)s)::date from clients_membership mine
     join clients_membership theirs on theirs.household_id = mine.household_id and theirs.client_id <> c.id
          and theirs.period @> %(as_of)s and theirs.known_from <= %(as_of)s
     join interactions_presence p on p.client_id = theirs.client_id and p.happened_at > %(as_of)s - interval '8 days'
          and p.happened_at <= %(as_of)s
     join interactions_encounter e on e.id = p.encounter_id and e.kind in ('letter', 'call') and e.started_by = 'house'
          and e.known_from <= %(as_of)s and (e.taken_back_at is null or e.taken_back_at > %(as_of)s)
     where mine.client_id = c.id and mine.period @> %(as_of)s and mine.known_from <= %(as_of)s),
    (select p.happened_at from interactions_presence p join interactions_encounter e on e.id = p.encounter_id
     where p.client_id = c.id and e.kind = 'visit' and p.happened_at <= %(as_of)s and e.known_from <= %(as_of)s
       and (e.taken_back_at is null or e.taken_back_at > %(as_of)s) order by p.happened_at desc limit 1),
    (select (s.happened_at at time zone %(zone)s)::date from purchases_sale s
     where s.client_id = c.id and s.happened_at <= %(as_of)s and s.known_from <= %(as_of)s
       and (s.cancelled_at is null or s.cancelled_at > %(as_of)s) order by s.happened_at desc limit 1),
    (select r.values->'usual' from intelligence_reading r where r.client_id = c.id and r.kind = 'silence' and r.about is null
     and r."on" <= %(on)s and (r.until is null or r.until > %(on)s) limit 1),
    (select min(w.due_on) from interactions_promise w
     where w.client_id = c.id and w.made_by = 'client' and w.due_on between %(on)s and %(on)s::date + 10
       and w.happened_at <= %(as_of)s and w.known_from <= %(as_of)s and (w.settled_at is null or w.settled_at > %(as_of)s)
       and (w.taken_back_at is null or w.taken_back_at > %(as_of)s)),
    (select min(w.due_on) from interactions_promise w
     where w.client_id = c.id and w.made_by = 'house' and w.due_on <= %(broken)s
       and w.happened_at <= %(as_of)s and w.known_from <= %(as_of)s and (w.settled_at is null or w.settled_at > %(as_of)s)
       and (w.taken_back_at is null or w.taken_back_at > %(as_of)s)),
    exists (select from interactions_complaint x where x.client_id = c.id and x.happened_at <= %(as_of)s
            and x.known_from <= %(as_of)s and (x.closed_at is null or x.closed_at > %(as_of)s)),
    (select jsonb_agg(distinct l.reference_id) from purchases_gift g join purchases_line l on l.key = g.line_id
     where g.recipient_id = c.id and g.known_from <= %(as_of)s
       and (g.given_on is null or g.given_on > %(on)s or g.given_said_at > %(as_of)s)),
    (select jsonb_agg(jsonb_build_array(a."on", a.happened_at, a.reason, a.fact, a.reply, a.because, a.until,
            case when e.taken_back_at > %(as_of)s then null else a."left" end)
            order by a."on" desc, a.happened_at desc, a.id desc)
     from outreach_answer a left join interactions_encounter e on e.id = a.encounter_id
     where a.client_id = c.id and a."on" <= %(on)s and a.happened_at <= %(as_of)s and a.known_from <= %(as_of)s
       and (a.taken_back_at is null or a.taken_back_at > %(as_of)s)),
    (select jsonb_agg(distinct n.kind) from clients_clientpoint x join clients_contactpoint n on n.id = x.point_id
     where x.client_id = c.id and x.period @> %(as_of)s and x.known_from <= %(as_of)s),
    (select jsonb_agg(jsonb_build_array(x.rests, x.until)) from intelligence_consequence x
     where x.client_id = c.id and x.until >= %(on)s and x.known_from <= %(as_of)s
       and (x.ended_at is null or x.ended_at > %(as_of)s)),
    (select jsonb_agg(jsonb_build_array(x.fact, x.about_on, x.held)) from outreach_moment x
     where x.client_id = c.id and x."on" <= %(on)s)
)
from clients_client c where c.id = any(%(people)s::uuid[])
"""


def known(asked: Asked, *, evening: bool = False) -> dict[uuid.UUID, Known]:
    """Of each of those people, as of that day; `evening`: who was put off until then has come back."""
    rows = db.select(
        KNOWN, people=asked.ids, on=asked.on, as_of=asked.as_of, zone=asked.zone, died=Act.DIED.value,
        broken=asked.on - BROKEN_AFTER,
    )  # fmt: skip
    return {client: _known(client, json.loads(told), asked.on, evening=evening) for client, told in rows}


def _known(client: uuid.UUID, told: list[Any], on: dt.date, *, evening: bool) -> Known:
    (
        died, minor, mentioned_only, prefers, holds, answers, words, home_word, last_visit, bought_on, usual, expected_on,
        late_since, to_settle, surprises, replied, points, rests, moments,
    ) = told  # fmt: skip
    return Known(
        client=client, died=died, minor=minor, mentioned_only=mentioned_only, prefers=prefers, to_settle=to_settle,
        owns=bought_on is not None, usual_gap=usual,
        holds={
            Scope(scope): {"because": because, "until": _day(until)} | ({"owner": owner} if owner else {})
            for scope, because, owner, until in holds or ()
        },
        answers={(Purpose(purpose), Channel(channel)): Answer(answer) for purpose, channel, answer in answers or ()},
        words=tuple(
            Word(dt.date.fromisoformat(day), channel, is_call, answered, delay)
            for day, channel, is_call, answered, delay in words or ()
        ),
        home_word=_day(home_word), bought_on=_day(bought_on), expected_on=_day(expected_on), late_since=_day(late_since),
        last_visit=dt.datetime.fromisoformat(last_visit) if last_visit else None,
        surprises=frozenset(map(uuid.UUID, surprises or ())),
        replied=_replied(replied or (), on, evening=evening),
        reached_at=frozenset(POINTS.get(kind) or Channel(kind) for kind in points or ()),
        rests={Rests(what): dt.date.fromisoformat(until) for what, until in rests or ()},
        moments={(uuid.UUID(fact), _day(about)): held for fact, about, held in moments or ()},
    )  # fmt: skip


def _replied(rows: Collection[list[Any]], on: dt.date, *, evening: bool) -> tuple[Replied, ...]:
    """What was answered by then, as it stood then."""
    found = (
        Replied(
            dt.date.fromisoformat(day), dt.datetime.fromisoformat(at), reason, uuid.UUID(fact), Reply(reply), because,
            _day(until), left,
        )
        for day, at, reason, fact, reply, because, until, left in rows
    )  # fmt: skip
    return tuple(each for each in found if not (evening and each.on == on and each.because == Later.THIS_EVENING))


def _day(told: str | None) -> dt.date | None:
    return dt.date.fromisoformat(told) if told else None
