"""Arabic: days, people, and dates that matter."""

from __future__ import annotations

import re

from carnet.capture.rules.extracting import page
from carnet.capture.rules.extracting.page import Day, one_of, these, words
from carnet.clients.kinds import RelationKind

ONES = ("واحد", "اثنان", "ثلاثه", "اربعه", "خمسه", "سته", "سبعه", "ثمانيه", "تسعه")
TENS = ("عشرون", "ثلاثون", "اربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون")
NUMBERS = {ten: 20 + 10 * place for place, ten in enumerate(TENS)}
NUMBERS |= {f"{one} و{ten}": 21 + 10 * place + unit for place, ten in enumerate(TENS) for unit, one in enumerate(ONES)}
NUMBERS |= {each.replace("ون", "ين"): number for each, number in NUMBERS.items()}
NUMBERS |= {each.replace("اثنان", "اثنين"): number for each, number in NUMBERS.items()}
NUMBERS |= {
    "عشره": 10,
    "ثلاثه": 3,
    "اربعه": 4,
    "خمسه": 5,
    "سته": 6,
    "سبعه": 7,
    "ثمانيه": 8,
    "تسعه": 9,
    "ثلاث": 3,
    "اربع": 4,
    "خمس": 5,
}

MONTHS = {
    name: place
    for place, names in enumerate(
        (
            "يناير كانون_الثاني", "فبراير شباط", "مارس اذار", "ابريل نيسان", "مايو ايار", "يونيو حزيران", "يوليو تموز",
            "اغسطس", "سبتمبر ايلول", "اكتوبر تشرين_الاول", "نوفمبر تشرين_الثاني", "ديسمبر كانون_الاول",
        ),
        1,
    )
    for name in names.replace("_", "\N{NO-BREAK SPACE}").split(" ")
}  # fmt: skip
MONTHS = {name.replace("\N{NO-BREAK SPACE}", " "): place for name, place in MONTHS.items()}
WEEKDAYS = {name: place for place, names in enumerate((
    "الاثنين الاتنين", "الثلاثاء التلات", "الاربعاء", "الخميس", "الجمعه", "السبت", "الاحد")) for name in names.split()
}  # fmt: skip
MONTH, WEEKDAY = f"(?P<m>{one_of(MONTHS)})", f"(?P<w>{one_of(WEEKDAYS)})"
UNIT = {
    "يوم": "day",
    "ايام": "day",
    "يوما": "day",
    "اسبوع": "week",
    "اسابيع": "week",
    "شهر": "month",
    "اشهر": "month",
    "شهور": "month",
    "يومين": "day",
    "اسبوعين": "week",
    "شهرين": "month",
}
DAYS = (
    Day("past",
        words(rf"(?:{one_of(WEEKDAYS)}|{one_of(MONTHS)}|الاسبوع|الشهر|العام|السنه|الصيف) (?:الماضي|الماضيه|الفائت"
              rf"|الفائته)|امس|البارحه|قبل (?:\w+ )?(?:ايام|يومين|اسبوع|اسبوعين|شهر|شهرين|سنه|سنوات|اشهر)|منذ \w+")),
    Day("before_christmas", words("قبل (?:عيد الميلاد(?! ?ها)|الكريسماس|اعياد الميلاد)")),
    Day("christmas", words("(?:في |ل)?(?:عيد الميلاد المجيد|الكريسماس)|للكريسماس")),
    Day("date", words(rf"(?:يوم |في )?(?P<d>\d{{1,2}}) (?:من )?(?:شهر )?{MONTH}(?: (?P<y>20\d\d))?")),
    Day("month_end", words("(?:قبل |في )?(?:نهايه|اخر|بنهايه) (?:هذا )?الشهر")),
    Day("year_end", words("(?:قبل |في )?(?:نهايه|اخر) (?:العام|السنه)")),
    Day("month",
        words(rf"(?:(?:في|شهر|خلال|قبل|بدايه|نهايه|منتصف) )*{MONTH}(?: (?:القادم|المقبل))?(?: (?P<y>20\d\d))?")),
    Day("weekday_next_week", words(rf"(?:يوم )?{WEEKDAY} (?:من )?الاسبوع (?:القادم|المقبل|الجاي)")),
    Day("weekday", words(rf"(?:يوم |قبل |حتي |بحلول )*{WEEKDAY}(?: (?:القادم|المقبل|القادمه|المقبله|الجاي))?")),
    Day("in", words(r"(?:خلال|بعد|في غضون) (?:(?P<n>\d+) )?(?P<u>يوما?|ايام|اسبوع|اسابيع|شهر|اشهر|شهور)")),
    Day("in_two", words(r"(?:خلال|بعد|في غضون) (?P<u>اسبوعين|يومين|شهرين)")),
    Day("after_tomorrow", words("بعد (?:ال)?غد|بعد بكره")),
    Day("tomorrow", words("غدا|الغد|بكره|بكرا")),
    Day("today", words("الليله|هذا المساء|مساء اليوم|نهايه اليوم")),
    Day("weekend", words("(?:في )?(?:عطله )?نهايه (?:هذا )?الاسبوع|الويكند")),
    Day("next_week", words("(?:في )?الاسبوع (?:القادم|المقبل|الجاي)")),
    Day("this_week", words("(?:خلال )?هذا الاسبوع")),
    Day("next_month", words("(?:في )?الشهر (?:القادم|المقبل|الجاي)")),
    Day("day", words(r"(?:قبل |حتي |بحلول )?(?:يوم|تاريخ) (?P<d>\d{1,2})")),
)  # fmt: skip

