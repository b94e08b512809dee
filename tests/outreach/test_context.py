"""What a purchase meant and what a moment in her life leaves alone, as the morning respects them."""

import datetime as dt

import pytest

from carnet.clients.actions import households
from carnet.clients.kinds import Certainty, RelationKind
from carnet.intelligence.actions import life_moments
from carnet.intelligence.kinds import Rests
from carnet.kit.moments import DayMonth
from carnet.occasions.actions import noting_dates
from carnet.outreach.queries.days import from_judged
from carnet.purchases.actions import meaning
from carnet.purchases.kinds import MeaningKind
from tests import cast
from tests.conftest import paris
from tests.factories import story
from tests.factories.people import THE_HOUSE, by
from tests.outreach.conftest import at_rest, judged, listed, promised

WEDDING = dt.date(2024, 3, 14)
MORNING = "2025-02-20"


@pytest.fixture
def married(helene, paolo):
    """Last year Paolo gave Hélène a pendant for their wedding day."""
    at = paris("2024-01-10")
    for each in (helene, paolo):
        story.yes(each, on=at)
    households.relate(client=paolo, other=helene, kind=RelationKind.SPOUSE, by=THE_HOUSE, at=at)
    return paolo, helene


@pytest.fixture
def pendant(married):
    return given(*married)


def given(paolo, helene, model=cast.LUNE_PENDANT, *, bought="2024-02-20", day=WEDDING):
    sold = story.sale(paolo, model, on=paris(bought))
    story.gift(sold, to=helene, on=paris(bought, "11:00"), occasion="wedding", day=day)
    return sold


def meant(sold, kind, day, of):
    return meaning.say(
        sale=sold, kind=kind, words="As he told it.", certainty=Certainty.STATED, by=by(of), at=paris(day)
    )


# A farewell.


def test_u7_z27_a_farewell_has_no_anniversary_and_a_day_read_before_it_was_said_stays_as_it_was(
    camille, married, pendant
):
    assert listed(camille, MORNING) == {"Paolo": ["occasion"]}
    meant(pendant, MeaningKind.FAREWELL, "2025-02-22", camille)
    assert [listed(camille, day) for day in ("2025-02-21", "2025-02-22", "2025-03-01")] == [
        {"Paolo": ["occasion"]}, {}, {},
    ]  # fmt: skip


def test_u7_of_a_farewell_said_by_mistake_the_day_comes_back(camille, married, pendant):
    meant(pendant, MeaningKind.FAREWELL, "2024-06-01", camille)
    meant(pendant, MeaningKind.CELEBRATION, "2025-02-22", camille)
    assert [listed(camille, day) for day in ("2025-02-21", "2025-02-23")] == [{}, {"Paolo": ["occasion"]}]


def test_z27_the_farewell_silences_the_same_day_however_we_know_of_it(camille, married, pendant):
    """The earlier year's gift told of the same day, and so did he: the last gift for it was a farewell."""
    paolo, helene = married
    noting_dates.note(
        kind="wedding", day_month=DayMonth(3, 14), client=helene, giver=paolo, told_by=paolo, by=THE_HOUSE,
        at=paris("2024-01-10"),
    )  # fmt: skip
    last = given(paolo, helene, cast.LUNE_EARRINGS, bought="2025-02-20", day=dt.date(2025, 3, 14))
    assert listed(camille, "2026-02-20") == {"Paolo": ["occasion"]}
    meant(last, MeaningKind.FAREWELL, "2025-05-01", camille)
    assert listed(camille, "2026-02-20") == {}


def test_an_earlier_farewell_is_no_precedent_once_another_gift_was_chosen(camille, married, pendant):
    meant(pendant, MeaningKind.FAREWELL, "2024-06-01", camille)
    given(*married, cast.LUNE_EARRINGS, bought="2025-02-20", day=dt.date(2025, 3, 14))
    (only,) = judged(camille, "2026-02-20").suggestions
    assert [(fact.kind, fact.values.get("piece")) for fact in only.first.facts if fact.kind == "gift"] == [
        ("gift", cast.LUNE_EARRINGS.name)
    ]


