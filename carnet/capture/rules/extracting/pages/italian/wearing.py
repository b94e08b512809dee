"""Italian: what one wears, likes and measures."""

from __future__ import annotations

import re

from carnet.capture.rules.extracting import page
from carnet.capture.rules.extracting.page import Thing, words

NOUN = (r"(?:anell[oi]|fed[ei]|collan[ae]|caten[ae]|catenin[ae]|pendent[ei]|ciondol[oi]|orecchin[oi]|bracciali?"
        r"|braccialett[oi]|spill[ae]|orologi?o?|girocoll[oi]"
        r"|pezz[oi]|gioiell[oi]|cos[ae]|pietr[ae]|modell[oi]|montatur[ae]|solitari?o?|diamant[ei]|punti luce|forme)")  # fmt: skip
STYLE = rf"(?= ?(?:$|[,.;:!)]|(?:e|ed|o|ma|per|con|che|da|il|la|{NOUN})(?!\w)))"
THINGS = (
    Thing("metal", "white_gold", "oro bianco", "Oro bianco"),
    Thing("metal", "yellow_gold", "oro giallo", "Oro giallo"),
    Thing("metal", "rose_gold", "oro (?:rosa|rosso)", "Oro rosa"),
    Thing("metal", "platinum", "platino", "Platino"),
    Thing("metal", "silver", "argento", "Argento"),
    Thing("metal", "steel", "acciaio", "Acciaio"),
    Thing("metal", "titanium", "titanio", "Titanio"),
    Thing("metal", "gold", "oro", "Oro"),
    Thing("stone", "diamond", "diamant[ei]|brillant[ei]", "Diamanti"),
    Thing("stone", "sapphire", "zaffir[oi]", "Zaffiri"),
    Thing("stone", "emerald", "smerald[oi]", "Smeraldi"),
    Thing("stone", "ruby", "rubin[oi]", "Rubini"),
    Thing("stone", "pearl", "perl[ae]", "Perle"),
    Thing("stone", "spinel", "spinell[oi]", "Spinelli"),
    Thing("stone", "aquamarine", "acquemarine|acquamarin[ae]", "Acquemarine"),
    Thing("stone", "tourmaline", "tormalin[ae]", "Tormaline"),
    Thing("stone", "opal", "opal[ei]", "Opali"),
    Thing("stone", "topaz", "topaz[io]i?", "Topazi"),
    Thing("stone", "amethyst", "ametist[ae]", "Ametiste"),
    Thing("stone", "jade", "giada", "Giada"),
    Thing("stone", "onyx", "onice", "Onice"),
    Thing("stone", "turquoise", "turches[ei]", "Turchese"),
    Thing("stone", "morganite", "morganit[ei]", "Morganite"),
    Thing("stone", "tanzanite", "tanzanit[ei]", "Tanzanite"),
    Thing("stone", "garnet", "granat[oi]", "Granati"),
    Thing("stone", "mother_of_pearl", "madreperla", "Madreperla"),
    Thing("style", "discreet", f"(?:discret[oiae]|sobri[oae]?|sobri){STYLE}", "Pezzi discreti"),
    Thing("style", "delicate", f"(?:delicat[oiae]|sottil[ei]|fin[ei]|legger[oiae]){STYLE}", "Pezzi delicati"),
    Thing("style", "long", f"(?:lung[oa]|lunghi|lunghe){STYLE}", "Pezzi lunghi"),
    Thing("style", "short", f"(?:cort[oiae]){STYLE}", "Pezzi corti"),
    Thing("style", "stacked", f"(?:impilat[oiae]|impilabil[ei]|sovrappost[oiae]|sovrapponibil[ei]){STYLE}"
                              f"|da (?:impilare|sovrapporre)",
          "Pezzi sovrapposti"),
    Thing("style", "vintage", "vintage|antic[oa]|antichi|antiche|d'epoca|art deco|retro", "Vintage"),
    Thing("style", "large", f"(?:grand[ei]|gross[oiae]|pesant[ei]|massicc[ioae]+|voluminos[oiae]|ingombrant[ei]"
                            f"|imponent[ei]){STYLE}",
          "Pezzi grandi"),
    Thing("style", "small", f"(?:piccol[oiae]|minut[oiae]|minuscol[oiae]){STYLE}", "Pezzi piccoli"),
    Thing("style", "bold", f"(?:vistos[oiae]|appariscent[ei]|audac[ei]|importanti){STYLE}", "Pezzi vistosi"),
    Thing("style", "minimal", f"(?:minimal|minimalist[aei]|semplic[ei]|essenzial[ei]|pulit[oiae]|linear[ei]){STYLE}",
          "Pezzi essenziali"),
    Thing("style", "classic", f"(?:classic[oa]|classici|classiche|senza tempo){STYLE}", "Pezzi classici"),
    Thing("style", "modern", f"(?:modern[oiae]|contemporane[oiae]|geometric[oa]|geometrici|geometriche){STYLE}",
          "Pezzi moderni"),
    Thing("style", "colourful", f"(?:colorat[oiae]){STYLE}|(?:il )?colore", "Pezzi colorati"),
)  # fmt: skip
FILLER = re.compile(
    rf"(?:\b(?:[ld]|un|dell|all|nell|qualcos)')|(?<!\w)(?:e|ed|o|ne|anche|il|lo|la|i|gli|le|un|uno|una|di|del"
    rf"|della|dei|delle|degli|in|nel|con|da|tutto|tutti|molto|tanto|troppo|piu|soprattutto"
    rf"|qualcosa|niente|che|suoi|sue|suo|sua|ma|stile|solo|sempre|portare|indossare|piuttosto|tipo|l|d|non"
    rf"|chiusure|{NOUN})(?!\w)"
)
VOWEL = re.compile(r"^[aeiou]", re.IGNORECASE)
TASTES = page.Tastes(
    things=THINGS,
    golds={"giallo": "yellow_gold", "rosa": "rose_gold", "bianco": "white_gold"},
    gold=words("oro"),
    likes=(
        r"ama|amano|amante d\w+|adora|preferisce|preferirebbe|predilige|(?:le|gli|a lei) (?:piace"
        r"|piacciono)(?: molto| tanto| soprattutto| di piu)?|piace|piacciono|(?:porta|indossa|mette|veste) (?:solo"
        r"|sempre|soltanto|solamente|quasi sempre|unicamente)"
        r"|solo|soltanto|meglio|piuttosto|appassionata d\w+|appassionato d\w+|fan d\w+|va matta per|va pazza per"
        r"|impazzisce per|apprezza|passione per|debole per|stravede per|sempre in|gusto per|preferiti?|preferite"
    ),
    avoids=(
        r"odia|detesta|evita|rifiuta|non (?:ama|vuole|porta|indossa|mette|sopporta|apprezza|tollera|gradisce"
        r"|metterebbe|porterebbe)(?: mai| piu| proprio| affatto| molto)?|non (?:le |gli )?(?:piace"
        r"|piacciono)(?: per niente| affatto| molto)?"
        r"|tutto tranne|tutto fuorche|mai(?: piu)?|niente(?! di che)|no a|basta|stanca d\w+|nulla di"
    ),
    no=r"no|non|ne|senza|nessuna?|nessun",
    neutral=(
        r"ha (?:provato|visto|guardato|comprato|scelto|preso|chiesto|portato|ricevuto|trovato|perso)|provat[oaie]"
        r"|vist[oaie]|mostrat[oaie]|comprat[oaie]|vuole|vorrebbe|cerca|chiede|venuta|venuto|e venuta|possiede|sogna"
        r"|regalat[oaie]|ricevut[oaie]|ereditat[oaie]|riportat[oaie]|invece di|piuttosto che|trova|serve|bisogno"
        r"|desidera|interessat[oa]"
    ),
    filler=FILLER,
    hates=words(r"odia|detesta|non sopporta|non tollera|non ama|non (?:le |gli )piac(?:e|ciono)"),
    not_that=re.compile(r"^ ?(?:aspettare|che|quando|se|essere|questo|quello|quella|troppo|come|l'idea|niente"
                        r"|nulla|molto|affatto)\b|\b(?:marito|madre|suocera|gente|folla|viaggi\w*|inverno|estate"
                        r"|aereo|attesa)\b"),
    likes_after=re.compile(r"^(?: \w+)?(?: (?:soltanto|solamente|sempre|e basta)\b|,? (?:e|sono) (?:il|la|i"
                           r"|le) (?:suo|sua|suoi|sue) (?:preferit\w+|passione))"),
    avoids_after=re.compile(rf"^(?: {NOUN})?(?:,|:)? (?:mai|no grazie|proprio no|non (?:fa|fanno) per (?:lei|lui)"
                            rf"|li odia|le odia|lo odia)\b"),
    avoided=lambda label: f"Mai {label[:1].lower()}{label[1:]}",
    articles=re.compile(r"^ ?(?:(?:un|una|uno|un'|dei|degli|delle|della|del|dell'|il|lo|la|l'|i|gli|le|qualche|sua"
                        r"|suo|di)(?: paio di)? ?(?<=['\s]))+"),
)  # fmt: skip

