"""What is due, read from records: signals that fade, a search, a date that seems to matter, something that runs out."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from carnet.clients.actions import households
from carnet.clients.kinds import Certainty, HouseholdRole
from carnet.clients.models import Client
from carnet.intelligence.actions import confirming, due, life_moments
from carnet.intelligence.kinds import ReadingKind, Rests, SignalKind
from carnet.intelligence.models import Reading, Season, Signal
from carnet.intelligence.queries import ageing
from carnet.interactions.actions import logging
from carnet.interactions.kinds import EncounterChannel, EncounterKind, Handled, Left, Started
from carnet.kit.moments import DayMonth
from carnet.occasions.actions import noting_dates
from carnet.purchases.actions import giving, meaning, returning
from carnet.purchases.kinds import GiftKind, MeaningKind
from tests import cast
from tests.conftest import paris
from tests.factories import people, story
from tests.factories.people import THE_HOUSE, by

ON = dt.date(2026, 3, 10)
A_DAY = dt.timedelta(days=1)
WHAT_IS_DUE = (ReadingKind.SEARCH, ReadingKind.DATE, ReadingKind.REPLENISHMENT)


def noon(day: dt.date) -> dt.datetime:
    return paris(day.isoformat(), "12:00")


def read(kind: ReadingKind, *clients: Client, on: dt.date = ON) -> list[Reading]:
    """What stands of that kind once those clients, or everybody, have been read on that day."""
    due.read_due(clients=[client.id for client in clients] or None, on=on)
    return list(Reading.objects.filter(kind=kind, until__isnull=True).order_by("client__display", "values"))


def encounter(client: Client, *, of: EncounterKind, on: dt.date, member, **words) -> logging.Encounter:
    pieces = words.pop("pieces", ())
    return logging.log(
        clients=[client], happening=logging.Happening(kind=of, **words), boutique=people.boutique(), members=[member],
        happened_at=noon(on), by=by(member), at=noon(on),
        pieces=[(people.reference(model), handled) for model, handled in pieces],
    )  # fmt: skip


def signals(*clients: Client) -> list[tuple[str, dt.date, dt.date]]:
    due.read_due(clients=[client.id for client in clients] or None, on=ON)
    return sorted(Signal.objects.values_list("kind", "on", "until"))


class TestSignals:
    def test_each_is_dated_typed_and_fades(self, antoine, camille):
        days = [ON - dt.timedelta(days=each) for each in range(8)]
        encounter(antoine, of=EncounterKind.VISIT, on=days[0], member=camille, pieces=[(cast.AUBE_RING, Handled.TRIED)])
        encounter(antoine, of=EncounterKind.VISIT, on=days[1], member=camille, left=Left.ON_HOLD)
        encounter(antoine, of=EncounterKind.CALL, on=days[2], member=camille, pieces=[(cast.AUBE_RING, Handled.ASKED)])
        encounter(
            antoine, of=EncounterKind.LETTER, on=days[3], member=camille, channel=EncounterChannel.EMAIL, started_by=Started.HOUSE
        )  # fmt: skip
        encounter(antoine, of=EncounterKind.LETTER, on=days[4], member=camille, started_by=Started.CLIENT)
        encounter(antoine, of=EncounterKind.CARE_INTAKE, on=days[5], member=camille)
        encounter(antoine, of=EncounterKind.COMPLAINT, on=days[6], member=camille)
        month, season = dt.timedelta(days=30), dt.timedelta(days=90)
        assert signals(antoine) == sorted([
            (SignalKind.LOOKED, days[0], days[0] + month), (SignalKind.TRIED, days[0], days[0] + month),
            (SignalKind.LOOKED, days[1], days[1] + month), (SignalKind.KEPT_FOR_LATER, days[1], days[1] + season),
            (SignalKind.CALLED_US, days[2], days[2] + month), (SignalKind.ASKED, days[2], days[2] + season),
            (SignalKind.WROTE_TO_US, days[4], days[4] + month), (SignalKind.CARE, days[5], days[5] + month),
            (SignalKind.COMPLAINED, days[6], days[6] + season),
        ])  # fmt: skip

    def test_the_same_again_writes_nothing(self, antoine, camille):
        story.visit(antoine, to=camille, on=noon(ON), pieces=[cast.AUBE_RING])
        first = due.read_due(clients=[antoine.id], on=ON)
        assert first["signals"] == 1
        assert set(due.read_due(clients=[antoine.id], on=ON).values()) == {0}
        assert set(due.read_due(clients=None, on=ON).values()) == {0}

    def test_a_note_taken_back_takes_its_signals_away(self, antoine, helene, camille):
        kept = story.visit(antoine, to=camille, on=noon(ON))
        story.visit(helene, to=camille, on=noon(ON))
        assert len(signals()) == 2
        logging.take_back(encounter=kept, by=by(camille), at=noon(ON) + dt.timedelta(hours=1))
        signals()
        assert list(Signal.objects.values_list("client", flat=True)) == [helene.id]

    def test_a_visit_without_a_name_is_hers_once_she_has_one(self, antoine, camille):
        nobody = people.client(cast.SATURDAY_COUPLE, of=camille)
        unnamed = story.visit(nobody, to=camille, on=noon(ON))
        signals()
        logging.name(encounter=unnamed, client=antoine, by=by(camille), at=noon(ON) + dt.timedelta(hours=1))
        signals()
        assert list(Signal.objects.values_list("client", flat=True)) == [antoine.id]

    def test_a_visit_on_which_she_bought_is_no_look_however_late_the_till_tells(self, antoine, camille):
        story.visit(antoine, to=camille, on=noon(ON - A_DAY))
        assert len(signals(antoine)) == 1
        story.sale(antoine, cast.STRAP, on=noon(ON - A_DAY), kept=noon(ON))
        assert signals(antoine) == []

    def test_coming_for_care_or_an_evening_is_no_shopping(self, antoine, helene, camille):
        for client, kind in ((antoine, EncounterKind.CARE_RETURN), (helene, EncounterKind.EVENT)):
            encounter(client, of=kind, on=ON, member=camille)
            story.visit(client, to=camille, on=noon(ON))
        assert [kind for kind, _on, _until in signals()] == [SignalKind.CARE]
        story.visit(helene, to=camille, on=paris("2026-03-10", "18:00"), pieces=[cast.RIVIERE])
        assert [kind for kind, _on, _until in signals()] == [SignalKind.CARE, SignalKind.LOOKED]


class TestSearch:
    def test_z28_the_same_two_visits_mean_nothing_or_much(self, helene, antoine, camille):
        """Hélène looks in every week; Antoine comes once a year (Z-28)."""
        for week in range(4, 50):
            story.visit(helene, to=camille, on=noon(ON - dt.timedelta(days=9 + 7 * week)))
        story.visit(antoine, to=camille, on=noon(ON - dt.timedelta(days=200)))
        for client in (helene, antoine):
            for day in (2, 9):
                story.visit(client, to=camille, on=noon(ON - dt.timedelta(days=day)), pieces=[cast.AUBE_SOLITAIRE])
        (reading,) = read(ReadingKind.SEARCH)
        assert (reading.client, reading.code, reading.certainty) == (antoine, "perhaps_searching", 50)
        assert reading.values == {"visits": 2, "since": "2026-03-01", "asked": False, "before": 1}
        assert len(reading.evidence) == 2

    def test_asking_weighs_and_a_visit_beside_somebody_counts_half(self, antoine, helene, camille):
        story.visit(antoine, helene, to=camille, on=noon(ON - A_DAY))
        assert read(ReadingKind.SEARCH) == []
        encounter(antoine, of=EncounterKind.VISIT, on=ON, member=camille, pieces=[(cast.AUBE_RING, Handled.ASKED)])
        (reading,) = read(ReadingKind.SEARCH)
        assert (reading.client, reading.code, reading.values["asked"]) == (antoine, "searching", True)

    def test_what_else_it_may_be_stands_beside_it_with_its_records(self, antoine, helene, camille):
        care = encounter(antoine, of=EncounterKind.CARE_INTAKE, on=ON - dt.timedelta(days=40), member=camille)
        unnoted = story.sale(antoine, cast.STRAP, on=noon(ON - dt.timedelta(days=100)))
        both = story.visit(antoine, helene, to=camille, on=noon(ON - 5 * A_DAY), pieces=[cast.RIVIERE])
        idle = story.visit(antoine, to=camille, on=noon(ON - 2 * A_DAY))
        reading = next(each for each in read(ReadingKind.SEARCH) if each.client == antoine)
        said = {rival["code"]: rival["evidence"] for rival in reading.rivals}
        assert said == {
            "a_repair": [["encounter", str(care.id)]], "our_noting": [["sale", str(unnoted.id)]],
            "with_a_friend": [["encounter", str(both.id)]], "company": [["encounter", str(idle.id)]],
        }  # fmt: skip
        assert reading.certainty + sum(rival["certainty"] for rival in reading.rivals) == pytest.approx(100, abs=12)

    def test_without_records_a_rival_is_named_without_evidence(self, antoine, camille):
        for day in (2, 9):
            story.visit(antoine, to=camille, on=noon(ON - dt.timedelta(days=day)), pieces=[cast.AUBE_SOLITAIRE])
        (reading,) = read(ReadingKind.SEARCH)
        assert [rival["evidence"] for rival in reading.rivals] == [[], [], [], []]

    def test_a_purchase_of_what_she_looked_at_answers_it_and_another_does_not(self, antoine, camille):
        for day in (5, 9):
            story.visit(antoine, to=camille, on=noon(ON - dt.timedelta(days=day)), pieces=[cast.AUBE_SOLITAIRE])
        story.sale(antoine, cast.STRAP, on=noon(ON - 2 * A_DAY))
        assert len(read(ReadingKind.SEARCH)) == 1
        story.sale(antoine, cast.AUBE_RING, on=noon(ON - A_DAY))
        assert read(ReadingKind.SEARCH, antoine) == []

    def test_it_fades_by_itself(self, antoine, camille):
        for day in (5, 9):
            story.visit(antoine, to=camille, on=noon(ON - dt.timedelta(days=day)), pieces=[cast.AUBE_SOLITAIRE])
        assert len(read(ReadingKind.SEARCH)) == 1
        assert read(ReadingKind.SEARCH, on=ON + dt.timedelta(days=40)) == []
        ended = Reading.objects.get(kind=ReadingKind.SEARCH)
        assert (ended.on, ended.until) == (ON, ON + dt.timedelta(days=40))


def gift(giver, to, day, model=cast.LUNE_PENDANT, occasion="", on=None):
    sold = story.sale(giver, model, on=noon(day))
    return story.gift(sold, to=to, on=noon(day) + dt.timedelta(minutes=10), occasion=occasion, day=on)


def two_marches(giver, to):
    """A first purchase in the autumn of 2022; gifts in March of two of three years."""
    story.sale(giver, cast.STRAP, on=noon(dt.date(2022, 11, 1)))
    return [gift(giver, to, dt.date(2023, 3, 10)), gift(giver, to, dt.date(2025, 3, 14))]


class TestDates:
    def test_march_in_two_of_three_years_is_a_question_about_the_giver(self, paolo, helene):
        """Z-27, Z-5: of the giver, never of whoever receives, and no word of what it is."""
        gifts = two_marches(paolo, helene)
        (reading,) = read(ReadingKind.DATE)
        assert (reading.client, reading.code, reading.said_by) == (paolo, "perhaps_matters", None)
        assert reading.values == {"from": "03-05", "to": "03-19", "hits": 2, "years": 3, "approach": "02-26"}
        assert reading.evidence == [["gift", str(each.id)] for each in gifts]
        assert not Reading.objects.filter(client=helene).exists()
        assert not {str(helene.id), "birthday", "wedding"} & set(map(str, reading.values.values()))

    def test_a_gift_to_somebody_unnamed_tells_as_much_and_one_for_herself_nothing(self, paolo, helene):
        two_marches(paolo, None)
        story.sale(helene, cast.STRAP, on=noon(dt.date(2022, 11, 1)))
        for year in (2023, 2025):
            story.for_herself(story.sale(helene, cast.LUNE_PENDANT, on=noon(dt.date(year, 3, 12))), on=noon(ON))
        assert [each.client for each in read(ReadingKind.DATE)] == [paolo]

    def test_one_gift_is_no_date(self, paolo, helene):
        gift(paolo, helene, dt.date(2025, 3, 14))
        assert read(ReadingKind.DATE) == []

    def test_nothing_is_asked_of_a_date_that_is_on_file(self, paolo, helene, antoine):
        two_marches(paolo, helene)
        two_marches(antoine, helene)
        noting_dates.note(kind="other", day_month=DayMonth(3, 20), giver=paolo, by=THE_HOUSE, at=noon(ON))
        assert [each.client for each in read(ReadingKind.DATE)] == [antoine]
        noting_dates.note(kind="birthday", day_month=DayMonth(3, 22), client=helene, by=THE_HOUSE, at=noon(ON))
        assert read(ReadingKind.DATE) == []

    def test_the_date_of_her_home_is_on_file_too(self, paolo, helene):
        two_marches(paolo, None)
        home = households.found(name="Marchetti", by=THE_HOUSE, at=noon(ON))
        households.join(household=home, client=paolo, role=HouseholdRole.SPOUSE, by=THE_HOUSE, at=noon(ON))
        noting_dates.note(kind="wedding", day_month=DayMonth(3, 21), household=home, by=THE_HOUSE, at=noon(ON))
        assert read(ReadingKind.DATE) == []

    def test_a_farewell_is_left_alone(self, paolo, helene):
        first, _second = two_marches(paolo, helene)
        meaning.say(
            sale=first.line.sale, kind=MeaningKind.FAREWELL, words="Left at the funeral.", certainty=Certainty.STATED,
            by=THE_HOUSE, at=noon(ON),
        )  # fmt: skip
        assert read(ReadingKind.DATE, on=ON - A_DAY) != []
        assert read(ReadingKind.DATE) == []

    def test_while_gifts_rest_nothing_is_asked(self, paolo, helene, camille):
        two_marches(paolo, helene)
        life_moments.note(client=paolo, rests=Rests.GIFTS, until=ON + 30 * A_DAY, on=ON, by=by(camille), at=noon(ON))
        assert read(ReadingKind.DATE) == []
        assert len(read(ReadingKind.DATE, on=ON + 31 * A_DAY)) == 1

    def test_a_gift_that_came_back_and_a_day_that_does_not_come_again_tell_nothing(self, paolo, antoine):
        first, _second = two_marches(paolo, None)
        returning.return_line(
            line=first.line, quantity=1, amount=first.line.total, happened_at=noon(ON), by=THE_HOUSE, at=noon(ON)
        )
        story.sale(antoine, cast.STRAP, on=noon(dt.date(2022, 11, 1)))
        for year in (2023, 2025):
            gift(antoine, None, dt.date(year, 3, 12), occasion="graduation")
        assert read(ReadingKind.DATE) == []

    def test_an_advisors_yes_and_no_stand(self, paolo, antoine, camille):
        two_marches(paolo, None)
        two_marches(antoine, None)
        yes, no = sorted(read(ReadingKind.DATE), key=lambda each: each.client_id != paolo.id)
        confirming.confirm(reading=yes, on=ON, by=by(camille), at=noon(ON))
        confirming.revise(
            client=antoine, kind=ReadingKind.DATE, code="no", about=no.about, on=ON, by=by(camille), at=noon(ON)
        )
        # Of a month that begins half a month later: it is the same question.
        for day in (dt.date(2024, 4, 2), dt.date(2026, 3, 30)):
            gift(antoine, None, day)
        later = read(ReadingKind.DATE, on=dt.date(2026, 6, 1))
        assert {(each.client, each.code, each.said_by) for each in later} == {
            (paolo, "perhaps_matters", camille),
            (antoine, "no", camille),
        }


def uses(client, *days, model=cast.CLAIR):
    return [story.sale(client, model, on=noon(dt.date.fromisoformat(day))) for day in days]


class TestReplenishment:
    def test_a_window_from_her_own_rhythm_and_never_one_date(self, helene):
        sales = uses(helene, "2025-05-02", "2025-08-04", "2025-11-03", "2026-02-02")
        (reading,) = read(ReadingKind.REPLENISHMENT)
        assert (reading.client, reading.about, reading.code) == (helene, people.reference(cast.CLAIR).id, "ahead")
        assert reading.values == {"low": "2026-03-21", "median": "2026-05-01", "high": "2026-08-01", "is_product": True}
        assert reading.evidence == [["line", str(story.only_line(sale).id)] for sale in sales]

    def test_two_purchases_are_no_rhythm_and_a_bracelet_does_not_run_out(self, helene, antoine):
        uses(helene, "2025-08-04", "2025-11-03")
        uses(antoine, "2025-05-02", "2025-08-04", "2025-11-03", model=cast.STRAP)
        assert read(ReadingKind.REPLENISHMENT) == []

    def test_two_bottles_on_one_day_are_one(self, helene):
        uses(helene, "2025-08-04", "2025-08-04", "2025-11-03")
        assert read(ReadingKind.REPLENISHMENT) == []

    def test_z31_a_gift_runs_out_for_whoever_uses_it_and_only_once_it_was_given(self, paolo, helene, camille):
        """Z-31: no gift runs out for its giver; and until it is given nothing is told of it (ruling 13)."""
        days = [dt.date(2025, 5, 2), dt.date(2025, 8, 4), dt.date(2025, 11, 3)]
        gifts = [gift(paolo, helene, day, model=cast.CLAIR) for day in days]
        assert read(ReadingKind.REPLENISHMENT) == []
        for each, day in zip(gifts, days, strict=True):
            giving.was_given(gift=each, on=day + 3 * A_DAY, said_by=camille, by=by(camille), at=noon(ON))
        assert read(ReadingKind.REPLENISHMENT, on=ON - A_DAY) == []
        (reading,) = read(ReadingKind.REPLENISHMENT)
        assert reading.client == helene
        assert {kind for kind, _id in reading.evidence} == {"gift"}

    @pytest.mark.parametrize("kind", [GiftKind.UNNAMED, GiftKind.UNKNOWN])
    def test_what_was_for_nobody_knows_whom_tells_nothing(self, helene, kind):
        for sale in uses(helene, "2025-05-02", "2025-08-04", "2025-11-03"):
            due_to = story.only_line(sale)
            story.recording.for_whom(line=due_to, kind=kind, by=THE_HOUSE, at=noon(ON))
        assert read(ReadingKind.REPLENISHMENT) == []

    def test_several_fragrances_are_read_as_one_category(self, helene):
        other = cast.Model("VC-PAR-NU", "Nuit, eau de parfum", "fragrance", 185, "flacon", kind="consumable")
        uses(helene, "2025-05-02", "2025-11-03")
        uses(helene, "2025-08-04", "2026-02-02", model=other)
        (reading,) = read(ReadingKind.REPLENISHMENT)
        assert (reading.about, reading.values["is_product"]) == (people.reference(other).category_id, False)

    def test_one_window_a_cycle_and_an_end_to_it(self, helene):
        uses(helene, "2025-05-02", "2025-08-04", "2025-11-03")
        told = [read(ReadingKind.REPLENISHMENT, on=dt.date(2025, 11, 4) + each * A_DAY)[0] for each in range(90)]
        assert [each.code for each in told] == ["ahead"] * 90
        assert len({each.id for each in told}) <= 9
        uses(helene, "2026-02-02")
        (next_one,) = read(ReadingKind.REPLENISHMENT, on=dt.date(2026, 2, 3))
        assert next_one.values["low"] > told[0].values["low"]
        (near,) = read(ReadingKind.REPLENISHMENT, on=dt.date(2026, 5, 25))
        assert near.code == "near"
        assert read(ReadingKind.REPLENISHMENT, on=dt.date(2028, 2, 3)) == []


class TestTheWholeHouseAndThePast:
    @pytest.fixture
    def told(self, helene, paolo, antoine, camille):
        two_marches(paolo, helene)
        uses(helene, "2025-05-02", "2025-08-04", "2025-11-03")
        for day in (5, 9):
            story.visit(antoine, to=camille, on=noon(ON - day * A_DAY), pieces=[cast.AUBE_SOLITAIRE])

    @staticmethod
    def kept() -> list[tuple[object, ...]]:
        of_readings = Reading.objects.filter(until__isnull=True, kind__in=WHAT_IS_DUE).order_by("kind", "client")
        return [
            *of_readings.values_list(
                "client", "kind", "about", "code", "certainty", "values", "evidence", "rivals", "on"
            ),
            *Signal.objects.order_by("client", "on").values_list("client", "kind", "on", "until", "evidence"),
        ]

    def test_one_by_one_or_all_at_once_is_the_same(self, told, helene, paolo, antoine):
        for client in (helene, paolo, antoine):
            due.read_due(clients=[client.id], on=ON)
        by_one = self.kept()
        assert len(by_one) == 5
        Reading.objects.all().delete()
        Signal.objects.all().delete()
        due.read_due(clients=None, on=ON)
        assert self.kept() == by_one

    def test_a_past_day_is_read_as_it_was(self, told, helene, paolo, antoine, camille):
        """R-18: what came to be known later changes no past day."""
        due.read_due(clients=None, on=ON)
        then = self.kept()
        later = noon(ON + 20 * A_DAY)
        story.sale(antoine, cast.AUBE_RING, on=noon(ON - 3 * A_DAY), kept=later)
        story.visit(helene, to=camille, on=noon(ON - 3 * A_DAY), kept=later)
        story.gift(story.sale(paolo, cast.CLAIR, on=noon(dt.date(2024, 3, 12)), kept=later), to=None, on=later)
        noting_dates.note(kind="other", day_month=DayMonth(3, 20), giver=paolo, by=THE_HOUSE, at=later)
        Reading.objects.all().delete()
        Signal.objects.all().delete()
        due.read_due(clients=None, on=ON)
        assert self.kept() == then
        due.read_due(clients=None, on=ON + 21 * A_DAY)
        assert self.kept() != then

    def test_a_morning_reads_besides_those_who_changed_whom_time_has_moved(self, told, helene, antoine):
        due.read_due(clients=None, on=ON)
        assert ageing.also_moved_by_time([helene.id], on=ON) == sorted([helene.id, antoine.id])
        for first in (1, 11, 21):
            assert ageing.also_moved_by_time([helene.id], on=dt.date(2026, 4, first)) is None

    def test_statements_do_not_grow_with_clients(self, told, camille):
        due.read_due(clients=None, on=ON)
        with CaptureQueriesContext(connection) as few:
            due.read_due(clients=None, on=ON + A_DAY)
        for who in (cast.AMARA, cast.LUCA, cast.NOUR, cast.INGRID):
            client = people.client(who, of=camille)
            two_marches(client, None)
            uses(client, "2025-05-02", "2025-08-04", "2025-11-03")
            story.visit(client, to=camille, on=noon(ON), pieces=[cast.RIVIERE])
        due.read_due(clients=None, on=ON + A_DAY)
        with CaptureQueriesContext(connection) as many:
            due.read_due(clients=None, on=ON + 2 * A_DAY)
        assert len(many) == len(few)

    def test_of_somebody_without_any_of_it_only_one_question_is_asked(self, helene):
        story.sale(helene, cast.RIVIERE, on=noon(dt.date(2024, 5, 2)))
        with CaptureQueriesContext(connection) as asked:
            counts = due.read_due(clients=[helene.id], on=ON)
        assert set(counts.values()) == {0}
        assert len([each for each in asked if "SAVEPOINT" not in each["sql"]]) == 2


class TestTheSeason:
    def test_a_pass_keeps_it_and_one_person_is_read_by_it(self, paolo, helene):
        two_marches(paolo, helene)
        due.read_due(clients=None, on=ON)
        kept = Season.objects.get()
        assert (kept.year, len(kept.shares)) == (2026, 26)
        Season.objects.update(shares=[0.9] * 26)
        assert read(ReadingKind.DATE, paolo) == []
        assert len(read(ReadingKind.DATE)) == 1
        assert Season.objects.get().shares == kept.shares
