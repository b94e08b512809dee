"""A room that comes later brings its reasons as files: nothing else is edited, and the whole day knows them (issue 4, item 1)."""

import datetime as dt
import sys
import textwrap

import pytest

from carnet.consent.kinds import Purpose
from carnet.outreach import reasons
from carnet.outreach.actions import answering, preparing_the_day
from carnet.outreach.actions.answering import Said
from carnet.outreach.kinds import Later, Reply
from carnet.outreach.models import Suggestion
from carnet.outreach.queries import saying, verdicts
from carnet.outreach.queries.judging import judge, open_roads
from tests.conftest import paris
from tests.factories import people, story
from tests.factories.people import THE_HOUSE, by
from tests.outreach.conftest import shown

ON = dt.date(2025, 3, 5)
WISH_ARRIVED = '''
"""A wish of hers has arrived: for a fortnight."""

import datetime as dt

from carnet.consent.kinds import Purpose
from carnet.kit import db
from carnet.outreach.kinds import Serves
from carnet.outreach.reasons.rule import Rule
from carnet.outreach.rules.evidence import Fact, Kind, PieceSeen, Standing
from carnet.outreach.rules.policy import Days

KIND = Kind("wish_arrived", Serves.CLIENT, Purpose.CARE)
DAYS = {"closes": Days(14, 7, 30)}


def find(asked):
    return db.select(
        """select f.client_id, f.id, r.id, r.name from clients_fact f join house_term k on k.id = f.kind_id
        join products_reference r on r.name = f.words
        where k.code = 'wish' and f.client_id = any(%(people)s::uuid[]) and f.known_from <= %(as_of)s""",
        people=asked.ids, as_of=asked.as_of,
    )


def stands(wish, policy):
    client, fact, reference, name = wish
    arrived = dt.date(2025, 3, 4)
    closes = arrived + policy.days(KIND.code, "closes", DAYS["closes"])
    return Standing(
        client, KIND, arrived, closes, (Fact(fact, "wish", arrived, {"piece": name}),), {"piece": name}, strength=2,
        pieces=(PieceSeen(name, "ring", reference),),
    )


RULE = Rule(
    KIND, find, stands, lambda values, _on: f"{values['piece']} has arrived, as wished for.", days=DAYS,
    facts={"wish": lambda values, _on: f"Wished for: {values['piece']}"},
    letters={"fr": {"formal": "Vous m’aviez parlé de {la bague Aube}.\\n\\nJe serai là quand vous voudrez.\\nBien à vous,"}},
)
'''


@pytest.fixture
def a_later_room(tmp_path):
    """Its file is among the others until the test is over, or until what this gives is called."""
    (tmp_path / "wish_arrived.py").write_text(textwrap.dedent(WISH_ARRIVED))
    before = reasons.__path__

    def among(path):
        reasons.__path__ = path
        sys.modules.pop("carnet.outreach.reasons.wish_arrived", None)
        for cached in (reasons.every, reasons._facts):
            cached.cache_clear()

    among([*before, str(tmp_path)])
    yield lambda: among(before)
    among(before)


@pytest.fixture
def wished(helene, camille):
    from carnet.clients.actions import noting
    from tests import cast

    people.reference(cast.AUBE_RING)
    noting.note(client=helene, kind="wish", words=cast.AUBE_RING.name, by=by(camille), at=paris("2025-03-01"))
    story.yes(helene, purpose=Purpose.CARE, on=paris("2025-01-10"))
    return helene


@pytest.mark.usefixtures("a_later_room")
def test_it_stands_is_said_kept_answered_and_decided_about(wished, camille):
    (suggested,) = judge(camille, people.boutique(), ON).suggestions
    assert [each.reason for each in suggested.reasons] == ["wish_arrived"]
    assert "Vous m’aviez parlé de la bague Aube." in suggested.letter.text
    day = preparing_the_day.prepare(
        member=camille, boutique=people.boutique(), on=ON, by=THE_HOUSE, at=paris("2025-03-05", "05:00")
    )
    (told,) = saying.as_json(ON, [shown(camille, paris("2025-03-05"), ON)])["days"][0]["suggestions"]
    assert told["reasons"][0]["because"] == "Aube ring has arrived, as wished for."
    assert told["reasons"][0]["facts"][0]["words"] == "Wished for: Aube ring"
    said = verdicts.verdict(wished, on=ON)
    assert (said.verdict, said.reasons, said.until) == ("write", ["wish_arrived"], dt.date(2025, 3, 18))
    suggestion = Suggestion.objects.get(day=day)
    answering.answer(
        suggestion=suggestion, said=Said(Reply.LATER, Later.TOMORROW), member=camille, by=by(camille), at=paris("2025-03-05"),
    )  # fmt: skip
    assert verdicts.verdict(wished, on=ON).verdict == "wait"


def test_a_day_that_was_kept_is_read_once_the_file_is_gone(wished, camille, a_later_room):
    rue = people.boutique()
    preparing_the_day.prepare(member=camille, boutique=rue, on=ON, by=THE_HOUSE, at=paris("2025-03-05", "05:00"))
    (before,) = shown(camille, paris("2025-03-07"), ON).suggestions
    a_later_room()
    (kept,) = saying.as_json(ON, [shown(camille, paris("2025-03-07"), ON)])["days"][0]["suggestions"]
    assert kept["reasons"][0]["because"] == "A reason that is no longer raised."
    assert kept["reasons"][0]["facts"][0]["words"] == "A record that is no longer read for a reason."
    assert kept["letter"] == before.letter
    assert not open_roads(rue, ON, wished, "wish_arrived")


def test_without_the_file_nobody_knows_it(wished, camille):
    assert not judge(camille, people.boutique(), ON).suggestions
    assert "wish_arrived" not in reasons.every()
