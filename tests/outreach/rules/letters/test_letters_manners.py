"""What the house would not have written, found."""

from __future__ import annotations

import pytest

from carnet.outreach.rules.letters import manners


def faults(text, language, **flags):
    return [objection.split(":")[0] for objection in manners.objections(text, language, **flags)]


@pytest.mark.parametrize(
    ("language", "text", "fault"),
    [
        ("en", "What a lovely day!", "exclaims"),
        ("en", "See you soon 💎", "has a pictogram"),
        ("en", "It is €4.", "names an amount"),
        ("en", "It was 400 euros.", "names an amount"),
        ("fr", "Cela fait 24 600 € en tout.", "names an amount"),
        ("en", "Dear No. 13085,", "gives her a number"),
        ("en", "Thank you for the {ring}.", "has an empty place"),
        ("en", "Thank you for , and you.", "has an empty place"),
        ("en", "Thank  you.", "has a space too many"),
        ("en", "I'm here.", "has a straight apostrophe"),
        ("en", "This is your last chance.", "presses her"),
        ("en", "Do come right away.", "presses her"),
        ("en", "An exclusive offer.", "sells"),
        ("en", "Don’t hesitate.", "sells"),
        ("en", "We miss you.", "pursues her"),
        ("en", "It’s been a while.", "pursues her"),
        ("en", "Your purchases delight us.", "flatters her spending"),
        ("en", "There is no need to answer.", "closes the door"),
        ("en", "You bought a ring.", "recites her record"),
        ("en", "It is available.", manners.HERE),
        ("en", "I have put it aside.", manners.ASIDE),
        ("fr", "Venez vite.", "presses her"),
        ("fr", "N’hésitez pas.", "sells"),
        ("fr", "Je reviens vers vous.", "sells"),
        ("fr", "Vous nous manquez.", "pursues her"),
        ("fr", "Vos achats nous honorent.", "flatters her spending"),
        ("fr", "Nul besoin de répondre si le moment n’est pas le bon.", "closes the door"),
        ("fr", "Vous avez acheté une bague.", "recites her record"),
        ("fr", "Elle est à la boutique.", manners.HERE),
        ("fr", "Nous venons d’en recevoir un.", manners.HERE),
        ("fr", "Je l’ai mise de côté.", manners.ASIDE),
        ("fr", "Je serais heureuse de vous voir.", "guesses who writes or reads"),
        ("fr", "Cher(e) Camille,", "guesses who writes or reads"),
        ("fr", "Cher client,", "opens as one does to nobody"),
        ("fr", "Bonjour Mr Dupont,", "says Mr"),
        ("fr", "Cher Monsieur Dupont,", "names him after Monsieur"),
        ("fr", "Chère Mme,", "names him after Monsieur"),
        ("fr", "Mme Dupont,", "abbreviates to her face"),
        ("fr", "Comment allez-vous ?", "wants a thin space"),
        ("fr", "Comment allez-vous?", "wants a thin space"),
        ("fr", "C’est que elle vient.", "wants an elision"),
        ("fr", "La écharpe.", "wants an elision"),
        ("fr", "S’il vient, si il part.", "wants an elision"),
        ("fr", "Autour de le pendentif.", "wants a contraction"),
        ("fr", "Penser à les bagues.", "wants a contraction"),
    ],
)
def test_each_fault_is_found(language, text, fault):
    assert fault in faults(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Dear Dr Okafor,\n\nThe door is open to you.\n\nWith kind regards,"),
        ("fr", "Cher Monsieur,\n\nJe me réjouis de les montrer, à votre heure\u202f; dites-la-moi.\n\nBien à vous,"),
        ("fr", "Je vous prie de croire, cher Monsieur, à mon fidèle souvenir."),
        ("ja", "渡辺様"),
    ],
)
def test_a_letter_that_may_leave(language, text):
    assert manners.objections(text, language) == []


def test_the_record_allows_what_it_says():
    here, aside = "Elle est à la boutique.", "Elle est de côté à votre nom."
    assert faults(here, "fr", available=True) == []
    assert faults(here, "fr", put_aside=True) == []
    assert faults(aside, "fr", put_aside=True) == []
    assert faults(aside, "fr", available=True) == [manners.ASIDE]


def test_ninety_words_are_enough():
    assert faults("mot " * 89 + "mot", "fr") == []
    assert faults("mot " * 90 + "mot", "fr") == ["is longer than 90 words"]
