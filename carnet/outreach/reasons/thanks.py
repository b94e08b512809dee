"""Thanks for a purchase nobody has thanked for: from the next morning to day 7 (ruling 16)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext

from carnet.consent.kinds import Purpose
from carnet.outreach.kinds import Reason, Serves
from carnet.outreach.reasons import bought
from carnet.outreach.reasons.bought import Purchase
from carnet.outreach.reasons.rule import Rule
from carnet.outreach.rules.evidence import Kind, Pace, Standing
from carnet.outreach.rules.policy import Days, Policy
from carnet.outreach.sentences import day

KIND = Kind(Reason.THANKS, Serves.CLIENT, Purpose.CARE, Pace.SINCE)
DAYS = {
    "opens": Days(1, 1, 3, bought.opens_said),
    "closes": Days(7, 3, 14, bought.closes_said),
}


def stands(purchase: Purchase, policy: Policy) -> Standing | None:
    """From the next morning, for a week."""
    opens, closes = (policy.days(KIND.code, name, usual) for name, usual in DAYS.items())
    return bought.after(purchase, KIND, opens, closes)


def says(values: Mapping[str, Any], on: dt.date) -> str:
    """Such as “Bought on 3 March, and nobody has said thank you yet.”."""
    return gettext("Bought on %(day)s, and nobody has said thank you yet.") % {"day": day(values["on"], on)}


RULE = Rule(
    KIND, bought.purchases, stands, says, days=DAYS, in_order=[("opens", "closes")], title=lambda: gettext("Thanks"),
    facts={"purchase": lambda values, _on: gettext("Bought: %(piece)s") % {"piece": values["piece"]}},
)  # fmt: skip
