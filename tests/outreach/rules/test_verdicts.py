"""Write, wait, or leave alone: what must hold whatever stands for somebody and whatever is known of her.

Each property is held to 1,000 cases here, and to 50,000 with CARNET_FULL_COUNTS=1.
"""

import dataclasses
import os

from hypothesis import given, settings
from hypothesis import strategies as st

from carnet.consent.kinds import Answer, Channel, Purpose, Scope
from carnet.outreach.kinds import Serves, Verdict
from carnet.outreach.rules import verdicts
from carnet.outreach.rules.restraint import Known
from tests.outreach.rules.test_rules import days, houses, knowns, standings

CASES = settings(max_examples=50_000 if os.environ.get("CARNET_FULL_COUNTS") else 1_000)
found = st.lists(standings, max_size=5, unique_by=lambda each: (each.reason, each.fact))


def of(whose, known):
    """All of one person."""
    return [dataclasses.replace(each, client=known.client) for each in whose]


def more_held(known: Known, what: str) -> Known:
    """The same person, with one more reason to be left in peace."""
    if what in set(Scope):
        return dataclasses.replace(known, holds={**known.holds, Scope(what): {"because": "…", "until": None}})
    if what == "complaint":
        return dataclasses.replace(
            known, to_settle=True, holds={**known.holds, Scope.SELLING: {"because": "…", "until": None}}
        )
    purpose, channel = what.split(" ")
    return dataclasses.replace(known, answers={**known.answers, (Purpose(purpose), Channel(channel)): Answer.NO})


RESTRAINTS = [*map(str, Scope), "complaint", *(f"{purpose} {channel}" for purpose in Purpose for channel in Channel)]


@CASES
@given(found, knowns, houses, days, st.sampled_from(RESTRAINTS))
def test_a_hold_a_complaint_or_a_no_never_makes_a_word_of_what_was_none(whose, known, policy, on, what):
    before = verdicts.decide(of(whose, known), known, policy, on)
    after = verdicts.decide(of(whose, known), more_held(known, what), policy, on)
    free = {(each.reason, each.fact) for each in before.free}
    assert {(each.reason, each.fact) for each in after.free} <= free
    if before.verdict != Verdict.WRITE:
        assert after.verdict != Verdict.WRITE
    assert all(each.kind.serves == Serves.CLIENT for each in after.free)


@CASES
@given(knowns, houses, days)
def test_without_a_reason_nobody_is_written_to(known, policy, on):
    decision = verdicts.decide([], known, policy, on)
    assert decision.verdict == Verdict.LEAVE
    assert decision.because
    assert not decision.free


@CASES
@given(found, knowns, houses, days, st.randoms(use_true_random=False))
def test_it_is_the_same_whatever_the_order_in_which_it_was_told(whose, known, policy, on, chance):
    shuffled, replied = of(whose, known), list(known.replied)
    answers, holds, rests = list(known.answers.items()), list(known.holds.items()), list(known.rests.items())
    for each in (shuffled, answers, holds, rests):
        chance.shuffle(each)
    same = dataclasses.replace(known, answers=dict(answers), holds=dict(holds), rests=dict(rests), replied=replied)
    assert verdicts.decide(shuffled, same, policy, on) == verdicts.decide(of(whose, known), known, policy, on)


@CASES
@given(found, knowns, houses, days)
def test_it_waits_for_a_later_day_on_which_a_reason_still_stands_and_says_why_it_is_no_word(whose, known, policy, on):
    decision = verdicts.decide(of(whose, known), known, policy, on)
    if decision.verdict == Verdict.WAIT:
        assert decision.until > on or not any(each.is_held for each in decision.weighed)
        assert any(each.standing.stays or decision.until <= each.standing.ends_on for each in decision.weighed)
    assert bool(decision.because) == (decision.verdict != Verdict.WRITE)
    assert bool(decision.free) == (decision.verdict == Verdict.WRITE)
