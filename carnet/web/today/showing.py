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

from carnet.clients import rules
from carnet.clients.models import Client
from carnet.consent.kinds import Channel
from carnet.kit import spoken
from carnet.outreach import reasons, sentences
from carnet.outreach.actions.answering import NOT_OF_A_PROMISE
from carnet.outreach.kinds import Later, NotNow, Reason, Reply
from carnet.outreach.models import Answer
from carnet.outreach.queries.days import Shown
from carnet.outreach.rules import later, letters
from carnet.products.models import Reference
from carnet.web.here import Here

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
    Later.THIS_EVENING: _("This evening"),
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
SHARED = (Reason.VISIT, Reason.WEAR, Reason.GUIDANCE, Reason.REPLENISH)
"""The letters that are about a piece of hers, or one she saw: only their picture goes with the words."""


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
    picture: str
    """The plate that goes with the words when they are shared."""
    piece: str
    later: list[tuple[Later, dt.date]]
    """When it may come back."""
    paragraphs: list[str]
    signed: str
    terms: list[str]
    needs_a_reader: bool
    """Whether a colleague should read the letter before it leaves."""
    margin: list[tuple[str, str]]


def named(client: Client) -> str:
    """A client as lists show her: her title before her name where her language puts it there."""
    if client.is_provisional:
        return client.description
    return rules.titled(title=client.title, display=client.display)


def card(shown: Shown, at: Here, plates: dict[Any, Reference]) -> Card:
    """Everything one card says today."""
    on = at.today
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
        picture=reference.plate if reference and first.reason in SHARED else "",
        piece=reference.name if reference else "",
        later=later.offered(
            on,
            None if shown.promise else shown.ends_on,
            at.member.works_on,
            before_evening=at.at < later.evening_of(on, at.boutique.zone),
        ),
        paragraphs=paragraphs[:-1],
        signed=paragraphs[-1],
        terms=terms(shown),
        needs_a_reader=letters.needs_a_reader(shown.language),
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
    language = gettext("In %(language)s") % {"language": language_name(shown.language)}
    return [spoken.enumerated((CHANNELS[Channel(shown.channel)], shown.hour)), language]


def margin(shown: Shown, on: dt.date) -> list[tuple[str, str]]:
    """The notes beside the letter: why now, the records it rests on, how she likes it, what was left out."""
    notes = [(gettext("Why now"), spoken.following(why.said(on) for why in shown.whys))]
    facts = [
        f"{sentences.day(fact.on, on)} · {reasons.fact(fact.kind, fact.values, on)}"
        for why in shown.whys
        for fact in why.facts
    ]
    notes.append((gettext("From the records"), "\n".join(facts)))
    notes.append((gettext("How it goes"), " · ".join(terms(shown))))
    notes.append((gettext("Left out on purpose"), gettext("Amounts, and anything others have told you.")))
    return notes


def sheets(cards: Collection[Card], on: dt.date) -> list[dict[str, Any]]:
    """The sheets of each suggestion, with what each choice will do printed beside it; what is held is put off or settled."""
    made = []
    for each in cards:
        if each.shown.id is None:
            continue
        if each.later:
            made.append(_sheet(each, "later", gettext("Later"), "", _later(each, on)))
        if each.shown.beside:
            continue
        lead = gettext("Tell Carnet why, and it learns to hold back.")
        made.append(_sheet(each, "not_now", gettext("Not now"), lead, _not_now(each)))
    return made


def _sheet(card: Card, reply: str, title: str, lead: str, choices: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": f"{reply.replace('_', '')}-{card.shown.id}",
        "title": title,
        "lead": lead,
        "action": reverse("answer", args=[card.shown.id]),
        "hidden": [("reply", reply)],
        "reasons": choices,
    }


def _later(card: Card, on: dt.date) -> list[dict[str, Any]]:
    return [
        {"value": choice.value, "label": LATER[choice], "effect": comes_back(choice, day, on)}
        for choice, day in card.later
    ]


def comes_back(choice: str, day: dt.date, on: dt.date) -> str:
    """When, as the sheet prints it."""
    if choice == Later.THIS_EVENING:
        return gettext("From %(hour)s") % {"hour": later.EVENING.strftime("%H:%M")}
    return sentences.day(day, on)


def _not_now(card: Card) -> list[dict[str, Any]]:
    """Why not; of our word, only what leaves it standing."""
    return [
        {"value": choice.value, "label": label, "effect": effect}
        for choice, (label, effect) in NOT_NOW.items()
        if not (card.shown.promise and choice in NOT_OF_A_PROMISE)
    ]


def told(kept: Answer) -> str:
    """What was done, in the words that were printed beside the choice."""
    if kept.reply == Reply.WRITTEN:
        return gettext("Kept in the story, as written.")
    if kept.reply == Reply.LATER and kept.until:
        if kept.because == Later.THIS_EVENING:
            return gettext("It comes back this evening.")
        return gettext("It comes back on %(day)s.") % {"day": sentences.day(kept.until, kept.on)}
    return gettext("Left in peace: %(effect)s.") % {"effect": lower_first(str(NOT_NOW[NotNow(kept.because)][1]))}


def lower_first(words: str) -> str:
    """As it stands within a sentence."""
    return words[:1].lower() + words[1:]


def language_name(code: str) -> str:
    """A language in the reader's own."""
    try:
        return Locale.parse(code, sep="-").get_language_name((get_language() or "en").replace("-", "_")) or code
    except (UnknownLocaleError, ValueError):
        return code
