"""What the house decides in situations that were written, with their answers, before anybody looked at its rules."""

import datetime as dt
import importlib

import pytest

from tests.golden import blind, telling

VERDICTS = "carnet.outreach.queries.verdicts"


@pytest.mark.parametrize("story", blind.stories(), ids=str)
def test_the_house_decides_as_a_good_boutique_would(vauclair: None, story: blind.Story) -> None:
    verdicts = importlib.import_module(VERDICTS)
    client = telling.tell(story.facts, about=story.about, today=story.on)
    telling.read(story.on)
    said, expect = verdicts.verdict(client, on=story.on), story.expect
    reasons, because = set(map(str, said.reasons)), set(map(str, said.because))
    told = f"{story.words}\n{said.verdict} until {said.until}, for {sorted(reasons)}, because {sorted(because)}"
    assert str(said.verdict) == expect["verdict"], told
    assert {expect.get("reason", "")} - {""} <= reasons, told
    assert not set(expect.get("not", ())) & reasons, told
    assert set(expect.get("because", ())) <= because, told
    assert "until" not in expect or said.until == dt.date.fromisoformat(expect["until"]), told
