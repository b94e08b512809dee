"""Whom the house leaves in peace, and that it says why: an empty day is a good day, and says so."""

import datetime as dt

import pytest

from carnet.clients.actions import introducing
from carnet.consent.actions import holding, stating
from carnet.consent.kinds import BasisKind, Channel, Purpose, Scope
from carnet.house.actions import admitting, settings
from carnet.house.kinds import SettingName
from carnet.interactions.actions import logging
from carnet.interactions.kinds import EncounterChannel, EncounterKind, Started
from carnet.kit.moments import DayMonth
from carnet.occasions.actions import noting_dates
from carnet.outreach.queries import saying
from carnet.outreach.queries.days import from_judged
from tests import cast
from tests.conftest import paris
from tests.factories import people, story
from tests.factories.people import THE_HOUSE, by
from tests.outreach.conftest import at_rest, judged, listed, promised

DAY = "2025-03-05"


@pytest.fixture
def thanks_due(antoine):
    story.sale(antoine, cast.MERIDIEN, on=paris("2025-03-03"))


@pytest.fixture
def visited(camille, antoine):
    """A reason to invite him, if he lets us."""
    story.visit(antoine, to=camille, on=paris("2025-03-03"))


def hold(client, scope, *, at="2025-03-01", until=None):
    return holding.hold(
        client=client, because="She asked for quiet.", scope=scope, until=until, by=THE_HOUSE, at=paris(at)
    )


# Holds.


@pytest.mark.parametrize("scope", [Scope.EVERYTHING, Scope.CONDOLENCE])
def test_a_hold_on_everything_closes_every_reason_and_stands_beside_our_word(camille, antoine, thanks_due, scope):
    story.promise(antoine, of=camille, words="Call", due=dt.date(2025, 3, 5), on=paris("2025-03-01"))
    hold(antoine, scope)
    assert (listed(camille, DAY), promised(camille, DAY)) == ({}, [("Antoine", "Call")])
    (word,) = from_judged(judged(camille, DAY)).promises
    assert word.beside == ("Held: She asked for quiet.",)


def test_a_hold_on_selling_leaves_care_and_our_word(camille, antoine, amara, thanks_due):
    story.promise(amara, of=camille, words="Call", due=dt.date(2025, 3, 5), on=paris("2025-03-01"))
    for client in (antoine, amara):
        hold(client, Scope.SELLING)
    assert listed(camille, DAY) == {"Antoine": ["thanks"]}
    assert promised(camille, DAY) == [("Amara", "Call")]


def test_a_hold_on_selling_closes_an_invitation_and_says_why(camille, antoine, visited):
    story.yes(antoine, on=paris("2025-01-10"))
    hold(antoine, Scope.SELLING)
    found = from_judged(judged(camille, DAY))
    assert [(each.name, each.said()) for each in found.at_rest] == [
        ("Antoine Renard", ["Only care for now: She asked for quiet."])
    ]


def test_a_hold_is_said_with_its_last_day(camille, antoine, thanks_due):
    hold(antoine, Scope.EVERYTHING, until=paris("2025-03-09", "00:00"))
    (resting,) = from_judged(judged(camille, DAY)).at_rest
    assert resting.said() == ["Held until 8 March: She asked for quiet."]
    assert [bool(listed(camille, day)) for day in ("2025-03-08", "2025-03-09")] == [False, True]


# Permission: one purpose on one road, never the person.


def test_without_a_permission_she_is_thanked_and_not_invited(camille, antoine, thanks_due):
    story.visit(antoine, to=camille, on=paris("2025-02-26"))
    assert listed(camille, "2025-03-02") == {}
    assert at_rest(camille, "2025-03-02") == {"Antoine": ["no_permission"]}
    assert listed(camille, DAY) == {"Antoine": ["thanks"]}


def test_a_yes_opens_the_invitation(camille, antoine, visited):
    story.yes(antoine, on=paris("2025-03-04"))
    assert [bool(listed(camille, day)) for day in ("2025-03-04", "2025-03-05")] == [True, True]
    assert listed(camille, DAY) == {"Antoine": ["visit"]}


def test_a_sale_is_the_ground_where_the_house_states_it_as_one(camille, antoine, visited):
    story.sale(antoine, cast.MERIDIEN, on=paris("2024-06-03"))
    assert listed(camille, DAY) == {}
    stating.state_basis(
        purpose=Purpose.INVITATION, kind=BasisKind.SOFT_OPT_IN, words="To those who bought.", by=THE_HOUSE,
        at=paris("2025-03-04"),
    )  # fmt: skip
    assert listed(camille, DAY) == {"Antoine": ["visit"]}


def test_a_no_to_one_road_leaves_the_others(camille, antoine, thanks_due):
    """He prefers WhatsApp."""
    assert judged(camille, DAY).suggestions[0].channel == Channel.WHATSAPP
    story.no(antoine, purpose=Purpose.CARE, channel=Channel.WHATSAPP, on=paris("2025-03-04"))
    assert judged(camille, DAY).suggestions[0].channel == Channel.EMAIL
    story.no(antoine, purpose=Purpose.CARE, channel=Channel.EMAIL, on=paris("2025-03-04"))
    assert listed(camille, DAY) == {}
    assert at_rest(camille, DAY) == {"Antoine": ["asked_not_to"]}


