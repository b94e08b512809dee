"""Japanese."""

from __future__ import annotations

SCRIPTS = ("CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "LATIN")
COURTESY = OPENERS = ""
FORMAL_NEVER = "あなた;君;きみ;だよ;だね"
FAMILIAR_NEVER = ""
MOST = 420

NUMERALS = "〇一二三四五六七八九十百千万億"
UNITS = "月年週歳才円点個本枚件名人度回つ番泊倍割時日周"
ONE_IS_NO_NUMBER = "つ度点日人個本枚回番件名時"
"""一度, 一つ: once, one; they count nothing."""

CLAIMS = {
    "number percent": "パーセント",
    "number both": "お二方;おふたり;お二人;ご両人",
    "number 2": "ふたつ",
    "number 3": "みっつ",
    "number 4": "よっつ",
    "number 5": "いつつ",
    "date monday": "月曜",
    "date tuesday": "火曜",
    "date wednesday": "水曜",
    "date thursday": "木曜",
    "date friday": "金曜",
    "date saturday": "土曜",
    "date sunday": "日曜",
    "date today": "今日;本日;今朝;今晩;今夜;今夕",
    "date yesterday": "昨日;きのう;一昨日;おととい;昨晩;昨夜",
    "date tomorrow": "明日;あした;あす(?!か);明後日;あさって;明朝",
    "date weekend": "週末",
    "date last_week": "先週",
    "date next_week": "来週;翌週",
    "date week": "週間;今週;毎週",
    "date last_month": "先月",
    "date next_month": "来月;翌月",
    "date month": "[かヶカヵ箇]月;今月;毎月;数か?月;正月",
    "date last_year": "昨年;去年;一昨年",
    "date next_year": "来年;翌年",
    "date year": "今年;本年;年前;年間;数年;毎年;一年;世紀",
    "date hour": "正午;午前;午後",
    "date spring": "春",
    "date summer": "夏",
    "date autumn": "秋",
    "date winter": "冬",
    "occasion birthday": "誕生日;お誕生;生年月日",
    "occasion anniversary": "記念日;周年",
    "occasion wedding": "結婚;ご婚礼;挙式;ハネムーン",
    "occasion engagement": "婚約;プロポーズ",
    "occasion graduation": "卒業",
    "occasion birth": "出産;ご誕生;赤ちゃん;妊娠",
    "occasion christmas": "クリスマス",
    "occasion new_year": "元旦;元日;お正月;新年;年末年始",
    "occasion valentine": "バレンタイン;ホワイトデー",
    "occasion mothers_day": "母の日",
    "occasion fathers_day": "父の日",
    "occasion trip": "旅;ご出張",
    "occasion loss": "お悔やみ;葬儀;ご逝去;離婚;ご病気;入院",
    "occasion gift": "贈り物;プレゼント;ギフト;サプライズ",
    "person husband": "ご主人;旦那;夫(?=[はがをにの様])(?<!丈夫);夫君",
    "person wife": "奥様;奥さ[まん];妻;家内;夫人;愛人",
    "person spouse": "婚約者;恋人;彼女;彼氏;パートナー;配偶者",
    "person son": "息子;ご子息;甥;孫",
    "person daughter": "(?<!乙)娘;お嬢;令嬢;姪",
    "person child": "お子;子供;子ども;お孫",
    "person mother": "(?<!酵|航)母(?!国|語|の日);お母;ママ;祖母;おば[さあ]",
    "person father": "父(?!の日);お父;パパ;祖父;おじ[さい]",
    "person sister": "姉;妹",
    "person brother": "兄;弟",
    "piece ring": "指輪;リング(?!イ);ソリテール",
    "piece earrings": "イヤリング;ピアス;耳飾り",
    "piece necklace": "ネックレス;首飾り;チョーカー",
    "piece pendant": "ペンダント",
    "piece bracelet": "ブレスレット;バングル;腕輪",
    "piece brooch": "ブローチ",
    "piece watch": "時計;ウォッチ",
    "piece strap": "ストラップ;ベルト",
    "piece fragrance": "香水;フレグランス;パルファ[ンム]",
    "piece bag": "バッグ;鞄",
    "piece scarf": "スカーフ;ストール;ショール",
    "piece cufflinks": "カフス;カフリンクス",
    "piece tiara": "ティアラ",
    "piece gold": "ゴールド;金製;純金;黄金",
    "piece silver": "シルバー;銀製",
    "piece platinum": "プラチナ;白金",
    "piece diamond": "ダイヤ;カラット",
    "piece pearl": "真珠;パール",
    "piece sapphire": "サファイア",
    "piece ruby": "ルビー",
    "piece emerald": "エメラルド",
    "piece engraving": "刻印;彫刻;モノグラム",
}

TITLES = ("様", "さま", "さん", "氏", "ちゃん", "くん", "先生", "嬢", "殿", "君")
NEITHER = (
    r"仕様|模様|同様|多様|有様|異様|様[子々式相]|たくさん|氏名|皆様方|皆様|皆さま|皆さん|みなさ[まん]|お客様|お客さま|"
    r"どなた様|神様|お疲れさま|お互いさま|おかげさま|お陰さま|ご苦労さま|貴殿|御殿|さまざま|皆々様|さまよ"
)
"""Words in which a title is none."""
LOANS = """
    アクセサリー アトリエ アドバイス アフターケア アフターサービス アレンジ イメージ オーナー オープン カジュアル
    カラー カード クリーニング クローゼット ケア ケース ケアサービス コート コーディネート コーヒー コレクション
    ココ コト サイズ サービス サロン シーズン シーン ショップ ジュエリー スタイル スタッフ ストーン スケジュール
    セット チェック チェーン タイミング ティー テーブル デザイン ドレス ドア ノート ハート バランス パーティー
    パーツ フィット フォーマル ブティック ページ ペース ポイント ボックス マイペース マダム メゾン メッセージ
    メンテナンス モチーフ モーメント ライン ラグジュアリー リラックス レター ロゴ エレガント エレガンス シンプル
    ナチュラル クラシック クラスプ バックル ムーブメント レザー コツ カフェ ギャラリー タッチ トーン ニュアンス
    ベスト ホッと メール レッスン ワードローブ アイテム アドバイザー オーダー コメント サポート"""
