"""What can be said of what stands between a client and the house, as forms."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from carnet.clients.kinds import Certainty
from carnet.intelligence.kinds import Rests
from carnet.web.client.meaning import HOW

SHORT = 400


class RememberForm(forms.Form):
    """A line of the register."""

    prefix = "remember"
    kind = forms.ChoiceField(
        label=_("What it is"), initial="expectation", widget=forms.RadioSelect,
        choices=[("expectation", _("Counts on us to remember")), ("memory", _("A shared memory"))],
    )  # fmt: skip
    words = forms.CharField(label=_("In your words"), max_length=SHORT)
    certainty = forms.ChoiceField(
        label=_("How we know"), choices=list(HOW.items()), initial=Certainty.STATED, widget=forms.RadioSelect
    )


class BondForm(forms.Form):
    """What it is to her."""

    prefix = "bond"
    words = forms.CharField(
        label=_("In your words"), max_length=SHORT,
        help_text=_("Signed and dated. A colleague may see it otherwise; nothing that was said is lost."),
    )  # fmt: skip


class RestsForm(forms.Form):
    """What a moment in her life leaves alone."""

    prefix = "rests"
    rests = forms.ChoiceField(label=_("What rests"), initial=Rests.GIFTS, widget=forms.RadioSelect, choices=[
        (Rests.GIFTS, _("Gift prompts")), (Rests.DATES, _("All dates")), (Rests.SELLING, _("Selling")),
        (Rests.INVITATIONS, _("Invitations")),
    ])  # fmt: skip
    until = forms.DateField(
        label=_("Until, that day included"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("What rests and until when is enough. Nobody asks why, and there is no place for it."),
    )  # fmt: skip
