"""Paolo gives, Hélène has a day, and they share a home."""

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
