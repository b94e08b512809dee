"""Dates that matter: a day and a month (Z-17), whose, told by whom, to whom they may be spoken of (O-1 to O-9)."""

import datetime as dt

import pytest

from carnet.clients.actions import households, introducing
from carnet.clients.kinds import Certainty, HouseholdRole, RelationKind
from carnet.clients.models import Client
from carnet.journal.models import Line
from carnet.kit.moments import DayMonth, LeapRule
from carnet.occasions import queries
from carnet.occasions.actions import noting_dates
from carnet.occasions.kinds import Recurrence
from carnet.occasions.models import Occasion
from carnet.purchases.actions import giving, recording
from carnet.purchases.kinds import GiftKind
from tests import cast
from tests.conftest import paris
from tests.factories import people, story
from tests.factories.people import THE_HOUSE, by

AT = paris("2025-03-04")
LATER = paris("2025-09-01")
MARCH_14 = DayMonth(3, 14)


def note(kind="birthday", day_month=MARCH_14, at=AT, **said):
    return noting_dates.note(kind=kind, day_month=day_month, by=THE_HOUSE, at=at, **said)


def spoken(client, at=AT):
    found = queries.speakable(client, on=at.date(), as_of=at)
    return [(each["kind"].code, each["on"].isoformat(), each["whose"]) for each in found]


@pytest.fixture
def marchettis(helene, paolo):
    home = households.found(name="The Marchettis", by=THE_HOUSE, at=people.OPENED)
    for client, role in ((helene, HouseholdRole.PRIMARY), (paolo, HouseholdRole.SPOUSE)):
        households.join(household=home, client=client, role=role, by=THE_HOUSE, at=people.OPENED)
    return home


@pytest.fixture
def bond(helene, paolo):
    return households.relate(client=helene, other=paolo, kind=RelationKind.SPOUSE, by=THE_HOUSE, at=people.OPENED)


def test_z17_a_birthday_has_a_day_and_a_month_and_no_year_at_all(helene):
    with pytest.raises(noting_dates.CannotNote, match="no year"):
        note(client=helene, year=1979)
    born = note(client=helene)
    assert (born.day, born.month, born.year) == (14, 3, None)


def test_z17_no_column_could_hold_a_year_of_birth():
    dates = {field.name for field in Occasion._meta.local_fields if field.get_internal_type() == "DateField"}
    assert dates == {"suspended_until"}
    days = {field.name for field in Client._meta.local_fields if field.get_internal_type() == "DateField"}
    assert days == {"passing_until", "died_on"}
    assert not {"age", "birthday", "birth_year"} & {field.name for field in Client._meta.get_fields()}


@pytest.mark.parametrize(
    ("leap", "days"),
    [(LeapRule.FEBRUARY_28, ["2025-02-28", "2028-02-29"]), (LeapRule.MARCH_1, ["2025-03-01", "2028-02-29"])],
)
def test_z17_the_leap_day_is_kept_by_a_rule_in_other_years(helene, leap, days):
    born = note(client=helene, day_month=DayMonth(2, 29))
    born.leap_rule = leap
    assert [queries.next_on(born, dt.date(year, 1, 1)).isoformat() for year in (2025, 2028)] == days


def test_z17_today_is_the_day_and_tomorrow_it_is_next_years(helene):
    born = note(client=helene)
    days = (dt.date(2025, 3, 14), dt.date(2025, 3, 15))
    assert [queries.next_on(born, day) for day in days] == [dt.date(2025, 3, 14), dt.date(2026, 3, 14)]


def test_o2_an_anniversary_belongs_to_the_home_with_or_without_its_year(helene, paolo, marchettis):
    wedding = note("wedding", DayMonth(6, 21), household=marchettis, year=2005)
    note("engagement", DayMonth(2, 14), household=marchettis)
    assert (wedding.year, wedding.client) == (2005, None)
    told = [("wedding", "2025-06-21", None), ("engagement", "2026-02-14", None)]
    assert [spoken(client) for client in (helene, paolo)] == [told, told]


