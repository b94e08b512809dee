"""French: days, people, and dates that matter."""

from __future__ import annotations

import re

from carnet.capture.rules.extracting import folding, page
from carnet.capture.rules.extracting.page import Day, one_of, these, words
from carnet.clients.kinds import RelationKind
from carnet.kit import numerals

EIGHTY = 80
"""The only one that takes an s."""
NUMBERS = {
    folding.plain(numerals.french(number)).removesuffix("s" * (number == EIGHTY)): number for number in range(2, 100)
}
NUMBERS |= {"quatre-vingts": 80}

MONTHS = {name: place for place, names in enumerate((
    "janvier janv", "fevrier fev fevr", "mars", "avril avr", "mai", "juin", "juillet juil", "aout", "septembre sept",
    "octobre oct", "novembre nov", "decembre dec"), 1) for name in names.split()}  # fmt: skip
WEEKDAYS = {
    name: place for place, name in enumerate(("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"))
}
MONTH, WEEKDAY = f"(?P<m>{one_of(MONTHS)})", f"(?P<w>{one_of(WEEKDAYS)})"
YEAR = r"(?: (?P<y>20\d\d))?"
UNIT = {"jour": "day", "jours": "day", "semaine": "week", "semaines": "week", "mois": "month"}
DAYS = (
    Day("past", words(rf"(?:{one_of(WEEKDAYS)}|{one_of(MONTHS)}|semaine|mois|annee|noel) (?:dernier|derniere"
                      rf"|passee?)|hier|depuis \w+|il y a \w+ \w+")),
    Day("before_christmas", words("(?:avant|d'ici) (?:noel|les fetes)")),
    Day("christmas", words("(?:pour|a) (?:la )?noel")),
    Day("date", words(rf"(?:le |l')?(?P<d>\d{{1,2}}|1er)(?: er)? {MONTH}{YEAR}")),
    Day("date", words(r"le (?P<d>\d{1,2})/(?P<m>\d{1,2})(?:/(?P<y>(?:20)?\d\d))?")),
    Day("month_end", words("(?:avant |pour |d'ici )?(?:a )?(?:la )?fin (?:du|de ce|ce) mois|fin de mois")),
    Day("year_end", words("(?:avant )?(?:la )?fin (?:de l'annee|d'annee)")),
    Day("month", words(rf"(?:en|courant|debut|fin|mi-|pour|d'ici|avant|au mois de|au mois d'|mois de"
                       rf"|vers) ?(?:debut |fin |la mi-)?{MONTH}{YEAR}")),
    Day("month", words(rf"(?P<m>{one_of({each: 0 for each in MONTHS if each not in {'mai', 'mars', 'sept'}})}){YEAR}")),
    Day("weekday_next_week", words(rf"{WEEKDAY} (?:de la semaine prochaine|en huit)")),
    Day("weekday", words(rf"(?:d'ici |avant |pour |des |jusqu'a )?(?:ce )?{WEEKDAY}(?: prochain)?")),
    Day("in", words(r"(?:dans|d'ici|sous) (?:environ )?(?:(?P<n>\d+)|une?|la) (?P<u>jours?|semaines?|mois)")),
    Day("in", words(r"(?:dans|d'ici|sous) (?P<u>quinzaine|huitaine)")),
    Day("after_tomorrow", words("apres[- ]demain")),
    Day("tomorrow", words("demain(?: matin| soir)?")),
    Day("today", words("aujourd'hui|ce soir|cet apres-midi|dans la journee")),
    Day("weekend", words("(?:ce |le )?week-?end(?: prochain)?")),
    Day("next_week", words("(?:la )?semaine prochaine|debut de semaine")),
    Day("this_week", words("(?:dans la |cette |fin de (?:la )?)semaine|(?:avant "
                           "|d'ici )?(?:la )?fin de (?:la )?semaine")),
    Day("next_month", words("(?:le )?mois prochain")),
    Day("day", words(r"(?:le|pour le|avant le|d'ici le|jusqu'au|au plus tard le|du) (?P<d>\d{1,2})(?! (?:rue|bis"
                     r"|euros?|\w+metres?|cm|mm|ans))")),
)  # fmt: skip
UNIT |= {"quinzaine": "quinzaine", "huitaine": "week"}

