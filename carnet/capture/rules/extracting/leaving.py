"""How a visit was left: looked, thinking, put aside, or bought; the furthest of what is said."""

from __future__ import annotations

from collections.abc import Iterator

from carnet.capture.kinds import Finding
from carnet.capture.rules.extracting.lead import Lead, Note, lead
from carnet.capture.rules.extracting.page import NEVER
from carnet.interactions.kinds import Left

FURTHEST = (Left.BOUGHT, Left.ON_HOLD, Left.THINKING, Left.LOOKED)


def find(note: Note) -> Iterator[Lead]:
    """At most one."""
    doing = note.page.doing
    for left in FURTHEST:
        for number, line in enumerate(note.lines):
            for match in doing.left.get(left, NEVER).finditer(line.plain):
                clause = line.clause_at(match.start())
                said = line.plain[clause.start : clause.end]
                denied = doing.not_left.search(line.plain[clause.start : match.start()])
                if line.is_question or line.is_of_another(match.start()) or denied or doing.long_ago.search(said):
                    continue
                place = (number, match.start())
                yield lead(0.82, place, Finding.LEFT, line, doing.left_said[left], left=left.value)
                return
