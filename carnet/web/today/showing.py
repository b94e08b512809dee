"""From a day to what its page shows: who, why now, the letter, the margin, and what each answer will do."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Collection
from typing import Any

from babel import Locale
from babel.core import UnknownLocaleError
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from carnet.clients.models import Client
from carnet.consent.kinds import Channel
from carnet.outreach import sentences
from carnet.outreach.kinds import Later, NotNow, Reason
from carnet.outreach.queries.days import Shown
from carnet.outreach.rules.later import until
from carnet.products.models import Reference

CHANNELS = {
    Channel.BY_HAND: _("By hand, from the boutique’s telephone"),
    Channel.PHONE: _("By telephone"),
    Channel.SMS: _("By text message"),
    Channel.EMAIL: _("By e-mail"),
    Channel.WHATSAPP: _("WhatsApp"),
    Channel.WECHAT: _("WeChat"),
    Channel.LINE: _("LINE"),
    Channel.KAKAOTALK: _("KakaoTalk"),
    Channel.TELEGRAM: _("Telegram"),
    Channel.POST: _("By post"),
}
LATER = {
    Later.TOMORROW: _("Tomorrow"),
    Later.MONDAY: _("Monday"),
    Later.BEFORE_THE_DAY: _("On its last day"),
}
NOT_NOW = {
    NotNow.TOO_SOON: (_("Too soon"), _("Rest for six weeks")),
    NotNow.SEEING_HER: (_("I will see them shortly"), _("Until they visit, or thirty days")),
    NotNow.NOT_RIGHT: (_("Not the right reason"), _("This one, never again")),
    NotNow.DELICATE: (_("A delicate time"), _("Silence until you say")),
    NotNow.NOT_ME: (_("The letter is not me"), _("Another letter tomorrow")),
}


@dataclasses.dataclass(frozen=True)
class Card:
    """One person on the page."""

    shown: Shown
    name: str
    lang: str
    first: str
    whys: list[str]
    when: str
    plate: str
    piece: str
    paragraphs: list[str]
    signed: str
    terms: list[str]
    margin: list[tuple[str, str]]


def named(client: Client) -> str:
    """A client as lists show her: her title before her name where her language puts it there."""
    if client.is_provisional:
        return client.description
    if client.title and client.order == "family_first":
        return f"{client.display} {client.title}"
    return f"{client.title} {client.display}".strip()


def card(shown: Shown, on: dt.date, plates: dict[Any, Reference]) -> Card:
    """Everything one card says."""
    paragraphs = shown.letter.split("\n\n")
    reference = next((plates[fact.id] for why in shown.whys for fact in why.facts if fact.id in plates), None)
    first = shown.whys[0]
    return Card(
        shown=shown,
        name=named(shown.client),
        lang=shown.client.language,
        first=first.said(on),
        whys=[why.said(on) for why in shown.whys],
        when=dated(shown, on),
        plate=reference.plate if reference else "",
        piece=reference.name if reference else "",
        paragraphs=paragraphs[:-1],
        signed=paragraphs[-1],
        terms=terms(shown),
        margin=margin(shown, on),
    )


def dated(shown: Shown, on: dt.date) -> str:
    """The day the reason turns on, for the diamond: never a reason by itself."""
    first = shown.whys[0]
    if first.reason == Reason.PROMISE:
        return gettext("Promised for %(day)s") % {"day": sentences.day(first.values["due_on"], on)}
    if first.reason == Reason.OCCASION:
        return gettext("Before %(day)s") % {"day": sentences.day(first.values["on"], on)}
    return gettext("Until %(day)s") % {"day": sentences.day(shown.ends_on, on)}


def terms(shown: Shown) -> list[str]:
    """Which road, which hour, which language."""
    spoken = language_name(shown.language)
    return [f"{CHANNELS[Channel(shown.channel)]}, {shown.hour}", gettext("In %(language)s") % {"language": spoken}]


def margin(shown: Shown, on: dt.date) -> list[tuple[str, str]]:
    """The notes beside the letter: why now, the records it rests on, how she likes it, what was left out."""
    notes = [(gettext("Why now"), " ".join(why.said(on) for why in shown.whys))]
    facts = [
        f"{sentences.day(fact.on, on)} · {sentences.fact(fact.kind, fact.values, on)}"
        for why in shown.whys
        for fact in why.facts
    ]
    notes.append((gettext("From the records"), "\n".join(facts)))
    notes.append((gettext("How it goes"), ", ".join(terms(shown))))
    notes.append((gettext("Left out on purpose"), gettext("Amounts, and anything others have told you.")))
    return notes


def sheets(cards: Collection[Card], on: dt.date) -> list[dict[str, Any]]:
    """The two sheets of each suggestion, with what each choice will do printed beside it."""
    made = []
    for each in cards:
        if each.shown.id is None:
            continue
        action = reverse("answer", args=[each.shown.id])
        later = [
            {"value": choice.value, "label": label, "effect": sentences.day(until(choice, on, each.shown.ends_on), on)}
            for choice, label in LATER.items()
            if choice != Later.BEFORE_THE_DAY or each.shown.ends_on > on + dt.timedelta(days=1)
        ]
        not_now = [
            {"value": choice.value, "label": label, "effect": effect} for choice, (label, effect) in NOT_NOW.items()
        ]
        made.append(
            {
                "id": f"later-{each.shown.id}",
                "title": gettext("Later"),
                "lead": "",
                "action": action,
                "hidden": [("reply", "later")],
                "reasons": later,
            }
        )
        made.append(
            {
                "id": f"notnow-{each.shown.id}",
                "title": gettext("Not now"),
                "lead": gettext("Tell Carnet why, and it learns to hold back."),
                "action": action,
                "hidden": [("reply", "not_now")],
                "reasons": not_now,
            }
        )
    return made


def language_name(code: str) -> str:
    """A language in the reader's own."""
    try:
        return Locale.parse(code, sep="-").get_language_name((get_language() or "en").replace("-", "_")) or code
    except (UnknownLocaleError, ValueError):
        return code
