"""Who takes the first step with Hélène, with Paolo, with Antoine: read from the records, as of a day."""

import datetime as dt

import pytest

from carnet.intelligence.actions import confirming, starting
from carnet.intelligence.kinds import ReadingKind
from carnet.intelligence.models import Reading
from carnet.interactions.actions import complaints, logging
from carnet.interactions.kinds import EncounterKind, Started
from carnet.kit import moments
from tests import cast
from tests.conftest import paris
from tests.factories import people, story
from tests.factories.people import THE_HOUSE, by

DAY = "2025-06-02"


def read(day=DAY, clients=None):
    on = dt.date.fromisoformat(day)
    chosen = None if clients is None else [client.id for client in clients]
    return starting.read(clients=chosen, on=on, as_of=moments.close_of(on, "Europe/Paris"))


def standing(client, day=DAY):
    found = Reading.objects.standing(dt.date.fromisoformat(day)).filter(client=client, kind=ReadingKind.STARTS)
    return [(each.code, each.values) for each in found]


def visits(client, camille, *days):
    return [story.visit(client, to=camille, on=paris(day)) for day in days]


@pytest.fixture
def she_comes(helene, camille):
    """Hélène comes of herself; we wrote once, and she did not answer."""
    story.letter(helene, by=camille, on=paris("2025-01-20"))
    return visits(helene, camille, "2024-09-03", "2024-11-05", "2025-01-14", "2025-03-04", "2025-05-06")


@pytest.fixture
def we_write(antoine, camille):
    """Antoine answers when we write; he comes when he is asked."""
    for day in ("2024-09-03", "2024-11-05", "2025-01-14", "2025-03-04"):
        story.letter(antoine, by=camille, on=paris(day))
    story.visit(antoine, to=camille, on=paris("2025-03-10"), started_by=Started.HOUSE)


def test_r13_who_starts_is_read_from_both_sides_with_its_counts(helene, antoine, she_comes, we_write):
    read()
    assert standing(helene) == [("she", {"hers": 5, "ours": 1})]
    assert standing(antoine) == [("we", {"hers": 0, "ours": 5})]


def test_y7_a_reading_cites_the_last_steps_on_either_side(helene, she_comes):
    read()
    reading = Reading.objects.get(client=helene, kind=ReadingKind.STARTS)
    latest = [str(each.id) for each in reversed(she_comes)][:3]
    assert [key for kind, key in reading.evidence][:3] == latest
    assert {kind for kind, _key in reading.evidence} == {"encounter"}
    assert (reading.certainty, reading.said_by, reading.rules) == (84, None, 1)


def test_a_sale_over_the_counter_is_her_step_once_and_not_beside_the_visit_that_tells_of_it(helene, camille, mail):
    for day in ("2024-09-03", "2024-11-05", "2025-01-14"):
        story.sale(helene, cast.STRAP, on=paris(day))
        story.sale(helene, cast.CLAIR, on=paris(day, "16:00"))
    story.sale(helene, cast.MERIDIEN, on=paris("2025-03-04", "16:00"))
    story.visit(helene, to=camille, on=paris("2025-03-04", "15:00"), started_by=Started.HOUSE)
    story.visit(helene, to=camille, on=paris("2025-05-06"))
    read()
    assert standing(helene) == [("she", {"hers": 4, "ours": 1})]


def test_z4_z36_a_complaint_is_no_overture_nor_what_comes_back_from_the_atelier(helene, camille, mail, ines):
    visits(helene, camille, "2024-09-03", "2024-11-05", "2025-01-14")
    complaints.complain(
        client=helene, words="The clasp.", owner=ines, boutique=mail, happened_at=paris("2025-02-01"), by=THE_HOUSE,
        at=paris("2025-02-01"),
    )  # fmt: skip
    logging.log(
        clients=[helene], happening=logging.Happening(kind=EncounterKind.CARE_RETURN), boutique=mail, members=[camille],
        happened_at=paris("2025-03-01"), by=by(camille), at=paris("2025-03-01"),
    )  # fmt: skip
    read()
    assert standing(helene) == []
    visits(helene, camille, "2025-05-06")
    read()
    assert standing(helene) == [("she", {"hers": 4, "ours": 0})]


def test_what_was_noted_later_or_taken_back_by_then_is_not_counted(helene, camille):
    *_, last = visits(helene, camille, "2024-09-03", "2024-11-05", "2025-01-14", "2025-03-04")
    story.visit(helene, to=camille, on=paris("2025-05-06"), kept=paris("2025-06-10"))
    read()
    assert standing(helene) == [("she", {"hers": 4, "ours": 0})]
    logging.never_left(encounter=last, by=by(camille), at=paris("2025-06-03"))
    read("2025-06-04")
    assert standing(helene, "2025-06-04") == []
    assert standing(helene, "2025-06-03") == [("she", {"hers": 4, "ours": 0})]


def test_two_years_are_looked_at(helene, camille):
    visits(helene, camille, "2024-02-01", "2024-02-02", "2024-02-03", "2024-02-04")
    read("2026-01-30", [helene])
    read("2026-01-31", [helene])
    assert standing(helene, "2026-01-30") == [("she", {"hers": 4, "ours": 0})]
    assert standing(helene, "2026-01-31") == []


def test_unchanged_it_costs_no_write_and_of_some_clients_only_theirs_are_read(helene, antoine, she_comes, we_write):
    assert read(clients=[helene]) == 1
    assert (standing(antoine), read(), read()) == ([], 1, 0)
    of_steps = Reading.objects.filter(kind=ReadingKind.STARTS)
    kept = set(of_steps.values_list("id", flat=True))
    read("2025-06-03")
    assert set(of_steps.values_list("id", flat=True)) == kept


def test_the_advisors_word_is_not_read_over(helene, camille, she_comes):
    read()
    confirming.revise(
        client=helene,
        kind=ReadingKind.STARTS,
        code="we",
        on=dt.date(2025, 6, 3),
        by=by(camille),
        at=paris("2025-06-03"),
    )
    visits(helene, camille, "2025-06-04", "2025-06-05")
    read("2025-06-06")
    assert standing(helene, "2025-06-06") == [("we", {})]
    assert standing(helene) == [("she", {"hers": 5, "ours": 1})]


def test_a_visit_of_two_is_a_step_of_each(helene, paolo, camille):
    for day in ("2024-09-03", "2024-11-05", "2025-01-14", "2025-03-04"):
        story.visit(helene, paolo, to=camille, on=paris(day))
    read()
    assert standing(helene) == standing(paolo) == [("she", {"hers": 4, "ours": 0})]


def test_the_days_are_the_boutiques(helene, camille):
    """A sale at half past midnight in Paris is of another day than the visit of the evening before."""
    visits(helene, camille, "2024-09-03", "2024-11-05")
    story.visit(helene, to=camille, on=paris("2025-03-03", "23:30"))
    story.sale(helene, cast.CLAIR, on=paris("2025-03-04", "00:30"))
    read()
    assert standing(helene) == [("she", {"hers": 4, "ours": 0})]


def test_people_of_whom_nothing_is_known_are_read_as_nobody(vauclair):
    people.client(cast.NOUR)
    assert read() == 0
