"""People brought in from another system, set-based: same source id, same person; what a person entered stays.

The caller stages rows in temporary tables of its own transaction and passes the journal line of its act. Columns:

- `taken_people`: key text (unique), other_key text, title, given, family, display, description, preferred, "order",
  gender, language, country, city text (null: the source does not say), known_from, met_at timestamptz.
- `taken_points`: key, kind, value (as it compares), raw text.
- `taken_places`: key text, boutique_id uuid, since timestamptz.
- `taken_facts`: key, kind (a term's code), words, sentence text, known_from timestamptz.
- `taken_bonds`: key, spouse_key (may be null), couple_name text (may be null), known_from timestamptz.

The temporary table `taken_who` (key, client_id, is_new) is left behind for the rooms above.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Collection

from django.db import transaction

from carnet.clients.kinds import Sensitivity
from carnet.clients.models import Client
from carnet.journal.models import Line
from carnet.kit import db

FIELDS = ("title", "given", "family", "display", "preferred", "order", "gender", "language", "country", "city")


@dataclasses.dataclass(frozen=True)
class PeopleTaken:
    """How many people were new, changed, or already so."""

    new: int
    changed: int
    same: int
    candidates: int


@transaction.atomic
def people(*, source: str, line: Line, at: dt.datetime) -> PeopleTaken:
    """Take in everyone staged under that source."""
    known = _who(source=source)
    new = _introduce(source=source, line=line)
    changed = _enter(source=source, line=line)
    _reach(source=source, line=line, at=at)
    _place(line=line, at=at)
    return PeopleTaken(new=new, changed=changed, same=known - changed, candidates=_compare(line=line, at=at))


@transaction.atomic
def facts(*, source: str, kinds: Collection[str], line: Line, at: dt.datetime) -> int:
    """Note what the source says of people; what it no longer says of these `kinds` has ended. How many were news."""
    db.execute(
        """
        update clients_fact f set period = tstzrange(lower(f.period), %(at)s)
        from taken_who w, journal_line noted, house_term known
        where f.client_id = w.client_id and upper_inf(f.period) and lower(f.period) < %(at)s
          and known.id = f.kind_id and known.kind = 'fact' and known.code = any(%(kinds)s)
          and noted.id = f.noted_in_id and noted.via = 'import' and f.author_id is null
          and exists (select from clients_externalid e where e.client_id = f.client_id and e.source = %(source)s)
          and not exists (
              select from taken_facts t join taken_who o on o.key = t.key join house_term k on k.kind = 'fact' and k.code = t.kind
              where o.client_id = f.client_id and k.id = f.kind_id and t.words = f.words)
        """,
        source=source,
        kinds=list(kinds),
        at=at,
    )
    return db.execute(
        """
        insert into clients_fact (id, client_id, kind_id, words, leaning, certainty, visibility, period, sentence, known_from,
            noted_in_id)
        select distinct on (w.client_id, k.id, t.words)
               derived_id('fact', w.client_id::text, t.kind, t.words, (select count(*) from clients_fact f
                   where f.client_id = w.client_id and f.kind_id = k.id and f.words = t.words)::text),
               w.client_id, k.id, t.words, '', 'observed', 'shared', tstzrange(t.known_from, null), t.sentence, t.known_from,
               %(line)s
        from taken_facts t join taken_who w using (key) join house_term k on k.kind = 'fact' and k.code = t.kind
        where not exists (select from clients_fact f where f.client_id = w.client_id and f.kind_id = k.id
                          and f.words = t.words and upper_inf(f.period))
        order by w.client_id, k.id, t.words, t.known_from
        """,
        line=line.id,
    )


@transaction.atomic
def bonds(*, source: str, line: Line) -> int:
    """Couples the source knows: a relation, and a household where it has a name. How many were news."""
    db.execute(
        """
        create temp table taken_couples on commit drop as
        select distinct on (least(a.client_id, e.client_id), greatest(a.client_id, e.client_id))
               least(a.client_id, e.client_id) as client_id, greatest(a.client_id, e.client_id) as other_id, t.couple_name,
               t.known_from
        from taken_bonds t join taken_who a on a.key = t.key
        join clients_externalid e on e.source = %(source)s and e.external_id = t.spouse_key
        where a.client_id <> e.client_id
        """,
        source=source,
    )
    new = db.execute(
        """
        insert into clients_relation (id, client_id, other_id, kind, period, known_from, noted_in_id)
        select derived_id('relation', client_id::text, other_id::text), client_id, other_id, 'spouse',
               tstzrange(known_from, null), known_from, %(line)s
        from taken_couples t where not exists (select from clients_relation r where upper_inf(r.period)
            and (r.client_id, r.other_id) in ((t.client_id, t.other_id), (t.other_id, t.client_id)))
        """,
        line=line.id,
    )
    _found_households(line=line)
    db.execute("drop table taken_couples")
    return new


def _found_households(*, line: Line) -> None:
    db.execute(
        """
        insert into clients_household (id, name, known_from, noted_in_id)
        select derived_id('household', client_id::text, other_id::text), couple_name, known_from, %(line)s
        from taken_couples t where couple_name is not null and not exists (
            select from clients_membership m join clients_membership n using (household_id)
            where m.client_id = t.client_id and n.client_id = t.other_id)
        on conflict do nothing
        """,
        line=line.id,
    )
    db.execute(
        """
        insert into clients_membership (id, household_id, client_id, role, period, known_from, noted_in_id)
        select derived_id('member', h.id::text, who.client_id::text), h.id, who.client_id, who.role,
               tstzrange(t.known_from, null), t.known_from, %(line)s
        from taken_couples t join clients_household h on h.id = derived_id('household', t.client_id::text, t.other_id::text),
             lateral (values (t.client_id, 'spouse'), (t.other_id, 'spouse')) as who (client_id, role)
        on conflict do nothing
        """,
        line=line.id,
    )


@transaction.atomic
def undo(*, line: Line) -> list[Client]:
    """Take back what that line brought; people on whom later work rests stay, and are returned."""
    db.execute("delete from clients_candidate where noted_in_id = %(line)s", line=line.id)
    db.execute(
        "create temp table undone on commit drop as"
        " select distinct client_id from clients_cliententry where noted_in_id = %(line)s",
        line=line.id,
    )
    db.execute(
        "update clients_clientpoint set period = tstzrange(lower(period), null) where upper(period) = %(at)s and source <> ''",
        at=line.at,
    )
    for table in ("fact", "relation", "membership", "clientpoint", "cliententry"):
        db.execute(f"delete from clients_{table} where noted_in_id = %(line)s", line=line.id)  # noqa: S608 -- our own names
    db.execute(
        "delete from clients_household h where noted_in_id = %(line)s"
        " and not exists (select from clients_membership m where m.household_id = h.id)",
        line=line.id,
    )
    db.execute(
        "update clients_fact set period = tstzrange(lower(period), null) where upper(period) = %(at)s and author_id is null",
        at=line.at,
    )
    _show_winning_entries("undone")
    db.execute("drop table undone")
    own = ("knownat", "externalid")
    others = [
        f"exists (select from clients_{table} r where r.client_id = c.id and r.noted_in_id <> %(line)s)"
        for table in own
    ]
    rests = " or ".join([db.references_to(Client, besides={f"clients_{table}" for table in own}), *others])
    free = f"select id from clients_client c where noted_in_id = %(line)s and not ({rests})"  # noqa: S608 -- our own names
    for table in own:
        db.execute(f"delete from clients_{table} where noted_in_id = %(line)s and client_id in ({free})", line=line.id)  # noqa: S608
    db.execute(f"delete from clients_client where id in ({free})", line=line.id)  # noqa: S608
    return list(Client.objects.filter(noted_in=line).order_by("display", "id"))


def _who(*, source: str) -> int:
    """Stage who each key is; how many of them were known."""
    db.execute(
        """
        create temp table taken_who on commit drop as
        select p.key, coalesce(a.client_id, b.client_id, derived_id('client', %(source)s, p.key)) as client_id,
               a.client_id is null and b.client_id is null as is_new
        from taken_people p
        left join clients_externalid a on a.source = %(source)s and a.external_id = p.key
        left join clients_externalid b on b.source = %(source)s and b.external_id = p.other_key
        """,
        source=source,
    )
    db.execute("create unique index on taken_who (key)")
    db.execute("analyze taken_who")
    return int(db.select("select count(*) from taken_who where not is_new")[0][0])


def _introduce(*, source: str, line: Line) -> int:
    columns = ", ".join(f'"{field}"' for field in FIELDS)
    values = ", ".join(_or_default(field) for field in FIELDS)
    new = db.execute(
        f"""
        insert into clients_client (id, known_from, noted_in_id, happened_at, description, {columns}, reading, spoken,
            written, form, other_languages, prefers_channel, prefers_hours, is_minor, is_mentioned_only, sensitivity,
            one_boutique_only)
        select distinct on (w.client_id) w.client_id, p.known_from, %(line)s, p.met_at,
               case when coalesce(p.display, '') = '' then coalesce(nullif(p.description, ''), p.key) else '' end,
               {values}, '', '', '', 'formal', '{{}}', '', '', false, false, 'standard', false
        from taken_people p join taken_who w using (key) where w.is_new
        order by w.client_id, p.key
        """,  # noqa: S608 -- column names of our own
        line=line.id,
    )
    for key in ("key", "other_key"):
        db.execute(
            f"""
            insert into clients_externalid (id, source, external_id, client_id, known_from, noted_in_id)
            select derived_id('external', %(source)s, p.{key}), %(source)s, p.{key}, w.client_id, p.known_from, %(line)s
            from taken_people p join taken_who w using (key) where p.{key} is not null
            on conflict (source, external_id) do nothing
            """,  # noqa: S608
            source=source,
            line=line.id,
        )
    return new


def _enter(*, source: str, line: Line) -> int:
    """Note each field the source says otherwise than last time; the known clients that changed."""
    said = " union all ".join(
        f"""select w.client_id, '{field}' as field, to_jsonb(p."{field}"::text) as value, p.known_from, p.key
            from taken_people p join taken_who w using (key) where p."{field}" is not null"""  # noqa: S608
        for field in FIELDS
    )
    db.execute(
        f"""
        create temp table entered on commit drop as
        with said as ({said}), last as (
            select distinct on (client_id, field) client_id, field, value from clients_cliententry
            where source = %(source)s and client_id in (select client_id from taken_who)
            order by client_id, field, known_from desc, id desc
        ), noted as (
            insert into clients_cliententry (id, client_id, field, value, by_hand, source, known_from, noted_in_id)
            select distinct on (client_id, field)
                   derived_id('entry', client_id::text, field, %(line)s::text), client_id, field, said.value, false, %(source)s,
                   known_from, %(line)s
            from said left join last using (client_id, field)
            where last.value is distinct from said.value and (last.value is not null or said.value <> '""')
            order by client_id, field, known_from desc, key
            returning client_id
        ) select distinct client_id from noted
        """,  # noqa: S608
        source=source,
        line=line.id,
    )
    _show_winning_entries("entered")
    changed = db.select("select count(*) from entered join taken_who using (client_id) where not is_new")[0][0]
    db.execute("drop table entered")
    return int(changed)


def _show_winning_entries(clients: str) -> None:
    """Make the row of each client in that temporary table show, per field, the entry that wins."""
    wins = ", ".join(f"max(value) filter (where field = '{field}') as \"{field}\"" for field in FIELDS)
    shown = ", ".join(f'"{field}" = coalesce(w."{field}", c."{field}")' for field in FIELDS)
    db.execute(
        f"""
        update clients_client c set {shown} from (
            select client_id, {wins} from (
                select distinct on (client_id, field) client_id, field, value #>> '{{}}' as value
                from clients_cliententry where client_id in (select client_id from {clients})
                order by client_id, field, by_hand desc, known_from desc, id desc
            ) as winning group by client_id
        ) as w where w.client_id = c.id
        """  # noqa: S608
    )


def _reach(*, source: str, line: Line, at: dt.datetime) -> None:
    db.execute(
        """
        insert into clients_contactpoint (id, kind, value)
        select distinct derived_id('point', kind, value), kind, value from taken_points
        on conflict (kind, value) do nothing
        """
    )
    # What the same source no longer says has ended; what anyone else said stays.
    db.execute(
        """
        update clients_clientpoint held set period = tstzrange(lower(held.period), %(at)s)
        from clients_contactpoint point, taken_who w
        where held.point_id = point.id and held.client_id = w.client_id and upper_inf(held.period)
          and lower(held.period) < %(at)s and held.source = %(source)s
          and exists (select from taken_points t where t.key = w.key and t.kind = point.kind)
          and not exists (
              select from taken_points t join taken_who other on other.key = t.key
              where other.client_id = w.client_id and t.kind = point.kind and t.value = point.value)
        """,
        source=source,
        at=at,
    )
    db.execute(
        """
        insert into clients_clientpoint (id, client_id, point_id, raw, label, source, period, known_from, noted_in_id)
        select distinct on (w.client_id, point.id)
               derived_id('reach', w.client_id::text, point.id::text, %(line)s::text), w.client_id, point.id, t.raw, '',
               %(source)s, tstzrange(p.known_from, null), p.known_from, %(line)s
        from taken_points t join taken_people p using (key) join taken_who w using (key)
        join clients_contactpoint point on point.kind = t.kind and point.value = t.value
        where not exists (
            select from clients_clientpoint held where held.client_id = w.client_id and held.point_id = point.id
            and held.period && tstzrange(p.known_from, null))
        order by w.client_id, point.id, p.known_from, t.raw
        """,
        source=source,
        line=line.id,
    )


def _place(*, line: Line, at: dt.datetime) -> None:
    """The boutique she is first known at is her home; the others know her too, unless she is hidden from them."""
    db.execute(
        """
        insert into clients_knownat (id, client_id, boutique_id, is_home, period, known_from, noted_in_id)
        select derived_id('known', client_id::text, boutique_id::text), client_id, boutique_id,
               place = 1 and not exists (select from clients_knownat k where k.client_id = seen.client_id and k.is_home),
               tstzrange(since, null), since, %(line)s
        from (
            select w.client_id, t.boutique_id, min(t.since) as since,
                   row_number() over (partition by w.client_id order by min(t.since), t.boutique_id) as place
            from taken_places t join taken_who w using (key) group by w.client_id, t.boutique_id
        ) as seen join clients_client c on c.id = seen.client_id
        where not exists (select from clients_knownat k where k.client_id = seen.client_id and k.boutique_id = seen.boutique_id)
          and (c.noted_in_id = %(line)s or (c.sensitivity = %(standard)s and not c.one_boutique_only))
        """,
        line=line.id,
        standard=Sensitivity.STANDARD,
        at=at,
    )


def _compare(*, line: Line, at: dt.datetime) -> int:
    """A shared address makes two people candidates for one; it never makes them one."""
    return db.execute(
        """
        insert into clients_candidate (id, client_id, other_id, point_id, known_from, noted_in_id)
        select distinct on (client_id, other_id, point_id)
               derived_id('candidate', client_id::text, other_id::text, point_id::text),
               client_id, other_id, point_id, %(at)s, %(line)s
        from (
            select least(a.client_id, b.client_id) as client_id, greatest(a.client_id, b.client_id) as other_id, a.point_id
            from clients_clientpoint a join clients_clientpoint b on a.point_id = b.point_id and a.client_id <> b.client_id
            where a.noted_in_id = %(line)s
        ) as pairs
        on conflict do nothing
        """,
        line=line.id,
        at=at,
    )


def _or_default(field: str) -> str:
    default = {"order": "given_first"}.get(field, "")
    return f"coalesce(p.\"{field}\", '{default}')"
