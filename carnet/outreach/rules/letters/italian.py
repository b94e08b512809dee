"""Italian: the words that go into its letters, for a native editor; below them, the grammar."""

from __future__ import annotations

import dataclasses
import re

from carnet.outreach.kinds import Advice, Reason
from carnet.outreach.rules.letters import facts, it, names, patterns, tongue
from carnet.outreach.rules.letters.facts import SEVERAL, Ago
from carnet.outreach.rules.letters.names import Called
from carnet.outreach.rules.letters.patterns import OPEN, SHUT, Saying
from carnet.outreach.rules.letters.subject import FAMILIAR, FORMAL, HE, SHE, Addressee, Sender, Subject

M, F, M_PL, F_PL = "m", "f", "m pl", "f pl"

NOUNS = {
    "ring": ("anello", M),
    "earrings": ("orecchini", M_PL),
    "necklace": ("collana", F),
    "pendant": ("pendente", M),
    "bracelet": ("bracciale", M),
    "brooch": ("spilla", F),
    "watch": ("orologio", M),
    "strap": ("cinturino", M),
    "fragrance": ("profumo", M),
    "bag": ("borsa", F),
    "scarf": ("stola", F),
    "cufflinks": ("gemelli", M_PL),
    "clock": ("orologio da tavolo", M),
    "rattle": ("sonaglio", M),
    SEVERAL: ("creazioni", F_PL),
}
"""Leather, ready-to-wear and objects have no noun that suits them all: «quella creazione», or «il modello Lune»."""
UNNAMED, NAMED_ONLY = ("creazione", F), ("modello", M)

OCCASIONS = {
    # whose may be said; else with its month; else bare
    "birthday": ("il compleanno di {Bianca}", "quel compleanno di {giugno}", "quel compleanno"),
    "wedding": ("l'anniversario di nozze di {Bianca}", "quella data di {giugno}", "una data che conta"),
    "engagement": ("la data che {ha} in mente",),
    "graduation": ("la laurea di {Bianca}", "quella laurea"),
    "birth": ("il lieto evento",),
    "christmas": ("il Natale",),
    "mothers_day": ("la festa della mamma",),
    "valentine": ("San Valentino",),
    "trip": ("{il Suo} viaggio",),
    "other": ("quella data di {giugno}", "una data che conta"),
}
AGO = {
    Ago.TODAY: "oggi",
    Ago.YESTERDAY: "ieri",
    Ago.OTHER_DAY: "l'altro giorno",
    Ago.LAST_WEEK: "la settimana scorsa",
    Ago.WEEKS: "qualche settimana fa",
    Ago.MONTHS: "qualche mese fa",
    Ago.LONG: "qualche tempo fa",
}
DAYS = "lunedì martedì mercoledì giovedì venerdì sabato domenica"
MONTHS = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"
YEARS = (
    "", "un anno", "due anni", "tre anni", "quattro anni", "cinque anni", "sei anni", "sette anni", "otto anni",
    "nove anni", "dieci anni",
)  # fmt: skip
MANY_YEARS = "tanti anni"
WISHES = {
    FORMAL: ("Spero che Lei stia bene.", "Le auguro una buona settimana."),
    FAMILIAR: ("Spero che tu stia bene.", "Buona settimana."),
}
"""Sentences that may end any letter."""

