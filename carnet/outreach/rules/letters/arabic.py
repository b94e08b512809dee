"""Arabic: the words that go into its letters, for a native editor; below them, the grammar."""

from __future__ import annotations

import dataclasses
import re
import unicodedata

from carnet.outreach.kinds import Advice
from carnet.outreach.rules.letters import ar, facts, names, patterns, tongue
from carnet.outreach.rules.letters.facts import SEVERAL, Ago
from carnet.outreach.rules.letters.names import Called
from carnet.outreach.rules.letters.patterns import OPEN, Saying
from carnet.outreach.rules.letters.subject import FAMILIAR, FORMAL, HE, SHE, Addressee, Sender, Subject


@dataclasses.dataclass(frozen=True)
class Noun:
    """A noun, its gender (several things agree as one feminine), and the noun it belongs to: «حزام» of «ساعة»."""

    bare: str
    feminine: bool = False
    of: str = ""

    @property
    def the(self) -> str:
        """With its article, which the second of two nouns takes for both."""
        return f"{self.bare} ال{self.of}" if self.of else f"ال{self.bare}"

    @property
    def this(self) -> str:
        """With its demonstrative, which comes after two nouns and before one."""
        this = "هذه" if self.feminine else "هذا"
        return f"{self.the} {this}" if self.of else f"{this} {self.the}"

    def named(self, name: str) -> str:
        """«خاتم Aube»."""
        return " ".join(filter(None, (self.bare, self.of, name)))

    def belonging_to(self, whose: str) -> str:
        """With a joined pronoun: «خاتمكم», «ساعتكم», «حزام ساعتكم»."""
        *first, last = filter(None, (self.bare, self.of))
        return " ".join((*first, re.sub("ة$", "ت", last) + whose))


NOUNS = {
    "ring": Noun("خاتم"),
    "earrings": Noun("أقراط", feminine=True),
    "necklace": Noun("قلادة", feminine=True),
    "pendant": Noun("قلادة", feminine=True),
    "bracelet": Noun("سوار"),
    "brooch": Noun("بروش"),
    "watch": Noun("ساعة", feminine=True),
    "strap": Noun("حزام", of="ساعة"),
    "fragrance": Noun("عطر"),
    "candle": Noun("شمعة", feminine=True),
    "bag": Noun("حقيبة", feminine=True),
    "scarf": Noun("وشاح"),
    "cufflinks": Noun("أزرار", feminine=True, of="أكمام"),
    "clock": Noun("ساعة", feminine=True),
    "rattle": Noun("خشخيشة", feminine=True),
    SEVERAL: Noun("قطع", feminine=True),
}
PIECE = Noun("قطعة", feminine=True)
"""Leather, ready-to-wear and objects have no noun that suits one of them."""

OCCASIONS = {
    # whose may be said; else with its month; else bare. عيد الميلاد alone would be Christmas.
    "birthday": ("عيد ميلاد {Bianca}", "ذكرى ميلاد عزيزة في {يونيو}", "ذكرى ميلاد عزيزة"),
    "wedding": ("ذكرى زواج {Bianca}", "ذلك التاريخ العزيز في {يونيو}", "تاريخ عزيز"),
    "engagement": ("الموعد الذي في {بالكم}",),
    "graduation": ("تخرّج {Bianca}", "حفل التخرّج"),
    "birth": ("قدوم مولود جديد",),
    "christmas": ("عيد الميلاد المجيد",),
    "mothers_day": ("عيد الأم",),
    "valentine": ("عيد الحب",),
    "trip": ("{سفركم}",),
    "other": ("ذلك التاريخ العزيز في {يونيو}", "تاريخ عزيز"),
}
AGO = {
    Ago.TODAY: "اليوم",
    Ago.YESTERDAY: "أمس",
    Ago.OTHER_DAY: "قبل أيام",
    Ago.LAST_WEEK: "الأسبوع الماضي",
    Ago.WEEKS: "قبل أسابيع",
    Ago.MONTHS: "قبل أشهر",
    Ago.LONG: "قبل مدة",
}
DAYS = "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد"
MONTHS = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"
YEARS = (
    "", "عام", "عامين", "ثلاثة أعوام", "أربعة أعوام", "خمسة أعوام", "ستة أعوام", "سبعة أعوام", "ثمانية أعوام",
    "تسعة أعوام", "عشرة أعوام",
)  # fmt: skip
MANY_YEARS = "أعوام طويلة"
"""After a preposition."""

