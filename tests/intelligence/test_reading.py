"""Reading one person and the whole house: the same reading, nothing written twice, and a past day as it was."""

import datetime as dt

import pytest
from django.db import transaction

from carnet.clients.actions import households, introducing
from carnet.clients.kinds import HouseholdRole
from carnet.clients.models import Client
from carnet.consent.actions import holding
from carnet.consent.kinds import Scope
from carnet.intelligence.actions import confirming, reading, reading_the_house
from carnet.intelligence.kinds import Act, ReadingKind, Silence, Stage, State
from carnet.intelligence.models import Pass, Reading, Rhythm, Signal, StateChange, Unread
from carnet.intelligence.queries import trajectory
from carnet.intelligence.queries.population import ground
from carnet.interactions.actions import complaints, logging
from carnet.journal.models import Line
from carnet.kit import db
from carnet.kit.acts import By, Via
from carnet.outreach.queries.judging import judge
from carnet.purchases.actions import returning
from tests import cast
from tests.conftest import paris
from tests.factories import people, story
from tests.factories.people import THE_HOUSE, by

TODAY = paris("2026-11-22", "12:00")
ON = dt.date(2026, 11, 22)


@pytest.fixture
def monthly(helene, camille) -> Client:
    """Hélène, there every month for a year and a half, until August."""
    for month in range(18):
        year, number = divmod(2 + month, 12)
        story.visit(helene, to=camille, on=paris(f"{2025 + year}-{number + 1:02}-05"))
    return helene


def standing(client: Client) -> Reading:
    return Reading.objects.get(client=client, kind=ReadingKind.SILENCE, until__isnull=True)


def state_of(client: Client) -> str:
    return StateChange.objects.get(client=client, until__isnull=True).state


def everything() -> tuple[object, ...]:
    """All that is kept of everybody, and by which writing."""
    readings = Reading.objects.order_by("client", "on", "id").values_list(
        "client", "code", "certainty", "values", "evidence", "rivals", "on", "until"
    )
    states = StateChange.objects.order_by("client", "since").values_list("client", "state", "since", "until")
    sums = Rhythm.objects.order_by("client").values_list(
        "client", "bought_gaps", "bought_last", "met_gaps", "met_last", "turns_on"
    )
    return list(readings), list(states), list(sums)


def versions() -> list[tuple[object, ...]]:
    return db.select(
        "select 'reading', xmin::text, ctid::text from intelligence_reading union all"
        " select 'state', xmin::text, ctid::text from intelligence_statechange union all"
        " select 'rhythm', xmin::text, ctid::text from intelligence_rhythm order by 1, 3"
    )


def test_an_act_about_her_reads_her_in_the_same_transaction(monthly, camille):
    assert Rhythm.objects.get(client=monthly).met_gaps == 17
    assert standing(monthly).code == Silence.WITHIN
    with transaction.atomic():
        story.visit(monthly, to=camille, on=paris("2026-09-05"))
        transaction.set_rollback(True)
    assert Rhythm.objects.get(client=monthly).met_gaps == 17, "The act was undone, and what was read of it too."


def test_the_house_and_one_client_are_read_alike(monthly, paolo, antoine, camille):
    story.sale(paolo, cast.AUBE_RING, on=paris("2026-02-03"))
    sold = story.sale(antoine, cast.LUNE_PENDANT, on=paris("2025-06-01"))
    returning.return_line(
        line=story.only_line(sold), quantity=1, amount=story.only_line(sold).total, happened_at=paris("2025-06-10"),
        by=by(camille), at=paris("2025-06-10"),
    )  # fmt: skip
    story.sale(antoine, cast.AUBE_RING, cast.LUNE_PENDANT, on=paris("2026-01-03"))
    reading_the_house.read_house(by=THE_HOUSE, at=TODAY, everybody=True)
    whole = everything()
    for client in (monthly, paolo, antoine):
        reading.read(client=client, at=TODAY)
    assert everything() == whole
    assert Rhythm.objects.get(client=antoine).bought_first == dt.date(2026, 1, 3), (
        "What was undone within a month is no purchase."
    )


def test_unchanged_clients_cost_no_write(monthly, paolo):
    reading_the_house.read_house(by=THE_HOUSE, at=TODAY, everybody=True)
    before = versions()
    reading_the_house.read_house(by=THE_HOUSE, at=TODAY, everybody=True)
    assert versions() == before


