"""The same records and date are the same day: twice, later, and whatever came since; today's is looked at again."""

import datetime as dt
import json
import types

import pytest

from carnet.books.actions import assigning
from carnet.clients.actions import introducing
from carnet.consent.actions import holding
from carnet.consent.kinds import Purpose, Scope
from carnet.house.actions import admitting, settings
from carnet.house.kinds import SettingName
from carnet.house.queries import workers
from carnet.interactions.actions import logging, promises
from carnet.interactions.kinds import PromiseOutcome
from carnet.outreach.actions import answering
from carnet.outreach.actions.answering import Said
from carnet.outreach.kinds import NotNow, Reply
from carnet.outreach.models import Day, Suggestion
from carnet.outreach.queries import saying
from carnet.purchases.actions import recording
from tests import cast
from tests.conftest import paris
from tests.factories import people, story
from tests.factories.people import THE_HOUSE, by
from tests.outreach.conftest import answer, prepared, shown

TUESDAY = "2025-03-04"
ON = dt.date(2025, 3, 4)
AT = paris(TUESDAY)
NEXT = paris("2025-03-05")


def told(member, at, day=ON):
    """The day as a program reads it, byte for byte."""
    return json.dumps(saying.as_json(day, [shown(member, at, day)]))


@pytest.fixture
def week(camille, yumi, antoine, amara, paolo, helene, bianca):
    """Somebody to write to, to invite, to be reminded of and to keep a promise to, and somebody held."""
    story.sale(antoine, cast.MERIDIEN, on=paris("2025-03-03"))
    story.yes(amara, on=paris("2025-01-10"))
    visit = story.visit(amara, to=camille, on=paris("2025-03-03", "16:00"))
    story.yes(paolo, on=paris("2025-01-10"))
    given = story.sale(paolo, cast.LUNE_PENDANT, on=paris("2024-03-01"))
    story.gift(given, to=helene, on=paris("2024-03-01", "11:00"), occasion="wedding", day=dt.date(2024, 3, 20))
    promise = story.promise(bianca, of=camille, words="The clasp", due=ON, on=paris("2025-03-01"))
    holding.hold(client=helene, because="Travelling.", by=by(camille), at=paris("2025-03-02"))
    return types.SimpleNamespace(
        camille=camille,
        yumi=yumi,
        antoine=antoine,
        amara=amara,
        helene=helene,
        visit=visit,
        promise=promise,
        sale=given,
    )


# Replaying the past.


def test_the_same_records_and_date_give_the_same_text(camille, week):
    assert told(camille, paris("2025-04-01")) == told(camille, paris("2025-05-01"))
    assert [each["client"]["name"] for each in json.loads(told(camille, AT))["days"][0]["suggestions"]] == [
        "Antoine Renard", "Paolo Marchetti", "Amara Okafor",
    ]  # fmt: skip


LATER = {
    "thanked": lambda seen: story.letter(seen.antoine, by=seen.yumi, on=NEXT),
    "bought": lambda seen: story.sale(seen.amara, cast.MERIDIEN, on=NEXT),
    "kept": lambda seen: promises.settle(promise=seen.promise, outcome=PromiseOutcome.KEPT, by=THE_HOUSE, at=NEXT),
    "held": lambda seen: holding.hold(client=seen.antoine, because="Quiet.", by=THE_HOUSE, at=NEXT),
    "released": lambda seen: holding.release(client=seen.helene, because="She is back.", by=THE_HOUSE, at=NEXT),
    "said no": lambda seen: [story.no(seen.amara, purpose=purpose, on=NEXT) for purpose in Purpose],
    "came again": lambda seen: story.visit(seen.amara, to=seen.camille, on=NEXT),
    "taken back": lambda seen: logging.never_left(encounter=seen.visit, by=THE_HOUSE, at=NEXT),
    "died": lambda seen: introducing.died(client=seen.antoine, on=dt.date(2025, 3, 1), by=THE_HOUSE, at=NEXT),
    "not right": lambda seen: answer(
        prepared(seen.camille, "2025-03-05"), seen.antoine, Said(Reply.NOT_NOW, NotNow.NOT_RIGHT), NEXT
    ),
    "not yet": lambda seen: answering.left(answer=seen.written, did=False, by=by(seen.camille), at=NEXT),
    "undone": lambda seen: answering.take_back(answer=seen.written, by=by(seen.camille), at=NEXT),
    "cancelled": lambda seen: recording.cancel(sale=seen.sale, by=THE_HOUSE, at=NEXT, reason="mistake"),
    "dismissed": lambda seen: admitting.dismiss(member=seen.yumi, by=THE_HOUSE, at=NEXT, reason="left"),
    "fewer": lambda seen: settings.change(name=SettingName.SUGGESTIONS, value=0, by=THE_HOUSE, at=NEXT),
    "let go": lambda seen: assigning.release(
        client=seen.antoine, member=seen.camille, by=THE_HOUSE, at=NEXT, reason="left"
    ),
}


