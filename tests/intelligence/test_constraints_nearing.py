"""What is learnt of how near a need is: all of it, once a day."""

import datetime as dt

from carnet.intelligence.models import Lately
from carnet.intelligence.rules.lately import TERMS
from tests.factories.broken import again, change, refused


def test_all_weights_or_none_and_one_a_day(db):
    kept = Lately.objects.create(since=dt.date(2026, 3, 10), weights=[0.0] * TERMS)
    with refused("intelligence_lately_all_or_none"):
        change(kept, weights=[0.0] * (TERMS - 1))
    with refused("intelligence_lately_since_key"):
        again(kept)
