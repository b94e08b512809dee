"""Sessions in the database, of which every request writes what it changed, and no more.

A page and what its phone sends meanwhile share one session. If each wrote back the whole of what it once read, the slower one
would undo the other: a session would no longer end with its device, or a practice be lost halfway through.
"""

from __future__ import annotations

import copy
from typing import Any

from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions
from django.db import router, transaction


class SessionStore(DatabaseSessions):
    """Django's own, which joins its changes to what stands there by now."""

    _as_read: dict[str, Any] | None = None

    def load(self) -> dict[str, Any]:
        """What stands there now."""
        said: dict[str, Any] = super().load()
        self._as_read = copy.deepcopy(said)
        return said

    def save(self, must_create: bool = False) -> None:  # noqa: FBT001, FBT002 -- Django's own signature
        """Raises UpdateError for a session that ended in between, CreateError for a key that is taken."""
        if must_create or self.session_key is None or self._as_read is None:
            super().save(must_create)  # house: writes-in-actions -- a session, and no record of the house
        else:
            with transaction.atomic(using=router.db_for_write(self.model)):
                self._join(self._as_read)
                super().save()  # house: writes-in-actions -- the same
        self._as_read = copy.deepcopy(dict(self.items()))

    def _join(self, as_read: dict[str, Any]) -> None:
        standing = self.model.objects.select_for_update().filter(session_key=self.session_key).first()
        if standing is None:
            raise UpdateError
        mine = dict(self.items())
        gone = as_read.keys() - mine.keys()
        changed = {name: value for name, value in mine.items() if name not in as_read or as_read[name] != value}
        theirs = {name: value for name, value in standing.get_decoded().items() if name not in gone}
        self._session_cache = theirs | changed
