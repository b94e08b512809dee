"""“How does it wear?”, once, in weeks 3 to 6, of what she bought for herself (ruling 16); unknown counts as a gift."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext, ngettext

from carnet.consent.kinds import Purpose
from carnet.outreach.kinds import Reason, Serves
from carnet.outreach.reasons import bought
from carnet.outreach.reasons.bought import Purchase
from carnet.outreach.reasons.rule import Rule
from carnet.outreach.rules.evidence import Kind, Pace, Standing
from carnet.outreach.rules.policy import Days, Policy
from carnet.outreach.sentences import as_date, begins

KIND = Kind(Reason.WEAR, Serves.CLIENT, Purpose.CARE, Pace.SHORTLY)
DAYS = {
    "opens": Days(21, 14, 35, bought.opens_said),
    "closes": Days(42, 21, 60, bought.closes_said),
}


def stands(purchase: Purchase, policy: Policy) -> Standing | None:
    """In weeks 3 to 6, of a piece somebody said was for herself."""
    if not purchase.for_herself or not purchase.is_worn:
        return None
    opens, closes = (policy.days(KIND.code, name, usual) for name, usual in DAYS.items())
    return bought.after(purchase, KIND, opens, closes)


def says(values: Mapping[str, Any], on: dt.date) -> str:
    """Such as “Five weeks with the piece: how does it wear?”."""
    weeks = max((on - as_date(values["on"])).days // 7, 1)
    return ngettext(
        "A week with the piece: how does it wear?", "%(weeks)s weeks with the piece: how does it wear?", weeks
    ) % {"weeks": begins(weeks)}


RULE = Rule(
    KIND, bought.purchases, stands, says, days=DAYS, in_order=[("opens", "closes")],
    title=lambda: gettext("How does it wear?"),
)  # fmt: skip
