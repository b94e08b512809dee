"""Whose client each one is, as another system has it, set-based; what a colleague decided here stands above it.

The caller stages a temporary table in its own transaction and passes the journal line of its act:

- `taken_advisors`: client_id (unique), member_id, boutique_id uuid, since timestamptz.

`claims` reads `taken_who` (client_id uuid, is_new boolean), which the clients' room leaves behind.
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from carnet.books.kinds import AssignmentKind, Why
from carnet.clients.kinds import Sensitivity
from carnet.house.models import Member
from carnet.journal.models import Line
from carnet.kit import db


@transaction.atomic
def advisors(*, line: Line, at: dt.datetime) -> int:
    """Who has nobody enters the book of the advisor named; one an import had put elsewhere passes over now. How many.

    A file moves nobody who is hidden: whoever brings it could otherwise name herself.
    """
    db.execute(
        """
        delete from taken_advisors t using clients_client c
        where c.id = t.client_id and c.noted_in_id <> %(line)s and (c.sensitivity <> %(standard)s or c.one_boutique_only)
        """,
        line=line.id,
        standard=Sensitivity.STANDARD,
    )
    db.execute(
        """
        with passed as (
            update books_assignment a set period = tstzrange(lower(a.period), %(at)s)
            from taken_advisors t
            where a.client_id = t.client_id and a.kind = %(primary)s and a.why = %(imported)s and upper_inf(a.period)
              and a.member_id <> t.member_id and lower(a.period) < %(at)s returning a.client_id
        ) update taken_advisors t set since = %(at)s from passed where passed.client_id = t.client_id
        """,
        primary=AssignmentKind.PRIMARY,
        imported=Why.IMPORTED,
        at=at,
    )
    return db.execute(
        """
        insert into books_assignment (id, client_id, member_id, boutique_id, kind, period, why, note, known_from, noted_in_id)
        select derived_id('assignment', t.client_id::text, t.member_id::text, %(line)s::text), t.client_id, t.member_id,
               t.boutique_id, %(primary)s, tstzrange(t.since, null), %(imported)s, '', t.since, %(line)s
        from taken_advisors t where not exists (
            select from books_assignment a where a.client_id = t.client_id and a.period && tstzrange(t.since, null)
            and (a.kind = %(primary)s or a.member_id = t.member_id))
        """,
        primary=AssignmentKind.PRIMARY,
        imported=Why.IMPORTED,
        line=line.id,
    )


@transaction.atomic
def claims(*, member: Member, line: Line, at: dt.datetime) -> int:
    """Everyone new whom an advisor brings waits for her manager's yes (ruling 8). How many."""
    return db.execute(
        """
        insert into books_claim (id, client_id, member_id, outcome, known_from, noted_in_id)
        select derived_id('claim', client_id::text, %(line)s::text), client_id, %(member)s, '', %(at)s, %(line)s
        from taken_who where is_new
        """,
        member=member.id,
        line=line.id,
        at=at,
    )


@transaction.atomic
def undo(*, line: Line) -> None:
    """Take back what that line brought: claims nobody answered, and books its people entered by a name in an export."""
    db.execute("delete from books_claim where noted_in_id = %(line)s and outcome = ''", line=line.id)
    db.execute(
        """
        delete from books_assignment where why = %(imported)s and upper_inf(period) and (noted_in_id = %(line)s
            or client_id in (select id from clients_client where noted_in_id = %(line)s))
        """,
        imported=Why.IMPORTED,
        line=line.id,
    )
    db.execute(
        """
        update books_assignment a set period = tstzrange(lower(a.period), null)
        where why = %(imported)s and upper(a.period) = %(at)s and not exists (
            select from books_assignment b where b.client_id = a.client_id and b.kind = a.kind and b.id <> a.id
            and b.period && tstzrange(lower(a.period), null))
        """,
        imported=Why.IMPORTED,
        at=line.at,
    )
