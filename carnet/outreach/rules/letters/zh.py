"""The Chinese letters, in Simplified characters: this page is a native editor's.

Nouns with their measure words, occasions and titles are at the top of `chinese.py`.

`patterns.py` explains the notation. No space stands between sentences, lines or words, and the points are full width.
Formal letters say 您, familiar ones 你; one letter never says both.

The slots, each shown as it reads for a ring named Aube:
    {那枚Aube戒指}      or 那枚戒指 when it has no name that may be said; 那几件作品 for several
    {这枚戒指}          for a second mention
    {您的Aube戒指}      and {你的Aube戒指}: only where it is known to be hers, never in a letter of thanks
    [它|它们]           for one (a pair is one), for several
    {您} {你}           您二位 and 你们俩 when two were there
    {前几天?}           when it was: 昨天、前几天、上周…
    {到星期六}          until when it is put aside
    {那个生日}          the occasion, without saying whose unless that may be said
    {Lys全体同仁} {呵护}
Two reasons more, about what she has, are in `zh_keeping.py`.
"""

from __future__ import annotations

from carnet.outreach.kinds import Reason
from carnet.outreach.rules.letters import zh_keeping
from carnet.outreach.rules.letters.subject import FAMILIAR, FORMAL

THANKS = {
    FORMAL: """
感谢您的信任，也感谢您为此留出的时间。

想到{那枚Aube戒指}遇见了懂得[它|它们]的人，我由衷高兴。
日后若有疑问，哪怕再小，都请随时写信给我。
谨致问候
***
能看到{那枚Aube戒指}遇上真心喜爱[它|它们]的人，是我们格外珍惜的时刻。
or: 能看到一件作品遇上真心喜爱它的人，是我们格外珍惜的时刻。
谨以此信，向您道一声谢。

往后无论何事，您都知道在哪里可以找到我。
顺颂时祺
***
{if named} 承蒙您选中{那枚Aube戒指}，特此致谢。
or: 承蒙您选择我们，特此致谢。
一件作品有了归宿，店里人人都为之欣喜。

这里的门一直为您敞开，只为问一个小问题也好。
敬祝安好
***
{Lys全体同仁}，向您致以诚挚的谢意。
{if together} 能一同接待您二位，我们深感荣幸。

{if lasting} 愿{那枚Aube戒指}历久如新；日常的养护，交给我便好。
or: 今后如有需要，我始终乐意效劳。
谨致问候
""",
    FAMILIAR: """
真的谢谢你。
知道{那枚Aube戒指}到了你手里，我很开心。

哪怕只有一点小疑问，也尽管写信给我。
改天见
***
你挑得那么用心，我很喜欢。谢谢你信任我们。
{那枚Aube戒指}算是遇对人了。

想来就来，不需要什么理由。
祝好
***
写几个字，跟你道声谢。
{那枚Aube戒指}离店的时候，大家还真有些舍不得，这是好兆头。
or: 一件作品找到了自己的位置，我们这里的人都高兴。

想保养，或者想听听意见，我都在。
愿一切顺心
***
{if together} 见到你们俩真好。店里人人都让我代为道谢。
or: 店里人人都让我代为道谢。

{if lasting} 愿{那枚Aube戒指}长长久久。有什么事，你知道去哪儿找我。
or: 有什么事，你知道去哪儿找我。
改天见
""",
}