def test_a_no_to_invitations_is_no_no_to_care(camille, antoine, thanks_due):
    story.no(antoine, on=paris("2025-03-04"))
    assert listed(camille, DAY) == {"Antoine": ["thanks"]}


def test_our_word_is_due_whatever_she_said_of_letters(camille, antoine):
    for purpose in Purpose:
        story.no(antoine, purpose=purpose, on=paris("2025-03-02"))
    story.promise(antoine, of=camille, words="Call", due=dt.date(2025, 3, 5), on=paris("2025-03-01"))
    assert promised(camille, DAY) == [("Antoine", "Call")]


# People.


def test_nothing_leaves_in_the_name_of_somebody_who_has_died(camille, antoine, thanks_due):
    story.promise(antoine, of=camille, words="Call", due=dt.date(2025, 3, 5), on=paris("2025-03-01"))
    introducing.died(client=antoine, on=dt.date(2025, 3, 4), by=THE_HOUSE, at=paris("2025-03-04"))
    assert listed(camille, DAY) == {}
    (word,) = from_judged(judged(camille, DAY)).promises
    assert word.beside == ("Nothing leaves the house in this name.",)


# Pace.


def test_the_houses_pace_stands_between_two_letters_it_starts_itself_n6(camille, yumi, paolo, bianca):
    story.yes(paolo, on=paris("2024-01-10"))
    noting_dates.note(
        kind="birthday", day_month=DayMonth(4, 14), client=bianca, giver=paolo, told_by=paolo, by=THE_HOUSE,
        at=paris("2024-05-01"),
    )  # fmt: skip
    story.letter(paolo, by=yumi, on=paris("2024-12-26"), kind=EncounterKind.LETTER)
    assert [bool(listed(camille, day)) for day in ("2025-03-25", "2025-03-26")] == [False, True]
    assert at_rest(camille, "2025-03-25")["Paolo"] == ["pressed"]


def test_a_letter_she_began_is_no_pressure_of_ours(camille, antoine, thanks_due):
    logging.log(
        clients=[antoine],
        happening=logging.Happening(
            kind=EncounterKind.CALL, channel=EncounterChannel.PHONE, started_by=Started.CLIENT
        ),
        boutique=people.boutique(), members=[camille], happened_at=paris("2025-03-04"), by=by(camille), at=paris("2025-03-04"),
    )  # fmt: skip
    assert listed(camille, DAY) == {"Antoine": ["thanks"]}


# How many.


@pytest.fixture
def seven(camille):
    """Seven buyers, on seven days: who bought first is thanked first."""
    known = [who for who in cast.CLIENTS if who not in (cast.BIANCA, cast.KENJI_WATANABE)][:7]
    buyers = [people.client(who, of=camille) for who in known]
    for number, buyer in enumerate(buyers):
        story.sale(buyer, cast.LUNE_PENDANT, on=paris("2025-03-01") + dt.timedelta(hours=number))
    return buyers


def test_three_are_suggested_and_the_others_can_wait(camille, seven):
    found = judged(camille, DAY)
    assert [len(found.suggestions), len(found.at_rest)] == [3, 4]
    assert {because.kind.value for why in found.at_rest.values() for because in why} == {"after_others"}
    told = from_judged(found).at_rest[0].said()
    assert told == ["Has a reason that can wait: it stands until 8 March."]


@pytest.mark.parametrize(("wanted", "count"), [(0, 0), (1, 1), (5, 5)])
def test_the_house_decides_how_many_up_to_five(camille, seven, wanted, count):
    settings.change(name=SettingName.SUGGESTIONS, value=wanted, by=THE_HOUSE, at=paris("2025-03-01"))
    assert len(judged(camille, DAY).suggestions) == count


def test_nor_can_it_decide_on_six(camille):
    with pytest.raises(settings.NotAcceptable):
        settings.change(name=SettingName.SUGGESTIONS, value=6, by=THE_HOUSE, at=paris("2025-03-01"))


def test_the_list_is_never_padded(camille, seven, antoine):
    assert list(listed(camille, "2025-03-20")) == []
    story.sale(antoine, cast.MERIDIEN, on=paris("2025-03-19"))
    assert list(listed(camille, "2025-03-20")) == ["Antoine"]


def test_promises_are_a_list_of_their_own_and_are_not_capped(camille, seven):
    for number, client in enumerate(seven):
        story.promise(client, of=camille, words=f"Number {number}", due=dt.date(2025, 3, 10), on=paris("2025-03-01"))
    words = {words for _name, words in promised(camille, "2025-03-20")}
    assert words == {f"Number {number}" for number in range(7)}


