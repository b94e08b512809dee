"""Italian: days, people, and dates that matter."""

from __future__ import annotations

import re

from carnet.capture.rules.extracting import page
from carnet.capture.rules.extracting.page import Day, one_of, these, words
from carnet.clients.kinds import RelationKind

UNITS = ("zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici", "tredici",
         "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove")  # fmt: skip
TENS = ("venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta")
IS_ALSO_A_VERB = {"uno", "sei"}
NUMBERS = {word: number for number, word in enumerate(UNITS) if number > 1 and word not in IS_ALSO_A_VERB}
NUMBERS |= {word: 20 + 10 * place for place, word in enumerate(TENS)}
NUMBERS |= {
    (ten[:-1] if UNITS[unit][0] in "uo" else ten) + UNITS[unit]: 20 + 10 * place + unit
    for place, ten in enumerate(TENS)
    for unit in range(1, 10)
}

MONTHS = {name: place for place, names in enumerate((
    "gennaio gen", "febbraio feb", "marzo mar", "aprile apr", "maggio mag", "giugno giu", "luglio lug", "agosto ago",
    "settembre set sett", "ottobre ott", "novembre nov", "dicembre dic"), 1) for name in names.split()}  # fmt: skip
WEEKDAYS = {
    name: place
    for place, name in enumerate(("lunedi", "martedi", "mercoledi", "giovedi", "venerdi", "sabato", "domenica"))
}
MONTH, WEEKDAY = f"(?P<m>{one_of(MONTHS)})", f"(?P<w>{one_of(WEEKDAYS)})"
LONG = "(?P<m>" + one_of({name: 0 for name in MONTHS if name.endswith(("io", "zo", "ile", "sto", "bre"))}) + ")"
YEAR = r"(?: (?:del )?(?P<y>20\d\d))?"
UNIT = {"giorno": "day", "giorni": "day", "settimana": "week", "settimane": "week", "mese": "month", "mesi": "month"}
DAYS = (
    Day("past",
        words(rf"(?:{one_of(WEEKDAYS)}|{one_of(MONTHS)}|settimana|mese|anno|natale) (?:scors[oa]|passat[oa])"
              rf"|(?:scors[oa]|passat[oa]) (?:settimana|mese|{one_of(WEEKDAYS)}|{one_of(MONTHS)})|ieri|(?:\w+"
              rf"|\d+) (?:giorni|settimane|mesi|anni|mese|anno|settimana) fa")),
    Day("before_christmas", words("(?:prima di|entro|prima delle) (?:natale|feste)")),
    Day("christmas", words("(?:per|a) natale")),
    Day("date",
        words(rf"(?:(?:il|l'|entro il|entro l'|dal|dall'|per il|per l') ?)?(?P<d>\d{{1,2}}"
              rf"|primo)[°º]? (?:di )?{MONTH}{YEAR}")),
    Day("date", words(r"(?:il|entro il) (?P<d>\d{1,2})/(?P<m>\d{1,2})(?:/(?P<y>(?:20)?\d\d))?")),
    Day("month_end", words("(?:entro |prima della |per )?(?:a |la )?fine (?:del )?mese")),
    Day("year_end", words("(?:entro |prima della |per )?(?:la )?fine (?:dell')?anno")),
    Day("month",
        words(rf"(?:a|ad|in|per|entro|verso|prima di|a fine|a inizio|a meta|nel mese di|fine|inizio"
              rf"|meta) {MONTH}{YEAR}")),
    Day("month", words(rf"{LONG}{YEAR}")),
    Day("weekday_next_week", words(rf"{WEEKDAY} (?:della )?(?:prossima settimana|settimana prossima)")),
    Day("weekday",
        words(rf"(?:entro |prima di |per |di |fino a )?(?:il |questo |questa )?{WEEKDAY}(?: prossim[oa])?")),
    Day("weekday", words(rf"prossim[oa] {WEEKDAY}")),
    Day("in", words(r"(?:tra|fra|entro) (?:circa )?(?:(?P<n>\d+)|una?|un paio di) (?P<u>giorn[oi]|settiman[ae]"
                    r"|mes[ei])")),
    Day("after_tomorrow", words("dopodomani|dopo domani")),
    Day("tomorrow", words("domani(?: mattina| sera)?|domattina")),
    Day("today", words("oggi|stasera|in giornata|questo pomeriggio")),
    Day("weekend", words("(?:nel |questo )?(?:week-?end|fine settimana)")),
    Day("next_week", words("(?:la |nella )?(?:prossima settimana|settimana prossima|settimana entrante)"
                           "|inizio settimana")),
    Day("this_week", words("(?:entro |in |questa )(?:la )?settimana|entro fine settimana")),
    Day("next_month", words("(?:il |nel )?(?:mese prossimo|prossimo mese)")),
    Day("day", words(r"(?:il|l'|entro il|entro l'|per il|per l'|dal|fino al"
                     r"|prima dell?'?) ?(?P<d>\d{1,2})(?! (?:euro|cm|mm|anni|di anello|per))")),
)  # fmt: skip

