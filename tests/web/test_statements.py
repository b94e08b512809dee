"""A page asks as much of the database for fifty people as for five."""

from __future__ import annotations

import dataclasses
import uuid

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from carnet.clients.models import Client
from carnet.outreach.models import Day, Suggestion
from tests import cast
from tests.conftest import paris
from tests.factories import people, story
from tests.web.conftest import enter

NOW = paris("2026-11-19")
FEW, MANY = 5, 50
TRANSACTION = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")


@pytest.fixture
def reader(camille):
    with time_machine.travel(NOW, tick=False):
        yield enter(camille)


def statements(browser, path, form=None, status=None):
    with CaptureQueriesContext(connection) as captured:
        answer = browser.get(path) if form is None else browser.post(path, form)
    assert answer.status_code == (status or (200 if form is None else 302))
    return [each["sql"] for each in captured.captured_queries if not each["sql"].startswith(TRANSACTION)]


def book(camille, upto: int) -> list[Client]:
    """So many people in her book, each with a visit, a purchase and a promise that is due."""
    for number in range(Client.objects.count(), upto):
        who = dataclasses.replace(cast.HELENE, display=f"Hélène {number:02}", email="", phone=f"+336399800{number:02}")
        known = people.client(who, of=camille)
        story.visit(known, to=camille, on=paris("2026-11-12"), pieces=[cast.LUNE_EARRINGS])
        story.sale(known, cast.AUBE_RING, on=paris("2026-11-16"))
        story.promise(known, of=camille, words="A word.", due=NOW.date(), on=paris("2026-11-10"))
    return list(Client.objects.order_by("display"))


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/clients/", "Hélène {last:02}"),
        ("/clients/?whose=boutique", "Hélène {last:02}"),
        ("/find/", "Hélène "),
        ("/promises/", "Hélène {last:02}"),
        ("/", "Hélène {last:02}"),
    ],
)
def test_a_list_asks_as_much_for_fifty_as_for_five(reader, camille, path, shown):
    asked = {}
    for many in (FEW, MANY):
        book(camille, many)
        Suggestion.objects.all().delete()
        Day.objects.all().delete()
        reader.get(path)
        page = reader.get(path).content.decode()
        assert shown.format(last=min(many, 40) - 1) in page
        asked[many] = statements(reader, path)
    assert len(asked[MANY]) <= len(asked[FEW]), asked[MANY]


def test_finding_asks_as_much_for_fifty_as_for_five(reader, camille):
    asked = {}
    for many in (FEW, MANY):
        book(camille, many)
        assert "Hélène 0" in reader.post("/find/", {"q": "hel"}).content.decode()
        asked[many] = statements(reader, "/find/", {"q": "hel"}, status=200)
    assert len(asked[MANY]) <= len(asked[FEW]), asked[MANY]


def test_her_page_asks_as_much_for_fifty_visits_as_for_five(reader, camille):
    (helene,) = book(camille, 1)
    asked = {}
    for many in (FEW, MANY):
        for number in range(many):
            story.visit(
                helene, to=camille, on=paris("2026-10-01", f"{10 + number % 9}:{number:02}"), pieces=[cast.LUNE_PENDANT]
            )
        page = f"/clients/{helene.id}/"
        assert reader.get(page).content.decode().count("<time") > many
        asked[many] = statements(reader, page)
    assert len(asked[MANY]) <= len(asked[FEW]), asked[MANY]


def test_a_visit_is_kept_in_sixteen_statements_and_read_in_six(reader, camille):
    """Twelve for the note; one to be alone with it, one each for what came before it and what its words may tell."""
    (helene,) = book(camille, 1)
    form = {
        "client": str(helene.id), "kind": "visit", "left": "looked", "words": "She tried it.", "back": "",
        "pieces": [str(people.reference(cast.LUNE_PENDANT).id)], "mutation": str(uuid.uuid4()),
    }  # fmt: skip
    asked = statements(reader, "/notes/", form)
    assert len(asked) <= 16 + 6, asked


@pytest.mark.parametrize("path", ["/boutique/restraint/", "/boutique/restraint/once/"])
def test_restraint_asks_as_much_for_fifty_as_for_five(ines, camille, path):
    asked = {}
    with time_machine.travel(NOW, tick=False):
        manager = enter(ines)
        for many in (FEW, MANY):
            for known in book(camille, many):
                story.letter(known, by=camille, on=paris("2026-11-13"))
            manager.get(path)
            asked[many] = statements(manager, path)
    assert len(asked[MANY]) <= len(asked[FEW]), asked[MANY]
