"""Why somebody is on the list: each reason on its first day and its last, on the day before and the day after."""

import datetime as dt

import pytest

from carnet.clients.actions import households, introducing
from carnet.clients.kinds import Certainty, HouseholdRole, RelationKind
from carnet.clients.models import Relation
from carnet.interactions.actions import promises
from carnet.interactions.kinds import EncounterKind, Left, PromisedBy, PromiseOutcome
from carnet.kit.moments import DayMonth
from carnet.occasions.actions import noting_dates
from carnet.occasions.models import Occasion
from carnet.outreach.queries.days import from_judged
from carnet.purchases.actions import meaning, recording, returning
from carnet.purchases.kinds import MeaningKind
from tests import cast
from tests.conftest import paris
from tests.factories import people, story
from tests.factories.people import THE_HOUSE
from tests.outreach.conftest import at_rest, judged, listed, promised


def days(first, last):
    """The day before, the first, the last, and the day after."""
    begins, ends, one = dt.date.fromisoformat(first), dt.date.fromisoformat(last), dt.timedelta(days=1)
    return [each.isoformat() for each in (begins - one, begins, ends, ends + one)]


def stands(member, first, last):
    return [bool(listed(member, day)) for day in days(first, last)]


def brought_back(line, day):
    at = paris(day)
    returning.return_line(line=line, quantity=1, amount=line.total, happened_at=at, by=THE_HOUSE, at=at)


ONLY_WITHIN = [False, True, True, False]


# A promise due.


def test_a_promise_is_listed_from_its_day_until_it_is_settled(camille, antoine):
    made = story.promise(
        antoine, of=camille, words="Call about the strap", due=dt.date(2025, 3, 4), on=paris("2025-03-01")
    )
    assert promised(camille, "2025-03-03") == []
    assert promised(camille, "2025-03-04") == [("Antoine", "Call about the strap")]
    assert promised(camille, "2025-05-30") == [("Antoine", "Call about the strap")]
    promises.settle(promise=made, outcome=PromiseOutcome.KEPT, by=THE_HOUSE, at=paris("2025-05-31"))
    assert promised(camille, "2025-05-31") == []
    assert promised(camille, "2025-05-30") == [("Antoine", "Call about the strap")]


def test_a_promise_of_hers_is_not_ours_to_keep(camille, antoine):
    story.promise(
        antoine, of=None, words="Will bring the watch", due=dt.date(2025, 3, 4), on=paris("2025-03-01"),
        made_by=PromisedBy.CLIENT,
    )  # fmt: skip
    assert promised(camille, "2025-03-04") == []


def test_what_nobody_in_particular_promised_is_for_whoever_has_her_in_a_book(camille, yumi, antoine):
    story.promise(antoine, of=None, words="Ask the workshop", due=dt.date(2025, 3, 4), on=paris("2025-03-01"))
    assert promised(camille, "2025-03-04") == [("Antoine", "Ask the workshop")]
    assert promised(yumi, "2025-03-04") == []


def test_a_promise_is_listed_for_the_one_who_gave_it_though_the_client_is_a_colleagues(camille, yumi, antoine):
    story.promise(antoine, of=yumi, words="Find the buckle", due=dt.date(2025, 3, 4), on=paris("2025-03-01"))
    assert promised(yumi, "2025-03-04") == [("Antoine", "Find the buckle")]
    assert promised(camille, "2025-03-04") == []


# A visit without a purchase.


def test_a_visit_without_a_purchase_stands_from_the_next_day_to_day_fourteen_i9_z28(camille, antoine):
    story.yes(antoine, on=paris("2025-01-10"))
    story.visit(antoine, to=camille, on=paris("2025-03-03"), pieces=[cast.AUBE_RING], left=Left.LOOKED)
    assert stands(camille, "2025-03-04", "2025-03-17") == ONLY_WITHIN
    assert listed(camille, "2025-03-04") == {"Antoine": ["visit"]}


def test_two_visits_without_a_purchase_are_one_reason_and_no_alarm_z28(camille, antoine):
    story.yes(antoine, on=paris("2025-01-10"))
    for day in ("2025-03-01", "2025-03-03"):
        story.visit(antoine, to=camille, on=paris(day))
    (only,) = judged(camille, "2025-03-05").suggestions
    assert [(why.reason.value, len(why.facts), why.facts[0].on.isoformat()) for why in only.reasons] == [
        ("visit", 1, "2025-03-03")
    ]