CARE = {
    "ring": (
        "Se la misura Le sembra un poco stretta, o un poco larga, me lo dica: vedremo insieme.",
        "Se la misura ti sembra un po' stretta, o un po' larga, dimmelo: vediamo insieme.",
    ),
    "earrings": (
        "Se una chiusura Le sembra troppo morbida, o troppo rigida, me lo dica: si regola facilmente.",
        "Se una chiusura ti sembra troppo morbida, o troppo rigida, dimmelo: si regola facilmente.",
    ),
    "necklace": (
        "Se Le cade un poco alta, o un poco bassa, me lo dica: vedremo che cosa si può fare.",
        "Se ti cade un po' alta, o un po' bassa, dimmelo: vediamo che cosa si può fare.",
    ),
    "pendant": (
        "Se la catena Le sembra un poco lunga, o un poco corta, me lo dica: la lunghezza si può cambiare.",
        "Se la catena ti sembra un po' lunga, o un po' corta, dimmelo: la lunghezza si può cambiare.",
    ),
    "bracelet": (
        "Se gira troppo sul polso, o se stringe, me lo dica: vedremo che cosa si può fare.",
        "Se gira troppo sul polso, o se stringe, dimmelo: vediamo che cosa si può fare.",
    ),
    "brooch": (
        "Se lo spillo Le sembra troppo rigido per una stoffa leggera, me lo dica: un modo si trova.",
        "Se lo spillo ti sembra troppo rigido per una stoffa leggera, dimmelo: un modo si trova.",
    ),
    "watch": (
        "Se il bracciale va regolato, o se l'ora Le gioca qualche scherzo, me lo dica.",
        "Se il bracciale va regolato, o se l'ora ti gioca qualche scherzo, dimmelo.",
    ),
    "strap": (
        "Se Le sembra ancora un poco rigido, o se manca un foro, me lo dica.",
        "Se ti sembra ancora un po' rigido, o se manca un foro, dimmelo.",
    ),
    "leather": (
        "La pelle ha i suoi tempi. Se incontra una goccia d'acqua o un graffio, prima di toccarla mi chieda.",
        "La pelle ha i suoi tempi. Se incontra una goccia d'acqua o un graffio, prima di toccarla chiedimi.",
    ),
    "bag": (
        "Se incontra una goccia d'acqua o un graffio, prima di toccarla mi chieda.",
        "Se incontra una goccia d'acqua o un graffio, prima di toccarla chiedimi.",
    ),
    "ready_to_wear": (
        "Se una lunghezza o una spalla non La convince, me lo dica: un ritocco si fa volentieri.",
        "Se una lunghezza o una spalla non ti convince, dimmelo: un ritocco si fa volentieri.",
    ),
    "fragrance": (
        "Un profumo cambia con la stagione: se La sorprende, me lo racconti.",
        "Un profumo cambia con la stagione: se ti sorprende, raccontamelo.",
    ),
    "scarf": (
        "Prima di affidarla alla tintoria, mi chieda: le belle stoffe hanno le loro abitudini.",
        "Prima di affidarla alla tintoria, chiedimi: le belle stoffe hanno le loro abitudini.",
    ),
    SEVERAL: (
        "Se una di loro chiedesse una regolazione, o un poco di cura, me lo dica.",
        "Se una di loro chiedesse una regolazione, o un po' di cura, dimmelo.",
    ),
    "": (
        "Se qualcosa chiedesse una regolazione, o un poco di cura, me lo dica.",
        "Se qualcosa chiedesse una regolazione, o un po' di cura, dimmelo.",
    ),
}
"""What may need a hand after a few weeks, to Lei and to tu."""
ADVICE = {
    Advice.SETTING: (
        "le griffe",
        "Le griffe si ammorbidiscono con il tempo: uno sguardo, ogni tanto, tiene ogni pietra al suo posto.",
        "Le griffe si ammorbidiscono con il tempo: basta uno sguardo, ogni tanto, e ogni pietra resta al suo posto.",
    ),
    Advice.CLASP: (
        "la chiusura",
        "Una chiusura lavora ogni giorno senza farsi notare, e merita di tanto in tanto uno sguardo.",
        "Una chiusura lavora tutti i giorni senza farsi notare: ogni tanto si merita uno sguardo.",
    ),
    Advice.BACKS: (
        "le chiusure",
        "Le chiusure si allentano così piano che la mano ci si abitua; per rimetterle a punto bastano pochi minuti.",
        "Le chiusure si allentano così piano che ci si fa l'abitudine; per rimetterle a punto bastano pochi minuti.",
    ),
    Advice.SEALS: (
        "le guarnizioni",
        "Le guarnizioni di un orologio invecchiano prima dell'orologio stesso: è bene verificarle di tanto in tanto.",
        "Le guarnizioni di un orologio invecchiano prima dell'orologio: meglio farle verificare, ogni tanto.",
    ),
    Advice.MOVEMENT: (
        "il movimento",
        "Dopo qualche anno a un movimento giovano una pulizia e un olio nuovo, anche quando l'ora è ancora esatta.",
        "Dopo qualche anno a un movimento fanno bene una pulizia e un olio nuovo, anche se l'ora è ancora esatta.",
    ),
    Advice.STRAP: (
        "le cuciture",
        "Un cinturino prende la forma del polso, e alle sue cuciture giova di tanto in tanto uno sguardo.",
        "Un cinturino prende la forma del polso: alle sue cuciture, ogni tanto, uno sguardo fa bene.",
    ),
    Advice.LEATHER: (
        "la pelle",
        "Con le stagioni la pelle si asciuga un poco: nutrita con misura, resta morbida a lungo.",
        "Con le stagioni la pelle si asciuga un po': nutrita ogni tanto, resta morbida.",
    ),
    None: (
        "i dettagli",
        "A ogni creazione giova uno sguardo, di tanto in tanto, anche quando non chiede nulla.",
        "A ogni creazione uno sguardo fa bene, ogni tanto, anche quando non chiede niente.",
    ),
}
"""What is looked at, and why a piece of a certain age is better for it, to Lei and to tu."""

