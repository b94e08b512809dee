"""Written, later, not now: each choice does what was printed beside it, is a line of the journal, and changes tomorrow (N-16)."""

import datetime as dt

import pytest

from carnet.consent.actions import holding
from carnet.consent.kinds import Scope
from carnet.consent.models import Hold
from carnet.interactions.actions import promises
from carnet.interactions.kinds import PromiseOutcome
from carnet.interactions.models import Encounter, Promise
from carnet.journal.models import Line
from carnet.outreach.actions import answering
from carnet.outreach.actions.answering import Said
from carnet.outreach.kinds import Act, Later, NotNow, Reply
from carnet.outreach.models import Answer, Suggestion
from tests import cast
from tests.conftest import paris
from tests.factories import people, story
from tests.factories.people import by
from tests.outreach.conftest import answer, at_rest, judged, listed, prepared, promised, shown

TUESDAY = "2025-03-04"
AT = paris(TUESDAY)


@pytest.fixture
def day(camille, antoine):
    """Antoine bought yesterday; it can be thanked for until Monday, the tenth."""
    story.sale(antoine, cast.MERIDIEN, on=paris("2025-03-03"))
    return prepared(camille, TUESDAY)


@pytest.fixture
def promise_day(camille, antoine):
    story.promise(antoine, of=camille, words="The strap", due=dt.date(2025, 3, 4), on=paris("2025-03-01"))
    return prepared(camille, TUESDAY)


def written(day, client, at=AT, *, promise=False):
    return answer(day, client, Said(Reply.WRITTEN, channel="whatsapp"), at, promise=promise)


def later(day, client, choice, at=AT):
    return answer(day, client, Said(Reply.LATER, choice), at)


def not_now(day, client, why, at=AT):
    return answer(day, client, Said(Reply.NOT_NOW, why), at)


def names(found):
    return [each.client.given for each in found]


# Written.


def test_written_is_a_letter_in_her_story_and_a_line_of_the_journal(day, camille, antoine):
    given = written(day, antoine)
    letter = Encounter.objects.get(presences__client=antoine)
    assert (letter.kind, letter.channel, letter.started_by, letter.happened_at) == ("letter", "whatsapp", "house", AT)
    line = Line.objects.get(act=Act.ANSWERED)
    assert (line.by, line.on_id, line.at, line.reason) == (camille, antoine.id, AT, "written")
    assert (given.encounter, given.noted_in_id, given.left) == (letter, line.id, None)


def test_q6_how_far_it_was_finished_is_kept_and_not_its_words(day, antoine):
    composed = Suggestion.objects.get(day=day, client=antoine).letter
    said = Said(Reply.WRITTEN, channel="whatsapp", words=f"{composed} Paris, canary")
    kept = answer(day, antoine, said, AT)
    assert 0 < kept.edited < 20
    assert "canary" not in str(Answer.objects.values())
    assert "canary" not in kept.encounter.words


def test_written_is_not_raised_again(day, camille, antoine):
    written(day, antoine)
    assert names(shown(camille, AT).suggestions) == []
    assert listed(camille, "2025-03-05") == {}
    assert at_rest(camille, "2025-03-05") == {"Antoine": ["answered"]}


def test_written_keeps_the_promise_it_was_about(promise_day, camille, antoine):
    written(promise_day, antoine, promise=True)
    assert Promise.objects.get().outcome == "kept"
    assert promised(camille, "2025-03-05") == []


def test_a_road_nobody_knows_is_another_way(day, antoine):
    given = answer(day, antoine, Said(Reply.WRITTEN, channel="pigeon, with a very long name"), AT)
    assert (given.channel, given.encounter.channel) == ("other", "other")


def test_a_second_tap_is_the_first(day, antoine):
    assert written(day, antoine) == written(day, antoine, paris(TUESDAY, "10:01"))
    assert (Encounter.objects.count(), Line.objects.filter(act=Act.ANSWERED).count()) == (1, 1)


def test_who_was_answered_for_is_at_rest_and_says_so(day, camille, antoine):
    written(day, antoine)
    (resting,) = shown(camille, AT).at_rest
    assert (resting.client, resting.said()) == (antoine.id, ["Written to on 4 March."])