KIN = {
    RelationKind.SPOUSE: "زوج زوجه",
    RelationKind.PARTNER: "خطيب خطيبه شريك شريكه",
    RelationKind.CHILD: "ابنه ابن بنت ولد",
    RelationKind.PARENT: "ام والده اب والد",
    RelationKind.SIBLING: "اخت اخ شقيقه شقيق",
    RelationKind.FRIEND: "صديقه صديق",
    RelationKind.ASSISTANT: "مساعده مساعد سكرتيره",
    RelationKind.OTHER: "حماه خاله عمه خال عم حفيده حفيد زميله زميل جده جد كنه",
}


def _hers(noun: str) -> tuple[str, ...]:
    """Her daughter, his daughter, their daughter: the ha of the end becomes a ta."""
    stem = {"اب": "ابو", "اخ": "اخو"}.get(noun, noun[:-1] + "ت" if noun.endswith("ه") else noun)
    return tuple(stem + whose for whose in ("ها", "ه", "هما", "هم", "ي"))


RELATIONS = {form: kind for kind, nouns in KIN.items() for noun in nouns.split() for form in _hers(noun)}
RELATIONS = {form: kind for form, kind in RELATIONS.items() if form not in {"جده", "عمه", "خاله", "حماه"}}
NOT_NAMES = these(
    "تحب يحب تكره يكره تفضل يفضل تريد يريد ستتخرج تتخرج يتخرج سيتخرج تتزوج يتزوج سيتزوج ستتزوج في من مع الي على"
    " علي عن و او ثم كما التي الذي هي هو"
    " جاءت جاء اشتري اشترت قال قالت طلب طلبت ايضا اليوم غدا امس الان هنا كان كانت ستاتي سياتي ياتي تاتي تنتظر"
    " ينتظر تلبس يلبس مقاس مقاسها مقاسه"
    " الكبري الصغري الكبير الصغير الوسطي الاكبر الاصغر اسمها اسمه لا لم لن ليس قد سوف سيكون ستكون عيد ذكري زواج"
    " حفل تخرج بمناسبه لكن يعمل تعمل"
    " تدرس يدرس تسافر يسافر ستسافر سيسافر حامل مريض مريضه مرتين وحدها معا دائما جدا فقط يبحث تبحث سيمر ستمر يستلم"
    " ستستلم"
) | frozenset(MONTHS) | frozenset(WEEKDAYS) | frozenset(RELATIONS)  # fmt: skip
PEOPLE = page.Kin(
    kinds=RELATIONS,
    pattern=words(f"(?:و|ل|ب)?(?P<rel>{one_of(RELATIONS)})"),
    company=re.compile(r"(?:مع|برفقه|بصحبه|رفقه) $"),
    along=re.compile("^ (?:رافقتها|كانت معها|كان معها)"),
    who=re.compile("^،? ?(?:التي|الذي) (?:ي|ت)"),
    called=re.compile(r"^ ?،? ?\(?(?:الكبري|الصغري|الكبير|الصغير|الاكبر|الاصغر)? ?(?:اسمها|اسمه)? ?(?=\w)"),
    herself=words("هي|العميله|السيده|الزبونه|انا|سا\\w+|نحن|بنفسها"),
    she=words("و?مقاسها|و?معصمها"),
    he=words("هو"),
    male=frozenset(
        form
        for noun in these("زوج خطيب شريك ابن ولد اب والد اخ شقيق صديق مساعد خال عم حفيد زميل جد")
        for form in _hers(noun)
    ),
    not_names=NOT_NAMES,
    given=these(
        "يوسف ياسمين ياسر يزن يارا تالا تالين تمارا تيم سارة ساره سلمي سعاد سعيد سلطان ساميه سامي سمر سناء"
        " سهي لينا ليلي نور"
    ),
    name=re.compile("^(?!ست|سي|سن|ال|ب(?:عد|سبب)|و|لل)[ء-ي]{2,9}$"),
    caseless=True,
    said="{name}، {phrase}",
)

