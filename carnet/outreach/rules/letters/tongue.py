"""What a language must bring before letters can be written in it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping

from carnet.outreach.kinds import Reason
from carnet.outreach.rules.letters import patterns
from carnet.outreach.rules.letters.patterns import Pattern, Saying
from carnet.outreach.rules.letters.subject import Addressee, Sender, Subject

type Letters = Mapping[Reason, Mapping[str, tuple[Pattern, ...]]]


@dataclasses.dataclass(frozen=True)
class Tongue:
    """One language: its letters by reason and form, how it opens, what its slots say, its last typographic touch."""

    letters: Letters
    opening: Callable[[Addressee], str]
    saying: Callable[[Subject, Addressee, Sender], Saying]
    finish: Callable[[str], str]

    def said(self, letter: Pattern, subject: Subject, to: Addressee, sender: Sender) -> list[str]:
        """The paragraphs between the opening and the signature."""
        return patterns.said(letter, self.saying(subject, to, sender), self.finish)


def read(pages: Mapping[Reason, Mapping[str, str]]) -> Letters:
    """The letters of a language from the pages its editor keeps."""
    return {reason: {form: patterns.read(text) for form, text in forms.items()} for reason, forms in pages.items()}
