"""Nobody is sent the same letter twice within a year; a reason of later brings letters of its own."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carnet.outreach.kinds import Advice, Reason
from carnet.outreach.rules.letters import Subject, compose, languages, manners, review, variants
from carnet.outreach.rules.letters.composing import TONGUES
from carnet.outreach.rules.letters.review import CAMILLE, HELENE, TODAY
from carnet.outreach.rules.letters.subject import FAMILIAR, FORMAL, FORMS

LANGUAGES = sorted(languages())
TWELVE = 12
"""One a month: more than any pace lets leave."""
READY = {
    "fr": {
        FORMAL: "Votre pièce est prête : {la bague Aube} vous sera rendue quand vous voudrez.\n"
        "or: C'est prêt, quand vous voudrez.\nBien à vous,\n***\n"
        "Notre atelier a terminé.\nor: {Elle} n'attend que vous.\nBien fidèlement,",
        FAMILIAR: "C'est prêt.\nÀ bientôt,",
    },
    "en": {FORMAL: "Our workshop has finished.\nWith kind regards,", FAMILIAR: "It is ready.\nSee you soon,"},
}
READY_FOR_HER = Subject("service_ready", today=TODAY)


def body(text):
    return text.split("\n\n")[1:-1]


@settings(max_examples=400)
@given(st.sampled_from(LANGUAGES), st.sampled_from(Reason), st.sampled_from(FORMS), st.data())
def test_twelve_letters_in_a_row_are_all_different(language, reason, form, data):
    about = data.draw(st.sampled_from([subject for _label, subject in review.cases(reason)]))
    to = dataclasses.replace(HELENE, language=language, form=form)
    sent = []
    for _month in range(TWELVE):
        start = data.draw(st.integers(0, 50))
        sent.append(compose(about, to, CAMILLE, variant=start, before=tuple(sent)).text)
    assert len({tuple(body(text)) for text in sent}) == TWELVE
    assert all(body(one) != body(other) for one, other in itertools.pairwise(sent))
    for text in sent:
        wrong = manners.objections(text, language, available=about.available, put_aside=bool(about.put_aside_until))
        assert wrong == [], text


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_four_have_not_a_sentence_in_common(language, form):
    to, sent = dataclasses.replace(HELENE, language=language, form=form), []
    about = Subject(Reason.GUIDANCE, today=TODAY, advice=Advice.SETTING)
    for _ in range(4):
        sent.append(compose(about, to, CAMILLE, variant=2, before=tuple(sent)).text)
    assert sorted(sent) == sorted(compose(about, to, CAMILLE, variant=n).text for n in range(4))
    assert sent[0] == compose(about, to, CAMILLE, variant=2).text


def test_a_letter_changed_by_hand_is_still_the_one_it_was():
    about = Subject(Reason.VISIT, (review.RING,), today=TODAY, on=TODAY - dt.timedelta(days=9))
    first = compose(about, HELENE, CAMILLE).text
    changed = first.replace("Chère Madame,", "Chère Hélène,").replace("la semaine dernière", "jeudi")
    assert changed != first
    again = compose(about, HELENE, CAMILLE, before=(changed.replace("\u2019", "'"),)).text
    assert body(again) == body(compose(about, HELENE, CAMILLE, variant=1).text)


def test_what_she_was_sent_for_another_reason_changes_nothing():
    about = Subject(Reason.VISIT, (review.RING,), today=TODAY)
    other = compose(Subject(Reason.WEAR, (review.RING,), today=TODAY), HELENE, CAMILLE).text
    assert compose(about, HELENE, CAMILLE, before=(other, "")) == compose(about, HELENE, CAMILLE)


def test_when_everything_has_been_said_the_first_comes_again():
    about, sent = Subject(Reason.THANKS, today=TODAY), []
    for _ in range(15):
        sent.append(compose(about, HELENE, CAMILLE, before=tuple(sent)).text)
    assert len(set(sent)) == TWELVE
    assert sent[TWELVE:] == [sent[0]] * (len(sent) - TWELVE)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wish_is_fit_to_leave(language, form):
    tongue = TONGUES[language]
    assert len(set(tongue.wishes[form])) == len(tongue.wishes[form]) >= 2
    for wish in tongue.wishes[form]:
        assert manners.objections(tongue.finish(wish), language) == []


@pytest.mark.parametrize(("language", "asked"), [(code, code not in {"en", "fr"}) for code in LANGUAGES])
def test_who_reads_a_language_that_no_native_has_read(language, asked):
    to = dataclasses.replace(HELENE, language=language)
    assert compose(Subject(Reason.WEAR, today=TODAY), to, CAMILLE).needs_a_reader == asked


def test_a_reason_of_later_brings_its_letters():
    ring = dataclasses.replace(READY_FOR_HER, pieces=(review.RING,))
    assert body(compose(ring, HELENE, CAMILLE, pages=READY).text) == [
        "Votre pièce est prête\u202f: la bague Aube vous sera rendue quand vous voudrez.",
        "Bien à vous,",
    ]
    again = compose(ring, HELENE, CAMILLE, pages=READY, before=(compose(ring, HELENE, CAMILLE, pages=READY).text,))
    assert body(again.text) == ["Notre atelier a terminé.", "Bien fidèlement,"]
    assert variants("service_ready", "fr-CH", READY) == 1
    assert variants("service_ready", "fr") == 0


def test_its_own_letters_win_over_a_page():
    page = {"fr": {FORMAL: "Autre chose.\nBien à vous,"}}
    thanks = Subject(Reason.THANKS, today=TODAY)
    assert compose(thanks, HELENE, CAMILLE, pages=page) == compose(thanks, HELENE, CAMILLE)
    assert variants(Reason.THANKS, "fr", page) == 4


@pytest.mark.parametrize(
    ("hers", "house", "pages", "written"),
    [
        ("fr", "en", READY, "fr"),
        ("fr", "en", {"en": READY["en"]}, "en"),
        ("en", "fr", {"fr": READY["fr"]}, "fr"),
        ("xx", "yy", READY, "en"),
        ("", "fr", READY, "fr"),
        ("fr", "yy", {"fr": {FAMILIAR: READY["fr"][FAMILIAR]}, "en": READY["en"]}, "en"),
    ],
)
def test_where_it_is_not_written_in_hers(hers, house, pages, written):
    letter = compose(READY_FOR_HER, dataclasses.replace(HELENE, language=hers), CAMILLE, fallback=house, pages=pages)
    assert letter.language == written
    assert len(body(letter.text)) == 2


@pytest.mark.parametrize("pages", [None, {}, {"fr": {}}, {"fr": {FORMAL: " \n"}}, {"xx": {FORMAL: "Hm.\nHm,"}}])
def test_where_nobody_has_written_one_she_writes_it_herself(pages):
    letter = compose(READY_FOR_HER, HELENE, CAMILLE, pages=pages, before=("x",))
    assert letter.text == "Chère Madame,\n\nCamille Aubry"
