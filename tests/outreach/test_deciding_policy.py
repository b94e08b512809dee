"""What a house decides about reasons and restraint: from a day on, within bounds, and in sentences where it cannot be."""

import datetime as dt

import pytest

from carnet.house import queries as house
from carnet.house.actions import settings
from carnet.house.kinds import SettingName
from carnet.house.models import Setting
from carnet.house.rules import DEFAULTS, Objection, objection
from carnet.journal.models import Line
from carnet.outreach import reasons
from carnet.outreach.actions import deciding_policy
from carnet.outreach.actions.deciding_policy import CannotDecide
from carnet.outreach.queries import policies
from tests import cast
from tests.conftest import paris
from tests.factories import story
from tests.factories.people import THE_HOUSE, by
from tests.outreach.conftest import at_rest, judged, listed

TUESDAY, WEDNESDAY = "2025-03-04", "2025-03-05"
AT = paris(TUESDAY)
OWN = "I thought of {the Aube ring} this morning.\nor: I thought of you this morning.\n\nWith kind regards,"


def decide(at=AT, since=None, **policy):
    return deciding_policy.decide(
        policy={SettingName[name]: value for name, value in policy.items()}, by=THE_HOUSE, at=at, since=since
    )


def refused(**policy):
    with pytest.raises(CannotDecide) as said:
        decide(**policy)
    assert not Setting.objects.exists()
    return str(said.value)


@pytest.fixture
def bought(camille, antoine):
    """Antoine bought on Monday, and nobody has thanked him."""
    story.sale(antoine, cast.MERIDIEN, on=paris("2025-03-03"))


def test_what_is_decided_holds_from_then_on_and_is_in_the_journal(ines, bought):
    said = {"thanks": {"opens": 2, "closes": 5}}
    changed = deciding_policy.decide(policy={SettingName.REASONS: said, SettingName.PACE_DAYS: 42}, by=by(ines), at=AT)
    assert changed == [SettingName.REASONS]
    assert policies.at(paris("2025-03-03")).reasons == {}
    assert policies.at(AT).reasons == said
    kept = Setting.objects.get()
    assert (kept.name, kept.since, kept.set_by) == ("reasons", AT, ines)
    line = Line.objects.get(reason="reasons")
    assert (line.by, line.at) == (ines, AT) or line.by_id == ines.id


def test_a_day_to_come_decides_nothing_before_it(camille, bought):
    decide(since=paris(WEDNESDAY, "00:00"), REASONS={"thanks": {"off": True}})
    assert listed(camille, TUESDAY) == {"Antoine": ["thanks"]}
    assert listed(camille, WEDNESDAY) == {}
    assert at_rest(camille, WEDNESDAY) == {"Antoine": ["nothing_to_say"]}
    assert Line.objects.get(reason="reasons").at == AT


def test_nothing_is_decided_of_the_past(vauclair):
    with pytest.raises(CannotDecide, match="from today, or from a day to come"):
        decide(since=paris("2025-03-03"), SUGGESTIONS=2)
    assert house.setting(SettingName.SUGGESTIONS, AT) == 3


def test_what_is_as_it_was_is_not_decided_anew(vauclair):
    assert decide(SUGGESTIONS=4, PACE_DAYS=42) == [SettingName.SUGGESTIONS]
    assert decide(at=paris(WEDNESDAY), SUGGESTIONS=4) == []


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        ({"REASONS": {"whim": {"off": True}}}, "There is no reason called whim."),
        ({"REASONS": {"thanks": {"lingers": 3}}}, "Thanks has no length of time called lingers."),
        (
            {"REASONS": {"thanks": {"closes": 15}}},
            "Thanks. Closes, in days after the purchase: from 3 to 14.",
        ),
        ({"REASONS": {"wear": {"opens": 30, "closes": 25}}}, "How does it wear?: it would close before it opens."),
        (
            {"REASONS": {"occasion": {"late_buyer": 8, "leaves": 14}}},
            "A day that matters: it would close before it opens.",
        ),
        ({"REASONS": {"promise": {"off": True}}}, "A promise is always raised: it is our word."),
        (
            {"REASONS": {"thanks": {"closes": "7"}}},
            "Of each reason, say whether it is raised, and its lengths of time in whole days.",
        ),
        (
            {"PRESSURE": {"least": 1.5, "most": 1.0}},
            "What somebody may carry lies between two numbers from 0.3 to 2.0, the lower first.",
        ),
        ({"LEARNING": {"share": 0.6}}, "At most half of the moments may be left in peace to learn from."),
        ({"SUGGESTIONS": 6}, "Suggestions a day must be a number from 0 to 5."),
        ({"PACE_DAYS": 91}, "Days between letters must be a number from 0 to 90."),
        (
            {"WORDING": {"en": OWN}},
            "A letter of the house’s own belongs to a language, a reason and a form of address.",
        ),
        ({"WORDING": {"de": {"wear": {"formal": OWN}}}}, "Letters are not written in this language: de."),
        ({"WORDING": {"en": {"whim": {"formal": OWN}}}}, "There is no reason called whim."),
        ({"WORDING": {"en": {"wear": {"royal": OWN}}}}, "There is no form of address called royal."),
        (
            {"WORDING": {"en": {"wear": {"formal": "a" * 12_001}}}},
            "These letters are too long to be kept: at most 12000 signs.",
        ),
        (
            {"WORDING": {"en": {"wear": {"formal": "or: Hello.\n\nYours,"}}}},
            "The letter cannot be read: a line continues none, or nothing stands before its “or”.",
        ),
        (
            {"WORDING": {"en": {"wear": {"formal": "I thought of {the bag}.\n\nYours,"}}}},
            "Letters in this language have no place for this: the bag.",
        ),
        (
            {"WORDING": {"en": {"wear": {"formal": "I thought of {the Aube ring}.\n\nYours,"}}}},
            "In some circumstances nothing would be left of the letter: give it a body, and a closing.",
        ),
        *(
            ({"WORDING": {"en": {"wear": {"formal": f"{words}\n\nYours,"}}}}, said)
            for words, said in {
                "Do come, and hurry.": "The letter presses: “hurry”.",
                "We have an offer.": "The letter sells: “offer”.",
                "We miss you.": "The letter pursues: “We miss you”.",
                "There is no need to answer.": "The letter closes the door: “no need to answer”.",
                "According to our books, it is time.": "The letter recites a record: “According to”.",
                "It is 300 euros.": "The letter names an amount: “0 euros”.",
                "It is now in stock.": "The letter says that a piece is there, whether it is or not: “in stock”.",
                "It is on hold.": "The letter says that a piece is put aside, whether it is or not: “on hold”.",
                "I thought of {this.": "The letter has an empty place: “{”.",
                "A word. " * 50: "The letter is longer than ninety words: 105.",
                "How lovely!": "The house would not write this: “!”.",
            }.items()
        ),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence_and_nothing_changes(vauclair, policy, said):
    assert refused(**policy) == said


