"""English: the words that go into its letters, for a native editor; below them, the grammar."""

from __future__ import annotations

import re

from carnet.outreach.kinds import Advice
from carnet.outreach.rules.letters import en, facts, names, patterns, tongue
from carnet.outreach.rules.letters.facts import SEVERAL, Ago
from carnet.outreach.rules.letters.names import Called
from carnet.outreach.rules.letters.patterns import Saying
from carnet.outreach.rules.letters.subject import FAMILIAR, FORMAL, Addressee, Sender, Subject

NOUNS = {
    "ring": "ring",
    "earrings": "earrings",
    "necklace": "necklace",
    "pendant": "pendant",
    "bracelet": "bracelet",
    "brooch": "brooch",
    "watch": "watch",
    "strap": "strap",
    "fragrance": "fragrance",
    "bag": "bag",
    "scarf": "scarf",
    "cufflinks": "cufflinks",
    "clock": "clock",
    "rattle": "rattle",
    SEVERAL: "pieces",
}
"""Leather, ready-to-wear and objects have no noun that suits one of them: they are "the piece", or "the Lune"."""
PLURAL = {"earrings", "cufflinks", SEVERAL}
UNNAMED, NAMED_ONLY = "piece", ""

OCCASIONS = {
    # whose may be said; else with its month; else bare
    "birthday": ("{Bianca's} birthday", "that birthday in {June}", "that birthday"),
    "wedding": ("{Bianca's} wedding anniversary", "that date in {June}", "a date that matters"),
    "engagement": ("the date you have in mind",),
    "graduation": ("{Bianca's} graduation", "that graduation"),
    "birth": ("a new arrival",),
    "christmas": ("Christmas",),
    "mothers_day": ("Mother's Day",),
    "valentine": ("Valentine's Day",),
    "trip": ("your journey",),
    "other": ("that date in {June}", "a date that matters"),
}
AGO = {
    Ago.TODAY: "today",
    Ago.YESTERDAY: "yesterday",
    Ago.OTHER_DAY: "the other day",
    Ago.LAST_WEEK: "last week",
    Ago.WEEKS: "a few weeks ago",
    Ago.MONTHS: "a few months ago",
    Ago.LONG: "some time ago",
}
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
MONTHS = "January February March April May June July August September October November December"

CARE = {
    "ring": "If the band feels a little tight, or a little loose, let me know and we will see to it together.",
    "earrings": "If a fastening feels too soft, or too firm, let me know: it is easily seen to.",
    "necklace": "If it sits a little high, or a little low, let me know and we will see what can be done.",
    "pendant": "If the chain sits a little high, or a little low, let me know: the length can be changed.",
    "bracelet": "If it turns too freely on the wrist, or feels close, let me know and we will see what can be done.",
    "brooch": "If the pin seems too firm for a light fabric, let me know: there are ways.",
    "watch": "If the bracelet wants adjusting, or the time plays tricks on you, let me know.",
    "strap": "If it still feels stiff, or wants another hole, let me know.",
    "leather": "Leather takes its time. If it meets a drop of water or a scratch, ask me before you touch it.",
    "bag": "If it meets a drop of water or a scratch, ask me before you touch it.",
    "ready_to_wear": "If a length or a shoulder bothers you, let me know: an alteration is gladly done.",
    "fragrance": "A fragrance changes with the season; if it surprises you, do tell me.",
    "scarf": "Before it goes to be cleaned, ask me: fine cloth has its habits.",
    SEVERAL: "If one of them should want adjusting, or a little care, let me know.",
    "": "If anything should want adjusting, or a little care, let me know.",
}
"""What may need a hand after a few weeks."""
ADVICE = {
    Advice.SETTING: (
        "the claws",
        "Claws ease with wear, so gently that nobody notices; a look now and then keeps each stone in its place.",
    ),
    Advice.CLASP: (
        "the clasp",
        "A clasp does its work every day without a word, and deserves a look from time to time.",
    ),
    Advice.BACKS: (
        "the fastenings",
        "Fastenings soften so slowly that the hand grows used to it; a few minutes make them firm again.",
    ),
    Advice.SEALS: (
        "the seals",
        "The seals that keep water from a watch age faster than the watch does, and are better tested now and then.",
    ),
    Advice.MOVEMENT: (
        "the movement",
        "After some years a movement is better for cleaning and fresh oil, even when it keeps perfect time.",
    ),
    Advice.STRAP: (
        "the stitching",
        "A strap takes the shape of the wrist, and its stitching is better for a look from time to time.",
    ),
    Advice.LEATHER: (
        "the leather",
        "Leather dries a little with the seasons; fed gently, now and then, it stays supple.",
    ),
    None: (
        "the details",
        "Any piece is better for a look now and then, even when nothing seems to ask for one.",
    ),
}
"""What is looked at, and why a piece of a certain age is better for it."""
YEARS = (
    "", "a year", "two years", "three years", "four years", "five years", "six years", "seven years", "eight years",
    "nine years", "ten years",
)  # fmt: skip
MANY_YEARS = "many years"