def test_a_morning_reads_those_who_changed_and_those_whom_time_has_changed(monthly):
    reading_the_house.read_house(by=THE_HOUSE, at=paris("2026-08-20"))
    assert standing(monthly).code == Silence.WITHIN
    turns = Rhythm.objects.get(client=monthly).turns_on
    assert turns
    day = paris((turns - dt.timedelta(days=1)).isoformat())
    assert reading_the_house.read_house(by=THE_HOUSE, at=day).counts == {"read": 0}
    read = reading_the_house.read_house(by=THE_HOUSE, at=paris(turns.isoformat()))
    assert read.counts == {"read": 1}
    assert standing(monthly).code == Silence.LONGER
    assert Reading.objects.get(client=monthly, kind=ReadingKind.SILENCE, until=turns).code == Silence.WITHIN


def test_interrupted_it_resumes(monthly, paolo, antoine, monkeypatch):
    monkeypatch.setattr(reading_the_house, "SLICE", 1)
    whole, judged = reading_the_house._judged, []

    def falters(gathered, leans, conditions):
        judged.append(len(gathered))
        if len(judged) == 2:
            raise KeyboardInterrupt
        return whole(gathered, leans, conditions)

    monkeypatch.setattr(reading_the_house, "_judged", falters)
    with pytest.raises(KeyboardInterrupt):
        reading_the_house.read_house(by=THE_HOUSE, at=TODAY, everybody=True)
    broken = Pass.objects.get()
    assert (broken.stage, broken.through) == (Stage.READING, min(monthly.id, paolo.id, antoine.id))
    done = reading_the_house.read_house(by=THE_HOUSE, at=TODAY)
    assert (done.id, done.stage, done.counts) == (broken.id, Stage.DONE, {"read": 2})
    assert Line.objects.filter(act=Act.HOUSE_READ).count() == 1


def test_f7_r18_a_past_day_read_again_is_as_it_was(monthly, camille):
    reading_the_house.read_house(by=THE_HOUSE, at=paris("2026-08-20"))
    kept, state = standing(monthly), state_of(monthly)
    late = story.visit(monthly, to=camille, on=paris("2026-08-18"), kept=paris("2026-10-01"))
    assert late.known_from > paris("2026-08-20")
    assert Reading.objects.standing(dt.date(2026, 8, 20)).get(client=monthly, kind=ReadingKind.SILENCE) == kept
    then = ground(monthly.id, paris("2026-08-20"))._replace(on=dt.date(2026, 8, 20))
    assert trajectory.state_on(monthly, then) == state


def test_z35_a_complaint_is_in_her_state_before_it_returns(monthly, camille):
    matter = complaints.complain(
        client=monthly, words="The clasp again.", owner=camille, boutique=people.boutique(), happened_at=TODAY, by=by(camille),
        at=TODAY,
    )  # fmt: skip
    moved = StateChange.objects.get(client=monthly, until__isnull=True)
    assert moved.state == State.TO_SETTLE
    assert ["complaint", str(matter.id)] in moved.because
    complaints.close(complaint=matter, words="Mended.", by=by(camille), at=TODAY + dt.timedelta(days=1))
    assert state_of(monthly) == State.PROSPECT


def test_z04_our_unanswered_letters_and_complaints_are_no_presence(antoine, camille):
    for day in ("2026-05-01", "2026-06-01", "2026-07-01"):
        story.letter(antoine, by=camille, on=paris(day))
    complaints.complain(
        client=antoine,
        words="Late.",
        owner=camille,
        boutique=people.boutique(),
        happened_at=TODAY,
        by=by(camille),
        at=TODAY,
    )
    assert Rhythm.objects.get(client=antoine).met_last is None
    letter = story.letter(antoine, by=camille, on=paris("2026-11-22", "13:00"))
    logging.answer_seen(encounter=letter, answered=True, by=by(camille), at=paris("2026-11-22", "14:00"))
    assert Rhythm.objects.get(client=antoine).met_last == ON, "A letter that was answered is two-way."


def test_r9_states_go_forward_back_and_sideways(paolo, camille):
    story.sale(paolo, cast.AUBE_RING, on=paris("2024-02-01"))
    story.sale(paolo, cast.LUNE_PENDANT, on=paris("2024-09-01"))
    hold = holding.hold(
        client=paolo, because="As he asked.", scope=Scope.EVERYTHING, by=by(camille), at=paris("2025-03-01")
    )
    holding.release(client=paolo, because="He wrote.", by=by(camille), at=paris("2025-04-01"))
    way = trajectory.trajectory(paolo, ground(paolo.id, paris("2026-10-10")))
    assert [(change.state, change.since.isoformat()) for change in way] == [
        (State.PROSPECT, "2024-01-02"), (State.FIRST_OWNER, "2024-02-01"), (State.OWNER, "2024-06-01"),
        (State.REPEAT, "2024-09-01"), (State.RESTING, "2025-03-01"), (State.REPEAT, "2025-04-01"),
        (State.RESTING, "2026-09-02"),
    ]  # fmt: skip
    assert ("hold", hold.id) in way[4].because
    assert way[-1].because == [], "That was time alone."


