"""French: the words that go into its letters, for a native editor; below them, the grammar."""

from __future__ import annotations

import dataclasses
import re
import unicodedata

from carnet.outreach.kinds import Advice
from carnet.outreach.rules.letters import facts, fr, names, patterns, tongue
from carnet.outreach.rules.letters.facts import SEVERAL, Ago
from carnet.outreach.rules.letters.names import Called
from carnet.outreach.rules.letters.patterns import OPEN, SHUT, Saying
from carnet.outreach.rules.letters.subject import FAMILIAR, FORMAL, HE, SHE, Addressee, Sender, Subject

M, F, M_PL, F_PL = "m", "f", "m pl", "f pl"

NOUNS = {
    "ring": ("bague", F),
    "earrings": ("boucles d'oreilles", F_PL),
    "necklace": ("collier", M),
    "pendant": ("pendentif", M),
    "bracelet": ("bracelet", M),
    "brooch": ("broche", F),
    "watch": ("montre", F),
    "strap": ("bracelet", M),
    "fragrance": ("parfum", M),
    "bag": ("sac", M),
    "scarf": ("étole", F),
    "cufflinks": ("boutons de manchette", M_PL),
    "clock": ("horloge", F),
    "rattle": ("hochet", M),
    SEVERAL: ("pièces", F_PL),
}
"""Leather, ready-to-wear and objects have no noun that suits them all: « cette pièce », or « le modèle Lune »."""
UNNAMED, NAMED_ONLY = ("pièce", F), ("modèle", M)
H_ASPIRE = {"hochet"}
H_MUET = (
    "Hadrien Hector Hélène Héloïse Henri Henriette Hermine Hervé Hilaire Hippolyte Honoré Honorine Hortense Hubert "
    "Huguette Hyacinthe"
)
"""Names before which « de » elides; before any other name in H it does not."""

OCCASIONS = {
    # whose may be said; else with its month; else bare
    "birthday": ("l'anniversaire de {Bianca}", "cet anniversaire de {juin}", "cet anniversaire"),
    "wedding": ("l'anniversaire de mariage de {Bianca}", "cette date de {juin}", "une date qui compte"),
    "engagement": ("la date que {vous avez} en tête",),
    "graduation": ("la remise de diplôme de {Bianca}", "cette remise de diplôme"),
    "birth": ("cette naissance",),
    "christmas": ("Noël",),
    "mothers_day": ("la fête des mères",),
    "valentine": ("la Saint-Valentin",),
    "trip": ("{votre} voyage",),
    "other": ("cette date de {juin}", "une date qui compte"),
}
AGO = {
    Ago.TODAY: "aujourd'hui",
    Ago.YESTERDAY: "hier",
    Ago.OTHER_DAY: "l'autre jour",
    Ago.LAST_WEEK: "la semaine dernière",
    Ago.WEEKS: "il y a quelques semaines",
    Ago.MONTHS: "il y a quelques mois",
    Ago.LONG: "il y a quelque temps",
}
DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche"
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"

