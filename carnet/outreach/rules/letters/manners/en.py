"""What the house would not have written in English. The list is a native editor's."""

from __future__ import annotations

from carnet.outreach.rules.letters.manners.faults import ASIDE, HERE

PHRASES = {
    "presses her": """
        hurry; urgent*; act now; last chance; last day*; don't miss; before it's gone; before it is gone; before
        it's too late; while stocks last; limited; only a few left; only one left; as soon as possible; asap;
        deadline; now or never; running out; right away; final reminder; without delay""",
    "sells": """
        offer; offers; discount*; sale; sales; deal; deals; promotion*; exclusive*; vip; privilege*; must-have;
        perfect for you; special price; bargain*; reward*; newsletter*; treat yourself; you deserve; touch base;
        touching base; reach out; reaching out; follow up; following up; checking in; don't hesitate; do not
        hesitate; feel free; valued; loyal*; customer*; client; clients""",
    "pursues her": """
        we miss you; we missed you; we've missed you; we have missed you; I miss you; it's been a while; it has
        been a while; it's been too long; long time no see; haven't seen you; haven't heard""",
    "flatters her spending": """
        generous*; your spend*; your purchase*; your order*; your budget; exquisite taste; great taste; best
        clients""",
    "closes the door": """
        no need to answer; no need to reply; no need to respond; no obligation; no pressure; need not answer;
        need not reply; don't have to answer; don't have to reply; if not, no matter""",
    "recites her record": """
        you bought; you purchased; our record*; our file*; according to; last purchase; previous purchase*""",
    HERE: """
        available; in stock; in store; at the boutique if; is at the boutique; are at the boutique; still at the
        boutique; now at the boutique; see it at the boutique; see them at the boutique; is here; are here; has
        arrived; have arrived; just arrived; have just received; just in""",
    ASIDE: """
        aside; reserved; on hold; in your name; kept for you; keeping it for you; keeping them for you; held for
        you; holding it for you; holding them for you""",
}

SHAPES: dict[str, str] = {}
