"""Japanese: what one wears, likes and measures."""

from __future__ import annotations

import re

from carnet.capture.rules.extracting import page
from carnet.capture.rules.extracting.page import NEVER, Thing, unparted

NOUN = (
    "リング|指輪|ネックレス|ペンダント|ピアス|イヤリング|ブレスレット|バングル|ブローチ|時計|チェーン|ジュエリー"
    "|デザイン|もの|物|石|タイプ"
)
THINGS = (
    Thing("metal", "white_gold", "ホワイトゴールド|wg(?![a-z])", "ホワイトゴールド"),
    Thing("metal", "yellow_gold", "イエローゴールド|yg(?![a-z])", "イエローゴールド"),
    Thing("metal", "rose_gold", "(?:ピンク|ローズ)ゴールド|pg(?![a-z])", "ピンクゴールド"),
    Thing("metal", "platinum", "プラチナ", "プラチナ"),
    Thing("metal", "silver", "シルバー", "シルバー"),
    Thing("metal", "steel", "(?:ステンレス)?スチール|ステンレス", "スチール"),
    Thing("metal", "titanium", "チタン", "チタン"),
    Thing("metal", "gold", "ゴールド", "ゴールド"),
    Thing("stone", "diamond", "ダイヤモンド|ダイヤ|ダイア", "ダイヤモンド"),
    Thing("stone", "sapphire", "サファイア|サファイヤ", "サファイア"),
    Thing("stone", "emerald", "エメラルド", "エメラルド"),
    Thing("stone", "ruby", "ルビー", "ルビー"),
    Thing("stone", "pearl", "パール|真珠", "パール"),
    Thing("stone", "spinel", "スピネル", "スピネル"),
    Thing("stone", "aquamarine", "アクアマリン", "アクアマリン"),
    Thing("stone", "tourmaline", "トルマリン", "トルマリン"),
    Thing("stone", "opal", "オパール", "オパール"),
    Thing("stone", "topaz", "トパーズ", "トパーズ"),
    Thing("stone", "amethyst", "アメジスト", "アメジスト"),
    Thing("stone", "jade", "翡翠|ヒスイ", "翡翠"),
    Thing("stone", "onyx", "オニキス", "オニキス"),
    Thing("stone", "turquoise", "ターコイズ", "ターコイズ"),
    Thing("stone", "morganite", "モルガナイト", "モルガナイト"),
    Thing("stone", "tanzanite", "タンザナイト", "タンザナイト"),
    Thing("stone", "garnet", "ガーネット", "ガーネット"),
    Thing("stone", "mother_of_pearl", "マザーオブパール|白蝶貝", "マザーオブパール"),
    Thing("style", "discreet", "控えめ|ひかえめ|さりげない|目立たない", "控えめなもの"),
    Thing("style", "delicate", "華奢|きゃしゃ|繊細|細身", "華奢なもの"),
    Thing("style", "long", "ロング(?:ネックレス|チェーン)?|長め|長い(?:もの|ネックレス|チェーン)", "長めのもの"),
    Thing("style", "short", "ショート(?:ネックレス)?|短め", "短めのもの"),
    Thing("style", "stacked", "重ね(?:付け|づけ|着け|使い)|スタッキング|レイヤード", "重ね付け"),
    Thing("style", "vintage", "ヴィンテージ|ビンテージ|アンティーク", "ヴィンテージ"),
    Thing("style", "large", "大ぶり|大振り|大きめ|大きな(?:石|もの)|大きい(?:石|もの)|ボリューム(?:のある|感)"
                            "|重たい|重い(?:もの|ピアス)", "大ぶりなもの"),
    Thing("style", "small", "小ぶり|小振り|小さめ|小さな(?:石|もの)", "小ぶりなもの"),
    Thing("style", "bold", "派手|個性的|存在感", "華やかなもの"),
    Thing("style", "minimal", "シンプル|ミニマル", "シンプルなもの"),
    Thing("style", "classic", "クラシック|クラシカル|定番", "クラシックなもの"),
    Thing("style", "modern", "モダン|コンテンポラリー", "モダンなもの"),
    Thing("style", "colourful", "カラフル|カラーストーン|色石", "カラーストーン"),
)  # fmt: skip
TASTES = page.Tastes(
    things=THINGS,
    golds={"イエロー": "yellow_gold", "ピンク": "rose_gold", "ホワイト": "white_gold"},
    gold=unparted("ゴールド|金"),
    likes=(
        "大?好き(?!では|じゃ|で(?:は)?ない|かどうか)|お好み(?!では|で(?:は)?ない)|好み(?!では|じゃ|で(?:は)?ない"
        "|を)|好まれる|好む|好んで|愛用|しか(?:着け|付け|つけ|身に|され)"
        "|のみ(?=[、。]|$)|のみ(?:着用|身に|着け)|ばかり|派(?=[、。で]|$)|惹かれ|お気に入り|気に入って|に目がない"
        "|だけ(?:着け|身に)|が一番|がいい|を好"
    ),
    avoids=(
        "苦手|嫌い|嫌が|(?:大|お)?好きでは?(?:ない|ありません)|好きじゃない|好みでは?(?:ない|ありません)"
        "|好みじゃない|好まない|好まれない|好みません|避けたい|避ける|避けて|避け|ng|不要|いらない|要らない"
        "|(?:着け|付け|つけ|身に着け|身につけ|され)(?:ない|ません)|合わない|興味がない|好きになれない|なしで"
    ),
    no="(?!)",
    neutral="以外|より(?!前|先)|試着|試した|ご覧|見た|見せ|購入|買|探して|お探し|検討|欲しい|ご希望|贈り"
    "|プレゼント|憧れ|修理|着けてご来店|お持ち|迷",
    filler=NEVER,
    hates=unparted("(?:が|は|を|も)?(?:大嫌い|嫌い|苦手|嫌がられる|避けたい|好きではない|好まない)"),
    not_that=re.compile("^(?:それ|これ|そう|待つの|待たされる|特に)|(?:夫|主人|母|人混み|飛行機|冬|夏|電話)"),
    likes_after=unparted("(?:好きなのは|お好みは|好みは|お好きなのは)$"),
    avoids_after=unparted("(?:苦手なのは|嫌いなのは)$"),
    liked="{}が好き",
    avoided=lambda label: f"{label}は苦手",
    cue_after=True,
    articles=unparted("(?:が|は|を|も|の)$"),
)