def test_who_is_promised_something_is_not_on_the_other_list_as_well(camille, antoine, thanks_due):
    story.promise(antoine, of=camille, words="Call", due=dt.date(2025, 3, 5), on=paris("2025-03-01"))
    assert (listed(camille, DAY), promised(camille, DAY), at_rest(camille, DAY)) == ({}, [("Antoine", "Call")], {})


# Everybody, and why.


def test_everyone_of_her_book_is_on_a_list_or_at_rest_and_nobody_twice(camille, yumi, seven, antoine):
    story.promise(seven[3], of=camille, words="Call", due=dt.date(2025, 3, 5), on=paris("2025-03-01"))
    people.client(cast.KENJI_WATANABE, of=yumi)
    found = judged(camille, DAY)
    everyone = [each.client for each in (*found.promises, *found.suggestions)] + list(found.at_rest)
    assert sorted(everyone) == sorted({*(client.id for client in seven), antoine.id})


def test_an_empty_day_is_explained_n10(camille, antoine, amara):
    hold(amara, Scope.EVERYTHING)
    day = from_judged(judged(camille, DAY))
    assert [saying.headline(day), saying.lede(day), *saying.at_rest(day.at_rest)] == [
        "No one needs a letter today.",
        "Nobody is waiting for a word, and that is a good day.",
        "Nothing to say today to two others.",
        "One asked for quiet, or is held.",
    ]
    assert [(each.name, each.said()) for each in day.at_rest if each.client == antoine.id] == [
        ("Antoine Renard", ["Nothing new to say."])
    ]


def test_a_day_with_nobody_in_her_book_is_a_day_too(camille):
    day = from_judged(judged(camille, DAY))
    assert (saying.headline(day), saying.at_rest(day.at_rest), day.at_rest) == ("No one needs a letter today.", [], ())


# Days off (ruling 7).


@pytest.fixture
def off_on_wednesdays(camille):
    admitting.agree_days(member=camille, working_days=(1, 2, 4, 5, 6), by=THE_HOUSE, at=paris("2025-01-01"))
    camille.refresh_from_db()
    return camille


def test_on_a_day_off_nothing_is_prepared(off_on_wednesdays, antoine, thanks_due):
    day = from_judged(judged(off_on_wednesdays, DAY))
    assert (day.promises, day.suggestions, saying.headline(day)) == ((), (), "Your day off.")
    assert at_rest(off_on_wednesdays, DAY) == {"Antoine": ["day_off"]}


def test_what_was_promised_for_it_comes_the_day_before(off_on_wednesdays, antoine):
    story.promise(antoine, of=off_on_wednesdays, words="Call", due=dt.date(2025, 3, 5), on=paris("2025-03-01"))
    assert promised(off_on_wednesdays, "2025-03-04") == [("Antoine", "Call")]
    assert promised(off_on_wednesdays, "2025-03-03") == []


def test_what_is_overdue_goes_to_the_colleague_on_duty_marked_for_her(off_on_wednesdays, ines, yumi, antoine):
    story.promise(antoine, of=off_on_wednesdays, words="Call", due=dt.date(2025, 3, 5), on=paris("2025-03-01"))
    assert promised(ines, DAY) == [("Antoine", "Call")]
    (on_duty,) = from_judged(judged(ines, DAY)).promises
    assert on_duty.whys[0].said(dt.date(2025, 3, 5)) == "For Camille, who is away: “Call”, promised for 5 March."
    assert promised(yumi, DAY) == []


def test_what_nobody_in_particular_promised_to_her_clients_goes_there_too(off_on_wednesdays, ines, antoine):
    story.promise(antoine, of=None, words="Ask", due=dt.date(2025, 3, 5), on=paris("2025-03-01"))
    assert promised(ines, DAY) == [("Antoine", "Ask")]
    assert promised(ines, "2025-03-06") == []


# The boutique's own book (ruling 2).


def test_who_is_in_nobodys_book_is_the_managers_morning(camille, ines):
    amara = people.client(cast.AMARA)
    story.sale(amara, cast.MERIDIEN, on=paris("2025-03-03"))
    assert (listed(camille, DAY), at_rest(camille, DAY)) == ({}, {})
    assert listed(ines, DAY) == {"Amara": ["thanks"]}


def test_of_those_who_have_an_advisor_the_manager_is_told_nothing(camille, ines, antoine, thanks_due):
    assert (listed(ines, DAY), at_rest(ines, DAY)) == ({}, {})
    assert listed(camille, DAY) == {"Antoine": ["thanks"]}


def test_what_somebody_promised_who_has_left_is_kept_by_whoever_has_the_client_now(camille, yumi, antoine):
    story.promise(antoine, of=yumi, words="Find the buckle", due=dt.date(2025, 3, 5), on=paris("2025-03-01"))
    assert promised(camille, DAY) == []
    admitting.dismiss(member=yumi, by=THE_HOUSE, at=paris("2025-03-04"), reason="left")
    assert promised(camille, DAY) == [("Antoine", "Find the buckle")]
