"""Who is around her: a name, and what that person is to her."""

from __future__ import annotations

from collections.abc import Iterator

from carnet.capture.kinds import Finding
from carnet.capture.rules.extracting.lead import Lead, Note, lead


def find(note: Note) -> Iterator[Lead]:
    """Each person named with what she or he is to the client."""
    for number, line in enumerate(note.lines):
        if line.is_question:
            continue
        for person in line.people:
            if not person.name:
                continue
            words = note.page.kin.said.format(name=person.name, phrase=person.phrase)
            value = {"name": person.name, "is": person.kind.value}
            yield lead(0.93, (number, person.start), Finding.RELATION, line, words, **value)
