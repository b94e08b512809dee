"""The note's form: nothing is required but who."""

from __future__ import annotations

import datetime as dt
import functools
import uuid
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.functional import Promise as Lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from carnet.capture.queries import sounding
from carnet.capture.rules import typist
from carnet.capture.rules.notes import IN_WEEKS, Note
from carnet.clients.models import Client
from carnet.interactions.kinds import EncounterKind, Left
from carnet.kit import ids
from carnet.outreach import sentences

LONGEST = 10_000
SEASON = dt.timedelta(days=120)
KINDS = [
    (EncounterKind.VISIT, _("Visit")), (EncounterKind.CALL, _("Call")), (EncounterKind.LETTER, _("Letter")),
    (EncounterKind.CARE_INTAKE, _("Care")), (EncounterKind.EVENT, _("Event")),
]  # fmt: skip
LEFT = [
    (Left.LOOKED, _("Looked")),
    (Left.THINKING, _("Thinking")),
    (Left.ON_HOLD, _("On hold")),
    (Left.BOUGHT, _("Bought")),
]


class NoteForm(forms.Form):
    """Who, what it was, how it was left, what was shown, in her words, and when to come back to it."""

    mutation = forms.UUIDField(widget=forms.HiddenInput, required=False)
    client = forms.UUIDField(widget=forms.HiddenInput, required=False)
    description = forms.CharField(label=_("A few words on the search"), max_length=400, required=False)
    kind = forms.ChoiceField(
        label=_("What it was"), choices=KINDS, initial=EncounterKind.VISIT, widget=forms.RadioSelect
    )
    left = forms.ChoiceField(label=_("How it was left"), choices=LEFT, required=False, widget=forms.RadioSelect)
    recordings = forms.Field(widget=forms.MultipleHiddenInput, required=False)
    """Spoken for it, and not yet among its words."""
    words = forms.CharField(
        label=_("In your words"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
    is_private = forms.BooleanField(label=_("For me alone"), required=False)
    back = forms.ChoiceField(label=_("Come back to it"), required=False, widget=forms.RadioSelect)
    day = forms.DateField(
        label=_("On"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, on: dt.date, named: Callable[[], dt.date | None], **words: Any) -> None:
        """`named` tells the next date known of her, offered by name; it is asked when the choices are looked at."""
        super().__init__(*args, **words)

        @functools.cache
        def choices() -> list[tuple[str, str | Lazy]]:
            return list(_coming_back(on, named()))

        self.fields["back"].choices = choices  # type: ignore[attr-defined]
        self.fields["mutation"].initial = ids.new()

    def note(self, client: Client | None, beside: Sequence[str], pieces: Sequence[str]) -> Note:
        """What she said, as it is kept. `beside` and `pieces` are the ids tapped; what is no id is left out."""
        said = self.cleaned_data
        people = [*([client.id] if client else []), *(uuid.UUID(each) for each in beside if is_uuid(each))]
        return Note(
            people=tuple(dict.fromkeys(people)),
            search=said["description"],
            kind=EncounterKind(said["kind"]),
            left=Left(said["left"]) if said["left"] else Left.UNSAID,
            pieces=tuple(uuid.UUID(each) for each in pieces if is_uuid(each)),
            words=said["words"],
            is_private=said["is_private"],
            back=self._back(),
            recordings=tuple(uuid.UUID(each) for each in said["recordings"] or [] if is_uuid(each)),
        )

    @property
    def is_typed_up(self) -> bool:
        """Whether somebody types up what is said."""
        return typist.Port.typist is not None

    @functools.cached_property
    def spoken_in(self) -> list[tuple[str, str]]:
        """In which languages it may be spoken here, each by its own name; hers first."""
        hers, here = get_language() or "en", sounding.languages()
        names = [(code, name) for code, name in settings.LANGUAGES if code == hers or code in here]
        return sorted(names, key=lambda each: each[0] != hers)

    def _back(self) -> str:
        said: str = self.cleaned_data.get("back", "")
        day: dt.date | None = self.cleaned_data.get("day")
        return said if said != "day" else day.isoformat() if day else ""


def _coming_back(on: dt.date, named: dt.date | None) -> Iterator[tuple[str, str | Lazy]]:
    yield "", _("No need")
    yield IN_WEEKS, _("2 weeks")
    if named and on < named <= on + SEASON:
        yield named.isoformat(), _("By %(day)s") % {"day": sentences.day(named, on)}
    yield "day", _("Pick a day")


def is_uuid(value: str) -> bool:
    """Whether that is an id."""
    try:
        uuid.UUID(value)
    except ValueError:
        return False
    return True
