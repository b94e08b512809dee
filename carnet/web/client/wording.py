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
