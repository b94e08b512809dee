"""Japanese: openings, respect, particles around names, and whole letters one would send."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
import re

import pytest

from carnet.outreach.kinds import Advice, Reason
from carnet.outreach.rules.letters import compose, ja, japanese, manners, patterns, review
from carnet.outreach.rules.letters.patterns import Saying
from carnet.outreach.rules.letters.review import CAMILLE, NOBODY
from carnet.outreach.rules.letters.subject import FAMILIAR, FORMAL, FORMS, Piece, Sender, Subject

TODAY = dt.date(2026, 11, 22)
WATANABE = dataclasses.replace(
    NOBODY, given="健司", family="渡辺", display="渡辺 健司", title="様", gender="he", language="ja"
)
CLOSE = dataclasses.replace(WATANABE, form=FAMILIAR)
POLITE = re.compile(
    "(?:です|ます|でした|ました|ません|でしょう|ましょう|ください|くださいませ|ように)(?:か|ね)?[。？]$"
)
UNFINISHED = {"どうぞ良いご旅行を。", "実用のお話を一つ。", "五分でも一時間でも、どうぞいつでも。"}
"""Left open as a kind word is; a sentence about her piece ends 実用のお話を一つ too."""


def written(subject, to=WATANABE, variant=0, sender=CAMILLE):
    return compose(subject, to, sender, variant=variant).text


def body(subject, to=WATANABE, variant=0):
    return "".join(written(subject, to, variant).split("\n\n")[1:-2])


def faults(text, **flags):
    return [objection.split(":")[0] for objection in manners.objections(text, "ja", **flags)]


def test_a_visit():
    subject = Subject(Reason.VISIT, (Piece("Aube", "ring"),), today=TODAY, on=dt.date(2026, 11, 12))
    assert written(subject) == (
        "渡辺様\n\n"
        "先週はお越しくださり、誠にありがとうございました。\n\n"
        "「Aube」のリングがお心に残っておいででしたら、ご都合のよい折に、またお話しできましたら幸いに存じます。\n\n"
        "どうぞよろしくお願い申し上げます。\n\n"
        "Camille Aubry"
    )


def test_a_letter_of_thanks_that_opens_and_closes_as_one_by_hand():
    subject = Subject(Reason.THANKS, (Piece("Lune", "pendant"),), today=TODAY)
    assert written(subject, variant=2) == (
        "渡辺様\n\n"
        "拝啓\u3000「Lune」のペンダントをお選びくださり、誠にありがとうございました。"
        "作品が落ち着く先を得ましたことを、店の者みなで喜んでおります。\n\n"
        "ほんの小さなご質問でも、どうぞお気軽にお寄せくださいませ。\n\n"
        "敬具\n\n"
        "Camille Aubry"
    )


@pytest.mark.parametrize(
    ("piece", "said"),
    [
        (Piece("Aube", "ring"), "「Aube」のリングについて"),
        (Piece("Bague Aube", "ring"), "「Aube」のリングについて"),
        (Piece("Étoile", "earrings"), "「Étoile」のイヤリングについて"),
        (Piece("L'Heure Bleue", "fragrance"), "「L’Heure Bleue」のフレグランスについて"),
        (Piece("Constance", "leather"), "「Constance」について"),
        (Piece("Sac Constance", "leather"), "「Constance」のバッグについて"),
        (Piece("", "ring"), "あのリングについて"),
        (Piece("", "object"), "あのお品について"),
        (Piece("WHITE HANGING HEART T-LIGHT HOLDER", ""), "あのお品について"),
    ],
)
def test_what_a_piece_is_called(piece, said):
    assert body(Subject(Reason.PROMISE, (piece,), today=TODAY)).startswith(f"{said}、ご連絡を差し上げるお約束")


@pytest.mark.parametrize(
    ("piece", "hers"),
    [
        (Piece("Aube", "ring"), "お手元の「Aube」のリング"),
        (Piece("", "clock"), "お手元の置時計"),
        (Piece("", "object"), "お手元のお品"),
    ],
)
def test_what_is_hers(piece, hers):
    assert f"{hers}は、その後いかがでございますか。" in body(Subject(Reason.WEAR, (piece,), today=TODAY))


@pytest.mark.parametrize(
    ("to", "formal", "familiar"),
    [
        ({"display": "渡辺 健司", "family": "渡辺", "given": "健司"}, "渡辺様", "健司様"),
        ({"display": "渡辺 健司", "family": "渡辺", "given": "健司", "title": "様"}, "渡辺様", "健司様"),
        ({"display": "佐々木 さくら", "family": "佐々木", "given": "さくら"}, "佐々木様", "さくら様"),
        ({"display": "渡辺 健司", "family": "Watanabe", "given": "Kenji"}, "渡辺 健司様", "Kenji様"),
        ({"display": "Hélène Marchetti", "family": "Marchetti", "given": "Hélène"}, "Marchetti様", "Hélène様"),
        ({"display": "Amara Okafor", "family": "Okafor", "title": "Dr"}, "Okafor様", "Amara Okafor様"),
        ({"display": "Sinéad O'Neill", "family": "O'Neill"}, "O’Neill様", "Sinéad O’Neill様"),
        ({"display": "Björk", "given": "Björk"}, "Björk様", "Björk様"),
        ({"display": "Leroy", "family": "Leroy"}, "Leroy様", "Leroy様"),
        ({"display": "陈思远", "family": "陈", "given": "思远"}, "陈様", "思远様"),
        ({"display": "渡辺 健司", "family": "渡辺", "given": "健司", "preferred": "健さん"}, "渡辺様", "健さん"),
        ({"display": "渡辺様"}, "渡辺様", "渡辺様"),
        ({"display": "No. 13085"}, "謹んでご挨拶申し上げます。", "こんにちは。"),
        ({"display": "Client de passage"}, "謹んでご挨拶申し上げます。", "こんにちは。"),
        ({}, "謹んでご挨拶申し上げます。", "こんにちは。"),
        ({"written": "健司さんへ", "family": "渡辺"}, "健司さんへ", "健司さんへ"),
    ],
)
def test_how_a_letter_opens(to, formal, familiar):
    addressee = dataclasses.replace(NOBODY, language="ja", **to)
    subject = Subject(Reason.WEAR, today=TODAY)
    assert written(subject, addressee).split("\n\n")[0] == formal
    assert written(subject, dataclasses.replace(addressee, form=FAMILIAR)).split("\n\n")[0] == familiar


@pytest.mark.parametrize(
    ("until", "said"),
    [
        (dt.date(2026, 11, 28), "お名前で土曜日までお取り置きしております。"),
        (dt.date(2026, 11, 23), "お名前で月曜日までお取り置きしております。"),
        (dt.date(2026, 12, 1), "お名前で12月1日までお取り置きしております。"),
    ],
)
def test_put_aside_until_a_weekday_or_a_date(until, said):
    assert said in body(Subject(Reason.PROMISE, (Piece("Aube", "ring"),), today=TODAY, put_aside_until=until))


@pytest.mark.parametrize(
    ("days", "together", "when"),
    [(0, False, "本日はお越し"), (1, False, "昨日はお越し"), (3, False, "先日はお越し"), (10, True, "先週はお二人でお越し"),
     (30, False, "先ごろはお越し"), (90, False, "その節はお越し"), (None, True, "このたびはお二人でお越し")],
)  # fmt: skip
def test_when_it_was(days, together, when):
    on = TODAY - dt.timedelta(days=days) if days is not None else None
    subject = Subject(Reason.VISIT, today=TODAY, on=on, together=together)
    assert body(subject).startswith(f"{when}くださり、")
    assert body(subject, CLOSE).startswith(f"{when}くださって、")


@pytest.mark.parametrize(
    ("occasion", "said"),
    [
        ({"occasion": "birthday", "celebrated": "Bianca"}, "Bianca様のお誕生日"),
        ({"occasion": "birthday", "celebrated": "美咲ちゃん"}, "美咲ちゃんのお誕生日"),
        ({"occasion": "birthday", "celebrated": "健司"}, "大切なお誕生日"),
        ({"occasion": "birthday", "occasion_on": dt.date(2027, 6, 3)}, "六月のお誕生日"),
        ({"occasion": "wedding"}, "大切な日"),
        ({"occasion": "engagement", "celebrated": "Bianca"}, "お心づもりの日"),
        ({"occasion": "mothers_day"}, "母の日"),
        ({"occasion": "jubilee", "celebrated": "Bianca"}, "大切な日"),
    ],
)
def test_what_an_occasion_is_called(occasion, said):
    assert body(Subject(Reason.OCCASION, today=TODAY, **occasion)).startswith(f"{said}が近づいてまいりました。")


@pytest.mark.parametrize(
    ("on", "formal", "familiar"),
    [
        (dt.date(2026, 5, 2), "お手元の「Aube」のリングが、日々のよき供と", "お手元の「Aube」のリングは、いまも"),
        (dt.date(2025, 11, 2), "お過ごしになって、はや一年でございますね。", "と過ごして、もう一年ですね。"),
        (dt.date(2024, 11, 2), "お過ごしになって、はや二年でございますね。", "と過ごして、もう二年ですね。"),
        (dt.date(1999, 11, 2), "お過ごしになって、はや長い年月でございますね。", "と過ごして、もう長い年月ですね。"),
    ],
)
def test_how_long_it_has_been_hers(on, formal, familiar):
    subject = Subject(Reason.GUIDANCE, (Piece("Aube", "ring"),), on, today=TODAY, advice=Advice.SETTING)
    assert formal in body(subject)
    assert familiar in body(subject, CLOSE)
    assert "爪は" in body(subject)


def every_letter():
    for reason, form in itertools.product(Reason, FORMS):
        for (_label, subject), variant in itertools.product(review.cases(reason), range(4)):
            yield form, written(subject, dataclasses.replace(WATANABE, form=form), variant)


def test_every_sentence_is_polite_and_nobody_is_you():
    for _form, letter in every_letter():
        _opening, *paragraphs, _closing, _signature = letter.split("\n\n")
        for sentence in re.findall(r"[^。？]+[。？]", "".join(paragraphs)):
            assert POLITE.search(sentence) or sentence.endswith(tuple(UNFINISHED)), sentence
        assert not re.search("あなた|彼女|お前", letter)


def test_formal_letters_are_in_the_language_of_respect_and_familiar_ones_are_not():
    humble = re.compile("ませ。|申し上げ|存じ|いたし|(?<!ありがとう)ございま|承り")
    for form, letter in every_letter():
        said = "".join(letter.split("\n\n")[1:-2])
        assert bool(humble.search(said)) == (form == FORMAL), letter


def test_no_space_stands_in_a_letter():
    for _form, letter in every_letter():
        *said, _signature = letter.split("\n\n")
        assert " " not in "".join(said).replace("Maison Lys", "").replace("Meridian 38", "")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("お早めにお越しください。", "presses her"),
        ("残りわずかでございます。", "presses her"),
        ("この機会にぜひご覧くださいませ。", "presses her"),
        ("VIP様へのご案内です。", "sells"),
        ("会員の皆さまへの特典です。", "sells"),
        ("ご無沙汰しております。", "pursues her"),
        ("お会いできず寂しく存じます。", "pursues her"),
        ("さすがお目が高い。", "flatters her spending"),
        ("ご返信には及びません。", "closes the door"),
        ("先日ご購入のリング", "recites her record"),
        ("リングがブティックにございます。", manners.HERE),
        ("在庫がございます。", manners.HERE),
        ("お取り置きしております。", manners.ASIDE),
        ("あなたのリングです。", "calls her you"),
        ("最後の朝に気づくものでございます。", "speaks as of a death"),
        ("お客様", "opens as one does to nobody"),
        ("ご案内させていただきます。", "asks leave that nobody withheld"),
        ("よろしかったでしょうか。", "speaks as a counter does"),
        ("拝見してください。", "humbles her"),
        ("ご覧になられましたか。", "doubles a respect"),
        ("お越しになられました。", "doubles a respect"),
        ("おっしゃられたとおり", "doubles its respect"),
        ("こちらでお待ちしてください。", "has her do what we do"),
        ("これは良いリングだ。", "drops its politeness"),
        ("お元気ですか,渡辺様", "points as Latin does"),
        ("ありがとうございます。 またお越しください。", "parts its words"),
        ("Aube のリング", "parts its words"),
        ("渡辺殿\n\nお元気ですか。", "says a name without its honour"),
        ("拝啓\u3000お元気ですか。", "opens or closes alone"),
        ("お元気ですか。\n\n敬具", "opens or closes alone"),
        ("三万円でございます。", "names an amount in yen"),
        ("ﾘﾝｸﾞでございます。", "is written half-width"),
        ("您的リング", "is written in Chinese"),
        ("、、リング", "has an empty place"),
        ("「」のリング", "has an empty place"),
    ],
)
def test_each_fault_is_found(text, fault):
    assert fault in faults(text)


@pytest.mark.parametrize(
    "text",
    [
        "渡辺様\n\nお取次ぎ、ありがとうございました。\n\nどうぞよろしくお願い申し上げます。",
        "渡辺 のぞみ様\n\nお元気でいらっしゃいますか。",
        "拝啓\u3000お健やかにお過ごしのことと存じます。\n\n敬具",
    ],
)
def test_a_letter_that_may_leave(text):
    assert faults(text) == []


def test_ninety_words_are_a_hundred_and_eighty_signs():
    assert faults("花" * 180) == []
    assert faults("花" * 181) == ["is longer than 90 words"]


@pytest.mark.parametrize(
    ("text", "words"),
    [("渡辺様", 2), ("花、花。", 1), ("「Aube」のリング", 3), ("12月1日まで", 4), ("one word, two", 3), ("", 0)],
)
def test_how_long_a_text_is_to_read(text, words):
    assert patterns.length(text) == words


@pytest.mark.parametrize(
    ("hers", "opening"),
    [
        ({"given": "思远", "family": "陈", "display": "陈思远"}, "陈様"),
        ({"given": "Luca", "family": "Ferrante", "display": "Luca Ferrante"}, "Ferrante様"),
        ({"given": "نور", "family": "الهاشمي", "display": "نور الهاشمي"}, "謹んでご挨拶申し上げます。"),
        (
            {"given": "민서", "family": "김", "display": "김민서", "written": "김민서 님께"},
            "謹んでご挨拶申し上げます。",
        ),
    ],
)
def test_which_names_stand_in_a_japanese_letter_to_whom_reads_another_language(hers, opening):
    to = dataclasses.replace(NOBODY, language="sv", **hers)
    letter = compose(Subject(Reason.WEAR, today=TODAY), to, CAMILLE, fallback="ja")
    assert (letter.language, letter.text.split("\n\n")[0]) == ("ja", opening)


def test_the_house_is_named_and_the_day_is_only_hers():
    thanks = Subject(Reason.THANKS, today=TODAY, together=True)
    assert body(thanks, variant=3).startswith("Maison Lys一同、深く感謝申し上げます。お二人をお迎え")
    nameless = written(thanks, variant=3, sender=Sender("", "", "", ""))
    assert "メゾン一同、" in nameless


def test_every_slot_an_editor_may_write_is_known():
    saying = japanese.saying(Subject(Reason.WEAR, today=TODAY), WATANABE, CAMILLE)
    everything = Saying(dict.fromkeys(saying.words, "x"), dict.fromkeys(saying.so, True))
    sentences = (
        sentence
        for pages in ja.LETTERS.values()
        for text in pages.values()
        for letter in patterns.read(text, "")
        for paragraph in letter
        for line in paragraph
        for sentence in line
    )
    assert all(patterns.fill(sentence, everything) for sentence in sentences)
