"""Two who tell of her at once, and a pass over the house while she is in the boutique."""

import pytest
from django.db.models import F

from carnet.intelligence.actions import reading_the_house
from carnet.intelligence.models import Rhythm, Unread
from carnet.kit import db
from tests.conftest import paris
from tests.factories import story
from tests.factories.at_once import while_open
from tests.factories.people import THE_HOUSE

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = paris("2026-11-22", "12:00")


def test_of_two_visits_kept_at_once_both_are_read(helene, camille):
    story.visit(helene, to=camille, on=paris("2026-01-05"))
    second = while_open(
        lambda: story.visit(helene, to=camille, on=paris("2026-03-05")),
        lambda: story.visit(helene, to=camille, on=paris("2026-05-05")),
    )
    assert second.error is None
    assert Rhythm.objects.get(client=helene).met_gaps == 2


def _while_it_judges(monkeypatch, happens):
    """A pass over the house: after it added everybody up, and before it keeps what it read, that happens."""
    judged = reading_the_house._judged

    def judge(*gathered):
        happens()
        return judged(*gathered)

    monkeypatch.setattr(reading_the_house, "_judged", judge)
    reading_the_house.read_house(by=THE_HOUSE, at=TODAY, everybody=True)


def test_a_pass_keeps_nothing_of_whoever_came_in_since_it_added_her_up(helene, paolo, camille, monkeypatch):
    story.visit(helene, to=camille, on=paris("2026-01-05"))
    db.execute("delete from intelligence_rhythm where client_id = %(client)s", client=paolo.id)
    _while_it_judges(monkeypatch, lambda: story.visit(helene, to=camille, on=paris("2026-11-20")))
    assert Rhythm.objects.get(client=helene).met_gaps == 1
    assert Rhythm.objects.filter(client=paolo).exists()


def test_what_is_taken_in_while_a_pass_judges_is_left_for_the_next(helene, paolo, monkeypatch):
    for client in (helene, paolo):
        Unread.objects.get_or_create(client=client)
    _while_it_judges(monkeypatch, lambda: Unread.objects.filter(client=helene).update(times=F("times") + 1))
    assert list(Unread.objects.values_list("client", flat=True)) == [helene.id]