def test_nobody_is_thanked_for_a_farewell_nor_asked_how_it_wears_until_it_was_said_not_to_be_one(camille, antoine):
    sold = story.sale(antoine, cast.MERIDIEN, on=paris("2025-03-03"))
    story.for_herself(sold, on=paris("2025-03-03", "11:00"))
    meant(sold, MeaningKind.FAREWELL, "2025-03-05", camille)
    assert [listed(camille, day) for day in ("2025-03-04", "2025-03-05", "2025-03-26")] == [
        {"Antoine": ["thanks"]}, {}, {},
    ]  # fmt: skip
    meant(sold, MeaningKind.EVERYDAY, "2025-03-27", camille)
    assert [listed(camille, day) for day in ("2025-03-26", "2025-03-27")] == [{}, {"Antoine": ["wear"]}]


# A moment in her life.


def leave(client, rests, until, *, said="2025-02-10"):
    return life_moments.note(
        client=client, rests=rests, until=dt.date.fromisoformat(until), on=dt.date.fromisoformat(said), by=THE_HOUSE,
        at=paris(said),
    )  # fmt: skip


@pytest.mark.parametrize("rests", [Rests.GIFTS, Rests.DATES, Rests.SELLING, Rests.INVITATIONS])
def test_r17_a_date_rests_through_the_last_day_and_says_only_until_when(camille, married, pendant, rests):
    leave(married[0], rests, "2025-03-01")
    assert [bool(listed(camille, day)) for day in ("2025-03-01", "2025-03-02")] == [False, True]
    (resting,) = [each for each in from_judged(judged(camille, MORNING)).at_rest if each.name == "Paolo Marchetti"]
    assert resting.said() == [
        {
            Rests.GIFTS: "No gift prompts until 1 March.",
            Rests.DATES: "No dates are raised until 1 March.",
            Rests.SELLING: "Nothing is proposed until 1 March.",
            Rests.INVITATIONS: "No invitations until 1 March.",
        }[rests]
    ]


def test_r17_it_rests_from_when_it_was_said_and_a_day_judged_before_stays_as_it_was(camille, married, pendant):
    leave(married[0], Rests.GIFTS, "2025-03-01", said="2025-02-20")
    assert [bool(listed(camille, day)) for day in ("2025-02-19", "2025-02-20")] == [True, False]


def test_r17_ended_early_it_is_over_at_once_and_the_days_between_keep_their_peace(camille, married, pendant):
    kept = leave(married[0], Rests.GIFTS, "2025-06-01")
    life_moments.end(consequence=kept, by=THE_HOUSE, at=paris("2025-02-22"))
    assert [bool(listed(camille, day)) for day in ("2025-02-21", "2025-02-22")] == [False, True]


def test_r17_a_later_word_replaces_the_earlier_one(camille, married, pendant):
    leave(married[0], Rests.GIFTS, "2025-06-01")
    leave(married[0], Rests.GIFTS, "2025-02-24", said="2025-02-20")
    assert [bool(listed(camille, day)) for day in ("2025-02-24", "2025-02-25")] == [False, True]


@pytest.mark.parametrize(
    ("rests", "day", "left"),
    [
        (Rests.GIFTS, "2025-03-02", {"Antoine": ["thanks", "visit"]}),
        (Rests.DATES, "2025-03-02", {"Antoine": ["thanks", "visit"]}),
        (Rests.SELLING, "2025-03-02", {"Antoine": ["thanks"]}),
        (Rests.INVITATIONS, "2025-03-02", {"Antoine": ["thanks"]}),
    ],
)
def test_r17_each_leaves_alone_what_it_says_and_our_word_and_thanks_stay(camille, antoine, rests, day, left):
    story.yes(antoine, on=paris("2025-01-10"))
    story.sale(antoine, cast.MERIDIEN, on=paris("2025-02-26"))
    story.visit(antoine, to=camille, on=paris("2025-02-27"))
    story.promise(antoine, of=camille, words="The drawing", due=dt.date(2025, 3, 3), on=paris("2025-02-26"))
    leave(antoine, rests, "2025-06-01")
    assert listed(camille, day) == left
    assert promised(camille, "2025-03-03") == [("Antoine", "The drawing")]


def test_d9_there_is_no_place_for_a_cause(camille, antoine):
    texts = {
        field.name
        for field in type(leave(antoine, Rests.DATES, "2025-06-01"))._meta.concrete_fields
        if field.get_internal_type() in {"CharField", "TextField", "JSONField"}
    }
    assert texts == {"rests"}


def test_a_day_that_has_passed_is_refused(camille, antoine):
    with pytest.raises(life_moments.CannotRest, match="still to come"):
        leave(antoine, Rests.DATES, "2025-02-09")
    leave(antoine, Rests.DATES, "2025-02-10")
    assert at_rest(camille, "2025-02-10") == {"Antoine": ["nothing_to_say"]}
