"""Chinese: days, people, and dates that matter."""

from __future__ import annotations

import re

from carnet.capture.rules.extracting import page
from carnet.capture.rules.extracting.page import NEVER, Day, one_of, these, unparted
from carnet.clients.kinds import RelationKind

MONTHS = {str(month): month for month in range(1, 13)}
WEEKDAYS = {sign: place for place, sign in enumerate("一二三四五六日")} | {"天": 6}
UNIT = {"天": "day", "日": "day", "周": "week", "星期": "week", "个星期": "week", "个礼拜": "week", "个月": "month"}
WEEKDAY, COUNT = "(?:周|星期|礼拜)(?P<w>[一二三四五六日天])", "(?P<n>\\d+) ?(?P<u>天|周|个?星期|个礼拜|个月)"
DAYS = (
    Day(
        "past",
        unparted(
            "上(?:个)?(?:周|星期|礼拜)[一二三四五六日天]?|上个?月|昨天|前天|去年|前几天|上次"
            "|\\d+ ?(?:天|周|个?星期|个月|年)(?:以)?前(?!后)"
        ),
    ),
    Day("before_christmas", unparted("圣诞节?(?:之|以)?前")),
    Day("christmas", unparted("圣诞节?(?:当天|的时候|时)?")),
    Day("date", unparted("(?:(?P<y>20\\d\\d)年|明年)? ?(?P<m>\\d{1,2})月 ?(?P<d>\\d{1,2})(?:日|号)?")),
    Day("month", unparted("(?:(?P<y>20\\d\\d)年)?(?:明年|今年)? ?(?P<m>\\d{1,2})月(?:份|底|初|中旬|上旬|下旬)?")),
    Day("day_next_month", unparted("下个?月(?P<d>\\d{1,2})[号日]")),
    Day("month_end", unparted("(?:这个?|本)?月底")),
    Day("year_end", unparted("年底|年前")),
    Day("weekday_next_week", unparted(f"下个?{WEEKDAY}")),
    Day("weekday", unparted(f"(?:这|本|这个)?{WEEKDAY}")),
    Day("in", unparted(f"{COUNT}(?:之?后|以后|以内|之?内)")),
    Day("in", unparted("过(?P<n>\\d+) ?(?P<u>天|周|个?星期|个月)")),
    Day("after_tomorrow", unparted("后天")),
    Day("tomorrow", unparted("明天|明早|明晚")),
    Day("today", unparted("今晚|今天(?:之内|下班前|晚上|下午)")),
    Day("weekend", unparted("(?:这个?|本)?周末")),
    Day("next_week", unparted("下个?(?:周|星期|礼拜)")),
    Day("this_week", unparted("(?:这|本)个?(?:周|星期)(?:内|之内)?")),
    Day("next_month", unparted("下个?月")),
    Day(
        "day",
        unparted(
            "(?<![\\d月])(?P<d>\\d{1,2})[号日](?=(?:之|以)?前|晚|上午|下午|早|给|发|来|回|联系|打|到"
            "|再|去|过|送|取|，|$)"
        ),
    ),
)

