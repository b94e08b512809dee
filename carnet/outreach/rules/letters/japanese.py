"""Japanese: the words that go into its letters, for a native editor; below them, the grammar."""

from __future__ import annotations

from carnet.outreach.kinds import Advice
from carnet.outreach.rules.letters import facts, ja, names, patterns, tongue
from carnet.outreach.rules.letters.facts import SEVERAL, Ago
from carnet.outreach.rules.letters.names import Called
from carnet.outreach.rules.letters.patterns import Saying
from carnet.outreach.rules.letters.subject import FAMILIAR, FORMAL, Addressee, Sender, Subject

NOUNS = {
    "ring": "リング",
    "earrings": "イヤリング",
    "necklace": "ネックレス",
    "pendant": "ペンダント",
    "bracelet": "ブレスレット",
    "brooch": "ブローチ",
    "watch": "時計",
    "strap": "ストラップ",
    "fragrance": "フレグランス",
    "candle": "キャンドル",
    "refill": "リフィル",
    "bag": "バッグ",
    "scarf": "ストール",
    "cufflinks": "カフリンクス",
    "clock": "置時計",
    "rattle": "ラトル",
    SEVERAL: "お品々",
}
"""Leather, ready-to-wear and objects have no noun that suits one of them: they are お品, or 「Lune」 alone."""
UNNAMED = "お品"

OCCASIONS = {
    # whose may be said; else with its month; else bare
    "birthday": ("{Bianca様}のお誕生日", "{六月}のお誕生日", "大切なお誕生日"),
    "wedding": ("{Bianca様}のご結婚記念日", "{六月}の大切な日", "大切な日"),
    "engagement": ("お心づもりの日",),
    "graduation": ("{Bianca様}のご卒業", "ご卒業"),
    "birth": ("新しいご家族をお迎えになる日",),
    "christmas": ("クリスマス",),
    "mothers_day": ("母の日",),
    "valentine": ("バレンタインデー",),
    "trip": ("ご旅行",),
    "other": ("{六月}の大切な日", "大切な日"),
}
AGO = {
    Ago.TODAY: "本日は",
    Ago.YESTERDAY: "昨日は",
    Ago.OTHER_DAY: "先日は",
    Ago.LAST_WEEK: "先週は",
    Ago.WEEKS: "先ごろは",
    Ago.MONTHS: "その節は",
    Ago.LONG: "その節は",
}
NOT_KNOWN_WHEN = "このたびは"
DAYS = "月火水木金土日"
MONTHS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
YEARS = ("", "一年", "二年", "三年", "四年", "五年", "六年", "七年", "八年", "九年", "十年")
MANY_YEARS = "長い年月"

