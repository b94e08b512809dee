"""Arabic: openings, agreement with the piece and with her, joined words, names that run the other way, whole letters."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
import re

import pytest

from carnet.outreach.kinds import Advice, Reason
from carnet.outreach.rules.letters import ar, arabic, compose, patterns, review
from carnet.outreach.rules.letters.manners.ar import MARKS
from carnet.outreach.rules.letters.patterns import OPEN, SHUT, Saying
from carnet.outreach.rules.letters.review import ADDRESSEES, CAMILLE, NOBODY
from carnet.outreach.rules.letters.subject import FAMILIAR, FORMAL, FORMS, HE, SHE, Piece, Sender, Subject

TODAY = dt.date(2026, 11, 22)
SATURDAY = dt.date(2026, 11, 28)
NOUR = dataclasses.replace(
    NOBODY, given="نور", family="الهاشمي", display="نور الهاشمي", title="السيدة", gender=SHE, language="ar"
)
FSI, PDI = arabic.ISOLATE, arabic.END_OF_ISOLATE
AUBE = f"{FSI}Aube{PDI}"
VARIANTS = range(4)


def written(subject, to=NOUR, variant=0, sender=CAMILLE):
    return compose(subject, to, sender, variant=variant).text


def body(subject, to=NOUR, variant=0):
    return " ".join(written(subject, to, variant).split("\n\n")[1:-2])


def to_one(gender, **changes):
    return dataclasses.replace(NOUR, title="", gender=gender, form=FAMILIAR, **changes)


def every_letter(to):
    """To her, in every circumstance the editor's page shows."""
    for reason, form, variant in itertools.product(Reason, FORMS, VARIANTS):
        for _label, subject in review.cases(reason):
            yield form, subject, written(subject, dataclasses.replace(to, form=form), variant)


def test_a_promise_kept():
    subject = Subject(Reason.PROMISE, (Piece("Aube", "ring"),), today=TODAY, available=True)
    assert written(subject) == (
        "السيدة نور الهاشمي المحترمة،\n\n"
        f"كنتم قد طلبتم أن أفكر فيكم بشأن خاتم {AUBE}. وهو الآن في البوتيك.\n\n"
        "يسعدني أن أريكم إياه، متى ناسبكم ذلك.\n\n"
        "مع أطيب التحيات،\n\n"
        "Camille Aubry"
    )


def test_a_word_to_one_we_are_close_to():
    subject = Subject(Reason.WEAR, (Piece("Étoile", "earrings"),), today=TODAY)
    assert written(subject, to_one(SHE)) == (
        "عزيزتي نور،\n\n"
        f"مضت أسابيع وأقراطك {FSI}Étoile{PDI} معك؛ فكيف الحال بينكما؟\n\n"
        "إن بدا القفل لينًا أو شديدًا، فأخبريني: ضبطه يسير.\n\n"
        "إلى لقاء قريب،\n\n"
        "Camille"
    )


@pytest.mark.parametrize(
    ("piece", "said"),
    [
        (Piece("Aube", "ring"), f"خاتم {AUBE}"),
        (Piece("Bague Aube", "ring"), f"خاتم {AUBE}"),
        (Piece("Meridian 38", "watch"), f"ساعة {FSI}Meridian 38{PDI}"),
        (Piece("Meridian 38", "strap"), f"حزام ساعة {FSI}Meridian 38{PDI}"),
        (Piece("Aube", "cufflinks"), f"أزرار أكمام {AUBE}"),
        (Piece("Constance", "leather"), f"قطعة {FSI}Constance{PDI}"),
        (Piece("Sac Constance", "leather"), f"حقيبة {FSI}Constance{PDI}"),
        (Piece("L'Heure Bleue", "fragrance"), f"عطر {FSI}L’Heure Bleue{PDI}"),
        (Piece("", "ring"), "الخاتم"),
        (Piece("", "earrings"), "الأقراط"),
        (Piece("", "strap"), "حزام الساعة"),
        (Piece("", "cufflinks"), "أزرار الأكمام"),
        (Piece("", "object"), "القطعة"),
        (Piece("WHITE HANGING HEART T-LIGHT HOLDER", ""), "القطعة"),
    ],
)
def test_what_a_piece_is_called(piece, said):
    assert body(Subject(Reason.PROMISE, (piece,), today=TODAY)).startswith(f"كنت قد وعدتكم بكلمة عن {said}.")


