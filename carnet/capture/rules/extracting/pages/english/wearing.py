"""English: what one wears, likes and measures."""

from __future__ import annotations

import re

from carnet.capture.rules.extracting import page
from carnet.capture.rules.extracting.page import Thing, words

NOUN = (r"(?:rings?|bands?|necklaces?|chains?|pendants?|earrings?|bracelets?|bangles?|cuffs?|brooch(?:es)?"
        r"|watch(?:es)?|studs?"
        r"|hoops?|pieces?|jewel(?:le)?ry|jewels?|things?|stones?|designs?|settings?|styles?|diamonds?|solitaires?)")  # fmt: skip
STYLE = rf"(?= ?(?:$|[,.;:!)]|(?:and|or|but|for|with|over|please|only)\b|(?:\w+ )?{NOUN}\b))"
THINGS = (
    Thing("metal", "white_gold", "white gold", "White gold"),
    Thing("metal", "yellow_gold", "yellow gold", "Yellow gold"),
    Thing("metal", "rose_gold", "(?:rose|pink|red) gold", "Rose gold"),
    Thing("metal", "platinum", "platinum", "Platinum"),
    Thing("metal", "silver", "silver", "Silver"),
    Thing("metal", "steel", "(?:stainless )?steel", "Steel"),
    Thing("metal", "titanium", "titanium", "Titanium"),
    Thing("metal", "gold", "gold", "Gold"),
    Thing("stone", "diamond", "diamonds?", "Diamonds"),
    Thing("stone", "sapphire", "sapphires?", "Sapphires"),
    Thing("stone", "emerald", "emeralds?", "Emeralds"),
    Thing("stone", "ruby", "ruby|rubies", "Rubies"),
    Thing("stone", "pearl", "pearls?", "Pearls"),
    Thing("stone", "spinel", "spinels?", "Spinels"),
    Thing("stone", "aquamarine", "aquamarines?", "Aquamarines"),
    Thing("stone", "tourmaline", "tourmalines?", "Tourmalines"),
    Thing("stone", "opal", "opals?", "Opals"),
    Thing("stone", "topaz", "topaz(?:es)?", "Topazes"),
    Thing("stone", "amethyst", "amethysts?", "Amethysts"),
    Thing("stone", "jade", "jade", "Jade"),
    Thing("stone", "onyx", "onyx", "Onyx"),
    Thing("stone", "turquoise", "turquoises?", "Turquoise"),
    Thing("stone", "morganite", "morganites?", "Morganites"),
    Thing("stone", "tanzanite", "tanzanites?", "Tanzanites"),
    Thing("stone", "garnet", "garnets?", "Garnets"),
    Thing("stone", "mother_of_pearl", "mother[- ]of[- ]pearl", "Mother-of-pearl"),
    Thing("style", "discreet", f"(?:discreet|discrete|understated|subtle){STYLE}", "Discreet pieces"),
    Thing("style", "delicate", f"(?:delicate|dainty|fine|thin){STYLE}", "Delicate pieces"),
    Thing("style", "long", f"long{STYLE}", "Long pieces"),
    Thing("style", "short", f"short{STYLE}", "Short pieces"),
    Thing("style", "stacked", f"(?:stack(?:ed|ing|able)|layer(?:ed|ing)){STYLE}|to stack|stacking", "Stacked pieces"),
    Thing("style", "vintage", f"(?:vintage|antique|art deco){STYLE}", "Vintage"),
    Thing("style", "large", f"(?:large|big|bulky|chunky|oversized?|massive|heavy){STYLE}", "Large pieces"),
    Thing("style", "small", f"(?:small|tiny){STYLE}", "Small pieces"),
    Thing("style", "bold", f"(?:bold|statement|showy|flashy){STYLE}", "Bold pieces"),
    Thing("style", "minimal", f"(?:minimal(?:ist)?|simple|plain|clean){STYLE}", "Simple pieces"),
    Thing("style", "classic", f"(?:classics?|classical|timeless){STYLE}", "Classic pieces"),
    Thing("style", "modern", f"(?:modern|contemporary|geometric){STYLE}", "Modern pieces"),
    Thing("style", "colourful", f"(?:colou?rful|colou?red stones?){STYLE}|colou?r(?=$|[,.;])", "Colourful pieces"),
)
FILLER = words(rf"and|or|nor|&|also|the|a|an|of|in|any|some|all|very|really|too|both|more|anything|something"
               rf"|everything|her|his"
               rf"|only|always|mostly|wearing|to wear|wear|wears|especially|even|kind|sort|type|for every day|set"
               rf"|with|but|clasps?|{NOUN}")  # fmt: skip
