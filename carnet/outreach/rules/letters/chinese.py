"""Chinese, in Simplified characters: the words that go into its letters, for a native editor; below them, the grammar."""

from __future__ import annotations

from carnet.outreach.kinds import Advice
from carnet.outreach.rules.letters import facts, names, patterns, tongue, zh
from carnet.outreach.rules.letters.facts import SEVERAL, Ago
from carnet.outreach.rules.letters.names import Called
from carnet.outreach.rules.letters.patterns import Saying
from carnet.outreach.rules.letters.subject import FAMILIAR, FORMAL, HE, SHE, Addressee, Sender, Subject

NOUNS = {
    # its measure word, its noun
    "ring": ("枚", "戒指"),
    "earrings": ("对", "耳环"),
    "necklace": ("条", "项链"),
    "pendant": ("枚", "吊坠"),
    "bracelet": ("条", "手链"),
    "brooch": ("枚", "胸针"),
    "watch": ("枚", "腕表"),
    "strap": ("条", "表带"),
    "fragrance": ("款", "香水"),
    "candle": ("支", "香氛蜡烛"),
    "refill": ("份", "补充装"),
    "bag": ("只", "手袋"),
    "scarf": ("条", "披肩"),
    "cufflinks": ("对", "袖扣"),
    "clock": ("座", "时钟"),
    "rattle": ("只", "摇铃"),
    SEVERAL: ("几件", "作品"),
}
"""Leather, ready-to-wear and objects have no noun that suits one of them: they are 那件作品, or 那款Lune."""
UNNAMED, NAMED_ONLY = ("件", "作品"), ("款", "")

OCCASIONS = {
    # whose may be said; else with its month; else bare
    "birthday": ("{Bianca}的生日", "{六月}的那个生日", "那个生日"),
    "wedding": ("{Bianca}的结婚纪念日", "{六月}里那个重要的日子", "那个重要的日子"),
    "engagement": ("{您}心里的那个日子",),
    "graduation": ("{Bianca}的毕业典礼", "那场毕业典礼"),
    "birth": ("家里添新成员的日子",),
    "christmas": ("圣诞节",),
    "mothers_day": ("母亲节",),
    "valentine": ("情人节",),
    "trip": ("{您}的旅行",),
    "other": ("{六月}里那个重要的日子", "那个重要的日子"),
}
AGO = {
    Ago.TODAY: "今天",
    Ago.YESTERDAY: "昨天",
    Ago.OTHER_DAY: "前几天",
    Ago.LAST_WEEK: "上周",
    Ago.WEEKS: "前些日子",
    Ago.MONTHS: "前几个月",
    Ago.LONG: "先前",
}
DAYS = "一二三四五六日"
MONTHS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
YEARS = ("", "一年", "两年", "三年", "四年", "五年", "六年", "七年", "八年", "九年", "十年")
MANY_YEARS = "许多年"

CARE = {
    "ring": (
        "若戒圈略紧或略松，请告诉我，我们一起想办法。",
        "戒圈要是紧了或松了，跟我说，我们一起想办法。",
    ),
    "earrings": ("若扣针偏松或偏紧，请告诉我，调整起来并不难。", "扣针要是松了或紧了，跟我说，很容易调。"),
    "necklace": ("若位置略高或略低，请告诉我，我来看看如何调整。", "位置要是高了或低了，跟我说，我来想办法。"),
    "pendant": ("若链子略长或略短，请告诉我，长短可以调整。", "链子要是长了或短了，跟我说，长短可以调。"),
    "bracelet": ("若在腕间太松或太紧，请告诉我，我来看看如何调整。", "手腕上要是松了或紧了，跟我说，我来想办法。"),
    "brooch": ("若别针对轻薄的衣料来说偏硬，请告诉我，自有办法。", "别针要是伤轻薄的衣料，跟我说，有办法的。"),
    "watch": ("若表带需要调整，或走时让您费心，请告诉我。", "表带要调，或者走时不准，都跟我说。"),
    "strap": ("若仍觉得偏硬，或需要多打一个孔，请告诉我。", "要是还硬，或者想多打一个孔，跟我说。"),
    "leather": (
        "皮革需要慢慢养；若沾了水滴或有了划痕，动手之前请先问我。",
        "皮革要慢慢养；沾了水滴或有了划痕，动手前先问我一声。",
    ),
    "bag": ("若沾了水滴或有了划痕，动手之前请先问我。", "沾了水滴或有了划痕，动手前先问我一声。"),
    "ready_to_wear": (
        "若长短或肩线不够合适，请告诉我，我们很乐意修改。",
        "长短或肩线要是不合适，跟我说，改一改就好。",
    ),
    "fragrance": ("香气会随季节变化；若有让您意外之处，请说给我听。", "香气会随季节变化；要是让你意外，说给我听听。"),
    "scarf": ("送洗之前请先问我：好料子各有脾性。", "送洗之前先问我一声：好料子各有脾气。"),
    SEVERAL: ("其中若有哪一件需要调整或养护，请告诉我。", "其中哪一件要调整或保养，跟我说。"),
    "": ("若有需要调整或养护之处，请告诉我。", "有什么要调整或保养的，跟我说。"),
}
"""What may need a hand after a few weeks, to 您 and to 你."""
ADVICE = {
    Advice.SETTING: ("镶爪", "镶爪会随着佩戴悄悄松开一点，不时看一看，宝石才安稳。"),
    Advice.CLASP: ("搭扣", "搭扣每天默默出力，隔些时候就值得看一看。"),
    Advice.BACKS: ("扣合处", "扣合处松得极慢，慢得手指都习惯了；片刻工夫，便能恢复如初。"),
    Advice.SEALS: ("密封圈", "防水的密封圈比腕表老得早，隔些时候检测一次为好。"),
    Advice.MOVEMENT: ("机芯", "机芯走得再准，过上几年也宜清洗上油，才能走得更久。"),
    Advice.STRAP: ("缝线", "表带会顺着手腕成形，缝线不时看一看为好。"),
    Advice.LEATHER: ("皮面", "皮革随季节会略微变干，不时滋养一下，才会一直柔软。"),
    None: ("细节之处", "任何作品，趁安然无恙的时候看上一眼，总是好的。"),
}
"""What is looked at, and why a piece of a certain age is better for it; as well said to 您 as to 你."""
WISHES = {
    FORMAL: ("愿您诸事顺遂。", "愿这一周带给您许多好心情。", "也请代我问候家人。"),
    FAMILIAR: ("希望你一切都好。", "祝你这周过得开心。", "替我问家里人好。"),
}

