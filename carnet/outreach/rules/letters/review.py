"""Every letter the composer can write, in the order in which a native editor reads them; `printing` sets the page."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator

from carnet.outreach.kinds import Advice, Reason
from carnet.outreach.rules.letters import composing, facts, names
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
ADVISED = {
    Advice.SETTING: RING,
    Advice.CLASP: PENDANT,
    Advice.BACKS: EARRINGS,
    Advice.SEALS: Piece("Meridian 38", "watch"),
    Advice.MOVEMENT: Piece("", "clock"),
    Advice.STRAP: Piece("Meridian 38", "watch"),
    Advice.LEATHER: BAG,
}
AGES = 0, 1, 3, 6
"""Years a piece has been hers."""
BIRTHDAY, NEAR, CHRISTMAS = dt.date(2026, 12, 24), dt.date(2026, 11, 20), dt.date(2026, 12, 25)


@dataclasses.dataclass(frozen=True)
class Titled:
    """The title of what follows."""

    words: str


@dataclasses.dataclass(frozen=True)
class Whole:
    """A letter as it is sent."""

    text: str


@dataclasses.dataclass(frozen=True)
class Told:
    """What a letter says in some circumstances, on one line."""

    when: str
    text: str


type Part = Titled | Whole | Told


def parts(language: str) -> Iterator[Part]:
    """Everything there is to read in one language."""
    yield from _frames(language)
    yield from _words(language)
    for reason in Reason:
        for form in FORMS:
            for variant in range(composing.variants(reason, language)):
                yield Titled(f"{reason}, {form}, {variant + 1}")
                yield from _variant(reason, language, form, variant)


def cases(reason: str) -> Iterator[tuple[str, Subject]]:
    """The circumstances in which a letter of that reason says something else."""
    plain = Subject(reason, on=TODAY - dt.timedelta(days=5), today=TODAY)
    if reason == Reason.OCCASION:
        yield from _occasions(plain)
        return
    if reason == Reason.GUIDANCE:
        yield from _guidance(plain)
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


def _guidance(plain: Subject) -> Iterator[tuple[str, Subject]]:
    """Named, unnamed and not known; what is looked at; how long it has been hers."""
    for label, pieces in PIECES.items():
        yield label, dataclasses.replace(plain, pieces=pieces)
    for advice, piece in ADVISED.items():
        for age in AGES:
            on = TODAY.replace(year=TODAY.year - age)
            yield f"{advice}, {age}", dataclasses.replace(plain, pieces=(piece,), advice=advice, on=on)
        yield f"{advice}, nothing known", dataclasses.replace(plain, advice=advice)


def _frames(language: str) -> Iterator[Part]:
    """How letters open and end, whoever she is."""
    yield Titled("Openings, closings and signatures")
    for label, addressee in ADDRESSEES.items():
        for form in FORMS:
            letter = _letter(Subject(Reason.WEAR, today=TODAY), addressee, language, form, 1)
            opening, *_body, closing, signature = letter.split("\n\n")
            yield Told(f"{label}, {form}", f"{opening} … {closing} {signature}")
    yield Titled("Wishes that end a letter when she has had the others")
    tongue = composing.TONGUES[language]
    yield from (Told(form, tongue.finish(wish)) for form in FORMS for wish in tongue.wishes.get(form, ()))


def _words(language: str) -> Iterator[Part]:
    """Each kind of piece in the letter that says how to care for it, each occasion in the plainest letter there is."""
    tongues = composing.TONGUES.values()
    yield Titled("Pieces")
    for category in sorted({*names.KINDS, ""}.union(*(tongue.categories for tongue in tongues)) - {facts.SEVERAL}):
        for form in FORMS:
            subject = Subject(Reason.WEAR, (Piece("Lune", category),) if category else (), today=TODAY)
            yield Told(category or "unknown", _body(_letter(subject, HELENE, language, form)))
    yield Titled("Occasions")
    for occasion in sorted(set().union(*(tongue.occasions for tongue in tongues))):
        plain = Subject(Reason.OCCASION, today=TODAY, occasion=occasion)
        named, dated = dataclasses.replace(plain, celebrated="Hélène"), dataclasses.replace(plain, occasion_on=BIRTHDAY)
        said = (_body(_letter(subject, NOBODY, language, form)) for form in FORMS for subject in (named, dated, plain))
        yield from (Told(occasion, body) for body in dict.fromkeys(said))


def _variant(reason: Reason, language: str, form: str, variant: int) -> Iterator[Part]:
    """The letter as it is sent, then what changes in other circumstances."""
    seen: set[str] = set()
    for label, subject in cases(reason):
        letter = _letter(subject, HELENE, language, form, variant)
        if not seen:
            yield Whole(letter)
        elif letter not in seen:
            yield Told(label, _body(letter))
        seen.add(letter)


def _letter(subject: Subject, to: Addressee, language: str, form: str, variant: int = 0) -> str:
    addressee = dataclasses.replace(to, language=language, form=form)
    return composing.compose(subject, addressee, CAMILLE, variant=variant).text


def _body(letter: str) -> str:
    """What stands between the opening and the closing, on one line."""
    return " ".join(letter.split("\n\n")[1:-2])