def test_o3_a_date_is_once_or_every_year_and_says_who_told_us_and_how_sure(helene, paolo, camille):
    trip = note(
        "trip", DayMonth(5, 2), client=helene, recurrence=Recurrence.ONCE, year=2025, words="Kyoto", told_by=paolo,
        certainty=Certainty.OBSERVED,
    )  # fmt: skip
    assert (trip.words, trip.told_by, trip.certainty, trip.known_from) == ("Kyoto", paolo, "observed", AT)
    days = (dt.date(2025, 5, 2), dt.date(2025, 5, 3))
    assert [queries.next_on(trip, day) for day in days] == [dt.date(2025, 5, 2), None]


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"kind": "payday"}, "no occasion called “payday”"),
        ({"client": None}, "somebody's, or a home's"),
        ({"recurrence": Recurrence.ONCE, "kind": "trip"}, "needs its year"),
    ],
)
def test_a_date_that_cannot_be_kept_says_why(helene, said, sentence):
    before = Line.objects.count()
    with pytest.raises(noting_dates.CannotNote, match=sentence):
        note(**{"client": helene, **said})
    assert (Occasion.objects.count(), Line.objects.count()) == (0, before)


def test_a_date_of_hers_and_of_her_home_at_once_is_refused(helene, marchettis):
    with pytest.raises(noting_dates.CannotNote, match="say which of the two"):
        note(client=helene, household=marchettis)


def test_o5_she_gives_every_march_to_somebody_nobody_named(helene):
    date = note("other", client=None, giver=helene, words="His sister's day")
    assert (date.client, date.household, date.giver) == (None, None, helene)
    assert spoken(helene) == [("other", "2025-03-14", None)]


def test_u12_a_gift_for_an_occasion_tells_of_the_day_to_the_giver_alone(helene, paolo, camille):
    gift = story.gift(
        story.sale(paolo, cast.LUNE_PENDANT, on=AT), to=helene, on=AT, occasion="birthday", day=dt.date(2025, 3, 14)
    )
    taught = Occasion.objects.get()
    assert (taught.client, taught.giver, taught.day_month, taught.year) == (helene, paolo, MARCH_14, None)
    assert (taught.from_line, taught.noted_in.act) == (gift.line, "purchases.given_to")
    assert [spoken(client) for client in (paolo, helene)] == [[("birthday", "2025-03-14", helene)], []]


def test_o9_h10_the_day_a_gift_tells_of_is_hers_to_read_once_the_gift_was_given(helene, paolo, camille):
    gift = story.gift(
        story.sale(paolo, cast.LUNE_PENDANT, on=AT), to=helene, on=AT, occasion="birthday", day=dt.date(2025, 3, 14)
    )
    giving.was_given(gift=gift, on=dt.date(2025, 3, 14), said_by=camille, by=by(camille), at=LATER)
    assert spoken(helene, LATER) == [("birthday", "2026-03-14", None)]
    assert spoken(helene, paris("2025-04-01")) == []


def test_u12_an_answer_put_right_takes_its_day_along(helene, paolo):
    sold = story.sale(paolo, cast.LUNE_PENDANT, on=AT)
    day = dt.date(2025, 3, 14)
    story.gift(sold, to=helene, on=AT, occasion="birthday", day=day)
    story.gift(sold, to=helene, on=paris("2025-03-05"), occasion="birthday", day=day)
    assert Occasion.objects.count() == 1
    story.gift(sold, to=helene, on=paris("2025-03-06"), occasion="birthday", day=dt.date(2025, 3, 15))
    assert [spoken(paolo, paris(day)) for day in ("2025-03-05", "2025-03-06")] == [
        [("birthday", "2025-03-14", helene)],
        [("birthday", "2025-03-15", helene)],
    ]
    story.for_herself(sold, on=paris("2025-03-07"))
    assert spoken(paolo, paris("2025-03-08")) == []


@pytest.mark.parametrize(
    ("occasion", "day"), [("", dt.date(2025, 3, 14)), ("birthday", None), ("trip", dt.date(2025, 5, 2))]
)
def test_u12_no_occasion_no_day_or_a_day_that_does_not_come_again_teaches_nothing(helene, paolo, occasion, day):
    story.gift(story.sale(paolo, cast.LUNE_PENDANT, on=AT), to=helene, on=AT, occasion=occasion, day=day)
    assert not Occasion.objects.exists()


def test_u12_a_sale_that_was_nobodys_tells_its_day_once_its_buyer_is_known(helene, paolo):
    sold = story.sale(None, cast.LUNE_PENDANT, on=AT)
    story.gift(sold, to=helene, on=AT, occasion="birthday", day=dt.date(2025, 3, 14))
    assert not Occasion.objects.exists()
    recording.identify(sale=sold, client=paolo, by=THE_HOUSE, at=LATER)
    taught = Occasion.objects.get()
    assert (taught.giver, taught.known_from, taught.noted_in.act) == (paolo, LATER, "purchases.corrected")


