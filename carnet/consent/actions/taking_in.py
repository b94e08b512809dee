"""Permissions brought in from another system: an opening balance, of low grade, that never widens what she said here.

The caller stages one temporary table in its own transaction and passes the journal line of its act:

- `taken_permissions`: client_id uuid, purpose, channel, answer, proof_words text, happened_at timestamptz, is_dated
  boolean (whether the source says when).
"""

from __future__ import annotations

from django.db import transaction

from carnet.consent.actions import suppressing
from carnet.journal.models import Line
from carnet.kit import db


@transaction.atomic
def permissions(*, line: Line) -> int:
    """Take in every staged answer that is news; how many were.

    News is what differs from the last answer imported. Where a person has recorded an answer by hand, only a later
    dated "no", or a source that changed its mind to "no", is heard. Who was forgotten once stays unreachable.
    """
    suppressing.silence(line=line)
    return db.execute(
        """
        with last as (
            select distinct on (p.client_id, p.purpose, p.channel) p.client_id, p.purpose, p.channel, p.answer
            from consent_permission p where p.proof = 'opening_balance'
            order by p.client_id, p.purpose, p.channel, p.happened_at desc, p.id desc
        ), by_hand as (
            select client_id, purpose, channel, max(happened_at) as happened_at from consent_permission
            where proof <> 'opening_balance' group by client_id, purpose, channel
        )
        insert into consent_permission (id, client_id, purpose, channel, answer, proof, proof_words, happened_at, known_from,
            noted_in_id)
        select distinct on (t.client_id, t.purpose, t.channel)
               derived_id('permission', t.client_id::text, t.purpose, t.channel, %(line)s::text), t.client_id, t.purpose,
               t.channel, t.answer, 'opening_balance', t.proof_words, t.happened_at, t.happened_at, %(line)s
        from taken_permissions t
        left join last using (client_id, purpose, channel) left join by_hand using (client_id, purpose, channel)
        where last.answer is distinct from t.answer
          and (
              by_hand.happened_at is null
              or (t.answer = 'no' and (last.answer is not null or (t.is_dated and t.happened_at > by_hand.happened_at)))
          )
        order by t.client_id, t.purpose, t.channel, (t.answer = 'no') desc, t.happened_at desc
        """,
        line=line.id,
    )


@transaction.atomic
def undo(*, line: Line) -> None:
    """Take back what that line brought."""
    db.execute("delete from consent_permission where noted_in_id = %(line)s", line=line.id)