CARE = {
    "ring": "إن بدا الخاتم ضيقًا قليلًا أو واسعًا قليلًا، {فأخبروني}، وننظر في الأمر معًا.",
    "earrings": "إن بدا القفل لينًا أو شديدًا، {فأخبروني}: ضبطه يسير.",
    "necklace": "إن بدت القلادة أعلى قليلًا أو أدنى قليلًا مما ينبغي، {فأخبروني}، ونرى ما يمكن فعله.",
    "pendant": "إن بدت السلسلة قصيرة قليلًا أو طويلة قليلًا، {فأخبروني}: طولها يُضبط.",
    "bracelet": "إن دار السوار كثيرًا حول المعصم أو ضاق عليه، {فأخبروني}، ونرى ما يمكن فعله.",
    "brooch": "إن بدا الدبوس قاسيًا على قماش خفيف، {فأخبروني}: لذلك حلول.",
    "watch": "إن احتاج السوار إلى ضبط، أو لم يعد الوقت مضبوطًا، {فأخبروني}.",
    "strap": "إن ظل الحزام قاسيًا، أو لزمه ثقب آخر، {فأخبروني}.",
    "leather": "الجلد يحتاج إلى وقته. وإن أصابته قطرة ماء أو خدش، {فأخبروني} قبل أي محاولة.",
    "bag": "إن أصاب الحقيبة خدش أو قطرة ماء، {فأخبروني} قبل لمسها.",
    "ready_to_wear": "إن احتاج الطول أو الكتف إلى تعديل، {فأخبروني}: نقوم بذلك بسرور.",
    "fragrance": "العطر يتبدل مع الفصول؛ وإن كانت له مفاجآت، {فأخبروني}.",
    "scarf": "إن لزم تنظيف الوشاح، {فأخبروني} قبل ذلك: للأقمشة الرفيعة عاداتها.",
    SEVERAL: "إن احتاجت إحدى القطع إلى ضبط أو عناية، {فأخبروني}.",
    "": "إن احتاج شيء إلى ضبط أو عناية، {فأخبروني}.",
}
"""What may need a hand after a few weeks."""
ADVICE = {
    Advice.SETTING: (
        "مخالب الأحجار",
        "مخالب الأحجار تلين مع اللبس برفق لا يُلاحظ؛ ونظرة من حين إلى آخر تبقي كل حجر في مكانه.",
    ),
    Advice.CLASP: ("المشبك", "المشبك يعمل كل يوم في صمت، ويستحق نظرة من وقت إلى آخر."),
    Advice.BACKS: ("الأقفال", "الأقفال ترتخي ببطء حتى تألفها اليد؛ ودقائق قليلة تعيد إليها ثباتها."),
    Advice.SEALS: (
        "حلقات العزل",
        "حلقات العزل التي تحمي الساعة من الماء تشيخ قبل الساعة نفسها، ويحسن اختبارها من وقت إلى آخر.",
    ),
    Advice.MOVEMENT: ("الحركة", "بعد سنوات، تستفيد الحركة من تنظيف وزيت جديد، حتى إن ظل الوقت مضبوطًا."),
    Advice.STRAP: ("الخياطة", "الحزام يأخذ شكل المعصم، وخياطته تستحق نظرة من وقت إلى آخر."),
    Advice.LEATHER: ("الجلد", "الجلد يجف قليلًا مع تعاقب الفصول؛ وتغذيته برفق من حين إلى آخر تبقيه لينًا."),
    None: ("التفاصيل", "كل قطعة تستفيد من نظرة من وقت إلى آخر، وإن لم تطلب شيئًا."),
}
"""What is looked at, and why a piece of a certain age is better for it."""
ENDS = {"strap": "موعد تغييره"}
"""How what wears out comes to its end, when it is not used up."""
WISHES = {
    FORMAL: ("أرجو أن تكونوا بأطيب حال.", "أتمنى لكم أسبوعًا طيبًا."),
    FAMILIAR: ("أرجو أنك بخير.", "أتمنى لك أسبوعًا جميلًا."),
}
"""Sentences that may end any letter."""

