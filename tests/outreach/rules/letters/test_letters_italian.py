"""Italian: openings, articles, articulated prepositions, elision, agreement, and whole letters one would send."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
import re

import pytest

from carnet.outreach.kinds import Advice, Reason
from carnet.outreach.rules.letters import compose, it, italian, patterns
from carnet.outreach.rules.letters.italian import F_PL, M_PL, F, M, Phrase
from carnet.outreach.rules.letters.patterns import OPEN, SHUT, Saying
from carnet.outreach.rules.letters.review import CAMILLE, HELENE, NOBODY, cases
from carnet.outreach.rules.letters.subject import FAMILIAR, FORMS, HE, Piece, Sender, Subject

TODAY = dt.date(2026, 11, 22)
SIGNORA = dataclasses.replace(HELENE, language="it")
SIGNORE = dataclasses.replace(SIGNORA, given="Paolo", display="Paolo Marchetti", title="Sig.", gender=HE)
SOMEBODY = dataclasses.replace(NOBODY, language="it")


def written(subject, to=SIGNORA, variant=0, sender=CAMILLE):
    return compose(subject, to, sender, variant=variant).text


def body(subject, to=SIGNORA, variant=0):
    return " ".join(written(subject, to, variant).split("\n\n")[1:-2])


def test_the_letter_of_the_ruling():
    subject = Subject(Reason.PROMISE, (Piece("Lune", "pendant"),), today=TODAY, available=True)
    assert written(subject, SIGNORE) == (
        "Gentile Signor Marchetti,\n\n"
        "mi aveva chiesto di pensare a Lei per il pendente Lune. Ora è in boutique.\n\n"
        "Sarà un piacere mostrarGlielo, quando preferisce.\n\n"
        "Con viva cordialità,\n\n"
        "Camille Aubry"
    )


def test_a_letter_to_a_friend_of_the_house():
    subject = Subject(
        Reason.VISIT, (Piece("Étoile", "earrings"),), today=TODAY, on=dt.date(2026, 11, 12),
        put_aside_until=dt.date(2026, 11, 28),
    )  # fmt: skip
    assert written(subject, dataclasses.replace(SIGNORA, form=FAMILIAR)) == (
        "Cara Hélène,\n\n"
        "è stato bello vederti la settimana scorsa.\n\n"
        "Abbiamo messo da parte gli orecchini Étoile a tuo nome fino a sabato: passa a rivederli quando vuoi.\n\n"
        "A presto,\n\n"
        "Camille"
    )


@pytest.mark.parametrize(
    ("noun", "gender", "the", "that", "this", "another", "yours", "thine"),
    [
        ("anello", M, "l'anello", "quell'anello", "questo anello", "un altro", "il Suo anello", "il tuo anello"),
        ("bracciale", M, "il bracciale", "quel bracciale", "questo bracciale", "un altro", "il Suo bracciale",
         "il tuo bracciale"),
        ("scialle", M, "lo scialle", "quello scialle", "questo scialle", "un altro", "il Suo scialle", "il tuo scialle"),
        ("zaffiro", M, "lo zaffiro", "quello zaffiro", "questo zaffiro", "un altro", "il Suo zaffiro", "il tuo zaffiro"),
        ("sonaglio", M, "il sonaglio", "quel sonaglio", "questo sonaglio", "un altro", "il Suo sonaglio",
         "il tuo sonaglio"),
        ("spilla", F, "la spilla", "quella spilla", "questa spilla", "un'altra", "la Sua spilla", "la tua spilla"),
        ("ametista", F, "l'ametista", "quell'ametista", "questa ametista", "un'altra", "la Sua ametista",
         "la tua ametista"),
        ("orecchini", M_PL, "gli orecchini", "quegli orecchini", "questi orecchini", "altri", "i Suoi orecchini",
         "i tuoi orecchini"),
        ("gemelli", M_PL, "i gemelli", "quei gemelli", "questi gemelli", "altri", "i Suoi gemelli", "i tuoi gemelli"),
        ("specchi", M_PL, "gli specchi", "quegli specchi", "questi specchi", "altri", "i Suoi specchi", "i tuoi specchi"),
        ("ali", F_PL, "le ali", "quelle ali", "queste ali", "altre", "le Sue ali", "le tue ali"),
    ],
)  # fmt: skip
def test_what_stands_before_a_noun(noun, gender, the, that, this, another, yours, thine):
    phrase = Phrase(noun, gender)
    said = (phrase.the, phrase.that, phrase.this, phrase.another, phrase.hers("Su"), phrase.hers("tu"))
    assert said == (the, that, this, another, yours, thine)


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        (f"di {OPEN}il profumo{SHUT}", "del profumo"),
        (f"di {OPEN}lo scialle{SHUT}", "dello scialle"),
        (f"di {OPEN}l'anello{SHUT}", "dell’anello"),
        (f"di {OPEN}la spilla{SHUT}", "della spilla"),
        (f"di {OPEN}i gemelli{SHUT}", "dei gemelli"),
        (f"di {OPEN}gli orecchini{SHUT}", "degli orecchini"),
        (f"di {OPEN}le creazioni{SHUT}", "delle creazioni"),
        (f"a {OPEN}il profumo{SHUT}", "al profumo"),
        (f"a {OPEN}lo scialle{SHUT}", "allo scialle"),
        (f"A {OPEN}l'anello{SHUT}", "All’anello"),
        (f"a {OPEN}gli orecchini{SHUT}", "agli orecchini"),
        (f"da {OPEN}la chiusura{SHUT}", "dalla chiusura"),
        (f"Da {OPEN}i dettagli{SHUT}", "Dai dettagli"),
        (f"in {OPEN}il profumo{SHUT}", "nel profumo"),
        (f"in {OPEN}l'anello{SHUT}", "nell’anello"),
        (f"in {OPEN}gli orecchini{SHUT}", "negli orecchini"),
        (f"su {OPEN}l'anello{SHUT}", "sull’anello"),
        (f"su {OPEN}le creazioni{SHUT}", "sulle creazioni"),
        (f"con {OPEN}il profumo{SHUT}", "con il profumo"),
        (f"per {OPEN}gli orecchini{SHUT}", "per gli orecchini"),
        (f"di {OPEN}quell'anello{SHUT}", "di quell’anello"),
        (f"di {OPEN}San Valentino{SHUT}", "di San Valentino"),
        (f"di {OPEN}Le Thi{SHUT}", "di Le Thi"),
        (f"di {OPEN}l'anniversario di nozze di {OPEN}Bianca{SHUT}{SHUT}", "dell’anniversario di nozze di Bianca"),
        (f"a {OPEN}lo{SHUT} so", "a lo so"),
        (f"{OPEN}lo{SHUT} ho mess{OPEN}o{SHUT}", "l’ho messo"),
        (f"{OPEN}La{SHUT} abbiamo mess{OPEN}a{SHUT}", "L’abbiamo messa"),
        (f"{OPEN}Li{SHUT} ho mess{OPEN}i{SHUT}", "Li ho messi"),
        (f"{OPEN}le{SHUT} avevo mess{OPEN}e{SHUT}", "le avevo messe"),
        (f"Glie{OPEN}la{SHUT} ho mostrat{OPEN}a{SHUT}", "Gliel’ho mostrata"),
        (f"lasciame{OPEN}lo{SHUT} un momento", "lasciamelo un momento"),
        (f"mostrarGlie{OPEN}li{SHUT}, quando", "mostrarGlieli, quando"),
        ("un po' di cura", "un po’ di cura"),
    ],
)
def test_the_last_typographic_touch(typed, set_):
    assert italian.finish(typed) == set_


@pytest.mark.parametrize(
    ("piece", "said"),
    [
        (Piece("Aube", "ring"), "dell’anello Aube"),
        (Piece("Anello Aube", "ring"), "dell’anello Aube"),
        (Piece("Lune", "pendant"), "del pendente Lune"),
        (Piece("Étoile", "earrings"), "degli orecchini Étoile"),
        (Piece("Sole", "necklace"), "della collana Sole"),
        (Piece("Iris", "cufflinks"), "dei gemelli Iris"),
        (Piece("Ondine", "clock"), "dell’orologio da tavolo Ondine"),
        (Piece("Constance", "leather"), "del modello Constance"),
        (Piece("Borsa Constance", "leather"), "della borsa Constance"),
        (Piece("Profumo Brume", "fragrance"), "del profumo Brume"),
        (Piece("Cinturino Riva", "strap"), "del cinturino Riva"),
        (Piece("Notte della Luna", "bracelet"), "del bracciale Notte della Luna"),
        (Piece("Sole e Ombra", "brooch"), "della spilla Sole e Ombra"),
        (Piece("", "ring"), "di quell’anello"),
        (Piece("", "scarf"), "di quella stola"),
        (Piece("", "earrings"), "di quegli orecchini"),
        (Piece("", "cufflinks"), "di quei gemelli"),
        (Piece("", "object"), "di quella creazione"),
        (Piece("", ""), "di quella creazione"),
    ],
)
def test_what_is_spoken_of(piece, said):
    assert body(Subject(Reason.PROMISE, (piece,), today=TODAY), variant=3).startswith(f"dovevamo riparlare {said},")


@pytest.mark.parametrize(
    ("category", "aside"),
    [
        ("ring", "L’ho messo da parte"), ("necklace", "L’ho messa da parte"),
        ("earrings", "Li ho messi da parte"), ("cufflinks", "Li ho messi da parte"),
    ],
)  # fmt: skip
def test_a_participle_agrees_with_the_piece(category, aside):
    subject = Subject(Reason.PROMISE, (Piece("Aube", category),), today=TODAY, put_aside_until=dt.date(2026, 12, 12))
    assert f"{aside} a Suo nome" in body(subject)


def test_several_are_thanked_for_together():
    subject = Subject(Reason.THANKS, (Piece("Aube", "ring"), Piece("Lune", "pendant")), today=TODAY)
    assert "veder partire queste creazioni con chi le ha scelte davvero." in body(subject, variant=1)


@pytest.mark.parametrize(
    ("until", "said"),
    [
        (dt.date(2026, 11, 28), "fino a sabato."),
        (dt.date(2026, 12, 1), "fino al primo dicembre."),
        (dt.date(2026, 12, 8), "fino all’8 dicembre."),
        (dt.date(2026, 12, 11), "fino all’11 dicembre."),
        (dt.date(2027, 1, 12), "fino al 12 gennaio."),
    ],
)
def test_put_aside_until_a_weekday_or_a_date(until, said):
    subject = Subject(Reason.PROMISE, (Piece("Aube", "ring"),), today=TODAY, put_aside_until=until)
    assert f"a Suo nome {said}" in body(subject)


@pytest.mark.parametrize(
    ("days", "when"),
    [(0, "accoglierLa oggi."), (1, "accoglierLa ieri."), (3, "accoglierLa l’altro giorno."),
     (8, "accoglierLa la settimana scorsa."), (20, "accoglierLa qualche settimana fa."),
     (100, "accoglierLa qualche mese fa."), (400, "accoglierLa qualche tempo fa."), (-1, "accoglierLa.")],
)  # fmt: skip
def test_when_it_was_is_never_a_date(days, when):
    assert when in body(Subject(Reason.VISIT, today=TODAY, on=TODAY - dt.timedelta(days=days)))


def test_two_were_there():
    subject = Subject(Reason.VISIT, today=TODAY, on=TODAY - dt.timedelta(days=1), together=True)
    assert body(subject).startswith("è stato un piacere accoglierVi insieme ieri.")
    assert body(subject, dataclasses.replace(SIGNORA, form=FAMILIAR)).startswith("è stato bello vedervi insieme ieri.")


@pytest.mark.parametrize(
    ("occasion", "whose", "said"),
    [
        ("birthday", "Bianca", "in vista del compleanno di Bianca"),
        ("birthday", "Anouk", "in vista del compleanno di Anouk"),
        ("birthday", "", "in vista di quel compleanno di giugno"),
        ("wedding", "Bianca", "in vista dell’anniversario di nozze di Bianca"),
        ("graduation", "Bianca", "in vista della laurea di Bianca"),
        ("engagement", "Bianca", "in vista della data che ha in mente"),
        ("birth", "", "in vista del lieto evento"),
        ("christmas", "", "in vista del Natale"),
        ("mothers_day", "", "in vista della festa della mamma"),
        ("valentine", "", "in vista di San Valentino"),
        ("other", "", "in vista di quella data di giugno"),
    ],
)
def test_how_an_occasion_is_spoken_of(occasion, whose, said):
    subject = Subject(
        Reason.OCCASION, today=TODAY, occasion=occasion, occasion_on=dt.date(2027, 6, 8), celebrated=whose
    )
    assert body(subject, variant=1).startswith(f"Le scrivo con un certo anticipo, {said}: ")


def test_a_proposal_is_never_named():
    subject = Subject(Reason.OCCASION, today=TODAY, occasion="engagement", celebrated="Bianca")
    for variant in range(4):
        assert "Bianca" not in written(subject, variant=variant)
        assert "fidanzament" not in written(subject, variant=variant)


@pytest.mark.parametrize(
    ("since", "said"),
    [
        (dt.date(2026, 8, 1), "mi permetto un piccolo consiglio per il Suo anello Aube."),
        (dt.date(2025, 11, 20), "dopo un anno in compagnia del Suo anello Aube, mi permetto un piccolo consiglio."),
        (dt.date(2023, 11, 20), "dopo tre anni in compagnia del Suo anello Aube, mi permetto un piccolo consiglio."),
        (dt.date(2001, 11, 20), "dopo tanti anni in compagnia del Suo anello Aube, mi permetto un piccolo consiglio."),
    ],
)
def test_how_long_it_has_been_hers_is_said_from_a_year_on(since, said):
    subject = Subject(Reason.GUIDANCE, (Piece("Aube", "ring"),), today=TODAY, on=since, advice=Advice.SETTING)
    assert body(subject).startswith(f"{said} Le griffe si ammorbidiscono con il tempo:")


@pytest.mark.parametrize("advice", Advice)
def test_what_is_looked_at_is_contracted(advice):
    subject = Subject(Reason.GUIDANCE, (Piece("Aube", "ring"),), today=TODAY, advice=advice)
    looked_at = italian.ADVICE[advice][0]
    contracted = {"le": "dalle", "la": "dalla", "il": "dal", "i": "dai"}[looked_at.split()[0]]
    assert f"comincerei {contracted} {looked_at.split()[1]}." in body(subject, variant=3)


@pytest.mark.parametrize(
    ("category", "said"),
    [("fragrance", "Un altro è"), ("scarf", "Un’altra è"), ("cufflinks", "Altri sono")],
)
def test_another_of_the_same(category, said):
    subject = Subject(Reason.REPLENISH, (Piece("Brume", category),), today=TODAY, available=True)
    assert f"{said} in boutique, se Le fa piacere." in body(subject)


@pytest.mark.parametrize(
    ("to", "formal", "familiar"),
    [
        ({"title": "Mme", "given": "Elena", "family": "Marchetti"}, "Gentile Signora Marchetti,", "Cara Elena,"),
        ({"title": "Sig.", "given": "Paolo", "family": "Marchetti"}, "Gentile Signor Marchetti,", "Caro Paolo,"),
        ({"title": "Sig.", "family": "Müller"}, "Gentile Signor Müller,", "Ciao,"),
        ({"title": "Sig.ra"}, "Gentile Signora,", "Ciao,"),
        ({"title": "Mr"}, "Gentile Signore,", "Ciao,"),
        ({"title": "Mrs", "gender": "he", "family": "Marchetti"}, "Gentile Signor Marchetti,", "Ciao,"),
        ({"title": "Dott.ssa", "family": "Okafor"}, "Gentile Dottoressa Okafor,", "Ciao,"),
        ({"title": "Dott.", "family": "Bianchi", "gender": "he"}, "Gentile Dottor Bianchi,", "Ciao,"),
        ({"title": "Dr", "gender": "he"}, "Gentile Dottore,", "Ciao,"),
        ({"title": "Dr", "gender": "she", "family": "Okafor"}, "Gentile Dottoressa Okafor,", "Ciao,"),
        ({"title": "Dr", "display": "Amara Okafor", "family": "Okafor"}, "Gentile Amara Okafor,", "Ciao Amara Okafor,"),
        ({"title": "Prof.", "gender": "he", "family": "Rossi"}, "Gentile Professor Rossi,", "Ciao,"),
        ({"title": "Prof.ssa", "family": "Rossi"}, "Gentile Professoressa Rossi,", "Ciao,"),
        ({"title": "Avv.", "family": "Rossi"}, "Gentile Avvocato Rossi,", "Ciao,"),
        ({"title": "Ing.", "family": "Rossi"}, "Gentile Ingegner Rossi,", "Ciao,"),
        ({"title": "Ing."}, "Gentile Ingegnere,", "Ciao,"),
        ({"title": "Contessa", "family": "Marchetti"}, "Gentile Contessa Marchetti,", "Ciao,"),
        ({"title": "Comte", "family": "de Brissac"}, "Gentile Conte de Brissac,", "Ciao,"),
        ({"gender": "she", "family": "D'Este"}, "Gentile Signora D’Este,", "Ciao,"),
        ({"display": "Ingrid Lindqvist", "given": "Ingrid"}, "Gentile Ingrid Lindqvist,", "Ciao Ingrid,"),
        ({"display": "Björk", "given": "Björk"}, "Gentile Björk,", "Ciao Björk,"),
        ({"display": "渡辺 健司", "given": "健司"}, "Gentile 渡辺 健司,", "Ciao 健司,"),
        ({"display": "Leroy", "family": "Leroy"}, "Buongiorno,", "Ciao,"),
        ({"display": "No. 13085"}, "Buongiorno,", "Ciao,"),
        ({"preferred": "Lena", "given": "Elena", "gender": "she"}, "Gentile Signora,", "Cara Lena,"),
        ({"written": "Cara Signora Elena,", "gender": "he"}, "Cara Signora Elena,", "Cara Signora Elena,"),
        ({}, "Buongiorno,", "Ciao,"),
    ],
)
def test_how_a_letter_opens(to, formal, familiar):
    addressee = dataclasses.replace(SOMEBODY, **to)
    subject = Subject(Reason.THANKS, today=TODAY)
    assert written(subject, addressee).split("\n\n")[0] == formal
    assert written(subject, dataclasses.replace(addressee, form=FAMILIAR)).split("\n\n")[0] == familiar


def test_the_maison_thanks_by_its_name():
    subject = Subject(Reason.THANKS, today=TODAY)
    assert body(subject, variant=3).startswith("grazie, a nome di tutti noi di Maison Lys.")
    nameless = compose(subject, SIGNORA, Sender("Camille Aubry", "", "", ""), variant=3).text
    assert "grazie, a nome di tutti noi.\n\n" in nameless


TU = re.compile(
    r"\b(?:tu|te|ti|tuo|tua|tuoi|tue|hai|vuoi|dimmi|dimmelo|scrivimi|raccontami|lasciam\w+|portami)\b|\w\w[aei]rti\b",
    re.IGNORECASE,
)
LEI = re.compile(
    r"\b(?:Lei|Suo|Sua|Suoi|Sue|Sé|mi dica|mi scriva|venga|scelga)\b|[a-z](?:La|Le|Vi|Gli\w+)\b"
    r"|(?<!^)(?<![.?:] )\bL[ea]\b"
)
"""Le and La inside a sentence; at its beginning they may be articles."""


@pytest.mark.parametrize(("reason", "form"), list(itertools.product(Reason, FORMS)))
def test_lei_and_tu_are_never_mixed(reason, form):
    to = dataclasses.replace(SIGNORA, form=form)
    for (_label, subject), variant in itertools.product(cases(reason), range(4)):
        said = body(subject, to, variant)
        assert not (LEI if form == FAMILIAR else TU).search(said), said


@pytest.mark.parametrize(("reason", "form"), list(itertools.product(Reason, FORMS)))
def test_after_the_comma_of_the_opening_the_first_word_is_small(reason, form):
    to = dataclasses.replace(SIGNORA, form=form)
    for (_label, subject), variant in itertools.product(cases(reason), range(4)):
        first = body(subject, to, variant).split(" ")[0]
        assert first[0].islower() or (form != FAMILIAR and first in {"La", "Le"}), first


def test_every_slot_an_editor_may_write_is_known():
    """A typing mistake in a slot would be a KeyError at the boutique: here it is one first."""
    saying = italian.saying(Subject(Reason.WEAR, today=TODAY), SIGNORA, CAMILLE)
    everything = Saying(dict.fromkeys(saying.words, "x"), dict.fromkeys(saying.so, True))
    for pages in it.LETTERS.values():
        for text in pages.values():
            for letter in patterns.read(text):
                assert all(
                    patterns.fill(sentence, everything)
                    for paragraph in letter
                    for line in paragraph
                    for sentence in line
                )