@pytest.mark.parametrize(
    ("piece", "to_it"),
    [
        (Piece("Aube", "ring"), f"لخاتم {AUBE}"),
        (Piece("", "ring"), "للخاتم"),
        (Piece("", "earrings"), "للأقراط"),
        (Piece("", "strap"), "لحزام الساعة"),
        (Piece("", ""), "للقطعة"),
    ],
)
def test_a_preposition_and_an_article_are_one_word(piece, to_it):
    subject = Subject(Reason.THANKS, (dataclasses.replace(piece, category=piece.category or "object"),), today=TODAY)
    assert f"أتمنى {to_it} عمرًا طويلًا" in body(subject, variant=3)


@pytest.mark.parametrize(
    ("category", "aside", "there", "hers", "with_her"),
    [
        ("ring", "هذا الخاتم محفوظ ", "الخاتم ما زال في البوتيك", "خاتمكم يرافقكم", "عنه"),
        ("bracelet", "هذا السوار محفوظ ", "السوار ما زال في البوتيك", "سواركم يرافقكم", "عنه"),
        ("watch", "هذه الساعة محفوظة ", "الساعة ما زالت في البوتيك", "ساعتكم ترافقكم", "عنها"),
        ("necklace", "هذه القلادة محفوظة ", "القلادة ما زالت في البوتيك", "قلادتكم ترافقكم", "عنها"),
        ("earrings", "هذه الأقراط محفوظة ", "الأقراط ما زالت في البوتيك", "أقراطكم ترافقكم", "عنها"),
        ("cufflinks", "أزرار الأكمام هذه محفوظة ", "أزرار الأكمام ما زالت في البوتيك", "أزرار أكمامكم ترافقكم", "عنها"),
        ("strap", "حزام الساعة هذا محفوظ ", "حزام الساعة ما زال في البوتيك", "حزام ساعتكم يرافقكم", "عنه"),
        ("fragrance", "هذا العطر محفوظ ", "العطر ما زال في البوتيك", "عطركم يرافقكم", "عنه"),
        ("object", "هذه القطعة محفوظة ", "القطعة ما زالت في البوتيك", "قطعتكم ترافقكم", "عنها"),
    ],
)
def test_verbs_and_pronouns_agree_with_the_piece(category, aside, there, hers, with_her):
    piece = (Piece("", category),)
    seen = Subject(Reason.VISIT, piece, today=TODAY)
    assert aside in body(dataclasses.replace(seen, put_aside_until=SATURDAY), variant=1)
    assert body(dataclasses.replace(seen, available=True)).startswith(f"سعدنا باستقبال حضرتكم. {there}،")
    worn = body(Subject(Reason.WEAR, piece, today=TODAY))
    assert worn.startswith(f"مرّت أسابيع و{hers}، فأحببت أن أسأل عن حضرتكم و{with_her}.")


@pytest.mark.parametrize(("category", "end"), [("fragrance", "آخره"), ("candle", "آخرها"), ("strap", "موعد تغييره")])
def test_what_is_used_up_and_what_wears_out(category, end):
    subject = Subject(Reason.REPLENISH, (Piece("", category),), today=TODAY)
    assert f" من {end}، فاكتبوا إليّ" in body(subject, variant=1)


@pytest.mark.parametrize(
    ("gender", "thanks", "visit", "promise", "wear"),
    [
        (SHE, "يخطر لك، اكتبي لي.", "اختاري يومًا", "رسالة؟ كما تفضلين.", "احكي لي في سطر"),
        (HE, "يخطر لك، اكتب لي.", "اختر يومًا", "رسالة؟ كما تفضل.", "احكِ لي في سطر"),
        ("", "يخطر لك، تكفيني كلمة منك.", "لنختر يومًا", "رسالة؟ كما يناسبك.", "يفرحني خبر منك في سطر"),
    ],
)
def test_what_is_asked_of_her_of_him_and_of_one_unknown(gender, thanks, visit, promise, wear):
    to = to_one(gender)
    assert thanks in body(Subject(Reason.THANKS, today=TODAY), to)
    assert visit in body(Subject(Reason.VISIT, today=TODAY), to, 2)
    assert promise in body(Subject(Reason.PROMISE, today=TODAY), to, 1)
    assert wear in body(Subject(Reason.WEAR, today=TODAY), to, 1)


