"""Chinese."""

from __future__ import annotations

import re

from carnet.capture.rules.extracting import page
from carnet.capture.rules.extracting.page import unparted
from carnet.capture.rules.extracting.pages.chinese.doing import DOING
from carnet.capture.rules.extracting.pages.chinese.living import DAYS, MONTHS, OCCASIONS, PEOPLE, UNIT, WEEKDAYS
from carnet.capture.rules.extracting.pages.chinese.wearing import SIZES, TASTES

PAGE = page.Page(
    code="zh",
    breaks=re.compile("[，,、；;：:（）()]| [-–—]+ |但是?|不过"),
    asked=unparted("是不是|有没有|是否|要问|问问"),
    private=unparted(
        "过敏|手术|医院|住院|生病|癌|怀孕|抑郁|医生|化疗|治疗|糖尿|疼|关节炎|湿疹|流产|疗养|教堂|清真|寺|祷告|祈祷"
        "|洗礼|圣餐|斋月|开斋|穆斯林|伊斯兰|犹太|基督|天主|佛|信教|宗教|信仰"
        "|价格|价钱|预算|多少钱|贵|便宜|折扣|打折|优惠|元|欧元|美元|葬|药"
    ),
    no=unparted("不(?!错|过)|没|别(?!针)|讨厌|拒绝|而不是"),
    sizes=SIZES,
    tastes=TASTES,
    kin=PEOPLE,
    dates=page.Dates(DAYS, MONTHS, WEEKDAYS, UNIT),
    occasions=OCCASIONS,
    doing=DOING,
    numbers=page.kanji,
    parted=False,
)
