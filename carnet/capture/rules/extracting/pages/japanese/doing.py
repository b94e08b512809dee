"""Japanese: promises, wishes, and how a visit is left."""

from __future__ import annotations

import re

from carnet.capture.rules.extracting import page
from carnet.capture.rules.extracting.page import NEVER, unparted
from carnet.capture.rules.extracting.pages.japanese.wearing import NOUN, THINGS
from carnet.interactions.kinds import Left

VERB = (
    "(?:お?電話(?:する|します|を差し|をかけ|を入れ|予定|(?=[、。]|$))|ご?連絡(?!いただ|くださ|待ち|が|先|はしない"
    "|しない)|送る|お送り|送付|送ります|書く|お?手紙|メール(?:する|を送|します)|折り返し(?!ご連絡いただ)|折り返す"
    "|手配|ご?案内"
    "|お知らせ|用意|準備|フォロー|確認(?:する|します|して)|お見せ|見せる|お届け|約束|発送|お渡し|納品|お声がけ"
    "|声をかけ|再度ご提案|ご提案)"
)
DOING = page.Doing(
    house=unparted(VERB),
    client=unparted(
        "お客様(?:から|より)|ご?(?:連絡|返事|電話|返答)(?:を|が)?(?:いただ|くださ|下さ|頂|もら|ある予定)|(?:また"
        "|再度|もう一度)(?:いらっしゃ|来|ご来店|お越し)|ご?再来店|ご?来店(?:予定|される|したい|とのこと)"
        "|いらっしゃる|お越しになる|お越し(?:予定|いただ)|戻って来|戻られ|取りに(?:来|いらっしゃ)|お見えになる"
    ),
    refused=unparted("しない|しません|せず|ないで|かもしれ|未定|不要|まだ|来ない|たくない|できない"),
    shown=unparted("試着|試した|お試し|ご覧|見た|見て|お見せした|ご紹介した|着けてみ"),
    wish=unparted("(?:が|を|に|も)?(?:欲し|ほし(?=い|が)|憧れ|一目惚れ|ご希望)"),
    wish_after=unparted("(?:欲し|一目惚れ|ほし(?=い|が)|憧れ|ウィッシュリスト|ほしい物リスト|お気に入りリスト)"),
    owned=re.compile("(?:お持ちの|ご愛用の|お手持ちの|修理中の)$|^の?(?:写真|画像|修理|クリーニング)"),
    to_do=re.compile("^(?:それ|これ|連絡|説明|見積|写真|配送|納期|取り置き)"),
    wished=unparted(f"{NOUN}|{'|'.join(each.pattern for each in THINGS if each.of != 'style')}|バッグ|香水"),
    stop=NEVER,
    left={
        Left.BOUGHT: unparted(
            "ご?購入(?!せず|して(?:い)?ない|しな|され(?:な|ず)|を|予定|は|希望|でき|も|に至ら|前"
            "|後|時)|お買い上げ|お持ち帰り|買った|買われた|お求めに(?:な|いただ)|ご成約"
        ),
        Left.ON_HOLD: unparted("お?取り置き|お?取置|キープ|お取りおき"),
        Left.THINKING: unparted(
            "検討(?:中|する|したい|される|して|します|$|、|。)|考え(?:たい|中|られ|て(?:い|お"
            "|から|み)|る(?:と|そう))|迷って|迷われて|悩んで|悩まれて|お悩み"
        ),
        Left.LOOKED: unparted(
            "見(?:た|て|る)だけ|ご覧(?:になった|になる|に)だけ|覗いただけ|下見|ご覧になっただけ|ウィンドウショッピング"
        ),
    },
    not_left=re.compile("(?:もし|以前|ご主人(?:が|は)|他店で|昨年|去年|前回)[^、。]{0,6}$"),
    long_ago=unparted("去年|昨年|先月|以前|他店|前回|数年前|\\d+年前|\\d{4}年"),
    left_said={
        Left.BOUGHT: "ご購入",
        Left.ON_HOLD: "お取り置き",
        Left.THINKING: "ご検討中",
        Left.LOOKED: "ご覧になった",
    },
)