TITLES = {
    # hers, his; the same where the title does not tell
    "dottoressa dott.ssa dr.ssa dottore dott dr doctor docteur": ("Dottoressa", "Dottor"),
    "professoressa prof.ssa professore prof pr professor professeur": ("Professoressa", "Professor"),
    "ingegnere ing": ("Ingegner", "Ingegner"),
    "avvocato avv maître me": ("Avvocato", "Avvocato"),
    "architetto arch": ("Architetto", "Architetto"),
    "notaio": ("Notaio", "Notaio"),
    "contessa conte comtesse comte": ("Contessa", "Conte"),
    "marchesa marchese": ("Marchesa", "Marchese"),
    "baronessa barone baronne baron baroness": ("Baronessa", "Barone"),
    "principessa principe princesse prince princess": ("Principessa", "Principe"),
    "duchessa duca": ("Duchessa", "Duca"),
}
HERS = """
    signora sig.ra sra señora signorina sig.na madame mme mrs ms miss mademoiselle mlle frau dame lady dottoressa
    dott.ssa dr.ssa professoressa prof.ssa contessa comtesse marchesa baronessa baronne baroness principessa princesse
    princess duchessa"""
HIS = """
    signore signor sig sr señor monsieur m mr herr sir dottore professore conte comte marchese barone baron principe
    prince duca"""
"""Titles that say which of the two she or he is; "Dott.", on an envelope, does not."""


# The grammar.

VOWELS = "aeiouàèéìòù"
WANTS_LO = re.compile(rf"s[^{VOWELS}\W\d]|[xyz]|gn|pn|ps")
ARTICLES = {"il": "l", "lo": "llo", "la": "lla", "l'": "ll'", "i": "i", "gli": "gli", "le": "lle"}
STEMS = {"di": "de", "a": "a", "da": "da", "in": "ne", "su": "su"}
BEFORE_AN_ARTICLE = re.compile(rf"\b([Dd]i|[Aa]|[Dd]a|[Ii]n|[Ss]u) {OPEN}(?:(il|lo|la|i|gli|le) |(l'))")
"""Before a noun; a pronoun has nothing after it within its slot, and does not contract."""
ELIDES = re.compile(rf"([Ll])[oa]{SHUT} (?=(?:h[oa]|hai|hanno|abbiamo|av\w+)\b)")
"""The pronoun before « ho », « abbiamo », « avevo »: nowhere else does it stand before a vowel in a letter of ours."""
LOSE_A_VOWEL = re.compile(r"r$")
"""« Signor », « Dottor » before a name; « Signore », « Dottore » without one."""
BEGIN_WITH_A_VOWEL = {8, 11}
"""Days of a month: otto, undici."""
ABOUT_A_PIECE = ("l'anello Aube", "quell'anello", "il Suo anello Aube", "il tuo anello Aube", "un altro", "lo", "o")
ENDINGS = {M: "o", F: "a", M_PL: "i", F_PL: "e"}


