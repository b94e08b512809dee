"""The Marchettis, and Antoine."""

import pytest

from carnet.clients.actions import households
from carnet.clients.models import Client, Household
from tests import cast
from tests.factories import people


@pytest.fixture
def paolo(mail) -> Client:
    return people.client(cast.PAOLO)


@pytest.fixture
def antoine(mail) -> Client:
    return people.client(cast.ANTOINE)


@pytest.fixture
def marchettis(vauclair) -> Household:
    return households.found(name="The Marchettis", by=people.THE_HOUSE, at=people.OPENED)