KIN = {
    RelationKind.SPOUSE: "marito|moglie|coniuge",
    RelationKind.PARTNER: "compagno|compagna|fidanzato|fidanzata|ragazzo|ragazza",
    RelationKind.CHILD: "figlia|figlio|figli|figlie|bambino|bambina|primogenita|primogenito|maggiore",
    RelationKind.PARENT: "madre|padre|mamma|papa|genitori",
    RelationKind.SIBLING: "sorella|fratello|sorelle|fratelli|gemella|gemello",
    RelationKind.FRIEND: "amica|amico|amiche|amici|migliore amica",
    RelationKind.ASSISTANT: "assistente|segretaria|segretario",
    RelationKind.OTHER: "suocera|suocero|cognata|cognato|nuora|genero|cugina|cugino|zia|zio|nipote|nipotina"
    "|nipotino|figlioccia|figlioccio|madrina|padrino"
    "|nonna|nonno|collega|capo|tata|vicina|socia|socio",
}
RELATIONS = {name: kind for kind, names in KIN.items() for name in names.split("|")}
NOT_NAMES = these(
    "suo sua suoi sue loro mio mia il lo la i gli le un una uno e ed o ma con senza che chi cui e' era erano ha"
    " hanno aveva sara va vanno verra"
    " ama adora odia preferisce vuole porta chiede viene passa passera passano arriva aspetta compie festeggia si"
    " se in di del della dei delle da su"
    " per a al alla anche ancora gia domani ieri oggi presto qui fuori sola solo insieme sempre mai non piu troppo"
    " molto bene prima questo questa"
    " io ho noi abbiamo taglia misura anello oro platino argento acciaio diamante lunedi martedi mercoledi giovedi"
    " venerdi sabato domenica gennaio"
    " febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre natale compleanno"
    " matrimonio signora signor sig dott"
    " ne ci vi come quando sposa laurea laureata detesta odiano contenta felice presente incinta ritira ritirare"
    " cerca"
) | frozenset(RELATIONS)
PEOPLE = page.Kin(
    kinds=RELATIONS,
    pattern=words(rf"(?:(?:(?:la|il|i|le|l'|una|un) ?)?(?:sua|suo|sue|suoi|loro) |(?:la|il|una|un|lo|dalla|della"
                  rf"|alla|dal|del|al|col|nostra|nostro) |(?:l'|dell'|un'))(?:(?:migliore|piccola|piccolo|cara"
                  rf"|futura?o?) )?(?P<rel>{one_of(RELATIONS)})"),
    company=re.compile(r"(?<!\w)(?:con|e|insieme a(?:l|lla)?|accompagnat[oa] da(?:l|lla|ll')?)(?: (?:la|il|l'))? ?$"),
    along=re.compile(r"^ (?:l'accompagnava|l'ha accompagnata|era con|era presente|anche)"),
    who=re.compile(r"^,? ?che\b"),
    called=re.compile(r"^,? ?\(?(?:che si chiama|di nome|:)? ?(?=\w)"),
    herself=words(r"lei|cliente|signora|io|ho|noi|abbiamo|sua misura|suo (?:dito|polso)"),
    she=words(r"le piac\w+|le ho"),
    he=words(r"lui|gli piac\w+|signor"),
    male=these(
        "marito compagno fidanzato ragazzo figlio bambino primogenito padre papa fratello gemello amico suocero"
        " cognato genero cugino zio nipotino"
        " figlioccio padrino nonno socio capo"
    ),
    not_names=NOT_NAMES,
    given=these("anna emma paolo marco luca leo sofia maria giulia chiara francesca alessandro matteo andrea elena"
                " sara laura davide giovanni bianca"),
    name=re.compile(r"^[a-z]+(?<!are)(?<!ere)(?<!ire)(?<!ando)(?<!endo)$"),
)  # fmt: skip

