"""Japanese."""

from __future__ import annotations

import re

from carnet.capture.rules.extracting import page
from carnet.capture.rules.extracting.page import unparted
from carnet.capture.rules.extracting.pages.japanese.doing import DOING
from carnet.capture.rules.extracting.pages.japanese.living import DAYS, MONTHS, OCCASIONS, PEOPLE, UNIT, WEEKDAYS
from carnet.capture.rules.extracting.pages.japanese.wearing import SIZES, TASTES

PAGE = page.Page(
    code="ja",
    breaks=re.compile("[、，,；;（）()：]| [-–—]+ "),
    asked=unparted("でしょうか|かどうか|か確認|か聞"),
    private=unparted(
        "アレルギー|手術|入院|病院|病気|癌|がん(?!ば)|妊娠|うつ|鬱|医師|医者|治療|糖尿|痛み|リウマチ|関節|流産"
        "|療養|教会|お寺|神社|モスク|祈|洗礼|聖餐|ラマダン|イスラム|ムスリム|ユダヤ|キリスト|カトリック|仏教|宗教"
        "|信仰|ハラル"
        "|価格|値段|予算|金額|円|高すぎ|高い|安い|割引|値引|葬|法事|薬"
    ),
    no=unparted("たくない|ません|しない|せず|なかった|嫌|苦手|いらない|不要|興味がない|ではなく|見送"),
    sizes=SIZES,
    tastes=TASTES,
    kin=PEOPLE,
    dates=page.Dates(DAYS, MONTHS, WEEKDAYS, UNIT),
    occasions=OCCASIONS,
    doing=DOING,
    numbers=page.kanji,
    parted=False,
)
