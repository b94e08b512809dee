"""What follows for our reading when records come in by the thousand, and when they are taken back.

The importing act calls these in its own transaction; whom it leaves unread, the next pass over the house reads.
"""

from __future__ import annotations

from django.db import transaction

from carnet.journal.models import Line
from carnet.kit import db


@transaction.atomic
def leave_unread() -> int:  # house: act-is-recorded -- the import has its line
    """Everybody of whom the temporary table `taken_who` (client_id) tells; how many."""
    return db.execute(
        """
        insert into intelligence_unread as u (client_id) select distinct client_id from taken_who where client_id is not null
        on conflict (client_id) do update set times = u.times + 1
        """
    )


@transaction.atomic
def take_back(*, line: Line) -> None:
    """Before an import is undone: what was read into those it made known goes, and all it told of are read anew.

    An advisor's own word about somebody stays, and is then a reason for which she stays too.
    """
    db.execute(
        """
        insert into intelligence_unread as u (client_id)
        select client_id from purchases_sale where noted_in_id = %(line)s and client_id is not null
        union select client_id from purchases_return where noted_in_id = %(line)s and client_id is not null
        union select client_id from clients_cliententry where noted_in_id = %(line)s
        except select id from clients_client where noted_in_id = %(line)s
        on conflict (client_id) do update set times = u.times + 1
        """,
        line=line.id,
    )
    made: tuple[str, ...] = ("rhythm", "signal", "statechange", "unread")
    for table in made:
        db.execute(
            f"delete from intelligence_{table} where client_id in (select id from clients_client where noted_in_id = %(line)s)",  # noqa: S608 -- our own names
            line=line.id,
        )
    db.execute(
        """
        delete from intelligence_reading where said_by_id is null
        and client_id in (select id from clients_client where noted_in_id = %(line)s)
        """,
        line=line.id,
    )


@transaction.atomic
def read_those_who_stayed(*, line: Line) -> None:
    """After it was undone: whoever stays of those it made known is read anew."""
    db.execute(
        """
        insert into intelligence_unread as u (client_id) select id from clients_client where noted_in_id = %(line)s
        on conflict (client_id) do update set times = u.times + 1
        """,
        line=line.id,
    )
