"""How a client is read, and what colleagues say of it: what follows from other rooms' records, and her advisor's word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from carnet.clients.personal_data import hers_alone
from carnet.intelligence.models import (
    Census,
    Consequence,
    Lately,
    Pass,
    Prior,
    Reading,
    Rhythm,
    Season,
    Signal,
    StateChange,
    Trial,
    Unread,
)
from carnet.kit.personal_data import Holding, Person

KEEPS = "As long as she is a client of the house."


def _saying_her(person: Person) -> QuerySet[Reading]:
    """What somebody else is read as, said with her: the date of a gift to her, a purchase of her home."""
    said = Reading.objects.annotate(said=Cast("values", TextField()))
    return said.filter(said__contains=str(person.id)).exclude(client=person.id)


def _of_her_home(person: Person) -> QuerySet[Rhythm]:
    return Rhythm.objects.filter(home__in=hers_alone(person)).exclude(client=person.id)


def _of_no_home(_person: Person) -> Mapping[str, Any]:
    return {"home": None}


def _through_nobody(_person: Person) -> Mapping[str, Any]:
    return {"through": None}


HOLDINGS = (
    Holding(
        table=Consequence,
        of=("client",),
        what="What was to rest for her, and until when; never why.",
        why="To leave alone what she wished to be left alone.",
        how_long=KEEPS,
        gives=("rests", "until", "known_from", "ended_at"),
    ),
    Holding(
        table=Reading,
        of=("client",),
        what="What her records were read as, how surely, and what her advisor said of it.",
        why="To understand her rightly, and to say when we do not.",
        how_long=KEEPS,
        gives=("kind", "code", "certainty", "values", "words", "on", "until"),
    ),
    Holding(
        table=Reading,
        rows=_saying_her,
        what="What somebody else's records were read as, with her in it.",
        why="It is read anew without her.",
        how_long="As long as it stands.",
    ),
    Holding(
        table=Signal,
        of=("client",),
        what="That she came to look, tried, asked or wrote.",
        why="To notice when she is looking for something.",
        how_long=KEEPS,
        gives=("kind", "on", "until"),
    ),
    Holding(
        table=StateChange,
        of=("client",),
        what="How her relationship with the house stood, from day to day.",
        why="To receive her as who she is to us.",
        how_long=KEEPS,
        gives=("state", "since", "until"),
    ),
    Holding(
        table=Rhythm,
        of=("client", "home"),
        rows=lambda person: Rhythm.objects.filter(client=person.id),
        what="The rhythm of her days with us, as sums.",
        why="To tell her silence from anybody else's.",
        how_long=KEEPS,
        gives=("bought_first", "bought_last", "met_first", "met_last"),
    ),
    Holding(
        table=Rhythm,
        of=("home",),
        rows=_of_her_home,
        without=_of_no_home,
        what="That somebody's rhythm was once read with a home that nobody is left in.",
        why="It is theirs, and is read anew.",
        how_long="Until they are read again.",
    ),
    Holding(
        table=Unread,
        of=("client",),
        what="That she is to be read at the next pass.",
        why="So that nothing that came in is overlooked.",
        how_long="Until the next morning.",
    ),
    Holding(
        table=Pass,
        rows=lambda person: Pass.objects.filter(through=person.id),
        without=_through_nobody,
        impersonal=("stage", "counts"),
        what="That a reading of the house had come as far as her.",
        why="To take up again what was interrupted.",
        how_long="Until the next morning.",
    ),
)
OURS: Mapping[type, str] = {
    Census: "numbers of a boutique",
    Lately: "numbers of a whole house",
    Prior: "numbers of a whole house",
    Season: "when a whole house gives",
    Trial: "how well a whole house was read, in ten parts",
}
WORDS = {Reading: ("words",)}