def test_next_year_the_same_day_may_be_written_about_again(camille, paolo, helene):
    story.yes(paolo, on=paris("2024-01-10"))
    bought = story.sale(paolo, cast.LUNE_PENDANT, on=paris("2024-02-20"))
    story.gift(bought, to=helene, on=paris("2024-02-20", "11:00"), occasion="wedding", day=dt.date(2024, 3, 14))
    written(prepared(camille, "2025-02-20"), paolo, paris("2025-02-20"))
    assert listed(camille, "2025-03-01") == {}
    assert listed(camille, "2026-02-20") == {"Paolo": ["occasion"]}


# Did it leave? Did she answer?


def test_not_yet_takes_the_letter_out_of_her_story_and_tomorrow_may_suggest_it(day, camille, antoine):
    answering.left(answer=written(day, antoine), did=False, by=by(camille), at=paris(TUESDAY, "11:00"))
    assert Encounter.objects.until(paris(TUESDAY, "12:00")).count() == 0
    assert names(shown(camille, paris(TUESDAY, "12:00")).suggestions) == []
    assert listed(camille, "2025-03-05") == {"Antoine": ["thanks"]}
    assert [line.reason for line in Line.objects.filter(act=Act.LEFT)] == ["not_yet"]


def test_not_yet_lets_the_promise_stand_again(promise_day, camille, antoine):
    given = written(promise_day, antoine, promise=True)
    answering.left(answer=given, did=False, by=by(camille), at=paris("2025-03-06"))
    assert promised(camille, "2025-03-06") == [("Antoine", "The strap")]


def test_it_left_is_kept_and_asked_no_more(day, camille, antoine):
    given = written(day, antoine)
    for did in (True, False):
        answering.left(answer=given, did=did, by=by(camille), at=paris(TUESDAY, "11:00"))
    given.refresh_from_db()
    assert (given.left, Line.objects.filter(act=Act.LEFT).count()) == (True, 1)


# Later.


@pytest.mark.parametrize(
    ("choice", "back"),
    [(Later.TOMORROW, "2025-03-05"), (Later.MONDAY, "2025-03-10"), (Later.BEFORE_THE_DAY, "2025-03-10")],
)
def test_later_comes_back_on_the_day_it_said(day, camille, antoine, choice, back):
    assert later(day, antoine, choice).until.isoformat() == back
    before = [day for day in ("2025-03-05", "2025-03-06", "2025-03-09") if day < back]
    assert [listed(camille, each) for each in before] == [{} for _ in before]
    assert listed(camille, back) == {"Antoine": ["thanks"]}


def test_later_is_about_the_person_and_not_one_of_her_reasons(camille, antoine):
    story.yes(antoine, on=paris("2025-01-10"))
    story.for_herself(story.sale(antoine, cast.MERIDIEN, on=paris("2025-02-05")), on=paris("2025-02-05", "11:00"))
    story.sale(antoine, cast.STRAP, on=paris("2025-03-03"))
    day = prepared(camille, TUESDAY)
    assert listed(camille, TUESDAY) == {"Antoine": ["thanks", "wear"]}
    later(day, antoine, Later.MONDAY)
    assert [list(listed(camille, each)) for each in ("2025-03-05", "2025-03-10")] == [[], ["Antoine"]]


def test_this_evening_comes_back_at_six(day, camille, antoine):
    later(day, antoine, Later.THIS_EVENING)
    assert [names(shown(camille, paris(TUESDAY, time)).suggestions) for time in ("17:59", "18:00")] == [[], ["Antoine"]]
    assert listed(camille, "2025-03-05") == {"Antoine": ["thanks"]}


def test_in_the_evening_it_is_answered_again(day, camille, antoine):
    later(day, antoine, Later.THIS_EVENING)
    evening = paris(TUESDAY, "18:30")
    assert written(day, antoine, evening).reply == Reply.WRITTEN
    assert names(shown(camille, evening).suggestions) == []
    assert Answer.objects.until(evening).count() == 1