def test_an_advisors_word_stays_until_it_is_revised(monthly, camille):
    reading.read(client=monthly, at=TODAY)
    assert standing(monthly).code != Silence.BY_HABIT
    confirming.revise(
        client=monthly,
        kind=ReadingKind.SILENCE,
        code=Silence.BY_HABIT,
        on=ON,
        by=by(camille),
        at=TODAY,
        words="",
        values={},
    )
    story.visit(monthly, to=camille, on=TODAY + dt.timedelta(hours=1))
    reading_the_house.read_house(by=THE_HOUSE, at=TODAY + dt.timedelta(days=1), everybody=True)
    assert (standing(monthly).code, standing(monthly).said_by_id) == (Silence.BY_HABIT, camille.id)


def test_ruling_21_a_travellers_journeys_are_one_each(helene, camille):
    introducing.describe(
        client=helene, changes={"passing_until": dt.date(2026, 11, 30)}, by=by(camille), at=paris("2025-01-01")
    )
    for day in ("2025-03-01", "2025-03-02", "2025-03-05", "2026-04-01", "2026-04-03"):
        story.visit(helene, to=camille, on=paris(day))
    assert Rhythm.objects.get(client=helene).met_gaps == 1
    assert state_of(helene) == State.PASSING
    assert not Reading.objects.filter(client=helene, kind=ReadingKind.SILENCE).exists()


def test_a_spouses_purchase_ends_the_silence_and_says_nothing_of_itself(helene, paolo, camille):
    home = households.found(name="Marchetti", by=THE_HOUSE, at=people.OPENED)
    for one, role in ((helene, HouseholdRole.PRIMARY), (paolo, HouseholdRole.SPOUSE)):
        households.join(household=home, client=one, role=role, by=THE_HOUSE, at=people.OPENED)
    for day in ("2024-03-01", "2024-05-01", "2024-07-01", "2024-09-01"):
        story.sale(helene, cast.LUNE_PENDANT, on=paris(day))
    reading.read(client=helene, at=paris("2025-11-20"))
    assert standing(helene).code == Silence.UNLIKE
    days = ("2025-01-10", "2025-04-10", "2025-08-10", "2025-11-10")
    secret = [story.sale(paolo, cast.AUBE_RING, on=paris(day)) for day in days]
    assert set(Unread.objects.values_list("client", flat=True)) == {helene.id, paolo.id}
    reading_the_house.read_house(by=THE_HOUSE, at=paris("2025-11-21"))
    read = standing(helene)
    assert (read.code, read.values["from"]) == (Silence.WITHIN, "home")
    assert not {str(sold.id) for sold in secret} & {record for _kind, record in read.evidence}
    whole = everything()
    reading.read(client=helene, at=paris("2025-11-21"))
    assert everything() == whole


def test_what_an_import_brings_is_left_for_the_pass(monthly):
    line = Line.objects.create(act="files.imported", via=Via.IMPORT, on_kind="client", on_id=monthly.id, at=TODAY)
    from carnet.intelligence import reactions

    before = versions()
    reactions.read_again(line)
    assert versions() == before
    Unread.objects.get_or_create(client=monthly)
    assert reading_the_house.read_house(by=By(None, Via.TASK), at=TODAY, everybody=True).counts["read"] >= 1
    assert not Unread.objects.exists()


def test_what_is_due_to_her_is_read_the_morning_after(antoine, camille):
    reading_the_house.read_house(by=THE_HOUSE, at=paris("2026-03-04"), everybody=True)
    for day in ("2026-03-05", "2026-03-06"):
        story.visit(antoine, to=camille, on=paris(day), pieces=[cast.AUBE_RING])
    assert list(Unread.objects.values_list("client", flat=True)) == [antoine.id]
    reading_the_house.read_house(by=THE_HOUSE, at=paris("2026-03-07"))
    assert Signal.objects.filter(client=antoine).count() == 2
    assert not Unread.objects.exists()


def test_z21_silence_alone_never_enters_a_day(monthly, camille):
    reading_the_house.read_house(by=THE_HOUSE, at=TODAY, everybody=True)
    assert standing(monthly).code == Silence.UNLIKE
    day = judge(camille, people.boutique(), ON)
    assert (day.suggestions, list(day.at_rest)) == ((), [monthly.id])
