"""What every template may say: icons and plates, the language of a text, numbers in words, days by name."""

from __future__ import annotations

import functools
from datetime import date, datetime
from typing import Any

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal
from django import template
from django.templatetags.static import static
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import is_aware, localtime
from django.utils.translation import get_language, pgettext, pgettext_lazy

from carnet.kit.numerals import ENGLISH, base, in_words

register = template.Library()

DRAWN = frozenset(
    {"ring", "pendant", "earrings", "watch", "bracelet", "brooch", "bag", "flacon", "cloth", "object", "piece"}
)
RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})
IN_THE_CATALOGUE: list[str | Promise] = [
    pgettext_lazy("number", "zero"),
    pgettext_lazy("number", "one"),
    pgettext_lazy("number", "two"),
    pgettext_lazy("number", "three"),
    pgettext_lazy("number", "four"),
    pgettext_lazy("number", "five"),
    pgettext_lazy("number", "six"),
    pgettext_lazy("number", "seven"),
    pgettext_lazy("number", "eight"),
    pgettext_lazy("number", "nine"),
    pgettext_lazy("number", "ten"),
    pgettext_lazy("number", "eleven"),
    pgettext_lazy("number", "twelve"),
]


@functools.cache
def drawings(name: str) -> str:
    """The address of a file of drawings: a page may show a hundred of them."""
    return static(name)


@register.simple_tag
def icon(name: str, *, label: str = "", flip: bool = False, small: bool = False) -> SafeString:
    """One of ours from icons.svg. Says nothing unless it has a label; flips where the page runs right to left."""
    classes = "i" + " i-s" * small + " flip" * flip
    spoken = format_html('role="img" aria-label="{}"', label) if label else SafeString('aria-hidden="true"')
    return format_html(
        '<svg class="{}" {} focusable="false"><use href="{}#{}"/></svg>', classes, spoken, drawings("icons.svg"), name
    )


@register.simple_tag
def plate(code: str, *, label: str = "", photo: str = "", size: str = "") -> SafeString:
    """A piece: its photograph, else its drawing, else the closed case. Size s is 84 px, m 96, none the column's own."""
    classes = f"plate plate-{size}" if size else "plate"
    if photo:
        inside = format_html(
            '<img src="{}" alt="{}" width="320" height="320" loading="lazy" decoding="async">', photo, label
        )
    else:
        spoken = format_html('role="img" aria-label="{}"', label) if label else SafeString('aria-hidden="true"')
        drawn = code if code in DRAWN else "piece"
        inside = format_html(
            '<svg {} focusable="false" viewBox="0 0 120 120"><use href="{}#{}"/></svg>',
            spoken,
            drawings("plates.svg"),
            drawn,
        )
    return format_html('<span class="{}">{}</span>', classes, inside)


@register.simple_tag
def lang_attrs(code: str | None) -> SafeString:
    """The lang and dir of words in that language, for the element that holds them."""
    if not code:
        return SafeString('dir="auto"')
    direction = "rtl" if base(code) in RIGHT_TO_LEFT else "ltr"
    return format_html('lang="{}" dir="{}"', code, direction)


@register.filter
def number_word(number: int, gender: str = "") -> str:
    """A count as one says it: three, forty-one; figures from a hundred on. "f" where French counts in the feminine."""
    code = get_language() or "en"
    words = in_words(number, base(code), feminine=gender == "f")
    if words is None and 0 <= number < len(IN_THE_CATALOGUE):
        words = str(IN_THE_CATALOGUE[number])
        words = None if words == ENGLISH[number] else words
    return words or format_decimal(number, locale=locale_of(code))


def locale_of(code: str) -> Locale:
    """How that language writes days and figures; ours is British English."""
    if base(code) == "en":
        return Locale("en", "GB")
    try:
        return Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(base(code))


@functools.lru_cache(maxsize=4096)
def day_in_words(when: date, today: date | None, code: str, *, weekday: bool = False) -> str:
    """Thursday 19 November, 4 November, 27 August 2025: the year only when it is not this one."""
    locale, short = locale_of(code), today is not None and when.year == today.year
    if weekday and short and "MMMMEEEEd" not in locale.datetime_skeletons:
        text = f"{format_date(when, 'EEEE', locale)} {format_skeleton('MMMMd', when, locale=locale)}"
    elif weekday:
        text = format_skeleton("MMMMEEEEd", when, locale=locale) if short else format_date(when, "full", locale)
    else:
        text = format_skeleton("MMMMd", when, locale=locale) if short else format_date(when, "long", locale)
    if locale.language == "en":
        return text.replace(",", "")
    return text.replace("1 ", "1er ", 1) if locale.language == "fr" and when.day == 1 else text


@register.simple_tag(takes_context=True)
def day(
    context: dict[str, Any], when: date, *, weekday: bool = False, plain: bool = False, capital: bool = False
) -> str:
    """Today, yesterday, tomorrow, else the day by name; relative to the page's `today`, never to the clock."""
    if isinstance(when, datetime):
        when = localtime(when).date() if is_aware(when) else when.date()
    today: date | None = context.get("today")
    apart = (when - today).days if today and not plain else None
    near = {0: pgettext("day", "today"), -1: pgettext("day", "yesterday"), 1: pgettext("day", "tomorrow")}
    text = near[apart] if apart in near else day_in_words(when, today, get_language() or "en", weekday=weekday)
    return text[:1].upper() + text[1:] if capital else text
