"""What a note changed, said: the notebook gives something back (X-7)."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from carnet.capture.kinds import Changed
from carnet.kit import spoken

SAID: dict[Changed, Lazy | str] = {
    Changed.PROMISE: gettext_lazy("It is among your promises."),
    Changed.AWAITS_SALE: gettext_lazy("The sale will join it when it comes in."),
    Changed.TO_BE_TYPED: gettext_lazy("What you said is being typed up."),
    Changed.PROPOSALS: gettext_lazy("Your words may tell more: one tap each."),
    Changed.TO_BE_NAMED: gettext_lazy("It waits for a name."),
}


def told(changed: Iterable[str]) -> str:
    """One sentence for the story, and one for each thing that the note changed beyond it."""
    return spoken.following([_("Kept in the story."), *(SAID[Changed(each)] for each in changed)])
