"""The journal: its lines hold nothing personal, and its details cannot be read once the key of their subject is gone."""

from __future__ import annotations

from django.db.models import QuerySet

from carnet.journal.models import Detail, Line, SubjectKey
from carnet.kit.personal_data import Holding, Person


def _key(person: Person) -> QuerySet[SubjectKey]:
    return SubjectKey.objects.filter(subject=person.id)


HOLDINGS = (
    Holding(
        table=SubjectKey,
        rows=_key,
        what="The key under which the details of every act on her are sealed.",
        why="What was changed, from what to what, must be answerable while she is a client.",
        how_long="As long as she is a client; without it no detail can be read again, in no copy and no backup's journal.",
    ),
)
OURS = {
    Line: "what was done, when, by whom, on which id: it holds nothing personal, and stays so that the journal stays whole",
    Detail: "sealed under her key, which goes: nobody can read it then, the house included",
}
