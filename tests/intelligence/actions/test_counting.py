"""The house counted, by boutique and never by person."""

from __future__ import annotations

import datetime as dt

import pytest

from carnet.clients.models import Client
from carnet.intelligence.actions import counting
from carnet.intelligence.kinds import ReadingKind, Silence, State
from carnet.intelligence.models import Census, Reading, StateChange
from tests import cast
from tests.conftest import paris
from tests.factories import people, story

pytestmark = pytest.mark.django_db

NOW = paris("2026-11-19")


def counted(at=NOW):
    return counting.count(by=people.THE_HOUSE, at=at).boutiques


def read(client, code, *, on="2026-11-01", until=None):
    Reading.objects.create(
        client=client, kind=ReadingKind.SILENCE, code=code, certainty=70, rules=1, on=dt.date.fromisoformat(on),
        until=until and dt.date.fromisoformat(until),
    )  # fmt: skip


def stands(client, state, *, since="2026-11-01", until=None):
    StateChange.objects.filter(client=client, until__isnull=True).delete()
    StateChange.objects.create(
        client=client,
        state=state,
        since=dt.date.fromisoformat(since),
        until=until and dt.date.fromisoformat(until),
    )


def test_a_house_of_one_day_is_counted_as_nobody(vauclair):
    assert counted() == []


def test_each_boutique_counts_its_own(camille):
    mail, ginza = people.boutique(), people.boutique(cast.GINZA)
    helene, antoine = people.client(cast.HELENE), people.client(cast.ANTOINE)
    watanabe = people.client(cast.KENJI_WATANABE, shop=cast.GINZA)
    story.visit(helene, to=camille, on=paris("2026-11-10"))
    story.sale(helene, cast.CLAIR, on=paris("2026-11-10"))
    read(helene, Silence.WITHIN)
    read(antoine, Silence.UNKNOWN, on="2026-01-01", until="2026-11-19")
    read(watanabe, Silence.BY_HABIT)
    stands(helene, State.FIRST_OWNER)
    stands(antoine, State.PROSPECT)
    stands(watanabe, State.OWNER, since="2026-11-20")
    of = {row["boutique"]: row for row in counted()}
    assert of == {
        str(mail.id): {
            "boutique": str(mail.id),
            "lens": {"some": 1, "nothing": 1},
            "silences": {"within": 1},
            "states": {"first_owner": 1, "prospect": 1},
        },
        str(ginza.id): {
            "boutique": str(ginza.id),
            "lens": {"nothing": 1},
            "silences": {"by_habit": 1},
            "states": {},
        },
    }


def test_who_has_died_and_who_was_only_mentioned_are_in_no_count(mail):
    helene, antoine = people.client(cast.HELENE), people.client(cast.ANTOINE)
    for client in (helene, antoine):
        read(client, Silence.WITHIN)
        stands(client, State.OWNER)
    Client.objects.filter(id=helene.id).update(died_on=dt.date(2026, 11, 1))
    Client.objects.filter(id=antoine.id).update(is_mentioned_only=True)
    assert counted() == []


def test_a_second_count_of_the_day_replaces_the_first_and_another_day_is_another(mail):
    counted()
    people.client(cast.HELENE)
    counted()
    counted(NOW + dt.timedelta(days=1))
    found = Census.objects.order_by("on").values_list("on", "boutiques")
    assert [(on.day, len(boutiques)) for on, boutiques in found] == [(19, 1), (20, 1)]


def test_as_many_statements_for_many_as_for_few(mail, django_assert_max_num_queries):
    with django_assert_max_num_queries(13):
        counted()
    for who in cast.CLIENTS:
        people.client(who)
    with django_assert_max_num_queries(13):
        counted()
