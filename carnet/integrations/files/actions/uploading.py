"""A file dropped on the screen: kept aside, looked at, then taken in by whoever is free to work."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from carnet.house.models import Boutique, Member
from carnet.integrations.files import planning, queries
from carnet.integrations.files.actions import importing, mapping
from carnet.integrations.files.kinds import Act, UploadState
from carnet.integrations.files.models import Import, Upload
from carnet.integrations.files.reading.sentences import Unreadable
from carnet.journal import recording
from carnet.kit import acts, ids

LONGEST_NAME = 200


@transaction.atomic
def upload(
    *,
    name: str,
    chunks: Iterable[bytes],
    boutique: Boutique,
    member: Member,
    is_own_book: bool,
    by: acts.By,
    at: dt.datetime,
) -> Upload:
    """Keep the bytes aside, readable by this account alone; nothing of them is in the house yet."""
    upload_id = ids.new()
    line = recording.record(act=Act.UPLOADED, by=by, on=acts.On("upload", upload_id), at=at)
    made = Upload.objects.create(
        id=upload_id, file_name=_short(Path(name)), by=member,
        boutique=boutique, is_own_book=is_own_book, known_from=at, noted_in=line,
    )  # fmt: skip
    path = planning.path_of(made)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with path.open("wb") as file:
        path.chmod(0o600)
        for chunk in chunks:
            file.write(chunk)
    return made


def _short(name: Path) -> str:
    """Its name, as far as a file system keeps one: the limit is in bytes."""
    return name.stem.encode()[:LONGEST_NAME].decode(errors="ignore") + name.suffix[:10]


@transaction.atomic
def wish(
    *, upload: Upload, wishes: dict[str, Any]
) -> None:  # house: act-is-recorded -- nothing is known until it is taken in
    """How the member wants it read; what a rehearsal counted before was of another reading."""
    Upload.objects.filter(id=upload.id).update(wishes=wishes, rehearsed={})


@transaction.atomic
def queue(  # house: act-is-recorded -- how far a file has come is no fact about anybody
    *, upload: Upload, is_rehearsal: bool
) -> None:
    """It waits for whoever is free to work."""
    Upload.objects.filter(id=upload.id).update(
        step="reading", share=0, said="", state=UploadState.WAITING, is_rehearsal=is_rehearsal
    )


# The state must outlive a failure: the one transaction is that of take_in.
def carry_out(  # house: act-in-one-transaction -- see above
    *, upload: Upload, by: acts.By, at: dt.datetime
) -> Import | None:
    """Take it in, or rehearse it, telling how far it is on a connection of its own.

    A failure leaves its sentence and nothing else. Of two at once, or a second time, one does nothing.
    """
    side = connections.create_connection(DEFAULT_DB_ALIAS)
    try:
        if not _begins(upload, side):
            return None
        upload.refresh_from_db()
        return _carried_out(upload, by, at, _telling(upload, side))
    except Unreadable as error:
        Upload.objects.filter(id=upload.id).update(state=UploadState.FAILED, step="", said=str(error))
        return None
    except Exception:
        Upload.objects.filter(id=upload.id).update(state=UploadState.FAILED, step="", said="")
        raise
    finally:
        side.close()


def _begins(upload: Upload, side: BaseDatabaseWrapper) -> bool:
    """Hold it for as long as this connection lives; whether nobody else does, and it is not in already."""
    with side.cursor() as cursor:
        cursor.execute("select pg_try_advisory_lock(%s, hashtext(%s))", [queries.AT_WORK, str(upload.id)])
        if not cursor.fetchone()[0]:
            return False
    return bool(
        Upload.objects.filter(id=upload.id).exclude(state=UploadState.DONE).update(state=UploadState.RUNNING, said="")
    )


def _telling(upload: Upload, side: BaseDatabaseWrapper) -> importing.Progress:
    def progress(step: str, share: float) -> None:
        with side.cursor() as cursor:
            cursor.execute("update files_upload set step = %s, share = %s where id = %s", [step, share, upload.id])

    return progress


def _carried_out(upload: Upload, by: acts.By, at: dt.datetime, progress: importing.Progress) -> Import | None:
    plan = planning.plan_of(upload)
    if upload.is_rehearsal:
        made, _ = importing.rehearse(plan=plan, by=by, at=at, progress=progress)
        Upload.objects.filter(id=upload.id).update(
            state=UploadState.WAITING, step="", is_rehearsal=False, rehearsed=made.counts
        )
        return None
    made = importing.take_in(plan=plan, by=by, at=at, progress=progress)
    Upload.objects.filter(id=upload.id).update(state=UploadState.DONE, taken_in=made)
    if keep_as := upload.wishes.get("keep_as"):
        mapping.keep(name=keep_as, plan=plan, by=by, at=at)
    planning.path_of(upload).unlink(missing_ok=True)
    return made
