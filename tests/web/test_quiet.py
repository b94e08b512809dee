"""How a silence is read, one tap from the client page: the words, what they rest on, what else it may be, the way so far."""

import pytest
import time_machine

from carnet.intelligence.kinds import ReadingKind, Silence
from carnet.intelligence.models import Reading
from tests.conftest import paris
from tests.factories import story
from tests.web.conftest import enter

NOW = paris("2026-11-22", "12:00")


@pytest.fixture
def quiet(house):
    """Antoine came every month, and stays away since April."""
    for month in range(12):
        year, number = divmod(4 + month, 12)
        story.visit(house.antoine, to=house.camille, on=paris(f"{2025 + year}-{number + 1:02}-12"))
    with time_machine.travel(NOW, tick=False):
        from carnet.intelligence.actions import reading

        reading.read(client=house.antoine, at=NOW)
    return house.antoine


def page(house, client, where="relationship/"):
    with time_machine.travel(NOW, tick=False):
        return enter(house.camille).get(f"/clients/{client.id}/{where}").content.decode()


def say(house, client, answer):
    with time_machine.travel(NOW, tick=False):
        return (
            enter(house.camille)
            .post(f"/clients/{client.id}/silence/", {"answer": answer}, follow=True)
            .content.decode()
        )


def standing(client):
    return Reading.objects.get(client=client, kind=ReadingKind.SILENCE, until__isnull=True)


def test_the_client_page_says_it_in_words_and_leads_to_the_rest(house, quiet):
    told = page(house, quiet, "")
    assert "Every four weeks or so. A long silence, and an unusual one." in told
    assert f"/clients/{quiet.id}/relationship/" in told


def test_what_it_rests_on_and_what_else_it_may_be_are_there_without_a_figure(house, quiet):
    told = page(house, quiet)
    for words in (
        "Visit, 12 April",
        "A pause: long, and followed by a return.",
        "A leave that has been taken.",
        "The way so far",
    ):
        assert words in told
    assert "%" not in told.split("The way so far")[0].split("Rhythm")[-1], "No percentage on an advisor's screen."


def test_her_word_stands_over_it_until_the_records_speak_again(house, quiet):
    assert "Long silences are usual here." in say(house, quiet, Silence.BY_HABIT)
    assert (standing(quiet).code, standing(quiet).said_by) == (Silence.BY_HABIT, house.camille)
    assert "So says Camille" in page(house, quiet)
    assert "A long silence, and an unusual one." in say(house, quiet, "records")
    assert standing(quiet).said_by is None


def test_confirmed_it_is_hers_with_its_evidence(house, quiet):
    before = standing(quiet)
    say(house, quiet, "yes")
    assert (standing(quiet).code, standing(quiet).said_by, standing(quiet).evidence) == (
        before.code, house.camille, before.evidence,
    )  # fmt: skip


def test_z38_where_too_little_is_known_it_says_so(house):
    assert "Too little is known yet to speak of a rhythm." in page(house, house.nour)


def test_what_nobody_asks_for_is_not_there(house, quiet):
    with time_machine.travel(NOW, tick=False):
        assert enter(house.camille).post(f"/clients/{quiet.id}/silence/", {"answer": "lost"}).status_code == 404
