"""From a subject to a letter, in her language."""

from __future__ import annotations

from carnet.outreach.kinds import Reason
from carnet.outreach.rules.letters import english, french, names
from carnet.outreach.rules.letters.subject import FAMILIAR, FORMAL, Addressee, Letter, Sender, Subject

ENGLISH = "en"
TONGUES = {ENGLISH: english.TONGUE, "fr": french.TONGUE}
MOST_WORDS_OF_A_SIGNATURE = 6


def compose(subject: Subject, to: Addressee, sender: Sender, *, variant: int = 0, fallback: str = ENGLISH) -> Letter:
    """The letter; in `fallback`, the house's language, when hers is not written yet.

    `variant` is counted round: the caller rotates it, so that nobody receives the same letter twice within a year.
    """
    hers = written(to.language)
    language = hers or written(fallback) or ENGLISH
    if to.language.strip() and not hers:
        # An opening in her script above a letter in another reads as a mistake.
        to = names.in_latin(to)
    tongue = TONGUES[language]
    letters = tongue.letters[subject.reason][FAMILIAR if to.form == FAMILIAR else FORMAL]
    body = tongue.said(letters[variant % len(letters)], subject, to, sender)
    opening = names.opening(to.written) or tongue.finish(tongue.opening(to))
    paragraphs = (opening, *body, signature(sender, familiar=to.form == FAMILIAR))
    return Letter(language, "\n\n".join(filter(None, paragraphs)))


def languages() -> frozenset[str]:
    """The languages in which letters are written."""
    return frozenset(TONGUES)


def variants(reason: Reason, language: str) -> int:
    """How many truly different letters there are, whichever the form; none in a language that is not written yet."""
    tongue = TONGUES.get(written(language))
    return min(map(len, tongue.letters[reason].values())) if tongue else 0


def written(language: str) -> str:
    """The language among ours that this tag asks for ("fr-CH" is French); nothing when there is none."""
    tag = language.strip().replace("_", "-").lower()
    known = {code.lower(): code for code in TONGUES}
    parts = tag.split("-")
    return next((known[cut] for size in range(len(parts), 0, -1) if (cut := "-".join(parts[:size])) in known), "")


def signature(sender: Sender, *, familiar: bool) -> str:
    """Her first name to those she is close to, her whole name to others."""
    name, signed = names.clean(sender.name), names.clean(sender.signature)
    short = signed or name.split(" ")[0]
    whole = signed if name in signed else name
    words = (short if familiar else whole).split()[:MOST_WORDS_OF_A_SIGNATURE]
    return " ".join(words).replace("'", "\u2019")