TO_HER = re.compile(rf"\b(?:{'|'.join(arabic.TO_HER)}|تودين|تفضلين|تجدينني)(?!\w)")
TO_HIM = re.compile(rf"\b(?:{'|'.join(him for him, _both in arabic.TO_HER.values())})(?!\w)")


@pytest.mark.parametrize("gender", [SHE, HE, ""])
def test_nobody_is_spoken_to_as_another(gender):
    asked = {SHE: 0, HE: 0}
    for form, _subject, text in every_letter(to_one(gender)):
        asked[SHE] += bool(TO_HER.search(text))
        asked[HE] += bool(TO_HIM.search(text))
        assert form == FAMILIAR or not (TO_HER.search(text) or TO_HIM.search(text)), text
    assert {who for who, times in asked.items() if times} == ({gender} if gender else set())


ENDS_ALIKE = {"ذلك", "هناك", "البوتيك", "مشبك", "المشبك", "بالمشبك", "وبالمشبك"}
"""Words that end as «معك» does."""
TO_ONE, TO_SEVERAL = re.compile(r"\b\w+ك\b"), re.compile(r"\b\w+(?:كم|تموه)\b|أخبروني|تكتبوا")


def test_a_formal_letter_speaks_as_to_several_and_a_familiar_one_to_one():
    one, several = set(), set()
    for form, _subject, text in every_letter(NOUR):
        plain = re.sub(MARKS, "", text)
        one |= {form for word in TO_ONE.findall(plain) if word not in ENDS_ALIKE}
        several |= {form for _word in TO_SEVERAL.findall(plain)}
    assert (one, several) == ({FAMILIAR}, {FORMAL})


@pytest.mark.parametrize(
    ("to", "formal", "familiar"),
    [
        ({}, "السيدة نور الهاشمي المحترمة،", "عزيزتي نور،"),
        ({"title": "", "gender": SHE}, "السيدة نور الهاشمي المحترمة،", "عزيزتي نور،"),
        ({"title": "Mme", "gender": ""}, "السيدة نور الهاشمي المحترمة،", "عزيزتي نور،"),
        ({"title": "السيد", "gender": ""}, "السيد نور الهاشمي المحترم،", "عزيزي نور،"),
        ({"title": "Mrs", "gender": HE}, "السيد نور الهاشمي المحترم،", "عزيزي نور،"),
        ({"title": "الأستاذة", "gender": ""}, "الأستاذة نور الهاشمي المحترمة،", "عزيزتي نور،"),
        ({"title": "الدكتورة", "gender": ""}, "الدكتورة نور الهاشمي المحترمة،", "عزيزتي نور،"),
        ({"title": "الدكتور", "gender": SHE}, "الدكتورة نور الهاشمي المحترمة،", "عزيزتي نور،"),
        ({"title": "Dr", "gender": HE}, "الدكتور نور الهاشمي المحترم،", "عزيزي نور،"),
        ({"title": "Dr", "gender": ""}, "د. نور الهاشمي، تحية طيبة وبعد،", "مرحبًا نور،"),
        ({"title": "د.", "gender": ""}, "د. نور الهاشمي، تحية طيبة وبعد،", "مرحبًا نور،"),
        ({"title": "Me", "gender": HE}, "الأستاذ نور الهاشمي المحترم،", "عزيزي نور،"),
        ({"title": "Sheikha", "gender": ""}, "الشيخة نور الهاشمي المحترمة،", "عزيزتي نور،"),
        ({"title": "الآنسة", "gender": ""}, "الآنسة نور الهاشمي المحترمة،", "عزيزتي نور،"),
        ({"title": "سعادة السفيرة"}, "سعادة السفيرة نور الهاشمي المحترمة،", "عزيزتي نور،"),
        ({"title": "سعادة السفيرة", "gender": ""}, "سعادة السفيرة نور الهاشمي، تحية طيبة وبعد،", "مرحبًا نور،"),
        ({"title": "様"}, "السيدة نور الهاشمي المحترمة،", "عزيزتي نور،"),
        ({"title": "", "gender": ""}, "حضرة نور الهاشمي، تحية طيبة وبعد،", "مرحبًا نور،"),
        ({"given": "", "display": "الهاشمي"}, "السيدة الهاشمي المحترمة،", "تحية طيبة،"),
        ({"given": "", "display": "الهاشمي", "title": ""}, "سيدتي الكريمة،", "تحية طيبة،"),
        ({"given": "", "display": "الهاشمي", "title": "", "gender": ""}, "تحية طيبة وبعد،", "تحية طيبة،"),
        ({"given": "", "family": "", "display": "نور"}, "السيدة نور المحترمة،", "عزيزتي نور،"),
        ({"given": "", "family": "", "display": "No. 13085", "gender": HE}, "سيدي الكريم،", "تحية طيبة،"),
        ({"given": "", "family": "", "display": "", "title": "", "gender": ""}, "تحية طيبة وبعد،", "تحية طيبة،"),
        ({"preferred": "نورة"}, "السيدة نور الهاشمي المحترمة،", "عزيزتي نورة،"),
        ({"given": "Hélène", "family": "Marchetti", "display": "Hélène Marchetti"},
         f"السيدة {FSI}Hélène Marchetti{PDI} المحترمة،", f"عزيزتي {FSI}Hélène{PDI}،"),
        ({"given": "健司", "display": "渡辺 健司", "title": "", "gender": ""},
         f"حضرة {FSI}渡辺 健司{PDI}، تحية طيبة وبعد،", f"مرحبًا {FSI}健司{PDI}،"),
        ({"written": "السيدة نور المحترمة،"}, "السيدة نور المحترمة،", "السيدة نور المحترمة،"),
    ],
)  # fmt: skip
def test_how_a_letter_opens(to, formal, familiar):
    addressee = dataclasses.replace(NOUR, **to)
    subject = Subject(Reason.THANKS, today=TODAY)
    assert written(subject, addressee).split("\n\n")[0] == formal
    assert written(subject, dataclasses.replace(addressee, form=FAMILIAR)).split("\n\n")[0] == familiar


