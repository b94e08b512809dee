"""Who and what a text names, and which of it the evidence does not.

Where a capital is how a name is known, every capital counts; elsewhere a name is known by its title, its quotation marks, a
Latin or katakana word, or the dot within it. What cannot be told from a name counts as one.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from carnet.outreach.rules.drafting import tongues
from carnet.outreach.rules.drafting.evidence import Evidence
from carnet.outreach.rules.drafting.folding import APOSTROPHES, fold
from carnet.outreach.rules.drafting.tongues import ar, ja, zh

WORD = re.compile(r"[^\W\d_]+")
BEGINS = re.compile(r"(?:^|[.!?:…;\n])[\s\u00a0\u202f\"“«\u2018\u2019(]*$")
QUOTED = re.compile(r"[「『《〈“]([^」』》〉”]{1,40})[」』》〉”]")
KATAKANA = re.compile(r"[ァ-ヺー]{2,}")
LATIN = re.compile(r"[A-Za-zÀ-ɏ]+")
DOTTED = re.compile(r"[\u3400-\u9fff]{1,6}[·・][\u3400-\u9fff]{1,6}")
BEFORE_A_TITLE = {
    "ja": (re.compile(r"[\u3400-\u9fff々ヶァ-ヺーa-z]+$"), re.compile(r"[\u3041-\u3096]+$")),
    "zh": (re.compile(r"[\u3400-\u9fff]+$"),),
}
TITLED = {"ja": ja, "zh": zh}
LOANS = frozenset(ja.LOANS.split())


def strangers(draft: str, evidence: Evidence, language: str) -> Iterator[str]:
    """Each name the evidence does not hold."""
    if language in tongues.CAPITALS:
        yield from _capitals(draft, evidence, language)
        return
    yield from _in_latin(draft, evidence)
    if language == "ar":
        yield from _after_arabic_titles(draft, evidence)
        return
    said = fold(evidence.said)
    for found in (*QUOTED.findall(draft), *DOTTED.findall(draft)):
        if fold(found) not in said:
            yield found
    yield from _before_titles(draft, evidence, language)
    if language == "ja":
        known = set(KATAKANA.findall(evidence.said))
        yield from (word for word in KATAKANA.findall(draft) if word not in LOANS and word not in known)


def _capitals(draft: str, evidence: Evidence, language: str) -> Iterator[str]:
    proper, beginning = _known(evidence)
    courtesy = set(tongues.ALL[language].COURTESY.split())
    for word, begins in _words(draft):
        folded = fold(word)
        if not any(map(str.isupper, word)) or word in courtesy or _is_in(folded, proper):
            continue
        if not (begins and (folded in openers(language) or folded in beginning)):
            yield word


def _known(evidence: Evidence) -> tuple[set[str], set[str]]:
    """What is written with a capital within a sentence of the evidence, and what begins one."""
    proper = {fold(word) for name in evidence.proper for word in WORD.findall(name)}
    beginning: set[str] = set()
    for text in (evidence.letter, evidence.opening, evidence.signature, evidence.when):
        for word, begins in _words(text):
            if any(map(str.isupper, word)):
                (beginning if begins else proper).add(fold(word))
    for line in (evidence.opening, evidence.signature):
        # How she is addressed and who signs are names from their first letter on.
        proper |= {fold(word) for word in WORD.findall(line)}
    return proper, beginning


def _words(text: str) -> Iterator[tuple[str, bool]]:
    """Each word, and whether a sentence begins with it."""
    text = text.translate(APOSTROPHES)
    for found in WORD.finditer(text):
        yield found[0], bool(BEGINS.search(text, max(0, found.start() - 12), found.start()))


def _is_in(folded: str, known: Iterable[str]) -> bool:
    """As it is, or with the s of many."""
    return folded in known or (len(folded) > len("as") and folded.endswith("s") and folded[:-1] in known)


def _in_latin(draft: str, evidence: Evidence) -> Iterator[str]:
    known = {fold(word) for word in LATIN.findall(evidence.said)}
    yield from (word for word in LATIN.findall(draft) if fold(word) not in known)


def _after_arabic_titles(draft: str, evidence: Evidence) -> Iterator[str]:
    words, known = WORD.findall(fold(draft)), set(WORD.findall(fold(evidence.said)))
    courteous = known | set(ar.COURTEOUS.split())
    for title, after in zip(words, [*words[1:], ""], strict=True):
        bare = title.removeprefix("و")
        if bare in ar.TITLES and (bare not in known or (after and after not in courteous)):
            yield f"{title} {after}".strip()


def _before_titles(draft: str, evidence: Evidence, language: str) -> Iterator[str]:
    """In Chinese and Japanese the title follows its name."""
    said = fold(evidence.said)
    parts = [fold(part) for name in evidence.names for part in (name, *name.split())]
    known = set(_titled(said, language))
    known |= {part + title for part in parts for title in TITLED[language].TITLES if title in said}
    for called in _titled(fold(draft), language):
        # Chinese does not part "请" from the name that follows it.
        if called not in known and not (language == "zh" and called.endswith(tuple(known))):
            yield called


def _titled(folded: str, language: str) -> Iterator[str]:
    """Each name with its title, or a title alone."""
    plain = re.sub(TITLED[language].NEITHER, "\n", folded)
    for title in TITLED[language].TITLES:
        for found in re.finditer(re.escape(title), plain):
            before = (each.search(plain, max(0, found.start() - 6), found.start()) for each in BEFORE_A_TITLE[language])
            yield next((name[0] for name in before if name and name[0]), "") + title


@functools.cache
def openers(language: str) -> frozenset[str]:
    """Words that may begin a sentence with a capital and are no names."""
    return frozenset(map(fold, tongues.ALL[language].OPENERS.split()))
