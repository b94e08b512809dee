"""What a language must bring before letters can be written in it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Mapping

from carnet.outreach.kinds import Reason
from carnet.outreach.rules.letters import names, patterns
from carnet.outreach.rules.letters.patterns import Pattern, Saying
from carnet.outreach.rules.letters.subject import Addressee, Sender, Subject

type Letters = Mapping[str, Mapping[str, tuple[Pattern, ...]]]


@dataclasses.dataclass(frozen=True)
class Tongue:
    """One language: its letters by reason and form, how it opens, what its slots say, its last typographic touch."""

    letters: Letters
    opening: Callable[[Addressee], str]
    saying: Callable[[Subject, Addressee, Sender], Saying]
    finish: Callable[[str], str]
    joins: str = " "
    """What stands between two sentences."""
    scripts: frozenset[str] = names.LATIN
    """Those in which a name may stand in a letter that is not in the language she asked for."""
    not_for: frozenset[str] = frozenset()
    """Tags that begin with this language's and ask for another writing of it: they are languages of their own."""
    is_reviewed: bool = False
    """Whether a native editor has read its letters; until then a colleague should read each before it leaves."""
    wishes: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    """By form, two sentences or three that may end any letter: what makes one new to whom has had them all."""
    categories: Collection[str] = ()
    """Of pieces, that it has a word for or an advice on: shown to its editor, as its occasions are."""
    occasions: Collection[str] = ()

    def said(self, letter: Pattern, subject: Subject, to: Addressee, sender: Sender) -> list[str]:
        """The paragraphs between the opening and the signature."""
        return patterns.said(letter, self.saying(subject, to, sender), self.finish, self.joins)


def read(pages: Mapping[Reason, Mapping[str, str]], joins: str = " ") -> Letters:
    """The letters of a language from the pages its editor keeps."""
    return {
        reason: {form: patterns.read(text, joins) for form, text in forms.items()} for reason, forms in pages.items()
    }
