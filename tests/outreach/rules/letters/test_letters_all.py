"""Every letter the composer can write, read as the house would read it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import difflib
import functools
import itertools
import re
import subprocess
import sys

import pytest

from carnet.outreach.kinds import Advice, Reason
from carnet.outreach.rules.letters import (
    compose,
    english,
    french,
    languages,
    manners,
    patterns,
    review,
    sheet,
    variants,
)
from carnet.outreach.rules.letters.composing import TONGUES
from carnet.outreach.rules.letters.patterns import CONDITION, NUMBER, SLOT
from carnet.outreach.rules.letters.review import ADDRESSEES, CAMILLE, HELENE, TODAY
from carnet.outreach.rules.letters.subject import FAMILIAR, FORMAL, FORMS, Piece, Subject

LANGUAGES = sorted(languages())
OPENS = {"ar": "،", "en": ",", "fr": ",", "it": ","}
"""How an opening ends, where it may end in one way alone."""
SMALL_AFTER_THE_OPENING = {"it"}
"""Where the sentence that the opening began goes on."""
ENDS = re.compile(r"[.?\u061f\u3002\uff1f]$")
SENTENCES = re.compile(r"(?<=[.?\u061f\u3002\uff1f])\s*")
TWO_SIGNS = re.compile(f"(?=([{patterns.UNSPACED}]{{2}}))")
"""What is nearest to a word where no space parts them."""
TU = re.compile(r"\b(?:tu|toi|te|t’\w+|ton|ta|tes|tienne)\b", re.IGNORECASE)
VOUS = re.compile(r"\b(?:votre|vos|vôtres?|vôtre)\b|\w+ez\b", re.IGNORECASE)


CATEGORIES = sorted({*french.NOUNS, *french.CARE, "leather", "object", "unheard_of"} - {"several"})
KINDS_OF_PIECES = [
    (),
    *(
        (Piece(name, category),)
        for category in CATEGORIES
        for name in ("Aube", "Étoile", "", "WHITE HANGING HEART T-LIGHT HOLDER")
    ),
    (Piece("Aube", "ring"), Piece("Lune", "pendant")),
]
STATES = [
    {},
    {"available": True},
    {"put_aside_until": TODAY + dt.timedelta(days=4)},
    {"put_aside_until": dt.date(2026, 12, 1)},
]
DAYS_HERS = 30, 365, 1100, 4500
GUIDED = (), (Piece("Étoile", "earrings"),), (Piece("", "clock"),), (Piece("Constance", "leather"),)
OCCASIONS = [
    {"occasion": code, "occasion_on": on, "celebrated": whose}
    for code in [*french.OCCASIONS, "unheard_of"]
    for on in (None, dt.date(2026, 11, 19), dt.date(2027, 4, 1))
    for whose in ("", "Bianca", "Anouk", "Hugo")
]


def subjects(reason):
    plain = Subject(reason, today=TODAY, promise="call her back re strap, husband must not know")
    for pieces, state in itertools.product(KINDS_OF_PIECES, STATES):
        yield dataclasses.replace(plain, pieces=pieces, **state)
    for days, together in itertools.product((-2, 0, 1, 3, 6, 8, 20, 90, 700), (False, True)):
        yield dataclasses.replace(
            plain, on=TODAY - dt.timedelta(days=days), together=together, pieces=(Piece("Aube", "ring"),)
        )
    if reason == Reason.GUIDANCE:
        for advice, days, pieces in itertools.product((*Advice, None), DAYS_HERS, GUIDED):
            yield dataclasses.replace(plain, advice=advice, on=TODAY - dt.timedelta(days=days), pieces=pieces)
    if reason == Reason.OCCASION:
        for occasion, state, pieces in itertools.product(OCCASIONS, STATES, ((), (Piece("Étoile", "earrings"),))):
            yield dataclasses.replace(plain, pieces=pieces, **occasion, **state)


@functools.cache
def letters(language, reason, form):
    """Every subject to one addressee, and every addressee on one subject, in every variant."""
    to = dataclasses.replace(HELENE, language=language, form=form)
    plain = Subject(reason, (Piece("Aube", "ring"),), today=TODAY)
    others = [dataclasses.replace(other, language=language, form=form) for other in ADDRESSEES.values()]
    pairs = [*((subject, to) for subject in subjects(reason)), *((plain, other) for other in others)]
    return [
        (subject, addressee, compose(subject, addressee, CAMILLE, variant=variant))
        for (subject, addressee), variant in itertools.product(pairs, range(variants(reason, language)))
    ]


# Many subjects are written of in the same words.
objections = functools.cache(manners.objections)
every = pytest.mark.parametrize(("language", "reason", "form"), list(itertools.product(LANGUAGES, Reason, FORMS)))


@every
def test_every_letter_may_leave(language, reason, form):
    for subject, _to, letter in letters(language, reason, form):
        aside = bool(subject.pieces and subject.put_aside_until)
        here = bool(subject.pieces and subject.available)
        assert objections(letter.text, language, available=here, put_aside=aside) == [], letter.text


def sentences(text):
    return [sentence for sentence in SENTENCES.split(text) if sentence]


def words(text):
    return TWO_SIGNS.findall(text) or text.split()


@functools.cache
def closings(language, form):
    """As they stand on the page; of one with a slot, what comes before it."""
    tongue = TONGUES[language]
    lines = [letter[-1][-1] for forms in tongue.letters.values() for letter in forms[form]]
    return {tongue.finish(SLOT.split(alternative)[0]) for line in lines for alternative in line}


@every
def test_every_letter_is_whole(language, reason, form):
    for _subject, to, letter in letters(language, reason, form):
        opening, *body, closing, signature = letter.text.split("\n\n")
        assert letter.language == language
        assert to.written or opening.endswith(OPENS.get(language, opening[-1]))
        assert opening[-1] not in ".;?"
        assert 1 <= len(body) <= 2
        assert all(ENDS.search(paragraph) for paragraph in body), letter.text
        first, *others = (sentence for paragraph in body for sentence in sentences(paragraph))
        assert not first[0].islower() or language in SMALL_AFTER_THE_OPENING, letter.text
        assert not any(other[0].islower() or not other.lstrip("「")[0].isalpha() for other in others), letter.text
        assert signature == ("Camille" if form == FAMILIAR else "Camille Aubry")
        assert closing.startswith(tuple(closings(language, form))), closing
        if closing.startswith("Je vous prie"):
            repeated = opening.rstrip(",")
            assert repeated[0].lower() + repeated[1:] in closing or repeated in closing
            assert form == FORMAL
            assert not to.written


@pytest.mark.parametrize("reason", Reason)
def test_tu_and_vous_are_never_mixed(reason):
    for _subject, _to, letter in letters("fr", reason, FORMAL):
        assert not TU.search(letter.text), letter.text
    for subject, _to, letter in letters("fr", reason, FAMILIAR):
        body = letter.text.replace("vous entendez bien", "").replace("chez", "").replace("Tu prépares", "")
        if not subject.together:
            assert not VOUS.search(re.sub(r"\bassez\b", "", body)), letter.text


@every
def test_nothing_is_recited(language, reason, form):
    for subject, _to, letter in letters(language, reason, form):
        said = letter.text.casefold()
        assert "holder" not in said
        assert "strap, husband" not in said
        assert "13085" not in said
        assert not re.search(r"\b20\d\d\b", said)
        if len(subject.pieces) > 1:
            assert "lune" not in said
        may_be_named = reason == Reason.OCCASION and subject.occasion in {"birthday", "wedding", "graduation"}
        assert bool(subject.celebrated and subject.celebrated in letter.text) == bool(
            subject.celebrated and may_be_named
        )


@every
def test_a_piece_is_there_or_put_aside_only_when_the_record_says_so(language, reason, form):
    spoken = {manners.HERE: 0, manners.ASIDE: 0}
    for subject, _to, letter in letters(language, reason, form):
        faults = {fault.split(":")[0] for fault in objections(letter.text, language)}
        if manners.ASIDE in faults:
            assert subject.put_aside_until
        if manners.HERE in faults:
            assert subject.available or subject.put_aside_until
        for fault in faults & spoken.keys():
            spoken[fault] += 1
    says = reason in {Reason.PROMISE, Reason.VISIT, Reason.OCCASION, Reason.REPLENISH}
    assert all(bool(times) == says for times in spoken.values())


@pytest.mark.parametrize("until", [TODAY, TODAY - dt.timedelta(days=1)])
def test_what_was_put_aside_until_yesterday_is_not_put_aside(until):
    subject = Subject(Reason.VISIT, (Piece("Aube", "ring"),), today=TODAY, put_aside_until=until)
    for language, variant in itertools.product(LANGUAGES, range(4)):
        letter = compose(subject, dataclasses.replace(HELENE, language=language), CAMILLE, variant=variant)
        assert manners.objections(letter.text, language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_letters(language):
    assert {reason: variants(reason, language) for reason in Reason} == dict.fromkeys(Reason, 4)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_do_not_all_end_alike(language, form):
    assert len(closings(language, form)) >= 3


@every
def test_no_two_variants_are_alike(language, reason, form):
    """Not one sentence in common, closing aside, and little wording either."""
    to = dataclasses.replace(HELENE, language=language, form=form)
    for _label, subject in review.cases(reason):
        bodies = ["\n".join(compose(subject, to, CAMILLE, variant=n).text.split("\n\n")[1:-2]) for n in range(4)]
        for one, other in itertools.combinations(bodies, 2):
            assert set(sentences(one)).isdisjoint(sentences(other)), (one, other)
            alike = difflib.SequenceMatcher(None, words(one), words(other), autojunk=False)
            assert alike.ratio() < 0.5, (one, other)


@every
def test_the_same_facts_give_the_same_letter(language, reason, form):
    again = letters.__wrapped__(language, reason, form)
    assert again == letters(language, reason, form)


def test_variants_are_counted_round():
    subject = Subject(Reason.THANKS, today=TODAY)
    assert compose(subject, HELENE, CAMILLE, variant=5) == compose(subject, HELENE, CAMILLE, variant=1)


@pytest.mark.parametrize(
    ("hers", "house", "written"),
    [("fr-CH", "en", "fr"), ("en_GB", "fr", "en"), ("FR", "en", "fr"), ("de", "fr", "fr"), ("", "fr", "fr"),
     ("pt-BR", "sv", "en"), ("fro", "en", "en")],
)  # fmt: skip
def test_the_language_is_hers_then_the_house_s(hers, house, written):
    to = dataclasses.replace(HELENE, language=hers)
    assert compose(Subject(Reason.WEAR, today=TODAY), to, CAMILLE, fallback=house).language == written


def test_a_language_not_written_yet_has_no_variants():
    assert variants(Reason.THANKS, "de") == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_shows_every_sentence(language):
    shown = re.sub(r"\s+", " ", sheet())
    finish = TONGUES[language].finish
    for forms in TONGUES[language].letters.values():
        for line in itertools.chain.from_iterable(itertools.chain.from_iterable(itertools.chain(*forms.values()))):
            for sentence in line:
                assert surely_said(sentence, finish) in shown, sentence


def surely_said(sentence, finish):
    """The longest run of words that no slot may have changed: an article may have drawn the one beside it in."""
    bare = NUMBER.sub("{x}", CONDITION.sub("", CONDITION.sub("", sentence)))
    bare = re.sub(r"\([a-z]+\)", "(x)", SLOT.sub(" (x) ", bare) if " " in bare else SLOT.sub("(x)", bare))
    runs = re.split(r"\S* ?\(x\) ?\S*", bare) if " " in bare else bare.split("(x)")
    return re.sub(r"\s+", " ", finish(max(runs, key=len))).strip()


def test_the_sheet_shows_every_word():
    shown = sheet()
    for noun, _gender in french.NOUNS.values():
        assert noun.replace("'", "’") in shown
    for care in itertools.chain(english.CARE.values(), *french.CARE.values()):
        assert french.finish(care) in shown or english.finish(care) in shown


def test_it_needs_neither_django_nor_any_room_but_its_own():
    program = (
        "import sys; from carnet.outreach.rules import letters; letters.sheet(); letters.page();"
        "print([name for name in sys.modules if name.split('.')[0] == 'django'"
        " or name.startswith('carnet.') and not name.startswith(('carnet.kit', 'carnet.outreach'))])"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("hers", "opening"),
    [
        ({"language": "ko", "given": "健司", "family": "渡辺", "display": "渡辺 健司", "written": "渡辺様"}, "Good morning,"),
        ({"language": "sv", "given": "Luca", "family": "Ferrante", "display": "Luca Ferrante",
          "written": "Bäste Luca Ferrante,"},
         "Dear Luca Ferrante,"),
        ({"language": "en", "written": "My dear Luca,"}, "My dear Luca,"),
    ],
)  # fmt: skip
def test_a_letter_in_another_language_opens_in_its_own(hers, opening):
    to = dataclasses.replace(HELENE, **{"preferred": "", "given": "", "family": "", "display": "", "title": "", **hers})
    said = compose(Subject(Reason.WEAR, today=TODAY), to, CAMILLE, fallback="en")
    assert said.text.split("\n")[0] == opening
