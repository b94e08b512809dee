"""Names as they may stand in a letter. A till's own text, a number or a remark is none, and is never recited."""

from __future__ import annotations

import dataclasses
import re
import unicodedata

from carnet.kit import contact
from carnet.outreach.rules.letters.subject import Addressee, Piece

JOINERS = "\u200c\u200d"
"""Invisible, and part of how names are written in several scripts."""
LATIN = frozenset({"LATIN"})
HAN = LATIN | {"CJK"}
KANA = HAN | {"HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "IDEOGRAPHIC"}
"""Scripts as Unicode names their letters: the second of 佐々木 is an ideographic iteration mark."""
WITHIN_A_NAME = " -\u2010'\u2019\u02bc.\u00b7\u30fb"
WITHIN_A_PIECE = f"{WITHIN_A_NAME}&"
LONGEST_NAME, MOST_WORDS = 60, 7
LONGEST_PIECE, MOST_WORDS_OF_A_PIECE = 30, 4
ACRONYM = 3
"""Letters up to which capitals alone are a name ("RM", "J12") and not a till shouting."""
NOBODY = """
    anonyme anonymous cash client cliente customer de guest inconnu inconnue no name none nobody passage prospect
    sans nom shopper test tourist touriste unknown visiteur visitor walk-in walkin"""
NOT_A_NAME = """
    adjustment carriage discount gift mailout manual misc missing postage repair sample sundry test voucher various
    bag belt blouse box coat dress jacket jumper sample scarf shirt shoes skirt top watch
    black blue brown cream green grey ivory pink purple red white yellow beige blanc blanche bleu bleue noir noire rose
    rouge vert verte jaune gold golden silver platinum steel diamond diamonds pearl pearls sapphire ruby emerald leather
    silk cotton wool cashmere denim or argent platine acier diamant diamants perle perles saphir rubis cuir soie coton
    laine cachemire small medium large mini big long short petit petite grand grande new old set pair men mens women
    womens ladies homme femme"""
LINKING = {
    "a", "à", "au", "aux", "d", "de", "dei", "del", "della", "delle", "des", "di", "du", "e", "et", "il", "la", "le", "les",
    "of", "and", "en",
}  # fmt: skip
KINDS: dict[str, tuple[str, ...]] = {
    "ring": ("ring", "bague", "anello"),
    "earrings": ("earrings", "boucles d'oreilles", "boucles d\u2019oreilles", "orecchini"),
    "pendant": ("pendant", "pendentif", "pendente"),
    "necklace": ("necklace", "collier", "collana"),
    "bracelet": ("bracelet", "bracciale"),
    "brooch": ("brooch", "broche", "spilla"),
    "watch": ("watch", "montre", "orologio"),
    "strap": ("strap", "cinturino"),
    "fragrance": ("fragrance", "perfume", "parfum", "profumo"),
    "bag": ("bag", "sac", "borsa"),
    "scarf": ("scarf", "étole", "stola"),
    "cufflinks": ("cufflinks", "boutons de manchette", "gemelli"),
}
"""What a name may already say of its kind, in any language: "Pendentif Lune" is the Lune pendant."""
SAYS_TOO_LITTLE = {"", "leather", "ready_to_wear"}
"""Categories of which a name may know more: "Sac Constance" is a bag."""


@dataclasses.dataclass(frozen=True)
class Called:
    """A piece as a letter may call it: its own name, or none, and its kind, or none."""

    name: str
    category: str


def clean(text: str) -> str:
    """On one line, without what cannot be seen."""
    words = " ".join(contact.plain(unicodedata.normalize("NFC", text)).split())
    seen = (sign for sign in words if sign in JOINERS or not unicodedata.category(sign).startswith("C"))
    return " ".join("".join(seen).split())


def person(name: str) -> str:
    """A name one can be written to with, or nothing: never a number, an address, a remark, or an initial alone."""
    name = clean(name)
    words = name.split()
    letters = [sign for sign in name if sign.isalpha()]
    speaks = (
        _only(name, WITHIN_A_NAME, digits=False)
        and len(name) <= LONGEST_NAME
        and len(words) <= MOST_WORDS
        and not {word.casefold().strip(".") for word in words} <= set(NOBODY.split())
        and (len(letters) > 1 or any(unicodedata.category(letter) == "Lo" for letter in letters))
    )
    return name if speaks else ""


def opening(written: str) -> str:
    """The opening she likes, as it is; nothing when it is no opening."""
    written = clean(written)
    is_one = (
        any(sign.isalpha() for sign in written) and len(written) <= LONGEST_NAME and len(written.split()) <= MOST_WORDS
    )
    return written if is_one else ""


def familiar(to: Addressee) -> str:
    """What one calls her by."""
    return person(to.preferred) or person(to.given) or whole(to)


def whole(to: Addressee) -> str:
    """Her name as she writes it; a family name alone is no way to speak to anyone."""
    name = person(to.display)
    return "" if name == clean(to.family) else name


def readable(to: Addressee, scripts: frozenset[str]) -> Addressee:
    """Her as a letter in another language than hers may address her: no opening of hers, no name in another script.

    A Chinese name stands in a Japanese letter as she writes it; in a French one it would be read by nobody here.
    """
    parts = {name: getattr(to, name) for name in ("given", "family", "display", "preferred")}
    kept = {name: words if is_in(words, scripts) else "" for name, words in parts.items()}
    return dataclasses.replace(to, written="", **kept)


def is_in(words: str, scripts: frozenset[str]) -> bool:
    """Whether every letter is of one of these scripts."""
    return all(script_of(letter) in scripts for letter in words if letter.isalpha())


def script_of(letter: str) -> str:
    """As Unicode names it: `LATIN`, `CJK`, `HIRAGANA`; empty for a letter without a name."""
    return unicodedata.name(letter, "").partition(" ")[0]


def house(name: str) -> str:
    """A maison's name, or nothing."""
    name = clean(name)
    return name if _only(name, WITHIN_A_PIECE, digits=True) and len(name.split()) <= MOST_WORDS else ""


def called(piece: Piece) -> Called:
    """What may be said of a piece. Letters in Latin script do not name it in another."""
    name = clean(piece.name).removeprefix("The ")
    category = (piece.category in SAYS_TOO_LITTLE and _kind_in(name)) or piece.category
    for kind in KINDS.get(category, ()):
        name = re.sub(rf"^{kind}\b|\b{kind}$", "", name, flags=re.IGNORECASE).strip(" -")
    return Called(name if _is_a_pieces_name(name) else "", category)


def _kind_in(name: str) -> str:
    """The kind a name begins or ends with, when it is one."""
    words = [word.casefold() for word in name.split()]
    ends = {*words[:1], *words[-1:], " ".join(words[:2]), " ".join(words[:3])}
    return next((category for category, kinds in KINDS.items() if not ends.isdisjoint(kinds)), "")


def _is_a_pieces_name(name: str) -> bool:
    words = name.split()
    capitals = name.upper() == name and sum(sign.isalpha() for sign in name) > ACRONYM
    return (
        _only(name, WITHIN_A_PIECE, digits=True)
        and all("LATIN" in unicodedata.name(sign, "") for sign in name if sign.isalpha())
        and len(words) <= MOST_WORDS_OF_A_PIECE
        and ACRONYM - 1 <= len(name) <= LONGEST_PIECE
        and name[0].isupper()
        and not capitals
        and not any(_reads_like_a_till(word) for word in words)
        and not {word.casefold() for word in words} <= set(NOT_A_NAME.split())
    )


def _reads_like_a_till(word: str) -> bool:
    """A measure ("18K", "38mm"), a code, or a word of a description ("with", "medium")."""
    digits = sum(sign.isdigit() for sign in word)
    return (
        digits > ACRONYM
        or (word[0].isdigit() and not word.isdigit())
        or (word[0].islower() and word not in LINKING and not word.startswith(("d'", "d\u2019", "l'", "l\u2019")))
    )


def _only(name: str, others: str, *, digits: bool) -> bool:
    """Letters of any script, at least one, and these other signs."""
    return any(sign.isalpha() for sign in name) and all(
        sign.isalpha()
        or unicodedata.category(sign).startswith("M")
        or (digits and sign.isdecimal())
        or sign in others
        or sign in JOINERS
        for sign in name
    )
