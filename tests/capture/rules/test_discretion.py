"""What a house should not keep is noticed, and what it should keep passes in silence."""

import json
import re
import time
from pathlib import Path

import brotli
import pytest

from carnet.capture.kinds import Concern
from carnet.capture.rules import discretion
from carnet.capture.rules.discretion import reading
from carnet.capture.rules.discretion.prepared import prepare
from carnet.capture.rules.discretion.sentences import Asked

SENTENCES = json.loads(Path(__file__).with_name("discretion.json").read_bytes())
SETS = [(name, language) for name, each in SENTENCES.items() for language in each]
CURRENT = 24 * 1024
"""Bytes that the patterns of one language may weigh on their way to a telephone, compressed as they are served."""


def said(name, language):
    """Sentences that should be noticed, and ordinary ones."""
    every = SENTENCES[name][language]
    return [one for kind, those in every.items() if kind != "ordinary" for one in those], every["ordinary"]


@pytest.mark.parametrize("language", discretion.LANGUAGES)
def test_what_is_too_private_is_noticed(language):
    private = [words for name in SENTENCES for words in said(name, language)[0]]
    missed = [words for words in private if not discretion.notice(words, language)]
    assert len(missed) <= 0.05 * len(private), missed


@pytest.mark.parametrize(("name", "language"), SETS)
def test_what_is_ordinary_passes(name, language):
    _, ordinary = said(name, language)
    assert [words for words in ordinary if discretion.notice(words, language)] == []


@pytest.mark.parametrize("language", discretion.LANGUAGES)
def test_each_concern_is_called_by_its_name(language):
    for concern, those in SENTENCES["first"][language].items():
        for words in those if concern != "ordinary" else ():
            found = {each.concern for each in discretion.notice(words, language)}
            assert not found or Concern(concern) in found, words


def test_the_words_are_found_where_they_stand():
    words = "Cœur fragile. Elle est ENCEINTE, 2e ; taille 52"
    found = [(each.concern, words[each.begin : each.end], each.why) for each in discretion.notice(words, "fr")]
    assert (Concern.HEALTH, "ENCEINTE", discretion.Why.PREGNANCY) in found


def test_the_sentence_around_them_can_be_shown():
    words = "Ring 52. She is pregnant! Loves opals"
    (noticed,) = discretion.notice(words, "en")
    begin, end = discretion.sentence_around(words, noticed.begin, noticed.end)
    assert words[begin:end] == "She is pregnant!"
    words = "妊娠中です。サイズは12号"
    (noticed,) = discretion.notice(words, "ja")
    assert words[slice(*discretion.sentence_around(words, noticed.begin, noticed.end))] == "妊娠中です。"


@pytest.mark.parametrize(
    ("words", "spaced", "text"),
    [
        ("", True, " "),
        ("Éléonore, N°5!", True, " eleonore n "),
        ("C’est l'œuvre", True, " c est l oeuvre "),
        ("e\u0301te\u0301", True, " ete "),
        ("الأُسـرةُ إلى", True, " الاسره الي "),
        ("ＶＩＰ　５２号 ｶﾞｰﾈｯﾄ", False, " vip52号ガーネット "),
        ("だ。が", False, " だ が "),
        ("💍 bague", True, " bague "),
    ],
)
def test_words_are_made_alike(words, spaced, text):
    prepared = prepare(words, spaced=spaced)
    assert prepared.text == text
    assert len(prepared.starts) == len(prepared.ends) == len(text)


def test_a_language_without_patterns_notices_nothing():
    assert discretion.notice("sie ist schwanger", "de") == ()


def test_the_house_s_own_code_of_chinese_is_understood():
    assert discretion.notice("她怀孕了", "zh-Hans") == discretion.notice("她怀孕了", "zh") != ()


def test_every_concern_has_its_question_and_its_consequence():
    assert set(discretion.ASKED) == set(Concern)
    assert all(isinstance(each, Asked) for each in discretion.ASKED.values())


@pytest.mark.parametrize("language", discretion.LANGUAGES)
def test_patterns_hold_only_what_both_engines_read_alike(language):
    data = json.loads((reading.PATTERNS / f"{language}.json").read_bytes())
    told = [one for each in data["concerns"].values() for those in each["patterns"].values() for one in those]
    told += [one for each in data["concerns"].values() for one in each["unless"]]
    told += [one for each in data["concerns"].values() for those in each.get("spares", {}).values() for one in those]
    told += [one for those in data["names"].values() for one in those]
    for one in told:
        bare = re.sub(r"<(\w+)>", lambda name: "" if name[1] in data["names"] else "[]", one)
        assert re.fullmatch(r"[\w ()|?*~]*", bare), one
    assert set(data["concerns"]) == set(Concern)


@pytest.mark.parametrize("language", discretion.LANGUAGES)
def test_patterns_are_light_enough_for_a_telephone(language):
    assert len(brotli.compress((reading.PATTERNS / f"{language}.json").read_bytes())) <= CURRENT


@pytest.mark.parametrize("language", discretion.LANGUAGES)
def test_a_hundred_words_are_read_at_once(language):
    words = " ".join(said("first", language)[1])
    words = words[:300] if language in {"ja", "zh"} else " ".join(words.split()[:100])
    discretion.notice(words, language)
    taken = []
    for _ in range(5):
        begun = time.perf_counter()
        discretion.notice(words, language)
        taken.append(time.perf_counter() - begun)
    assert min(taken) <= 0.03


@pytest.mark.parametrize("language", discretion.LANGUAGES)
def test_every_name_in_a_pattern_is_replaced(language):
    """One that names another stands before it in its file: else the inner one is never put in, and the pattern is dead."""
    data = json.loads((reading.PATTERNS / f"{language}.json").read_bytes())
    for said in data["concerns"].values():
        for patterns in (*said["patterns"].values(), said["unless"], *said.get("spares", {}).values()):
            if patterns:
                assert not [each for each in reading.seeker(data, patterns).order if "<" in each]
