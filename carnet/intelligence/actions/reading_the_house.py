"""The morning pass: everybody the first time; then those who changed, and those whom time has changed.

SQL adds up, NumPy judges, SQL writes back, a slice of the house to a transaction: what is interrupted is taken up again.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import uuid
from typing import TYPE_CHECKING, Any, LiteralString

import numpy as np
from django.db import transaction

from carnet.house import queries as house
from carnet.house.kinds import SettingName
from carnet.house.models import Maison
from carnet.intelligence.actions import due, keeping
from carnet.intelligence.actions.reading import RHYTHM
from carnet.intelligence.kinds import Act, ReadingKind, Stage
from carnet.intelligence.models import Pass, Prior, Rhythm, Unread
from carnet.intelligence.queries import ageing, gathering
from carnet.intelligence.queries.gathering import Gathered
from carnet.intelligence.queries.population import BOUGHT, MET, PASS_LOCK, Population, fitted_on, population
from carnet.intelligence.rules import fitting, silence, states
from carnet.intelligence.rules.picture import LONGEST_AHEAD, WEEK, Codes, Flags
from carnet.intelligence.rules.rhythm import Floats
from carnet.journal import recording
from carnet.kit import acts, db, moments

if TYPE_CHECKING:
    import pyarrow as pa

REFIT = dt.timedelta(days=28)
"""How long a population's numbers serve: they move with seasons, and a new fit reads the whole house anew."""
SLICE = 50_000
"""People to a transaction; while it lasts, nobody is read by herself."""
MOST_CHANGED = 0.2
"""Of the house: when more have changed, all are read, which is then cheaper."""
JUDGED: LiteralString = """
    create temp table judged (client_id uuid, home_id uuid, bought_gaps int, bought_logs float8, bought_squares float8,
        bought_first date, bought_last date, met_gaps int, met_logs float8, met_squares float8, met_first date, met_last date,
        most_pieces int, turns_on date, code text, certainty int, usual int, soonest int, latest int, gaps int, source text,
        rivals text, state text, sale_id uuid, encounter_id uuid,
        read_alone int, unread int) on commit drop
"""
SUMS = (
    "client_id", "home_id", "bought_gaps", "bought_logs", "bought_squares", "bought_first", "bought_last", "met_gaps",
    "met_logs", "met_squares", "met_first", "met_last", "most_pieces",
)  # fmt: skip
JUDGEMENT = (
    "turns_on",
    "code",
    "certainty",
    "usual",
    "soonest",
    "latest",
    "gaps",
    "source",
    "rivals",
    "state",
    "sale_id",
    "encounter_id",
)
SEEN = ("read_alone", "unread")  # fmt: skip
READ_SINCE: LiteralString = """
    delete from judged j using intelligence_rhythm r where r.client_id = j.client_id and r.read_alone > j.read_alone
"""
READ: LiteralString = (
    "delete from intelligence_unread u using judged j where u.client_id = j.client_id and u.times = j.unread"
)
KEPT: LiteralString = """
    select client_id, home_id, bought_gaps, bought_logs, bought_squares, bought_first, bought_last, met_gaps, met_logs,
           met_squares, met_first, met_last, most_pieces, %(on)s::date, turns_on, 0 from judged where true
"""
HEARD: LiteralString = """
    create temp table heard on commit drop as
    select j.client_id, null::uuid as about, j.code, j.certainty,
           jsonb_build_object('from', j.source, 'usual', j.usual, 'soonest', j.soonest, 'latest', j.latest,
                              'gaps', j.gaps) as values,
           (case when j.sale_id is null then '[]' else jsonb_build_array(jsonb_build_array('sale', j.sale_id)) end)
           || (case when j.encounter_id is null then '[]'
               else jsonb_build_array(jsonb_build_array('encounter', j.encounter_id)) end) as evidence,
           replace(replace(replace(j.rivals,
               '[$sale]', coalesce('[["sale", "' || j.sale_id || '"]]', '[]')),
               '[$encounter]', coalesce('[["encounter", "' || j.encounter_id || '"]]', '[]')),
               '[$promise]', coalesce('[["promise", "' || case when j.rivals like '%%$promise%%' then (
                   select x.id from interactions_promise x where x.client_id = j.client_id and x.made_by = 'house'
                   and x.due_on < %(on)s and x.happened_at <= %(as_of)s and x.known_from <= %(as_of)s
                   and x.settled_at is null and x.taken_back_at is null order by x.due_on, x.id limit 1) end || '"]]', '[]')
           )::jsonb as rivals
    from judged j
    where j.code is not null
"""
MOVED: LiteralString = """
    case when x.id is null then '[]' else coalesce((
        select jsonb_build_array(jsonb_build_array(moved.kind, moved.id)) from (
            select 'sale' as kind, s.id, s.happened_at from purchases_sale s
            where s.client_id = f.client_id and s.happened_at > %(lately)s
            union all
            select 'complaint', c.id, c.happened_at from interactions_complaint c
            where c.client_id = f.client_id and c.happened_at > %(lately)s
            order by happened_at desc limit 1) moved), '[]') end
"""
"""The record that moved a state that stood before."""
LATELY = dt.timedelta(days=35)
"""How far back a pass looks for the record that moved a state."""