@dataclasses.dataclass(frozen=True)
class Phrase:
    """A noun as it stands in a letter, and the name after it."""

    noun: str
    gender: str
    name: str = ""

    @property
    def plural(self) -> bool:
        """Several."""
        return self.gender in {M_PL, F_PL}

    @property
    def feminine(self) -> bool:
        """As the noun is; what it is made for does not enter."""
        return self.gender in {F, F_PL}

    @property
    def article(self) -> str:
        """« il », « lo », « l' »: by its gender, its number and the sound it begins with."""
        vowel, wants_lo = self.noun[0] in VOWELS, WANTS_LO.match(self.noun)
        if self.feminine:
            return "le" if self.plural else "l'" if vowel else "la"
        if self.plural:
            return "gli" if vowel or wants_lo else "i"
        return "l'" if vowel else "lo" if wants_lo else "il"

    @property
    def the(self) -> str:
        """« l'anello »."""
        return after(self.article, self.noun)

    @property
    def that(self) -> str:
        """« quell'anello », « quegli orecchini »."""
        return after(f"que{ARTICLES[self.article]}", self.noun)

    @property
    def this(self) -> str:
        """« questo anello »."""
        return f"quest{self.ending} {self.noun}"

    @property
    def another(self) -> str:
        """« un altro »."""
        return {M: "un altro", F: "un'altra", M_PL: "altri", F_PL: "altre"}[self.gender]

    @property
    def ending(self) -> str:
        """What a participle that agrees with it ends in."""
        return ENDINGS[self.gender]

    def hers(self, stem: str) -> str:
        """« il Suo anello », « le tue creazioni »; "Su" is the stem of one, "tu" of the other."""
        article = {M: "il", F: "la", M_PL: "i", F_PL: "le"}[self.gender]
        ending = "oi" if self.gender == M_PL else self.ending
        return f"{article} {stem}{ending} {self.noun}"


def after(determiner: str, noun: str) -> str:
    """The two, apart unless the determiner has lost its vowel."""
    return f"{determiner}{noun}" if determiner.endswith("'") else f"{determiner} {noun}"


def phrase(about: Called) -> Phrase:
    """How a piece is called."""
    unnamed = NAMED_ONLY if about.name else UNNAMED
    return Phrase(*NOUNS.get(about.category, unnamed), name=about.name)


def piece_words(subject: Subject) -> tuple[dict[str, str], Phrase | None]:
    """What the slots about the piece say: nothing without a piece."""
    about = facts.piece(subject)
    if about is None:
        return dict.fromkeys(ABOUT_A_PIECE, ""), None
    piece = phrase(about)
    unnamed = piece.this if subject.reason == Reason.THANKS else piece.that
    return {
        "l'anello Aube": f"{piece.the} {piece.name}" if piece.name else unnamed,
        "quell'anello": piece.that,
        "il Suo anello Aube": f"{piece.hers('Su')} {piece.name}".strip(),
        "il tuo anello Aube": f"{piece.hers('tu')} {piece.name}".strip(),
        "un altro": piece.another,
        "lo": "l" + piece.ending,
        "o": piece.ending,
    }, piece


