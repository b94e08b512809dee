"""The words every house starts from, in the languages that a house opened earlier has no label in.

A label that somebody wrote or changed stays as it is, and a word that the house does not have is not brought back.
"""

from typing import Any

from django.db import migrations

WORDS = {
    ("tier", "friend"): ("Di casa", "メゾンの友人", "世家之友", "من أصدقاء الدار"),
    ("tier", "collector"): ("Collezionista", "コレクター", "藏家", "من هواة الجمع"),
    ("tier", "close_circle"): ("Cerchia ristretta", "ごく親しい方", "亲近之友", "الدائرة المقرّبة"),
    ("category", "ring"): ("Anello", "指輪", "戒指", "خاتم"),
    ("category", "earrings"): ("Orecchini", "イヤリング", "耳饰", "أقراط"),
    ("category", "necklace"): ("Collana", "ネックレス", "项链", "عقد"),
    ("category", "pendant"): ("Pendente", "ペンダント", "吊坠", "قلادة"),
    ("category", "bracelet"): ("Bracciale", "ブレスレット", "手镯", "سوار"),
    ("category", "brooch"): ("Spilla", "ブローチ", "胸针", "بروش"),
    ("category", "watch"): ("Orologio", "時計", "腕表", "ساعة"),
    ("category", "strap"): ("Cinturino", "時計ベルト", "表带", "حزام ساعة"),
    ("category", "leather"): ("Pelletteria", "革製品", "皮具", "مصنوعات جلدية"),
    ("category", "ready_to_wear"): ("Prêt-à-porter", "プレタポルテ", "成衣", "ملابس جاهزة"),
    ("category", "fragrance"): ("Profumo", "香水", "香水", "عطر"),
    ("category", "object"): ("Oggetto", "オブジェ", "摆件", "تحفة"),
    ("fact", "metal"): ("Metallo", "地金", "金属", "المعدن"),
    ("fact", "stone"): ("Pietre", "石", "宝石", "الأحجار"),
    ("fact", "size"): ("Misure", "サイズ", "尺寸", "المقاسات"),
    ("fact", "style"): ("Stile", "お好み", "风格", "الأسلوب"),
    ("fact", "dislike"): ("Mai", "お好みでないもの", "不喜欢", "لا يُقدَّم أبدًا"),
    ("fact", "manner"): ("Modi", "接し方", "待客之道", "طريقة التعامل"),
    ("fact", "salon"): ("Salotto", "サロンでのおもてなし", "贵宾室", "الصالون"),
    ("fact", "wish"): ("Desideri", "ご希望のお品", "心愿", "الرغبات"),
    ("fact", "range"): ("Fascia di prezzo", "ご予算", "价位", "نطاق السعر"),
    ("fact", "life"): ("Nella sua vita", "お暮らし", "生活近况", "في الحياة"),
    ("fact", "note"): ("Nota", "メモ", "笔记", "ملاحظة"),
    ("fact", "tag"): ("Dalla cassa", "レジの記録", "来自收银系统", "من الصندوق"),
    ("fact", "memory"): ("Ricordo condiviso", "共にした思い出", "共同的回忆", "ذكرى مشتركة"),
    ("fact", "expectation"): (
        "Conta su di noi per ricordarlo",
        "覚えていてほしいこと",
        "望我们记得",
        "يُنتظر منا أن نتذكّره",
    ),
    ("occasion", "birthday"): ("Compleanno", "お誕生日", "生日", "عيد ميلاد"),
    ("occasion", "wedding"): ("Anniversario di matrimonio", "ご結婚記念日", "结婚纪念日", "ذكرى زواج"),
    ("occasion", "engagement"): ("Fidanzamento", "ご婚約", "订婚", "خطوبة"),
    ("occasion", "graduation"): ("Laurea", "ご卒業", "毕业", "تخرّج"),
    ("occasion", "birth"): ("Nascita", "ご誕生", "诞生", "ولادة"),
    ("occasion", "christmas"): ("Natale", "クリスマス", "圣诞节", "عيد الميلاد المجيد"),
    ("occasion", "mothers_day"): ("Festa della mamma", "母の日", "母亲节", "عيد الأم"),
    ("occasion", "valentine"): ("San Valentino", "バレンタインデー", "情人节", "عيد الحب"),
    ("occasion", "trip"): ("Viaggio", "ご旅行", "旅行", "سفر"),
    ("occasion", "other"): ("Una data che conta", "大切な日", "重要的日子", "تاريخ له مكانته"),
    ("title", "mme"): ("Signora", "様", "女士", "السيدة"),
    ("title", "mr"): ("Signor", "様", "先生", "السيد"),
    ("title", "ms"): ("Signora", "様", "女士", "السيدة"),
    ("title", "dr"): ("Dott.", "先生", "博士", "د."),
    ("reason", "client_wish"): ("Desiderio di chi è cliente", "お客様のご希望", "客人的意愿", "رغبة العميل"),
    ("reason", "departure"): ("Una partenza", "退職・異動", "离任", "مغادرة"),
    ("reason", "absence"): ("Un’assenza", "不在", "缺席", "غياب"),
    ("reason", "mistake"): ("Un errore", "誤り", "差错", "خطأ"),
}
"""By kind and code, said in Italian, Japanese, Chinese and Arabic."""


def add(apps: Any, editor: Any) -> None:
    """Say what is not said yet."""
    # The rows are the owner’s to write: whoever serves may not.
    for term in apps.get_model("house", "Term").objects.using(editor.connection.alias).all():
        said = WORDS.get((term.kind, term.code))
        if said is None:
            continue
        labels = dict(zip(("it", "ja", "zh", "ar"), said, strict=True)) | term.labels
        if labels != term.labels:
            term.labels = labels
            term.save(update_fields=["labels"])


class Migration(migrations.Migration):
    dependencies = [("house", "0003_what_runs_out")]

    # A label too many harms nobody, and who wrote it is not known by then.
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
