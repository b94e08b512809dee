"""Every letter on one page, for a native editor to read with a pencil: `docs/letters-review.md` when it is printed."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator

from carnet.outreach.kinds import Reason
from carnet.outreach.rules.letters import composing, facts, french, names
from carnet.outreach.rules.letters.subject import FORMAL, FORMS, HE, SHE, Addressee, Piece, Sender, Subject

TODAY = dt.date(2026, 11, 10)
SATURDAY, SUNDAY_WEEK = dt.date(2026, 11, 14), dt.date(2026, 11, 22)
RING, PENDANT, EARRINGS = Piece("Aube", "ring"), Piece("", "pendant"), Piece("Étoile", "earrings")
BAG, SCENT = Piece("Constance", "leather"), Piece("Brume", "fragrance")
CAMILLE = Sender("Camille Aubry", "Camille", "Maison Lys", "Paris")
HELENE = Addressee("Hélène", "Marchetti", "Hélène Marchetti", "Mme", "", "", SHE, FORMAL, "fr")
NOBODY = Addressee("", "", "", "", "", "", "", FORMAL, "fr")

ADDRESSEES = {
    "she": HELENE,
    "he": dataclasses.replace(HELENE, given="Paul", display="Paul Marchetti", title="M.", gender=HE),
    "a title alone": dataclasses.replace(NOBODY, given="Amara", family="Okafor", display="Amara Okafor", title="Dr"),
    "no title": dataclasses.replace(NOBODY, given="Ingrid", family="Lindqvist", display="Ingrid Lindqvist"),
    "a family name alone": dataclasses.replace(NOBODY, family="Leroy", display="Leroy"),
    "one name": dataclasses.replace(NOBODY, given="Björk", display="Björk"),
    "another script": dataclasses.replace(NOBODY, given="健司", family="渡辺", display="渡辺 健司"),
    "what she likes": dataclasses.replace(HELENE, written="Chère Hélène,"),
    "no name yet": dataclasses.replace(NOBODY, display="No. 13085"),
}
PIECES: dict[str, tuple[Piece, ...]] = {
    "a named ring": (RING,),
    "a pendant without a name": (PENDANT,),
    "named earrings": (EARRINGS,),
    "a bag, named": (BAG,),
    "a fragrance": (SCENT,),
    "several": (RING, PENDANT),
    "nothing known": (),
}
BIRTHDAY, NEAR, CHRISTMAS = dt.date(2026, 12, 24), dt.date(2026, 11, 20), dt.date(2026, 12, 25)


def sheet() -> str:
    """The page, in Markdown."""
    return "\n".join(line for language in sorted(composing.languages()) for line in _language(language)) + "\n"


def cases(reason: Reason) -> Iterator[tuple[str, Subject]]:
    """The circumstances in which a letter of that reason says something else."""
    plain = Subject(reason, on=TODAY - dt.timedelta(days=5), today=TODAY)
    if reason == Reason.OCCASION:
        yield from _occasions(plain)
        return
    for label, pieces in PIECES.items():
        about = dataclasses.replace(plain, pieces=pieces)
        yield label, about
        if reason not in facts.ABOUT_ALL and pieces in {(RING,), (EARRINGS,)}:
            yield f"{label}, there", dataclasses.replace(about, available=True)
            yield f"{label}, put aside", dataclasses.replace(about, put_aside_until=SATURDAY)
    yield "two were there", dataclasses.replace(plain, pieces=(RING,), together=True)


def _occasions(plain: Subject) -> Iterator[tuple[str, Subject]]:
    birthday = dataclasses.replace(plain, occasion="birthday", occasion_on=BIRTHDAY)
    yield "a birthday whose may be said", dataclasses.replace(birthday, celebrated="Bianca")
    yield "a birthday", birthday
    yield "a birthday, near", dataclasses.replace(birthday, occasion_on=NEAR)
    yield "a birthday, a piece in mind", dataclasses.replace(birthday, pieces=(RING,))
    yield "a birthday, a piece there", dataclasses.replace(birthday, pieces=(RING,), available=True)
    yield (
        "Christmas, a pair put aside",
        dataclasses.replace(
            plain, occasion="christmas", occasion_on=CHRISTMAS, pieces=(EARRINGS,), put_aside_until=SUNDAY_WEEK
        ),
    )
    yield "a journey", dataclasses.replace(plain, occasion="trip")


def _language(language: str) -> Iterator[str]:
    yield f"# {language}\n\n## Openings, closings and signatures\n"
    for label, addressee in ADDRESSEES.items():
        frames = (
            _letter(Subject(Reason.WEAR, today=TODAY), addressee, language, form, 1).split("\n\n") for form in FORMS
        )
        yield f"- {label}: " + " · ".join(f"{first} … {' '.join(last)}" for first, _one, _two, *last in frames)
    yield from _words(language)
    for reason in Reason:
        for form in FORMS:
            for variant in range(composing.variants(reason, language)):
                yield f"\n## {reason}, {form}, {variant + 1}\n"
                yield from _variant(reason, language, form, variant)


def _words(language: str) -> Iterator[str]:
    """Each kind of piece in the letter that says how to care for it, each occasion in the plainest letter there is."""
    yield "\n## Pieces\n"
    for category in sorted({*french.NOUNS, *french.CARE, *names.KINDS} - {facts.SEVERAL}):
        for form in FORMS:
            subject = Subject(Reason.WEAR, (Piece("Lune", category),) if category else (), today=TODAY)
            yield f"- {category or 'unknown'}: {_body(_letter(subject, HELENE, language, form))}"
    yield "\n## Occasions\n"
    for occasion in french.OCCASIONS:
        plain = Subject(Reason.OCCASION, today=TODAY, occasion=occasion)
        named, dated = dataclasses.replace(plain, celebrated="Hélène"), dataclasses.replace(plain, occasion_on=BIRTHDAY)
        said = (_body(_letter(subject, NOBODY, language, form)) for form in FORMS for subject in (named, dated, plain))
        yield from (f"- {occasion}: {body}" for body in dict.fromkeys(said))


def _variant(reason: Reason, language: str, form: str, variant: int) -> Iterator[str]:
    """The letter as it is sent, then what changes in other circumstances."""
    seen: set[str] = set()
    for label, subject in cases(reason):
        letter = _letter(subject, HELENE, language, form, variant)
        if not seen:
            yield f"{letter}\n"
        elif letter not in seen:
            yield f"- {label}: {_body(letter)}"
        seen.add(letter)


def _letter(subject: Subject, to: Addressee, language: str, form: str, variant: int = 0) -> str:
    addressee = dataclasses.replace(to, language=language, form=form)
    return composing.compose(subject, addressee, CAMILLE, variant=variant).text


def _body(letter: str) -> str:
    """What stands between the opening and the closing, on one line."""
    return " ".join(letter.split("\n\n")[1:-2])
