"""Italian."""

from __future__ import annotations

import re

from carnet.capture.rules.extracting import page
from carnet.capture.rules.extracting.page import words
from carnet.capture.rules.extracting.pages.italian.doing import DOING
from carnet.capture.rules.extracting.pages.italian.living import (
    DAYS,
    MONTHS,
    NUMBERS,
    OCCASIONS,
    PEOPLE,
    UNIT,
    WEEKDAYS,
)
from carnet.capture.rules.extracting.pages.italian.wearing import SIZES, TASTES

PAGE = page.Page(
    code="it",
    breaks=re.compile(r",(?!\d)|[;:()]| [-–—]+ |(?<!\w)(?:ma(?! non i )|poi|e (?=lei|lui|io|noi|suo|sua|ama|odia"
                      r"|preferisce|vuole|vorrebbe|ha (?:provato|visto|comprato)|va|cerca))(?!\w)"),
    asked=words(r"chiede se|ha chiesto se|si chiede|sapere se|vedere se|da chiedere|da verificare se|non so se"),
    private=words(
        r"allerg\w+|operazione|operata|operato|intervento|chirurg\w+|ospedale|clinica|cancro|tumore|malat\w+"
        r"|incinta|gravidanza|depress\w+|medico|dottore|chemio\w*|cura|cure|terapia|diabet\w+|dolor\w+|artrite"
        r"|artrosi|eczema"
        r"|aborto|convalescen\w+|chiesa|moschea|sinagoga|preg\w+|battesimo|comunione|cresima|bar mitzvah|ramadan"
        r"|musulman\w*|ebre\w+|cattolic\w+|cristian\w+|religio\w+|kosher|halal|rosario"
        r"|prezz[oi]|costo|costi|costa|budget|caro|cara|sconto|sconti|euro|dollari|funeral[ei]|medicin\w+"
    ),
    no=words(r"non|mai|senza|niente|ne|rifiuta|odia|detesta|invece d\w+"),
    sizes=SIZES,
    tastes=TASTES,
    kin=PEOPLE,
    dates=page.Dates(DAYS, MONTHS, WEEKDAYS, UNIT),
    occasions=OCCASIONS,
    doing=DOING,
    numbers=page.counted(NUMBERS),
)  # fmt: skip
