"""Days, lists and counts, as each language of the pages writes them."""

import datetime as dt

import pytest
from django.utils import translation

from carnet.kit import spoken

TODAY = dt.date(2026, 11, 19)


@pytest.mark.parametrize(
    ("when", "language", "weekday", "words"),
    [
        (dt.date(2026, 11, 4), "en", False, "4 November"),
        (dt.date(2025, 8, 27), "en", False, "27 August 2025"),
        (dt.date(2026, 11, 19), "en", True, "Thursday 19 November"),
        (dt.date(2025, 8, 27), "en", True, "Wednesday 27 August 2025"),
        (dt.date(2026, 12, 1), "fr", False, "1er décembre"),
        (dt.date(2025, 12, 1), "fr", False, "1er décembre 2025"),
        (dt.date(2026, 12, 1), "fr", True, "mardi 1er décembre"),
        (dt.date(2026, 11, 21), "fr", False, "21 novembre"),
        (dt.date(2026, 12, 1), "it", False, "1º dicembre"),
        (dt.date(2026, 12, 11), "it", True, "venerdì 11 dicembre"),
        (dt.date(2026, 11, 19), "ja", False, "11月19日"),
        (dt.date(2025, 11, 1), "ja", False, "2025年11月1日"),
        (dt.date(2026, 11, 19), "ja", True, "11月19日木曜日"),
        (dt.date(2025, 11, 19), "zh-hans", True, "2025年11月19日星期三"),
        (dt.date(2026, 12, 1), "ar", False, "1 ديسمبر"),
        (dt.date(2026, 11, 19), "ar", True, "الخميس، 19 نوفمبر"),
        (dt.date(2025, 11, 19), "ar-xb", False, "19 نوفمبر 2025"),
    ],
)
def test_a_day_is_named_as_its_language_names_it(when, language, weekday, words):
    assert spoken.day(when, TODAY, language, weekday=weekday) == words


@pytest.mark.parametrize(
    ("language", "alone", "dated", "short"),
    [
        ("en", "October", "October 2026", "Oct 2026"),
        ("fr", "octobre", "octobre 2026", "oct. 2026"),
        ("it", "ottobre", "ottobre 2026", "ott 2026"),
        ("ja", "10月", "2026年10月", "2026年10月"),
        ("zh-hans", "十月", "2026年10月", "2026年10月"),
        ("ar", "أكتوبر", "أكتوبر 2026", "أكتوبر 2026"),
    ],
)
def test_a_month(language, alone, dated, short):
    october = dt.date(2026, 10, 8)
    with translation.override(language):
        assert (spoken.month(october), spoken.month(october, year=True), spoken.short_month(october)) == (
            alone, dated, short,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "listed", "enumerated", "following"),
    [
        ("en", "A, B and C", "A, B, C", "A. B."),
        ("fr", "A, B et C", "A, B, C", "A. B."),
        ("it", "A, B e C", "A, B, C", "A. B."),
        ("ja", "A、B、C", "A、B、C", "A. B."),
        ("zh-hans", "A、B和C", "A、B、C", "A. B."),
        ("ar", "A وB وC", "A، B، C", "A. B."),
        ("ar-xb", "A وB وC", "A، B، C", "A. B."),
    ],
)
def test_what_stands_together(language, listed, enumerated, following):
    with translation.override(language):
        assert spoken.listed("ABC") == listed
        assert spoken.enumerated("ABC") == enumerated
        assert spoken.following(["A.", "", None, "B."]) == following


@pytest.mark.parametrize(
    ("language", "first"), [("en", False), ("fr", False), ("it", False), ("ar", False), ("ja", True), ("zh-hans", True)]
)
def test_whether_the_month_comes_first(language, first):
    with translation.override(language):
        assert spoken.month_before_day() is first


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "A: B"), ("fr", "A\u202f: B"), ("it", "A: B"), ("ja", "A：B"), ("ar", "A: B")],
)
def test_what_is_labelled(language, words):
    with translation.override(language):
        assert spoken.labelled("A", "B") == words


@pytest.mark.parametrize("language", ["ja", "zh-hans"])
def test_sentences_of_the_full_width_bring_their_own_space(language):
    with translation.override(language):
        assert spoken.following(["電話。", "次も。", "By hand.", "以上。"]) == "電話。次も。By hand. 以上。"


@pytest.mark.parametrize(
    ("language", "words"), [("en", "8 Oct"), ("it", "8 ott"), ("ja", "10月8日"), ("ar", "8 أكتوبر")]
)
def test_a_day_in_short(language, words):
    with translation.override(language):
        assert spoken.short_day(dt.date(2026, 10, 8)) == words


def test_without_a_language_english_is_read():
    with translation.override(None):
        assert spoken.day(TODAY) == "19 November 2026"
