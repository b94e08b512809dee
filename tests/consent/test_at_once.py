"""Two colleagues decide not to write, at the very same time."""

import pytest

from carnet.consent.actions import holding
from carnet.consent.models import Hold
from carnet.kit import db
from tests.conftest import paris
from tests.factories.at_once import while_open
from tests.factories.broken import again, broken
from tests.factories.people import by

pytestmark = pytest.mark.django_db(transaction=True)
AT = paris("2025-03-04")


def test_of_two_colleagues_at_once_one_places_the_hold_and_one_is_told(helene, camille, yumi):
    second = while_open(
        lambda: holding.hold(client=helene, because="She asked for quiet.", by=by(camille), at=AT),
        lambda: holding.hold(client=helene, because="A delicate time.", by=by(yumi), at=AT),
    )
    assert str(second.error) == "A hold is already in force for her: lift it first, or leave it as it is."
    assert Hold.objects.get().because == "She asked for quiet."


def test_past_the_acts_the_database_lets_one_hold_of_a_scope_through(helene, camille):
    hold = holding.hold(client=helene, because="She asked for quiet.", until=paris("2025-04-01"), by=by(camille), at=AT)
    later = db.since(paris("2025-05-01"))
    second = while_open(lambda: again(hold, period=later), lambda: again(hold, period=later))
    assert broken(second.error) == "consent_hold_one_per_scope"
    assert Hold.objects.count() == 2


def test_of_two_who_lift_it_at_once_one_is_told_that_nothing_holds_her(helene, camille, yumi):
    holding.hold(client=helene, because="She asked for quiet.", by=by(camille), at=AT)
    second = while_open(
        lambda: holding.release(client=helene, because="She wrote.", by=by(camille), at=paris("2025-03-10")),
        lambda: holding.release(client=helene, because="She called.", by=by(yumi), at=paris("2025-03-10")),
    )
    assert str(second.error) == "Nothing holds her: there is no hold in force to lift."
    assert Hold.objects.get().release_because == "She wrote."
