"""The forms in which a house decides about reasons and restraint, one for each group."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from babel import Locale
from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from carnet.house.kinds import SettingName
from carnet.house.rules import LONGEST_PACE, MOST_LEFT_TO_LEARN, MOST_SUGGESTIONS
from carnet.kit import spoken as languages
from carnet.outreach import reasons
from carnet.outreach.queries.deciding import LONGEST, OFF
from carnet.outreach.reasons import Rule
from carnet.outreach.rules.evidence import Pace
from carnet.outreach.rules.letters import composing
from carnet.outreach.rules.letters.subject import FAMILIAR, FORMAL

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

LOADS: dict[str, _StrPromise] = {
    "0.3": gettext_lazy("a card by post"),
    "0.5": gettext_lazy("half a message"),
    "1.0": gettext_lazy("one message"),
    "1.5": gettext_lazy("a message and a half"),
    "2.0": gettext_lazy("two messages"),
}
"""What weighs as much (models.md 7.2, step 4)."""


class Group(forms.Form):
    """Some of what a house decides, and from which day."""

    name: SettingName
    title: _StrPromise
    explains: _StrPromise | str = ""
    shows_yesterday = True
    """Whether somebody would have stood elsewhere for it, which may be told."""

    since = forms.DateField(
        label=gettext_lazy("From"), widget=forms.DateInput(attrs={"type": "date"}), required=False,
        help_text=gettext_lazy("Nothing before that day changes."),
    )  # fmt: skip

    def __init__(self, standing: Mapping[SettingName, Any], today: dt.date, data: Any = None) -> None:
        """Filled with what holds, or with what was said."""
        self.standing = standing
        super().__init__(data, prefix=self.name, initial={**self.said(standing[self.name]), "since": today})
        self.order_fields([*(name for name in self.fields if name != "since"), "since"])

    def parts(self) -> list[list[forms.BoundField]]:
        """Its fields, those together that stand in one line."""
        return [list(self)]

    def said(self, value: Any) -> dict[str, Any]:
        """A value as its fields say it."""
        return {"value": value}

    def asked(self) -> Any:
        """What the fields say, as a value."""
        return self.cleaned_data["value"]


class PeopleADay(Group):
    """How many."""

    name, title = SettingName.SUGGESTIONS, gettext_lazy("How many people a day")
    value = forms.IntegerField(
        label=gettext_lazy("People a day"), min_value=0, max_value=MOST_SUGGESTIONS,
        help_text=gettext_lazy("At most five, never padded."),
    )  # fmt: skip


class PaceDays(Group):
    """How often."""

    name, title = SettingName.PACE_DAYS, gettext_lazy("How often")
    value = forms.IntegerField(
        label=gettext_lazy("Days between two letters the house starts"), min_value=0, max_value=LONGEST_PACE,
        help_text=gettext_lazy("Longer for whoever is rarely there, and never beyond 90: what they started is free of it."),
    )  # fmt: skip


class Reasons(Group):
    """Which reasons are raised, and when each begins and ends."""

    name, title = SettingName.REASONS, gettext_lazy("Which reasons, and when")

    def __init__(self, standing: Mapping[SettingName, Any], today: dt.date, data: Any = None) -> None:
        """A box for each, and its lengths of time with their bounds."""
        super().__init__(standing, today, data)
        for rule in reasons.every().values():
            self.fields.update(_fields(rule))
        self.order_fields([*(name for name in self.fields if name != "since"), "since"])

    def parts(self) -> list[list[forms.BoundField]]:
        """Each reason with its lengths of time."""
        each = [[self[name] for name in self.fields if name.split("-")[0] == code] for code in reasons.every()]
        return [*filter(None, each), [self["since"]]]

    def said(self, value: Any) -> dict[str, Any]:
        """Whether each is raised, and all of its lengths of time."""
        found: dict[str, Any] = {}
        for code, rule in reasons.every().items():
            said = value.get(code, {})
            found[code] = not said.get(OFF, False)
            found |= {f"{code}-{name}": said.get(name, days.usual) for name, days in rule.days.items()}
        return found

    def asked(self) -> Any:
        """What departs from what is usual, so that a reason nobody touched follows what is usual later too."""
        found: dict[str, dict[str, Any]] = {}
        for code, rule in reasons.every().items():
            days = {name: self.cleaned_data[f"{code}-{name}"] for name in rule.days}
            said: dict[str, Any] = {name: days[name] for name, usual in rule.days.items() if days[name] != usual.usual}
            if rule.kind.pace != Pace.FREE and not self.cleaned_data[code]:
                said[OFF] = True
            if said:
                found[code] = said
        return found


def _fields(rule: Rule) -> dict[str, forms.Field]:
    found: dict[str, forms.Field] = {}
    if rule.kind.pace != Pace.FREE:
        found[rule.code] = forms.BooleanField(label=rule.called, required=False)
    for name, days in rule.days.items():
        found[f"{rule.code}-{name}"] = forms.IntegerField(
            label=days.says() if days.says else name, min_value=days.least, max_value=days.most,
            help_text=_("From %(least)s to %(most)s, usually %(usual)s.")
            % {"least": days.least, "most": days.most, "usual": days.usual},
        )  # fmt: skip
    return found


class Pressure(Group):
    """How much of us anybody may carry."""

    name, title = SettingName.PRESSURE, gettext_lazy("How much of us somebody may carry")
    explains = gettext_lazy(
        "A call weighs a little more than a message, a mail less, a card by post a third of it. After six weeks about a"
        " third of each is left. The more often somebody answers, the more they may carry."
    )
    least = forms.ChoiceField(label=gettext_lazy("Even whoever never answers"), choices=list(LOADS.items()))
    most = forms.ChoiceField(label=gettext_lazy("At most, however readily they answer"), choices=list(LOADS.items()))

    def said(self, value: Any) -> dict[str, Any]:
        """The choice that weighs as much."""
        return {name: f"{load:.1f}" for name, load in value.items()}

    def asked(self) -> Any:
        """Their weights."""
        return {name: float(self.cleaned_data[name]) for name in ("least", "most")}


class Learning(Group):
    """Whether chance leaves some in peace."""

    shows_yesterday = False
    name, title = SettingName.LEARNING, gettext_lazy("Does restraint pay?")
    explains = gettext_lazy(
        "Off unless you decide otherwise. Of the moments at which somebody would be suggested for a reason that can be let"
        " pass, chance leaves this share in peace and keeps a record of it, so that after a year or two one may compare."
        " Never a promise, never care, never what they started. One boutique alone will hardly see a difference."
    )
    share = forms.IntegerField(
        label=gettext_lazy("Moments of a hundred left in peace"), min_value=0, max_value=int(100 * MOST_LEFT_TO_LEARN),
        help_text=format_lazy(
            gettext_lazy("From 0 to {most}; ten is a good number. Whom it will be is not shown beforehand."),
            most=int(100 * MOST_LEFT_TO_LEARN),
        ),
    )  # fmt: skip

    def said(self, value: Any) -> dict[str, Any]:
        """Of a hundred."""
        return {"share": round(100 * value["share"])}

    def asked(self) -> Any:
        """As a share of one, with the salt that was there."""
        return {**self.standing[self.name], "share": self.cleaned_data["share"] / 100}


class Letters(Group):
    """A letter of the house's own."""

    shows_yesterday = False
    name, title = SettingName.WORDING, gettext_lazy("A letter of our own")
    explains = gettext_lazy(
        "It takes the place of Carnet’s for that reason, language and form of address, and is read over before it is kept."
        " “carnet letters” prints those there are; *** stands between two, an empty line before the closing."
    )
    language = forms.ChoiceField(label=gettext_lazy("Language"))
    reason = forms.ChoiceField(label=gettext_lazy("Reason"))
    form = forms.ChoiceField(
        label=gettext_lazy("Form of address"),
        choices=[(FORMAL, gettext_lazy("Formal")), (FAMILIAR, gettext_lazy("Familiar"))],
    )
    text = forms.CharField(
        label=gettext_lazy("The letter"), required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("Left empty, Carnet’s own comes back."),
    )  # fmt: skip

    def __init__(self, standing: Mapping[SettingName, Any], today: dt.date, data: Any = None) -> None:
        """With the languages and reasons there are."""
        super().__init__(standing, today, data)
        language = forms.ChoiceField(choices=sorted((code, spoken(code)) for code in composing.languages()))
        written = [(code, rule.called) for code, rule in reasons.every().items() if not rule.is_question]
        for name, field in {"language": language, "reason": forms.ChoiceField(choices=written)}.items():
            field.label = self.fields[name].label
            self.fields[name] = field

    def parts(self) -> list[list[forms.BoundField]]:
        """The letter has a line of its own."""
        return [[self["language"], self["reason"], self["form"]], [self["text"]], [self["since"]]]

    def said(self, value: Any) -> dict[str, Any]:  # noqa: ARG002 -- one is written at a time
        """Nothing: what stands already is said below, among what was decided."""
        return {}

    def asked(self) -> Any:
        """What there is, with this one among it, or without it."""
        said = self.cleaned_data
        own = copy.deepcopy(dict(self.standing[self.name]))
        own.setdefault(said["language"], {}).setdefault(said["reason"], {})[said["form"]] = said["text"].replace(
            "\r\n", "\n"
        )
        return {
            language: kept
            for language, letters in own.items()
            if (kept := {reason: texts for reason, forms in letters.items() if (texts := _written(forms))})
        }


def _written(forms: Mapping[str, str]) -> dict[str, str]:
    return {form: text for form, text in forms.items() if text.strip()}


def spoken(code: str) -> str:
    """The name of a language, in the reader's."""
    return str(Locale.parse(code).get_display_name(languages.locale(languages.reading()))).capitalize()


GROUPS: dict[str, type[Group]] = {
    "people": PeopleADay,
    "pace": PaceDays,
    "reasons": Reasons,
    "pressure": Pressure,
    "learning": Learning,
    "letters": Letters,
}
"""By the word in their address."""
