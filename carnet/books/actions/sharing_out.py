"""The boutique's book is shared out by a stated rule, only when somebody asks for it (ruling 2)."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping

from django.db import transaction
from django.db.models import Q

from carnet.books.kinds import Act, AssignmentKind, Why
from carnet.books.models import Assignment
from carnet.clients.models import Client
from carnet.house.models import Boutique
from carnet.journal import recording
from carnet.kit import acts, db, ids


@transaction.atomic
def share_out(
    *, pairs: Mapping[uuid.UUID, uuid.UUID], boutique: Boutique, rule: str, by: acts.By, at: dt.datetime
) -> int:
    """Put each client (key) into that member's book (value) from `at` on; how many were.

    `rule` says by what they were paired, in words, and is kept. Who is in a book by now, or will be, stays there.
    """
    # In one order for everybody, so that two who share out at once wait for each other instead of locking each other out.
    known = list(Client.objects.select_for_update().filter(id__in=pairs).order_by("id").values_list("id", flat=True))
    held = Assignment.objects.filter(
        Q(kind=AssignmentKind.PRIMARY) | Q(boutique=boutique), period__overlap=db.since(at)
    )
    spoken_for = set(held.filter(client__in=known).values_list("client", flat=True))
    free = [client for client in known if client not in spoken_for]
    noted = ids.new()
    Assignment.objects.bulk_create(
        (
            Assignment(
                client_id=client, member_id=pairs[client], boutique=boutique, kind=AssignmentKind.PRIMARY, period=db.since(at),
                why=Why.SHARED_OUT, known_from=at, noted_in_id=noted,
            )
            for client in free
        ),
        batch_size=1000,
    )  # fmt: skip
    recording.record(
        act=Act.SHARED_OUT, by=by, on=acts.On("boutique", boutique.id), at=at, detail={"rule": rule, "clients": len(free)},
        line_id=noted,
    )  # fmt: skip
    return len(free)