@pytest.mark.parametrize(
    ("until", "said"),
    [
        (SATURDAY, "باسمكم حتى السبت."),
        (dt.date(2026, 11, 23), "باسمكم حتى الاثنين."),
        (dt.date(2026, 12, 1), "باسمكم حتى الأول من ديسمبر."),
        (dt.date(2027, 1, 12), "باسمكم حتى 12 يناير."),
        (dt.date(2027, 4, 3), "باسمكم حتى 3 أبريل."),
    ],
)
def test_put_aside_until_a_weekday_or_a_date(until, said):
    subject = Subject(Reason.PROMISE, (Piece("Aube", "ring"),), today=TODAY, put_aside_until=until)
    assert said in body(subject)


@pytest.mark.parametrize(
    ("days", "when"),
    [(0, "حضرتكم اليوم."), (1, "حضرتكم أمس."), (3, "حضرتكم قبل أيام."), (8, "حضرتكم الأسبوع الماضي."),
     (20, "حضرتكم قبل أسابيع."), (100, "حضرتكم قبل أشهر."), (400, "حضرتكم قبل مدة."), (-1, "حضرتكم.")],
)  # fmt: skip
def test_when_it_was_is_never_a_date(days, when):
    assert when in body(Subject(Reason.VISIT, today=TODAY, on=TODAY - dt.timedelta(days=days)))


def test_two_were_there():
    subject = Subject(Reason.VISIT, today=TODAY, on=TODAY - dt.timedelta(days=1), together=True)
    assert "حضرتكم معًا أمس." in body(subject)
    assert "فرحت برؤيتكما معًا أمس." in body(subject, to_one(SHE))


@pytest.mark.parametrize(
    ("years", "said"),
    [(1, "بعد عام من"), (2, "بعد عامين من"), (3, "بعد ثلاثة أعوام من"), (10, "بعد عشرة أعوام من"),
     (14, "بعد أعوام طويلة من"), (0, "أرجو أن يكون")],
)  # fmt: skip
def test_how_long_it_has_been_hers_is_said_after_a_preposition(years, said):
    on = TODAY - dt.timedelta(days=round(years * 365.25))
    subject = Subject(Reason.GUIDANCE, (Piece("Aube", "ring"),), today=TODAY, on=on, advice=Advice.SETTING)
    assert body(subject).startswith(said)


