"""What every template may say: icons and plates, the language of a text, numbers in words, days by name."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import is_aware, localtime
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from carnet.clients.kinds import PointKind
from carnet.clients.models import Client
from carnet.clients.rules import titled
from carnet.house.models import Term
from carnet.kit import spoken
from carnet.kit.numerals import base

register = template.Library()

DRAWN = frozenset(
    {"ring", "pendant", "earrings", "watch", "bracelet", "brooch", "bag", "flacon", "cloth", "object", "piece"}
)
ROADS = {
    PointKind.PHONE: _("Telephone"), PointKind.EMAIL: _("E-mail"), PointKind.POST: _("Post"),
    PointKind.WHATSAPP: "WhatsApp", PointKind.WECHAT: _("WeChat"), PointKind.LINE: "LINE", PointKind.KAKAOTALK: "KakaoTalk",
    PointKind.TELEGRAM: "Telegram",
}  # fmt: skip
RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


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
    """A count as one says it: three, forty-one; figures from a hundred on. "f" where one counts in the feminine."""
    return spoken.counted(number, feminine=gender == "f")


@register.filter
def enumerated(parts: Iterable[object]) -> str:
    """One after the other: “name, country”."""
    return spoken.enumerated(parts)


@register.filter
def following(sentences: Iterable[object]) -> str:
    """Whole sentences, one after the other."""
    return spoken.following(sentences)


@register.filter
def named(client: Client) -> str:
    """A client as lists show her, her title where her language puts it."""
    return titled(title="" if client.is_provisional else client.title, display=str(client))


@register.filter
def said(term: Term) -> str:
    """A word of the house's own, in the reader's language."""
    return term.said(spoken.reading())


@register.filter
def road(kind: str) -> str:
    """By what a number or an address reaches somebody."""
    return str(ROADS.get(PointKind(kind), kind))


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
    text = near[apart] if apart in near else spoken.day(when, today, weekday=weekday)
    return text[:1].upper() + text[1:] if capital else text