def test_u12_a_gift_to_somebody_unnamed_tells_of_a_day_and_of_nobody(paolo):
    sold = story.sale(paolo, cast.LUNE_PENDANT, on=AT)
    recording.for_whom(
        line=story.only_line(sold), kind=GiftKind.UNNAMED, occasion="birthday", occasion_on=dt.date(2025, 3, 14),
        by=THE_HOUSE, at=AT,
    )  # fmt: skip
    assert (Occasion.objects.get().client, spoken(paolo)) == (None, [("birthday", "2025-03-14", None)])


def test_o8_a_date_rests_for_a_time_and_its_cause_is_nowhere(helene, camille):
    born = note(client=helene)
    noting_dates.suspend(occasion=born, reason="client_wish", until=dt.date(2025, 6, 1), by=by(camille), at=AT)
    kept = Occasion.objects.get()
    assert (kept.is_suspended, kept.suspended_because) == (True, "client_wish")
    days = (dt.date(2025, 3, 5), dt.date(2025, 6, 1))
    assert [queries.next_on(kept, day) for day in days] == [None, dt.date(2026, 3, 14)]
    noting_dates.resume(occasion=kept, by=by(camille), at=AT)
    assert spoken(helene) == [("birthday", "2025-03-14", None)]


def test_o8_when_a_couple_parts_what_they_kept_together_rests_and_their_own_days_stay(helene, paolo, marchettis, bond):
    note("wedding", DayMonth(6, 21), household=marchettis)
    note("engagement", DayMonth(2, 14), client=helene, giver=paolo)
    note(client=helene)
    households.part(relation=bond, by=THE_HOUSE, at=LATER)
    told = {
        each.kind.code: (each.is_suspended, each.suspended_because) for each in Occasion.objects.select_related("kind")
    }
    assert told == {
        "wedding": (True, "until_spoken_of"),
        "engagement": (True, "until_spoken_of"),
        "birthday": (False, ""),
    }
    assert spoken(helene, LATER) == [("birthday", "2026-03-14", None)]


def test_o8_brother_and_sister_who_part_keep_the_homes_days(helene, paolo, marchettis):
    bond = households.relate(client=helene, other=paolo, kind=RelationKind.SIBLING, by=THE_HOUSE, at=AT)
    note("wedding", DayMonth(6, 21), household=marchettis)
    households.part(relation=bond, by=THE_HOUSE, at=LATER)
    assert not Occasion.objects.get().is_suspended


def test_o8_of_the_dead_no_day_is_spoken_and_the_couples_rest_for_the_one_who_is_left(helene, paolo, marchettis, bond):
    note("wedding", DayMonth(6, 21), household=marchettis)
    note("birthday", DayMonth(7, 1), client=paolo, giver=helene)
    hers = note(client=helene)
    antoines = note(client=people.client(cast.ANTOINE))
    introducing.died(client=paolo, on=LATER.date(), by=THE_HOUSE, at=LATER)
    assert spoken(helene, LATER) == [("birthday", "2026-03-14", None)]
    assert {each.id for each in Occasion.objects.filter(is_suspended=False)} == {hers.id, antoines.id}
    wedding = Occasion.objects.get(kind__code="wedding")
    noting_dates.resume(occasion=wedding, by=THE_HOUSE, at=LATER)
    assert ("wedding", "2026-06-21", None) in spoken(helene, LATER)


def test_a_date_that_was_none_of_hers_is_withdrawn_from_then_on(helene, camille):
    born = note(client=helene)
    noting_dates.withdraw(occasion=born, by=by(camille), at=LATER, reason="mistake")
    assert [bool(spoken(helene, at)) for at in (AT, paris("2025-08-31"), LATER)] == [True, True, False]


def test_a_date_learnt_later_was_not_known_before(helene):
    note(client=helene)
    Occasion.objects.update(known_from=LATER)
    assert [bool(spoken(helene, at)) for at in (AT, LATER)] == [False, True]


def test_who_left_the_home_is_told_of_its_days_no_more(helene, paolo, marchettis):
    note("wedding", DayMonth(6, 21), household=marchettis)
    households.leave(membership=paolo.memberships.get(), by=THE_HOUSE, at=LATER)
    assert [bool(spoken(client, LATER)) for client in (helene, paolo)] == [True, False]