CARE = {
    "ring": (
        "指まわりが少しきつい、あるいはゆるいと感じられましたら、お知らせくださいませ。ご一緒に見てまいりましょう。",
        "少しきつい、ゆるいと感じたら、教えてください。一緒に見てみましょう。",
    ),
    "earrings": (
        "留め具がやわらかい、あるいは固いと感じられましたら、お知らせくださいませ。調整は容易でございます。",
        "留め具がやわらかい、固いと感じたら、教えてください。簡単に調整できます。",
    ),
    "necklace": (
        "首元での長さが気になるようでしたら、お知らせくださいませ。よい方法をお探しいたします。",
        "首元での長さが気になったら、教えてください。よい方法を探します。",
    ),
    "pendant": (
        "チェーンの長さが気になるようでしたら、お知らせくださいませ。長さはお直しできます。",
        "チェーンの長さが気になったら、教えてください。長さは直せます。",
    ),
    "bracelet": (
        "手首で回りすぎる、あるいは窮屈に感じられましたら、お知らせくださいませ。よい方法をお探しいたします。",
        "手首で回りすぎたり、窮屈に感じたりしたら、教えてください。よい方法を探します。",
    ),
    "brooch": (
        "薄手のお召し物に針が強く感じられましたら、お知らせくださいませ。よい留め方がございます。",
        "薄手の服に針が強いと感じたら、教えてください。よい留め方があります。",
    ),
    "watch": (
        "ブレスレットの具合や時刻のずれが気になるようでしたら、お知らせくださいませ。",
        "ブレスレットの具合や時刻のずれが気になったら、教えてください。",
    ),
    "strap": (
        "まだ固く感じられましたら、あるいは穴を増やすほうがよろしければ、お知らせくださいませ。",
        "まだ固いとき、穴を増やしたいときは、教えてください。",
    ),
    "leather": (
        "革はゆっくりと馴染んでまいります。水滴や擦り傷がつきましたら、お手入れなさる前にお尋ねくださいませ。",
        "革はゆっくり馴染みます。水滴や擦り傷がついたら、手入れの前に聞いてください。",
    ),
    "bag": (
        "水滴や擦り傷がつきましたら、お手入れなさる前に私にお尋ねくださいませ。",
        "水滴や擦り傷がついたら、手入れの前に聞いてください。",
    ),
    "ready_to_wear": (
        "丈や肩まわりが気になるようでしたら、お知らせくださいませ。お直しを喜んで承ります。",
        "丈や肩まわりが気になったら、教えてください。お直しします。",
    ),
    "fragrance": (
        "香りは季節とともに表情を変えます。意外に思われることがございましたら、お聞かせくださいませ。",
        "香りは季節で表情を変えます。意外な発見があったら、聞かせてください。",
    ),
    "scarf": (
        "クリーニングにお出しになる前に、一度お尋ねくださいませ。上質な布には、それぞれの癖がございます。",
        "クリーニングに出す前に、一度聞いてください。上質な布には、それぞれの癖があります。",
    ),
    SEVERAL: (
        "どれか一つでも調整やお手入れの御用がございましたら、お知らせくださいませ。",
        "どれか一つでも調整やお手入れが必要なら、教えてください。",
    ),
    "": (
        "調整やお手入れの御用がございましたら、お知らせくださいませ。",
        "調整やお手入れが必要なら、教えてください。",
    ),
}
"""What may need a hand after a few weeks, formal and familiar."""
ADVICE = {
    Advice.SETTING: (
        "石留め",
        "石を留める爪は身に着けるうちにわずかずつ緩みますので、折々に確かめておきますと安心でございます。",
        "石を留める爪は使ううちに少しずつ緩むので、ときどき確かめておくと安心です。",
    ),
    Advice.CLASP: (
        "留め具",
        "留め具は日々黙って働いておりますので、折々に確かめておきますと安心でございます。",
        "留め具は毎日黙って働いているので、ときどき確かめておくと安心です。",
    ),
    Advice.BACKS: (
        "留め金",
        "留め金は手が慣れるほどゆっくりと柔らかくなりますが、わずかなお時間で元の締まりに戻ります。",
        "留め金は気づかないうちに柔らかくなりますが、少しの時間で元の締まりに戻ります。",
    ),
    Advice.SEALS: (
        "パッキン",
        "水を防ぐパッキンは時計そのものより早く年を取りますので、折々に確かめておきますと安心でございます。",
        "水を防ぐパッキンは時計より早く年を取るので、ときどき確かめておくと安心です。",
    ),
    Advice.MOVEMENT: (
        "ムーブメント",
        "ムーブメントは、正確に動いておりましても、何年かに一度の洗浄と注油でいっそう長く時を刻みます。",
        "ムーブメントは、正確に動いていても、何年かに一度の洗浄と注油でもっと長く時を刻みます。",
    ),
    Advice.STRAP: (
        "縫い目",
        "ストラップは手首の形に馴染んでまいりますので、縫い目を折々に確かめておきますと安心でございます。",
        "ストラップは手首の形に馴染むものなので、縫い目をときどき確かめておくと安心です。",
    ),
    Advice.LEATHER: (
        "革",
        "革は季節とともに少しずつ乾きますが、折々に潤いを補いますと、しなやかさが保たれます。",
        "革は季節とともに少しずつ乾きますが、ときどき潤いを補うと、しなやかなままです。",
    ),
    None: (
        "細かなところ",
        "どのようなお品も、変わりなく見えるうちに一度拝見しておきますと安心でございます。",
        "どんな品物も、変わりなく見えるうちに一度見ておくと安心です。",
    ),
}
"""What is looked at, and why a piece of a certain age is better for it, formal and familiar."""
WISHES = {
    FORMAL: (
        "どうぞ良い一日をお過ごしくださいませ。",
        "お身体をおいといくださいませ。",
        "ご家族の皆さまにもよろしくお伝えくださいませ。",
    ),
    FAMILIAR: ("どうぞ良い一日を。", "お元気でいらっしゃいますように。", "どうぞ穏やかな日々を。"),
}
WITHOUT_A_NAME = {FAMILIAR: "こんにちは。"}
GREETING = "謹んでご挨拶申し上げます。"
HONORIFIC = "様"
HONOURED = ("様", "さま", "さん", "ちゃん", "先生")
"""How a name ends that is already honoured."""


