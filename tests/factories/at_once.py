"""Two people at the very same time: each in a thread and on a connection of her own."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from django.db import connection, transaction

PATIENCE = 20.0
WAITING = """
    select exists (
        select from pg_locks l join pg_stat_activity a using (pid)
        where not l.granted and a.datname = current_database())
"""


class Outcome:
    """What came of an act: its result, or what it raised."""

    def __init__(self) -> None:
        self.result: object = None
        self.error: Exception | None = None

    def of(self, act: Callable[[], object]) -> Outcome:
        try:
            self.result = act()
        except Exception as error:  # noqa: BLE001 -- whatever it is, the test compares it
            self.error = error
        finally:
            connection.close()
        return self


def while_open(first: Callable[[], object], second: Callable[[], object]) -> Outcome:
    """Do `first`, and before it is committed let `second` begin on another connection; what came of `second`.

    `second` runs until it ends or waits for `first`, which is then committed: the two overlap every time.
    """
    outcome = Outcome()
    thread = threading.Thread(target=outcome.of, args=(second,))
    with transaction.atomic():
        first()
        thread.start()
        _until_it_waits(thread)
    thread.join(PATIENCE)
    assert not thread.is_alive(), "The second act never ended."
    return outcome


def _until_it_waits(thread: threading.Thread) -> None:
    ends = time.monotonic() + PATIENCE
    while thread.is_alive() and time.monotonic() < ends:
        with connection.cursor() as cursor:
            cursor.execute("select pg_stat_clear_snapshot()")
            cursor.execute(WAITING)
            if cursor.fetchone()[0]:
                return
        time.sleep(0.01)
