"""Chinese, simplified; traditional forms are claims as well."""

from __future__ import annotations

SCRIPTS = ("CJK", "LATIN")
COURTESY = OPENERS = ""
FORMAL_NEVER = "你"
FAMILIAR_NEVER = "您"
MOST = 320

NUMERALS = "〇零一二两兩三四五六七八九十百千万萬亿"
UNITS = "月日号號年点點时時岁歲元件枚只隻条條对對颗顆克位人次个個款倍折天周星小礼禮块份"
ONE_IS_NO_NUMBER = "点點时時件枚只隻条條对對颗顆位人次个個款倍天块份"

CLAIMS = {
    "number percent": "百分之;折扣",
    "number both": "两位;兩位;二位;俩;倆",
    "date monday": "(?:星期|周|週|礼拜|禮拜)一(?!直|样|般|些|起|切|旦)",
    "date tuesday": "(?:星期|周|週|礼拜|禮拜)二",
    "date wednesday": "(?:星期|周|週|礼拜|禮拜)三",
    "date thursday": "(?:星期|周|週|礼拜|禮拜)四",
    "date friday": "(?:星期|周|週|礼拜|禮拜)五",
    "date saturday": "(?:星期|周|週|礼拜|禮拜)六",
    "date sunday": "(?:星期|周|週|礼拜|禮拜)[日天]",
    "date today": "今天;今日;今晚;今早;今晨",
    "date yesterday": "昨天;昨日;昨晚;前天",
    "date tomorrow": "明天;明日;后天;後天;明早;明晚",
    "date other_day": "前几天;前些天;前幾天;日前;前阵子",
    "date weekend": "周末;週末",
    "date last_week": "上周;上週;上个?星期;上個星期",
    "date next_week": "下周;下週;下个?星期;下個星期",
    "date week": "星期;这周;本周;[几数两三四]周(?!年)",
    "date last_month": "上个?月;上個月",
    "date next_month": "下个?月;下個月",
    "date month": "个月;個月;本月;这月;月前",
    "date last_year": "去年;前年",
    "date next_year": "明年;来年;來年",
    "date year": "今年;年前;多年;几年;幾年;数年;一年;世纪",
    "date hour": "上午;中午;下午;正午;午夜",
    "date spring": "春[天季日]|(?:今|入|初|早|新)春",
    "date summer": "夏[天季日]|(?:今|入|初|盛)夏",
    "date autumn": "秋[天季日]|(?:今|入|初|金|深)秋",
    "date winter": "冬[天季日]|(?:今|入|初|隆|寒)冬",
    "occasion birthday": "生日;生辰;诞辰;寿辰",
    "occasion anniversary": "纪念日;紀念日;周年;週年",
    "occasion wedding": "结婚;結婚;婚礼;婚禮;大婚;新婚;蜜月",
    "occasion engagement": "订婚;訂婚;求婚",
    "occasion graduation": "毕业;畢業",
    "occasion birth": "宝宝;寶寶;怀孕;出生;满月;喜得",
    "occasion christmas": "圣诞;聖誕",
    "occasion new_year": "新年;元旦;春节;春節;除夕;过年",
    "occasion valentine": "情人节;情人節;七夕",
    "occasion mid_autumn": "中秋",
    "occasion mothers_day": "母亲节;母親節",
    "occasion fathers_day": "父亲节;父親節",
    "occasion trip": "旅行;旅途;旅程;出差;度假",
    "occasion loss": "节哀;葬礼;去世;离婚;生病;住院",
    "occasion gift": "礼物;禮物;赠礼;惊喜",
    "person husband": "丈夫;老公;您先生;你先生;爱人",
    "person wife": "妻子;老婆;太太;夫人;情妇;情人(?!节|節)",
    "person spouse": "未婚夫;未婚妻;男友;女友;男朋友;女朋友;伴侣;配偶",
    "person son": "儿子;兒子;公子;令郎;侄",
    "person daughter": "女儿;女兒;千金;令爱;令嫒;外甥",
    "person child": "孩子;小孩;孙;孫",
    "person mother": "母亲(?!节);母親(?!節);妈;媽;令堂;奶奶;外婆;婆婆;阿姨;姑",
    "person father": "父亲(?!节);父親(?!節);爸;令尊;爷爷;外公;叔;舅",
    "person sister": "(?<!小)姐;妹",
    "person brother": "哥;弟;兄",
    "piece ring": "戒指;钻戒;指环;婚戒;对戒;戒",
    "piece earrings": "耳环;耳環;耳钉;耳坠;耳饰",
    "piece necklace": "项链;項鏈;颈链;珠链",
    "piece pendant": "吊坠;吊墜;坠子;挂坠",
    "piece bracelet": "手链;手鏈;手镯;手鐲;手环",
    "piece brooch": "胸针;胸針;别针",
    "piece watch": "腕表;手表;腕錶;手錶;钟表;时计",
    "piece strap": "表带;錶帶",
    "piece fragrance": "香水;香氛",
    "piece bag": "手袋;包袋;皮包;手提包;包包",
    "piece scarf": "丝巾;圍巾;围巾;披肩",
    "piece cufflinks": "袖扣",
    "piece clock": "座钟;时钟",
    "piece tiara": "冠冕;王冠",
    "piece gold": "黄金;玫瑰金;白金;金质;K金",
    "piece silver": "银饰;纯银",
    "piece platinum": "铂金;鉑金",
    "piece diamond": "钻石;鑽石;美钻;克拉",
    "piece pearl": "珍珠",
    "piece sapphire": "蓝宝石;藍寶石",
    "piece ruby": "红宝石;紅寶石",
    "piece emerald": "祖母绿;祖母綠;翡翠",
    "piece engraving": "刻字;镌刻;雕刻",
}

TITLES = ("女士", "先生", "小姐", "太太", "夫人", "阁下", "老师", "博士", "总裁", "经理", "女兒", "公主")
NEITHER = r"各位女士|女士们|先生们|这位|那位|哪位"
LOANS = ""
