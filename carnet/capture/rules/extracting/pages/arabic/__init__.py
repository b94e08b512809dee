"""Arabic."""

from __future__ import annotations

import re

from carnet.capture.rules.extracting import page
from carnet.capture.rules.extracting.page import words
from carnet.capture.rules.extracting.pages.arabic.doing import DOING
from carnet.capture.rules.extracting.pages.arabic.living import DAYS, MONTHS, NUMBERS, OCCASIONS, PEOPLE, UNIT, WEEKDAYS
from carnet.capture.rules.extracting.pages.arabic.wearing import SIZES, TASTES

PAGE = page.Page(
    code="ar",
    breaks=re.compile(r"[،,](?!\d)|[;؛:()]| [-–—]+ |(?<!\w)(?:لكن|ولكن|ثم)(?!\w)"),
    asked=words("هل|تسال (?:ان|اذا)|سالت (?:ان|اذا)|لا اعرف (?:ان|اذا)"),
    private=words(
        r"(?:ال|لل|بال)?(?:حساسيه|عمليه|عمليتها|جراحه|جراحيه|الجراحيه|مستشفي|مرض|مريضه|مريض|سرطان|حامل|حمل|اكتئاب"
        r"|طبيب|دكتور|علاج|سكري|الم|الام|مفاصل|اكزيما|اجهاض|كنيسه|مسجد|كنيس|صلاه|صلاتها|تصلي|صلي"
        r"|معموديه|رمضان|عيد الفطر|عيد الاضحي|العيد|مسلم\w*|مسيحي\w*|يهودي\w*|حج|عمره|دين|ديني\w*|حلال|سعر|اسعار"
        r"|ثمن|ميزانيه|ميزانيتها|تكلفه|غالي\w*|رخيص\w*|خصم|درهم|ريال|دولار|يورو|جنازه|دواء)"
    ),
    no=words("لا|لم|لن|ليس|ليست|بدون|دون|تكره|ترفض|بدلا"),
    sizes=SIZES,
    tastes=TASTES,
    kin=PEOPLE,
    dates=page.Dates(DAYS, MONTHS, WEEKDAYS, UNIT),
    occasions=OCCASIONS,
    doing=DOING,
    numbers=page.counted(NUMBERS),
)  # fmt: skip
