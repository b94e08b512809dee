"""Chinese: what one wears, likes and measures."""

from __future__ import annotations

import re

from carnet.capture.rules.extracting import page
from carnet.capture.rules.extracting.page import Thing, unparted

NOUN = "戒指|对戒|项链|吊坠|耳环|耳钉|手镯|手链|胸针|手表|腕表|链子|首饰|珠宝|款式|设计|款|石头|东西"
THINGS = (
    Thing("metal", "white_gold", "白(?:色)?k金|18k白金|白色?黄金|白色金", "白K金"),
    Thing("metal", "yellow_gold", "黄金|黄(?:色)?k金|18k黄金?|黄色金", "黄金"),
    Thing("metal", "rose_gold", "玫瑰(?:色)?k?金|粉(?:色)?k?金", "玫瑰金"),
    Thing("metal", "platinum", "铂金|pt950", "铂金"),
    Thing("metal", "silver", "(?:纯|925)?银(?:饰|色|的)?(?!行)", "银"),
    Thing("metal", "steel", "(?:精|不锈)?钢(?!琴|笔)", "精钢"),
    Thing("metal", "titanium", "钛", "钛"),
    Thing("metal", "gold", "金色|金饰|k金", "金色"),
    Thing("stone", "diamond", "钻石|钻(?=戒|饰|，|。|$)|碎钻", "钻石"),
    Thing("stone", "sapphire", "蓝宝石?(?!格丽)", "蓝宝石"),
    Thing("stone", "emerald", "祖母绿", "祖母绿"),
    Thing("stone", "ruby", "红宝石?", "红宝石"),
    Thing("stone", "pearl", "珍珠", "珍珠"),
    Thing("stone", "spinel", "尖晶石?", "尖晶石"),
    Thing("stone", "aquamarine", "海蓝宝石?", "海蓝宝"),
    Thing("stone", "tourmaline", "碧玺", "碧玺"),
    Thing("stone", "opal", "欧泊|蛋白石", "欧泊"),
    Thing("stone", "topaz", "托帕石|黄玉", "托帕石"),
    Thing("stone", "amethyst", "紫水晶", "紫水晶"),
    Thing("stone", "jade", "翡翠|玉石?(?!兰)", "翡翠"),
    Thing("stone", "onyx", "玛瑙|缟玛瑙", "玛瑙"),
    Thing("stone", "turquoise", "绿松石", "绿松石"),
    Thing("stone", "morganite", "摩根石", "摩根石"),
    Thing("stone", "tanzanite", "坦桑石", "坦桑石"),
    Thing("stone", "garnet", "石榴石", "石榴石"),
    Thing("stone", "mother_of_pearl", "珍珠母贝|贝母|母贝", "母贝"),
    Thing("style", "discreet", "低调|不张扬|含蓄", "低调的款式"),
    Thing("style", "delicate", "纤细|精致小巧|细(?=链|款|的)|秀气", "纤细的款式"),
    Thing("style", "long", "长(?=项链|耳环|款|链|吊坠|的)", "长款"),
    Thing("style", "short", "短(?=项链|款|链|的)|锁骨链", "短款"),
    Thing("style", "stacked", "叠戴|叠搭|混搭戴", "叠戴"),
    Thing("style", "vintage", "复古|古董|中古", "复古款"),
    Thing("style", "large", "(?:太|很|特别|过于)?大(?=的|款|颗|件|克拉)|太大|夸张|笨重|厚重|太重", "大件款式"),
    Thing("style", "small", "小(?=款|颗|件|巧)|小巧", "小巧的款式"),
    Thing("style", "bold", "张扬|华丽|个性", "张扬的款式"),
    Thing("style", "minimal", "简约|极简|简单", "简约款"),
    Thing("style", "classic", "经典", "经典款"),
    Thing("style", "modern", "现代|时髦|几何", "现代款"),
    Thing("style", "colourful", "彩色|彩宝|鲜艳", "彩色"),
)  # fmt: skip
TASTES = page.Tastes(
    things=THINGS,
    golds={},
    gold=unparted("金"),
    likes="(?<!不)(?<!么)(?<!太)(?<!大)(?:最|很|特别|非常|更|也|比较|尤其)?(?:喜欢|喜爱|偏爱|钟爱|偏好|钟情于?"
    "|青睐|热爱|中意)|最爱|只(?:戴|要|爱|喜欢|买|选)|一直戴|宁愿(?:要|戴)?|更倾向于?"
    "|(?<![可喜热偏钟酷恋不])爱(?!人|好|马仕|情|丽|上)",
    avoids=(
        "(?:很|最|非常)?讨厌|(?:也|都|很|从来|一点也|一点都|并)?不(?:太|怎么|大|是很|那么)?(?:喜欢|爱|中意)|不要"
        "|不戴|从不(?:戴|喜欢)?|从来不戴|绝不(?:要|戴)?|不想要|不接受|不考虑|受不了|拒绝|避免|除了(?=.{1,8}都)"
        "|不适合|千万别"
    ),
    no="(?:没有|别|无)(?=.{0,3}(?:金|银|珍珠|钻))",
    neutral="试戴|试了|看了|看中|看到|买了|购买|想要|想找|想买|想看|找|送|收到|问|配|戴着|给她看|展示|修|选礼物"
    "|梦想|预留|比较了|继承",
    filler=re.compile(
        f"(?:和|与|跟|及|或|还有|以及|的|也|都|比较|那种|这种|一点|那些|任何|戴|有|太|很|特别|这类"
        f"|之类|各种|带|一些|、|{NOUN})"
    ),
    hates=unparted("(?:很|最|非常)?讨厌|受不了|(?<!也)不喜欢"),
    not_that=re.compile(
        "^(?:等|她|他|它|这个?$|那个?$|别人|太|被|去|人|排队|这里|我们)|(?:先生|老公|婆婆|天气|冬天|夏天|飞机)"
    ),
    likes_after=unparted("(?:她|他)?(?:都|也都|全都)(?:很)?喜欢"),
    avoids_after=unparted(
        "(?:(?:和|跟|、)[^，。]{1,5})?(?:她|他)?(?:都|也|也都|一律|全都|从来|从)?不(?:喜欢|爱|要|戴)"
    ),
    liked="喜欢{}",
    avoided=lambda label: f"不喜欢{label}",
    articles=re.compile("^(?:拥有|有)?(?:一|1|两)?(?:颗|枚|条|对|只|件|个|块|款|串|些)?"),
)