KIN = {
    RelationKind.SPOUSE: "先生|丈夫|老公|太太|妻子|老婆|爱人|夫人",
    RelationKind.PARTNER: "男朋友|女朋友|男友|女友|未婚夫|未婚妻|对象|伴侣",
    RelationKind.CHILD: "大女儿|小女儿|女儿|大儿子|小儿子|儿子|孩子|闺女",
    RelationKind.PARENT: "妈妈|母亲|爸爸|父亲|父母",
    RelationKind.SIBLING: "姐姐|妹妹|哥哥|弟弟",
    RelationKind.FRIEND: "好朋友|朋友|闺蜜|好友",
    RelationKind.ASSISTANT: "助理|秘书",
    RelationKind.OTHER: "婆婆|公公|岳母|岳父|嫂子|表姐|表妹|堂姐|堂妹|表哥|表弟|阿姨|姑姑|叔叔|舅舅|侄女|侄子"
    "|外甥女|外甥|孙女|孙子|外孙女|外孙|奶奶|外婆|同事|老板|儿媳|女婿|干女儿",
}
RELATIONS = {name: kind for kind, names in KIN.items() for name in names.split("|")}
NO_NAME = (
    "喜欢|讨厌|今年|明年|一起|毕业|结婚|生日|订婚|陪|选|挑|买|在|要|想|也|的|很|送|过|刚|下|马上|即将|都|说|不|对"
    "|会|来|和|准备|快|已经|出国|留学|怀孕|看|给|那|这|们|去|有|没|后|大学|做|拍|觉得|更|最|"
    "试|戴|用|带|帮|付|问|上|从|同|跟|把|被|让|叫她|考|满|推荐|介绍|偏"
)
AFTER_NAME = (
    "[，。、；！？（）\\s]|$|和|也|的|是|今年|明年|下|今|明|\\d|要|会|在|喜欢|讨厌|偏|结婚|毕业|生日|过|订|一起|陪"
    "|来|想|对|不|试|很|刚|马上|将|即|快|已|带|推荐|介绍|跟|与|去|爱|说|有|都|大|考|满|给|送|更|考虑|帮|通|打|聊"
    "|视频"
)
PEOPLE = page.Kin(
    kinds=RELATIONS,
    pattern=unparted(
        f"(?:(?:她|他|他们|她们|客人)(?:的)?)?(?<![^\\W和跟与同陪的给带她他](?=先生|太太"
        f"|夫人))(?P<rel>{one_of(RELATIONS)})(?!节)"
    ),
    company=re.compile("(?:和|跟|与|同|陪|带着?|还有)$"),
    along=re.compile("^(?:一起来|陪她|陪他|陪同|陪着|也来|同来|一起)"),
    who=NEVER,
    gives_to=unparted("(?:给|送|帮|替|为)(?:她|他)?(?:的)?$"),
    called=NEVER,
    herself=unparted("客人|本人|自己|我(?!们家)|我们"),
    she=unparted(f"她(?!(?:的)?(?:{one_of(RELATIONS)}))"),
    he=unparted(f"他(?!们|(?:的)?(?:{one_of(RELATIONS)}))"),
    male=these(
        "先生 丈夫 老公 男朋友 男友 未婚夫 儿子 大儿子 小儿子 爸爸 父亲 哥哥 弟弟 公公 岳父 表哥 表弟 叔叔"
        " 舅舅 侄子 外甥 孙子 外孙 女婿"
    ),
    not_names=frozenset(),
    name=unparted(
        f"(?:叫|名叫|名字叫|是)?(?!{NO_NAME})(?P<name>[a-z][a-z'-]+|[\\u4e00-\\u9fff]{{2,3}}?(?={AFTER_NAME}))"
    ),
    said="{name}（{phrase}）",
)

OCCASION_SAID = {
    "anniversary": "结婚纪念日",
    "birthday": "生日",
    "wedding": "结婚",
    "engagement": "订婚",
    "graduation": "毕业",
    "birth": "宝宝出生",
    "christmas": "圣诞节",
    "mothers_day": "母亲节",
    "valentine": "情人节",
    "trip": "旅行",
    "other": "重要的日子",
}


def when(day: int | None, month: int, year: int | None) -> str:
    """2027年5月, 3月4日."""
    return (f"{year}年" if year else "") + f"{month}月" + (f"{day}日" if day else "")


def say(code: str, whose: str | None, on: str) -> str:
    """生日 3月4日; 小雪毕业 2027年5月."""
    return f"{whose or ''}{OCCASION_SAID[code]} {on}"


OCCASIONS = page.Occasions(
    cues=(
        ("birthday", unparted("\\d*岁?生日|满\\d+岁"), True),
        ("wedding", unparted("结婚(?:\\d+周年|纪念日)|周年纪念日?|\\d+周年"), True),
        ("wedding", unparted("结婚(?!纪念|\\d|戒指|对戒|了)|婚礼|大婚|领证"), False),
        ("engagement", unparted("订婚(?!戒)|求婚(?!戒)"), False),
        ("graduation", unparted("毕业(?:典礼)?"), False),
        ("birth", unparted("预产期|要生(?!气)|生宝宝|宝宝(?:出生|要)|出生|生孩子|临产"), False),
        ("christmas", unparted("圣诞(?!节?(?:之|以)?前)节?"), True),
        ("valentine", unparted("情人节"), True),
        ("mothers_day", unparted("母亲节"), True),
        ("trip", unparted("去(?!世|年|看|取|接|买|医|教|做)[\\u4e00-\\u9fff]{2,4}(?:旅行|旅游|出差|玩|度假)|旅行"
                          "|旅游|度假|蜜月|搬去|搬到|出国|留学|飞往"), False),
        ("other", unparted("退休|乔迁|开业|画展"), False),
    ),
    fixed={"christmas": (12, 25), "valentine": (2, 14), "mothers_day": (5, None)},
    say=say,
    when=when,
    named_before=re.compile("(?P<name>[a-z][a-z'-]+|(?<![\\u4e00-\\u9fff])(?!自己|客人|今年|明年|她|他|大家|我们"
                            "|重要)[\\u4e00-\\u9fff]{2,3})的$"),
)  # fmt: skip