WEAR = {
    FORMAL: """
转眼已过了几周，特来问候您，也想知道{您的Aube戒指}是否一切都好。
or: 距您选定心爱之物已有几周，特来问候。

{呵护}
谨致问候
***
一件作品的好，往往要在相处之后才慢慢体会。
不知{您的Aube戒指}是否仍如初见时那样合您心意。
or: 不知您的选择是否仍如初见时那样合您心意。

您得闲时若写来只言片语，我必欣然细读。
顺颂时祺
***
我想起了{您的Aube戒指}：几周下来，想必已成了老相识。
or: 我想起了您：几周下来，想必您与所选之物已渐渐熟悉。

{if jewel} 您若路过精品店，不妨把[它|它们]交给我片刻，看一看，轻轻清洁，随后便可带走。
or: 您若路过精品店，请来同我说说近况，我们总是乐于听到。
敬祝安好
***
愿{您的Aube戒指}日日带给您好心情。
or: 愿您的选择日日带给您初见时的欢喜。

无论是调整、养护，还是一句建议，都请交给我。
谨致问候
""",
    FAMILIAR: """
和{你的Aube戒指}相处几周了，感觉怎么样？
or: 几周过去了，你选的东西还喜欢吗？

{呵护}
改天见
***
希望{你的Aube戒指}和你相处得不错。
or: 希望你的选择还能让你微笑。

有空的时候，跟我说两句就好。
祝好
***
我想到了你，也想到了{你的Aube戒指}。
or: 我想到了你，也想到了你挑选时的样子。

{if jewel} 路过的话，把[它|它们]放在我这里一会儿：简单清洁一下，你就可以带走。
or: 路过的话，来聊聊近况；我一向爱听。
愿一切顺心
***
一件作品好不好，总要过些日子才真正知道。
那么，{你的Aube戒指}如何？
or: 那么，你的那件如何？

哪里需要调整，告诉我，我们来处理。
改天见
""",
}

VISIT = {
    FORMAL: """
{前几天?}能够接待{您}，我们十分高兴。

{if put aside} {那枚Aube戒指}已以您的名义保留{到星期六}，您方便的时候，我很乐意再为您展示。
or: {if available} {那枚Aube戒指}仍在精品店，您方便的时候，我很乐意再为您展示。
or: 若您还惦记着{那枚Aube戒指}，您方便的时候，我很乐意再与您聊聊。
or: 若您有了新的想法或疑问，您方便的时候，我很乐意再与您聊聊。
谨致问候
***
您来访的情形，连同{那枚Aube戒指}，都还在我们心里。
or: 您来访的情形，还在我们心里。
此后若想到什么问题，无论当面还是写信，我都会从容作答。

{if put aside} {这枚戒指}以您的名义保留{到星期六}。
or: {if available} {这枚戒指}就在精品店，您若想再看一次，说一声便好。
顺颂时祺
***
您告辞之后，我又想起了{那枚Aube戒指}。
or: 您告辞之后，我又想起了您在寻找的东西。

{if put aside} [它|它们]已为您预留{到星期六}。请告诉我哪天合适，我们挑一个清静的时段。
or: {if available} [它|它们]就在精品店，看第二眼，总有新的发现。请告诉我哪天合适，我们挑一个清静的时段。
or: 若您想再谈谈，请告诉我哪天合适，我们挑一个清静的时段。
敬祝安好
***
您来访之后，我没有贸然打扰：选择需要时间，本该如此。

{if put aside} {那枚Aube戒指}为您保留{到星期六}；若您另有所想，我陪您一起寻找。
or: {if available} {那枚Aube戒指}仍在精品店；若您另有所想，我陪您一起寻找。
or: 若您心里仍有{那枚Aube戒指}，我们可以谈谈；若另有所想，我陪您一起寻找。
or: 若您仍在寻觅，我很乐意相陪。
谨致问候
""",
    FAMILIAR: """
{前几天?}见到{你}，真好。

{if put aside} {那枚Aube戒指}给你留{到星期六}，想看随时再来。
or: {if available} {那枚Aube戒指}还在店里，想看随时再来。
or: 要是你还想着{那枚Aube戒指}，我们随时可以聊聊。
or: 要是有了什么想法或问题，我们随时可以聊聊。
改天见
***
你那天来，我一直记得，也记得{那枚Aube戒指}。
or: 你那天来，我一直记得。
后来有什么问题吗？写信给我，我慢慢回你。

{if put aside} {这枚戒指}以你的名字留{到星期六}。
or: {if available} {这枚戒指}在店里，想再看一次就来。
祝好
***
那天你回去以后，我又想起了{那枚Aube戒指}。
or: 那天你回去以后，我又想起了你在找的东西。

{if put aside} [它|它们]会替你留{到星期六}。说个日子，我们喝杯咖啡。
or: {if available} [它|它们]就在店里，再看一眼总会不一样。说个日子，我们喝杯咖啡。
or: 说个日子，我们边喝咖啡边聊。
愿一切顺心
***
你来过之后，我没去打扰：一件作品，很少是一次就选定的。

{if put aside} {那枚Aube戒指}给你留{到星期六}；要是想看别的，我帮你找。
or: {if available} {那枚Aube戒指}还在店里；要是想看别的，我帮你找。
or: 要是{那枚Aube戒指}还在你心里，我们聊聊；要是想看别的，我帮你找。
or: 要是你还在找，我帮你一起找。
改天见
""",
}