OCCASION_SAID = {
    "anniversary": "ذكرى الزواج",
    "birthday": "عيد الميلاد",
    "wedding": "الزفاف",
    "engagement": "الخطوبة",
    "graduation": "التخرج",
    "birth": "الولادة",
    "christmas": "الكريسماس",
    "mothers_day": "عيد الأم",
    "valentine": "عيد الحب",
    "trip": "السفر",
    "other": "تاريخ مهم",
}
MONTH_NAMES = (
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
)


def when(day: int | None, month: int, year: int | None) -> str:
    """A day, a month, a year where one is said."""
    return " ".join(str(each) for each in (day, MONTH_NAMES[month - 1], year) if each)


def say(code: str, whose: str | None, on: str) -> str:
    """The occasion, whose, and when."""
    return f"{OCCASION_SAID[code]} {on}" if not whose else f"{OCCASION_SAID[code]} ({whose}) {on}"


OCCASIONS = page.Occasions(
    cues=(
        ("birthday", words("عيد ميلاد(?:ها|ه|هما)?(?! المجيد)|(?:تبلغ|يبلغ|ستبلغ|تكمل) (?:ال)?(?:\\d+|اربعين"
                           "|ثلاثين|خمسين|ستين|عشرين|سبعين)(?: عاما| سنه)?|(?:يوم )?ميلاد(?:ها|ه)"), True),
        ("wedding", words("ذكري (?:ال)?زواج(?:هما|ها|هم)?(?: \\w+ه)?|(?:عيد|ذكري) زواج(?:هما|ها|هم)?|سنويه زواج\\w*"), True),
        ("wedding", words("(?:س)?(?:يتزوج|تتزوج|يتزوجان)|(?:ال)?زفاف(?:ها|ه)?|حفل زفاف\\w*|عرس\\w*|(?:ال)?عرس"), False),
        ("engagement", words("(?:ال)?خطوبه|خطوبتها|خطوبته|سيخطب\\w*|طلب يدها"), False),
        ("graduation", words("(?:س)?(?:تتخرج|يتخرج)|(?:ال)?تخرج(?:ها|ه)?|حفل (?:ال)?تخرج\\w*"), False),
        ("birth", words("(?:ال)?ولاده|ولادتها|(?:س)?تلد|تنتظر مولودا?|مولود(?:ها|ه)?|طفل قادم|(?:ت|ي)نتظر(?:ون"
                        "|ان)? (?:طفلا|طفله|بنتا|ولدا)"), False),
        ("christmas", words("(?:ل|في )?(?:ال)?كريسماس|عيد الميلاد المجيد|للكريسماس"), True),
        ("valentine", words("عيد الحب|(?:ال)?فالنتاين"), True),
        ("mothers_day", words("عيد الام"), True),
        ("trip", words("(?:س)?(?:تسافر|يسافر|يسافران)(?: الي)?|سفرها|رحله|رحلتها|شهر (?:ال)?عسل|تنتقل الي"
                       "|ستنتقل الي"), False),
        ("other", words("تتقاعد|تقاعد\\w*|افتتاح (?:معرضها|محلها|مكتبها)"), False),
    ),
    fixed={"christmas": (12, 25), "valentine": (2, 14), "mothers_day": (3, 21)},
    say=say,
    when=when,
    named_after=re.compile(r"^ (?P<name>[ء-ي]{3,})(?= (?:في |يوم )?\d| في| يوم|$)"),
)  # fmt: skip