@pytest.mark.parametrize("sequel", ["bought", "said bought", "promised"])
def test_a_visit_that_was_followed_up_is_no_reason(camille, antoine, sequel):
    story.yes(antoine, on=paris("2025-01-10"))
    left = Left.BOUGHT if sequel == "said bought" else Left.THINKING
    promise = {"come_back_on": dt.date(2025, 6, 1), "come_back_words": "The blue one"} if sequel == "promised" else {}
    story.visit(antoine, to=camille, on=paris("2025-03-03"), left=left, **promise)
    if sequel == "bought":
        story.sale(antoine, cast.AUBE_RING, on=paris("2025-03-03", "16:00"))
    assert "visit" not in [kind for kinds in listed(camille, "2025-03-05").values() for kind in kinds]


def test_a_sale_that_was_undone_is_no_sequel(camille, antoine):
    story.yes(antoine, on=paris("2025-01-10"))
    story.visit(antoine, to=camille, on=paris("2025-03-03"))
    sold = story.sale(antoine, cast.AUBE_RING, on=paris("2025-03-03", "16:00"))
    recording.cancel(sale=sold, by=THE_HOUSE, at=paris("2025-03-06"), reason="mistake")
    assert "visit" not in listed(camille, "2025-03-05").get("Antoine", [])
    assert listed(camille, "2025-03-07") == {"Antoine": ["visit"]}


def test_the_day_she_named_for_coming_back_is_when_the_visit_is_spoken_of(camille, antoine):
    story.yes(antoine, on=paris("2025-01-10"))
    seen = story.visit(antoine, to=camille, on=paris("2025-03-03"))
    story.promise(
        antoine, of=None, words="After the wedding", due=dt.date(2025, 6, 2), on=paris("2025-03-03"),
        made_by=PromisedBy.CLIENT, encounter=seen,
    )  # fmt: skip
    story.letter(antoine, by=camille, on=paris("2025-03-05"))
    assert listed(camille, "2025-03-10") == {}
    assert stands(camille, "2025-06-02", "2025-06-09") == ONLY_WITHIN


def test_a_couples_visit_is_one_reason_and_not_two(camille, helene, paolo):
    for each in (helene, paolo):
        story.yes(each, on=paris("2025-01-10"))
    story.visit(helene, paolo, to=camille, on=paris("2025-03-03"))
    assert listed(camille, "2025-03-05") == {"Hélène": ["visit"]}


# A purchase nobody has thanked for.


def test_thanks_are_due_from_the_next_morning_to_day_seven_ruling_16(camille, antoine):
    story.sale(antoine, cast.LUNE_PENDANT, on=paris("2025-03-03"))
    assert stands(camille, "2025-03-04", "2025-03-10") == ONLY_WITHIN
    assert listed(camille, "2025-03-04") == {"Antoine": ["thanks"]}


@pytest.mark.parametrize("kind", [EncounterKind.LETTER, EncounterKind.CALL])
def test_a_word_of_ours_by_anyone_since_has_said_thank_you_n6(camille, yumi, antoine, kind):
    story.sale(antoine, cast.LUNE_PENDANT, on=paris("2025-03-03"))
    story.letter(antoine, by=yumi, on=paris("2025-03-04"), kind=kind)
    assert listed(camille, "2025-03-05") == {}
    assert at_rest(camille, "2025-03-05") == {"Antoine": ["written_lately"]}


def test_what_was_brought_back_is_not_thanked_for(camille, antoine):
    sold = story.sale(antoine, cast.LUNE_PENDANT, on=paris("2025-03-03"))
    brought_back(story.only_line(sold), "2025-03-05")
    assert listed(camille, "2025-03-04") == {"Antoine": ["thanks"]}
    assert listed(camille, "2025-03-06") == {}


def test_several_sales_of_a_day_are_thanked_for_once(camille, antoine):
    story.sale(antoine, cast.LUNE_PENDANT, on=paris("2025-03-03"))
    story.sale(antoine, cast.MERIDIEN, on=paris("2025-03-03", "16:00"))
    (only,) = judged(camille, "2025-03-04").suggestions
    assert [(why.reason.value, len(why.facts)) for why in only.reasons] == [("thanks", 2)]


def test_the_letter_of_thanks_names_no_piece_that_may_be_a_gift_ruling_13(camille, antoine, helene):
    story.gift(
        story.sale(antoine, cast.LUNE_PENDANT, on=paris("2025-03-03")), to=helene, on=paris("2025-03-03", "11:00")
    )
    (only,) = judged(camille, "2025-03-04").suggestions
    assert "Lune" not in only.letter.text
    assert only.first.pieces == ()
    assert listed(camille, "2025-03-04") == {"Antoine": ["thanks"]}


# How does it wear?


def test_how_does_it_wear_is_asked_in_weeks_three_to_six_of_what_was_for_herself_ruling_16(camille, antoine):
    story.for_herself(story.sale(antoine, cast.MERIDIEN, on=paris("2025-01-07")), on=paris("2025-01-07", "11:00"))
    assert stands(camille, "2025-01-28", "2025-02-18") == ONLY_WITHIN
    assert listed(camille, "2025-01-28") == {"Antoine": ["wear"]}


