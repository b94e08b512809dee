"""English."""

from __future__ import annotations

import re

from carnet.capture.rules.extracting import page
from carnet.capture.rules.extracting.page import words
from carnet.capture.rules.extracting.pages.english.doing import DOING
from carnet.capture.rules.extracting.pages.english.living import (
    DAYS,
    MONTHS,
    NUMBERS,
    OCCASIONS,
    PEOPLE,
    UNIT,
    WEEKDAYS,
)
from carnet.capture.rules.extracting.pages.english.wearing import SIZES, TASTES

PAGE = page.Page(
    code="en",
    breaks=re.compile(
        r",(?!\d)|[;:()]| [-–—]+ |(?<!\w)(?:but|and (?=she|he|i|we|her|his|wants|loves|hates|prefers"
        r"|will|would|is|has|tried)|then)(?!\w)"
    ),
    asked=words(
        r"asked (?:if|whether)|wonder(?:s|ed|ing) (?:if|whether)|not sure (?:if|whether)|to check (?:if"
        r"|whether)|is she|does she|did she"
    ),
    private=words(
        r"allerg\w+|surgery|operation|hospital|clinic|cancer|ill|illness|sick|sickness|pregnan\w+|depress\w+"
        r"|doctor'?s?|chemo\w*|treatment|therapy|disease|diabet\w+"
        r"|pain|arthritis|eczema|miscarriage|church|mosque|synagogue|pray\w*|prayers|baptism|christening|communion"
        r"|bar mitzvah|bat mitzvah|ramadan|eid|muslim|jewish|christian|catholic"
        r"|religio\w+|kosher|halal|rosary|price|prices|pricing|priced|budget|cost|costs|expensive|cheap|discount"
        r"|euros?|dollars?|pounds|funeral|medication|rehab"
    ),
    no=words(
        r"not|never|no|didn't|did not|doesn't|does not|without|won't|isn't|wasn't|didnt|doesnt|refused|hates"
        r"|dislikes|instead of|nothing"
    ),
    sizes=SIZES,
    tastes=TASTES,
    kin=PEOPLE,
    dates=page.Dates(DAYS, MONTHS, WEEKDAYS, UNIT),
    occasions=OCCASIONS,
    doing=DOING,
    numbers=page.counted(NUMBERS),
)