KIN = {
    RelationKind.SPOUSE: "mari|epoux|epouse|femme|conjoint|conjointe",
    RelationKind.PARTNER: "compagnon|compagne|fiance|fiancee|copain|copine|petit ami|petite amie|ami de coeur",
    RelationKind.CHILD: "fille|fils|filles|enfant|enfants|ainee|aine|cadette|cadet|benjamine|benjamin|belle-fille"
    "|beau-fils",
    RelationKind.PARENT: "mere|pere|maman|papa|parents",
    RelationKind.SIBLING: "soeur|frere|soeurs|freres|jumelle|jumeau",
    RelationKind.FRIEND: "ami|amie|amis|amies|meilleure amie|meilleur ami",
    RelationKind.ASSISTANT: "assistante|assistant|secretaire",
    RelationKind.OTHER: "belle-mere|beau-pere|belle-soeur|beau-frere|gendre|bru|cousine|cousin|tante|oncle|niece"
    "|neveu|filleule|filleul|marraine|parrain"
    "|grand-mere|grand-pere|petite-fille|petit-fils|petit-enfant|collegue|patron|patronne|nounou|voisine|voisin"
    "|associee|associe",
}
RELATIONS = {name: kind for kind, names in KIN.items() for name in names.split("|")}
RELATIONS |= {"belle-fille": RelationKind.OTHER, "beau-fils": RelationKind.OTHER}
NOT_NAMES = these(
    "son sa ses leur leurs mon ma mes elle il ils elles lui et ou mais avec sans qui que dont est sont etait a ont"
    " avait sera va vont viendra"
    " aime adore deteste prefere veut porte demande vient passe passera appelle attend attendait fete se en le la"
    " les un une des de du dans sur"
    " pour par au aux aussi encore deja demain hier bientot ici dehors seule seul ensemble toujours jamais pas plus"
    " trop tres bien d'abord ce"
    " cette ces je j'ai nous on taille bague or platine argent acier diamant lundi mardi mercredi jeudi vendredi"
    " samedi dimanche janvier"
    " fevrier mars avril mai juin juillet aout septembre octobre novembre decembre noel anniversaire mariage madame"
    " monsieur mme mlle mr"
    " ne n'aime l'a l'accompagnait qu'elle s'est y comme quand si chez ravie ravi presente present enceinte"
    " diplomee"
    " diplome"
) | frozenset(RELATIONS)
PEOPLE = page.Kin(
    kinds=RELATIONS,
    pattern=words(rf"(?:(?:son|sa|ses|leur|leurs|la|le|une?|l')(?: |(?<='))(?:(?:petite?|grande?|jeune|future?"
                  rf"|meilleure?|vieille|vieux) )?)(?P<rel>{one_of(RELATIONS)})"),
    company=re.compile(r"(?<!\w)(?:avec|et|accompagnee? (?:de|par)|en compagnie de)(?: tous)? $"),
    along=re.compile(r"^ (?:l'accompagn|etait (?:la|presente?|avec)|est venue? avec|aussi)"),
    who=re.compile(r"^,? ?(?:qui|dont)\b"),
    called=re.compile(r"^,? ?\(?(?:qui s'appelle|prenommee?|nommee?|:)? ?(?=\w)"),
    herself=words(r"cliente?|madame|mme \w+|je|j'ai|nous|on|sa taille|son (?:tour|doigt|poignet|annulaire)"),
    she=words(r"elle"),
    he=words(r"il|monsieur"),
    male=these("mari epoux conjoint compagnon fiance copain fils aine cadet benjamin beau-fils pere papa frere"
                   " jumeau ami beau-pere"
                   " beau-frere gendre cousin oncle neveu filleul parrain grand-pere petit-fils"),
    not_names=NOT_NAMES,
    given=these("anna emma paul marc luc lea leo louise marie camille jules hugo alice clara julie sarah laure"
                    " david sophie pierre jean jeanne claire antoine ines"),
    name=re.compile(r"^[a-z]+(?:-[a-z]+)?(?<!ant)(?<!ment)(?<!er)$"),
)  # fmt: skip