WISHES = {
    FORMAL: ("I hope that all is well with you.", "I wish you a very pleasant week."),
    FAMILIAR: ("I hope all's well with you.", "Have a lovely week."),
}
"""Sentences that may end any letter."""

TITLES = {
    "mr": "Mr", "m": "Mr", "monsieur": "Mr", "herr": "Mr", "sig": "Mr", "signor": "Mr", "sr": "Mr", "señor": "Mr",
    "mrs": "Mrs",
    "ms": "Ms", "mme": "Ms", "madame": "Ms", "mlle": "Ms", "mademoiselle": "Ms", "frau": "Ms", "signora": "Ms",
    "sra": "Ms", "señora": "Ms",
    "miss": "Miss",
    "dr": "Dr", "doctor": "Dr", "docteur": "Dr", "dott": "Dr", "dottoressa": "Dr",
    "prof": "Professor", "pr": "Professor", "professor": "Professor", "professeur": "Professor",
}  # fmt: skip
"""As she gave it, and as it is said in English; one that is not here is kept as she gave it ("Lady", "Baroness")."""
WITH_THE_GIVEN_NAME = {"sir", "dame"}


# The grammar.


def saying(subject: Subject, to: Addressee, sender: Sender) -> Saying:
    """What every slot says."""
    about, ago = facts.piece(subject), facts.ago(subject)
    care = CARE.get(about.category if about else "", CARE[""])
    looked_at, advice = ADVICE[subject.advice]
    maison = names.house(sender.maison)
    words = piece_words(about) | {
        "both": "both" if subject.together else "",
        "yesterday": AGO[ago] if ago else "",
        "until Saturday": until(subject),
        "the birthday": occasion(subject, to),
        "everyone at Lys": f"everyone at {maison}" if maison else "everyone at the house",
        "care": care,
        "advice": advice,
        "the claws": looked_at,
        "a year": facts.said_in_years(subject, YEARS, MANY_YEARS),
    }
    return Saying(words, facts.circumstances(subject), plural=bool(about and about.category in PLURAL))


def piece_words(about: Called | None) -> dict[str, str]:
    """What the slots about the piece say: nothing without a piece."""
    if about is None:
        return dict.fromkeys(("the Aube ring", "that ring", "your Aube ring"), "")
    unnamed = NOUNS.get(about.category, UNNAMED)
    called = f"{about.name} {NOUNS.get(about.category, NAMED_ONLY)}".strip() if about.name else unnamed
    that = "those" if about.category in PLURAL else "that"
    return {"the Aube ring": f"the {called}", "that ring": f"{that} {unnamed}", "your Aube ring": f"your {called}"}


def until(subject: Subject) -> str:
    """Until when: a weekday within the week, else a date."""
    kept = facts.kept_until(subject)
    if kept is None:
        return ""
    day, this_week = kept
    return f"until {DAYS.split()[day.weekday()]}" if this_week else f"until {day.day} {MONTHS.split()[day.month - 1]}"


def occasion(subject: Subject, to: Addressee) -> str:
    """The occasion, in as few words as discretion asks."""
    on, whose = subject.occasion_on, facts.celebrated(subject, to.given, to.preferred, to.display)
    words = {"Bianca's": f"{whose}'s" if whose else "", "June": MONTHS.split()[on.month - 1] if on else ""}
    return patterns.first(OCCASIONS.get(subject.occasion, OCCASIONS["other"]), Saying(words, {}))


def opening(to: Addressee) -> str:
    """*Dear Dr Okafor,* by the title she gave; her whole name without one; never a number."""
    name = names.familiar(to) if to.form == FAMILIAR else _titled(to) or names.whole(to)
    return f"Dear {name}," if name else "Good morning,"


def _titled(to: Addressee) -> str:
    """Her title and the name that goes with it; nothing when either is missing."""
    held = names.clean(to.title).strip(". ")
    title = TITLES.get(held.casefold()) or (held if re.fullmatch(r"[A-Z][a-zà-ÿ]+", held) else "")
    name = names.person(to.given if held.casefold() in WITH_THE_GIVEN_NAME else to.family)
    return f"{title} {name}" if title and name else ""


def finish(text: str) -> str:
    """With its typographic apostrophes."""
    return patterns.unmarked(text).replace("'", "\u2019")


TONGUE = tongue.Tongue(
    letters=tongue.read(en.LETTERS),
    opening=opening,
    saying=saying,
    finish=finish,
    is_reviewed=True,
    wishes=WISHES,
    categories=NOUNS.keys() | CARE.keys(),
    occasions=OCCASIONS.keys(),
)
