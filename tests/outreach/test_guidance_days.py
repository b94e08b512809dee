"""The days that old pieces are looked for on are all those on which one may be spoken of."""

import datetime as dt

import pytest

from carnet.kit import moments
from carnet.outreach.reasons import guidance
from carnet.outreach.reasons.rule import Asked

ZONE = "Asia/Tokyo"


@pytest.mark.parametrize("on", [dt.date(2026, 11, 23), dt.date(2028, 2, 29), dt.date(2027, 3, 1), dt.date(2026, 1, 5)])
def test_no_open_anniversary_is_looked_past(on):
    told = guidance._lately(Asked([], on, moments.close_of(on, ZONE), ZONE))
    spans = [tuple(map(dt.datetime.fromisoformat, each.split(","))) for each in told.strip("{}[)").split("),[")]
    assert len(spans) == guidance.OLDEST
    for ahead in range((on - on.replace(year=on.year - 12, day=1)).days):
        since = on - dt.timedelta(days=ahead)
        years = guidance._years(since, on)
        open_for = (on - guidance._anniversary(since, years)).days if 1 <= years <= guidance.OLDEST else None
        if open_for is not None and open_for <= guidance.DAYS["closes"].most:
            noon = moments.open_of(since, ZONE) + dt.timedelta(hours=12)
            assert any(begin <= noon < end for begin, end in spans), since
