"""What is still to be known about letters: did it leave, and did she answer (rulings 1 and 9)."""

import pytest

from carnet.interactions.actions import logging
from carnet.interactions.kinds import EncounterChannel, EncounterKind, Started
from carnet.outreach.actions import answering
from carnet.outreach.actions.answering import Said
from carnet.outreach.kinds import Reply
from carnet.outreach.queries import days, following
from tests import cast
from tests.conftest import paris
from tests.factories import people, story
from tests.factories.people import by
from tests.outreach.conftest import answer, judged, prepared

AT = paris("2025-03-04")


@pytest.fixture
def letter(camille, antoine):
    """Written on the fourth of March, and handed to the telephone."""
    story.sale(antoine, cast.MERIDIEN, on=paris("2025-03-03"))
    return answer(prepared(camille, "2025-03-04"), antoine, Said(Reply.WRITTEN, channel="whatsapp"), AT)


def did_it_leave(member, day):
    return following.unsure_whether_left(member, paris(day).date())


def did_she_answer(member, day):
    return following.unsure_whether_answered(member, paris(day))


def left(letter, camille):
    answering.left(answer=letter, did=True, by=by(camille), at=paris("2025-03-04", "11:00"))


def test_it_is_asked_on_return_and_for_a_week_of_the_one_who_wrote(camille, yumi, letter):
    asked = [bool(did_it_leave(camille, day)) for day in ("2025-03-04", "2025-03-05", "2025-03-11", "2025-03-12")]
    assert asked == [True, True, True, False]
    assert did_it_leave(yumi, "2025-03-04") == []


@pytest.mark.parametrize("did", [True, False])
def test_it_is_asked_once(camille, letter, did):
    answering.left(answer=letter, did=did, by=by(camille), at=paris("2025-03-05"))
    assert did_it_leave(camille, "2025-03-05") == []


def test_a_letter_that_was_taken_back_is_not_asked_about(camille, letter):
    answering.take_back(answer=letter, by=by(camille), at=paris("2025-03-04", "10:05"))
    assert did_it_leave(camille, "2025-03-04") == []


def test_whether_she_answered_is_asked_from_day_four_to_sixty_of_what_left(camille, letter):
    assert did_she_answer(camille, "2025-03-10") == []
    left(letter, camille)
    asked = [bool(did_she_answer(camille, day)) for day in ("2025-03-07", "2025-03-08", "2025-05-03", "2025-05-04")]
    assert asked == [False, True, True, False]


@pytest.mark.parametrize("answered", [True, False])
def test_whether_she_answered_is_asked_once(camille, letter, answered):
    left(letter, camille)
    logging.answer_seen(encounter=letter.encounter, answered=answered, by=by(camille), at=paris("2025-03-10"))
    letter.encounter.refresh_from_db()
    assert (letter.encounter.answered, did_she_answer(camille, "2025-03-11")) == (answered, [])


@pytest.mark.parametrize("sign", ["came", "called", "bought"])
def test_a_visit_a_call_or_a_purchase_since_is_an_answer_ruling_1(camille, yumi, antoine, letter, sign):
    left(letter, camille)
    at = paris("2025-03-06")
    if sign == "came":
        story.visit(antoine, to=yumi, on=at)
    elif sign == "bought":
        story.sale(antoine, cast.STRAP, on=at)
    else:
        called = logging.Happening(kind=EncounterKind.CALL, channel=EncounterChannel.PHONE, started_by=Started.CLIENT)
        logging.log(
            clients=[antoine], happening=called, boutique=people.boutique(), members=[yumi], happened_at=at,
            by=by(yumi), at=at,
        )  # fmt: skip
    assert did_she_answer(camille, "2025-03-10") == []


def test_a_word_of_ours_is_no_answer_of_hers(camille, yumi, antoine, letter):
    left(letter, camille)
    story.letter(antoine, by=yumi, on=paris("2025-03-06"))
    assert did_she_answer(camille, "2025-03-10") == [letter]


def test_of_the_pieces_she_saw_the_one_she_asked_for_is_drawn(camille, antoine):
    from carnet.interactions.kinds import Handled

    story.yes(antoine, on=paris("2025-01-10"))
    seen = [(people.reference(cast.AUBE_RING), Handled.SHOWN), (people.reference(cast.RIVIERE), Handled.ASKED)]
    logging.log(
        clients=[antoine], happening=logging.Happening(kind=EncounterKind.VISIT), boutique=people.boutique(),
        members=[camille], happened_at=AT, by=by(camille), at=AT, pieces=seen,
    )  # fmt: skip
    day = days.from_judged(judged(camille, "2025-03-05"))
    assert [reference.name for reference in following.pieces(day.suggestions).values()] == ["Rivière 7 ct"]