PROMISE = {
    FORMAL: """
{if here} 您曾嘱我留意{那枚Aube戒指}。
or: 我曾答应给您写信，谈谈{那枚Aube戒指}。
or: 我曾对您许下承诺，至今未忘。
{if put aside} 我已以您的名义将[它|它们]保留{到星期六}。
or: {if available} [它|它们]如今就在精品店。

{if here} 您方便的时候，我很乐意为您展示。
or: 您方便的时候，我很乐意与您详谈。
谨致问候
***
言出必行：{那枚Aube戒指}的事，我如约写信给您。
or: 言出必行：我如约写信给您。

{if put aside} [它|它们]已为您预留{到星期六}，期待呈到您面前。
or: {if available} [它|它们]已在精品店，期待呈到您面前。
or: 不知何时方便与您一谈，当面或书信皆可？
顺颂时祺
***
关于{那枚Aube戒指}的约定，我一直放在心上。
or: 答应过您的事，我一直放在心上。
{if put aside} 我们会为您留{到星期六}。
or: {if available} 您可以到精品店来看[它|它们]。

一通电话、一封短笺，还是一杯咖啡的工夫，请告诉我您更喜欢哪一种。
敬祝安好
***
我们说好再谈谈{那枚Aube戒指}，此后我也时常想起。
or: 我们说好再谈一谈，此后我也时常想起。
{if put aside} 我已请同事以您的名义留存{到星期六}。
or: {if available} 若您想看，[它|它们]就在精品店。

时间由您来定，我会从容奉陪。
谨致问候
""",
    FAMILIAR: """
{if here} 你让我帮你留意{那枚Aube戒指}。
or: 我答应过，要跟你说说{那枚Aube戒指}。
or: 我答应过你一件事，没有忘。

{if put aside} 我给你留{到星期六}，什么时候来看都行。
or: {if available} [它|它们]现在就在店里，什么时候来看都行。
or: 我们随时可以聊。
改天见
***
说到做到：我来跟你说{那枚Aube戒指}的事。
or: 说到做到：我如约来写信了。

{if put aside} [它|它们]在这儿，以你的名字留{到星期六}。
or: {if available} [它|它们]眼下在店里，想看就来。
or: 告诉我什么时候打给你，或者直接回我，看你方便。
祝好
***
{那枚Aube戒指}的事，我一直记着。
or: 答应你的事，我一直记着。
{if put aside} 我们替你留{到星期六}。
or: {if available} 你可以来店里看[它|它们]。

你挑个日子，咖啡我来准备。
愿一切顺心
***
我们说好再聊{那枚Aube戒指}的，我又想了想。
or: 我们说好再聊的，我又想了想。
{if put aside} 我请同事用你的名字留{到星期六}。
or: {if available} [它|它们]就在店里。

五分钟也好，一小时也好，我都在。
改天见
""",
}

