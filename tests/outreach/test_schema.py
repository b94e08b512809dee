"""`docs/api/morning.schema.json` is what the morning says of itself."""

import datetime as dt
import json
from pathlib import Path

import jsonschema
import pytest

from carnet.consent.actions import holding
from carnet.consent.kinds import Channel
from carnet.outreach.kinds import Rest
from carnet.outreach.queries import saying
from carnet.outreach.rules.letters import languages
from tests import cast
from tests.conftest import paris
from tests.factories import people, story
from tests.factories.people import THE_HOUSE
from tests.outreach.conftest import shown

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "api" / "morning.schema.json").read_text())
CHECK = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
ON = dt.date(2025, 3, 4)
PARTS = SCHEMA["$defs"]


def said(*members):
    return saying.as_json(ON, [shown(member, paris("2025-03-04"), ON) for member in members])


@pytest.fixture
def morning(camille, ines, antoine, amara, helene, paolo):
    """Every reason, a promise, a hold, and a manager whose morning is empty."""
    story.sale(antoine, cast.MERIDIEN, on=paris("2025-03-03"))
    story.for_herself(story.sale(antoine, cast.STRAP, on=paris("2025-02-03")), on=paris("2025-02-03", "11:00"))
    story.yes(amara, on=paris("2025-01-10"))
    story.visit(amara, to=camille, on=paris("2025-03-03"))
    story.yes(paolo, on=paris("2025-01-10"))
    given = story.sale(paolo, cast.LUNE_PENDANT, on=paris("2024-02-20"))
    story.gift(given, to=helene, on=paris("2024-02-20", "11:00"), occasion="wedding", day=dt.date(2024, 3, 14))
    story.promise(people.client(cast.NOUR, of=camille), of=camille, words="Call", due=ON, on=paris("2025-03-01"))
    holding.hold(client=helene, because="Quiet.", by=THE_HOUSE, at=paris("2025-03-01"))
    return said(camille, ines)


def test_a_real_morning_is_as_the_schema_says(morning):
    CHECK.validate(morning)
    day = morning["days"][0]
    assert {why["kind"] for each in (*day["promises"], *day["suggestions"]) for why in each["reasons"]} == {
        "promise", "occasion", "visit", "thanks", "wear",
    }  # fmt: skip
    assert {why["kind"] for each in day["at_rest"] for why in each["because"]} == {"held"}


def test_it_is_exactly_the_shape_the_house_agreed_on(morning):
    day = morning["days"][0]
    (promise,) = day["promises"]
    reason = promise["reasons"][0]
    shape = [
        list(part) for part in (morning, day, day["advisor"], promise, reason, reason["facts"][0], day["at_rest"][0])
    ]
    assert shape == [
        ["as_of", "days"],
        ["advisor", "promises", "suggestions", "at_rest"],
        ["id", "name"],
        ["client", "reasons", "channel", "hour", "letter"],
        ["kind", "because", "facts"],
        ["id", "kind", "on", "words"],
        ["client", "because"],
    ]
    for part in ("day", "named", "suggestion", "fact"):
        assert list(PARTS[part]["properties"]) == PARTS[part]["required"]
        assert PARTS[part]["additionalProperties"] is False


def test_an_empty_house_has_a_morning_too(ines):
    CHECK.validate(said(ines))
    CHECK.validate(said())


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda day: day["suggestions"][0].pop("letter"),
        lambda day: day["suggestions"][0].update(score=0.9),
        lambda day: day["suggestions"].extend(day["suggestions"] * 2),
        lambda day: day["suggestions"][0]["reasons"].clear(),
        lambda day: day["suggestions"][0]["reasons"][0]["facts"].clear(),
        lambda day: day["suggestions"][0].update(channel="pigeon"),
        lambda day: day["at_rest"][0]["because"].clear(),
        lambda day: day["advisor"].update(id="camille"),
    ],
)
def test_what_is_not_so_is_refused(morning, spoilt):
    spoilt(morning["days"][0])
    with pytest.raises(jsonschema.ValidationError):
        CHECK.validate(morning)


def test_its_words_are_the_houses_own():
    rests = PARTS["day"]["properties"]["at_rest"]["items"]["properties"]["because"]["items"]["properties"]["kind"][
        "enum"
    ]
    assert rests == [*Rest]
    assert PARTS["suggestion"]["properties"]["channel"]["enum"] == [each for each in Channel if each != Channel.ANY]
    assert languages() == {"en", "fr", "it", "ja", "zh", "ar"}
