"""Chinese: promises, wishes, and how a visit is left."""

from __future__ import annotations

import re

from carnet.capture.rules.extracting import page
from carnet.capture.rules.extracting.page import unparted
from carnet.capture.rules.extracting.pages.chinese.wearing import NOUN, THINGS
from carnet.interactions.kinds import Left

DOING = page.Doing(
    house=unparted(
        "给(?:她|他|客人)(?:打|发|写|回|寄|送|看|准备|留言|消息|电话|答复|回复)|打(?:个)?电话|致电|回电|回复(?!我)"
        "|(?:再)?联系(?!我|了)|跟进|发(?:一?张|一些|几张)?(?:照片|图片|图|报价|资料|给|消息|微信|邮件|视频)"
        "|发.{0,10}(?:照片|图片|报价|证书)|写信|答应(?!她先生)|寄(?!来|存)"
        "|预约|通知|安排|提醒|确认|带给|准备好|送到|送货|回访|告诉她|约她|请她来|邀请她"
    ),
    client=unparted(
        "(?<![给帮和])(?:她|他|客人)[^，。]{0,8}(?:回电|回复|联系我|再来|过来|来店|来取|来试|打给我|打电话给我"
        "|给我(?:打|回|发)|告诉我|答复|决定)|(?:会|要|说)?(?:再来|过来|来店里|来取|来试戴)|回复我们?"
        "|给我(?:们)?(?:回|答复|打)"
    ),
    refused=unparted("不(?!错|过)|没|别(?!针)|如果|也许|可能|未定"),
    shown=unparted("试戴|试了|看了|看过|给她看|展示|介绍了|试过|看中"),
    wish=unparted(
        "(?:很|特别|一直|最)?想要|梦想(?:着)?(?:能)?(?:拥有|有|得到)?|渴望|希望(?:能)?(?:拥有|得到|收到)"
        "|心愿单(?:里)?(?:是|有|：|加入?)?|心心念念|想买|爱上了?"
    ),
    wish_after=unparted(
        "(?:加入|加到|放进|放入|放到|列入|写进|添加到|加进)(?:了)?(?:她的)?(?:心愿单|愿望清单"
        "|心愿清单)|在(?:她的)?心愿单"
    ),
    owned=re.compile("(?:她的|自己的|戴着|已经有|保养|维修|清洗|照片)$|^的?(?:照片|图片|保养|维修)"),
    to_do=re.compile("^(?:看|试|考虑|了解|知道|再|先|改|修|等|报价|给|送|一起|跟|和|折扣|优惠|退|换)"),
    wished=unparted(f"{NOUN}|{'|'.join(each.pattern for each in THINGS if each.of != 'style')}|包|香水|丝巾"),
    stop=unparted("给|送|因为|但|在|作为|当|等"),
    left={
        Left.BOUGHT: unparted("买了(?!单)|购买了|买下|买走|入手|成交|付款了|拿下了|带走了|买单了|订了"),
        Left.ON_HOLD: unparted("预留|保留|留着|留到|先留|帮她留|留货|留给她"),
        Left.THINKING: unparted("(?:再|要|想|需要|还要|回去|还在|先|在)?(?:考虑|想一?想|斟酌)|犹豫|拿不定主意|商量"),
        Left.LOOKED: unparted("(?:只是|只|就|随便|随意|先)(?:来)?(?:看看|看一看|看了看|逛逛|逛一逛)|看看而已|路过看看"),
    },
    not_left=re.compile(
        "(?:没|没有|不|未|(?<![给帮替为])先生|(?<![给帮替为])老公|如果|还没|别|不用|以前|之前|已经|妈妈)[^，。]{0,3}$"
    ),
    long_ago=unparted("去年|前年|以前|上个?月|几年前|\\d+年前|别处|别家|网上|20\\d\\d年|上次"),
    left_said={Left.BOUGHT: "已购买", Left.ON_HOLD: "已预留", Left.THINKING: "在考虑", Left.LOOKED: "看了看"},
)
