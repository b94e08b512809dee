"""What an advisor writes of an afternoon, and what is proposed for her to confirm: kind by kind."""

import datetime as dt

import pytest

from carnet.capture.kinds import Finding
from carnet.capture.rules import extracting
from tests.capture.rules.extracting import labelled


def proposed(language, words):
    home = labelled.around(language)
    return [labelled.said(each, home) for each in extracting.read(words, language, labelled.ON, home)]


ENGLISH = [
    ("ring 52", ["size ring 52 FR"]),
    ("her ring size is now 52 (was 51)", ["size ring 52 FR"]),
    ("US 7", ["size ring 7 US"]),
    ("size M", ["size ring M UK"]),
    ("ring 14", []),
    ("for her sister, size 54", []),
    ("no yellow gold", ["avoids metal yellow_gold"]),
    ("never yellow gold, loves rose", ["avoids metal yellow_gold", "likes metal rose_gold"]),
    ("her husband hates gold", []),
    ("hates clasps she cannot close alone", ["avoids style clasps she cannot close alone"]),
    ("does she like pearls?", []),
    ("Her daughter Bianca", ["relation Bianca child"]),
    ("with her husband Marc", ["relation Marc spouse"]),
    ("came with her husband again", []),
    ("Bianca graduates in May", ["occasion graduation 2027-05 of Bianca"]),
    ("their tenth anniversary on 8 December", ["occasion wedding 12-08"]),
    ("birthday 4 March", ["occasion birthday 03-04"]),
    ("I’ll call her Friday", ["promise 2026-11-27 house"]),
    ("promised photos by the 8th", ["promise 2026-12-08 house"]),
    ("she will call me back Tuesday", ["promise 2026-12-01 client"]),
    ("I won’t call her Friday", []),
    ("will write before Christmas", ["promise 2026-12-24 house"]),
    ("tried the Lune pendant", ["shown Lune pendant"]),
    ("tried the Lune pendant, put it on her list", ["wish Lune pendant"]),
    ("wants to think about it", ["left thinking"]),
    ("did not want the Lune pendant", []),
    ("asked about the price, budget 5000", []),
    ("allergic to nickel, goes to church", []),
]
FRENCH = [
    ("taille 52", ["size ring 52 FR"]),
    ("plutôt or rose, jamais de jaune", ["likes metal rose_gold", "avoids metal yellow_gold"]),
    ("pour sa sœur, taille 54", []),
    ("sa fille Bianca", ["relation Bianca child"]),
    ("naissance prévue en juin", ["occasion birth 2027-06"]),
    ("rappeler lundi", ["promise 2026-11-30 house"]),
    ("elle réfléchit", ["left thinking"]),
    ("mise de côté", ["left on_hold"]),
    ("aime-t-elle les perles ?", []),
    ("elle n’a pas encore décidé", []),
    ("ne pas rappeler lundi", []),
]
ITALIAN = [
    ("anello 14", ["size ring 14 IT"]),
    ("per sua sorella, misura 12", []),
    ("adora l’oro rosa, mai giallo", ["likes metal rose_gold", "avoids metal yellow_gold"]),
    ("sua figlia Bianca", ["relation Bianca child"]),
    ("il compleanno di Bianca è il 4 marzo", ["occasion birthday 03-04 of Bianca"]),
    ("la richiamo giovedì", ["promise 2026-11-26 house"]),
    ("mi richiama martedì", ["promise 2026-12-01 client"]),
    ("sogna uno zaffiro", ["wish zaffiro"]),
    ("ci pensa", ["left thinking"]),
    ("non ha comprato il pendente Lune", []),
    ("le piacciono le perle?", []),
    ("budget 8000, va in chiesa", []),
]
JAPANESE = [
    ("リング12号", ["size ring 12 JP"]),
    ("12号", ["size ring 12 JP"]),
    ("指輪は十二号（以前は十一号）", ["size ring 12 JP"]),
    ("妹さんへの贈り物、リング9号", []),
    ("イエローゴールドは苦手、ピンクゴールドが好き", ["avoids metal yellow_gold", "likes metal rose_gold"]),
    ("ご主人はゴールドが嫌い", []),
    ("娘のBianca", ["relation Bianca child"]),
    ("5月4日が誕生日", ["occasion birthday 05-04"]),
    ("来週連絡する", ["promise 2026-11-30 house"]),
    ("来週火曜日にまたいらっしゃる", ["promise 2026-12-01 client"]),
    ("リュンヌのペンダントを試着", ["shown リュンヌ ペンダント"]),
    ("サファイアに憧れている", ["wish サファイア"]),
    ("検討中", ["left thinking"]),
    ("パールはお好きでしょうか？", []),
    ("手術のため来月は入院", []),
]
CHINESE = [
    ("戒指12号", ["size ring 12 HK"]),
    ("给妹妹买，戒指10号", []),
    ("不要黄金，喜欢玫瑰金", ["avoids metal yellow_gold", "likes metal rose_gold"]),
    ("她先生讨厌银", []),
    ("女儿小雪", ["relation 小雪 child"]),
    ("儿子六月毕业", ["occasion graduation 2027-06 of 儿子"]),
    ("下周五回电", ["promise 2026-12-04 house"]),
    ("她周二会回电话", ["promise 2026-12-01 client"]),
    ("试戴了Lune吊坠", ["shown Lune 吊坠"]),
    ("考虑一下", ["left thinking"]),
    ("没买", []),
    ("喜欢珍珠吗？", []),
    ("预算八万，信教", []),
]
ARABIC = [
    ("مقاس 52", ["size ring 52 FR"]),
    ("مقاس الخاتم ٥٢", ["size ring 52 FR"]),
    ("لأختها، مقاس 54", []),
    ("لا تحب الفضة، تفضل الذهب الوردي", ["avoids metal silver", "likes metal rose_gold"]),
    ("زوجها يكره الذهب", []),
    ("ابنتها ليلى", ["relation ليلى child"]),
    ("عيد ميلادها ٤ مارس", ["occasion birthday 03-04"]),
    ("سأتصل بها الخميس", ["promise 2026-11-26 house"]),
    ("ستتصل بي الثلاثاء", ["promise 2026-12-01 client"]),
    ("جربت قلادة Lune", ["shown قلادة Lune"]),
    ("تريد أن تفكر", ["left thinking"]),
    ("لم تشتر", []),
    ("هل تحب اللؤلؤ؟", []),
]
STORIES = {"en": ENGLISH, "fr": FRENCH, "it": ITALIAN, "ja": JAPANESE, "zh": CHINESE, "ar": ARABIC}


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [(language, *story) for language, stories in STORIES.items() for story in stories],
)
def test_what_is_proposed(language, words, expected):
    assert sorted(proposed(language, words)) == sorted(expected)


