"""Two taps on one code at the very same time; and somebody who left her details and is forgotten."""

from __future__ import annotations

import pytest

from carnet.capture.actions import leaving_details
from carnet.capture.actions.leaving_details import Agreed, Said
from carnet.capture.models import Asking, Details
from carnet.consent.kinds import Channel, Purpose
from carnet.privacy.actions import erasing
from tests import cast
from tests.conftest import paris
from tests.factories import people, story
from tests.factories.at_once import while_open

pytestmark = pytest.mark.django_db(transaction=True)
AT = paris("2026-03-10", "15:00")
SAID = Said(
    "Ottilie Brandt", "+33199001177", "fr", (Agreed(Purpose.CARE, Channel.PHONE, "By telephone."),), "Kept.",
    "0a1b2c3d4e5f", "Ottilie Brandt",
)  # fmt: skip


@pytest.fixture
def code(camille) -> str:
    visit = story.visit(people.client(cast.SATURDAY_COUPLE, at=AT), to=camille, on=AT)
    return leaving_details.ask(
        member=camille, boutique=people.boutique(), by=people.by(camille), at=AT, encounter=visit
    )


def leave(code, said=SAID):
    return leaving_details.leave(token=code, said=said, at=AT)


def test_of_two_taps_at_once_one_leaves_her_details(code):
    second = while_open(lambda: leave(code), lambda: leave(code))
    assert isinstance(second.error, leaving_details.Closed)
    assert Details.objects.count() == 1


def test_what_she_left_goes_with_her(code, tmp_path, settings):
    settings.CARNET_HOME = tmp_path
    client = leave(code).client
    erasing.carry_out(client=client, by=people.THE_HOUSE, at=AT)
    assert not Details.objects.exists()
    assert not Asking.objects.exists()


def test_what_waits_under_her_number_goes_with_her(code, helene, tmp_path, settings):
    settings.CARNET_HOME = tmp_path
    leave(code, Said(**{**vars(SAID), "number": cast.HELENE.phone}))
    assert Details.objects.filter(client__isnull=True).exists()
    erasing.carry_out(client=helene, by=people.THE_HOUSE, at=AT)
    assert not Details.objects.exists()
