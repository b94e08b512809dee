"""Reasons, restraint, order and later as pure rules: what must hold for whatever is put before them."""

import dataclasses
import datetime as dt
import itertools
import uuid

from hypothesis import given
from hypothesis import strategies as st

from carnet.consent.kinds import Answer, BasisKind, Channel, Purpose, Scope
from carnet.intelligence.kinds import Rests
from carnet.kit.moments import DayMonth
from carnet.outreach.kinds import Later, NotNow, Reason, Reply
from carnet.outreach.queries.judging import _brought_forward
from carnet.outreach.reasons import every, occasion, promise, thanks, visit, wear
from carnet.outreach.reasons.bought import Purchase
from carnet.outreach.reasons.occasion import Anniversary
from carnet.outreach.reasons.promise import PromiseMade
from carnet.outreach.reasons.visit import Visit
from carnet.outreach.rules import later, ordering, restraint
from carnet.outreach.rules.evidence import Fact, Pace, Standing
from carnet.outreach.rules.policy import Policy
from carnet.outreach.rules.pressure import Word
from carnet.outreach.rules.restraint import Known, Replied, gate, person
from carnet.products.kinds import Making

DAY = dt.timedelta(days=1)
days = st.dates(dt.date(2024, 1, 1), dt.date(2027, 12, 31))
uuids = st.integers(0, 9).map(lambda number: uuid.UUID(int=number))
moments = days.map(lambda day: dt.datetime.combine(day, dt.time(10), tzinfo=dt.UTC))
facts = st.builds(Fact, id=uuids, kind=st.just("purchase"), on=days)
weeks = st.sets(st.integers(1, 7), min_size=1)


def standing(reason, client, fact, ends_on, lasts=0, strength=0):
    """It stands on its last day, and for as long before."""
    values = {"on": ends_on, "due_on": ends_on, "words": "…"}
    is_promise = reason == Reason.PROMISE
    cited = (Fact(fact, "purchase", ends_on),)
    return Standing(
        client, every()[reason].kind, ends_on - lasts * DAY, ends_on, cited, values, strength=strength,
        promise=fact if is_promise else None, stays=is_promise,
    )  # fmt: skip


def stood(rule, evidence, on):
    """What it comes to that day, by the usual policy."""
    found = rule.stands(evidence, Policy())
    return found if found and found.is_open(on) else None


visits = st.builds(
    Visit, client=uuids, fact=facts, pieces=st.just(()), together=st.booleans(), named_day=st.none() | days
)
promises = st.builds(PromiseMade, client=uuids, fact=facts, words=st.just("…"), due_on=days, owner=st.none() | uuids)
standings = st.builds(
    standing, st.sampled_from(sorted(every())), uuids, uuids, days, st.integers(0, 40), st.integers(0, 2)
)
words = st.builds(
    Word, on=days, channel=st.sampled_from(Channel), is_call=st.booleans(), answered=st.none() | st.booleans(),
    delay=st.none() | st.floats(0.1, 1000),
)  # fmt: skip
replies = st.builds(
    Replied,
    on=days,
    at=moments,
    reason=st.sampled_from(Reason),
    fact=uuids,
    reply=st.sampled_from(Reply),
    because=st.sampled_from(["", *Later, *NotNow]),
    until=st.none() | days,
    left=st.none() | st.booleans(),
)
knowns = st.builds(
    Known,
    client=uuids,
    died=st.booleans(),
    minor=st.booleans(),
    mentioned_only=st.booleans(),
    holds=st.dictionaries(st.sampled_from(Scope), st.just({"because": "…"})),
    words=st.lists(words, max_size=4).map(lambda found: sorted(found, key=lambda word: word.on, reverse=True)),
    home_word=st.none() | days,
    last_visit=st.none() | moments,
    bought_on=st.none() | days,
    usual_gap=st.none() | st.integers(1, 800),
    expected_on=st.none() | days,
    late_since=st.none() | days,
    to_settle=st.booleans(),
    replied=st.lists(replies, max_size=3),
    owns=st.booleans(),
    answers=st.dictionaries(st.tuples(st.sampled_from(Purpose), st.sampled_from(Channel)), st.sampled_from(Answer)),
    reached_at=st.frozensets(st.sampled_from([Channel.PHONE, Channel.EMAIL, Channel.POST])),
    prefers=st.sampled_from(["", *Channel]),
    rests=st.dictionaries(st.sampled_from(Rests), days),
)
houses = st.builds(
    Policy,
    pace=st.integers(0, 90).map(lambda number: number * DAY),
    bases=st.fixed_dictionaries({purpose: st.sampled_from(BasisKind) for purpose in Purpose}),
)


