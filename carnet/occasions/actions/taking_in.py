"""Birthdays and anniversaries brought in from another system: the day and the month, never the year.

The caller stages one temporary table in its own transaction and passes the journal line of its act:

- `taken_dates`: client_id uuid, kind text (a term's code), month, day int, known_from timestamptz.
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from carnet.journal.models import Line
from carnet.kit import db
from carnet.occasions.models import Occasion


@transaction.atomic
def dates(*, line: Line, at: dt.datetime) -> int:
    """Take in every staged date that is news; what a colleague noted for that person and kind stays."""
    db.execute(
        """
        update occasions_occasion o set period = tstzrange(lower(o.period), %(at)s)
        from taken_dates t join house_term k on k.kind = 'occasion' and k.code = t.kind
        where o.client_id = t.client_id and o.kind_id = k.id and upper_inf(o.period) and o.noted_by_id is null
          and o.from_line_id is null and (o.month, o.day) <> (t.month, t.day) and lower(o.period) < %(at)s
        """,
        at=at,
    )
    return db.execute(
        """
        insert into occasions_occasion (id, client_id, kind_id, day, month, recurrence, leap_rule, words, certainty,
            suspended_because, is_suspended, period, known_from, noted_in_id)
        select distinct on (t.client_id, k.id) derived_id('occasion', t.client_id::text, t.kind, t.month::text, t.day::text,
                   (select count(*) from occasions_occasion o where o.client_id = t.client_id and o.kind_id = k.id)::text),
               t.client_id, k.id, t.day, t.month, 'yearly', 'february_28', '', 'stated', '', false,
               tstzrange(t.known_from, null), t.known_from, %(line)s
        from taken_dates t join house_term k on k.kind = 'occasion' and k.code = t.kind
        where not exists (select from occasions_occasion o
            where o.client_id = t.client_id and o.kind_id = k.id and upper_inf(o.period) and o.giver_id is null)
        order by t.client_id, k.id, t.known_from desc
        """,
        line=line.id,
    )


@transaction.atomic
def undo(*, line: Line) -> list[Occasion]:
    """Take back what that line brought; dates on which later work rests stay, and are returned."""
    rests = db.references_to(Occasion)
    db.execute(f"delete from occasions_occasion c where noted_in_id = %(line)s and not ({rests})", line=line.id)  # noqa: S608
    db.execute(
        "update occasions_occasion set period = tstzrange(lower(period), null)"
        " where upper(period) = %(at)s and noted_by_id is null",
        at=line.at,
    )
    return list(Occasion.objects.filter(noted_in=line).order_by("id"))
