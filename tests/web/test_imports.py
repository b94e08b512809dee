"""The Import screen, walked without JavaScript: look, settle, count, take in, answer, take back."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client as Browser

from carnet.clients.models import Client
from carnet.house.models import StaffName
from carnet.integrations.files import tasks
from carnet.integrations.files.actions import uploading
from carnet.integrations.files.kinds import UploadState
from carnet.integrations.files.models import Import, Mapping, Upload
from carnet.occasions.models import Occasion
from carnet.web.imports import views
from tests.factories import morning, people, story
from tests.integrations.files.reading.test_cards import cards
from tests.web import forms
from tests.web.conftest import enter

pytestmark = pytest.mark.django_db
SHEET = """Customer ID;First Name;Last Name;Birthday;Prix;Advisor
C-91;Rosalie;Fontanel;31/12/1980;1,5;Marguerite L.
C-92;Ambroise;Kessler;01/02/1970;2,5;
"""


@pytest.fixture
def ines(house) -> Browser:
    """The manager's, in English."""
    house.ines.language = "en"
    house.ines.save(update_fields=["language"])
    return enter(house.ines)


def drop(browser: Browser, text: str = SHEET, name: str = "people.csv") -> str:
    """Drop a file; where one looks at it."""
    file = SimpleUploadedFile(name, text.encode())
    return browser.post("/imports/", {"file": file, "boutique": str(people.boutique().id)}).headers["Location"]


def page(browser: Browser, where: str) -> str:
    answer = browser.get(where)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def sent(browser: Browser, where: str, **said: str) -> dict[str, list[str]]:
    """What the form there sends as it stands, save for what is said."""
    (form,) = [
        each
        for each in forms.forms_of(where, page(browser, where))
        if any(field.name == "kind" for field in each.fields)
    ]
    return {**form.sends(), **{name: [value] for name, value in said.items()}}


def press(browser: Browser, where: str, what: str, **said: str) -> str:
    """Press a button there; where it leads."""
    return browser.post(where, sent(browser, where, **said, what=what)).headers["Location"]


def test_a_file_is_looked_at_as_pages_and_counted_before_anything_is_written(ines):
    before = Client.objects.count()
    look = page(ines, drop(ines))
    for words in ("Rosalie Fontanel", "Ambroise Kessler", "from line 2", "People: 2 new, 0 changed, 0 as they were.",
                  "Nothing was written: this is what would happen.", "as found: semicolon", "as found: day, month, year",
                  "as found: 1,234.50", "as found: people", "as found: utf-8"):  # fmt: skip
        assert words in look, words
    assert Client.objects.count() == before


def test_taken_in_as_it_stands_it_is_as_it_was_shown(ines):
    made = press(ines, drop(ines), "take_in")
    report = page(ines, made)
    assert "People: 2 new" in report
    assert Client.objects.filter(display="Rosalie Fontanel").exists()
    assert Occasion.objects.filter(client__display="Rosalie Fontanel").count() == 1


def test_a_column_that_is_not_to_be_taken_in_is_not(ines):
    where = drop(ines)
    assert press(ines, where, "look", **{"column:Birthday": ""}) == where
    assert re.search(r'name="column:Birthday".*?<option value="">not taken in', page(ines, where), re.DOTALL)
    press(ines, where, "take_in", **{"column:Birthday": ""})
    assert not Occasion.objects.filter(client__display="Rosalie Fontanel").exists()
    assert "birthday" not in Import.objects.latest("known_from").columns


def test_a_column_is_made_another_field(ines):
    where = drop(ines)
    press(ines, where, "look", **{"column:Prix": "note"})
    press(ines, where, "take_in", **{"column:Prix": "note"})
    assert Import.objects.get(file_name="people.csv").columns["note"] == "Prix"


def test_what_was_detected_can_be_said_otherwise(ines):
    where = drop(ines, SHEET.replace("31/12/1980", "03/04/1980"))
    assert "Carnet does not guess" in page(ines, where)
    press(ines, where, "look", date_order="mdy")
    assert "Carnet does not guess" not in page(ines, where)
    press(ines, where, "take_in", date_order="mdy")
    born = Occasion.objects.get(client__display="Rosalie Fontanel")
    assert (born.month, born.day) == (3, 4)


def test_a_way_of_reading_is_kept_by_name_and_chosen_the_next_time(ines):
    press(ines, drop(ines), "take_in", keep_as="Kasse", **{"column:Birthday": ""})
    assert Mapping.objects.get().columns.get("birthday") is None
    where = drop(ines, SHEET.replace("C-9", "C-8"))
    press(ines, where, "look", mapping="Kasse")
    press(ines, where, "take_in")
    assert Import.objects.latest("known_from").columns == Mapping.objects.get().columns


def test_unknown_names_are_asked_where_they_came_in_and_once(ines, house):
    made = press(ines, drop(ines), "take_in")
    report = page(ines, made)
    assert "Who is that, in the till?" in report
    name = StaffName.objects.get(source="file", name="Marguerite L.")
    (asked,) = [form for form in forms.forms_of(made, report) if form.action.endswith(f"/names/{name.id}/")]
    assert "Say who or which that is" in ines.post(asked.action, asked.sends(), follow=True).content.decode()
    name.refresh_from_db()
    assert name.answered_at is None, "Nobody is taken for the first on the list."
    ines.post(asked.action, {"is": str(house.camille.id)})
    name.refresh_from_db()
    assert name.member == house.camille
    assert "Who is that, in the till?" not in page(ines, made)
    assert "Who is that, in the till?" not in page(
        ines, press(ines, drop(ines, SHEET.replace("C-9", "C-7")), "take_in")
    )


