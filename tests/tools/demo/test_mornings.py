"""A week of mornings: each for mixed reasons, some at rest for others, and one empty day that says so."""

from __future__ import annotations

import datetime as dt

from carnet.house.models import Member
from carnet.outreach.queries import days, saying
from carnet.outreach.queries.judging import judge
from carnet.outreach.rules.letters import manners
from tests import cast
from tests.tools.demo.weeks import mixed, week_of
from tools.demo import mornings, staff


def test_every_morning_of_the_week_has_its_mix_of_reasons(demo: dt.date) -> None:
    mixed(demo)


def test_an_empty_day_says_that_it_is_a_good_one(demo: dt.date) -> None:
    theo = Member.objects.get(handle=staff.THEO.handle)
    boutique = theo.roles.get().boutique
    assert boutique is not None
    day = days.from_judged(judge(theo, boutique, demo))
    tomorrow = days.from_judged(judge(theo, boutique, demo + dt.timedelta(days=1)))

    assert saying.headline(day) == "No one needs a letter today."
    assert len({because for each in day.at_rest for because, _ in each.because}) >= 3
    assert tomorrow.suggestions


def test_camilles_morning_is_the_one_of_the_prototypes(demo: dt.date) -> None:
    camille = Member.objects.get(handle=cast.CAMILLE.handle)
    boutique = camille.roles.get().boutique
    assert boutique is not None
    day = days.from_judged(judge(camille, boutique, demo))

    assert [str(each.client) for each in day.suggestions] == [
        cast.KENJI_WATANABE.display, cast.AMARA.display, cast.ANTOINE.display,
    ]  # fmt: skip
    assert [each.client.display for each in day.promises if "For" not in each.whys[0].said(demo)[:3]] == [
        cast.LUCA.display, cast.INGRID.display,
    ]  # fmt: skip
    told = {each.name: each.said() for each in day.at_rest}
    assert told[cast.SIYUAN.display][0].startswith("Held until")
    assert told[cast.HELENE.display] == ["Nothing new to say."]


def test_no_letter_of_the_first_morning_says_what_a_letter_must_not(demo: dt.date) -> None:
    letters = [
        (each.letter, each.language)
        for days_of in week_of(demo).values()
        for day in days_of
        for each in (*day.promises, *day.suggestions)
    ]

    assert len(letters) > 50
    wrong = [(letter, found) for letter, language in letters if (found := manners.objections(letter, language))]
    assert wrong == []


def test_each_of_the_house_has_a_way_in_that_works_once(demo: dt.date) -> None:
    at = dt.datetime.combine(demo, dt.time(9), tzinfo=dt.UTC)
    ways = mornings.ways_in(at, dt.timedelta(hours=1))

    assert [(member.handle, role.kind) for member, role, _ in ways] == [
        ("camille", "advisor"), ("sofia", "advisor"), ("theo", "advisor"), ("yumi", "advisor"), ("hana", "advisor"),
        ("sora", "advisor"), ("ines", "manager"), ("kenji", "manager"), ("odile", "head_office"),
    ]  # fmt: skip
    assert len({token for *_, token in ways}) == len(ways)


def test_a_house_made_long_ago_says_so(demo: dt.date) -> None:
    at = dt.datetime.combine(demo, dt.time(9), tzinfo=dt.UTC)

    assert mornings.stale_since(at + mornings.FRESH) is None
    assert mornings.stale_since(at + mornings.FRESH + dt.timedelta(days=1)) == demo
