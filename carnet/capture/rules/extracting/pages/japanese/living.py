"""Japanese: days, people, and dates that matter."""

from __future__ import annotations

import re

from carnet.capture.rules.extracting import page
from carnet.capture.rules.extracting.page import NEVER, Day, one_of, these, unparted
from carnet.clients.kinds import RelationKind

MONTHS = {str(month): month for month in range(1, 13)}
WEEKDAYS = {sign: place for place, sign in enumerate("月火水木金土日")}
UNIT = {"日": "day", "週間": "week", "週": "week", "ヶ月": "month", "か月": "month", "カ月": "month", "ヵ月": "month"}
WEEKDAY, COUNT = "(?P<w>[月火水木金土日])曜日?", "(?P<n>\\d+) ?(?P<u>日|週間|週|[ヶかカヵ]月)"
DAYS = (
    Day(
        "past",
        unparted(
            "先週の?[月火水木金土日]曜日?|先週|先月|昨日|昨年|去年|先日|前回|昨晩|\\d+ ?(?:日|週間|[ヶかカヵ]月|年)前"
        ),
    ),
    Day("before_christmas", unparted("クリスマス(?:の)?(?:前|まで)(?:に|には)?")),
    Day("christmas", unparted("クリスマス(?:に|には|用|の日)")),
    Day("date", unparted("(?:(?P<y>20\\d\\d)年 ?)?(?P<m>\\d{1,2})月 ?(?P<d>\\d{1,2})日")),
    Day("date", unparted("(?<!\\d)(?P<m>\\d{1,2})/(?P<d>\\d{1,2})(?!\\d)")),
    Day("month", unparted("(?:(?P<y>20\\d\\d)年 ?)?(?P<m>\\d{1,2})月(?!曜)(?:上旬|中旬|下旬|末|初め|頃)?")),
    Day("month_end", unparted("(?:今)?月末")),
    Day("year_end", unparted("年末|年内")),
    Day("weekday_next_week", unparted(f"来週の?{WEEKDAY}")),
    Day("weekday", unparted(f"(?:次の|今度の|今週の?)?{WEEKDAY}")),
    Day("in", unparted(f"{COUNT}(?:後|以内|内)")),
    Day("after_tomorrow", unparted("明後日|あさって")),
    Day("tomorrow", unparted("明日|あした|翌日")),
    Day("today", unparted("今日中|本日中|今夜|今晩")),
    Day("weekend", unparted("(?:今)?週末")),
    Day("next_week", unparted("来週")),
    Day("this_week", unparted("今週中|今週")),
    Day("day_next_month", unparted("来月の?(?P<d>\\d{1,2})日")),
    Day("next_month", unparted("来月")),
    Day("day", unparted("(?<![\\d月])(?P<d>\\d{1,2})日(?!間|目|後|前|以内)")),
)

