"""French: what one wears, likes and measures."""

from __future__ import annotations

import re

from carnet.capture.rules.extracting import page
from carnet.capture.rules.extracting.page import Thing, words

NOUN = (r"(?:bagues?|alliances?|colliers?|chaines?|sautoirs?|pendentifs?|boucles?(?: d'oreilles?)?|bracelets?"
        r"|joncs?"
        r"|manchettes?|broches?|montres?"
        r"|puces?|creoles?|pieces?|bijou|bijoux|choses?|pierres?|modeles?|montures?|solitaires?|diamants?)")  # fmt: skip
STYLE = rf"(?= ?(?:$|[,.;:!)]|(?:et|ou|mais|pour|avec|au|qu'elle|qui|le|la|svp|{NOUN})(?!\w)))"
THINGS = (
    Thing("metal", "white_gold", "or(?: gris| blanc)", "Or blanc"),
    Thing("metal", "yellow_gold", "or jaune", "Or jaune"),
    Thing("metal", "rose_gold", "or (?:rose|rouge)", "Or rose"),
    Thing("metal", "platinum", "platine", "Platine"),
    Thing("metal", "silver", "argent(?:e|es)?", "Argent"),
    Thing("metal", "steel", "acier", "Acier"),
    Thing("metal", "titanium", "titane", "Titane"),
    Thing("metal", "gold", "or", "Or"),
    Thing("stone", "diamond", "diamants?", "Diamants"),
    Thing("stone", "sapphire", "saphirs?", "Saphirs"),
    Thing("stone", "emerald", "emeraudes?", "Émeraudes"),
    Thing("stone", "ruby", "rubis", "Rubis"),
    Thing("stone", "pearl", "perles?", "Perles"),
    Thing("stone", "spinel", "spinelles?", "Spinelles"),
    Thing("stone", "aquamarine", "aigues?[- ]marines?", "Aigues-marines"),
    Thing("stone", "tourmaline", "tourmalines?", "Tourmalines"),
    Thing("stone", "opal", "opales?", "Opales"),
    Thing("stone", "topaz", "topazes?", "Topazes"),
    Thing("stone", "amethyst", "amethystes?", "Améthystes"),
    Thing("stone", "jade", "jade", "Jade"),
    Thing("stone", "onyx", "onyx", "Onyx"),
    Thing("stone", "turquoise", "turquoises?", "Turquoise"),
    Thing("stone", "morganite", "morganites?", "Morganites"),
    Thing("stone", "tanzanite", "tanzanites?", "Tanzanites"),
    Thing("stone", "garnet", "grenats?", "Grenats"),
    Thing("stone", "mother_of_pearl", "nacre", "Nacre"),
    Thing("style", "discreet", f"(?:discrete?s?|discret|sobres?){STYLE}", "Pièces discrètes"),
    Thing("style", "delicate", f"(?:delicate?s?|fine?s?|legere?s?|leger){STYLE}", "Pièces délicates"),
    Thing("style", "long", f"(?:longs?|longues?){STYLE}|sautoirs?", "Pièces longues"),
    Thing("style", "short", f"(?:courte?s?){STYLE}|ras[- ]d[eu][- ]cou", "Pièces courtes"),
    Thing("style", "stacked", f"(?:empil(?:ees?|able|ables|es?)|superpos(?:ees?|able|ables|es?)|accumul(?:ees?"
                              f"|es?)){STYLE}|(?:a )?(?:empiler|superposer)|accumulations?", "Pièces superposées"),
    Thing("style", "vintage", "(?:vintage|anciens?|anciennes?|art deco|retro)", "Vintage"),
    Thing("style", "large", f"(?:gros|grosses?|grande?s?|imposante?s?|massives?|massifs?|volumineu(?:x|ses?)"
                            f"|larges?"
                            f"|encombrante?s?){STYLE}", "Grosses pièces"),
    Thing("style", "small", f"(?:petite?s?|minuscules?){STYLE}", "Petites pièces"),
    Thing("style", "bold", f"(?:voyante?s?|ostentatoires?|tape-a-l'oeil|bling(?:-bling)?|audacieu(?:x|ses?)"
                           f"|clinquante?s?){STYLE}", "Pièces voyantes"),
    Thing("style", "minimal", f"(?:minimalistes?|epure(?:e|es|s)?|simples?){STYLE}", "Pièces épurées"),
    Thing("style", "classic", f"(?:classiques?|intemporel(?:les?|s)?){STYLE}", "Pièces classiques"),
    Thing("style", "modern", f"(?:modernes?|contemporaine?s?|geometriques?|graphiques?){STYLE}", "Pièces modernes"),
    Thing("style", "colourful", f"(?:coloree?s?|colores){STYLE}|(?:la )?couleurs?", "Pièces colorées"),
)  # fmt: skip
FILLER = re.compile(
    rf"(?:\b(?:[dl]'|qu'))|(?<!\w)(?:et|ou|ni|aussi|le|la|les|l|un|une|des|de|du|d|en|au|aux|tout|toute|tres|trop"
    rf"|plus|plutot|surtout|quelque|chose|rien"
    rf"|bien|ce|qui|est|ses|son|sa|les deux|avec|mais|meme|style|uniquement|seulement|toujours|que|porter|porte|pas"
    rf"|fermoirs?|{NOUN})(?!\w)"
)
VOWEL = re.compile(r"^[aeiouyâéèêîôAEIOUYÂÉÈÊÎÔ]")