def saying(subject: Subject, to: Addressee, sender: Sender) -> Saying:
    """What every slot says."""
    words, piece = piece_words(subject)
    about, ago, formal = facts.piece(subject), facts.ago(subject), to.form != FAMILIAR
    care = CARE.get(about.category if about else "", CARE[""])
    looked_at, *advice = ADVICE[subject.advice]
    maison = names.house(sender.maison)
    words |= {
        "ieri": AGO[ago] if ago else "",
        "fino a sabato": until(subject),
        "il compleanno": occasion(subject, to, formal=formal),
        "di Maison Lys": f"di {maison}" if maison else "",
        "cura": care[0] if formal else care[1],
        "consiglio": advice[0] if formal else advice[1],
        "le griffe": looked_at,
        "un anno": facts.said_in_years(subject, YEARS, MANY_YEARS),
    }
    return Saying(words, facts.circumstances(subject), plural=piece is not None and piece.plural)


def until(subject: Subject) -> str:
    """« fino a sabato », « fino al primo marzo », « fino all'8 marzo »."""
    kept = facts.kept_until(subject)
    if kept is None:
        return ""
    day, this_week = kept
    if this_week:
        return f"fino a {DAYS.split()[day.weekday()]}"
    number = "primo" if day.day == 1 else str(day.day)
    return f"fino {after("all'" if day.day in BEGIN_WITH_A_VOWEL else 'al', number)} {MONTHS.split()[day.month - 1]}"


def occasion(subject: Subject, to: Addressee, *, formal: bool) -> str:
    """The occasion, in as few words as discretion asks."""
    on = subject.occasion_on
    words = {
        "Bianca": facts.celebrated(subject, to.given, to.preferred, to.display),
        "giugno": MONTHS.split()[on.month - 1] if on else "",
        "ha": "ha" if formal else "hai",
        "il Suo": "il Suo" if formal else "il tuo",
    }
    return patterns.first(OCCASIONS.get(subject.occasion, OCCASIONS["other"]), Saying(words, {}))


def opening(to: Addressee) -> str:
    """*Gentile Signora Marchetti,* by her title and family name; her whole name when nothing says whether she is one."""
    title = names.clean(to.title).casefold().strip(". ")
    gender = to.gender or (SHE if title in HERS.split() else HE if title in HIS.split() else "")
    if to.form == FAMILIAR:
        dear, name = {SHE: "Cara", HE: "Caro"}.get(gender, "Ciao"), names.familiar(to)
        return f"{dear} {name}," if name else "Ciao,"
    if courtesy := titled(title, gender):
        family = names.person(to.family)
        return f"Gentile {courtesy} {family}," if family else f"Gentile {LOSE_A_VOWEL.sub(r'\g<0>e', courtesy)},"
    whole = names.whole(to)
    return f"Gentile {whole}," if whole else "Buongiorno,"


def titled(title: str, gender: str) -> str:
    """What she is called before her family name; nothing when that would be a guess."""
    pairs = (pair for written, pair in TITLES.items() if title in written.split())
    hers, his = next(pairs, ("Signora", "Signor"))
    return hers if hers == his else {SHE: hers, HE: his}.get(gender, "")


def finish(text: str) -> str:
    """With its articulated prepositions, elisions and apostrophes."""
    text = BEFORE_AN_ARTICLE.sub(_articulated, text)
    text = ELIDES.sub(r"\1'", text)
    return patterns.unmarked(text).replace("'", "\u2019")


def _articulated(found: re.Match[str]) -> str:
    preposition, apart, elided = found.groups()
    stem = STEMS[preposition.lower()]
    stem = patterns.capital(stem) if preposition[0].isupper() else stem
    return f"{stem}{ARTICLES[apart or elided]}{' ' if apart else ''}{OPEN}"


TONGUE = tongue.Tongue(
    letters=tongue.read(it.LETTERS),
    opening=opening,
    saying=saying,
    finish=finish,
    wishes=WISHES,
    categories=NOUNS.keys() | CARE.keys(),
    occasions=OCCASIONS.keys(),
)