@pytest.mark.parametrize(
    ("language", "words", "stands"),
    [
        ("en", "ring 52", "Ring 52 (FR)"),
        ("en", "no yellow gold", "Never yellow gold"),
        ("en", "her daughter Bianca came", "Bianca, her daughter"),
        ("en", "Bianca graduates in May", "Bianca graduates in May 2027"),
        ("en", "i’ll call her Friday", "I’ll call her Friday"),
        ("fr", "taille 52", "Bague 52 (FR)"),
        ("fr", "jamais d’or jaune", "Jamais d’or jaune"),
        ("fr", "avec son mari Paul", "Paul, son mari"),
        ("fr", "anniversaire le 4 mars", "Anniversaire le 4 mars"),
        ("it", "mai oro giallo", "Mai oro giallo"),
        ("it", "compleanno l’8 dicembre", "Compleanno l’8 dicembre"),
        ("ja", "5月4日が誕生日", "誕生日 5月4日"),
        ("ja", "イエローゴールドは苦手", "イエローゴールドは苦手"),
        ("zh", "女儿小雪", "小雪（女儿）"),
        ("zh", "儿子六月毕业", "儿子毕业 2027年6月"),
        ("ar", "ابنتها ليلى", "ليلى، ابنتها"),
        ("ar", "مقاس 52", "خاتم 52 (FR)"),
    ],
)
def test_how_it_would_stand_on_her_page(language, words, stands):
    assert [each.words for each in extracting.read(words, language, labelled.ON, labelled.around(language))] == [stands]


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("Tuesday", "2026-12-01"),
        ("tomorrow", "2026-11-25"),
        ("next week", "2026-11-30"),
        ("by the end of the month", "2026-11-30"),
        ("in two weeks", "2026-12-08"),
        ("in a month", "2026-12-24"),
        ("before Christmas", "2026-12-24"),
        ("by the 8th", "2026-12-08"),
        ("on 3 January", "2027-01-03"),
        ("on January 3rd", "2027-01-03"),
        ("in February", "2027-02-28"),
    ],
)
def test_a_promise_is_due_on_the_day_its_words_mean(said, due):
    (promise,) = extracting.read(f"I will call her {said}", "en", labelled.ON, extracting.Around())
    assert promise.kind is Finding.PROMISE
    assert promise.value == {"due": due, "by": "house"}


def test_each_keeps_the_sentence_it_was_taken_from():
    found = extracting.read("Lovely visit. Ring 52, she says! Call her Friday.", "en", labelled.ON, extracting.Around())
    assert [each.sentence for each in found] == ["Ring 52, she says!", "Call her Friday."]


def test_those_of_her_home_are_known_without_a_capital():
    home = extracting.Around(people=("Bianca Marchetti",))
    (found,) = extracting.read("came with her daughter bianca today", "en", labelled.ON, home)
    assert found.value == {"name": "Bianca", "is": "child"}


def test_the_twenty_ninth_of_february_is_the_next_there_is():
    (found,) = extracting.read("she gets married on 29 February", "en", dt.date(2026, 11, 24), extracting.Around())
    assert found.value["year"] == 2028
