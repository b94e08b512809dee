"""`carnet verdict`: what it says about one client, on any day, and that a hold and its end change it (issue 4, item 3)."""

import json

import pytest

from carnet.cli import NOTHING_DONE
from tests.cli import homes
from tests.cli.test_morning import opened

WHO = "Oriane Castel"


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    with homes.home() as made:
        yield opened(made, tmp_path_factory.mktemp("verdict"))


def said(home, *words, client=WHO):
    return json.loads(home.done("verdict", client, "--json", *words))


def test_a_hold_and_its_end_change_it(house):
    before = said(house)
    assert (before["verdict"], [each["kind"] for each in before["because"]]) == ("leave", ["nothing_to_say"])
    assert list(before) == ["client", "on", "verdict", "until", "because", "rules"]
    house.done("hold", WHO, "--because", "She asked for quiet.", "--until", "2199-01-01", "--by", "Camille Aubry")
    held = said(house)
    assert (held["verdict"], [each["kind"] for each in held["because"]], held["until"]) == (
        "leave",
        ["held"],
        "2199-01-02",
    )
    assert "She asked for quiet." in held["because"][0]["words"]
    house.done("release", WHO, "--because", "She wrote.")
    assert said(house) == before


def test_any_day_is_judged_as_the_house_knew_it_and_a_reason_to_come_is_waited_for(house):
    on_the_day = said(house, "--on", "2025-03-03", client="Ottilie Brandt")
    assert (on_the_day["verdict"], on_the_day["until"]) == ("wait", "2025-03-04")
    assert on_the_day["because"][0]["words"].startswith("From 4 March: Bought on 3 March")
    after = said(house, "--on", "2025-03-04", client="Ottilie Brandt")
    assert (after["verdict"], after["until"], after["because"][0]["kind"]) == ("write", "2025-03-10", "thanks")
    assert house.done("verdict", "Ottilie Brandt", "--on", "2025-03-04").startswith(
        "Ottilie Brandt, 2025-03-04: write, until 2025-03-10."
    )


def test_a_day_that_is_none_is_refused_in_a_sentence(house):
    done = house.carnet("verdict", WHO, "--on", "tomorrow")
    assert done.returncode == NOTHING_DONE
    assert "'tomorrow' is not a day such as 2026-12-24" in done.stderr
