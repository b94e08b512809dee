"""What the house would not have written: read over every letter the composer can write, and fit to read any other.

The lists are for native editors: plain phrases, where * stands for the rest of a word.
"""

from __future__ import annotations

import re

LONGEST = 90
"""Words in a letter, opening and signature included."""
HERE, ASIDE = "says that a piece is available", "says that a piece is put aside"

PHRASES: dict[str, dict[str, str]] = {
    "en": {
        "presses her": """
            hurry; urgent*; act now; last chance; last day*; don't miss; before it's gone; before it is gone; before
            it's too late; while stocks last; limited; only a few left; only one left; as soon as possible; asap;
            deadline; now or never; running out; right away; final reminder; without delay""",
        "sells": """
            offer; offers; discount*; sale; sales; deal; deals; promotion*; exclusive*; vip; privilege*; must-have;
            perfect for you; special price; bargain*; reward*; newsletter*; treat yourself; you deserve; touch base;
            touching base; reach out; reaching out; follow up; following up; checking in; don't hesitate; do not
            hesitate; feel free; valued; loyal*; customer*; client; clients""",
        "pursues her": """
            we miss you; we missed you; we've missed you; we have missed you; I miss you; it's been a while; it has
            been a while; it's been too long; long time no see; haven't seen you; haven't heard""",
        "flatters her spending": """
            generous*; your spend*; your purchase*; your order*; your budget; exquisite taste; great taste; best
            clients""",
        "closes the door": """
            no need to answer; no need to reply; no need to respond; no obligation; no pressure; need not answer;
            need not reply; don't have to answer; don't have to reply; if not, no matter""",
        "recites her record": """
            you bought; you purchased; our record*; our file*; according to; last purchase; previous purchase*""",
        HERE: """
            available; in stock; in store; at the boutique if; is at the boutique; are at the boutique; still at the
            boutique; now at the boutique; see it at the boutique; see them at the boutique; is here; are here; has
            arrived; have arrived; just arrived; have just received; just in""",
        ASIDE: """
            aside; reserved; on hold; in your name; kept for you; keeping it for you; keeping them for you; held for
            you; holding it for you; holding them for you""",
    },
    "fr": {
        "presses her": """
            urgent*; vite; rapidement; dépêch*; dernière chance; derniers jours; dernier jour; dernières pièces;
            sans tarder; sans attendre; ne tardez; ne tarde; ne manquez; ne manque pas; plus que quelques; avant
            qu'il ne soit; il est encore temps; au plus tôt; au plus vite; dès maintenant; édition limitée; dernier
            rappel; profitez; profiter; profite; saisissez; saisir""",
        "sells": """
            offre; offres; promotion*; soldes; remise exceptionnelle; réduction*; exclusi*; privil*; vip;
            incontournable*; fidélité; nouvelle collection; faites-vous plaisir; fais-toi plaisir; vous le méritez;
            tu le mérites; n'hésit*; ne pas hésiter; reviens vers; revenir vers; relance*; cliente*; client;
            clients; idéal pour vous; idéale pour vous""",
        "pursues her": """
            vous nous manquez; tu nous manques; vous me manquez; tu me manques; cela fait longtemps; ça fait
            longtemps; sans nouvelles de vous; sans nouvelles de toi; ne vous a pas vu*; ne t'a pas vu*""",
        "flatters her spending": """
            généreu*; votre achat; vos achats; ton achat; tes achats; votre commande*; ta commande; vos dépenses;
            votre budget; goût exquis; goût sûr; meilleures clientes""",
        "closes the door": """
            besoin de répondre; besoin de me répondre; inutile de répondre; inutile de me répondre; sans obligation;
            sans aucune obligation; sans engagement; pas obligé*""",
        "recites her record": """
            vous avez acheté; tu as acheté; aviez acheté; avais acheté; nos fichiers; notre fichier; nos dossiers;
            dernier achat; votre dossier""",
        HERE: """
            disponible*; en stock; est à la boutique; sont à la boutique; toujours à la boutique; maintenant à la
            boutique; attend à la boutique; attendent à la boutique; voir à la boutique; vient d'arriver; viennent
            d'arriver; est arrivé*; sont arrivé*; venons d'en recevoir; venons de recevoir""",
        ASIDE: """
            de côté; réservé*; à votre nom; à ton nom; gardé pour vous; gardée pour vous; vous attend; vous
            attendent; t'attend; t'attendent""",
        "guesses who writes or reads": """
            heureux de; heureuse de; serais heureux; serais heureuse; ravi; ravie; enchanté; enchantée; désolé;
            désolée; honoré; honorée; cher ou chère; cher(e); cher·e; chère(s)""",
        "opens as one does to nobody": "cher client; chère cliente; chers clients; cher ami de la maison",
        "says Mr": "Mr; Mrs; Miss",
    },
}

