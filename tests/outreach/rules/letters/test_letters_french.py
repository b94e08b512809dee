"""French: openings, agreement, elision, contraction, and whole letters one would send."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
import re

import pytest

from carnet.outreach.kinds import Advice, Reason
from carnet.outreach.rules.letters import compose, fr, french, patterns
from carnet.outreach.rules.letters.patterns import OPEN, SHUT, Saying
from carnet.outreach.rules.letters.review import CAMILLE, HELENE, NOBODY
from carnet.outreach.rules.letters.subject import FAMILIAR, FORMAL, FORMS, HE, Piece, Subject

TODAY = dt.date(2026, 11, 22)
MONSIEUR = dataclasses.replace(HELENE, given="Paul", display="Paul Marchetti", title="M.", gender=HE)


def written(subject, to=HELENE, variant=0):
    return compose(subject, to, CAMILLE, variant=variant).text


def body(subject, to=HELENE, variant=0):
    return " ".join(written(subject, to, variant).split("\n\n")[1:-2])


def test_the_letter_of_the_ruling():
    subject = Subject(Reason.PROMISE, (Piece("Lune", "pendant"),), today=TODAY, available=True)
    assert written(subject, MONSIEUR) == (
        "Cher Monsieur,\n\n"
        "Vous m’aviez demandé de penser à vous pour le pendentif Lune. Il est maintenant à la boutique.\n\n"
        "J’aurais plaisir à vous le montrer, au moment qui vous conviendra.\n\n"
        "Bien à vous,\n\n"
        "Camille Aubry"
    )


@pytest.mark.parametrize("reason", [Reason.THANKS, Reason.WEAR])
def test_a_basket_from_the_till_is_better_not_spoken_of(reason):
    basket = (Piece("WHITE HANGING HEART T-LIGHT HOLDER", ""), Piece("PARTY BUNTING", ""))
    for pieces in (basket, basket[:1]):
        for variant in range(4):
            one, other = (Subject(reason, these, today=TODAY) for these in (pieces, ()))
            assert written(one, variant=variant) == written(other, variant=variant)


def test_put_aside_until_a_weekday_or_a_date():
    earrings = Subject(Reason.PROMISE, (Piece("Étoile", "earrings"),), today=TODAY)
    saturday, first = dt.date(2026, 11, 28), dt.date(2026, 12, 1)
    assert "Je les ai mises de côté à votre nom jusqu’à samedi." in body(
        dataclasses.replace(earrings, put_aside_until=saturday)
    )
    assert "jusqu’au 1er décembre." in body(dataclasses.replace(earrings, put_aside_until=first))
    assert "jusqu’au 12 janvier." in body(dataclasses.replace(earrings, put_aside_until=dt.date(2027, 1, 12)))


def test_a_word_already_plural_takes_no_other_s():
    cufflinks = Subject(
        Reason.PROMISE, (Piece("Aube", "cufflinks"),), today=TODAY, put_aside_until=dt.date(2026, 12, 12)
    )
    assert "Je les ai mis de côté" in body(cufflinks)


@pytest.mark.parametrize(
    ("piece", "said"),
    [
        (Piece("Aube", "ring"), "de la bague Aube"),
        (Piece("Lune", "pendant"), "du pendentif Lune"),
        (Piece("Étoile", "earrings"), "des boucles d’oreilles Étoile"),
        (Piece("Ondine", "clock"), "de l’horloge Ondine"),
        (Piece("Ours", "rattle"), "du hochet Ours"),
        (Piece("Brise", "scarf"), "de l’étole Brise"),
        (Piece("Constance", "leather"), "du modèle Constance"),
        (Piece("Sac Constance", "leather"), "du sac Constance"),
        (Piece("Pendentif Lune", "pendant"), "du pendentif Lune"),
        (Piece("", "ring"), "de cette bague"),
        (Piece("", "clock"), "de cette horloge"),
        (Piece("", "rattle"), "de ce hochet"),
        (Piece("", "earrings"), "de ces boucles d’oreilles"),
        (Piece("", ""), "de cette pièce"),
        (Piece("", "object"), "de cette pièce"),
    ],
)
def test_what_is_spoken_of_is_contracted_and_elided(piece, said):
    assert body(Subject(Reason.PROMISE, (piece,), today=TODAY), variant=3).startswith(
        f"Nous devions nous reparler {said},"
    )


@pytest.mark.parametrize(
    ("category", "yours"),
    [("ring", "ta bague"), ("clock", "ton horloge"), ("scarf", "ton étole"), ("pendant", "ton pendentif"),
     ("earrings", "tes boucles d’oreilles"), ("rattle", "ton hochet"), ("object", "ta pièce")],
)  # fmt: skip
def test_what_is_hers_to_whom_we_say_tu(category, yours):
    to = dataclasses.replace(HELENE, form=FAMILIAR)
    assert yours in body(Subject(Reason.WEAR, (Piece("", category),), today=TODAY), to, variant=2)


@pytest.mark.parametrize(
    ("name", "of"),
    [("Bianca", "de Bianca"), ("Anouk", "d’Anouk"), ("Hélène", "d’Hélène"), ("Hugo", "de Hugo"), ("Yves", "d’Yves"),
     ("Yasmine", "de Yasmine"), ("Éléonore", "d’Éléonore"), ("Œnone", "d’Œnone"), ("Øystein", "d’Øystein"),
     ("健司", "de 健司"), ("Le Thi", "de Le Thi"), ("Paul et Anna", "de Paul et Anna"), ("Henri-Paul", "d’Henri-Paul"),
     ("Y", ""), ("Bianca (secret)", ""), ("Hélène Marchetti", "")],
)  # fmt: skip
def test_whose_day_it_is(name, of):
    subject = Subject(Reason.OCCASION, today=TODAY, occasion="birthday", celebrated=name)
    to = dataclasses.replace(NOBODY, display="Hélène Marchetti")
    assert body(subject, to).startswith(f"L’anniversaire {of} approche" if of else "Cet anniversaire approche")


@pytest.mark.parametrize(("month", "of"), [(4, "d’avril"), (6, "de juin"), (8, "d’août"), (10, "d’octobre")])
def test_the_month_of_a_day_that_is_nobody_s(month, of):
    subject = Subject(Reason.OCCASION, today=TODAY, occasion="wedding", occasion_on=dt.date(2027, month, 8))
    assert body(subject, variant=1).startswith(
        f"Je vous écris un peu en avance, à l’approche de cette date {of}\u202f:"
    )


def test_a_proposal_is_never_named():
    subject = Subject(Reason.OCCASION, today=TODAY, occasion="engagement", celebrated="Bianca")
    for variant in range(4):
        assert "Bianca" not in written(subject, variant=variant)
        assert "fiançailles" not in written(subject, variant=variant)


@pytest.mark.parametrize(
    ("days", "when"),
    [(0, "recevoir aujourd’hui."), (1, "recevoir hier."), (3, "recevoir l’autre jour."),
     (8, "recevoir la semaine dernière."), (20, "recevoir il y a quelques semaines."),
     (100, "recevoir il y a quelques mois."), (400, "recevoir il y a quelque temps."), (-1, "recevoir.")],
)  # fmt: skip
def test_when_it_was_is_never_a_date(days, when):
    assert when in body(Subject(Reason.VISIT, today=TODAY, on=TODAY - dt.timedelta(days=days)))


def test_two_were_there():
    subject = Subject(Reason.VISIT, today=TODAY, on=TODAY - dt.timedelta(days=1), together=True)
    assert "vous recevoir ensemble hier." in body(subject)
    assert "de vous voir ensemble hier." in body(subject, dataclasses.replace(HELENE, form=FAMILIAR))


@pytest.mark.parametrize(
    ("to", "formal", "familiar"),
    [
        ({"title": "Mme", "gender": "she", "given": "Hélène"}, "Chère Madame,", "Chère Hélène,"),
        ({"title": "Mme", "given": "Hélène"}, "Chère Madame,", "Chère Hélène,"),
        ({"title": "Mr", "given": "Paul"}, "Cher Monsieur,", "Cher Paul,"),
        ({"title": "Mrs", "gender": "he", "given": "Paul"}, "Cher Monsieur,", "Cher Paul,"),
        ({"gender": "she"}, "Chère Madame,", "Bonjour,"),
        ({"title": "Dr", "gender": "she", "given": "Amara"}, "Docteur,", "Chère Amara,"),
        ({"title": "Me", "given": "Luc"}, "Maître,", "Bonjour Luc,"),
        ({"display": "Ingrid Lindqvist", "given": "Ingrid"}, "Bonjour Ingrid Lindqvist,", "Bonjour Ingrid,"),
        ({"display": "Jeanne d'Arc"}, "Bonjour Jeanne d’Arc,", "Bonjour Jeanne d’Arc,"),
        ({"display": "نور الهاشمي", "given": "نور"}, "Bonjour نور الهاشمي,", "Bonjour نور,"),
        ({"display": "Leroy", "family": "Leroy"}, "Madame, Monsieur,", "Bonjour,"),
        ({"display": "No. 13085"}, "Bonjour,", "Bonjour,"),
        ({"display": "Client de passage"}, "Bonjour,", "Bonjour,"),
        ({}, "Bonjour,", "Bonjour,"),
        ({"preferred": "Léa", "given": "Éléa", "gender": "she"}, "Chère Madame,", "Chère Léa,"),
        ({"written": "Chère Madame et amie,", "gender": "he"}, "Chère Madame et amie,", "Chère Madame et amie,"),
        ({"written": "  \n ", "gender": "he"}, "Cher Monsieur,", "Bonjour,"),
    ],
)
def test_how_a_letter_opens(to, formal, familiar):
    addressee = dataclasses.replace(NOBODY, **to)
    subject = Subject(Reason.THANKS, today=TODAY)
    assert written(subject, addressee).split("\n\n")[0] == formal
    assert written(subject, dataclasses.replace(addressee, form=FAMILIAR)).split("\n\n")[0] == familiar


@pytest.mark.parametrize(
    ("to", "closing"),
    [
        ({"gender": "she"}, "Je vous prie de croire, chère Madame, à mon fidèle souvenir."),
        ({"gender": "he"}, "Je vous prie de croire, cher Monsieur, à mon fidèle souvenir."),
        ({"title": "Dr"}, "Je vous prie de croire, Docteur, à mon fidèle souvenir."),
        ({"written": "Chère Madame,"}, "Je vous prie de croire, chère Madame, à mon fidèle souvenir."),
        ({"written": "Chère Hélène,", "gender": "she"}, "Bien fidèlement,"),
        ({"display": "Ingrid Lindqvist"}, "Bien fidèlement,"),
        ({}, "Bien fidèlement,"),
    ],
)
def test_the_closing_says_the_opening_again_where_it_can(to, closing):
    letter = written(Subject(Reason.THANKS, today=TODAY), dataclasses.replace(NOBODY, **to), variant=1)
    assert letter.split("\n\n")[-2] == closing


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("Est-ce bien ? Oui ; je crois : voyez.", "Est-ce bien\u202f? Oui\u202f; je crois\u202f: voyez."),
        (f"si {OPEN}il{SHUT} vient", "s’il vient"),
        (f"si {OPEN}elle{SHUT} vient", "si elle vient"),
        (f"lorsque {OPEN}elles{SHUT} viennent", "lorsqu’elles viennent"),
        (f"vous {OPEN}la{SHUT} offrir", "vous l’offrir"),
        (f"plaisir de {OPEN}le{SHUT} montrer", "plaisir de le montrer"),
        (f"penser à {OPEN}les{SHUT} montrer", "penser à les montrer"),
        (f"autour de {OPEN}hier{SHUT}", "autour d’hier"),
        (f"la porte {OPEN}elle{SHUT}", "la porte elle"),
    ],
)
def test_the_last_typographic_touch(typed, set_):
    assert french.finish(typed) == set_


@pytest.mark.parametrize(
    ("piece", "days", "opens"),
    [
        (Piece("Aube", "ring"), 200, "J’espère que votre bague Aube vous tient bonne compagnie."),
        (Piece("Aube", "ring"), 370, "Un an déjà avec votre bague Aube\u202f: j’espère qu’elle vous tient bonne"),
        (Piece("", "pendant"), 740, "Deux ans déjà avec votre pendentif\u202f: j’espère qu’il vous tient bonne"),
        (
            Piece("", "earrings"),
            1100,
            "Trois ans déjà avec vos boucles d’oreilles\u202f: j’espère qu’elles vous tiennent",
        ),
        (
            Piece("", "cufflinks"),
            9000,
            "Bien des années déjà avec vos boutons de manchette\u202f: j’espère qu’ils vous",
        ),
    ],
)
def test_how_long_it_has_been_hers_is_said_in_words(piece, days, opens):
    assert body(Subject(Reason.GUIDANCE, (piece,), today=TODAY, on=TODAY - dt.timedelta(days=days))).startswith(opens)


@pytest.mark.parametrize("advice", [*Advice, None])
def test_each_advice_is_said_once_and_what_is_looked_at_is_named(advice):
    subject = Subject(Reason.GUIDANCE, (Piece("Étoile", "earrings"),), today=TODAY, advice=advice)
    looked_at, to_vous, to_tu = french.ADVICE[advice]
    for form, why in ((FORMAL, to_vous), (FAMILIAR, to_tu)):
        said = [body(subject, dataclasses.replace(HELENE, form=form), variant=variant) for variant in range(4)]
        assert french.finish(why) in said[0]
        assert all(looked_at in text for text in said[1:])


@pytest.mark.parametrize(
    ("piece", "another"),
    [
        (Piece("Brume", "fragrance"), "Un autre est mis de côté à votre nom jusqu’à samedi, si le cœur vous en dit."),
        (Piece("", "scarf"), "Une autre est mise de côté à votre nom"),
        (Piece("", "earrings"), "D’autres sont mises de côté à votre nom"),
        (Piece("", "cufflinks"), "D’autres sont mis de côté à votre nom"),
    ],
)
def test_another_agrees_with_what_she_has(piece, another):
    subject = Subject(Reason.REPLENISH, (piece,), today=TODAY, put_aside_until=dt.date(2026, 11, 28))
    assert another in body(subject)


@pytest.mark.parametrize("piece", [Piece("Brume", "fragrance"), Piece("", "strap"), Piece("", "")])
def test_what_may_run_out_is_never_said_to_have(piece):
    for variant, form in itertools.product(range(4), FORMS):
        to = dataclasses.replace(HELENE, form=form)
        text = body(Subject(Reason.REPLENISH, (piece,), today=TODAY), to, variant=variant)
        assert not re.search(r"\bvide|fini|épuisé|terminé|bientôt|presque|doit être|il est temps", text), text


def test_every_slot_an_editor_may_write_is_known():
    """A typing mistake in a slot would be a KeyError at the boutique: here it is one first."""
    subject = Subject(Reason.WEAR, today=TODAY)
    saying = french.saying(subject, HELENE, CAMILLE)
    everything = Saying(
        dict.fromkeys(saying.words, "x"), dict.fromkeys(saying.so, True), feminine=saying.feminine, plural=saying.plural
    )
    for pages in fr.LETTERS.values():
        for text in pages.values():
            for letter in patterns.read(text):
                assert all(
                    patterns.fill(sentence, everything)
                    for paragraph in letter
                    for line in paragraph
                    for sentence in line
                )