SIZES = page.Sizes(
    items={
        "ring": words(r"anell[oi]|fede|dito|anulare|indice|medio|mignolo|mano (?:destra|sinistra)"),
        "wrist": words(r"polso|bracciale|braccialetto|circonferenza polso"),
        "neck": words(r"collo|giro ?collo"),
        "shoe": words(r"scarp[ae]|calza|piede"),
        "belt": words(r"cintura|girovita|vita"),
        "clothing": words(r"abito|giacca|camicia|camicetta|cappotto|vestit[oi]|pantaloni|gonna|maglia"
                          r"|abbigliamento|tailleur"),
    },
    word=words("misur[ae]|taglia|porta (?:la|il|un)|numero"),
    between=re.compile(
        r"(?:[ :=~(']|,(?= ?misura)|(?<!\w)(?:e|ora|adesso|misura|taglia|numero|di|del|della|dell|la|il|a|un|una|l"
        r"|al|in|sua|suo|per|sempre|circa|porta|fa|anulare|medio|indice|"
        r"sinistr[oa]|destr[oa]|mano|anello|confermat[ao]|misurat[ao]|rimisurat[ao]|giro|scarpe|scarpa|polso|collo"
        r"|dito|ha)(?!\w))*"
    ),
    before=re.compile(r"(?<!\w)(?:era|prima|erano|non piu|invece di|invece del|vecchia misura|non|ex"
                      r"|precedente)(?: (?:un|una|il|la|la misura|misura|di))? ?$"),
    after=re.compile(r"^ ?\(?(?:prima\b|in passato|l'ultima volta|precedente)"),
    now=words("ora|adesso|oggi"),
    plain=(("ring", 4, 30, "IT"), ("ring", 44, 70, "FR"), ("shoe", 34, 46, "EU"), ("clothing", 36, 60, "IT")),
    labels={"ring": "Anello", "wrist": "Polso", "neck": "Collo", "shoe": "Scarpe", "belt": "Cintura", "clothing": "Abiti"},
    systems={"american[ao]": "US", "ingles[ei]": "UK", "frances[ei]": "FR", "italian[ao]": "IT", "giappones[ei]": "JP"},
)  # fmt: skip
