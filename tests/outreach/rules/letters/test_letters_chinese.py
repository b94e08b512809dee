"""Chinese in Simplified characters: openings, measure words, 您 and 你, and whole letters one would send."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools

import pytest

from carnet.outreach.kinds import Advice, Reason
from carnet.outreach.rules.letters import chinese, compose, manners, patterns, review, variants, zh
from carnet.outreach.rules.letters.patterns import Saying
from carnet.outreach.rules.letters.review import CAMILLE, NOBODY
from carnet.outreach.rules.letters.subject import FAMILIAR, FORMS, Piece, Sender, Subject

TODAY = dt.date(2026, 11, 22)
CHEN = dataclasses.replace(
    NOBODY, given="思远", family="陈", display="陈思远", title="女士", gender="she", language="zh-Hans"
)
CLOSE = dataclasses.replace(CHEN, form=FAMILIAR)


def written(subject, to=CHEN, variant=0, sender=CAMILLE):
    return compose(subject, to, sender, variant=variant).text


def body(subject, to=CHEN, variant=0):
    return "".join(written(subject, to, variant).split("\n\n")[1:-2])


def faults(text, **flags):
    return [objection.split(":")[0] for objection in manners.objections(text, "zh", **flags)]


def test_a_visit():
    subject = Subject(Reason.VISIT, (Piece("Aube", "ring"),), today=TODAY, on=dt.date(2026, 11, 12))
    assert written(subject) == (
        "陈女士，您好：\n\n"
        "上周能够接待您，我们十分高兴。\n\n"
        "若您还惦记着那枚Aube戒指，您方便的时候，我很乐意再与您聊聊。\n\n"
        "谨致问候\n\n"
        "Camille Aubry"
    )


def test_a_pair_put_aside():
    subject = Subject(Reason.PROMISE, (Piece("Étoile", "earrings"),), today=TODAY, put_aside_until=dt.date(2026, 12, 1))
    assert body(subject) == (
        "您曾嘱我留意那对Étoile耳环。我已以您的名义将它保留到12月1日。您方便的时候，我很乐意为您展示。"
    )
    assert body(subject, CLOSE) == "你让我帮你留意那对Étoile耳环。我给你留到12月1日，什么时候来看都行。"


@pytest.mark.parametrize(
    ("piece", "said"),
    [
        (Piece("Aube", "ring"), "那枚Aube戒指"),
        (Piece("Étoile", "earrings"), "那对Étoile耳环"),
        (Piece("", "necklace"), "那条项链"),
        (Piece("Lune", "pendant"), "那枚Lune吊坠"),
        (Piece("", "bracelet"), "那条手链"),
        (Piece("Meridian 38", "watch"), "那枚Meridian 38腕表"),
        (Piece("", "strap"), "那条表带"),
        (Piece("L'Heure Bleue", "fragrance"), "那款L’Heure Bleue香水"),
        (Piece("Sac Constance", "leather"), "那只Constance手袋"),
        (Piece("Constance", "leather"), "那款Constance"),
        (Piece("", "cufflinks"), "那对袖扣"),
        (Piece("", "clock"), "那座时钟"),
        (Piece("", "object"), "那件作品"),
        (Piece("WHITE HANGING HEART T-LIGHT HOLDER", ""), "那件作品"),
    ],
)
def test_what_a_piece_is_called_and_how_it_is_measured(piece, said):
    subject = Subject(Reason.PROMISE, (piece,), today=TODAY)
    assert body(subject).startswith(f"我曾答应给您写信，谈谈{said}。")


@pytest.mark.parametrize(
    ("pieces", "formal", "familiar"),
    [
        ((Piece("Aube", "ring"),), "您的Aube戒指", "你的Aube戒指"),
        ((Piece("", "earrings"),), "您的耳环", "你的耳环"),
        ((Piece("", ""), Piece("", "ring")), "您的几件作品", "你的几件作品"),
        ((Piece("Constance", "leather"),), "您的Constance", "你的Constance"),
    ],
)
def test_what_is_hers(pieces, formal, familiar):
    subject = Subject(Reason.WEAR, pieces, today=TODAY)
    assert body(subject, variant=3).startswith(f"愿{formal}日日带给您好心情。")
    assert body(subject, CLOSE, variant=1).startswith(f"希望{familiar}和你相处得不错。")


def test_several_are_they_and_a_pair_is_it():
    several = Subject(Reason.WEAR, (Piece("", "ring"), Piece("", "watch")), today=TODAY)
    assert "懂得它们的人" in body(dataclasses.replace(several, reason=Reason.THANKS))
    pair = Subject(Reason.THANKS, (Piece("", "earrings"),), today=TODAY)
    assert "懂得它的人" in body(pair)


@pytest.mark.parametrize(
    ("to", "formal", "familiar"),
    [
        ({"display": "陈思远", "family": "陈", "given": "思远", "gender": "she"}, "陈女士，您好：", "思远，你好："),
        ({"display": "陈思远", "family": "陈", "given": "思远", "gender": "he"}, "陈先生，您好：", "思远，你好："),
        ({"display": "陈思远", "family": "陈", "given": "思远"}, "陈思远，您好：", "思远，你好："),
        ({"display": "陈健", "family": "陈", "given": "健", "title": "先生"}, "陈先生，您好：", "陈健，你好："),
        ({"display": "欧阳兰", "family": "欧阳", "title": "教授", "gender": "she"}, "欧阳教授，您好：", "欧阳兰，你好："),
        ({"display": "李明", "family": "李", "title": "太太"}, "李太太，您好：", "李明，你好："),
        ({"display": "Amara Okafor", "family": "Okafor", "given": "Amara", "title": "Dr"},
         "Amara Okafor，您好：", "Amara，你好："),
        ({"display": "Amara Okafor", "family": "Okafor", "given": "Amara", "title": "Dr", "gender": "she"},
         "Okafor女士，您好：", "Amara，你好："),
        ({"display": "Paul Marchetti", "family": "Marchetti", "title": "M."},
         "Marchetti先生，您好：", "Paul Marchetti，你好："),
        ({"display": "Anna Neri", "family": "Neri", "title": "Prof."}, "Neri教授，您好：", "Anna Neri，你好："),
        ({"display": "陈思远", "family": "Chen", "gender": "she"}, "陈思远，您好：", "陈思远，你好："),
        ({"display": "Leroy", "family": "Leroy"}, "您好：", "你好："),
        ({"display": "Björk", "given": "Björk"}, "Björk，您好：", "Björk，你好："),
        ({"display": "No. 13085"}, "您好：", "你好："),
        ({}, "您好：", "你好："),
        ({"written": "亲爱的思远：", "gender": "she"}, "亲爱的思远：", "亲爱的思远："),
    ],
)  # fmt: skip
def test_how_a_letter_opens(to, formal, familiar):
    addressee = dataclasses.replace(NOBODY, language="zh", **to)
    subject = Subject(Reason.WEAR, today=TODAY)
    assert written(subject, addressee).split("\n\n")[0] == formal
    assert written(subject, dataclasses.replace(addressee, form=FAMILIAR)).split("\n\n")[0] == familiar


@pytest.mark.parametrize("tag", ["zh", "zh-CN", "zh-Hans", "zh-SG", "zh_CN", "ZH-hans-cn", "zh-Hans-HK", "zh-MY"])
def test_who_reads_simplified_characters(tag):
    to = dataclasses.replace(CHEN, language=tag)
    assert compose(Subject(Reason.WEAR, today=TODAY), to, CAMILLE).language == "zh"
    assert variants(Reason.WEAR, tag) == 4


@pytest.mark.parametrize("tag", ["zh-Hant", "zh-TW", "zh-HK", "zh-MO", "zh_Hant_TW", "ZH-HANT-CN", "zh-yue-HK"])
@pytest.mark.parametrize(("house", "opening"), [("fr", "Bonjour,"), ("en", "Good morning,")])
def test_who_reads_traditional_characters_is_written_to_in_the_language_of_the_house(tag, house, opening):
    to = dataclasses.replace(CHEN, language=tag, title="", gender="", written="陳女士，您好：")
    letter = compose(Subject(Reason.WEAR, today=TODAY), to, CAMILLE, fallback=house)
    assert (letter.language, letter.text.split("\n\n")[0]) == (house, opening)
    assert variants(Reason.WEAR, tag) == 0


def test_a_house_that_writes_traditional_characters_has_no_letters_yet():
    to = dataclasses.replace(CHEN, language="sv")
    assert compose(Subject(Reason.WEAR, today=TODAY), to, CAMILLE, fallback="zh-Hant").language == "en"


@pytest.mark.parametrize(
    ("hers", "opening"),
    [
        ({"given": "健司", "family": "渡辺", "display": "渡辺 健司"}, "渡辺 健司，您好："),
        ({"given": "さくら", "family": "佐藤", "display": "佐藤 さくら"}, "您好："),
        ({"given": "Luca", "family": "Ferrante", "display": "Luca Ferrante"}, "Luca Ferrante，您好："),
    ],
)
def test_which_names_stand_in_a_chinese_letter_to_whom_reads_another_language(hers, opening):
    to = dataclasses.replace(NOBODY, language="sv", **hers)
    letter = compose(Subject(Reason.WEAR, today=TODAY), to, CAMILLE, fallback="zh")
    assert (letter.language, letter.text.split("\n\n")[0]) == ("zh", opening)


@pytest.mark.parametrize(
    ("until", "said"),
    [(dt.date(2026, 11, 28), "保留到星期六。"), (dt.date(2026, 11, 23), "保留到星期一。"),
     (dt.date(2026, 12, 1), "保留到12月1日。"), (dt.date(2027, 1, 12), "保留到1月12日。")],
)  # fmt: skip
def test_put_aside_until_a_weekday_or_a_date(until, said):
    assert said in body(Subject(Reason.PROMISE, (Piece("Aube", "ring"),), today=TODAY, put_aside_until=until))


@pytest.mark.parametrize(
    ("days", "together", "formal", "familiar"),
    [(0, False, "今天能够接待您，", "今天见到你，"), (1, True, "昨天能够接待您二位，", "昨天见到你们俩，"),
     (3, False, "前几天能够接待您，", "前几天见到你，"), (None, False, "能够接待您，", "见到你，")],
)  # fmt: skip
def test_when_it_was(days, together, formal, familiar):
    on = TODAY - dt.timedelta(days=days) if days is not None else None
    subject = Subject(Reason.VISIT, today=TODAY, on=on, together=together)
    assert body(subject).startswith(formal)
    assert body(subject, CLOSE).startswith(familiar)


@pytest.mark.parametrize(
    ("occasion", "formal", "familiar"),
    [
        ({"occasion": "birthday", "celebrated": "Bianca"}, "Bianca的生日", "Bianca的生日"),
        ({"occasion": "birthday", "celebrated": "思远"}, "那个生日", "那个生日"),
        ({"occasion": "birthday", "occasion_on": dt.date(2027, 12, 3)}, "十二月的那个生日", "十二月的那个生日"),
        ({"occasion": "engagement", "celebrated": "Bianca"}, "您心里的那个日子", "你心里的那个日子"),
        ({"occasion": "wedding"}, "那个重要的日子", "那个重要的日子"),
        ({"occasion": "jubilee", "celebrated": "Bianca"}, "那个重要的日子", "那个重要的日子"),
    ],
)
def test_what_an_occasion_is_called(occasion, formal, familiar):
    subject = Subject(Reason.OCCASION, today=TODAY, **occasion)
    assert body(subject).startswith(f"{formal}快到了，")
    assert body(subject, CLOSE).startswith(f"{familiar}快到了，")


@pytest.mark.parametrize(
    ("on", "formal", "familiar"),
    [
        (dt.date(2026, 5, 2), "愿您的Aube戒指一切都好。", "你的Aube戒指还好吗？"),
        (dt.date(2025, 11, 2), "您的Aube戒指相伴已有一年，", "你的Aube戒指陪你一年了，"),
        (dt.date(2024, 11, 2), "您的Aube戒指相伴已有两年，", "你的Aube戒指陪你两年了，"),
        (dt.date(1999, 11, 2), "您的Aube戒指相伴已有许多年，", "你的Aube戒指陪你许多年了，"),
    ],
)
def test_how_long_it_has_been_hers(on, formal, familiar):
    subject = Subject(Reason.GUIDANCE, (Piece("Aube", "ring"),), on, today=TODAY, advice=Advice.SETTING)
    assert body(subject).startswith(formal)
    assert body(subject, CLOSE).startswith(familiar)
    assert "镶爪" in body(subject)


def test_one_letter_says_one_of_the_two():
    for reason, form, variant in itertools.product(Reason, FORMS, range(4)):
        said, other = ("你", "您") if form == FAMILIAR else ("您", "你")
        for _label, subject in review.cases(reason):
            letter = written(subject, dataclasses.replace(CHEN, form=form), variant)
            assert said in letter
            assert other not in letter
            assert " " not in "".join(letter.split("\n\n")[:-1]).replace("Maison Lys", "").replace("Meridian 38", "")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("请您尽快来店。", "presses her"),
        ("最后机会，不容错过。", "presses her"),
        ("VIP专享优惠。", "sells"),
        ("欢迎选购。", "sells"),
        ("好久不见。", "pursues her"),
        ("您出手大方。", "flatters her spending"),
        ("您不必回复。", "closes the door"),
        ("您买过的戒指。", "recites her record"),
        ("它在精品店。", manners.HERE),
        ("那款Constance在精品店。", manners.HERE),
        ("我给您留到星期六。", manners.ASIDE),
        ("尊敬的女士/先生：", "opens as one does to nobody"),
        ("您走之后，我想起了那枚戒指。", "speaks as of a death"),
        ("请不要犹豫。", "reads as translated"),
        ("亲亲，收到请回。", "chats"),
        ("您好，你的戒指。", "says both 您 and 你"),
        ("您好,我想起了您。", "points as Latin does"),
        ("您好， 我想起了您。", "parts its words"),
        ("這枚戒指。", "is written in Traditional"),
        ("那个戒指。", "measures it wrongly"),
        ("那枚项链。", "measures it wrongly"),
        ("保留到到星期六。", "says a word twice"),
        ("共三万元。", "names an amount in yuan"),
        ("您是第12位。", "says her number"),
        ("您好，，戒指。", "has an empty place"),
    ],
)
def test_each_fault_is_found(text, fault):
    assert fault in faults(text)


def test_a_letter_that_may_leave():
    assert faults("陈女士，您好：\n\n我们想起了您，愿一切都好。\n\n谨致问候\n\nCamille Aubry") == []


def test_the_house_is_named():
    thanks = Subject(Reason.THANKS, today=TODAY)
    assert body(thanks, variant=3).startswith("Maison Lys全体同仁，向您致以")
    assert "我们全体同仁，向您致以" in written(thanks, variant=3, sender=Sender("", "", "", ""))


def test_every_slot_an_editor_may_write_is_known():
    saying = chinese.saying(Subject(Reason.WEAR, today=TODAY), CHEN, CAMILLE)
    everything = Saying(dict.fromkeys(saying.words, "x"), dict.fromkeys(saying.so, True))
    sentences = (
        sentence
        for pages in zh.LETTERS.values()
        for text in pages.values()
        for letter in patterns.read(text, "")
        for paragraph in letter
        for line in paragraph
        for sentence in line
    )
    assert all(patterns.fill(sentence, everything) for sentence in sentences)
