"""Hélène and Paolo, in the boutique."""

import pytest

from carnet.clients.models import Client
from tests import cast
from tests.factories import people


@pytest.fixture
def paolo(mail) -> Client:
    return people.client(cast.PAOLO)