@pytest.mark.parametrize("was", ["a gift", "unknown", "a farewell", "used up"])
def test_it_is_not_asked_of_a_gift_nor_of_what_nobody_knows_nor_of_a_farewell(camille, antoine, helene, was):
    sold = story.sale(antoine, cast.CLAIR if was == "used up" else cast.MERIDIEN, on=paris("2025-01-07"))
    if was == "a gift":
        story.gift(sold, to=helene, on=paris("2025-01-07", "11:00"))
    elif was != "unknown":
        story.for_herself(sold, on=paris("2025-01-07", "11:00"))
    if was == "a farewell":
        meaning.say(
            sale=sold,
            kind=MeaningKind.FAREWELL,
            words="Her mother's last wish.",
            certainty=Certainty.STATED,
            by=THE_HOUSE,
            at=paris("2025-01-08"),
        )
    assert [listed(camille, day) for day in ("2025-01-28", "2025-02-10")] == [{}, {}]


def test_it_waits_two_weeks_after_a_word_of_ours(camille, antoine):
    story.for_herself(story.sale(antoine, cast.MERIDIEN, on=paris("2025-01-07")), on=paris("2025-01-07", "11:00"))
    story.letter(antoine, by=camille, on=paris("2025-01-20"))
    assert [bool(listed(camille, day)) for day in ("2025-02-02", "2025-02-03")] == [False, True]


# An occasion inside its lead time, to the giver and never the receiver.


@pytest.fixture
def married(helene, paolo):
    at = paris("2024-01-10")
    for each in (helene, paolo):
        story.yes(each, on=at)
    households.relate(client=paolo, other=helene, kind=RelationKind.SPOUSE, by=THE_HOUSE, at=at)
    return paolo, helene


def given(paolo, helene, model=cast.LUNE_PENDANT, *, bought="2024-02-20", day=dt.date(2024, 3, 14)):
    """Last year's gift for their wedding day."""
    return story.gift(
        story.sale(paolo, model, on=paris(bought)), to=helene, on=paris(bought, "11:00"), occasion="wedding", day=day
    )


@pytest.mark.parametrize(
    ("model", "opens"),
    [(cast.LUNE_PENDANT, "2025-02-14"), (cast.AUBE_RING, "2025-01-31"), (cast.RIVIERE, "2024-11-22")],
    ids=["from stock, four weeks", "engraving, six", "special order, sixteen"],
)
def test_last_years_gift_is_this_years_reason_by_making_time_to_the_giver_o5_u12_z27(camille, married, model, opens):
    given(*married, model)
    assert stands(camille, opens, "2025-03-07") == ONLY_WITHIN
    (only,) = judged(camille, opens).suggestions
    assert (only.client, [why.reason.value for why in only.reasons]) == (married[0].id, ["occasion"])
    assert [fact.kind for fact in only.first.facts] == ["occasion", "gift"]


def test_the_receiver_is_never_reminded_of_her_own_surprise_o9(camille, married):
    given(*married)
    every_day = [dt.date(2025, 1, 20) + dt.timedelta(days=number) for number in range(60)]
    assert {name for day in every_day for name in listed(camille, day.isoformat())} == {"Paolo"}
    words = {because for day in every_day for because in at_rest(camille, day.isoformat())["Hélène"]}
    assert words == {"nothing_to_say"}


def test_who_buys_late_is_reminded_at_ten_days(camille, married):
    given(*married, bought="2024-03-09")
    assert stands(camille, "2025-03-04", "2025-03-07") == ONLY_WITHIN


def test_once_this_years_gift_is_bought_the_date_asks_nothing(camille, married):
    given(*married)
    given(*married, cast.LUNE_EARRINGS, bought="2025-02-20", day=dt.date(2025, 3, 14))
    assert listed(camille, "2025-02-19") == {"Paolo": ["occasion"]}
    assert "occasion" not in listed(camille, "2025-03-01").get("Paolo", [])


def test_a_belated_gift_was_last_years(camille, married):
    given(*married)
    given(*married, cast.LUNE_EARRINGS, bought="2024-03-18", day=dt.date(2024, 3, 14))
    assert listed(camille, "2025-02-20") == {"Paolo": ["occasion"]}


def test_a_gift_that_came_back_is_no_reason_for_another(camille, married):
    gift = given(*married)
    brought_back(gift.line, "2024-04-02")
    (only,) = judged(camille, "2025-02-20").suggestions
    assert [fact.kind for fact in only.first.facts] == ["occasion"]


