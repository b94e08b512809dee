"""What the database keeps of sums, signals, states and passes, whoever writes to it."""

import datetime as dt

import pytest

from carnet.intelligence.actions import reading, reading_the_house
from carnet.intelligence.kinds import SignalKind, Stage
from carnet.intelligence.models import Pass, Prior, Rhythm, Season, Signal, StateChange
from carnet.kit import ids
from tests.conftest import paris
from tests.factories.broken import again, change, refused
from tests.factories.people import THE_HOUSE

ON = dt.date(2025, 6, 2)
AT = paris("2025-06-02")


@pytest.fixture
def read(helene) -> Pass:
    return reading_the_house.read_house(by=THE_HOUSE, at=AT)


def test_sums_begin_before_they_end(helene):
    reading.read(client=helene, at=AT)
    rhythm = Rhythm.objects.get(client=helene)
    for stream, kept in (
        ("bought", "intelligence_rhythm_bought_in_order"),
        ("met", "intelligence_rhythm_met_in_order"),
    ):
        with refused(kept):
            change(rhythm, **{f"{stream}_first": ON, f"{stream}_last": dt.date(2025, 6, 1)})
        with refused(kept):
            change(rhythm, **{f"{stream}_gaps": 1, f"{stream}_first": None, f"{stream}_last": None})


def test_a_signal_is_of_a_known_kind_once_and_fades(helene):
    signal = Signal.objects.create(
        client=helene, kind=SignalKind.ASKED, on=ON, until=dt.date(2025, 9, 1), evidence=ids.new()
    )
    with refused("intelligence_signal_kind_known"):
        change(signal, kind="hot lead")
    with refused("intelligence_signal_once"):
        again(signal)
    with refused("intelligence_signal_fades"):
        change(signal, until=ON)


def test_a_state_is_of_the_list_and_one_stands(helene):
    reading.read(client=helene, at=AT)
    state = StateChange.objects.get(client=helene, until__isnull=True)
    with refused("intelligence_state_known"):
        change(state, state="dormant")
    with refused("intelligence_state_one_stands"):
        again(state, since=dt.date(2025, 6, 3))
    with refused("intelligence_state_one_a_day"):
        again(state, until=state.since + dt.timedelta(days=1))
    with refused("intelligence_state_period_real"):
        change(state, until=state.since)


def test_a_pass_is_one_a_day_and_dated_when_done(read):
    with refused("intelligence_pass_stage_known"):
        change(read, stage="tired", ended_at=None)
    with refused("intelligence_pass_done_is_dated"):
        change(read, ended_at=None)
    with refused("intelligence_pass_done_is_dated"):
        change(read, stage=Stage.READING)
    with refused("intelligence_pass_on_key"):
        again(read)


def test_a_population_is_possible_and_fitted_once_a_day(read):
    prior = Prior.objects.filter(stream="met").get()
    with refused("intelligence_prior_possible"):
        change(prior, kappa=0)
    with refused("intelligence_prior_one_a_day"):
        again(prior)


def test_a_season_has_every_window_once_a_year(db):
    season = Season.objects.create(year=2026, shares=[0.1] * 26)
    with refused("intelligence_season_of_every_window"):
        change(season, shares=[0.1] * 12)
    with refused("intelligence_season_year_key"):
        again(season)
