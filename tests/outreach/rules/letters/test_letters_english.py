"""English: openings, pieces, and whole letters one would send."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
import re

import pytest

from carnet.outreach.kinds import Advice, Reason
from carnet.outreach.rules.letters import compose, en, english, patterns
from carnet.outreach.rules.letters.patterns import Saying
from carnet.outreach.rules.letters.review import CAMILLE, NOBODY
from carnet.outreach.rules.letters.subject import FAMILIAR, FORMS, Piece, Sender, Subject

TODAY = dt.date(2026, 11, 22)
OKAFOR = dataclasses.replace(
    NOBODY, given="Amara", family="Okafor", display="Amara Okafor", title="Dr", gender="she", language="en"
)


def written(subject, to=OKAFOR, variant=0, sender=CAMILLE):
    return compose(subject, to, sender, variant=variant).text


def body(subject, to=OKAFOR, variant=0):
    return " ".join(written(subject, to, variant).split("\n\n")[1:-2])


def test_a_visit():
    subject = Subject(Reason.VISIT, (Piece("Aube", "ring"),), today=TODAY, on=dt.date(2026, 11, 12))
    assert written(subject) == (
        "Dear Dr Okafor,\n\n"
        "It was a pleasure to welcome you last week.\n\n"
        "If the Aube ring comes back to mind, I would be glad to speak of it again, whenever it suits you.\n\n"
        "With kind regards,\n\n"
        "Camille Aubry"
    )


def test_a_pair_put_aside():
    subject = Subject(
        Reason.PROMISE, (Piece("Galaxy Earrings", "earrings"),), today=TODAY, put_aside_until=dt.date(2026, 12, 1)
    )
    assert body(subject) == (
        "You asked me to think of you for the Galaxy earrings. I have put them aside in your name until 1 December. "
        "It would be a pleasure to show them to you, whenever it suits you."
    )


@pytest.mark.parametrize(
    ("piece", "said"),
    [
        (Piece("Aube", "ring"), "the Aube ring"),
        (Piece("The Aube", "ring"), "the Aube ring"),
        (Piece("Bague Aube", "ring"), "the Aube ring"),
        (Piece("Moon Charm Bracelet", ""), "the Moon Charm bracelet"),
        (Piece("Constance", "leather"), "the Constance"),
        (Piece("Meridian 38", "watch"), "the Meridian 38 watch"),
        (Piece("", "earrings"), "the earrings"),
        (Piece("", "object"), "the piece"),
        (Piece("WHITE HANGING HEART T-LIGHT HOLDER", ""), "the piece"),
    ],
)
def test_what_a_piece_is_called(piece, said):
    assert body(Subject(Reason.PROMISE, (piece,), today=TODAY)).startswith(f"I promised you a word about {said}.")


@pytest.mark.parametrize(
    ("to", "formal", "familiar"),
    [
        ({"title": "Ms", "given": "Ingrid", "family": "Lindqvist"}, "Dear Ms Lindqvist,", "Dear Ingrid,"),
        ({"title": "Mme", "given": "Hélène", "family": "Marchetti"}, "Dear Ms Marchetti,", "Dear Hélène,"),
        ({"title": "Mrs.", "family": "Dalloway"}, "Dear Mrs Dalloway,", "Good morning,"),
        ({"title": "M.", "family": "O'Neill"}, "Dear Mr O’Neill,", "Good morning,"),
        ({"title": "Lady", "family": "Bracknell"}, "Dear Lady Bracknell,", "Good morning,"),
        ({"title": "Sir", "given": "John", "family": "Falstaff"}, "Dear Sir John,", "Dear John,"),
        ({"title": "様", "display": "渡辺 健司", "given": "健司", "family": "渡辺"}, "Dear 渡辺 健司,", "Dear 健司,"),
        (
            {"title": "Mr", "display": "نور الهاشمي", "given": "نور", "family": "الهاشمي"},
            "Dear Mr الهاشمي,",
            "Dear نور,",
        ),
        ({"display": "Ingrid Lindqvist", "gender": "she"}, "Dear Ingrid Lindqvist,", "Dear Ingrid Lindqvist,"),
        ({"display": "Björk"}, "Dear Björk,", "Dear Björk,"),
        ({"title": "Mr", "display": "Prince"}, "Dear Prince,", "Dear Prince,"),
        ({"display": "No. 13085"}, "Good morning,", "Good morning,"),
        ({"display": "Marchetti", "family": "Marchetti"}, "Good morning,", "Good morning,"),
        ({}, "Good morning,", "Good morning,"),
        ({"written": "Dearest Amara,"}, "Dearest Amara,", "Dearest Amara,"),
    ],
)
def test_how_a_letter_opens(to, formal, familiar):
    addressee = dataclasses.replace(NOBODY, language="en", **to)
    subject = Subject(Reason.THANKS, today=TODAY)
    assert written(subject, addressee).split("\n\n")[0] == formal
    assert written(subject, dataclasses.replace(addressee, form=FAMILIAR)).split("\n\n")[0] == familiar


@pytest.mark.parametrize(
    ("sender", "formal", "familiar"),
    [
        (("Camille Aubry", "Camille"), "Camille Aubry", "Camille"),
        (("Camille Aubry", ""), "Camille Aubry", "Camille"),
        (("Camille Aubry", "Camille Aubry, Maison Lys"), "Camille Aubry, Maison Lys", "Camille Aubry, Maison Lys"),
        (("", "Camille"), "Camille", "Camille"),
    ],
)
def test_the_signature_fits_the_form(sender, formal, familiar):
    signed = Sender(*sender, "", "")
    subject = Subject(Reason.THANKS, today=TODAY)
    assert written(subject, sender=signed).split("\n\n")[-1] == formal
    assert written(subject, dataclasses.replace(OKAFOR, form=FAMILIAR), sender=signed).split("\n\n")[-1] == familiar


def test_a_letter_without_a_signature_ends_with_its_closing():
    letter = written(Subject(Reason.THANKS, today=TODAY), sender=Sender("", "", "", ""))
    assert letter.endswith("With kind regards,")
    assert "everyone at the house" in written(
        Subject(Reason.THANKS, today=TODAY), variant=3, sender=Sender("", "", "", "")
    )


@pytest.mark.parametrize(
    ("occasion", "said"),
    [
        ({"occasion": "birthday", "celebrated": "James"}, "James’s birthday"),
        ({"occasion": "birthday", "occasion_on": dt.date(2027, 6, 3)}, "That birthday in June"),
        (
            {"occasion": "engagement", "celebrated": "Bianca", "occasion_on": dt.date(2027, 6, 3)},
            "The date you have in mind",
        ),
        ({"occasion": "wedding"}, "A date that matters"),
        ({"occasion": "valentine", "celebrated": "Bianca"}, "Valentine’s Day"),
        ({"occasion": "jubilee", "celebrated": "Bianca"}, "A date that matters"),
    ],
)
def test_what_an_occasion_is_called(occasion, said):
    assert body(Subject(Reason.OCCASION, today=TODAY, **occasion)).startswith(f"{said} is drawing near,")


@pytest.mark.parametrize(
    ("days", "opens"),
    [
        (-3, "I hope that your Aube ring keeps you good company."),
        (340, "I hope that your Aube ring keeps you good company."),
        (351, "A year already with your Aube ring: I hope that it keeps you good company."),
        (700, "A year already with"),
        (1096, "Three years already with"),
        (3653, "Ten years already with"),
        (4019, "Many years already with"),
    ],
)
def test_how_long_it_has_been_hers_is_said_in_words(days, opens):
    subject = Subject(
        Reason.GUIDANCE,
        (Piece("Aube", "ring"),),
        today=TODAY,
        on=TODAY - dt.timedelta(days=days),
        advice=Advice.SETTING,
    )
    assert body(subject).startswith(opens)


@pytest.mark.parametrize("advice", [*Advice, None])
def test_each_advice_is_said_once_and_what_is_looked_at_is_named(advice):
    subject = Subject(Reason.GUIDANCE, (Piece("Étoile", "earrings"),), today=TODAY, advice=advice)
    looked_at, why = english.ADVICE[advice]
    said = [body(subject, variant=variant) for variant in range(4)]
    assert why in said[0]
    assert all(looked_at in text for text in said[1:])
    assert "I would gladly look at them with you." in said[0]


def test_care_as_it_is_written_to_somebody_close():
    subject = Subject(
        Reason.GUIDANCE, (Piece("Meridian 38", "watch"),), today=TODAY, on=dt.date(2023, 11, 20), advice=Advice.SEALS
    )
    assert written(subject, dataclasses.replace(OKAFOR, form=FAMILIAR), variant=1) == (
        "Dear Amara,\n\n"
        "A small thought about your Meridian 38 watch: after three years, the seals could do with a look.\n\n"
        "Tell me a day, and we’ll do it over coffee.\n\n"
        "Warmly,\n\n"
        "Camille"
    )


@pytest.mark.parametrize("piece", [Piece("Brume", "fragrance"), Piece("", "strap"), Piece("", "")])
def test_what_may_run_out_is_never_said_to_have(piece):
    for variant, form in itertools.product(range(4), FORMS):
        text = body(
            Subject(Reason.REPLENISH, (piece,), today=TODAY), dataclasses.replace(OKAFOR, form=form), variant=variant
        )
        assert not re.search(r"empty|finished|used up|r[au]n(?:ning)? (?:out|low)|almost|time to|by now", text), text


def test_every_slot_an_editor_may_write_is_known():
    saying = english.saying(Subject(Reason.WEAR, today=TODAY), OKAFOR, CAMILLE)
    everything = Saying(dict.fromkeys(saying.words, "x"), dict.fromkeys(saying.so, True))
    for pages in en.LETTERS.values():
        for text in pages.values():
            for letter in patterns.read(text):
                assert all(
                    patterns.fill(sentence, everything)
                    for paragraph in letter
                    for line in paragraph
                    for sentence in line
                )
