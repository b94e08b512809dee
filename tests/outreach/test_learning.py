"""Does restraint pay? Where the house decided so, chance leaves some in peace: never our word, never care, and once for good."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
import math
import uuid

import pytest

from carnet.house.actions import settings
from carnet.house.kinds import SettingName
from carnet.intelligence.models import StateChange
from carnet.outreach import reasons
from carnet.outreach.kinds import Rest, Verdict
from carnet.outreach.models import Moment
from carnet.outreach.queries import learning as moments
from carnet.outreach.queries.verdicts import verdict
from carnet.outreach.rules.evidence import Fact, Pace, Standing
from carnet.outreach.rules.policy import Policy
from carnet.outreach.rules.restraint import Known, learning
from tests import cast
from tests.conftest import paris
from tests.factories import story
from tests.factories.people import THE_HOUSE
from tests.outreach.conftest import at_rest, judged, listed, promised

TUESDAY, WEDNESDAY = "2025-03-04", "2025-03-05"
ON = dt.date(2025, 3, 4)
DRAWS = 10_000
OCCASION = reasons.every()["occasion"].kind


@pytest.fixture
def birthday(camille, paolo, helene):
    """Paolo gave a year ago, and the day comes again on the twentieth."""
    story.yes(paolo, on=paris("2025-01-10"))
    given = story.sale(paolo, cast.LUNE_PENDANT, on=paris("2024-03-01"))
    story.gift(given, to=helene, on=paris("2024-03-01", "11:00"), occasion="wedding", day=dt.date(2024, 3, 20))


@pytest.fixture
def cared_for(camille, antoine, amara):
    """Antoine is to be thanked; Amara was promised a word; both of them today."""
    story.sale(antoine, cast.MERIDIEN, on=paris("2025-03-03"))
    story.promise(amara, of=camille, words="The clasp", due=ON, on=paris("2025-03-01"))


def standing(**other) -> Standing:
    """An occasion of somebody's."""
    fact = Fact(uuid.UUID(int=7), "occasion", ON)
    plain = Standing(uuid.UUID(int=1), OCCASION, ON, ON, (fact,), {"on": dt.date(2025, 3, 20)})
    return dataclasses.replace(plain, **other)


def chance(share: float, salt: str = "a", at: str = "2025-03-01") -> None:
    """The house decides that chance may speak."""
    settings.change(name=SettingName.LEARNING, value={"share": share, "salt": salt}, by=THE_HOUSE, at=paris(at))


def a_salt(camille, *, left: bool) -> str:
    """One by which that Tuesday's occasion is left in peace at a half, or is not."""
    (each,) = [each for each in judged(camille, TUESDAY).suggestions if each.first.reason == "occasion"]
    salts = (str(number) for number in itertools.count())
    return next(salt for salt in salts if (learning.draw(each.first, salt) < 0.5) is left)


def keep(camille, day: str = TUESDAY) -> list[Moment]:
    """What the morning keeps of it."""
    return Moment.objects.bulk_create(moments.moments(judged(camille, day)), ignore_conflicts=True)


def test_nothing_is_left_to_chance_unless_the_house_decides_so(camille, birthday, cared_for):
    usual = judged(camille, TUESDAY)
    chance(0.0)
    again_judged = judged(camille, TUESDAY)
    assert again_judged == usual
    assert moments.moments(usual, again_judged) == []


def test_somebody_is_left_in_peace_and_it_is_said(camille, paolo, birthday):
    stands = StateChange.objects.get(client=paolo, until=None).state
    chance(0.5, a_salt(camille, left=True))
    assert listed(camille, TUESDAY) == {}
    assert at_rest(camille, TUESDAY)["Paolo"] == ["to_learn"]
    said = verdict(paolo, on=ON)
    assert (said.verdict, said.because) == (Verdict.LEAVE, [Rest.TO_LEARN])
    assert said.said()[0]["words"] == "Left in peace, to learn whether silence serves."
    (kept,) = keep(camille)
    assert (kept.client, kept.reason, kept.state, kept.propensity, kept.held) == (paolo, "occasion", stands, 0.5, True)
    assert (kept.on, kept.about_on) == (ON, dt.date(2025, 3, 20))