KIN = {
    RelationKind.SPOUSE: "ご主人様|ご主人|主人|旦那様|旦那さん|旦那|夫|妻|奥様|奥さん|家内|配偶者",
    RelationKind.PARTNER: "婚約者|フィアンセ|パートナー|恋人|彼氏",
    RelationKind.CHILD: "お嬢様|お嬢さん|娘さん|娘様|娘|長女|次女|三女|ご子息|息子さん|息子様|息子|長男|次男"
    "|お子様|お子さん",
    RelationKind.PARENT: "お母様|お母さん|母親|母|お父様|お父さん|父親|父|ご両親|両親",
    RelationKind.SIBLING: "お姉様|お姉さん|姉|妹さん|妹様|妹|お兄様|お兄さん|兄|弟さん|弟様|弟|姉妹|兄弟",
    RelationKind.FRIEND: "ご友人|友人|お友達|お友だち|友達|友だち|親友",
    RelationKind.ASSISTANT: "秘書の方|秘書|アシスタント",
    RelationKind.OTHER: "義母|義父|義姉|義妹|お義母様|お義母さん|いとこ|従姉妹|従兄弟|叔母様|叔母|伯母|叔父|伯父"
    "|姪御さん|姪|甥|孫娘|お孫さん|孫|祖母|祖父|おばあ様|おじい様|同僚|上司",
}
RELATIONS = {name: kind for kind, names in KIN.items() for name in names.split("|")}
HONOURED = "(?:さん|様|ちゃん|くん|君|氏)"
PEOPLE = page.Kin(
    kinds=RELATIONS,
    pattern=unparted(f"(?<![一-龠])(?P<rel>{one_of(RELATIONS)})(?![の]?日|校|子|国|性|語)"),
    company=NEVER,
    along=unparted(f"{HONOURED}?(?:と(?!って|の|し)|もご一緒|も一緒|とご一緒|をお連れ|が付き添|を連れ|同伴|とお二人)"),
    who=NEVER,
    given_to=unparted("(?:さん|様)?(?:へ|に(?:贈|プレゼント)|のため|用)"),
    called=NEVER,
    herself=unparted("ご本人|本人|お客様|ご自身|自分"),
    she=unparted("彼女(?=は|が|も)"),
    he=unparted("彼(?=は|が|も)"),
    male=these(
        "ご主人様 ご主人 主人 旦那様 旦那さん 旦那 夫 彼氏 ご子息 息子さん 息子様 息子 長男 次男 お父様"
        " お父さん 父親 父 お兄様 お兄さん 兄 弟さん 弟様 弟 義父 甥 叔父 伯父 祖父"
    ),
    not_names=frozenset(),
    name=unparted(
        f"(?:さん|様)?(?:の|、|は|（)?(?P<name>[a-z][a-z'-]+|(?:[ァ-ヶー]{{2,8}}|[一-龠々]{{1,4}}"
        f"|[ぁ-ん]{{2,4}})(?={HONOURED})"
        "|(?!誕生|結婚|卒業|成人|入学|希望|好|指|贈|婚約|出産|旅行|引越|就職|方|お|分|家|件|時計|財布|付き"
        "|日)[一-龠々]{2,3}(?=が|も|と|、|。|）|$))"
    ),
    said="{name}（{phrase}）",
)

OCCASION_SAID = {
    "anniversary": "結婚記念日",
    "birthday": "誕生日",
    "wedding": "結婚",
    "engagement": "婚約",
    "graduation": "卒業",
    "birth": "出産",
    "christmas": "クリスマス",
    "mothers_day": "母の日",
    "valentine": "バレンタインデー",
    "trip": "旅行",
    "other": "大切な日",
}


def when(day: int | None, month: int, year: int | None) -> str:
    """2027年5月、3月4日."""
    return (f"{year}年" if year else "") + f"{month}月" + (f"{day}日" if day else "")


def say(code: str, whose: str | None, on: str) -> str:
    """誕生日 3月4日; Biancaさんの卒業 2027年5月."""
    return (
        f"{whose}さんの" if whose and not whose.endswith(("さん", "様")) else f"{whose}の" if whose else ""
    ) + f"{OCCASION_SAID[code]} {on}"


OCCASIONS = page.Occasions(
    cues=(
        ("birthday", unparted("お?誕生日|バースデー|\\d+歳になられ"), True),
        ("wedding", unparted("結婚(?:\\d+周年|記念日)|ご結婚(?:\\d+周年|記念日)|金婚式|銀婚式|\\d+周年"), True),
        ("wedding", unparted("ご?結婚(?!記念|\\d|指輪|して|されて)|挙式|入籍"), False),
        ("engagement", unparted("ご?婚約(?!指輪|者|リング)|プロポーズ|結納"), False),
        ("graduation", unparted("ご?卒業(?:式)?"), False),
        (
            "birth",
            unparted(
                "ご?出産(?:予定(?:日)?)?|(?:赤ちゃん|お子様|お孫さん|孫)が(?:生|産)まれ|生まれる|産まれる|誕生予定"
            ),
            False,
        ),
        ("christmas", unparted("クリスマス(?!前|の前|まで)"), True),
        ("valentine", unparted("バレンタイン(?:デー)?"), True),
        ("mothers_day", unparted("母の日"), True),
        ("trip", unparted("ご?旅行|海外出張|留学|引っ越し|引越し|転勤|ハネムーン|渡航"), False),
        ("other", unparted("ご?退職|還暦|成人式|個展|開業"), False),
    ),
    fixed={"christmas": (12, 25), "valentine": (2, 14), "mothers_day": (5, None)},
    say=say,
    when=when,
    named_before=re.compile(
        "(?P<name>[a-z][a-z'-]+|[ァ-ヶー]{2,8}|(?!客)[一-龠々]{1,4})(?:さん|様|ちゃん|くん)(?:の|が|は)$"
    ),
)
