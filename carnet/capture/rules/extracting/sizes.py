"""Sizes in words: which figure, of what, in which system; none where neither the figure nor the language makes that plain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from carnet.capture.kinds import Finding
from carnet.capture.rules.extracting.lead import Lead, Note, lead
from carnet.capture.rules.extracting.lines import Line
from carnet.capture.rules.extracting.page import Page, Sizes

FIGURE = re.compile(
    r"(?:(?<![a-z])(?P<sys>us|uk|fr|it|eu|jp|hk)[ .:]{0,2}|(?<![a-z0-9.,/'+-]))(?P<n>\d{1,3}(?:[.,]\d{1,2}|½| ?1/2"
    r"| and a half| et demie?| e mezzo|半| ونصف| و نصف)?)(?![\d/%€$£]|[.,]\d)"
    r"(?: ?(?P<unit>cm\b|centimetr\w+|centimeters?|in\b(?= *(?:$|[,.;)]))|inch(?:es)?\b|pouces?\b|pollici\b|厘米|公分"
    r"|センチ|سم|سنتيمتر|بوصه|英寸|インチ|\"))?"
    r"(?: ?(?P<sys2>us|uk|fr|it|eu|jp|hk)\b)?"
)
NOT_A_SIZE = re.compile(
    r"^ ?(?:k\b|mm|ct|cts|carats?|carati|g\b|gr\b|kg|ml|%|€|\$|£|¥|euros?|dollars?|thousand|mille|mila|000|years?"
    r"|yrs|ans?\b"
    r"|anni|annees?|mois|days?|weeks?|jours?|semaines?|giorni|settimane|h\b|am\b|pm\b|:\d|th\b|st\b|nd\b|rd\b|e\b"
    r"|years|歳|才|年|月|日|周|週|点|時|分|万|千|円|元|克|本|枚|个|個|人|岁|克拉|カラット|ミリ|毫米|مم|قيراط|سنه|سنوات|عام|درهم|ريال|الف)"
)
OF = re.compile(r"^ ?(?:(?:di|de|d'|of|の) ?)?")
INCHES = ("in", "pouce", "pollici", "بوصه", "英寸", "インチ", '"')
LETTER = re.compile(r"(?:(?<![a-z])(?P<sys>uk)[ .:]{0,2})?(?<![\w'’])(?P<n>xxl|xxs|xl|xs|[a-z])(?: ?1/2|½)?(?![\w'’])")
CLOTHING_LETTERS = frozenset({"xxs", "xs", "s", "m", "l", "xl", "xxl"})
EXPLICIT = {"ring": {"US", "UK", "FR", "IT", "JP", "HK", "EU"}, "shoe": {"US", "UK", "EU", "FR", "IT", "JP"},
            "clothing": {"US", "UK", "EU", "FR", "IT", "JP"}}  # fmt: skip
LENGTHS = {"wrist": (11, 25), "neck": (28, 60), "belt": (50, 130), "ring": (4, 8), "shoe": (20, 32)}
RINGS = {"FR": (40, 76), "EU": (40, 76), "US": (1, 16), "IT": (1, 36), "JP": (1, 36), "HK": (4, 33), "UK": (0, 0)}
TO_AN_INCH = 2.54
ABOVE_SHOES = 47
NEAR = 100
"""How many signs around a figure may say what it measures."""


def find(note: Note) -> Iterator[Lead]:
    """Each size of the client's own."""
    for number, line in enumerate(note.lines):
        if line.is_question:
            continue
        last = ""
        for figure in (*FIGURE.finditer(line.plain), *LETTER.finditer(line.plain)):
            read = _read(figure, line, note.page, last)
            if read is None:
                continue
            of, size, system, certainty = read
            last = of
            if not size or line.clause_at(figure.start("n")).is_of_another:
                continue
            words = _words(note.page.sizes, of, size, system)
            place = (number, figure.start())
            yield lead(certainty, place, Finding.SIZE, line, words, of=of, size=size, system=system)


def _words(sizes: Sizes, of: str, size: float | str, system: str) -> str:
    figure = str(size)
    return f"{sizes.labels[of]} {figure} " + (system if system in {"cm", "in"} else f"({system})")