def test_what_was_left_in_peace_does_not_come_back_when_the_house_leaves_nothing_to_chance(camille, birthday):
    chance(0.5, a_salt(camille, left=True))
    keep(camille)
    chance(0.0, at="2025-03-04")
    assert at_rest(camille, WEDNESDAY)["Paolo"] == ["to_learn"]
    assert moments.moments(judged(camille, WEDNESDAY)) == []


def test_what_was_shown_stays_whatever_share_comes_after(camille, birthday):
    salt = a_salt(camille, left=False)
    (each,) = judged(camille, TUESDAY).suggestions
    chance(0.1, salt)
    (kept,) = keep(camille)
    assert (kept.propensity, kept.held) == (0.1, False)
    other = next(str(n) for n in itertools.count() if learning.draw(each.first, str(n)) < 0.1)
    chance(0.5, other, at="2025-03-02")
    assert listed(camille, WEDNESDAY) == {"Paolo": ["occasion"]}


def test_next_years_day_is_another_moment():
    this_year, next_year = standing(), standing(values={"on": dt.date(2026, 3, 20)})
    known = Known(this_year.client, moments={learning.moment(this_year): True})
    assert [learning.is_left(each, known, Policy()) for each in (this_year, next_year)] == [True, False]


def test_our_word_and_care_are_never_left_to_chance(camille, cared_for):
    for salt in map(str, range(20)):
        chance(0.5, salt)
        assert listed(camille, TUESDAY) == {"Antoine": ["thanks"]}
        assert promised(camille, TUESDAY) == [("Amara", "The clasp")]
        assert judged(camille, TUESDAY).drawn == ()


def test_only_what_we_start_ourselves_and_is_no_care_may_be_let_pass():
    may = {code for code, rule in reasons.every().items() if learning.may_pass(rule.kind)}
    assert may == {"occasion", "replenish", "silence"}
    assert all(rule.kind.pace != Pace.FREE for code, rule in reasons.every().items() if code in may)


def test_who_is_thanked_that_day_is_no_moment_to_learn_from(camille, paolo, birthday):
    salt = a_salt(camille, left=True)
    story.sale(paolo, cast.MERIDIEN, on=paris("2025-03-03"))
    chance(0.5, salt)
    assert listed(camille, TUESDAY)["Paolo"] == ["thanks"]
    assert judged(camille, TUESDAY).drawn == ()


def test_who_has_no_place_on_the_list_is_no_moment_either(camille, birthday):
    chance(0.5, a_salt(camille, left=True))
    settings.change(name=SettingName.SUGGESTIONS, value=0, by=THE_HOUSE, at=paris("2025-03-01"))
    assert judged(camille, TUESDAY).drawn == ()


def test_a_moment_is_drawn_the_same_way_whenever_it_is_asked():
    first = learning.draw(standing(), "salt")
    assert first == 0.5708646763212821
    assert learning.draw(standing(opens_on=dt.date(2025, 1, 1), strength=2), "salt") == first
    others = [
        learning.draw(standing(), "other"),
        learning.draw(standing(client=uuid.UUID(int=2)), "salt"),
        learning.draw(standing(facts=(Fact(uuid.UUID(int=8), "occasion", ON),)), "salt"),
        learning.draw(standing(values={"on": dt.date(2026, 3, 20)}), "salt"),
    ]
    assert len({first, *others}) == 5


@pytest.mark.parametrize("share", [0.05, 0.1, 0.5])
def test_the_share_is_that_of_the_moments_left(share):
    policy = Policy(learns=share, salt="salt")
    people = (uuid.UUID(int=number) for number in range(DRAWS))
    left = sum(learning.is_left(standing(client=each), Known(each), policy) for each in people)
    assert abs(left - share * DRAWS) < 3 * math.sqrt(DRAWS * share * (1 - share))