OCCASION = {
    FORMAL: """
{if journey} 您的旅行近了。若出发前想检查一下搭扣，或需要一只旅行用的首饰盒，我很乐意安排。
or: {那个生日}快到了，想着您或许愿意从容地考虑一番。

{if put aside} 我们已为您将{那枚Aube戒指}保留{到星期六}。
or: {if available} {那枚Aube戒指}就在精品店，我很乐意为您展示。
or: 若您仍觉得{那枚Aube戒指}合适，我们不妨再谈谈。
or: {if gift} 若您愿意，我可以准备几个想法，当面看，或在家中看，都好。
谨致问候
***
{if journey} 出门之前，珠宝也值得看上一眼：您打算带走的，不妨先交给我们。
or: {if early} {那个生日}还早，先写信给您：心意之物，总是从容些挑选为好。
or: {那个生日}之前，先写信给您。
{if put aside} {那枚Aube戒指}以您的名义保留{到星期六}。
or: {if available} 我想到了{那枚Aube戒指}，[它|它们]就在精品店。
or: {if gift} 我想到了{那枚Aube戒指}，或许您也想到了。

{if gift} 请告诉我您心里的想法，哪怕还很模糊，我们一起来找。
顺颂时祺
***
{if journey} 或许您已在收拾行装。若旅途中还缺什么，我很乐意陪您寻找。
or: 关于{那个生日}，或许您已有主意。若还没有成形，我很乐意与您一同斟酌，喝杯咖啡，或书信往来，皆可。

{if put aside} 无论如何，{那枚Aube戒指}已为您预留{到星期六}。
or: {if available} 若您想看，{那枚Aube戒指}就在精品店。
敬祝安好
***
{if journey} 祝您一路顺遂。若有手链要调整，或搭扣要检查，请交给我。
or: 心意不必隆重，贴切就好。为了{那个生日}，我可以备下三个想法，挑一个清静的时候请您过目，来这里或在府上都好。

{if put aside} {那枚Aube戒指}，我已先以您的名义留存{到星期六}。
or: {if available} {if gift} 其中或许就有{那枚Aube戒指}，您可以到精品店来看。
or: {if named} {if gift} 其中或许就有{那枚Aube戒指}。
谨致问候
""",
    FAMILIAR: """
{if journey} 你的旅行近了。出发前要是想检查哪件作品，带来给我就好。
or: {那个生日}快到了，我想你也许愿意慢慢考虑。

{if put aside} 我们给你把{那枚Aube戒指}留{到星期六}。
or: {if available} {那枚Aube戒指}在店里，想看随时来。
or: 要是你还觉得{那枚Aube戒指}合适，我们聊聊。
or: {if gift} 愿意的话，我给你准备几个想法，来这里看，在家看，都行。
改天见
***
{if journey} 出门前，把要带的拿来给我：看一看，清洁一下，你就能轻松上路。
or: {if early} {那个生日}还早，我先写信给你：时间宽裕，挑起来才有意思。
or: {那个生日}之前，我先写信给你。
{if put aside} {那枚Aube戒指}以你的名字留{到星期六}。
or: {if available} 我想到了{那枚Aube戒指}，[它|它们]就在店里。
or: {if gift} 我想到了{那枚Aube戒指}，也许你也想到了。

{if gift} 说说你心里的想法，模糊也没关系，我们一起找。
祝好
***
{if journey} 你大概正在收拾行李吧。还缺什么的话，我们一起找。
or: {那个生日}，也许你已经有主意了。还没有的话，来喝杯咖啡，我们一起想。

{if put aside} 不管怎样，{那枚Aube戒指}给你留{到星期六}。
or: {if available} 想看的话，{那枚Aube戒指}就在店里。
愿一切顺心
***
{if journey} 祝你一路开心。出发前有手链要调整、搭扣要检查，都交给我。
or: 礼物不用大，合适就好。为了{那个生日}，我可以给你准备三个想法。

{if put aside} {那枚Aube戒指}，我已经先用你的名字留{到星期六}。
or: {if available} {if gift} 其中也许就有{那枚Aube戒指}，你可以来店里看。
or: {if named} {if gift} 其中也许就有{那枚Aube戒指}。
改天见
""",
}

LETTERS = {
    Reason.PROMISE: PROMISE,
    Reason.OCCASION: OCCASION,
    Reason.VISIT: VISIT,
    Reason.THANKS: THANKS,
    Reason.WEAR: WEAR,
    Reason.GUIDANCE: zh_keeping.GUIDANCE,
    Reason.REPLENISH: zh_keeping.REPLENISH,
}
