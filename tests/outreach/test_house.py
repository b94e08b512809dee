"""A whole house prepared at once, and one advisor by herself: the same days, the same verdicts, and nothing twice."""

import datetime as dt
import json

import pytest

from carnet.consent.actions import holding
from carnet.consent.kinds import Scope
from carnet.intelligence.actions import keeping
from carnet.intelligence.actions.keeping import Found
from carnet.intelligence.kinds import ReadingKind, Silence
from carnet.kit import db
from carnet.outreach import tasks
from carnet.outreach.actions import deciding, preparing_the_day, preparing_the_house
from carnet.outreach.models import Day, Decided, Suggestion
from carnet.outreach.queries.judging import Judging
from carnet.outreach.queries.mornings import Morning, Mornings
from tests import cast
from tests.conftest import paris
from tests.factories import people, story
from tests.factories.people import THE_HOUSE, by

NOW = paris("2025-03-05", "05:00")
ON = dt.date(2025, 3, 5)


@pytest.fixture
def house(camille, ines, antoine, amara, helene, paolo, bianca):
    """Somebody for every way in which one may stand or rest."""
    story.sale(antoine, cast.MERIDIEN, on=paris("2025-03-03"))
    story.yes(amara, on=paris("2025-01-10"))
    story.visit(amara, to=camille, on=paris("2025-03-03"))
    story.promise(paolo, of=camille, words="Call", due=ON, on=paris("2025-03-01"))
    holding.hold(
        client=helene, because="Quiet.", until=paris("2025-03-09", "00:00"), by=by(camille), at=paris("2025-03-01")
    )
    holding.hold(client=bianca, because="A repair.", scope=Scope.SELLING, by=THE_HOUSE, at=paris("2025-03-01"))
    nour = people.client(cast.NOUR, of=camille)
    story.letter(nour, by=camille, on=paris("2025-02-20"))
    return [antoine, amara, helene, paolo, bianca, nour]


def _silent(client):
    found = Found(client=client.id, kind=ReadingKind.SILENCE, code=Silence.UNLIKE, certainty=80, values={})
    keeping.keep(found=[found], kind=ReadingKind.SILENCE, considered=[client.id], on=ON - dt.timedelta(days=3))


def _decided():
    return sorted(
        Decided.objects.filter(until__isnull=True).values_list(
            "client__given", "verdict", "because", "reasons", "expires_on"
        ),
        key=str,
    )


def _days():
    days = Day.objects.order_by("member").values_list("member", "on", "is_day_off")
    listed = Suggestion.objects.order_by("day__member", "promise", "rank")
    return list(days), list(listed.values_list("day", "client", "rank", "letter", "reasons"))


def test_the_house_at_once_and_each_by_herself_are_the_same(house, camille, ines):
    people.client(cast.SIYUAN, of=camille)
    for client in (house[0], house[4], people.client(cast.LUCA, of=camille)):
        _silent(client)
    for member in (camille, ines):
        preparing_the_day.prepare(member=member, boutique=people.boutique(), on=ON, by=THE_HOUSE, at=NOW)
    one_by_one = _decided(), _days()
    Suggestion.objects.all().delete()
    Day.objects.all().delete()
    Decided.objects.all().delete()
    assert preparing_the_house.prepare_house(by=THE_HOUSE, at=NOW) == Day.objects.count()
    others = Day.objects.exclude(member__in=[camille, ines])
    assert not Suggestion.objects.filter(day__in=others).exists()
    others.delete()
    assert (_decided(), _days()) == one_by_one
    assert {row[2][0][0] for row in one_by_one[0] if row[2]} == {"held", "nothing_to_say", "only_us", "written_lately"}
    assert {row[1] for row in one_by_one[0]} == {"write", "leave"}


def test_a_verdict_is_written_only_when_it_changes(house, camille):
    def versions():
        return db.select("select client_id, xmin::text from outreach_decided order by 1")

    judging = Judging(Mornings([Morning(camille, people.boutique())], ON))
    deciding.keep(decided=judging.decided, on=ON)
    before = versions()
    tomorrow = ON + dt.timedelta(days=1)
    assert deciding.keep(decided=judging.decided, on=tomorrow) == 0
    assert versions() == before
    story.yes(house[5], on=paris("2025-03-05", "11:00"))
    holding.hold(client=house[0], because="Quiet.", by=THE_HOUSE, at=paris("2025-03-05", "12:00"))
    later = Judging(Mornings([Morning(camille, people.boutique())], tomorrow))
    assert deciding.keep(decided={house[0].id: later.decided[house[0].id]}, on=tomorrow) == 1
    ended, stands = Decided.objects.filter(client=house[0]).order_by("since")
    assert (ended.verdict, ended.until, stands.verdict, stands.since) == ("write", tomorrow, "leave", tomorrow)


def test_of_two_boutiques_the_one_where_it_is_tomorrow_may_decide_first(house, camille):
    """A verdict of today, one of tomorrow from further east, then today looked at again: periods still follow one another."""
    client, tomorrow = house[0], ON + dt.timedelta(days=1)
    base = {"client_id": str(client.id), "reasons": [], "expires_on": None}

    def decided(on, verdict):
        told = [base | {"verdict": verdict, "because": [[verdict, {}]]}]
        deciding.settle(source=deciding.BY_JSON, on=on, told=json.dumps(told))

    Decided.objects.all().delete()
    decided(ON - dt.timedelta(days=9), "leave")
    decided(ON, "wait")
    decided(tomorrow, "write")
    decided(ON, "leave")
    rows = Decided.objects.filter(client=client).order_by("since").values_list("since", "until", "verdict")
    assert list(rows) == [(ON - dt.timedelta(days=9), ON, "leave"), (ON, None, "leave")]


def test_a_morning_that_is_there_is_prepared_again_by_itself(house, camille):
    preparing_the_house.prepare_house(by=THE_HOUSE, at=NOW)
    before = _days()
    preparing_the_house.prepare_house(by=THE_HOUSE, at=NOW + dt.timedelta(hours=1))
    assert _days() == before


def test_where_it_is_five_the_mornings_of_that_zone_become_one_job(house, camille):
    from procrastinate.contrib.django.models import ProcrastinateJob

    people.colleague(cast.KENJI)
    people.client(cast.KENJI_WATANABE, of=people.colleague(cast.HANA))
    at_five_in_paris = NOW.astimezone(dt.UTC)
    tasks.wake(int(at_five_in_paris.timestamp()))
    (job,) = ProcrastinateJob.objects.filter(task_name__endswith="prepare_mornings")
    assert job.args == {"zone": "Europe/Paris", "at": at_five_in_paris.isoformat()}
    tasks.prepare_mornings(**job.args)
    assert set(Day.objects.values_list("boutique__zone", flat=True)) == {"Europe/Paris"}
    assert Day.objects.filter(member=camille, on=ON).exists()