def test_a_date_alone_is_no_reason_n4(camille, helene, bianca):
    story.yes(helene, on=paris("2024-01-10"))
    noting_dates.note(kind="birthday", day_month=DayMonth(3, 14), client=bianca, by=THE_HOUSE, at=paris("2024-05-01"))
    assert listed(camille, "2025-02-20") == {}


def test_a_date_the_giver_told_us_of_is_one(camille, paolo, bianca):
    story.yes(paolo, on=paris("2024-01-10"))
    noting_dates.note(
        kind="birthday", day_month=DayMonth(3, 14), client=bianca, giver=paolo, told_by=paolo, by=THE_HOUSE,
        at=paris("2024-05-01"),
    )  # fmt: skip
    assert listed(camille, "2025-02-20") == {"Paolo": ["occasion"]}


@pytest.mark.parametrize("end", ["parted", "the receiver died", "at rest", "not a date of theirs"])
def test_a_date_ends_with_what_it_stood_for_o8(camille, married, end):
    paolo, helene = married
    given(paolo, helene)
    at = paris("2024-09-01")
    (occasion,) = Occasion.objects.filter(giver=paolo)
    match end:
        case "parted":
            households.part(relation=Relation.objects.get(), by=THE_HOUSE, at=at)
        case "the receiver died":
            introducing.died(client=helene, on=at.date(), by=THE_HOUSE, at=at)
        case "at rest":
            noting_dates.suspend(occasion=occasion, reason="asked", by=THE_HOUSE, at=at)
        case _:
            noting_dates.withdraw(occasion=occasion, by=THE_HOUSE, at=at, reason="mistake")
    assert listed(camille, "2025-02-20") == {}


def test_a_day_of_which_every_years_gift_tells_is_one_day(camille, married):
    paolo, helene = married
    home = households.found(name="Marchetti", by=THE_HOUSE, at=paris("2024-01-10"))
    for each in (paolo, helene):
        households.join(household=home, client=each, role=HouseholdRole.SPOUSE, by=THE_HOUSE, at=paris("2024-01-10"))
    noting_dates.note(
        kind="wedding", day_month=DayMonth(3, 14), household=home, told_by=paolo, by=THE_HOUSE, at=paris("2024-01-10")
    )
    given(*married)
    given(*married, cast.LUNE_EARRINGS, bought="2025-02-20", day=dt.date(2025, 3, 14))
    (only,) = judged(camille, "2026-02-20").suggestions
    assert [[fact.kind for fact in why.facts] for why in only.reasons] == [["occasion", "gift", "gift"]]


def test_a_homes_day_is_spoken_of_to_the_one_who_gives(camille, married):
    paolo, helene = married
    home = households.found(name="Marchetti", by=THE_HOUSE, at=paris("2024-01-10"))
    for each in (paolo, helene):
        households.join(household=home, client=each, role=HouseholdRole.SPOUSE, by=THE_HOUSE, at=paris("2024-01-10"))
    noting_dates.note(
        kind="wedding", day_month=DayMonth(3, 14), household=home, told_by=paolo, by=THE_HOUSE, at=paris("2024-01-10")
    )
    assert listed(camille, "2025-02-20") == {"Paolo": ["occasion"]}


def test_the_days_sentences_speak_of_what_the_records_say(camille, married, antoine):
    given(*married)
    story.sale(antoine, cast.MERIDIEN, on=paris("2025-02-19"))
    found = from_judged(judged(camille, "2025-02-20"))
    assert [[why.said(found.on) for why in each.whys] for each in found.suggestions] == [
        ["Bought on 19 February, and nobody has said thank you yet."],
        ["Hélène · Wedding anniversary, 14 March. The gift came from here before."],
    ]


def test_people_come_by_what_ends_soonest_and_each_once(camille, antoine, amara, married):
    given(*married)
    story.yes(antoine, on=paris("2025-01-10"))
    story.visit(antoine, to=camille, on=paris("2025-02-15"))
    story.sale(amara, cast.MERIDIEN, on=paris("2025-02-19"))
    story.for_herself(story.sale(amara, cast.LUNE_PENDANT, on=paris("2025-01-20")), on=paris("2025-01-20", "11:00"))
    assert list(listed(camille, "2025-02-20").items()) == [
        ("Amara", ["thanks", "wear"]), ("Antoine", ["visit"]), ("Paolo", ["occasion"]),
    ]  # fmt: skip


def test_nobodys_spend_moves_anybody_up_the_list(camille, antoine, amara):
    story.sale(amara, cast.LUNE_PENDANT, on=paris("2025-02-18"))
    story.sale(antoine, cast.RIVIERE, on=paris("2025-02-19"))
    assert list(listed(camille, "2025-02-20")) == ["Amara", "Antoine"]
    assert people.client(cast.NOUR, of=camille).id in judged(camille, "2025-02-20").at_rest
