"""One model for all of these tests: it costs a second or two to load."""

import pytest

from carnet.integrations.speech.kinds import Local
from carnet.integrations.speech.typing_up import OnThisServer


@pytest.fixture(scope="session")
def typist():
    typist = OnThisServer(Local(None))
    yield typist
    typist.hearing.end()
