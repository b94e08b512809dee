"""A watch of the house, one that was made, and who may own it."""

import pytest

from carnet.clients.models import Client
from carnet.products.actions import ownership
from carnet.products.models import Piece, Reference
from tests import cast
from tests.factories import people


@pytest.fixture
def meridien(vauclair) -> Reference:
    return people.reference(cast.MERIDIEN)


@pytest.fixture
def watch(meridien) -> Piece:
    return ownership.receive(reference=meridien, serial="M38-0042", year=2019, by=people.THE_HOUSE, at=people.OPENED)


@pytest.fixture
def antoine(mail) -> Client:
    return people.client(cast.ANTOINE)


@pytest.fixture
def helene(mail) -> Client:
    return people.client(cast.HELENE)