def read_house(  # house: act-in-one-transaction -- a slice of the house to each, so that an interruption costs a slice
    *, by: acts.By, at: dt.datetime, everybody: bool = False
) -> Pass:
    """Read the house for today, where it is; a pass that was interrupted goes on, one that is done reads who came since.

    `everybody`: whether anything of theirs has changed or not.
    """
    on = moments.day_of(at, Maison.objects.get().zone)
    read = _begun(on=on, at=at, everybody=everybody)
    with transaction.atomic():
        db.execute("set local work_mem = '256MB'")
        some = not read.is_whole
        if some:
            _choose(on)
        gathered = gathering.gather(on, some=some, after=read.through if read.is_whole else None)
        _fit(gathered, on)
    leans = population(on)
    conditions = states.Conditions.of(house.setting(SettingName.STATES, at))
    for start in range(0, len(gathered), SLICE):
        _read_slice(read=read, gathered=gathered.of(start, SLICE), leans=leans, conditions=conditions)
    return _ended(read=read, gathered=gathered, by=by, at=at)


def _begun(*, on: dt.date, at: dt.datetime, everybody: bool) -> Pass:
    """Today's pass: taken up, or begun; whole the first time, when a population has aged, and when many have changed."""
    standing = Pass.objects.filter(on=on).first()
    if standing and standing.stage != Stage.DONE:
        return standing
    last_fit = fitted_on(on)
    whole = everybody or last_fit is None or on - last_fit >= REFIT or _many_changed(on)
    begun = {
        "is_whole": whole, "stage": Stage.READING, "through": None, "began_at": at, "ended_at": None, "counts": {},
    }  # fmt: skip
    return Pass.objects.update_or_create(on=on, defaults=begun)[0]


def _many_changed(on: dt.date) -> bool:
    changed = Unread.objects.count() + Rhythm.objects.filter(turns_on__lte=on).count()
    return changed > MOST_CHANGED * max(Rhythm.objects.count(), 1)


def _choose(on: dt.date) -> None:
    """Those who changed, those whom time has changed; and whose purchases count for them."""
    db.execute(
        """
        create temp table to_read on commit drop as
        select client_id from intelligence_unread
        union select client_id from intelligence_rhythm where turns_on <= %(on)s
        """,
        on=on,
    )
    db.execute(
        """
        insert into to_read
        select distinct theirs.client_id from to_read join clients_membership mine on mine.client_id = to_read.client_id
        join clients_membership theirs on theirs.household_id = mine.household_id
        where theirs.client_id not in (select client_id from to_read)
        """
    )
    db.execute("create temp table to_read_of on commit drop as select client_id from to_read")
    db.execute("analyze to_read")


def _fit(gathered: Gathered, on: dt.date) -> None:
    """The populations' six numbers, on a day on which the whole house is read; once a day."""
    last = fitted_on(on)
    if last is not None and on - last < REFIT:
        return
    for name in (BOUGHT, MET):
        sums, _first, silent = gathered.stream(name)
        there = np.isfinite(silent)
        found = fitting.fit(sums.at(there), np.maximum(silent[there], 0.5) / WEEK)
        Prior.objects.get_or_create(
            stream=name, since=on, defaults=dataclasses.asdict(found) | {"clients": int(there.sum())}
        )


@transaction.atomic
def _read_slice(*, read: Pass, gathered: Gathered, leans: Population, conditions: states.Conditions) -> None:
    """Judge some, and keep what differs from what stands."""
    asked = gathering.values(read.on)
    db.execute("set local work_mem = '64MB'")
    db.execute(JUDGED)
    db.copy_csv("judged", (*SUMS, *JUDGEMENT, *SEEN), _judged(gathered, leans, conditions))
    db.execute("analyze judged (client_id)")
    db.execute("select pg_advisory_xact_lock(%(pass)s)", **{"pass": PASS_LOCK})
    db.execute(READ_SINCE)
    db.execute(RHYTHM.format(read=READ, source=KEPT), on=read.on)
    db.execute(HEARD, **asked)
    keeping.settle(
        source="heard", kind=ReadingKind.SILENCE, whose="and r.client_id in (select client_id from judged)", on=read.on
    )
    keeping.settle_states(source="judged", because=MOVED, on=read.on, lately=asked["as_of"] - LATELY)
    Pass.objects.filter(id=read.id).update(through=gathered.rows["client_id"][-1].as_py())
    db.execute("drop table judged, heard")


