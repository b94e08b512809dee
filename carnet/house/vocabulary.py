"""The words a house starts from; it may add and retire its own. Each: code, said in six languages, schema."""

from __future__ import annotations

from typing import Any

from carnet.house.kinds import TermKind

type Word = tuple[str, dict[str, str], dict[str, Any]]
SPOKEN = ("en", "fr", "it", "ja", "zh", "ar")


def _word(code: str, *said: str, **schema: Any) -> Word:
    return code, dict(zip(SPOKEN, said, strict=True)), schema


WORDS: dict[TermKind, list[Word]] = {
    TermKind.TIER: [
        _word(
            "friend",
            "Friend of the house",
            "Amie de la maison",
            "Di casa",
            "メゾンの友人",
            "世家之友",
            "من أصدقاء الدار",
        ),
        _word("collector", "Collector", "Collectionneuse", "Collezionista", "コレクター", "藏家", "من هواة الجمع"),
        _word(
            "close_circle",
            "Close circle",
            "Premier cercle",
            "Cerchia ristretta",
            "ごく親しい方",
            "亲近之友",
            "الدائرة المقرّبة",
        ),
    ],
    TermKind.CATEGORY: [
        _word("ring", "Ring", "Bague", "Anello", "指輪", "戒指", "خاتم", plate="ring"),
        _word(
            "earrings", "Earrings", "Boucles d’oreilles", "Orecchini", "イヤリング", "耳饰", "أقراط", plate="earrings"
        ),
        _word("necklace", "Necklace", "Collier", "Collana", "ネックレス", "项链", "عقد", plate="pendant"),
        _word("pendant", "Pendant", "Pendentif", "Pendente", "ペンダント", "吊坠", "قلادة", plate="pendant"),
        _word("bracelet", "Bracelet", "Bracelet", "Bracciale", "ブレスレット", "手镯", "سوار", plate="bracelet"),
        _word("brooch", "Brooch", "Broche", "Spilla", "ブローチ", "胸针", "بروش", plate="brooch"),
        _word("watch", "Watch", "Montre", "Orologio", "時計", "腕表", "ساعة", plate="watch"),
        _word("strap", "Strap", "Bracelet de montre", "Cinturino", "時計ベルト", "表带", "حزام ساعة", plate="watch"),
        _word(
            "leather", "Leather goods", "Maroquinerie", "Pelletteria", "革製品", "皮具", "مصنوعات جلدية", plate="bag"
        ),
        _word(
            "ready_to_wear",
            "Ready-to-wear",
            "Prêt-à-porter",
            "Prêt-à-porter",
            "プレタポルテ",
            "成衣",
            "ملابس جاهزة",
            plate="cloth",
        ),
        _word("fragrance", "Fragrance", "Parfum", "Profumo", "香水", "香水", "عطر", plate="flacon", runs_out=True),
        _word("object", "Object", "Objet", "Oggetto", "オブジェ", "摆件", "تحفة", plate="object"),
    ],
    TermKind.FACT: [
        _word("metal", "Metal", "Métal", "Metallo", "地金", "金属", "المعدن"),
        _word("stone", "Stones", "Pierres", "Pietre", "石", "宝石", "الأحجار"),
        _word("size", "Sizes", "Tailles", "Misure", "サイズ", "尺寸", "المقاسات", value="size"),
        _word("style", "Style", "Style", "Stile", "お好み", "风格", "الأسلوب"),
        _word("dislike", "Never", "Jamais", "Mai", "お好みでないもの", "不喜欢", "لا يُقدَّم أبدًا", leaning="avoids"),
        _word("manner", "Manner", "Manière", "Modi", "接し方", "待客之道", "طريقة التعامل"),
        _word("salon", "Salon", "Salon", "Salotto", "サロンでのおもてなし", "贵宾室", "الصالون"),
        _word("wish", "Wishes", "Envies", "Desideri", "ご希望のお品", "心愿", "الرغبات"),
        _word(
            "range",
            "Looks between",
            "Fourchette",
            "Fascia di prezzo",
            "ご予算",
            "价位",
            "نطاق السعر",
            value="money",
            certainty="stated",
        ),
        _word("life", "In her life", "Dans sa vie", "Nella sua vita", "お暮らし", "生活近况", "في الحياة"),
        _word("note", "Note", "Note", "Nota", "メモ", "笔记", "ملاحظة"),
        _word("tag", "From the till", "Venu de la caisse", "Dalla cassa", "レジの記録", "来自收银系统", "من الصندوق"),
        _word(
            "memory",
            "Shared memory",
            "Souvenir commun",
            "Ricordo condiviso",
            "共にした思い出",
            "共同的回忆",
            "ذكرى مشتركة",
        ),
        _word(
            "expectation",
            "Counts on us to remember",
            "Compte sur nous pour y penser",
            "Conta su di noi per ricordarlo",
            "覚えていてほしいこと",
            "望我们记得",
            "يُنتظر منا أن نتذكّره",
        ),
    ],
    TermKind.OCCASION: [
        _word("birthday", "Birthday", "Anniversaire de naissance", "Compleanno", "お誕生日", "生日", "عيد ميلاد"),
        _word(
            "wedding",
            "Wedding anniversary",
            "Anniversaire de mariage",
            "Anniversario di matrimonio",
            "ご結婚記念日",
            "结婚纪念日",
            "ذكرى زواج",
        ),
        _word("engagement", "Engagement", "Fiançailles", "Fidanzamento", "ご婚約", "订婚", "خطوبة"),
        _word("graduation", "Graduation", "Remise de diplôme", "Laurea", "ご卒業", "毕业", "تخرّج"),
        _word("birth", "Birth", "Naissance", "Nascita", "ご誕生", "诞生", "ولادة"),
        _word("christmas", "Christmas", "Noël", "Natale", "クリスマス", "圣诞节", "عيد الميلاد المجيد"),
        _word("mothers_day", "Mother’s day", "Fête des mères", "Festa della mamma", "母の日", "母亲节", "عيد الأم"),
        _word(
            "valentine", "Valentine’s day", "Saint-Valentin", "San Valentino", "バレンタインデー", "情人节", "عيد الحب"
        ),
        _word("trip", "Journey", "Voyage", "Viaggio", "ご旅行", "旅行", "سفر"),
        _word(
            "other",
            "A date that matters",
            "Une date qui compte",
            "Una data che conta",
            "大切な日",
            "重要的日子",
            "تاريخ له مكانته",
        ),
    ],
    TermKind.TITLE: [
        _word("mme", "Mrs", "Madame", "Signora", "様", "女士", "السيدة", gender="she"),
        _word("mr", "Mr", "Monsieur", "Signor", "様", "先生", "السيد", gender="he"),
        _word("ms", "Ms", "Madame", "Signora", "様", "女士", "السيدة", gender="she"),
        _word("dr", "Dr", "Docteur", "Dott.", "先生", "博士", "د."),
    ],
    TermKind.REASON: [
        _word(
            "client_wish",
            "The client’s wish",
            "Souhait de la cliente",
            "Desiderio di chi è cliente",
            "お客様のご希望",
            "客人的意愿",
            "رغبة العميل",
        ),
        _word("departure", "A departure", "Un départ", "Una partenza", "退職・異動", "离任", "مغادرة"),
        _word("absence", "An absence", "Une absence", "Un’assenza", "不在", "缺席", "غياب"),
        _word("mistake", "A mistake", "Une erreur", "Un errore", "誤り", "差错", "خطأ"),
    ],
}
