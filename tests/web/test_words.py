"""What templates say: numbers in words, days by name, the language of a text, icons and plates."""

from datetime import UTC, date, datetime

import pytest
from django.template import Context, Engine, Template
from django.utils import timezone, translation

from carnet.kit.numerals import in_words
from carnet.web.templatetags.carnet import number_word

TODAY = date(2026, 11, 19)
ENGINE = Engine(builtins=["carnet.web.templatetags.carnet"])


def said(template, language="en", **context):
    with translation.override(language):
        return Template(template, engine=ENGINE).render(Context(context))


@pytest.mark.parametrize(
    ("number", "english", "french"),
    [
        (0, "zero", "zéro"),
        (3, "three", "trois"),
        (12, "twelve", "douze"),
        (17, "seventeen", "dix-sept"),
        (20, "twenty", "vingt"),
        (21, "twenty-one", "vingt et un"),
        (22, "twenty-two", "vingt-deux"),
        (41, "forty-one", "quarante et un"),
        (60, "sixty", "soixante"),
        (69, "sixty-nine", "soixante-neuf"),
        (70, "seventy", "soixante-dix"),
        (71, "seventy-one", "soixante et onze"),
        (77, "seventy-seven", "soixante-dix-sept"),
        (80, "eighty", "quatre-vingts"),
        (81, "eighty-one", "quatre-vingt-un"),
        (90, "ninety", "quatre-vingt-dix"),
        (91, "ninety-one", "quatre-vingt-onze"),
        (99, "ninety-nine", "quatre-vingt-dix-neuf"),
    ],
)
def test_a_count_is_said_in_words(number, english, french):
    assert (in_words(number, "en"), in_words(number, "fr")) == (english, french)


@pytest.mark.parametrize("number", [-1, 100, 1204])
def test_beyond_ninety_nine_figures_read_better(number):
    assert in_words(number, "en") is None


def test_every_number_has_one_name_of_its_own():
    for language in ("en", "fr", "it"):
        assert len({in_words(number, language) for number in range(100)}) == 100


@pytest.mark.parametrize(
    ("number", "words"), [(1, "une"), (21, "vingt et une"), (81, "quatre-vingt-une"), (11, "onze")]
)
def test_french_counts_people_in_the_feminine(number, words):
    assert in_words(number, "fr", feminine=True) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (3, "tre"),
        (11, "undici"),
        (21, "ventuno"),
        (23, "ventitré"),
        (28, "ventotto"),
        (30, "trenta"),
        (88, "ottantotto"),
    ],
)
def test_italian_counts_lose_a_vowel_before_one_and_eight(number, words):
    assert in_words(number, "it") == words


def test_italian_says_one_before_what_it_counts():
    assert (in_words(1, "it"), in_words(1, "it", feminine=True)) == ("un", "una")


def test_english_knows_no_gender():
    assert in_words(41, "en", feminine=True) == "forty-one"


@pytest.mark.parametrize(
    ("language", "number", "words"),
    [
        ("en-gb", 41, "forty-one"),
        ("fr", 118, "118"),
        ("fr", 1204, "1\u202f204"),
        ("de", 41, "41"),
        ("ja", 3, "3"),
        ("zh-hans", 1204, "1,204"),
        ("ar", 41, "41"),
        ("it", 41, "quarantuno"),
        ("it", 1204, "1.204"),
    ],
)
def test_the_page_language_decides(language, number, words):
    with translation.override(language):
        assert number_word(number) == words


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("{% day when %}", "yesterday"),
        ("{% day when capital=True %}", "Yesterday"),
        ("{% day when plain=True %}", "18 November"),
    ],
)
def test_days_near_the_page_s_own_today(tag, words):
    assert said(tag, today=TODAY, when=date(2026, 11, 18)) == words


def test_without_a_today_nothing_is_near_and_the_year_is_said():
    assert said("{% day when %}", when=TODAY) == "19 November 2026"


def test_a_moment_is_read_where_the_reader_is():
    late = datetime(2026, 11, 18, 23, 30, tzinfo=UTC)
    with timezone.override("Asia/Tokyo"):
        assert said("{% day when %}", today=TODAY, when=late) == "today"


@pytest.mark.parametrize(
    ("code", "attributes"),
    [
        ("fr", 'lang="fr" dir="ltr"'),
        ("ar-AE", 'lang="ar-AE" dir="rtl"'),
        ("he", 'lang="he" dir="rtl"'),
        ("", 'dir="auto"'),
    ],
)
def test_words_say_their_language_and_direction(code, attributes):
    assert said("{% lang_attrs code %}", code=code) == attributes


def test_an_icon_is_silent_unless_it_is_named():
    silent, named = said('{% icon "next" flip=True %}'), said('{% icon "more" label=words %}', words="More <b>")
    assert 'aria-hidden="true"' in silent
    assert 'class="i flip"' in silent
    assert 'aria-label="More &lt;b&gt;"' in named


def test_a_piece_without_a_drawing_shows_its_case():
    assert "plates.svg#piece" in said('{% plate "unicorn" label="Pegasus" %}')


def test_a_photograph_takes_the_place_of_the_drawing():
    assert 'alt="Aube"' in said('{% plate "ring" label="Aube" photo="/files/aube.avif" %}')