CARE = {
    "ring": (
        "Si l'anneau vous paraît un peu juste, ou un peu large, dites-le-moi : nous verrons cela ensemble.",
        "Si l'anneau te paraît un peu juste, ou un peu large, dis-le-moi : on verra ça ensemble.",
    ),
    "earrings": (
        "Si une attache vous paraît trop souple, ou trop ferme, dites-le-moi : cela se règle.",
        "Si une attache te paraît trop souple, ou trop ferme, dis-le-moi : ça se règle.",
    ),
    "necklace": (
        "S'il tombe un peu haut, ou un peu bas, dites-le-moi : nous verrons ce qui peut se reprendre.",
        "S'il tombe un peu haut, ou un peu bas, dis-le-moi : on verra ce qui peut se reprendre.",
    ),
    "pendant": (
        "Si la chaîne tombe un peu haut, ou un peu bas, dites-le-moi : la longueur se reprend.",
        "Si la chaîne tombe un peu haut, ou un peu bas, dis-le-moi : la longueur se reprend.",
    ),
    "bracelet": (
        "S'il tourne trop au poignet, ou s'il serre, dites-le-moi : nous verrons ce qui peut se reprendre.",
        "S'il tourne trop au poignet, ou s'il serre, dis-le-moi : on verra ce qui peut se reprendre.",
    ),
    "brooch": (
        "Si l'épingle vous paraît trop ferme pour une étoffe légère, dites-le-moi : il y a des façons de faire.",
        "Si l'épingle te paraît trop ferme pour une étoffe légère, dis-le-moi : il y a des façons de faire.",
    ),
    "watch": (
        "Si le bracelet demande un ajustement, ou si l'heure vous joue des tours, dites-le-moi.",
        "Si le bracelet demande un ajustement, ou si l'heure te joue des tours, dis-le-moi.",
    ),
    "strap": (
        "S'il vous paraît encore raide, ou s'il manque un cran, dites-le-moi.",
        "S'il te paraît encore raide, ou s'il manque un cran, dis-le-moi.",
    ),
    "leather": (
        "Le cuir prend son temps. S'il rencontre une goutte d'eau ou une griffure, demandez-moi avant d'y toucher.",
        "Le cuir prend son temps. S'il rencontre une goutte d'eau ou une griffure, demande-moi avant d'y toucher.",
    ),
    "bag": (
        "S'il rencontre une goutte d'eau ou une griffure, demandez-moi avant d'y toucher.",
        "S'il rencontre une goutte d'eau ou une griffure, demande-moi avant d'y toucher.",
    ),
    "ready_to_wear": (
        "Si une longueur ou une épaule vous gêne, dites-le-moi : une retouche se fait volontiers.",
        "Si une longueur ou une épaule te gêne, dis-le-moi : une retouche se fait volontiers.",
    ),
    "fragrance": (
        "Un parfum change avec la saison ; s'il vous surprend, racontez-moi.",
        "Un parfum change avec la saison ; s'il te surprend, raconte-moi.",
    ),
    "scarf": (
        "Avant de la confier au pressing, demandez-moi : les belles étoffes ont leurs habitudes.",
        "Avant de la confier au pressing, demande-moi : les belles étoffes ont leurs habitudes.",
    ),
    SEVERAL: (
        "Si l'une d'elles demandait un ajustement ou un soin, dites-le-moi.",
        "Si l'une d'elles demandait un ajustement ou un soin, dis-le-moi.",
    ),
    "": (
        "Si quelque chose demandait un ajustement ou un soin, dites-le-moi.",
        "Si quelque chose demandait un ajustement ou un soin, dis-le-moi.",
    ),
}
"""What may need a hand after a few weeks, to vous and to tu."""
ADVICE = {
    Advice.SETTING: (
        "les griffes",
        "Les griffes s'usent tout doucement ; un regard, de loin en loin, garde chaque pierre à sa place.",
        "Les griffes s'usent tout doucement ; un coup d'œil à l'occasion, et chaque pierre reste à sa place.",
    ),
    Advice.CLASP: (
        "le fermoir",
        "Un fermoir travaille chaque jour sans se plaindre ; il gagne à être regardé de temps à autre.",
        "Un fermoir travaille tous les jours sans se plaindre ; il mérite un coup d'œil à l'occasion.",
    ),
    Advice.BACKS: (
        "les attaches",
        "Les attaches se détendent si lentement que la main s'y habitue ; quelques minutes leur rendent leur tenue.",
        "Les attaches se détendent si doucement qu'on s'y habitue ; quelques minutes leur rendent leur tenue.",
    ),
    Advice.SEALS: (
        "les joints",
        "Les joints d'une montre vieillissent avant elle, et gagnent à être contrôlés de temps à autre.",
        "Les joints d'une montre vieillissent avant elle ; mieux vaut les faire contrôler à l'occasion.",
    ),
    Advice.MOVEMENT: (
        "le mouvement",
        "Après quelques années, un mouvement gagne à être nettoyé et huilé, même quand l'heure reste juste.",
        "Au bout de quelques années, un mouvement aime être nettoyé et huilé, même quand l'heure reste juste.",
    ),
    Advice.STRAP: (
        "les coutures",
        "Un bracelet prend le pli du poignet, et ses coutures gagnent à être regardées de temps à autre.",
        "Un bracelet prend le pli du poignet ; ses coutures méritent un coup d'œil à l'occasion.",
    ),
    Advice.LEATHER: (
        "le cuir",
        "Le cuir se dessèche un peu au fil des saisons ; nourri avec mesure, il garde toute sa souplesse.",
        "Le cuir se dessèche un peu au fil des saisons ; nourri de temps en temps, il reste souple.",
    ),
    None: (
        "les détails",
        "Une pièce gagne à être regardée de temps à autre, même quand rien ne semble le demander.",
        "Une pièce gagne à être regardée à l'occasion, même quand elle ne demande rien.",
    ),
}
"""What is looked at, and why a piece of a certain age is better for it, to vous and to tu."""
YEARS = (
    "", "un an", "deux ans", "trois ans", "quatre ans", "cinq ans", "six ans", "sept ans", "huit ans", "neuf ans",
    "dix ans",
)  # fmt: skip
MANY_YEARS = "bien des années"