SHAPES: dict[str, dict[str, str]] = {
    "": {
        "exclaims": "[!\u00a1\uff01\u203c]",
        "has a pictogram": "[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]",
        "names an amount": r"[€$£¥₩₹¢]|\b(?:EUR|USD|GBP|CHF|JPY|CNY|AED)\b|\d\s?(?:euros?|dollars?|pounds?|francs?)\b",
        "gives her a number": r"\b[Nn][o°º]\.?\s?\d|#|\d{4,}",
        "has an empty place": "[{}\\[\\]|\ue000-\uf8ff]|\\((?:e|s|nt)\\)|\\s[,.]|,\\s*,|[,;:]\\.",
        "has a space too many": "[ \u00a0\u202f]{2,}|(?m:^ | $)",
        "has a straight apostrophe": r"\w'\w",
    },
    "fr": {
        "names him after Monsieur": r"\b[Cc]h(?:er|ère) (?:(?:Monsieur|Madame|Docteur|Maître) +\w|M(?:me|lle|\.))",
        "abbreviates to her face": r"\bM(?:me|lle|\.) ",
        "wants a thin space": "[^\u202f][;:!?](?=\\s|$)|[«»]",
        "wants an elision": r"(?<![-\w])(?:[Dd]e|[Qq]ue|[Jj]e|[Nn]e|[Ss]e|[Mm]e|[Tt]e|[Ll]a|[Ll]e|[Jj]usque|[Ll]orsque)"
        r" (?=[aeiouàâéèêëîïôûœæAEIOUÀÂÉÈÊËÎÏÔÛŒÆ])|\b[Ss]i ils?\b",
        "wants a contraction": r"\b(?:[Dd]e|[Àà]) les? (?!\w+(?:er|ir|re)\b)",
    },
}


def _reader(phrases: str) -> re.Pattern[str]:
    """Finds any of them, whole words, however they are spaced and whichever apostrophe they carry."""
    written = (re.escape(" ".join(phrase.split())) for phrase in phrases.split(";"))
    found = (phrase.replace(r"\ ", r"\s+").replace(r"\*", r"\w*").replace("'", "['\u2019]") for phrase in written)
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)})(?!\w)", re.IGNORECASE)


READERS = {
    language: {fault: _reader(phrases) for fault, phrases in PHRASES.get(language, {}).items()}
    | {fault: re.compile(shape) for fault, shape in SHAPES.get(language, {}).items()}
    for language in SHAPES | PHRASES
}


def objections(text: str, language: str, *, available: bool = False, put_aside: bool = False) -> list[str]:
    """What is wrong with a letter, one line each; nothing when it may leave.

    `available` and `put_aside` are what the record says of its piece: a piece put aside is there.
    """
    allowed = {HERE: available or put_aside, ASIDE: put_aside}
    readers = READERS[""] | READERS.get(language, {})
    words = len(text.split())
    return [f"is longer than {LONGEST} words: {words}"] * (words > LONGEST) + [
        f"{fault}: {found[0].strip()}"
        for fault, reader in readers.items()
        if not allowed.get(fault, False) and (found := reader.search(text))
    ]
