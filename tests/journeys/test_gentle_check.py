"""The gentle check in a browser says what it says in Python, of every sentence of the development set."""

import json

from carnet.capture.rules import discretion
from carnet.capture.rules.discretion import reading
from carnet.capture.rules.tongue import SMALL, tongue
from tests.capture.rules.test_discretion import SENTENCES
from tests.capture.rules.test_tongue import WRITTEN
from tests.journeys.conftest import PHONE

ODD = {
    "fr": ["💍 Cœur 💍 : elle est ENCEINTE…", "N’A PLUS TOUTE SA TÊTE", "e\u0301mue, DÉPRIMÉE"],
    "en": [
        "",
        "   ",
        "𝒢 she’s pregnant 😀. Ring 52",
        "DIABETIC\nring 54",
        "Ring 52.  She is pregnant?! Opals",
        "v. ill… no",
    ],
    "ja": ["12号。 妊娠中です！時計", "𠮷田様　妊娠中", "ｶﾞﾝ 治療中", "離婚　まだ公表していない"],
    "ar": ["حـامـل في الشهرِ الرابع", "مريضٌ بالسكّري"],
    "zh": ["她　怀孕了", "ＨＩＶ阳性"],
    "it": ["Anello 12. È INCINTA! Perle", "perche’ soffre di cuore"],
}
TONGUES = """async ([source, every, hers, small]) => {
    const { tongue } = await import(source);
    return every.map((words) => tongue(words, hers, small));
}"""
NOTICES = """async ([source, patterns, sentences]) => {
    const { notice, sentenceAround } = await import(source);
    const sentence = (words, { begin, end }) => words.slice(...sentenceAround(words, begin, end));
    return sentences.map((words) => notice(words, patterns).map((each) => ({ ...each, sentence: sentence(words, each) })));
}"""


def in_units(words, index):
    """A place in a string as JavaScript counts it."""
    return len(words[:index].encode("utf-16-le")) // 2


def test_both_hands_notice_alike(open_context, transactional_db):
    journey = open_context(PHONE)
    page = journey.go("/door/")
    for language in discretion.LANGUAGES:
        every = [one for each in SENTENCES.values() for those in each[language].values() for one in those]
        every += ODD[language]
        patterns = json.loads((reading.PATTERNS / f"{language}.json").read_bytes())
        told = page.evaluate(NOTICES, [f"{journey.at}/static/js/gentle.js", patterns, every])
        ours = [
            [
                {
                    "concern": each.concern.value,
                    "why": each.why.value,
                    "begin": in_units(words, each.begin),
                    "end": in_units(words, each.end),
                    "sentence": words[slice(*discretion.sentence_around(words, each.begin, each.end))],
                }
                for each in discretion.notice(words, language)
            ]
            for words in every
        ]
        assert told == ours, language


def test_both_hands_tell_the_language_alike(open_context, transactional_db):
    journey = open_context(PHONE)
    page = journey.go("/door/")
    every = [words for those in WRITTEN.values() for words in those] + [
        words for those in ODD.values() for words in those
    ]
    small = json.loads(SMALL.read_bytes())
    for hers in discretion.LANGUAGES:
        told = page.evaluate(TONGUES, [f"{journey.at}/static/js/gentle.js", every, hers, small])
        assert told == [tongue(words, hers) for words in every], hers