def test_of_the_shapes_the_house_knows_each_default_is_one():
    assert [name for name, value in DEFAULTS.items() if objection(name, value)] == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (SettingName.REASONS, []),
        (SettingName.REASONS, {"thanks": 7}),
        (SettingName.REASONS, {"thanks": {"off": "yes"}}),
        (SettingName.REASONS, {"thanks": {"closes": True}}),
        (SettingName.PRESSURE, {"least": 0.5}),
        (SettingName.PRESSURE, {"least": 0.2, "most": 2.0}),
        (SettingName.LEARNING, {"share": 0.1}),
        (SettingName.LEARNING, {"share": True, "salt": "a"}),
        (SettingName.LEARNING, {"share": -0.1, "salt": "a"}),
        (SettingName.LEARNING, 0.1),
        (SettingName.WORDING, {"en": {"wear": {"formal": 3}}}),
    ],
)
def test_what_has_another_shape_is_refused_by_the_house_itself(vauclair, name, value):
    assert objection(name, value) != Objection.NONE
    with pytest.raises(settings.NotAcceptable):
        settings.change(name=name, value=value, by=THE_HOUSE, at=AT)


def test_every_length_of_time_a_house_may_decide_has_words_and_bounds_around_what_is_usual():
    for rule in reasons.every().values():
        assert rule.called != rule.code
        for name, days in rule.days.items():
            assert days.least <= days.usual <= days.most, (rule.code, name)
            assert days.says
            assert days.says()
        assert {name for pair in rule.in_order for name in pair} <= rule.days.keys()


def test_chance_is_salted_once(vauclair):
    decide(LEARNING={"share": 0.1})
    first = house.setting(SettingName.LEARNING, AT)
    assert (first["share"], len(first["salt"])) == (0.1, 32)
    decide(at=paris(WEDNESDAY), LEARNING={"share": 0.0})
    decide(at=paris("2025-03-06"), LEARNING={"share": 0.2})
    assert house.setting(SettingName.LEARNING, paris("2025-03-07")) == {"share": 0.2, "salt": first["salt"]}


def test_a_house_writes_its_own_letter_for_a_reason(camille, bought):
    before = judged(camille, TUESDAY).suggestions[0].letter
    own = {"fr": {"thanks": {"formal": "Merci d’être venu.\n\nBien à vous,"}}}
    decide(at=paris(TUESDAY, "05:00"), WORDING=own)
    after = judged(camille, TUESDAY).suggestions[0].letter
    assert (before.language, after.language) == ("fr", "fr")
    assert "Merci d’être venu." in after.text
    assert "Merci d’être venu." not in before.text
    assert after.text.splitlines()[0] == before.text.splitlines()[0]


def test_a_letter_of_its_own_leaves_the_other_forms_and_reasons_as_they_were(camille, bought):
    before = judged(camille, TUESDAY).suggestions[0].letter
    decide(
        at=paris(TUESDAY, "05:00"),
        WORDING={"en": {"thanks": {"formal": OWN}}, "fr": {"wear": {"formal": "Je pense à vous.\n\nBien à vous,"}}},
    )
    assert judged(camille, TUESDAY).suggestions[0].letter == before


def test_days_are_whole_days_of_the_reasons_own(camille, bought):
    decide(at=paris("2025-03-01"), REASONS={"thanks": {"opens": 3, "closes": 4}})
    days = [dt.date(2025, 3, day).isoformat() for day in range(4, 9)]
    assert [day for day in days if listed(camille, day)] == ["2025-03-06", "2025-03-07"]
