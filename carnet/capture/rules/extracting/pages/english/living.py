"""English: days, people, and dates that matter."""

from __future__ import annotations

import re

from carnet.capture.rules.extracting import page
from carnet.capture.rules.extracting.page import Day, one_of, these, words
from carnet.clients.kinds import RelationKind

UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
         "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS = {word: number for number, word in enumerate(UNITS) if number > 1}
NUMBERS |= {word: 20 + 10 * place for place, word in enumerate(TENS)}
NUMBERS |= {f"{ten} {UNITS[unit]}": 20 + 10 * place + unit for place, ten in enumerate(TENS) for unit in range(1, 10)}

MONTHS = {name: place for place, names in enumerate((
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sept sep", "october oct", "november nov", "december dec"), 1) for name in names.split()}  # fmt: skip
WEEKDAYS = {name: place for place, names in enumerate((
    "monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri", "saturday sat",
    "sunday")) for name in names.split()}  # fmt: skip
MONTH, WEEKDAY = f"(?P<m>{one_of(MONTHS)})", f"(?P<w>{one_of(WEEKDAYS)})"
SURE = "(?P<m>" + one_of({name: 0 for name in MONTHS if name not in {"may", "march", "mar", "jan", "sep"}}) + ")"
YEAR = r"(?:,? (?P<y>20\d\d))?"
NTH = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
UNIT = {"day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month", "months": "month",
        "fortnight": "fortnight"}  # fmt: skip
DAYS = (
    Day(
        "past",
        words(
            rf"last (?:{one_of(WEEKDAYS)}|{one_of(MONTHS)}|week|month|year|night|time)|yesterday"
            rf"|since \w+"
        ),
    ),
    Day("past", words(rf"\w+ (?:days?|weeks?|months?|years?) ago|(?:{one_of(WEEKDAYS)}) (?:morning|evening) she")),
    Day("before_christmas", words("(?:before|ahead of|by) (?:christmas|xmas|the holidays)")),
    Day("christmas", words("(?:for|at|until) (?:christmas|xmas)")),
    Day("date", words(rf"(?:the )?{NTH}(?: of)? {MONTH}{YEAR}")),
    Day("date", words(rf"{MONTH} (?:the )?{NTH}(?!\d){YEAR}")),
    Day("month_end", words("(?:(?:by|at|before|until) )?(?:the )?end of (?:the |this )?month|month end")),
    Day("year_end", words("(?:the )?end of (?:the |this )?year")),
    Day(
        "month",
        words(
            rf"(?:in|by|of|for|early|late|mid|next|around|this|until|before|beginning of"
            rf"|end of) (?:early |late |mid )?{MONTH}{YEAR}"
        ),
    ),
    Day("month", words(rf"(?:early |late |mid[- ])?{SURE}{YEAR}")),
    Day("month", words(r"(?P<m>may|march|mar|jan|sep) (?P<y>20\d\d)")),
    Day("weekday_next_week", words(rf"{WEEKDAY} next week")),
    Day("weekday_next_week", words(rf"next week,? (?:on )?{WEEKDAY}")),
    Day("weekday", words(rf"(?:(?:on|by|next|this|until|before) )?{WEEKDAY}")),
    Day(
        "in",
        words(
            r"(?:in|within) (?:about )?(?:(?P<n>\d+)|an?|a couple of) (?P<u>days?|weeks?"
            r"|months?)(?:' time)?"
        ),
    ),
    Day("in", words(r"(?P<n>\d+) (?P<u>days?|weeks?|months?) from (?:now|today)")),
    Day("after_tomorrow", words("(?:the )?day after tomorrow")),
    Day("tomorrow", words("tomorrow|tmrw|tmw")),
    Day("today", words("today|tonight|this (?:evening|afternoon)|later today|end of (?:the )?day")),
    Day("weekend", words("(?:this |the |at the |over the )?weekend")),
    Day("next_week", words("next week|early next week|beginning of next week")),
    Day("this_week", words("(?:later |end of )?this week|(?:by )?(?:the )?end of (?:the )?week")),
    Day("next_month", words("next month")),
    Day("day", words(r"(?:on|by|before|until|for|from) the (?P<d>\d{1,2})(?:st|nd|rd|th)?")),
    Day("day", words(r"the (?P<d>\d{1,2})(?:st|nd|rd|th)")),
)

KIN = {
    RelationKind.SPOUSE: "husband|wife|spouse|hubby",
    RelationKind.PARTNER: "partner|boyfriend|girlfriend|fiancee?|companion",
    RelationKind.CHILD: "daughters?|sons?|child|children|kids?|stepdaughter|stepson|eldest|youngest",
    RelationKind.PARENT: "mother|father|mum|mom|dad|mummy|parents?",
    RelationKind.SIBLING: "sisters?|brothers?|twin",
    RelationKind.FRIEND: "friends?|best friend",
    RelationKind.ASSISTANT: "assistant|pa|secretary",
    RelationKind.OTHER: "mother-in-law|mother in law|father-in-law|father in law|sister-in-law|brother-in-law"
    "|sister in law|brother in law"
    "|daughter-in-law|daughter in law|son-in-law|son in law|cousins?|aunt|uncle|nieces?|nephews?|goddaughter|godson"
    "|godmother|godfather"
    "|grandmother|grandfather|grandma|granddaughter|grandson|grandchild|colleague|boss|nanny|neighbou?r",
}
RELATIONS = {each.replace("?", ""): kind for kind, names in KIN.items() for each in names.split("|")}
RELATIONS |= {
    each.rstrip("?")[:-1]: kind for kind, names in KIN.items() for each in names.split("|") if each.endswith("?")
}
RELATIONS |= {"neighbor": RelationKind.OTHER, "neighbour": RelationKind.OTHER}
NOT_NAMES = these(
    "her his she he they their it its the a an and or but with without who whom whose that which is was are were"
    " has"
    " had have will would can"
    " could did does do not no never also too again now soon later today tomorrow yesterday tonight here there"
    " twice"
    " once alone together"
    " outside inside abroad back away instead first please always only just even both all in on at by for from to"
    " of"
    " off up as if when while"
    " because before after until since about around loves likes hates prefers wants wears asked came comes called"
    " passed died said says told"
    " bought tried paid waits waited waiting gets got turns graduates marries married lives works size ring gold"
    " platinum silver steel diamond"
    " i we you me my our us this these those so then than very really mrs mr ms dr monday tuesday wednesday"
    " thursday"
    " friday saturday sunday"
    " january february march april june july august september october november december christmas birthday wedding"
    " anniversary engagement"
    " though well too either still already looking needs thinks named") | frozenset(RELATIONS)  # fmt: skip
PEOPLE = page.Kin(
    kinds=RELATIONS,
    pattern=words(
        rf"(?:(?:her|his|their|my|the|a|client's) (?:(?:older|younger|eldest|youngest|elder|little|big"
        rf"|twin|late|best|old|new) )?)?(?P<rel>{one_of(RELATIONS)})"
    ),
    company=re.compile(r"\b(?:with|and|accompanied by|brought|&)(?: both)? $"),
    along=re.compile(r"^ (?:came (?:along|with her|too)|accompanied|was (?:with her|there|here)|joined)"),
    who=re.compile(r"^,? ?(?:who|whose)\b"),
    called=re.compile(r"^,? ?\(?(?:called|named|whose name is|is called|is named|:)? ?(?=\w)"),
    herself=words(r"herself|client|madame|mrs \w+|her own|i|we|i'll|we'll"),
    she=words(r"she|hers|her (?:ring )?(?:size|wrist|finger)|she's|she'll|she'd"),
    he=words(r"he|himself|his (?:ring )?(?:size|wrist|finger)|he's|he'll|he'd"),
    male=these(
        "husband hubby boyfriend fiance son stepson father dad brother father-in-law brother-in-law"
        " son-in-law uncle nephew godson"
        " godfather grandfather grandson father in law brother in law son in law"
    ),
    not_names=NOT_NAMES,
    given=these(
        "anna emma paul marc mark luca leo sofia maria james thomas george alice clara julia sarah laura"
        " david daniel peter"
    ),
    name=re.compile(r"^[a-z]+(?<!ing)(?<!ed)(?<!ly)$"),
)

OCCASION_SAID = {
    "anniversary": "wedding anniversary",
    "birthday": "birthday",
    "wedding": "wedding",
    "engagement": "engagement",
    "graduation": "graduation",
    "birth": "baby",
    "christmas": "Christmas",
    "mothers_day": "Mother’s Day",
    "valentine": "Valentine’s Day",
    "trip": "journey",
    "other": "date that matters",
}
DOES = {"graduation": "graduates", "wedding": "gets married", "engagement": "gets engaged", "trip": "travels"}
MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def when(day: int | None, month: int, year: int | None) -> str:
    """On 8 December, in May 2027."""
    named = " ".join(str(each) for each in (day, MONTH_NAMES[month - 1], year) if each)
    return f"on {named}" if day else f"in {named}"


def say(code: str, whose: str | None, on: str) -> str:
    """As it would stand on her page."""
    said = OCCASION_SAID[code]
    if whose and code in DOES:
        return f"{whose[:1].upper()}{whose[1:]} {DOES[code]} {on}"
    said = f"{whose}’s {said}" if whose else said
    return f"{said[:1].upper()}{said[1:]} {on}"


OCCASIONS = page.Occasions(
    cues=(
        ("birthday", words(r"(?:birthday|bday|b-day)(?! (?:ring|present|gift|cake|card)s? (?:he|she|from))|turn(?:s"
                           r"|ing) \d+|will be \d\d(?= (?:in|on))"), True),
        ("wedding", words(r"(?:\w+ )?(?:wedding |marriage )?anniversary|years (?:of marriage|married)"), True),
        ("wedding", words(r"(?:gets?|getting|be|is being) married|marr(?:ies|ying)|wedding(?! (?:ring|band"
                          r"|anniversary|gift|list|dress))|tie the knot"), False),
        ("engagement", words(r"engagement(?! ring)|(?:gets?|getting) engaged|(?:will )?proposes?|proposing"
                             r"|pop the question"), False),
        ("graduation", words(r"graduat(?:es?|ing|ion)|(?:finishes|gets) her degree|commencement"), False),
        ("birth", words(r"baby|due date|expecting|giv(?:es|ing) birth|newborn|first grandchild(?= (?:due|in"
                        r"|expected))|is due"), False),
        ("christmas", words(r"(?:for|at) (?:christmas|xmas)|christmas (?:present|gift|list)s?"), True),
        ("valentine", words(r"valentine(?:'s|s)?(?: day)?"), True),
        ("mothers_day", words(r"mother'?s'? day"), True),
        ("trip", words(r"(?:leav(?:es|ing)|off|flying|flies|fly|travel(?:s|ling|ing)|going|goes|moving|trip|journey"
                       r"|holidays?|honeymoon)(?: away)? (?:to|for|in) (?:the )?(?!the|a|lunch|work)[a-z]{3,}"), False),
        ("other", words(r"retir(?:es|ing|ement)|housewarming|opens (?:her|his) \w+|vernissage|exhibition opens"), False),
    ),
    fixed={"christmas": (12, 25), "valentine": (2, 14)},
    say=say,
    when=when,
    named_after=re.compile(r"^ ?(?:of )(?P<name>[^\W\d_][\w\-]+)"),
)  # fmt: skip
