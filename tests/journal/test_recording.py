"""One line per act: never alone, never rewritten, and told of to the rooms above."""

import datetime as dt
import uuid

import pytest
from django.db import transaction

from carnet.clients.actions import noting
from carnet.clients.models import Fact
from carnet.house.kinds import Act
from carnet.house.models import Term
from carnet.interactions.kinds import Left
from carnet.journal import recording
from carnet.journal.models import Line
from carnet.kit import acts, db
from carnet.purchases.models import Word
from tests import cast
from tests.conftest import paris
from tests.factories import people, story

AT = paris("2025-03-04")


def record(**more):
    return recording.record(
        act=Act.SETTING_CHANGED, by=people.THE_HOUSE, on=acts.On("maison", uuid.UUID(int=1)), at=AT, **more
    )


@pytest.mark.django_db(transaction=True)
def test_a_line_outside_a_transaction_is_refused():
    with pytest.raises(RuntimeError, match=r"house\.setting_changed was recorded outside a transaction"):
        record()
    assert Line.objects.count() == 0


def test_a_line_says_what_by_whom_through_which_door_on_what_and_when(camille):
    line = noting.note(
        client=people.client(cast.HELENE), kind="size", words="Ring 52", by=people.by(camille), at=AT
    ).noted_in
    assert (line.act, line.by, line.via, line.on_kind, line.at, line.reason) == (
        "clients.fact_noted",
        camille,
        "screen",
        "client",
        AT,
        "size",
    )


def test_an_act_leaves_one_line(camille):
    helene = people.client(cast.HELENE)
    before = Line.objects.count()
    noting.note(client=helene, kind="size", words="Ring 52", by=people.by(camille), at=AT)
    assert Line.objects.count() == before + 1


def test_an_act_that_fails_leaves_no_line_and_no_row(camille):
    helene = people.client(cast.HELENE)
    before = Line.objects.count()

    @transaction.atomic
    def breaking():
        noting.note(client=helene, kind="size", words="Ring 52", by=people.by(camille), at=AT)
        raise KeyError

    with pytest.raises(KeyError):
        breaking()
    assert (Line.objects.count(), Fact.objects.count()) == (before, 0)


@pytest.fixture
def refusing():
    """A room above that cannot bear a visit."""

    def cannot(_line):
        raise KeyError("the room above")

    recording._reactions["interactions.logged"].append(cannot)
    yield
    recording._reactions["interactions.logged"].remove(cannot)


def test_what_the_rooms_above_do_happens_in_the_same_transaction(camille):
    story.visit(people.client(cast.HELENE), to=camille, on=AT, left=Left.BOUGHT)
    assert Word.objects.get().noted_in.act == "interactions.logged"


def test_when_a_room_above_fails_nothing_has_happened_below(camille, refusing):
    helene = people.client(cast.HELENE)
    before = Line.objects.count()
    with pytest.raises(KeyError, match="the room above"):
        story.visit(helene, to=camille, on=AT, left=Left.BOUGHT)
    assert (Line.objects.count(), Word.objects.count(), helene.facts.count()) == (before, 0, 0)


@pytest.mark.django_db(transaction=True)
def test_a_row_may_be_written_before_its_line_and_never_without_it(camille):
    helene = people.client(cast.HELENE)
    with pytest.raises(Exception, match="noted_in"), transaction.atomic():
        Fact.objects.create(
            client=helene, kind=Term.objects.get(kind="fact", code="size"), words="Ring 52", certainty="stated",
            period=db.since(AT), known_from=AT, noted_in_id=uuid.UUID(int=9),
        )  # fmt: skip
    assert Fact.objects.count() == 0


def test_a_day_is_known_from_when_it_was_kept(camille):
    late = story.visit(people.client(cast.HELENE), to=camille, on=AT, kept=AT + dt.timedelta(days=3))
    assert (late.happened_at, late.known_from) == (AT, AT + dt.timedelta(days=3))