def _judged(gathered: Gathered, leans: Population, conditions: states.Conditions) -> bytes:
    """What is kept of each, as CSV."""
    import pyarrow as pa  # late: 30 MB that only a pass over the house should pay
    from pyarrow import compute, csv

    picture = gathered.picture(leans)
    heard = silence.read(picture)
    turns = np.minimum(heard.turns_in, states.turns_in(picture, conditions))
    unknown = heard.codes == silence.UNKNOWN
    of_home = picture.through_home & ~heard.from_met
    columns: dict[str, Any] = {name: gathered.rows[name] for name in SUMS}
    ids = {name: gathered.rows[name] for name in ("home_id", "sale_id", "encounter_id")}
    ids = {name: compute.if_else(compute.equal(each, ""), None, each) for name, each in ids.items()}
    columns |= {"home_id": ids.pop("home_id")}
    columns |= {
        "turns_on": _days_ahead(gathered.on, turns),
        "code": _words(tuple(silence.CODES), heard.codes, unknown),
        "certainty": heard.certainty.astype(np.int32),
        "usual": heard.usual.astype(np.int32),
        "soonest": heard.soonest.astype(np.int32),
        "latest": heard.latest.astype(np.int32),
        "gaps": np.where(heard.from_met, picture.met.sums.gaps, picture.bought.sums.gaps).astype(np.int32),
        "source": _words(("bought", "met", "home"), np.where(of_home, 2, heard.from_met.astype(np.int8))),
        "rivals": _rivals(heard, picture.through_home, picture.owed),
        "state": _words(tuple(states.CODES), states.read(picture, conditions)),
        **ids,
        **{name: gathered.rows[name] for name in SEEN},
    }
    kept = io.BytesIO()
    csv.write_csv(pa.table(columns), kept, csv.WriteOptions(include_header=False))
    return kept.getvalue()


def _words(words: tuple[str, ...], places: Codes, absent: Flags | None = None) -> pa.Array:
    """The word at each place; none where it is absent."""
    import pyarrow as pa  # late: as above

    return pa.array(words).take(pa.array(places, mask=absent))


def _days_ahead(on: dt.date, ahead: Floats) -> pa.Array:
    """The day so far from that one, at the earliest the next; none where it is a lifetime away."""
    import pyarrow as pa  # late: as above

    is_near = ahead < LONGEST_AHEAD
    days = (
        np.where(is_near, np.maximum(np.ceil(np.where(is_near, ahead, 0.0)), 1.0), 0.0)
        + (on - dt.date(1970, 1, 1)).days
    )
    return pa.array(days.astype(np.int32), mask=~is_near).cast(pa.date32())


def _rivals(heard: silence.Reading, through_home: Flags, owed: Flags) -> pa.Array:
    """Of each its rivals; there are few different lists, and each is written once."""
    import pyarrow as pa  # late: as above

    told = np.column_stack([heard.codes, heard.alive, heard.still_there, through_home, owed]).astype(np.int16)
    different, places = np.unique(told, axis=0, return_inverse=True)
    written = [
        silence.rivals(
            code=silence.CODES[code],
            alive=int(alive),
            still_there=bool(still),
            through_home=bool(home),
            owed=bool(late),
        )
        for code, alive, still, home, late in different
    ]
    return pa.array(written).take(pa.array(places.reshape(-1)))


@transaction.atomic
def _ended(*, read: Pass, gathered: Gathered, by: acts.By, at: dt.datetime) -> Pass:
    """What is due, and one line in the journal."""
    changed = [] if read.is_whole else [uuid.UUID(each) for each in gathered.rows["client_id"].to_pylist()]
    due.read_due(clients=None if read.is_whole else ageing.also_moved_by_time(changed, on=read.on), on=read.on)
    read.counts = {"read": read.counts.get("read", 0) + len(gathered)}
    read.stage, read.ended_at = Stage.DONE, at
    read.save(update_fields=["stage", "ended_at", "counts"])
    recording.record(act=Act.HOUSE_READ, by=by, on=acts.On("pass", read.id), at=at)
    return read