def test_every_sentence_of_a_file_that_cannot_be_read_is_on_its_page(ines):
    for text, sentence in (
        ("Name,Passport\nA,B\n", "holds passports"),
        ("Name,Email\n", "a header on line 1 and no rows under it"),
        ("Order,SKU,Price\n1,2,3\n", "No column says when it was sold"),
    ):
        where = drop(ines, text)
        assert sentence in page(ines, where)
        assert 'value="take_in"' not in page(ines, where)


def test_the_refused_are_told_and_downloaded(ines):
    made = press(ines, drop(ines, SHEET.replace("31/12/1980", "31/02/1980")), "take_in")
    assert "is a day or a time that does not exist" in page(ines, made)
    answer = ines.get(f"{made}refused/")
    assert answer.headers["Content-Type"].startswith("text/csv")
    assert b"2,\xe2\x80\x9c31/02/1980\xe2\x80\x9d" in b"".join(answer.streaming_content)


def test_taking_back_tells_its_consequences_first(ines, house):
    made = press(ines, drop(ines), "take_in")
    story.visit(Client.objects.get(display="Rosalie Fontanel"), to=house.camille, on=morning.NOW)
    told = page(ines, f"{made}undo/")
    assert "These people stay, because work was done for them since:" in told
    assert "Rosalie Fontanel" in told
    assert Client.objects.filter(display="Ambroise Kessler").exists(), "Looking takes nothing back."
    done = ines.post(f"{made}undo/").content.decode()
    assert "was taken back." in done
    assert "Rosalie Fontanel" in done
    assert not Client.objects.filter(display="Ambroise Kessler").exists()
    assert "already taken back" in ines.post(f"{made}undo/", follow=True).content.decode()


class TestALargeFile:
    @pytest.fixture(autouse=True)
    def small_is_large(self, monkeypatch):
        monkeypatch.setattr(views, "AT_ONCE", 10)

    def test_it_waits_its_turn_and_tells_how_far_it_is_without_javascript(self, ines):
        where = drop(ines)
        assert "Count it first" in page(ines, where)
        assert press(ines, where, "take_in") == where
        waiting = page(ines, where)
        assert "Waiting its turn." in waiting
        assert '<meta http-equiv="refresh"' in waiting
        assert 'hx-trigger="every 1s"' in page(ines, f"{where}progress/")
        tasks.import_upload(upload_id=where.split("/")[-2])
        assert ines.get(where).headers["Location"] == f"/imports/{Import.objects.get(file_name='people.csv').id}/"
        assert ines.get(f"{where}progress/").headers["HX-Refresh"] == "true"
        tasks.import_upload(upload_id=where.split("/")[-2])
        assert Import.objects.filter(file_name="people.csv").count() == 1, "A second run finds it done."

    def test_it_is_counted_on_request_and_nothing_is_written(self, ines):
        where = drop(ines)
        assert press(ines, where, "count") == where
        tasks.import_upload(upload_id=where.split("/")[-2])
        assert "People: 2 new, 0 changed, 0 as they were." in page(ines, where)
        assert not Client.objects.filter(display="Rosalie Fontanel").exists()
        press(ines, where, "look", date_order="dmy")
        assert "What would come in" not in page(ines, where), "What was counted was of another reading."

    def test_a_worker_that_died_leaves_it_to_be_taken_in_again(self, ines):
        where = drop(ines)
        Upload.objects.filter(id=where.split("/")[-2]).update(state=UploadState.RUNNING, step="reading")
        assert "It was interrupted, and nothing of it was written" in page(ines, where)
        press(ines, where, "take_in")
        tasks.import_upload(upload_id=where.split("/")[-2])
        assert Client.objects.filter(display="Rosalie Fontanel").exists()

    def test_a_failure_leaves_its_sentence(self, ines):
        where = drop(ines)
        upload = Upload.objects.get(id=where.split("/")[-2])
        uploading.wish(upload=upload, wishes={"columns": {"birthday": "Nowhere"}})
        tasks.import_upload(upload_id=str(upload.id))
        upload.refresh_from_db()
        assert (upload.state, "There is no column “Nowhere”" in upload.said) == (UploadState.FAILED, True)


class TestWhoMay:
    def test_an_advisor_brings_her_own_book_and_sees_no_figures_of_the_house(self, house, browser):
        where = drop(browser, cards(("Ottilie Fabre", "Ottilie", "Fabre")), "book.vcf")
        assert "Ottilie Fabre" in page(browser, where)
        report = page(browser, press(browser, where, "take_in"))
        assert "1 person waits for your manager’s yes" not in report
        assert "The new ones are yours once your manager says yes." in report
        assert "Whom each purpose can reach" not in report

    def test_an_advisor_brings_no_sales(self, browser):
        assert "One’s own book is people" in page(browser, drop(browser, morning.EXPORT, "sales.csv"))

    def test_nobody_opens_another_s_file_or_report(self, house, browser, ines):
        where = drop(ines)
        assert browser.get(where).status_code == 404
        made = press(ines, where, "take_in")
        for href in (made, f"{made}refused/", f"{made}undo/"):
            assert browser.get(href).status_code == 404, href
        assert enter(house.kenji).get(made).status_code == 404, "Another boutique's manager."