def test_what_was_put_off_says_until_when(day, camille, antoine):
    later(day, antoine, Later.MONDAY)
    (resting,) = shown(camille, AT).at_rest
    assert resting.said() == ["Put off until 10 March."]


# Not now.


def test_too_soon_rests_for_six_weeks_whatever_comes_up_but_our_word(day, camille, antoine):
    not_now(day, antoine, NotNow.TOO_SOON)
    story.sale(antoine, cast.STRAP, on=paris("2025-04-10"))
    story.promise(antoine, of=camille, words="The strap", due=dt.date(2025, 4, 12), on=paris("2025-04-10"))
    assert [listed(camille, each) for each in ("2025-03-05", "2025-04-11", "2025-04-14")] == [{}, {}, {}]
    assert promised(camille, "2025-04-14") == [("Antoine", "The strap")]
    promises.settle(promise=Promise.objects.get(), outcome=PromiseOutcome.KEPT, by=by(camille), at=paris("2025-04-14"))
    assert listed(camille, "2025-04-15") == {"Antoine": ["thanks"]}


def test_i_will_see_them_ends_with_the_visit_even_the_same_day(day, camille, antoine):
    not_now(day, antoine, NotNow.SEEING_HER)
    assert listed(camille, "2025-03-05") == {}
    story.visit(antoine, to=camille, on=paris(TUESDAY, "16:00"))
    assert listed(camille, "2025-03-05") == {"Antoine": ["thanks"]}


def test_or_after_thirty_days(camille, antoine):
    story.for_herself(story.sale(antoine, cast.MERIDIEN, on=paris("2025-02-11")), on=paris("2025-02-11", "11:00"))
    not_now(prepared(camille, TUESDAY), antoine, NotNow.SEEING_HER)
    story.sale(antoine, cast.STRAP, on=paris("2025-03-31"))
    assert [list(listed(camille, each)) for each in ("2025-04-02", "2025-04-03")] == [[], ["Antoine"]]


def test_not_the_right_reason_never_raises_that_one_again_and_another_may(day, camille, antoine):
    not_now(day, antoine, NotNow.NOT_RIGHT)
    assert [listed(camille, each) for each in ("2025-03-05", "2025-03-10")] == [{}, {}]
    story.sale(antoine, cast.STRAP, on=paris("2025-03-06"))
    (only,) = judged(camille, "2025-03-07").suggestions
    assert [fact.values["piece"] for why in only.reasons for fact in why.facts] == ["Grey strap"]


def test_a_delicate_time_is_a_hold_on_everything_until_somebody_says(day, camille, antoine):
    given = not_now(day, antoine, NotNow.DELICATE)
    hold = Hold.objects.get()
    assert (given.hold, hold.client, hold.scope, hold.owner, hold.because) == (
        hold, antoine, "everything", camille, "A delicate time.",
    )  # fmt: skip
    assert (hold.period.upper, hold.review_on) == (None, dt.date(2025, 6, 2))
    assert at_rest(camille, "2025-03-05") == {"Antoine": ["held"]}


def test_a_delicate_time_that_is_known_already_stays_as_it_was(day, camille, antoine):
    holding.hold(client=antoine, because="Travelling.", by=by(camille), at=paris(TUESDAY, "09:00"))
    given = not_now(day, antoine, NotNow.DELICATE)
    answering.take_back(answer=given, by=by(camille), at=paris(TUESDAY, "11:00"))
    assert [(hold.because, hold.period.upper) for hold in Hold.objects.all()] == [("Travelling.", None)]


def test_the_letter_is_not_me_brings_another_letter_tomorrow(day, camille, antoine):
    not_now(day, antoine, NotNow.NOT_ME)
    assert names(shown(camille, AT).suggestions) == []
    (only,) = judged(camille, "2025-03-05").suggestions
    assert only.letter.text != Suggestion.objects.get(day=day).letter


def test_our_word_does_not_just_rest(promise_day, antoine):
    for why in (NotNow.TOO_SOON, NotNow.NOT_RIGHT):
        with pytest.raises(answering.CannotAnswer, match="settle it under Promises"):
            answer(promise_day, antoine, Said(Reply.NOT_NOW, why), AT, promise=True)
    assert Answer.objects.count() == 0