WISHES = {
    FORMAL: ("J'espère que tout va bien pour vous.", "Je vous souhaite une très belle semaine."),
    FAMILIAR: ("J'espère que tout va bien pour toi.", "Je te souhaite une belle semaine."),
}
"""Sentences that may end any letter, to vous and to tu."""

TITLES = {
    "docteur": "Docteur,",
    "dr": "Docteur,",
    "maître": "Maître,",
    "me": "Maître,",
    "professeur": "Professeur,",
    "pr": "Professeur,",
}
MADAME = "mme madame mrs ms miss mlle mademoiselle frau signora sra señora dame lady"
MONSIEUR = "m mr monsieur herr signor sig sr señor sir"


# The grammar.

VOWELS = "aeiouœæø"
ELIDES = re.compile(rf"\b([DdJjMmNnSsTt]|(?:[Jj]us|[Ll]ors|[Pp]uis)?[Qq]u)e {OPEN}(?=([^{OPEN}{SHUT}]+))")
CONTRACTS = {
    f"de {OPEN}le ": f"du {OPEN}",
    f"de {OPEN}les ": f"des {OPEN}",
    f"à {OPEN}le ": f"au {OPEN}",
    f"à {OPEN}les ": f"aux {OPEN}",
}
"""Before a noun; a pronoun has nothing after it within its slot, and does not contract."""
PRONOUN = re.compile(rf"{OPEN}l[ea]{SHUT} (?=[aeiouhàâéèêîôûœ])")
IF_HE = re.compile(rf"\b([Ss])i {OPEN}(?=ils?{SHUT})")
ABOUT_A_PIECE = ("la bague Aube", "cette bague", "votre bague Aube", "ta bague Aube", "elle", "la")
HIGH_SIGNS = re.compile(r" ?([;:!?])")


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

    def one_of(self, plural: str, before_a_vowel: str, feminine: str, masculine: str) -> str:
        """The noun after the determiner that agrees with it."""
        if self.plural:
            return f"{plural} {self.noun}"
        if elides(self.noun):
            return f"{before_a_vowel}{self.noun}"
        return f"{feminine if self.feminine else masculine} {self.noun}"


def elides(text: str) -> bool:
    """Whether « de » loses its vowel before it."""
    word = re.split("[ -]", text, maxsplit=1)[0]
    if word[:1] in {"h", "H"}:
        return word not in H_ASPIRE if word[0] == "h" else word in H_MUET.split()
    bare = unicodedata.normalize("NFKD", word).lower()
    if bare.startswith("y"):
        return bare[1:2] not in {*VOWELS, ""}
    return bare[:1] in VOWELS and bool(bare)


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
    this = piece.one_of("ces", "cette " if piece.feminine else "cet ", "cette", "ce")
    yours = f"votre {piece.name}" if (piece.noun, piece.gender) == NAMED_ONLY else ""
    return {
        "la bague Aube": f"{piece.one_of('les', "l'", 'la', 'le')} {piece.name}" if piece.name else this,
        "cette bague": this,
        "votre bague Aube": yours or f"{piece.one_of('vos', 'votre ', 'votre', 'votre')} {piece.name}".strip(),
        "ta bague Aube": f"{piece.one_of('tes', 'ton ', 'ta', 'ton')} {piece.name}".strip(),
        "elle": ("elle" if piece.feminine else "il") + ("s" if piece.plural else ""),
        "la": "les" if piece.plural else "la" if piece.feminine else "le",
    }, piece


