"""What a client bought and brought back. The figures stay for the books; that they were hers goes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Case, F, JSONField, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable, CombinedExpression

from carnet.kit.personal_data import Holding, Person
from carnet.purchases.kinds import GiftKind
from carnet.purchases.models import Correction, Gift, Line, Meaning, Return, Sale, SaleRole, Word

KEEPS = "As long as she is a client of the house."
BOOKS = (
    "Ten years, as commercial books are kept (France: Code de commerce, art. L123-22); hers as long as she is a client."
)


def _corrected(person: Person) -> QuerySet[Correction]:
    said = Q(before__client_id=str(person.id)) | Q(after__client_id=str(person.id))
    return Correction.objects.filter(said | Q(sale__client=person.id))


def _nobody(column: str, person: Person) -> Combinable:
    """A correction's picture of a sale that was hers, without her and without the words that came with it."""
    blank = Value({"client_id": None, "words": ""}, JSONField())
    hers = Q(**{f"{column}__client_id": str(person.id)})
    return Case(
        When(hers, then=CombinedExpression(F(column), "||", blank)), default=F(column), output_field=JSONField()
    )


def _uncorrected(person: Person) -> Mapping[str, Any]:
    return {"before": _nobody("before", person), "after": _nobody("after", person)}


def _somebodys(_person: Person) -> Mapping[str, Any]:
    return {"kind": GiftKind.UNNAMED, "recipient": None, "recipient_words": ""}


HOLDINGS = (
    Holding(
        table=Word,
        of=("client", "encounter"),
        rows=lambda person: Word.objects.filter(client=person.id),
        what="That she was said to have bought.",
        why="To join the visit to its sale.",
        how_long=KEEPS,
        gives=("said_on",),
    ),
    Holding(
        table=Word,
        of=("sale",),
        rows=lambda person: Word.objects.filter(sale__client=person.id).exclude(client=person.id),
        without=lambda _person: {"sale": None},
        what="That a sale of hers was taken for somebody else's.",
        why="It was a mistake.",
        how_long=KEEPS,
    ),
    Holding(
        table=Gift,
        of=("line",),
        rows=lambda person: Gift.objects.filter(line__sale__client=person.id),
        what="For whom she bought.",
        why="To keep it secret, and to think of the day next year.",
        how_long=KEEPS,
        gives=("line__reference__name", "kind", "recipient_words", "occasion__code", "occasion_on", "given_on"),
    ),
    Holding(
        table=Gift,
        of=("recipient",),
        without=_somebodys,
        what="That somebody bought it for her.",
        why="It is the giver's to remember, without her name.",
        how_long="As long as the giver is a client of the house.",
    ),
    Holding(
        table=Meaning,
        of=("sale", "revises"),
        rows=lambda person: Meaning.objects.filter(sale__client=person.id),
        what="What a purchase meant to her.",
        why="To speak of it rightly, or not at all.",
        how_long=KEEPS,
        gives=("kind", "words", "happened_at"),
    ),
    Holding(
        table=Correction,
        of=("sale",),
        rows=_corrected,
        without=_uncorrected,
        what="That a later export said otherwise about a sale.",
        why="So that nothing changes in silence.",
        how_long=BOOKS,
    ),
    Holding(
        table=SaleRole,
        of=("sale",),
        rows=lambda person: SaleRole.objects.filter(sale__client=person.id),
        without=lambda _person: {},
        impersonal=("kind",),
        what="Who of the house sold it.",
        why="It is theirs; of her it says nothing once the sale does not.",
        how_long=BOOKS,
    ),
    Holding(
        table=Line,
        of=("sale",),
        rows=lambda person: Line.objects.filter(sale__client=person.id),
        without=lambda _person: {},
        what="What she bought, at what price.",
        why="Commercial books; care and guarantee.",
        how_long=BOOKS,
        gives=("sale__happened_at", "reference__name", "piece__serial", "quantity", "total"),
    ),
    Holding(
        table=Return,
        of=("client", "sale", "line"),
        rows=lambda person: Return.objects.filter(
            Q(client=person.id) | Q(sale__client=person.id) | Q(line__sale__client=person.id)
        ),
        without=lambda _person: {"client": None},
        impersonal=("currency", "source", "external_id"),
        what="What she brought back.",
        why="Commercial books.",
        how_long=BOOKS,
        gives=("happened_at", "reference__name", "quantity", "amount", "currency"),
    ),
    Holding(
        table=Sale,
        of=("client",),
        without=lambda _person: {"client": None, "words": ""},
        # The number of an order leads to her only through the till's own books, which the law keeps.
        impersonal=("kind", "currency", "source", "external_id"),
        what="When and where she bought, and the note that came with it.",
        why="Commercial books; her story.",
        how_long=BOOKS,
        gives=("happened_at", "boutique__name", "kind", "currency", "words", "external_id"),
    ),
)
OURS: Mapping[type, str] = {}
WORDS = {Sale: ("words",), Gift: ("recipient_words",), Meaning: ("words",)}