def test_not_now_and_later_say_why(day, antoine):
    for said in (Said(Reply.LATER), Said(Reply.NOT_NOW, "bored")):
        with pytest.raises(answering.CannotAnswer, match="Say why"):
            answer(day, antoine, said, AT)


# Undo.


def test_undo_opens_it_again_and_undoes_what_it_did(promise_day, camille, antoine):
    given = written(promise_day, antoine, promise=True)
    answering.take_back(answer=given, by=by(camille), at=paris(TUESDAY, "10:05"))
    assert names(shown(camille, paris(TUESDAY, "10:06")).promises) == ["Antoine"]
    assert Encounter.objects.until(paris(TUESDAY, "10:06")).count() == 0
    assert [line.reason for line in Line.objects.filter(act=Act.ANSWERED).order_by("at")] == ["written", "taken_back"]


def test_undo_lifts_its_own_silence_and_no_other(day, camille, antoine):
    holding.hold(
        client=antoine, because="A repair is late.", scope=Scope.SELLING, by=by(camille), at=paris("2025-03-01")
    )
    given = not_now(day, antoine, NotNow.DELICATE)
    answering.take_back(answer=given, by=by(camille), at=paris(TUESDAY, "10:05"))
    assert [hold.scope for hold in Hold.objects.in_force(paris(TUESDAY, "10:06"))] == ["selling"]
    assert names(shown(camille, paris(TUESDAY, "10:06")).suggestions) == ["Antoine"]


def test_an_answer_can_be_taken_back_for_a_day(day, camille, antoine):
    given = written(day, antoine)
    with pytest.raises(answering.CannotAnswer, match="for a day"):
        answering.take_back(answer=given, by=by(camille), at=paris("2025-03-05", "10:01"))


def test_what_was_answered_keeps_its_place_when_the_morning_is_prepared_again(day, camille, antoine, amara):
    given = written(day, antoine)
    story.sale(amara, cast.MERIDIEN, on=paris("2025-03-03", "12:00"))
    prepared(camille, TUESDAY, "11:00")
    assert names(shown(camille, paris(TUESDAY, "11:01")).suggestions) == ["Amara"]
    answering.take_back(answer=given, by=by(camille), at=paris(TUESDAY, "11:02"))
    assert sorted(names(shown(camille, paris(TUESDAY, "11:03")).suggestions)) == ["Amara", "Antoine"]


# How many.


def test_an_answer_leaves_its_place_empty_and_a_promise_takes_none(camille, helene, paolo, antoine, amara):
    for number, client in enumerate((helene, paolo, antoine, amara)):
        story.sale(client, cast.MERIDIEN, on=paris("2025-03-01") + dt.timedelta(days=number // 2))
    story.promise(people.client(cast.NOUR, of=camille), of=camille, words="Call", due=AT.date(), on=paris("2025-03-01"))
    day = prepared(camille, TUESDAY)
    first = Suggestion.objects.get(day=day, rank=0, promise=None).client
    answer(day, Suggestion.objects.get(day=day, promise__isnull=False).client, Said(Reply.WRITTEN), AT, promise=True)
    prepared(camille, TUESDAY, "10:30")
    assert len(shown(camille, paris(TUESDAY, "10:31")).suggestions) == 3
    written(day, first, paris(TUESDAY, "10:40"))
    prepared(camille, TUESDAY, "11:00")
    assert len(shown(camille, paris(TUESDAY, "11:01")).suggestions) == 2


# Yesterday's page.


def test_yesterdays_page_answered_today_is_todays_answer_and_leaves_yesterday_alone(day, camille, antoine):
    before = shown(camille, paris("2025-03-05", "08:00"), dt.date(2025, 3, 4))
    prepared(camille, "2025-03-05")
    given = written(day, antoine, paris("2025-03-05", "09:00"))
    assert given.on == dt.date(2025, 3, 5)
    assert names(shown(camille, paris("2025-03-05", "09:01")).suggestions) == []
    assert shown(camille, paris("2025-03-05", "09:01"), dt.date(2025, 3, 4)) == before
