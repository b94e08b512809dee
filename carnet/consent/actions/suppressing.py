"""What is left of somebody forgotten: a mark of each number, address and id, so that no import makes her reachable again."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from carnet.clients.kinds import PointKind
from carnet.clients.models import Client, ClientPoint, ExternalId
from carnet.consent.kinds import Answer, Channel, ProofKind, Purpose
from carnet.consent.models import Permission, Suppression
from carnet.consent.queries import mark, mark_of_id
from carnet.journal.models import Line
from carnet.kit import ids

WORDS = "Forgotten once at her request: ask in person before any word."


@transaction.atomic
def suppress(*, marks: Iterable[str], line: Line) -> None:
    """Keep those marks; one that is kept already stays as it is."""
    Suppression.objects.bulk_create(
        (
            Suppression(id=ids.derived("mark", each), mark=each, known_from=line.at, noted_in=line)
            for each in sorted(set(marks))
        ),
        ignore_conflicts=True,
    )


@transaction.atomic
def silence(*, line: Line) -> int:
    """Whoever that line introduced and a mark recognises says no to everything until she says otherwise; how many do."""
    marks = set(Suppression.objects.values_list("mark", flat=True))
    if not marks:
        return 0
    points = ClientPoint.objects.filter(client__noted_in=line).exclude(point__kind=PointKind.POST)
    seen = points.values_list("client", "point__kind", "point__value").iterator()
    known = ExternalId.objects.filter(client__noted_in=line).values_list("client", "source", "external_id").iterator()
    returned = {client for client, kind, value in seen if mark(kind, value) in marks}
    returned |= {client for client, source, called in known if mark_of_id(source, called) in marks}
    Permission.objects.bulk_create(
        Permission(
            client=client, purpose=purpose, channel=Channel.ANY, answer=Answer.NO, proof=ProofKind.IMPORTED, proof_words=WORDS,
            happened_at=client.known_from, known_from=client.known_from, noted_in=line,
        )
        for client in Client.objects.filter(id__in=returned).order_by("id") for purpose in Purpose
    )  # fmt: skip
    return len(returned)