SIZES = page.Sizes(
    items={
        "ring": unparted("リング|指輪|薬指|中指|人差し指|小指|左手|右手|指"),
        "wrist": unparted("手首(?:回り|周り|まわり)?|ブレスレット|バングル|腕回り"),
        "neck": unparted("首(?:回り|周り|まわり)"),
        "shoe": unparted("靴|シューズ|足"),
        "belt": unparted("ベルト|ウエスト"),
        "clothing": unparted("服|洋服|ジャケット|ワンピース|ドレス|シャツ|コート"),
    },
    word=unparted("サイズ|号数"),
    between=re.compile(
        "(?:[ :=~]|は|が|の|も|を|で|今|現在|サイズ|約|およそ|左|右|薬指|号数|やはり|変わらず|お"
        "|測り直して|計測|計って)*"
    ),
    before=re.compile("(?:以前は?|前は|前回は?|元は|もとは|昔は|ではなく)[、 ]?$"),
    after=re.compile("^号?(?:だった|でした|ではなく|から(?=\\d))"),
    now=unparted("今|現在"),
    plain=(("ring", 44, 70, "FR"),),
    labels={"ring": "リング", "wrist": "手首", "neck": "首回り", "shoe": "靴", "belt": "ベルト", "clothing": "服"},
    sign="号",
    sign_system="JP",
    systems={
        "フランス(?:サイズ)?": "FR",
        "アメリカ(?:サイズ)?": "US",
        "イタリア(?:サイズ)?": "IT",
        "イギリス(?:サイズ)?": "UK",
    },
)
