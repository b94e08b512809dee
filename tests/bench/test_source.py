"""The published score errs as it was found to (Z-2, Z-4), and the lens beside it does not."""

from __future__ import annotations

import datetime as dt

import pytest

from bench import source
from carnet.interactions.actions import logging
from carnet.interactions.kinds import EncounterChannel, EncounterKind, Started
from tests import cast
from tests.conftest import paris
from tests.factories import people, story

pytestmark = pytest.mark.django_db

TODAY = paris("2025-11-20", "23:59")


def ago(days: int) -> dt.datetime:
    return TODAY - dt.timedelta(days=days, hours=2)


def told(client, kind, *days, started=Started.CLIENT):
    for each in days:
        logging.log(
            clients=[client], happening=logging.Happening(kind=kind, channel=EncounterChannel.OTHER, started_by=started),
            boutique=people.boutique(), members=[], happened_at=ago(each), by=people.THE_HOUSE, at=ago(each),
        )  # fmt: skip


def bought(client, *days):
    for each in days:
        story.sale(client, cast.CLAIR, on=ago(each))


def all_three(client):
    return [
        scored.scores[client.id] for scored in (source.literal(TODAY), source.apart(TODAY), source.corrected(TODAY))
    ]


@pytest.fixture
def antoine(mail):
    return people.client(cast.ANTOINE)


def test_z02_four_old_purchases_a_visit_and_a_service_are_44_instead_of_16(antoine):
    bought(antoine, 400, 500, 600, 700)
    told(antoine, EncounterKind.VISIT, 10)
    told(antoine, EncounterKind.CARE_INTAKE, 100)
    told(antoine, EncounterKind.CARE_RETURN, 80)
    assert all_three(antoine) == [44, 16, 16]
    assert source.literal(TODAY).parts.tolist() == [[0, 24, 20, 0]]


def test_three_purchases_two_interactions_and_a_service_are_70_instead_of_32(antoine):
    bought(antoine, 400, 500, 600)
    told(antoine, EncounterKind.VISIT, 10)
    told(antoine, EncounterKind.EVENT, 20)
    told(antoine, EncounterKind.CARE_INTAKE, 100)
    told(antoine, EncounterKind.CARE_RETURN, 80)
    # 32 still counts the evening as an interaction too.
    assert all_three(antoine) == [70, 32, 26]
    assert source.literal(TODAY).parts.tolist() == [[0, 30, 20, 20]]


def test_five_unanswered_letters_of_ours_are_30_instead_of_nothing(antoine):
    told(antoine, EncounterKind.LETTER, 10, 11, 12, 13, 14, started=Started.HOUSE)
    assert all_three(antoine) == [30, 30, 0]


def test_five_complaints_are_30_instead_of_nothing(antoine):
    told(antoine, EncounterKind.COMPLAINT, 10, 11, 12, 13, 14)
    assert all_three(antoine) == [30, 30, 0]


def test_one_evening_counts_twice_instead_of_once(antoine):
    told(antoine, EncounterKind.EVENT, 10)
    assert all_three(antoine) == [16, 16, 10]
    assert source.literal(TODAY).parts.tolist() == [[0, 6, 0, 10]]


@pytest.mark.parametrize(("days", "points"), [(1, 30), (89, 30), (91, 20), (181, 10), (366, 0)])
def test_one_purchase_alone_is_the_same_by_all_three(antoine, days, points):
    bought(antoine, days)
    assert all_three(antoine) == [points] * 3


def test_beside_one_another_the_share_that_is_wrong_and_both_means_are_told(mail):
    wrong, right = people.client(cast.HELENE), people.client(cast.PAOLO)
    told(wrong, EncounterKind.EVENT, 10)
    told(right, EncounterKind.VISIT, 10)
    assert source.literal(TODAY).beside(source.corrected(TODAY)) == source.Beside(2, 0.5, 11.0, 8.0)


def test_beside_nobody_there_is_nothing_to_compare(mail):
    assert source.literal(TODAY).beside(source.corrected(TODAY)) == source.Beside(0, 0.0, 0.0, 0.0)
