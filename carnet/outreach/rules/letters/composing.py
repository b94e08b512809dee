"""From a subject to a letter, in her language."""

from __future__ import annotations

import functools
from collections.abc import Collection, Mapping

from carnet.outreach.rules.letters import arabic, chinese, choosing, english, french, italian, japanese, names, patterns
from carnet.outreach.rules.letters.patterns import Pattern
from carnet.outreach.rules.letters.subject import FAMILIAR, FORMAL, FORMS, Addressee, Letter, Sender, Subject

type Pages = Mapping[str, Mapping[str, str]]
"""Letters of one reason, in the notation of `patterns`: by language, then by form."""

ENGLISH = "en"
TONGUES = {
    ENGLISH: english.TONGUE,
    "fr": french.TONGUE,
    "ar": arabic.TONGUE,
    "it": italian.TONGUE,
    "ja": japanese.TONGUE,
    "zh": chinese.TONGUE,
}
MOST_WORDS_OF_A_SIGNATURE = 6
_read = functools.lru_cache(maxsize=128)(patterns.read)


def compose(
    subject: Subject,
    to: Addressee,
    sender: Sender,
    *,
    variant: int = 0,
    fallback: str = ENGLISH,
    before: Collection[str] = (),
    pages: Pages | None = None,
    own: Pages | None = None,
) -> Letter:
    """The letter in her language; where it is not written for that reason, in the house's (`fallback`), else English.

    `variant` is counted round. `before`: what she was sent within a year; none of it comes again. `pages`: the letters
    of a reason that brings its own; `own`: those that the house put in their place. Where nobody has written one, the
    letter is an opening and a signature.
    """
    form = FAMILIAR if to.form == FAMILIAR else FORMAL
    hers = written(to.language)
    asked = [code for code in (hers, written(fallback), ENGLISH) if code]
    language = next((code for code in asked if letters_of(subject.reason, code, pages, own).get(form)), asked[0])
    tongue = TONGUES[language]
    if to.language.strip() and hers != language:
        # An opening in her script above a letter in another reads as a mistake.
        to = names.readable(to, tongue.scripts)
    letters = letters_of(subject.reason, language, pages, own).get(form, ())
    first = variant % len(letters) if letters else 0
    # One letter is said where she has had none: a morning composes hundreds.
    in_turn = [*letters[first:], *letters[:first]][: len(letters) if before else 1]
    said = [tongue.said(letter, subject, to, sender) for letter in in_turn]
    wishes = [tongue.finish(wish) for wish in tongue.wishes.get(form, ())]
    body = choosing.unlike(said, wishes, tongue.joins, before) if said else ()
    opening = names.opening(to.written) or tongue.finish(tongue.opening(to))
    paragraphs = (opening, *body, signature(sender, familiar=form == FAMILIAR))
    return Letter(language, "\n\n".join(filter(None, paragraphs)), needs_a_reader=needs_a_reader(language))


def letters_of(
    reason: str, language: str, pages: Pages | None = None, own: Pages | None = None
) -> Mapping[str, tuple[Pattern, ...]]:
    """The letters for that reason by form: the house's `own`, the language's, those on `pages`; none when nobody wrote any."""
    standing = TONGUES[language].letters.get(reason) or _on(pages, language)
    return {**standing, **_on(own, language)}


def _on(pages: Pages | None, language: str) -> dict[str, tuple[Pattern, ...]]:
    written = (pages or {}).get(language, {})
    return {form: _read(text, TONGUES[language].joins) for form, text in written.items() if text.strip()}


def languages() -> frozenset[str]:
    """The languages in which letters are written."""
    return frozenset(TONGUES)


def needs_a_reader(language: str) -> bool:
    """Whether no native editor has read the letters of that language, so that a colleague should read each."""
    return language not in TONGUES or not TONGUES[language].is_reviewed


def variants(reason: str, language: str, pages: Pages | None = None, own: Pages | None = None) -> int:
    """How many truly different letters there are, whichever the form; none where they are not written yet."""
    code = written(language)
    letters = letters_of(reason, code, pages, own) if code else {}
    return min(len(letters.get(form, ())) for form in FORMS)


def written(language: str) -> str:
    """The language among ours that this tag asks for ("fr-CH" is French); nothing when there is none.

    A tag that asks for another writing of one of ours ("zh-Hant", "zh-TW") asks for none.
    """
    known = {code.lower(): code for code in TONGUES} | {
        tag: "" for tongue in TONGUES.values() for tag in tongue.not_for
    }
    parts = language.strip().replace("_", "-").lower().split("-")
    return next((known[cut] for size in range(len(parts), 0, -1) if (cut := "-".join(parts[:size])) in known), "")


def signature(sender: Sender, *, familiar: bool) -> str:
    """Her first name to those she is close to, her whole name to others."""
    name, signed = names.clean(sender.name), names.clean(sender.signature)
    short = signed or name.split(" ")[0]
    whole = signed if name in signed else name
    words = (short if familiar else whole).split()[:MOST_WORDS_OF_A_SIGNATURE]
    return " ".join(words).replace("'", "\u2019")
