"""Two people, and whose they are."""

import pytest

from carnet.clients.models import Client
from tests import cast
from tests.factories import people


@pytest.fixture
def antoine(mail) -> Client:
    """He is in nobody's book."""
    return people.client(cast.ANTOINE)
