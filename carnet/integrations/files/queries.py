"""How far a file that was dropped on the screen has come."""

from __future__ import annotations

from carnet.integrations.files.kinds import UploadState
from carnet.integrations.files.models import Upload
from carnet.kit import db

AT_WORK = 0x66696C65
"""The class of the advisory locks that whoever takes a file in holds: they end with the process, however it ends."""


def is_on_its_way(upload: Upload) -> bool:
    """Whether it waits for a worker, or one is at it; a worker that died leaves it neither."""
    if upload.state == UploadState.WAITING:
        return bool(upload.step)
    if upload.state != UploadState.RUNNING:
        return False
    (free,) = db.select(
        """
        select case when pg_try_advisory_lock(%(at_work)s, hashtext(%(upload)s))
                    then pg_advisory_unlock(%(at_work)s, hashtext(%(upload)s)) else false end
        """,
        at_work=AT_WORK,
        upload=str(upload.id),
    )[0]
    return not free