def saying(subject: Subject, to: Addressee, sender: Sender) -> Saying:
    """What every slot says."""
    words, piece = piece_words(subject)
    about, ago, formal = facts.piece(subject), facts.ago(subject), to.form != FAMILIAR
    care = CARE.get(about.category if about else "", CARE[""])
    looked_at, *advice = ADVICE[subject.advice]
    maison = names.house(sender.maison)
    words |= {
        "hier": AGO[ago] if ago else "",
        "ensemble": "ensemble" if subject.together else "",
        "jusqu'à samedi": until(subject),
        "l'anniversaire": occasion(subject, to, formal=formal),
        "chère Madame": again(names.opening(to.written) or opening(to)) if formal else "",
        "la maison Lys": f"la maison {maison.removeprefix('Maison ')}" if maison else "toute la maison",
        "soin": care[0] if formal else care[1],
        "conseil": advice[0] if formal else advice[1],
        "les griffes": looked_at,
        "un an": facts.said_in_years(subject, YEARS, MANY_YEARS),
    }
    so = facts.circumstances(subject)
    return Saying(words, so, piece.feminine, piece.plural) if piece else Saying(words, so)


def until(subject: Subject) -> str:
    """« jusqu'à samedi », « jusqu'au 1er mars »."""
    kept = facts.kept_until(subject)
    if kept is None:
        return ""
    day, this_week = kept
    if this_week:
        return f"jusqu'à {DAYS.split()[day.weekday()]}"
    return f"jusqu'au {day.day if day.day > 1 else '1er'} {MONTHS.split()[day.month - 1]}"


def occasion(subject: Subject, to: Addressee, *, formal: bool) -> str:
    """The occasion, in as few words as discretion asks."""
    on = subject.occasion_on
    words = {
        "Bianca": facts.celebrated(subject, to.given, to.preferred, to.display),
        "juin": MONTHS.split()[on.month - 1] if on else "",
        "vous avez": "vous avez" if formal else "tu as",
        "votre": "votre" if formal else "ton",
    }
    return patterns.first(OCCASIONS.get(subject.occasion, OCCASIONS["other"]), Saying(words, {}))


def opening(to: Addressee) -> str:
    """*Chère Madame,* without a surname; her whole name when nothing says whether she is one; never a number."""
    title = names.clean(to.title).casefold().strip(". ")
    gender = to.gender or (SHE if title in MADAME.split() else HE if title in MONSIEUR.split() else "")
    if to.form == FAMILIAR:
        dear, name = {SHE: "Chère", HE: "Cher"}.get(gender, "Bonjour"), names.familiar(to)
        return f"{dear} {name}," if name else "Bonjour,"
    return TITLES.get(title) or {SHE: "Chère Madame,", HE: "Cher Monsieur,"}.get(gender) or neutral(to)


def neutral(to: Addressee) -> str:
    """« Bonjour Ingrid Lindqvist, »: « Madame, Monsieur, » would own that we do not know whom we received."""
    if whole := names.whole(to):
        return f"Bonjour {whole},"
    return "Madame, Monsieur," if names.person(to.family) else "Bonjour,"


def again(opened: str) -> str:
    """« chère Madame »: an opening as it is said again inside a closing; nothing when it cannot be."""
    if opened in {"Chère Madame,", "Cher Monsieur,"}:
        return opened.rstrip(",").replace("C", "c", 1)
    return opened.rstrip(",") if opened in TITLES.values() else ""


def finish(text: str) -> str:
    """With its elisions, contractions, apostrophes, and a thin no-break space before high signs."""
    for apart, contracted in CONTRACTS.items():
        text = text.replace(f" {apart}", f" {contracted}")
    text = ELIDES.sub(lambda word: f"{word[1]}'{OPEN}" if elides(word[2]) else word[0], text)
    text = IF_HE.sub(rf"\1'{OPEN}", PRONOUN.sub("l'", text))
    return HIGH_SIGNS.sub("\u202f\\1", patterns.unmarked(text)).replace("'", "\u2019")


TONGUE = tongue.Tongue(
    letters=tongue.read(fr.LETTERS),
    opening=opening,
    saying=saying,
    finish=finish,
    is_reviewed=True,
    wishes=WISHES,
    categories=NOUNS.keys() | CARE.keys(),
    occasions=OCCASIONS.keys(),
)