TASTES = page.Tastes(
    things=THINGS,
    golds={"yellow": "yellow_gold", "rose": "rose_gold", "pink": "rose_gold", "white": "white_gold"},
    gold=words("gold|golds"),
    likes=(
        r"(?:really |absolutely |truly )?(?:lov(?:es?|ed|ing)|lik(?:es|ed|e)(?! (?:a|an|the way))|ador(?:es?|ed)"
        r"|prefer(?:s|red)?|enjoys|favou?rs"
        r"|fond of|keen on|(?:big )?fan of|crazy about|mad about|drawn to|passion for|soft spot for|weakness for"
        r"|only wears|wears only"
        r"|always wears|wears mostly|mostly wears|lives in|favou?rite(?: \w+)?(?: is| are)?|partial to|rather)"
        r"|(?:is"
        r"|very|really|so) into"
    ),
    avoids=(
        r"hat(?:es?|ed)|dislik(?:es?|ed)|loath(?:es?|ed)|detest(?:s|ed)?|avoid(?:s|ed)?|can(?:'t|not| not) (?:stand"
        r"|bear|abide)"
        r"|anything but|everything but|refuses(?: to wear)?|never (?:wears?|again)|(?:does|do)(?:n't| not) (?:wear"
        r"|like|want|love|care for|enjoy)"
        r"|doesnt (?:wear|like|want)|not (?:a fan of|keen on|fond of|into|interested in|for)|no more"
        r"|tired of"
    ),
    no=r"no|not|never|without|nothing|nor|neither|less",
    neutral=(
        r"tried(?: on)?|tries|saw|seen|looked|looking|shown?|showed|bought|took|chose|asked|wants?|wanted|needs?"
        r"|came|comes|owns|has|had|finds?"
        r"|found|thought|given|gave|received|inherited|lost|wore|wearing|(?:she'd|he'd|would) (?:like|love)|than"
        r"|instead of|would|dreams?|returned|repaired|brought|interested|compared"
    ),
    filler=FILLER,
    hates=words(
        r"hates|hated|dislikes|loathes|detests|can(?:'t|not| not) (?:stand|bear|abide)|(?:does not|doesn't"
        r"|doesnt) like|not keen on|not a fan of"
    ),
    not_that=re.compile(
        r"^(?:it|that|this|these|those|them|him|her|me|us|to|when|if|how|being|waiting|having|the (?:idea|way|one)"
        r"|what|anything$|much|either|one)\b"
        r"|\b(?:people|husband|mother|crowds?|travel\w*|winter|summer|weather|boss|flying)\b"
    ),
    likes_after=re.compile(
        r"^(?: \w+)?(?: only\b| always\b|,? (?:is|are) (?:her|his|a|their) (?:favou?rites?|thing"
        r"|love)|,? (?:she|he) (?:loves|adores|prefers))(?! \w+ (?:not|no)\b)"
    ),
    avoids_after=re.compile(
        rf"^(?: {NOUN})?(?:,|:)? (?:never|(?:is|are) (?:not|never) (?:for|her|his)|(?:is"
        rf"|are) out|(?:she|he) (?:hates|dislikes|avoids)|no way)\b"
    ),
    avoided=lambda label: f"Never {label[:1].lower()}{label[1:]}",
    articles=re.compile(r"^ ?(?:(?:a|an|the|one|some|any|her|of)(?: pair of)? )+"),
)

SIZES = page.Sizes(
    items={
        "ring": words(r"(?:ring|finger|wedding band|band|rings?|(?:left|right) hand)(?:'s)?(?: size)?"),
        "wrist": words(r"wrist|bracelet|bangle"),
        "neck": words(r"neck|collar"),
        "shoe": words(r"shoes?|foot|feet"),
        "belt": words(r"belt|waist"),
        "clothing": words(r"dress|jacket|shirt|blouse|coat|clothes|clothing|trousers|skirt|knitwear|sweater|suit"),
    },
    word=words("sizes?|sized"),
    between=re.compile(
        r"(?:[ :=~(]|,(?= ?size)|\b(?:is|now|size|sizes|a|an|of|the|on|her|his|for|still|about|around|measures|at"
        r"|today|exactly|finger|hand|left|right|index|fourth|"
        r"middle|little|confirmed|resized|to|it's|ring|remeasured|measured|circumference|takes)\b)*"
    ),
    before=re.compile(
        r"\b(?:was|were|used to be|not|instead of|before|formerly|no longer|previously|once|from"
        r"|old size)(?: an?)?(?: size)? ?$"
    ),
    after=re.compile(r"^ ?\(?(?:before\b(?! that)|previously|last time|in the past|(?:is|was) (?:too|wrong))"),
    now=words("now|today|these days"),
    plain=(("ring", 44, 70, "FR"), ("ring", 3, 13, "US"), ("shoe", 34, 46, "EU")),
    labels={"ring": "Ring", "wrist": "Wrist", "neck": "Neck", "shoe": "Shoes", "belt": "Belt", "clothing": "Clothes"},
    letters=True,
    systems={"american": "US", "british": "UK", "french": "FR", "italian": "IT", "japanese": "JP", "european": "EU"},
)