def never(label: str) -> str:
    """Jamais d’or jaune, jamais de perles."""
    plain = label[:1].lower() + label[1:]
    return f"Jamais d’{plain}" if VOWEL.match(plain) else f"Jamais de {plain}"


TASTES = page.Tastes(
    things=THINGS,
    golds={"jaune": "yellow_gold", "rose": "rose_gold", "blanc": "white_gold"},
    gold=words("or|ors"),
    likes=(
        r"aime(?:nt|rait)?(?: beaucoup| surtout| bien)?|adore(?:nt)?|prefere(?:nt)?|apprecie|affectionne|raffole"
        r"|raffole d[eu]s?|passionnee? (?:de|par|d')|fan d[eu]s?|folle d[eu]s?|craque (?:pour|sur)"
        r"|(?:ne |n')?(?:porte|met) (?:que|qu'|toujours|uniquement|surtout|exclusivement)|toujours (?:en|de l'|du)"
        r"|plutot(?! que)|que d[eu](?: l'| la )?|uniquement|sensible (?:a|au|aux)|attiree? par|gout pour"
        r"|amatrice d[eu]s?|prefer(?:ence|ee?s?)(?: pour)?|faible pour|ne jure que par|inconditionnelle d[eu]s?"
    ),
    avoids=(
        r"deteste(?:nt)?|hait|evite|(?:ne |n')?supporte (?:pas|plus)|(?:ne |n')?(?:aime|apprecie|adore|porte|veut"
        r"|met|mettra|portera|souhaite)(?:nt)? (?:pas|plus|jamais|guere|vraiment pas|pas du tout|pas trop"
        r"|surtout pas|ni)"
        r"|a horreur d[eu]s?|horreur d[eu]s?|tout sauf|fuit|refuse|(?:plus )?jamais(?! (?:vu|essaye|venue?))"
        r"|pas fan d[eu]s?|trouve (?:les? |la |l')?(?=\w+ trop)|lassee? d[eu]s?|rien de|rien d'|surtout pas"
        r"|peu de gout pour"
    ),
    no=r"pas|ni|sans|aucune?|non|point",
    neutral=(
        r"a essaye|essayee?s?|essaie|a vu|vue?s?|regarde|montree?s?|montre(?= \w)|achetee?|a pris|a choisi|choisie?"
        r"|demande|veut|voudrait|voulu|cherche|souhaite|souhaiterait|besoin|vient|venue?"
        r"|possede|a recu|recue?|offerte?|donne|herite|perdue?|plutot que|au lieu d[eu]|reve|rendue?|rapportee?"
        r"|hesite|compare|il faut|trouve|est|sont"
    ),
    filler=FILLER,
    hates=words(r"deteste|hait|(?:ne |n')?supporte (?:pas|plus)|a horreur d[eu]s?|(?:ne |n')?aime (?:pas"
                r"|plus)(?: du tout)?"),
    not_that=re.compile(
        r"^ ?(?:ca|cela|que|qu'|quand|si|etre|attendre|ce|celui|celle|trop|comment|l'idee|rien|du tout)\b|\b(?:mari"
        r"|mere|belle-mere|gens|foule|voyages?|hiver|ete|avion|attente|monde)\b"
    ),
    likes_after=re.compile(r"^(?: \w+)?(?: (?:uniquement|seulement|exclusivement|toujours)\b|,? (?:qu'elle"
                           r"|qu'il) (?:aime|adore|prefere)(?! pas)|,? sa (?:preferee?|passion)|,? (?:est"
                           r"|sont) (?:sa|ses|son) (?:preferee?s?|passion))"),
    avoids_after=re.compile(rf"^(?: {NOUN})?(?:,|:)? (?:jamais|non merci|surtout pas|tres peu pour (?:elle|lui)"
                            rf"|(?:n'est|ne sont) pas (?:pour"
                            rf"|son)|elle (?:deteste|n'aime pas|evite))\b"),
    avoided=never,
    articles=re.compile(r"^ ?(?:(?:une?|des?|du|les?|la|l'|d'|quelques|sa|son|ses)(?: paire de)? ?(?<=['\s]))+"),
)  # fmt: skip

