"""The verdict of today on the page of a relationship: in words a person accepts, with its reasons as facts."""

import pytest
from django.urls import reverse

from carnet.consent.actions import holding
from carnet.consent.kinds import Scope
from tests import cast
from tests.conftest import paris
from tests.factories import story
from tests.factories.morning import NOW
from tests.factories.people import THE_HOUSE
from tests.web.conftest import enter


def told(house, client, who="camille"):
    return enter(house.of(who)).get(reverse("relationship", args=[client.id])).context["verdict"]


def test_a_reason_to_write_has_its_end_and_the_records_it_rests_on(house):
    found = told(house, house.antoine)
    assert (found.words, found.because) == (
        "There is a reason to write, until 20 March.", ["Came in on 6 March and left without a piece."],
    )  # fmt: skip
    assert found.evidence[0].startswith("6 March · ")


def test_wait_says_until_when_and_who_was_heard_from(house):
    story.for_herself(story.sale(house.luca, cast.MERIDIEN, on=paris("2026-02-10")), on=paris("2026-02-10", "11:00"))
    story.letter(house.luca, by=house.yumi, on=paris("2026-03-03"))
    found = told(house, house.luca)
    assert (found.words, found.because) == ("Wait until 17 March.", ["Heard from us on 3 March."])


def test_leave_in_peace_says_why_and_until_when(house):
    holding.hold(client=house.antoine, because="Away at sea.", by=THE_HOUSE, at=NOW, until=paris("2026-05-02", "00:00"))
    found = told(house, house.antoine)
    assert (found.words, found.because) == ("Leave in peace until 2 May.", ["Held until 1 May: Away at sea."])
    assert found.evidence == []


def test_who_may_not_see_somebody_reads_no_name_of_hers_here(house):
    """On Paolo's page, whoever reads it: the day is Hélène's too, and she is named nowhere in the verdict."""
    for who in ("camille", "yumi"):
        found = told(house, house.paolo, who)
        assert "Hélène" not in " ".join([found.words, *found.because, *found.evidence])


@pytest.mark.parametrize("scope", [Scope.EVERYTHING, Scope.CONDOLENCE])
def test_a_hold_without_an_end_names_no_day(house, scope):
    holding.hold(client=house.antoine, because="A matter of the family.", scope=scope, by=THE_HOUSE, at=NOW)
    assert told(house, house.antoine).words == "Leave in peace."


def test_where_nothing_stands_there_is_nothing_to_say(house):
    assert told(house, house.luca).because == ["Nothing new to say."]