OCCASION_SAID = {
    "anniversary": "anniversaire de mariage",
    "birthday": "anniversaire",
    "wedding": "mariage",
    "engagement": "fiançailles",
    "graduation": "remise de diplôme",
    "birth": "naissance",
    "christmas": "Noël",
    "mothers_day": "fête des mères",
    "valentine": "Saint-Valentin",
    "trip": "voyage",
    "other": "une date qui compte",
}
MONTH_NAMES = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


def when(day: int | None, month: int, year: int | None) -> str:
    """Le 8 décembre, en mai 2027."""
    named = " ".join(str(each) for each in ("1er" if day == 1 else day, MONTH_NAMES[month - 1], year) if each)
    return f"le {named}" if day else f"en {named}"


def say(code: str, whose: str | None, on: str) -> str:
    """Anniversaire le 4 mars; Bianca : remise de diplôme en mai 2027."""
    said = OCCASION_SAID[code]
    said = f"{whose}\N{NO-BREAK SPACE}: {said}" if whose else said
    return f"{said[:1].upper()}{said[1:]} {on}"


OCCASIONS = page.Occasions(
    cues=(
        ("birthday", words(r"anniversaire(?! de mariage|s? de rencontre)|fete (?:ses|son) \d+|(?:fetera|fete"
                           r"|aura) (?:ses )?\d+ ans|ses \d+ ans"), True),
        ("wedding", words(r"anniversaire de mariage|(?:leurs |leur )?(?:\d+|dizieme|vingtieme) (?:ans"
                          r"|anniversaire) de mariage|ans de mariage|noces d[e']"), True),
        ("wedding", words(r"se marie(?:nt|ra|ront)?|mariage(?! de)|epouse(?:ra)? \w+|mariage de (?=sa|son|leur)"), False),
        ("engagement", words(r"fiancailles|se fiancent?|se fiance|demande en mariage|(?:la )?demander en mariage"), False),
        ("graduation", words(r"diplomee?s?|diplome|remise d[eu]s? diplomes?|finit ses etudes|soutient sa these"
                             r"|soutenance|termine ses etudes"), False),
        ("birth", words(r"naissance|accouche(?:ra|ment)?|attend(?:ent)? un (?:bebe|enfant|garcon|petit)"
                        r"|attend(?:ent)? une (?:petite fille|fille"
                        r"|petite)|bebe|terme prevu|terme|naitra"), False),
        ("christmas", words(r"(?:pour|a) (?:la )?noel|cadeaux? de noel"), True),
        ("valentine", words(r"(?:la )?saint[- ]valentin"), True),
        ("mothers_day", words(r"fete des meres"), True),
        ("trip", words(r"part(?:ent|ira|iront|ir)? (?:a|au|aux|en|pour) [a-z]{3,}|partent? (?:en voyage|vivre)"
                       r"|voyage (?:a|au|aux|en) [a-z]{3,}|s'envole pour|sera (?:a|au|en) [a-z]{4,}|demenage"
                       r"|s'installe (?:a|au|en)|voyage de noces|croisiere|vacances (?:a|au|en)"), False),
        ("other", words(r"(?:depart a la )?retraite|pendaison de cremaillere|vernissage|ouvre sa galerie"), False),
    ),
    fixed={"christmas": (12, 25), "valentine": (2, 14), "mothers_day": (5, None)},
    say=say,
    when=when,
    named_after=re.compile(r"^ ?(?:de |d')(?P<name>[^\W\d_][\w\-]+)"),
)  # fmt: skip
