"""The letter's page offers another wording where a model is named, and is the same page where none is."""

import pytest
from django.urls import reverse

from carnet.outreach import tasks
from carnet.outreach.models import Draft
from carnet.outreach.queries import drafts
from carnet.outreach.rules.drafting.drafter import Port
from tests.factories import models


@pytest.fixture
def model(monkeypatch):
    with models.running() as stub:
        monkeypatch.setattr(Port, "drafter", stub.drafter())
        yield stub


@pytest.fixture
def antoine(house):
    return house.suggestion(house.antoine)


def page(browser, suggestion):
    return browser.get(reverse("letter", args=[suggestion.id])).content.decode()


def ask(browser, suggestion, name="draft"):
    answer = browser.post(reverse(name, args=[suggestion.id]), follow=True)
    return answer.content.decode()


def reworded(letter):
    first, *_body, last = letter.split("\n\n")
    return f"{first}\n\nJ’ai pensé à vous, et je tenais à vous le dire.\n\nBien à vous,\n{last}"


def test_without_a_model_nothing_of_it_is_there_and_asking_says_so(browser, antoine):
    assert "Write it another way" not in page(browser, antoine)
    assert "No language model is named for this house" in ask(browser, antoine)
    assert Draft.objects.count() == 0


def test_asked_it_is_being_written_and_the_letter_stays_hers(browser, antoine, model):
    assert "Write it another way" in page(browser, antoine)
    told = ask(browser, antoine)
    assert "It is being written." in told
    assert "Write it another way" not in told
    assert antoine.letter.split("\n\n")[1] in page(browser, antoine)


def test_written_it_is_shown_and_becomes_the_letter_only_when_she_takes_it(browser, antoine, model):
    model.says(reworded(antoine.letter))
    ask(browser, antoine)
    tasks.write_draft(draft=str(drafts.latest(antoine).id))
    told = page(browser, antoine)
    before, _line, after = told.partition("Another way to say it")
    assert ("je tenais à vous le dire" in before, "je tenais à vous le dire" in after) == (False, True)
    told = ask(browser, antoine, "draft-use")
    before, _line, after = told.partition("Another way to say it")
    assert ("je tenais à vous le dire" in before, "je tenais à vous le dire" in after) == (True, False)
    assert drafts.latest(antoine).used


def test_what_said_more_than_we_know_is_not_shown(browser, antoine, model):
    model.says(reworded(antoine.letter).replace("J’ai pensé", "Margaux et moi avons pensé"))
    ask(browser, antoine)
    tasks.write_draft(draft=str(drafts.latest(antoine).id))
    told = page(browser, antoine)
    assert "it was not kept" in told
    assert "Margaux" not in told
    assert "There is no other wording to use." in ask(browser, antoine, "draft-use")
