"""What a piece of a certain age asks for, and what may be running low, on Today and on the letter's page."""

import datetime as dt

import pytest
from django.urls import reverse

from carnet.intelligence.kinds import RULES, ReadingKind
from carnet.intelligence.models import Reading
from carnet.outreach.models import Suggestion
from tests import cast
from tests.conftest import paris
from tests.factories import people, story
from tests.factories.morning import ON
from tests.outreach.conftest import prepared
from tests.web.conftest import enter


@pytest.fixture
def aged(house):
    """Luca has had his ring for a year and some days."""
    sold = story.sale(house.luca, cast.AUBE_RING, on=paris("2025-03-05"))
    story.for_herself(sold, on=paris("2025-03-05", "11:00"))
    return house.luca


@pytest.fixture
def running_low(house):
    story.yes(house.luca, on=paris("2026-01-10"))
    Reading.objects.create(
        client=house.luca, kind=ReadingKind.REPLENISHMENT, about=people.reference(cast.STRAP).id, code="range", certainty=70,
        values={"low": "2026-03-01", "high": "2026-03-28"}, on=dt.date(2026, 2, 20), rules=RULES,
    )  # fmt: skip
    return house.luca


def opened(house, client):
    prepared(house.yumi, ON.isoformat(), "08:00")
    browser = enter(house.yumi)
    (card,) = browser.get("/").context["cards"]
    assert card.shown.client == client
    suggestion = Suggestion.objects.get(day__member=house.yumi, client=client)
    return card, browser.get(reverse("letter", args=[suggestion.id])).content.decode()


def test_a_piece_of_an_age_has_its_plate_its_end_and_its_picture_with_the_words(house, aged):
    card, letter = opened(house, aged)
    assert (card.first, card.when) == (f"A year with {cast.AUBE_RING.name}: worth a look.", "Until 2 April")
    assert (card.plate, card.picture) == (cast.AUBE_RING.plate, cast.AUBE_RING.plate)
    assert f"#{cast.AUBE_RING.plate}" in letter
    assert "Ask a colleague to read this" in letter, "Nobody has read our Italian yet."
    assert ("From the records", f"5 March 2025 · Theirs: {cast.AUBE_RING.name}") in card.margin


def test_what_may_be_running_low_has_its_range_and_its_picture(house, running_low):
    card, letter = opened(house, running_low)
    assert (card.first, card.when) == (
        f"{cast.STRAP.name} may be running low, some time until 28 March.", "Until 28 March",
    )  # fmt: skip
    assert card.picture == cast.STRAP.plate
    assert f"#{cast.STRAP.plate}" in letter