TO_HER = {
    # to her; to him; in words that are the same to both
    "اكتبي لي": ("اكتب لي", "تكفيني كلمة منك"),
    "فاكتبي لي": ("فاكتب لي", "فتكفيني كلمة منك"),
    "فأخبريني": ("فأخبرني", "فتكفيني كلمة منك"),
    "مرّي بنا": ("مُرّ بنا", "أهلًا بك"),
    "احكي لي": ("احكِ لي", "يفرحني خبر منك"),
    "قولي لي": ("قل لي", "يكفيني أن أعرف"),
    "اختاري": ("اختر", "لنختر"),
    "كما تفضلين": ("كما تفضل", "كما يناسبك"),
    "هل تودين": ("هل تود", "هل يطيب لك"),
    "فأنت تعرفين أين تجدينني": ("فأنت تعرف أين تجدني", "فأنا في مكاني المعتاد"),
}

HONOURS = (
    # what says she is one; what says he is one; what says neither; then as it is said to her, to him, and to both
    (
        "السيدة سيدة mme mrs ms madame frau signora sra señora dame lady",
        "السيد سيد mr m monsieur herr signor sig sr señor sir",
        "",
        ("السيدة", "السيد", ""),
    ),
    ("الآنسة آنسة miss mlle mademoiselle", "", "", ("الآنسة", "السيد", "")),
    ("الدكتورة دكتورة dottoressa", "", "الدكتور دكتور د dr doctor docteur dott", ("الدكتورة", "الدكتور", "د.")),
    ("البروفيسورة", "", "البروفيسور prof pr professor professeur", ("البروفيسورة", "البروفيسور", "")),
    ("الأستاذة أستاذة", "", "الأستاذ أستاذ أ me maître", ("الأستاذة", "الأستاذ", "أ.")),
    ("المهندسة مهندسة", "", "المهندس مهندس م eng", ("المهندسة", "المهندس", "م.")),
    ("الشيخة شيخة sheikha shaikha", "الشيخ شيخ sheikh shaikh", "", ("الشيخة", "الشيخ", "")),
    ("الأميرة أميرة princess", "الأمير أمير prince", "", ("الأميرة", "الأمير", "")),
)
"""Titles as she gave them, and as they are said in Arabic; الدكتور is also said to a woman, and says neither.

An Arabic one that is not here is kept as she gave it: «سعادة السفيرة».
"""
AND_NOW = "تحية طيبة وبعد،"


# The grammar.

TITLES = {title: said for *held, said in HONOURS for title in " ".join(held).split()}
SHES = {title for hers, _his, _both, _said in HONOURS for title in hers.split()}
HES = {title for _hers, his, _both, _said in HONOURS for title in his.split()}
ISOLATE, END_OF_ISOLATE = "\u2068", "\u2069"
"""Around a Latin name: whatever direction a messenger gives the paragraph, the sentence keeps its order around it."""
TO_THE = f"ل{OPEN}ال"
BEFORE_A_SIGN = re.compile(" +(?=[،؛؟:.])")
ABOUT_A_PIECE = ("خاتم Aube", "هذا الخاتم", "خاتمكم Aube", "خاتمك Aube", "هو", "ه", "يـ", "ت", "ة", "آخره")
ARABIC = names.LATIN | {"ARABIC"}


def isolated(name: str) -> str:
    """A name that is read from left to right, so set that the sentence around it is not."""
    runs_left_to_right = any(unicodedata.bidirectional(sign) == "L" for sign in name)
    return f"{ISOLATE}{name}{END_OF_ISOLATE}" if runs_left_to_right else name


def saying(subject: Subject, to: Addressee, sender: Sender) -> Saying:
    """What every slot says."""
    about, ago, formal = facts.piece(subject), facts.ago(subject), to.form != FAMILIAR
    hers = asked_of_her(to)
    maison = names.house(sender.maison).removeprefix("Maison ").removeprefix("دار ")
    looked_at, advice = ADVICE[subject.advice]
    tell_me = Saying({"فأخبروني": "فأخبروني" if formal else hers["فأخبريني"]}, {})
    words = {
        **piece_words(about),
        **hers,
        "أمس": AGO[ago] if ago else "",
        "معًا": "معًا" if subject.together else "",
        "حتى السبت": until(subject),
        "المناسبة": occasion(subject, to, formal=formal),
        "جميع من في دار Lys": f"جميع من في دار {isolated(maison)}" if maison else "الدار وأهلها",
        "عناية": patterns.fill(CARE.get(about.category if about else "", CARE[""]), tell_me),
        "نصيحة": advice,
        "المشبك": looked_at,
        "عام": facts.said_in_years(subject, YEARS, MANY_YEARS),
    }
    return Saying(words, facts.circumstances(subject))


