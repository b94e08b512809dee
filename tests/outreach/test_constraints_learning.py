"""What the database keeps of a moment left to chance, whoever writes to it."""

import datetime as dt
import uuid

from carnet.outreach.models import Moment
from tests.factories.broken import again, change, refused

ON = dt.date(2025, 3, 4)


def test_a_moment_is_kept_once_with_a_chance_and_a_known_state(paolo):
    kept = Moment.objects.create(client=paolo, on=ON, reason="replenish", fact=uuid.uuid4(), propensity=0.1, held=True)
    with refused("outreach_moment_once"):
        again(kept, held=False)
    again(kept, about_on=ON)
    for share in (0.0, 0.6):
        with refused("outreach_moment_was_left_to_chance"):
            change(kept, propensity=share)
    with refused("outreach_moment_state_known"):
        change(kept, state="platinum")