# Reasons.


@given(st.builds(Purchase, client=uuids, sale=uuids, on=days, lines=st.lists(facts, max_size=2).map(tuple), pieces=st.just(()),
                 for_herself=st.booleans(), is_farewell=st.booleans(), is_worn=st.booleans()), days)  # fmt: skip
def test_a_purchase_is_thanked_for_in_its_week_and_asked_about_only_when_it_was_hers(bought, on):
    since = (on - bought.on).days
    thanked, worn = stood(thanks.RULE, bought, on), stood(wear.RULE, bought, on)
    assert (thanked is not None) == (1 <= since <= 7 and bool(bought.lines) and not bought.is_farewell)
    hers = bought.for_herself and bought.is_worn and not bought.is_farewell
    assert (worn is not None) == (21 <= since <= 42 and bool(bought.lines) and hers)
    assert all(on <= each.ends_on for each in (thanked, worn) if each)


@given(visits, days)
def test_a_visit_is_spoken_of_within_two_weeks_or_in_the_week_of_the_day_she_named(seen, on):
    found = stood(visit.RULE, seen, on)
    first, last = (seen.named_day, seen.named_day + 7 * DAY) if seen.named_day else (seen.on + DAY, seen.on + 14 * DAY)
    assert (found is not None) == (first <= on <= last)
    assert found is None or found.ends_on == last


@given(
    st.builds(
        Anniversary, giver=uuids, fact=facts, kind=st.just("wedding"), next_on=days, celebrated=st.just(""),
        gifts=st.lists(facts, max_size=2).map(tuple), told_by_giver=st.booleans(), given_since=st.booleans(),
        making=st.sampled_from(Making), late_buyer=st.booleans(), is_farewell=st.booleans(),
    ),
    days,
)  # fmt: skip
def test_a_date_is_spoken_of_to_its_giver_within_the_making_time_and_never_in_its_last_week(date, on):
    found = stood(occasion.RULE, date, on)
    ahead = (date.next_on - on).days
    weeks = {Making.STOCK: 4, Making.ENGRAVING: 6, Making.SPECIAL_ORDER: 16}
    longest = 10 if date.late_buyer else weeks[date.making] * 7
    matters = not date.is_farewell and not date.given_since and (bool(date.gifts) or date.told_by_giver)
    assert (found is not None) == (matters and 7 <= ahead <= longest)
    assert found is None or found.client == date.giver


@given(promises, days, st.integers(1, 7))
def test_our_word_is_due_on_its_day_or_before_she_is_away_and_ever_after(made, on, away):
    found = _brought_forward(promise.stands(made, Policy()), on, on + away * DAY)
    assert found.is_open(on) == (made.due_on <= on or made.due_on < on + away * DAY)


@given(visits, weeks)
def test_no_reason_falls_between_two_of_her_days_at_work_ruling_7(seen, works):
    """Whoever works one day a week at least is told of every visit once."""
    start = seen.named_day or seen.on
    at_work = [day for day in (start + number * DAY for number in range(-8, 30)) if day.isoweekday() in works]
    found = visit.stands(seen, Policy())
    assert any(_brought_forward(found, day, back).is_open(day) for day, back in itertools.pairwise(at_work))


@given(visits, days, days)
def test_what_begins_on_a_day_off_and_lasts_beyond_it_waits_until_she_is_back(seen, on, back):
    found = visit.stands(seen, Policy())
    forward = _brought_forward(found, on, back)
    assert forward == found or found.ends_on < back


# Restraint.


@given(standings, knowns, houses, days)
def test_restraint_gives_the_same_verdict_every_time_and_says_it_in_a_known_word(each, known, house, on):
    assert restraint.held_back(each, known, house, on) == restraint.held_back(each, known, house, on)


@given(standings, knowns, houses, days)
def test_nobody_who_died_is_a_child_or_is_held_is_ever_written_to(each, known, house, on):
    closed = (
        known.died or known.minor or known.mentioned_only or {Scope.EVERYTHING, Scope.CONDOLENCE} & set(known.holds)
    )
    invited_while_selling_rests = Scope.SELLING in known.holds and each.kind.purpose == Purpose.INVITATION
    if closed or invited_while_selling_rests:
        assert restraint.held_back(each, known, house, on) is not None
        assert gate.open_roads(each.kind, known, house) == frozenset()