def piece_words(about: Called | None) -> dict[str, str]:
    """What the slots about the piece say: nothing without a piece."""
    if about is None:
        return dict.fromkeys(ABOUT_A_PIECE, "")
    noun, name = NOUNS.get(about.category, PIECE), isolated(about.name)
    it = "ها" if noun.feminine else "ه"
    return {
        "خاتم Aube": noun.named(name) if name else noun.the,
        "هذا الخاتم": noun.this,
        "خاتمكم Aube": f"{noun.belonging_to('كم')} {name}".strip(),
        "خاتمك Aube": f"{noun.belonging_to('ك')} {name}".strip(),
        "هو": "هي" if noun.feminine else "هو",
        "ه": it,
        "يـ": "ت" if noun.feminine else "ي",
        "ت": "ت" if noun.feminine else "",
        "ة": "ة" if noun.feminine else "",
        "آخره": ENDS.get(about.category, f"آخر{it}"),
    }


def asked_of_her(to: Addressee) -> dict[str, str]:
    """What is asked of one person, as said to her, to him, or to one of whom neither is known."""
    gender = gender_of(to)
    return {
        to_her: to_her if gender == SHE else to_him if gender == HE else to_both
        for to_her, (to_him, to_both) in TO_HER.items()
    }


def until(subject: Subject) -> str:
    """«حتى السبت», «حتى الأول من مارس»."""
    kept = facts.kept_until(subject)
    if kept is None:
        return ""
    day, this_week = kept
    if this_week:
        return f"حتى {DAYS.split()[day.weekday()]}"
    month = MONTHS.split()[day.month - 1]
    return f"حتى {day.day} {month}" if day.day > 1 else f"حتى الأول من {month}"


def occasion(subject: Subject, to: Addressee, *, formal: bool) -> str:
    """The occasion, in as few words as discretion asks."""
    on, yours = subject.occasion_on, "كم" if formal else "ك"
    words = {
        "Bianca": isolated(facts.celebrated(subject, to.given, to.preferred, to.display)),
        "يونيو": MONTHS.split()[on.month - 1] if on else "",
        "بالكم": f"بال{yours}",
        "سفركم": f"سفر{yours}",
    }
    return patterns.first(OCCASIONS.get(subject.occasion, OCCASIONS["other"]), Saying(words, {}))


def held_title(to: Addressee) -> str:
    """As the house holds it, to be looked up."""
    return names.clean(to.title).casefold().strip(". ")


def gender_of(to: Addressee) -> str:
    """As the house knows it, or as the title she gave says it; nothing when neither does."""
    title = held_title(to)
    return to.gender or (SHE if title in SHES else HE if title in HES else "")


def opening(to: Addressee) -> str:
    """«السيدة نور الهاشمي المحترمة،»: title and whole name, agreeing; without either, a greeting that owns nothing."""
    gender = gender_of(to)
    if to.form == FAMILIAR:
        dear, name = {SHE: "عزيزتي", HE: "عزيزي"}.get(gender, "مرحبًا"), isolated(names.familiar(to))
        return f"{dear} {name}،" if name else "تحية طيبة،"
    to_her, to_him, to_both = titled(to)
    whole = isolated(names.whole(to) or (names.person(to.family) if to_her else ""))
    if gender:
        feminine = gender == SHE
        if not whole:
            return "سيدتي الكريمة،" if feminine else "سيدي الكريم،"
        title = (to_her or "السيدة") if feminine else (to_him or "السيد")
        return f"{title} {whole} المحترمة،" if feminine else f"{title} {whole} المحترم،"
    return f"{to_both or 'حضرة'} {whole}، {AND_NOW}" if whole else AND_NOW


def titled(to: Addressee) -> tuple[str, str, str]:
    """Her title as said to her, to him and to both; an Arabic one of her own is the same to all."""
    if known := TITLES.get(held_title(to)):
        return known
    own = names.clean(to.title)
    arabic = names.person(own) and names.is_in(own, frozenset({"ARABIC"}))
    return (own, own, own) if arabic else ("", "", "")


def finish(text: str) -> str:
    """With its article joined to ل, no space before a sign, and typographic apostrophes in Latin names."""
    text = patterns.unmarked(text.replace(TO_THE, f"لل{OPEN}"))
    return BEFORE_A_SIGN.sub("", text).replace("'", "\u2019")


TONGUE = tongue.Tongue(
    letters=tongue.read(ar.LETTERS),
    opening=opening,
    saying=saying,
    finish=finish,
    scripts=ARABIC,
    wishes=WISHES,
    categories=NOUNS.keys() | CARE.keys(),
    occasions=OCCASIONS.keys(),
)
