"""What needs no language: names of the catalogue, and a figure with its system."""

from __future__ import annotations

import re

from carnet.capture.rules.extracting import page
from carnet.capture.rules.extracting.page import NEVER

NOTHING = "(?!)"

PAGE = page.Page(
    code="",
    breaks=re.compile(r",(?!\d)|[;:()、，；：،؛]"),
    asked=NEVER,
    private=NEVER,
    no=NEVER,
    sizes=page.Sizes(
        items={}, word=NEVER, between=NEVER, before=NEVER, after=NEVER, now=NEVER, plain=(), labels={"ring": "◯"}
    ),
    tastes=page.Tastes(
        things=(), golds={}, gold=NEVER, likes=NOTHING, avoids=NOTHING, no=NOTHING, neutral=NOTHING, filler=NEVER,
        hates=NEVER, not_that=NEVER,
    ),
    kin=page.Kin(
        kinds={}, pattern=NEVER, company=NEVER, along=NEVER, who=NEVER, called=NEVER,
        herself=NEVER, she=NEVER, he=NEVER, male=frozenset(), not_names=frozenset(),
    ),
    dates=page.Dates((), {}, {}, {}),
    occasions=page.Occasions(
        cues=(), fixed={}, say=lambda _code, _whose, on: on, when=lambda day, month, _year: f"{day}/{month}"
    ),
    doing=page.Doing(
        house=NEVER, client=NEVER, refused=NEVER, shown=NEVER, wish=NEVER, wish_after=NEVER, owned=NEVER, to_do=NEVER,
        wished=NEVER, stop=NEVER, left={}, not_left=NEVER, long_ago=NEVER, left_said={},
    ),
)  # fmt: skip
