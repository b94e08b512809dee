"""The words she reads, ticks and signs: in her language, kept whole as proof, with a version that any change of them changes."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Sequence

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.utils.translation.trans_real import parse_accept_lang_header

from carnet.capture.actions.leaving_details import Agreed
from carnet.consent.kinds import Channel, Purpose

LANGUAGES = {
    "en": "English",
    "fr": "Français",
    "it": "Italiano",
    "ja": "日本語",
    "zh-hans": "简体中文",
    "ar": "العربية",
}
KEPT_AS = {"zh-hans": "zh-Hans"}
"""Where the tag of a letter's language is written otherwise than the interface's."""
REACHED: dict[Channel, str | Promise] = {
    Channel.WHATSAPP: "WhatsApp",
    Channel.SMS: gettext_lazy("Text message"),
    Channel.WECHAT: gettext_lazy("WeChat"),
    Channel.LINE: "LINE",
    Channel.KAKAOTALK: "KakaoTalk",
    Channel.TELEGRAM: "Telegram",
    Channel.PHONE: gettext_lazy("Telephone"),
}
"""By a number: what she leaves is one."""


@dataclasses.dataclass(frozen=True)
class Box:
    """One purpose on one road; nobody has ticked it for her."""

    code: str
    label: str
    agreed: Agreed


@dataclasses.dataclass(frozen=True)
class Ask:
    """One purpose, and its boxes."""

    legend: str
    boxes: list[Box]


@dataclasses.dataclass(frozen=True)
class Sheet:
    """All that stands above her signature."""

    asks: list[Ask]
    wording: str

    @property
    def version(self) -> str:
        """Twelve digits that no other wording has."""
        read = [self.wording, *(box.agreed.words for ask in self.asks for box in ask.boxes)]
        return hashlib.sha256("\n".join(read).encode()).hexdigest()[:12]

    def ticked(self, codes: Sequence[str]) -> tuple[Agreed, ...]:
        """Her boxes."""
        return tuple(box.agreed for ask in self.asks for box in ask.boxes if box.code in codes)


def sheet(maison: str, apps: Sequence[str]) -> Sheet:
    """What this house asks of her, in the language that holds."""
    roads = [channel for channel in REACHED if channel == Channel.PHONE or channel in apps]
    purposes = {
        Purpose.CARE: _("About my own pieces, and what I asked for, %(maison)s may reach me by:"),
        Purpose.INVITATION: _("To show me something new, or invite me, %(maison)s may reach me by:"),
    }
    return Sheet(
        asks=[_ask(purpose, words % {"maison": maison}, roads) for purpose, words in purposes.items()],
        wording=_(
            "%(maison)s keeps your name, your number and these answers, so that your advisor knows who you are and how you "
            "wish to be reached. Nothing is ticked for you, and nothing depends on it. Ask in the boutique at any time to see "
            "what is kept, to change it, to take back a yes, or to have it erased."
        )
        % {"maison": maison},
    )


def _ask(purpose: Purpose, legend: str, roads: Sequence[Channel]) -> Ask:
    labels = {road: str(REACHED[road]) for road in roads}
    return Ask(legend, [
        Box(f"{purpose}-{road}", label, Agreed(purpose, road, f"{legend} {label}")) for road, label in labels.items()
    ])  # fmt: skip


def language_of(request: HttpRequest, house: str) -> str:
    """The one she chose, else the first of her browser's that the house speaks, else the house's own."""
    chosen = request.GET.get("in", "")
    if chosen in LANGUAGES:
        return chosen
    for wanted, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        if found := _spoken(wanted):
            return found
    return _spoken(house) or "en"


def _spoken(tag: str) -> str:
    """Of a tag such as fr-CH or zh-TW, the page's language; nothing when there is none."""
    base = tag.lower().split("-", maxsplit=1)[0]
    return "zh-hans" if base == "zh" else base if base in LANGUAGES else ""