@pytest.mark.parametrize("later", LATER)
def test_what_comes_later_does_not_alter_a_day_that_has_passed(camille, antoine, week, later):
    if later in ("not yet", "undone"):
        week.written = answer(prepared(camille, TUESDAY), antoine, Said(Reply.WRITTEN), paris(TUESDAY, "18:00"))
        Day.objects.all().delete()
    before = told(camille, NEXT)
    LATER[later](week)
    assert told(camille, paris("2025-04-01")) == before


def test_what_is_entered_late_is_known_from_when_it_was_kept(camille, amara, week):
    before = told(camille, paris("2025-03-05"))
    story.sale(amara, cast.MERIDIEN, on=paris("2025-03-03", "17:00"), kept=paris("2025-03-06"))
    story.visit(amara, to=camille, on=paris("2025-03-04", "09:00"), kept=paris("2025-03-06"))
    assert told(camille, paris("2025-04-01")) == before


def test_who_has_left_since_had_a_morning_then(camille, yumi):
    before = workers(ON)
    admitting.dismiss(member=yumi, by=THE_HOUSE, at=paris("2025-03-10"), reason="left")
    assert workers(ON) == before
    assert [member for member, _boutique in workers(dt.date(2025, 3, 11))] == [camille]


def test_a_day_that_was_prepared_is_not_rewritten_once_it_has_passed(camille, antoine, week):
    prepared(camille, TUESDAY)
    before = told(camille, paris("2025-03-05"))
    story.letter(antoine, by=camille, on=paris(TUESDAY, "19:00"))
    assert told(camille, paris("2025-03-05")) == before


def test_looking_at_a_day_writes_nothing(camille, week):
    told(camille, paris("2025-03-05"))
    told(camille, AT)
    assert Day.objects.count() == 0


# Today, in the light of now.


@pytest.fixture
def morning(camille, week):
    prepared(camille, TUESDAY)
    assert names(shown(camille, AT).suggestions) == ["Antoine", "Paolo", "Amara"]
    assert names(shown(camille, AT).promises) == ["Bianca"]


def names(found):
    return [each.client.given for each in found]


def resting(member, client):
    return [
        line
        for each in shown(member, paris(TUESDAY, "12:00")).at_rest
        if each.client == client.id
        for line in each.said()
    ]


NOON = paris(TUESDAY, "11:00")


def test_a_hold_placed_since_the_morning_is_in_it_z35(camille, antoine, bianca, morning):
    for client in (antoine, bianca):
        holding.hold(client=client, because="Quiet, please.", by=THE_HOUSE, at=NOON)
    assert names(shown(camille, paris(TUESDAY, "12:00")).suggestions) == ["Paolo", "Amara"]
    (word,) = shown(camille, paris(TUESDAY, "12:00")).promises
    assert word.beside == ("Held: Quiet, please.",)
    assert resting(camille, antoine) == ["Held: Quiet, please."]


