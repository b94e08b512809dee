"""The Marchettis and Antoine, in Camille's book."""

import pytest

from carnet.clients.models import Client
from tests import cast
from tests.factories import people


@pytest.fixture
def helene(camille) -> Client:
    return people.client(cast.HELENE, of=camille)


@pytest.fixture
def paolo(camille) -> Client:
    return people.client(cast.PAOLO, of=camille)


@pytest.fixture
def antoine(camille) -> Client:
    return people.client(cast.ANTOINE, of=camille)