OCCASION_SAID = {
    "anniversary": "anniversario di matrimonio",
    "birthday": "compleanno",
    "wedding": "matrimonio",
    "engagement": "fidanzamento",
    "graduation": "laurea",
    "birth": "nascita",
    "christmas": "Natale",
    "mothers_day": "festa della mamma",
    "valentine": "San Valentino",
    "trip": "viaggio",
    "other": "una data che conta",
}
MONTH_NAMES = (
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
)


def when(day: int | None, month: int, year: int | None) -> str:
    """L’8 dicembre, a maggio 2027."""
    named = " ".join(str(each) for each in (day, MONTH_NAMES[month - 1], year) if each)
    if not day:
        return f"a {named}"
    return f"l’{named}" if day in {8, 11} else f"il {named}"


def say(code: str, whose: str | None, on: str) -> str:
    """Compleanno il 4 marzo; Bianca: laurea a maggio 2027."""
    said = OCCASION_SAID[code]
    said = f"{whose}: {said}" if whose else said
    return f"{said[:1].upper()}{said[1:]} {on}"


OCCASIONS = page.Occasions(
    cues=(
        ("birthday", words(r"compleanno|compie(?: gli)? \d+(?: anni)?|compira \d+ anni|i suoi \d+ anni"), True),
        ("wedding", words(r"anniversario(?: di (?:matrimonio|nozze))?|anni di (?:matrimonio|nozze)|nozze d'\w+"), True),
        ("wedding", words(r"si spos(?:a|ano|era|eranno)|matrimonio|nozze(?! d')"), False),
        ("engagement", words(r"fidanzamento|si fidanz(?:a|ano)|proposta di matrimonio|chiedera? la mano"
                             r"|le chiedera di sposarlo"), False),
        ("graduation", words(r"si laure(?:a|era|ano)|laurea|diploma|si diploma|laureanda"), False),
        ("birth", words(r"nascita|aspetta(?:no)? (?:un|una) (?:bella )?(?:bambin[oa]|bimb[oa]|figli[oa]"
                        r"|femminuccia|maschietto)|nascera|partorira|partorisce|parto|termine previsto"), False),
        ("christmas", words(r"(?:per|a) natale|regal[oi] di natale"), True),
        ("valentine", words(r"san valentino"), True),
        ("mothers_day", words(r"festa della mamma"), True),
        ("trip", words(r"part(?:e|ono|ira|iranno|ire) per [a-z']{3,}|va(?:nno)? (?:a|in) (?!casa|cena|pranzo|letto"
                       r"|bene|trovare)[a-z]{3,}|viaggi?o? (?:a|in|di nozze)(?: [a-z]{3,})?|si trasferis\w+|vola a"
                       r"|vacanz[ae] (?:a|in)|crociera|sara (?:a|in) [a-z]{4,}"), False),
        ("other", words(r"va in pensione|pensionamento|pensione|inaugurazione|vernissage"), False),
    ),
    fixed={"christmas": (12, 25), "valentine": (2, 14), "mothers_day": (5, None)},
    say=say,
    when=when,
    named_after=re.compile(r"^ ?(?:di |d')(?P<name>[^\W\d_][\w\-]+)"),
)  # fmt: skip
