"""The headings of a client's page, which agree with her, or him, or with nobody when the house does not know."""

from __future__ import annotations

from django.utils.translation import gettext as _

from carnet.clients.kinds import Gender


def headings(gender: str) -> dict[str, str]:
    """Each heading, said as the client is spoken of."""
    if gender == Gender.SHE:
        return {
            "show": _("Show her"), "story": _("Her story"), "owns": _("What she owns"), "agreed": _("What she agreed to"),
            "reached": _("Where she is reached"), "herself": _("For herself"), "know": _("I know her"),
            "not_asked": _("She has not been asked. Care rests on what was bought; an invitation needs her yes."),
        }  # fmt: skip
    if gender == Gender.HE:
        return {
            "show": _("Show him"), "story": _("His story"), "owns": _("What he owns"), "agreed": _("What he agreed to"),
            "reached": _("Where he is reached"), "herself": _("For himself"), "know": _("I know him"),
            "not_asked": _("He has not been asked. Care rests on what was bought; an invitation needs his yes."),
        }  # fmt: skip
    return {
        "show": _("Show the page"), "story": _("The story"), "owns": _("Pieces"), "agreed": _("What was agreed"),
        "reached": _("Where a word arrives"), "herself": _("For oneself"), "know": _("I know this client"),
        "not_asked": _("Not asked yet. Care rests on what was bought; an invitation needs a yes."),
    }  # fmt: skip


def between(gender: str) -> dict[str, str]:
    """What stands between her and the house, said likewise."""
    if gender == Gender.SHE:
        return {
            "counts": _("What we owe, what she counts on"), "bond": _("What it is to her"), "rests": _("What rests for her"),
            "she": _("She usually takes the first step."), "bond_none": _("Nobody has said yet what this house is to her."),
            "counts_none": _("Nothing yet: what does she expect us to remember without being told?"),
        }  # fmt: skip
    if gender == Gender.HE:
        return {
            "counts": _("What we owe, what he counts on"), "bond": _("What it is to him"), "rests": _("What rests for him"),
            "she": _("He usually takes the first step."), "bond_none": _("Nobody has said yet what this house is to him."),
            "counts_none": _("Nothing yet: what does he expect us to remember without being told?"),
        }  # fmt: skip
    return {
        "counts": _("What we owe, what is counted on"), "bond": _("What this relationship is to them"), "rests": _("What rests"),
        "she": _("The client usually takes the first step."), "bond_none": _("Nobody has said yet what this house is to them."),
        "counts_none": _("Nothing yet: what are we expected to remember without being told?"),
    }  # fmt: skip