SIZES = page.Sizes(
    items={
        "ring": words(r"bagues?|alliance|doigts?|tour de doigt|annulaire|tdd|main (?:droite|gauche)"),
        "wrist": words(r"poignet|bracelet|jonc|tour de poignet"),
        "neck": words(r"cou|tour de cou|encolure"),
        "shoe": words(r"pointure|chaussures?|chausse|souliers?"),
        "belt": words(r"ceinture|tour de taille"),
        "clothing": words(r"robe|veste|chemise|chemisier|manteau|vetements?|pantalon|jupe|pull|costume"
                          r"|pret-a-porter"),
    },
    word=words("(?:re)?mesuree?|tailles?|taille de|(?:fait|faire|porte) du"),
    between=re.compile(
        r"(?:[ :=~(']|,(?= ?taille)|(?<!\w)(?:est|fait|desormais|maintenant|taille|du|de|d|la|le|a|un|une|l|au|en"
        r"|sa"
        r"|son|pour|toujours|environ|mesure|porte|doigt|annulaire|majeur|"
        r"index|auriculaire|gauche|droit|droite|main|bague|confirmee?|remesuree?|passee?|c|tour|poignet"
        r"|cou)(?!\w))*"
    ),
    before=re.compile(r"(?<!\w)(?:etait|avant|faisait|plus|pas|au lieu d[eu]|anciennement|ancienne taille|et non"
                      r"|non"
                      r"|pas du|plus du|passe de|de)(?: une?| du| taille)? ?$"),
    after=re.compile(r"^ ?\(?(?:avant\b|auparavant|precedemment|la derniere fois|(?:est|etait) trop|a (?=\d\d\b))"),
    now=words("maintenant|desormais|aujourd'hui|a present"),
    plain=(("ring", 44, 70, "FR"), ("shoe", 34, 46, "EU"), ("clothing", 32, 54, "FR")),
    labels={"ring": "Bague", "wrist": "Poignet",
            "neck": "Tour de cou", "shoe": "Pointure", "belt": "Ceinture", "clothing": "Vêtements"},
    systems={"americaine?": "US", "anglaise?": "UK", "francaise?": "FR", "italienne?": "IT", "japonaise?": "JP"},
)  # fmt: skip
