"""In which language a note is: hers unless the words say another."""

import pytest

from carnet.capture.rules import discretion
from carnet.capture.rules.tongue import tongue
from tests.capture.rules.test_discretion import SENTENCES

WRITTEN = {
    language: [words for each in SENTENCES.values() for those in each[language].values() for words in those]
    for language in discretion.LANGUAGES
}


@pytest.mark.parametrize("language", discretion.LANGUAGES)
def test_in_her_own_language_it_stays(language):
    strayed = [words for words in WRITTEN[language] if tongue(words, language) != language]
    assert len(strayed) <= 0.005 * len(WRITTEN[language]), strayed


@pytest.mark.parametrize("language", discretion.LANGUAGES)
def test_another_is_told_by_its_words_from_whatever_language_is_hers(language):
    for hers in set(discretion.LANGUAGES) - {language}:
        if (language, hers) != ("zh", "ja"):
            told = sum(tongue(words, hers) == language for words in WRITTEN[language])
            assert told >= 0.75 * len(WRITTEN[language]), hers


@pytest.mark.parametrize(
    ("words", "hers", "told"),
    [
        ("", "fr", "fr"),
        ("52 💍 …", "ja", "ja"),
        ("Aube, Lune, Halo", "it", "it"),
        ("Elle aime les saphirs", "en", "fr"),
        ("Vuole un anello", "zh-Hans", "it"),
        ("She wants the Lune pendant in platinum", "ar", "en"),
        ("M. 王さま、12号", "en", "ja"),
        ("王女士喜欢 Aube 系列的白金戒指", "en", "zh"),
        ("再来店予定", "ja", "ja"),
        ("再来店予定", "zh-Hans", "zh"),
        ("تحب الذهب الأصفر، طقم Lune", "fr", "ar"),
        ("Loves Villa Solare", "en", "en"),
    ],
)
def test_what_tells(words, hers, told):
    assert tongue(words, hers) == told