SIZES = page.Sizes(
    items={
        "ring": unparted("戒指|对戒|戒圈|指圈|圈口|手寸|无名指|中指|食指|小指|左手|右手|手指"),
        "wrist": unparted("手围|手腕|腕围|手镯|手链"),
        "neck": unparted("颈围|脖围|脖子"),
        "shoe": unparted("鞋码|鞋子|鞋"),
        "belt": unparted("腰带|皮带|腰围"),
        "clothing": unparted("衣服|外套|连衣裙|裙子|衬衫|大衣"),
    },
    word=unparted("尺寸|尺码|码数|号数|圈号"),
    between=re.compile(
        "(?:[ :=~]|是|为|现在|戴|的|尺寸|尺码|大小|码|大概|大约|约|改成|改为|量了|量出来|目前|还是"
        "|仍然|穿|号数|圈口|周长|应该|左手|右手|无名指|中指)*"
    ),
    before=re.compile("(?:以前是?|之前是?|原来是?|不是|从|曾经是?|上次是?)$"),
    after=re.compile("^号?(?:改|变|换|以前|是以前|（以前）)"),
    now=unparted("现在|目前|今"),
    plain=(("ring", 44, 70, "FR"), ("shoe", 34, 46, "EU")),
    labels={"ring": "戒指", "wrist": "手围", "neck": "颈围", "shoe": "鞋码", "belt": "腰带", "clothing": "衣服"},
    sign="号",
    sign_system="HK",
    sign_alone=False,
    systems={
        "欧码|欧洲码|法码|法国码": "FR",
        "美码|美国码|美号": "US",
        "港码|港号": "HK",
        "日码|日本码": "JP",
        "意码|意大利码": "IT",
        "英码": "UK",
    },
)
