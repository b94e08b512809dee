"""Every story can be told: each of its facts is a record afterwards, and the words of the table are sound."""

import collections

import pytest

from carnet.consent.models import Basis, Hold, Permission
from carnet.intelligence.kinds import ReadingKind, Silence
from carnet.intelligence.models import Consequence, Reading
from carnet.interactions.kinds import EncounterKind
from carnet.interactions.models import Complaint, Encounter, Promise
from carnet.journal.models import Line
from carnet.occasions.models import Occasion
from carnet.purchases.models import Gift, Sale
from tests.golden import blind, telling
from tests.golden.words import WORDS

STORIES = blind.stories()
VERDICTS = {"write", "wait", "leave"}
REASONS = {"promise", "occasion", "visit", "thanks", "wear", "guidance", "replenish", "silence"}
BECAUSE = {
    "held", "selling_held", "asked_not_to", "died", "minor", "mentioned_only", "written_lately", "unanswered",
    "no_permission", "moment", "open_complaint", "late_promise", "surprise", "nothing_to_say", "silence_is_a_question",
    "appointment",
}  # fmt: skip
ENCOUNTERS = {
    "visited": EncounterKind.VISIT, "wrote": EncounterKind.LETTER, "she_wrote": EncounterKind.LETTER,
    "called": EncounterKind.CALL, "care_in": EncounterKind.CARE_INTAKE, "came_to_an_evening": EncounterKind.EVENT,
}  # fmt: skip


def test_the_table_is_large_enough_and_each_story_stands_once():
    assert len(STORIES) >= 110
    assert len({story.id for story in STORIES}) == len({story.words for story in STORIES}) == len(STORIES)


@pytest.mark.parametrize("story", STORIES, ids=str)
def test_a_story_expects_what_can_be_answered(story):
    said = story.expect
    assert said["verdict"] in VERDICTS
    assert {said.get("reason", "promise"), *said.get("not", ())} <= REASONS
    assert set(said.get("because", ())) <= BECAUSE
    assert "reason" not in said or said["verdict"] == "write"
    assert "until" not in said or (said["verdict"] == "wait" and said["until"] > story.on.isoformat())
    assert {fact["did"] for fact in story.facts} <= WORDS.keys()


@pytest.mark.parametrize("story", STORIES, ids=str)
def test_every_fact_of_a_story_is_a_record_afterwards(vauclair, story):
    client = telling.tell(story.facts, about=story.about, today=story.on)
    told = collections.Counter(fact["did"] for fact in story.facts)
    met = collections.Counter({ENCOUNTERS.get(did, did): 0 for did in told})
    for did, times in told.items():
        met[ENCOUNTERS.get(did, did)] += times
    for kind in set(ENCOUNTERS.values()):
        assert Encounter.objects.filter(kind=kind).count() == met[kind]
    named = sum("come_back" in fact for fact in story.facts)
    assert Promise.objects.count() == told["promised"] + named
    assert Promise.objects.exclude(outcome="").count() == told["settled"]
    assert Complaint.objects.count() == told["complained"]
    assert Complaint.objects.filter(closed_at__isnull=False).count() == told["put_right"]
    assert Sale.objects.count() == told["bought"]
    assert Sale.objects.filter(cancelled_at__isnull=False).count() == told["cancelled"]
    assert Gift.objects.count() == sum(
        fact.get("whose", "unknown") != "unknown" for fact in story.facts if fact["did"] == "bought"
    )
    assert Hold.objects.count() == told["held"] + told["complained"]
    assert Hold.objects.exclude(release_because="").count() == told["lifted"]
    refused = sum(len(fact.get("purposes", ("invitation", "care"))) for fact in story.facts if fact["did"] == "refused")
    assert Permission.objects.count() == told["agreed"] + told["imported"] + refused
    assert Basis.objects.count() == told["stated"] + 1
    assert Occasion.objects.count() >= told["occasion"]
    assert Consequence.objects.count() == told["moment"]
    assert not Line.objects.filter(at__date__gt=story.on).exists()
    assert client.display or client.description


def test_facts_are_told_in_the_order_of_their_days_whatever_the_order_they_are_written_in(vauclair):
    telling.tell([{"did": "settled", "day": -2}, {"did": "promised", "day": -9, "due": 0}])
    (promise,) = Promise.objects.all()
    assert promise.outcome == "kept"
    assert promise.settled_at > promise.known_from


def reading_of(name: str, kind: ReadingKind) -> Reading | None:
    (story,) = (each for each in STORIES if each.id == name)
    client = telling.tell(story.facts, about=story.about, today=story.on)
    telling.read(story.on)
    return Reading.objects.standing(story.on).filter(client=client, kind=kind).first()


def test_what_runs_out_is_read_as_near_only_when_it_was_for_herself_and_often(vauclair):
    assert reading_of("replenish-in-her-range", ReadingKind.REPLENISHMENT).code == "near"


def test_presents_do_not_run_out(vauclair):
    assert reading_of("replenish-of-presents", ReadingKind.REPLENISHMENT) is None


def test_a_silence_told_as_unlike_her_is_read_so(vauclair):
    assert reading_of("silence-unlike-her", ReadingKind.SILENCE).code == Silence.UNLIKE