@given(standings, knowns, houses)
def test_a_no_is_never_gone_round(each, known, house):
    said = {road: answer for (purpose, road), answer in known.answers.items() if purpose == each.kind.purpose}
    may = gate.open_roads(each.kind, known, house)
    assert not any(said.get(road) == Answer.NO for road in may)
    assert not (said.get(Channel.ANY) == Answer.NO and may)
    taken = gate.road(each, known, house)
    assert taken is None or taken in may


@given(standings, knowns, houses, days)
def test_with_nothing_said_more_never_less_is_held_back(each, known, house, on):
    """A hold more closes what was closed and perhaps more; it never opens anything."""
    held = {**known.holds, Scope.EVERYTHING: {"because": "…"}}
    more = Known(**{**known.__dict__, "holds": held})
    assert restraint.held_back(each, more, house, on) is not None


@given(standings, replies, houses, days)
def test_our_word_is_put_off_only_by_an_answer_to_itself(each, reply, house, on):
    known = Known(client=each.client, replied=(reply,))
    if each.kind.pace == Pace.FREE and (reply.reason, reply.fact) != (each.reason, each.fact):
        assert restraint.held_back(each, known, house, on) is None


@given(standings, replies, houses, days)
def test_whoever_was_answered_for_is_not_raised_again_that_day(each, reply, house, on):
    known = Known(client=each.client, replied=(reply,), owns=True)
    if each.reason != Reason.PROMISE and not reply.to_a_promise and reply.on == on:
        assert restraint.held_back(each, known, house, on) is not None


# The order.


@given(st.lists(standings, max_size=12), st.randoms())
def test_the_order_is_the_same_however_the_reasons_came(found, chance):
    shuffled = list(found)
    chance.shuffle(shuffled)
    assert [(client, [why.ends_on for why in whys]) for client, whys in ordering.listed(found)] == [
        (client, [why.ends_on for why in whys]) for client, whys in ordering.listed(shuffled)
    ]


@given(st.lists(standings, max_size=12))
def test_everyone_is_listed_once_with_every_reason_and_what_ends_soonest_first(found):
    listed = ordering.listed(found)
    assert sorted(client for client, _whys in listed) == sorted({each.client for each in found})
    assert sum(len(whys) for _client, whys in listed) == len(found)
    places = [(whys[0].kind.serves != "client", whys[0].ends_on, -whys[0].strength) for _client, whys in listed]
    assert places == sorted(places)
    assert all(whys == sorted(whys, key=ordering.place) for _client, whys in listed)


# Later.


@given(days, st.none() | st.integers(0, 60), weeks, st.booleans())
def test_what_is_put_off_comes_back_on_a_day_she_works_before_it_is_over(on, lasts, works, before_evening):
    ends_on = None if lasts is None else on + lasts * DAY
    offered = later.offered(on, ends_on, lambda day: day.isoweekday() in works, before_evening=before_evening)
    comes_back = [day for _choice, day in offered]
    assert len(set(comes_back)) == len(comes_back)
    for choice, day in offered:
        assert ends_on is None or day <= ends_on
        assert (day == on) == (choice == Later.THIS_EVENING)
        assert choice == Later.THIS_EVENING or (day > on and day.isoweekday() in works)
        assert day == later.until(choice, on, ends_on, lambda day: day.isoweekday() in works)


@given(st.integers(1, 12), st.integers(1, 28), days)
def test_a_day_of_the_year_is_always_less_than_a_year_ahead(month, day, on):
    assert 0 <= (DayMonth(month, day).next_on(on) - on).days <= 366


@given(standings, knowns, houses, days)
def test_a_moment_in_her_life_leaves_our_word_our_thanks_and_everything_else_as_it_was_r17(standing, known, house, on):
    without = restraint.held_back(standing, dataclasses.replace(known, rests={}), house, on)
    because = restraint.held_back(standing, known, house, on)
    if person.person(known) or (standing.kind.purpose == Purpose.CARE and not standing.kind.dated):
        assert because == without
    resting = {until for what, until in known.rests.items() if person._rests(what, standing.kind)}
    assert because == without or because.values["until"] == max(resting)