def test_a_hold_on_selling_closes_the_invitations_alone(camille, antoine, amara, morning):
    for client in (antoine, amara):
        holding.hold(client=client, because="A repair is late.", scope=Scope.SELLING, by=THE_HOUSE, at=NOON)
    assert names(shown(camille, paris(TUESDAY, "12:00")).suggestions) == ["Antoine", "Paolo"]
    assert resting(camille, amara) == ["Only care for now: A repair is late."]


def test_a_hold_that_is_lifted_again_gives_her_back(camille, antoine, morning):
    holding.hold(client=antoine, because="Quiet.", by=THE_HOUSE, at=NOON)
    holding.release(client=antoine, because="A mistake.", by=THE_HOUSE, at=paris(TUESDAY, "11:30"))
    assert names(shown(camille, paris(TUESDAY, "12:00")).suggestions) == ["Antoine", "Paolo", "Amara"]


def test_a_no_said_at_noon_is_heard_at_noon(camille, amara, morning):
    story.no(amara, on=NOON)
    assert names(shown(camille, paris(TUESDAY, "12:00")).suggestions) == ["Antoine", "Paolo"]
    assert resting(camille, amara) == ["Asked not to be invited."]


def test_whom_a_colleague_has_thanked_is_not_thanked_twice(camille, yumi, antoine, morning):
    story.letter(antoine, by=yumi, on=NOON)
    assert names(shown(camille, paris(TUESDAY, "12:00")).suggestions) == ["Paolo", "Amara"]
    assert resting(camille, antoine) == ["Heard from us on 4 March."]


def test_who_bought_since_is_not_asked_about_the_visit(camille, amara, morning):
    story.sale(amara, cast.MERIDIEN, on=NOON)
    assert names(shown(camille, paris(TUESDAY, "12:00")).suggestions) == ["Antoine", "Paolo"]
    assert resting(camille, amara) == ["Nothing new to say."]


def test_a_promise_kept_elsewhere_is_off_the_list(camille, bianca, week, morning):
    promises.settle(promise=week.promise, outcome=PromiseOutcome.KEPT, by=by(camille), at=NOON)
    assert shown(camille, paris(TUESDAY, "12:00")).promises == ()
    assert resting(camille, bianca) == ["Nothing new to say."]


def test_nobody_new_is_added_to_a_prepared_morning(camille, morning):
    story.sale(people.client(cast.NOUR, of=camille), cast.MERIDIEN, on=paris("2025-03-03"))
    assert names(shown(camille, paris(TUESDAY, "12:00")).suggestions) == ["Antoine", "Paolo", "Amara"]


def test_everyone_is_in_one_place_whatever_happened_since(camille, antoine, amara, week, morning):
    everyone = sorted(each.client for each in _everyone(camille, AT))
    answer(Day.objects.get(), antoine, Said(Reply.LATER, "monday"), NOON)
    story.sale(amara, cast.MERIDIEN, on=NOON)
    promises.settle(promise=week.promise, outcome=PromiseOutcome.KEPT, by=by(camille), at=NOON)
    assert sorted(each.client for each in _everyone(camille, paris(TUESDAY, "12:00"))) == everyone
    assert len(set(everyone)) == len(everyone) == 5


def _everyone(member, at):
    found = shown(member, at)
    listed = [type("Listed", (), {"client": each.client.id}) for each in (*found.promises, *found.suggestions)]
    return [*listed, *found.at_rest]


def test_a_morning_is_prepared_by_whoever_opens_it_first_and_once(camille, week):
    first, second = prepared(camille, TUESDAY), prepared(camille, TUESDAY, "09:30")
    assert first.id == second.id
    ranks = Suggestion.objects.filter(promise=None).order_by("rank").values_list("rank", "client__given")
    assert list(ranks) == [(0, "Antoine"), (1, "Paolo"), (2, "Amara")]


def test_the_page_asks_no_more_queries_for_more_people(camille, morning, django_assert_max_num_queries):
    with django_assert_max_num_queries(45):
        shown(camille, paris(TUESDAY, "12:00"))