@pytest.mark.parametrize(
    ("occasion", "said"),
    [
        ({"occasion": "birthday", "celebrated": "Bianca"}, f"عيد ميلاد {FSI}Bianca{PDI}،"),
        ({"occasion": "birthday", "celebrated": "ليلى"}, "عيد ميلاد ليلى،"),
        ({"occasion": "birthday", "celebrated": "نور"}, "ذكرى ميلاد عزيزة،"),
        ({"occasion": "birthday", "occasion_on": dt.date(2027, 6, 8)}, "ذكرى ميلاد عزيزة في يونيو،"),
        ({"occasion": "wedding", "occasion_on": dt.date(2027, 8, 8)}, "ذلك التاريخ العزيز في أغسطس،"),
        ({"occasion": "engagement", "celebrated": "Bianca"}, "الموعد الذي في بالكم،"),
        ({"occasion": "christmas"}, "عيد الميلاد المجيد،"),
    ],
)
def test_the_occasion_in_as_few_words_as_discretion_asks(occasion, said):
    assert body(Subject(Reason.OCCASION, today=TODAY, **occasion)).startswith(f"مع اقتراب {said}")


@pytest.mark.parametrize(
    ("occasion", "for_it"),
    [("engagement", "للموعد الذي في بالكم"), ("christmas", "لعيد الميلاد المجيد"), ("wedding", "لتاريخ عزيز")],
)
def test_something_for_the_occasion(occasion, for_it):
    assert f"ثلاث أفكار {for_it}، " in body(Subject(Reason.OCCASION, today=TODAY, occasion=occasion), variant=3)


def test_a_birthday_is_never_taken_for_christmas():
    for variant, form, on in itertools.product(VARIANTS, FORMS, (None, dt.date(2026, 12, 25))):
        subject = Subject(Reason.OCCASION, today=TODAY, occasion="birthday", occasion_on=on)
        assert "عيد الميلاد" not in written(subject, dataclasses.replace(NOUR, form=form), variant)


@pytest.mark.parametrize(
    ("maison", "said"),
    [("Maison Lys", f"جميع من في دار {FSI}Lys{PDI}"), ("دار الزنبق", "جميع من في دار الزنبق"), ("", "الدار وأهلها")],
)
def test_the_house_thanks_her(maison, said):
    sender = Sender("Camille Aubry", "Camille", maison, "Dubai")
    assert f"باسم {said}، شكرًا لكم." in written(Subject(Reason.THANKS, today=TODAY), variant=3, sender=sender)


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        (f"أتمنى ل{OPEN}الخاتم{SHUT} عمرًا", "أتمنى للخاتم عمرًا"),
        (f"أبدأ ب{OPEN}الخاتم{SHUT}", "أبدأ بالخاتم"),
        (f"ل{OPEN}خاتم{SHUT}", "لخاتم"),
        ("باسمكم ؛ وإن", "باسمكم؛ وإن"),
        (f"رؤيت{OPEN}ها{SHUT} .", "رؤيتها."),
        ("L'Heure", "L’Heure"),
    ],
)
def test_the_last_typographic_touch(typed, set_):
    assert arabic.finish(typed) == set_


def test_every_latin_name_is_set_apart_and_every_setting_apart_is_closed():
    """The signature stands alone, and what she likes to be called is hers."""
    isolates = 0
    for addressee in (*ADDRESSEES.values(), NOUR):
        for _form, _subject, text in every_letter(dataclasses.replace(addressee, language="ar", written="")):
            *paragraphs, signature = text.split("\n\n")
            assert {FSI, PDI}.isdisjoint(signature)
            for paragraph in paragraphs:
                bare, names = re.subn(f"{FSI}[^{FSI}{PDI}]+{PDI}", "", paragraph)
                assert not re.search(f"[{FSI}{PDI}A-Za-zÀ-ÿ]", bare), text
                isolates += names
    assert isolates


def test_no_paragraph_begins_with_a_name_that_runs_the_other_way():
    """A messenger takes the direction of a paragraph from its first letter."""
    for _form, _subject, text in every_letter(NOUR):
        assert all(paragraph[0] in "ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآ" for paragraph in text.split("\n\n")[:-1]), text


def test_every_slot_an_editor_may_write_is_known():
    """A typing mistake in a slot would be a KeyError at the boutique: here it is one first."""
    subject = Subject(Reason.WEAR, today=TODAY)
    saying = arabic.saying(subject, NOUR, CAMILLE)
    everything = Saying(dict.fromkeys(saying.words, "x"), dict.fromkeys(saying.so, True))
    for pages in ar.LETTERS.values():
        for text in pages.values():
            for letter in patterns.read(text):
                assert all(
                    patterns.fill(sentence, everything)
                    for paragraph in letter
                    for line in paragraph
                    for sentence in line
                )
