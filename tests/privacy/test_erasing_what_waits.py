"""Whoever is forgotten is forgotten in what waits, too: notes and sound put aside, and what was read out of a visit of two."""

import pytest

from carnet.capture.models import Deposit, Proposal, Recording
from carnet.house.models import Member
from carnet.privacy.actions import erasing
from tests import cast
from tests.capture.test_spoken import KEPT, LATER, SOUND, hand_in, hers, note, spoken, typed  # noqa: F401 -- fixtures
from tests.factories import people

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def home(tmp_path, settings):
    settings.CARNET_HOME = tmp_path / "house"
    settings.CARNET_HOME.mkdir()


def test_what_was_read_out_of_a_visit_of_two(hers, helene, note):  # noqa: F811
    antoine = people.client(cast.ANTOINE, at=KEPT)
    recording = spoken(hers, note)
    sent = hers.note(helene, antoine, at=KEPT, mutation=note, words="Both came.", recordings=[str(recording.id)])
    hand_in(sent, hers)
    typed(recording, "Antoine is in chemotherapy. Her ring size is 52.")
    erasing.carry_out(client=antoine, by=people.THE_HOUSE, at=LATER)
    assert [each.kind for each in Proposal.objects.all()] == ["size"]


def test_what_was_put_aside(hers, helene, note):  # noqa: F811
    recording = spoken(hers, note)
    typed(recording, "Canary words about her.")
    Member.objects.filter(id=hers.member.id).update(is_active=False)
    hand_in(hers.note(helene, at=KEPT, mutation=note, words="Held.", recordings=[str(recording.id)]), hers)
    hand_in(hers.sound(note=note, at=KEPT, sound=SOUND), hers)
    assert Deposit.objects.filter(held__isnull=False).count() == 2
    erasing.carry_out(client=helene, by=people.THE_HOUSE, at=LATER)
    assert not Deposit.objects.filter(held__isnull=False).exists()
    assert not Recording.objects.exclude(words="").exists()
