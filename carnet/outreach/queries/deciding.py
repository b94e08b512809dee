"""What a house may decide about reasons and restraint, what speaks against a proposal, and what it decided before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from carnet.house import queries as house
from carnet.house.kinds import SettingName
from carnet.house.models import Setting
from carnet.outreach import reasons
from carnet.outreach.reasons import Rule
from carnet.outreach.rules.evidence import Pace
from carnet.outreach.rules.letters import composing, proofs
from carnet.outreach.rules.letters.proofs import Proof, Wrong
from carnet.outreach.rules.letters.subject import FORMS

POLICY = (
    SettingName.SUGGESTIONS,
    SettingName.PACE_DAYS,
    SettingName.REASONS,
    SettingName.PRESSURE,
    SettingName.LEARNING,
    SettingName.WORDING,
)
OFF = "off"
LONGEST = 12_000
"""Letters of one reason and form, in characters."""


def standing(as_of: dt.datetime) -> dict[SettingName, Any]:
    """What the house had decided by then."""
    told = house.settings(as_of)
    return {name: told[name] for name in POLICY}


def decided_before(most: int) -> list[Setting]:
    """What was decided, the latest to hold first; of each, who decided it."""
    return list(Setting.objects.filter(name__in=POLICY).select_related("set_by").order_by("-since", "name")[:most])


def objections(name: SettingName, value: Any) -> Iterator[str]:
    """What speaks against a value of the right shape, in sentences."""
    if name == SettingName.REASONS:
        for code, said in value.items():
            yield from _of_a_reason(code, said)
    if name == SettingName.WORDING:
        for language, letters in value.items():
            for reason, forms in letters.items():
                for form, text in forms.items():
                    yield from _of_a_letter(language, reason, form, text)


def _of_a_reason(code: str, said: Mapping[str, Any]) -> Iterator[str]:
    rule = reasons.every().get(code)
    if rule is None:
        yield _("There is no reason called %(reason)s.") % {"reason": code}
        return
    if rule.kind.pace == Pace.FREE and said.get(OFF):
        yield _("A promise is always raised: it is our word.")
    for name, days in said.items():
        if name != OFF:
            yield from _of_a_length(rule, name, days)
    lengths = {name: said.get(name, usual.usual) for name, usual in rule.days.items()}
    if any(lengths[shorter] > lengths[longer] for shorter, longer in rule.in_order):
        yield _("%(reason)s: it would close before it opens.") % {"reason": rule.called}


def _of_a_length(rule: Rule, name: str, days: int) -> Iterator[str]:
    within = rule.days.get(name)
    if within is None:
        yield _("%(reason)s has no length of time called %(length)s.") % {"reason": rule.called, "length": name}
    elif not within.least <= days <= within.most:
        yield _("%(reason)s. %(length)s: from %(least)s to %(most)s.") % {
            "reason": rule.called, "length": within.says() if within.says else name, "least": within.least,
            "most": within.most,
        }  # fmt: skip


def _of_a_letter(language: str, reason: str, form: str, text: str) -> Iterator[str]:
    if language not in composing.languages():
        yield _("Letters are not written in this language: %(language)s.") % {"language": language}
    elif reason not in reasons.every():
        yield _("There is no reason called %(reason)s.") % {"reason": reason}
    elif form not in FORMS:
        yield _("There is no form of address called %(form)s.") % {"form": form}
    elif len(text) > LONGEST:
        yield _("These letters are too long to be kept: at most %(most)s signs.") % {"most": LONGEST}
    elif proof := proofs.read_over(text, language, reason, form):
        yield _said(proof)


def _said(proof: Proof) -> str:
    if proof.wrong == Wrong.MANNERS:
        return _unmannerly(proof)
    return {
        Wrong.UNREADABLE: _("The letter cannot be read: a line continues none, or nothing stands before its “or”."),
        Wrong.SLOT: _("Letters in this language have no place for this: %(words)s.") % {"words": proof.words},
        Wrong.EMPTY: _("In some circumstances nothing would be left of the letter: give it a body, and a closing."),
    }[proof.wrong]


def _unmannerly(proof: Proof) -> str:
    said = {
        "presses her": _("The letter presses: “%(words)s”."),
        "sells": _("The letter sells: “%(words)s”."),
        "pursues her": _("The letter pursues: “%(words)s”."),
        "closes the door": _("The letter closes the door: “%(words)s”."),
        "recites her record": _("The letter recites a record: “%(words)s”."),
        "names an amount": _("The letter names an amount: “%(words)s”."),
        "says that a piece is available": _("The letter says that a piece is there, whether it is or not: “%(words)s”."),
        "says that a piece is put aside": _("The letter says that a piece is put aside, whether it is or not: “%(words)s”."),
        "has an empty place": _("The letter has an empty place: “%(words)s”."),
        "is longer than 90 words": _("The letter is longer than ninety words: %(words)s."),
    }.get(proof.fault)  # fmt: skip
    return (said or _("The house would not write this: “%(words)s”.")) % {"words": proof.words.strip()}