def _read(figure: re.Match[str], line: Line, page: Page, last: str) -> tuple[str, float | str, str, float] | None:
    """Of what, which, in which system, how certain; a size of "" when it no longer holds, None when it is no size."""
    sizes, plain = page.sizes, line.plain
    groups, clause = figure.groupdict(), line.clause_at(figure.start("n"))
    before = plain[max(0, figure.start() - NEAR) : figure.start()]
    after = plain[figure.end() : figure.end() + NEAR]
    bare = re.sub(rf" ?(?:{'|'.join(sizes.systems) or '(?!)'})[ :]*$", " ", before)
    if NOT_A_SIZE.match(plain[figure.end("n") : figure.end("n") + NEAR]):
        return None
    of, said = _what(
        sizes,
        bare,
        after,
        plain[clause.start : clause.end],
        last,
        sign=bool(sizes.sign and after.lstrip().startswith(sizes.sign)),
    )
    system = (groups.get("sys") or groups.get("sys2") or _named(sizes, before, after) or "").upper()
    if not of and system and _is_alone(before, groups, system, figure["n"]):
        of = "ring"
    if not of:
        return None
    if of == "ring" and not said and not sizes.letters and figure["n"] in CLOTHING_LETTERS:
        of = "clothing"
    if sizes.before.search(before) or sizes.after.match(after):
        return of, "", "", 0
    settled = _settled(sizes, figure["n"], groups.get("unit") or "", system, of, said=said, signed=after)
    return (of, *settled) if settled else None


def _is_alone(before: str, groups: Mapping[str, str | None], system: str, figure: str) -> bool:
    """US 7 says enough of a ring, 7 US after a comma or at the start; EU 38 may be a shoe."""
    if system in {"FR", "EU"} and figure[0].isdigit() and _number(figure) < ABOVE_SHOES:
        return False
    return bool(groups.get("sys")) or system == "FR" or not before.strip() or before.rstrip().endswith((",", "(", "/"))


def _what(sizes: Sizes, before: str, after: str, clause: str, last: str, *, sign: bool) -> tuple[str, bool]:
    """What is measured; whether the sentence says so, or only that it is a size."""
    best, place = "", -1
    for of, pattern in sizes.items.items():
        for word in pattern.finditer(before):
            if word.end() > place and sizes.between.fullmatch(before[word.end() :]):
                best, place = of, word.end()
    sized = [word.end() for word in sizes.word.finditer(before)]
    is_size = any(sizes.between.fullmatch(before[end:]) for end in sized)
    if not best:
        best = next((of for of, pattern in sizes.items.items() if pattern.match(OF.sub("", after))), "")
    if best:
        return best, True
    if is_size:
        named = [of for of, pattern in sizes.items.items() if of != "ring" and pattern.search(clause)]
        return (named[0], True) if named else ("ring", False)
    if (last or sign) and (sizes.now.search(before[-14:]) or sizes.now.match(after.lstrip())):
        return last or "ring", bool(last)
    if not before.strip(" ,(") and sizes.now.match(after.lstrip()):
        return "ring", False
    if sign and sizes.sign_alone:
        return "ring", False
    return "", False


def _named(sizes: Sizes, before: str, after: str) -> str:
    for name, system in sizes.systems.items():
        if re.search(rf"{name}[  :]?$", before) or re.match(rf" ?{name}", after):
            return system
    return ""


def _settled(
    sizes: Sizes, figure: str, unit: str, system: str, of: str, *, said: bool, signed: str
) -> tuple[float | str, str, float] | None:
    """The size, its system, and how certain that is."""
    if not figure[0].isdigit():
        return _letter(sizes, figure, system, of, said=said)
    size = _number(figure)
    if of in {"wrist", "neck", "belt"} or (unit and of == "shoe"):
        return _length(size, unit, of)
    if unit:
        return None
    if system:
        low, high = RINGS[system] if of == "ring" and system in RINGS else (0, 70)
        fits = low <= size <= high and system in EXPLICIT.get(of, set())
        return (size, "FR" if (of, system) == ("ring", "EU") else system, 0.97) if fits else None
    if sizes.sign and of == "ring" and signed.lstrip().startswith(sizes.sign) and size < RINGS["FR"][0]:
        return (size, sizes.sign_system, 0.95) if 1 <= size <= RINGS["JP"][1] else None
    plain = [each for measure, low, high, each in sizes.plain if measure == of and low <= size <= high]
    return (size, plain[0], 0.95 if said else 0.9) if len(plain) == 1 else None


def _letter(sizes: Sizes, letter: str, system: str, of: str, *, said: bool) -> tuple[float | str, str, float] | None:
    if of == "clothing":
        return (letter.upper(), "INT", 0.8) if letter in CLOTHING_LETTERS else None
    if of == "ring" and len(letter) == 1 and (sizes.letters or system == "UK"):
        return letter.upper(), "UK", 0.9 if said else 0.8
    return None


def _length(size: float, unit: str, of: str) -> tuple[float, str, float] | None:
    low, high = LENGTHS[of]
    if unit.startswith(INCHES) or (not unit and of == "wrist" and size * TO_AN_INCH <= high and size < low):
        return (size, "in", 0.92) if low <= size * TO_AN_INCH <= high else None
    return (size, "JP" if of == "shoe" else "cm", 0.95) if low <= size <= high else None


def _number(figure: str) -> float:
    plain = figure.replace(",", ".")
    whole = re.match(r"\d+(?:\.\d+)?(?!/)", plain)
    value = float(whole[0] if whole else 0) + (whole is not None and whole.end() < len(plain)) / 2
    return int(value) if value == int(value) else value
