"""French."""

from __future__ import annotations

import re

from carnet.capture.rules.extracting import page
from carnet.capture.rules.extracting.page import words
from carnet.capture.rules.extracting.pages.french.doing import DOING
from carnet.capture.rules.extracting.pages.french.living import DAYS, MONTHS, NUMBERS, OCCASIONS, PEOPLE, UNIT, WEEKDAYS
from carnet.capture.rules.extracting.pages.french.wearing import SIZES, TASTES

PAGE = page.Page(
    code="fr",
    breaks=re.compile(r",(?!\d)|[;:()]| [-–—]+ |(?<!\w)(?:mais|puis|et (?=elle|il|je|on|nous|son|sa|ses|aime"
                      r"|deteste"
                      r"|prefere|veut|voudrait|a (?:essaye|vu|achete)|va|cherche))(?!\w)"),
    asked=words(r"demande si|a demande si|se demande|savoir si|voir si|a verifier|aime-t-elle|veut-elle"
                r"|pas sure? que"),
    private=words(
        r"allerg\w+|operation|operee?|chirurg\w+|hopital|clinique|cancer|malade|maladie|enceinte|grossesse"
        r"|depress\w+|depression|medecin|chimio\w*|traitement|therapie|diabet\w+|douleurs?|arthrose|eczema"
        r"|fausse couche|convalescen\w+|eglise|mosquee|synagogue|prier|prie|priere|bapteme|communion|bar mitzvah"
        r"|ramadan|aid|musulman\w*|juive?|juif|catholique|chretienn?e?|religi\w+|casher|halal|chapelet"
        r"|prix|tarif|tarifs|budget|cout|couts|cher|chere|chers|cheres|remise(?! d[eu]s? diplome)|euros?|dollars?"
        r"|obseques|enterrement|medicament\w*|cure"
    ),
    no=words(r"pas|ne|n'a|jamais|sans|rien|ni|plus de|refuse|deteste|au lieu"),
    sizes=SIZES,
    tastes=TASTES,
    kin=PEOPLE,
    dates=page.Dates(DAYS, MONTHS, WEEKDAYS, UNIT),
    occasions=OCCASIONS,
    doing=DOING,
    numbers=page.counted(NUMBERS),
)  # fmt: skip