# The grammar.


def saying(subject: Subject, to: Addressee, sender: Sender) -> Saying:
    """What every slot says."""
    about, ago, familiar = facts.piece(subject), facts.ago(subject), to.form == FAMILIAR
    looked_at, *advice = ADVICE[subject.advice]
    maison = names.house(sender.maison)
    words = piece_words(about) | {
        "お二人で": "お二人で" if subject.together else "",
        "先日は": AGO[ago] if ago else NOT_KNOWN_WHEN,
        "土曜日まで": until(subject),
        "お誕生日": occasion(subject, to),
        "Maison Lys一同": f"{maison or 'メゾン'}一同",
        "お手入れ": CARE.get(about.category if about else "", CARE[""])[familiar],
        "助言": advice[familiar],
        "爪": looked_at,
        "一年": facts.said_in_years(subject, YEARS, MANY_YEARS),
    }
    return Saying(words, facts.circumstances(subject))


def piece_words(about: Called | None) -> dict[str, str]:
    """What the slots about the piece say: nothing without a piece."""
    if about is None:
        return dict.fromkeys(("「Aube」のリング", "そのリング", "お手元のリング"), "")
    noun = NOUNS.get(about.category, "")
    called = "の".join(filter(None, (f"「{about.name}」" if about.name else "", noun))) or UNNAMED
    return {
        "「Aube」のリング": called if about.name else f"あの{called}",
        "そのリング": f"その{noun or UNNAMED}",
        "お手元のリング": f"お手元の{called}",
    }


def until(subject: Subject) -> str:
    """Until when: a weekday within the week, else a date."""
    kept = facts.kept_until(subject)
    if kept is None:
        return ""
    day, this_week = kept
    return f"{DAYS[day.weekday()]}曜日まで" if this_week else f"{day.month}月{day.day}日まで"


def occasion(subject: Subject, to: Addressee) -> str:
    """The occasion, in as few words as discretion asks."""
    on, whose = subject.occasion_on, facts.celebrated(subject, to.given, to.preferred, to.display)
    words = {"Bianca様": honoured(whose), "六月": f"{MONTHS[on.month - 1]}月" if on else ""}
    return patterns.first(OCCASIONS.get(subject.occasion, OCCASIONS["other"]), Saying(words, {}))


def opening(to: Addressee) -> str:
    """*渡辺様*: her family name as she writes it, a name of her own to those we are close to; never a number."""
    family = names.person(to.family)
    if family not in names.clean(to.display):
        # Her name in another script than the one she writes it in.
        family = ""
    own = names.familiar(to)
    name = (own or family) if to.form == FAMILIAR else (family or names.whole(to) or own)
    return honoured(name) or WITHOUT_A_NAME.get(to.form, GREETING)


def honoured(name: str) -> str:
    """The name with 様, unless it is honoured already."""
    return name if not name or name.endswith(HONOURED) else f"{name}{HONORIFIC}"


def finish(text: str) -> str:
    """With the typographic apostrophes of names."""
    return patterns.unmarked(text).replace("'", "\u2019")


TONGUE = tongue.Tongue(
    letters=tongue.read(ja.LETTERS, joins=""),
    opening=opening,
    saying=saying,
    finish=finish,
    joins="",
    scripts=names.KANA,
    wishes=WISHES,
    categories=NOUNS.keys() | CARE.keys(),
    occasions=OCCASIONS.keys(),
)