KEPT_TITLES = {"女士", "先生", "小姐", "太太", "夫人", "博士", "教授", "医生", "大夫", "律师", "老师", "院长", "大使"}
"""As the house holds them in Chinese; those of other languages say whether she is one, or that she teaches."""
PROFESSORS = {"prof", "pr", "professor", "professeur", "professore", "professoressa"}
LADIES = "mme madame mrs ms miss mlle mademoiselle frau signora sig.ra sra señora dame lady"
GENTLEMEN = "m mr monsieur herr signor sig sr señor sir"


# The grammar.


def saying(subject: Subject, to: Addressee, sender: Sender) -> Saying:
    """What every slot says."""
    about, ago, familiar = facts.piece(subject), facts.ago(subject), to.form == FAMILIAR
    looked_at, advice = ADVICE[subject.advice]
    maison = names.house(sender.maison)
    words = piece_words(about) | {
        "您": "您二位" if subject.together else "您",
        "你": "你们俩" if subject.together else "你",
        "前几天": AGO[ago] if ago else "",
        "到星期六": until(subject),
        "那个生日": occasion(subject, to),
        "Lys全体同仁": f"{maison or '我们'}全体同仁",
        "呵护": CARE.get(about.category if about else "", CARE[""])[familiar],
        "建议": advice,
        "镶爪": looked_at,
        "一年": facts.said_in_years(subject, YEARS, MANY_YEARS),
    }
    return Saying(words, facts.circumstances(subject), plural=bool(about and about.category == SEVERAL))


def piece_words(about: Called | None) -> dict[str, str]:
    """What the slots about the piece say: nothing without a piece."""
    if about is None:
        return dict.fromkeys(("那枚Aube戒指", "这枚戒指", "您的Aube戒指", "你的Aube戒指"), "")
    unnamed = measured(about.category, UNNAMED)
    measure, noun = measured(about.category, NAMED_ONLY) if about.name else unnamed
    called = f"{about.name}{noun}"
    hers = f"{measure}{called}" if about.category == SEVERAL else called
    return {
        "那枚Aube戒指": f"那{measure}{called}",
        "这枚戒指": f"这{''.join(unnamed)}",
        "您的Aube戒指": f"您的{hers}",
        "你的Aube戒指": f"你的{hers}",
    }


def measured(category: str, otherwise: tuple[str, str]) -> tuple[str, str]:
    """The measure word and the noun of a kind of piece."""
    return NOUNS.get(category, otherwise)


def until(subject: Subject) -> str:
    """Until when: a weekday within the week, else a date."""
    kept = facts.kept_until(subject)
    if kept is None:
        return ""
    day, this_week = kept
    return f"到星期{DAYS[day.weekday()]}" if this_week else f"到{day.month}月{day.day}日"


def occasion(subject: Subject, to: Addressee) -> str:
    """The occasion, in as few words as discretion asks."""
    on = subject.occasion_on
    words = {
        "Bianca": facts.celebrated(subject, to.given, to.preferred, to.display),
        "六月": f"{MONTHS[on.month - 1]}月" if on else "",
        "您": "你" if to.form == FAMILIAR else "您",
    }
    return patterns.first(OCCASIONS.get(subject.occasion, OCCASIONS["other"]), Saying(words, {}))


def opening(to: Addressee) -> str:
    """*陈女士，您好：* by what is known; her whole name when nothing says whether she is one; never a number."""
    if to.form == FAMILIAR:
        name = names.familiar(to)
        # One character alone is for her family to call.
        name = names.whole(to) or name if len(name) == 1 else name
        return f"{name}，你好：" if name else "你好："
    name = _titled(to) or names.whole(to)
    return f"{name}，您好：" if name else "您好："


def _titled(to: Addressee) -> str:
    """Her family name as she writes it and the title after it; nothing when either is missing."""
    held = names.clean(to.title).strip(". ")
    family, title = names.person(to.family), held if held in KEPT_TITLES else _title_from(held.casefold(), to.gender)
    return f"{family}{title}" if family and title and family in names.clean(to.display) else ""


def _title_from(held: str, gender: str) -> str:
    if held in PROFESSORS:
        return "教授"
    gender = gender or (SHE if held in LADIES.split() else HE if held in GENTLEMEN.split() else "")
    return {SHE: "女士", HE: "先生"}.get(gender, "")


def finish(text: str) -> str:
    """With the typographic apostrophes of names."""
    return patterns.unmarked(text).replace("'", "\u2019")


TONGUE = tongue.Tongue(
    letters=tongue.read(zh.LETTERS, joins=""),
    opening=opening,
    saying=saying,
    finish=finish,
    joins="",
    scripts=names.HAN,
    not_for=frozenset({"zh-hant", "zh-tw", "zh-hk", "zh-mo", "zh-yue"}),
    wishes=WISHES,
    categories=NOUNS.keys() | CARE.keys(),
    occasions=OCCASIONS.keys(),
)
