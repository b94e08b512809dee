"""What the house would not have written in Italian, found."""

from __future__ import annotations

import pytest

from carnet.outreach.rules.letters import manners


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Si affretti, è l’ultimo pezzo.", "presses her"),
        ("Venga al più presto.", "presses her"),
        ("Un’offerta esclusiva.", "sells"),
        ("Non esiti a chiamarmi.", "sells"),
        ("Ci manca molto.", "pursues her"),
        ("Da quanto tempo.", "pursues her"),
        ("I Suoi acquisti ci onorano.", "flatters her spending"),
        ("Non serve rispondere.", "closes the door"),
        ("Senza impegno, naturalmente.", "closes the door"),
        ("Ci risulta un anello.", "recites her record"),
        ("Il Suo profumo è quasi finito.", "supposes that it is used up"),
        ("L’anello è in boutique.", manners.HERE),
        ("È appena arrivato.", manners.HERE),
        ("L’ho messo da parte.", "says that a piece is put aside"),
        ("È a Suo nome.", manners.ASIDE),
        ("Sarei lieta di rivederLa.", "guesses who writes or reads"),
        ("Benvenuta tra noi.", "guesses who writes or reads"),
        ("Gentile cliente,", "opens as one does to nobody"),
        ("Con la presente Le comunichiamo.", "writes as an office does"),
        ("In attesa di un Suo riscontro.", "writes as an office does"),
        ("Non so perchè.", "confuses its accents"),
        ("Qual’è la misura?", "confuses its accents"),
        ("Un’anello.", "confuses its accents"),
        ("Gent.ma Sig.ra Marchetti,", "abbreviates to her face"),
        ("Gentile Dott.ssa Okafor,", "abbreviates to her face"),
        ("Gentile Signore Marchetti,", "wants Signor"),
        ("Gentile Dottor,", "wants Signor"),
        ("Gentile Mrs Okafor,", "says Mr"),
        ("Parliamo di il bracciale.", "wants a preposition with its article"),
        ("Pensavo a l’anello.", "wants a preposition with its article"),
        ("Lo orologio.", "wants an elision"),
        ("Quella ametista.", "wants an elision"),
        ("Una idea.", "wants an elision"),
        ("Il anello.", "wants another article"),
        ("Il specchio.", "wants another article"),
        ("I orecchini.", "wants another article"),
        ("Degli gemelli.", "wants another article"),
        ("la ringrazio molto.", "writes Lei small"),
        ("La ringrazio, e ti aspetto: il Suo anello.", "mixes Lei and tu"),
        ("Il tuo anello, se Lei vuole.", "mixes Lei and tu"),
        ("E’ bello.", "writes È with an apostrophe"),
        ("Come va ?", "wants no space before high signs"),
    ],
)
def test_each_fault_is_found(text, fault):
    assert fault in [objection.split(":")[0] for objection in manners.objections(text, "it")]


@pytest.mark.parametrize(
    "text",
    [
        "Gentile Signora Marchetti,\n\nLe è venuta un’idea? Gli orecchini restano un bel ricordo; gli scriverò.\n\nCon stima,",
        "Gentile Signore,\n\nlo è davvero, e c’è un perché: lo specchio, gli gnomi, gli zaffiri, un po’ di calma.\n\nA presto,",
        "Grazie da parte di tutti noi. Sono qui per questo, a Sua disposizione, con riservatezza.",
    ],
)
def test_a_letter_that_may_leave(text):
    assert manners.objections(text, "it") == []
