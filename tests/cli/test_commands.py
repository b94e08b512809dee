"""Every subcommand: what it refuses, with which code, in one sentence."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import uuid

import pytest

from carnet.cli import COMMANDS, DONE, FAULT, NO_HOUSE, NOTHING_DONE, UNAVAILABLE
from tests.cli import homes

OPENED = (
    "open-house",
    "--name",
    "Vauclair",
    "--country",
    "FR",
    "--manager",
    "Inès Roche",
    "--advisor",
    "Camille Aubry",
)
NEEDS_A_HOUSE = {
    "morning": (),
    "hold": ("Hélène", "--because", "rest"),
    "read": (),
    "release": ("Hélène",),
    "verdict": ("Hélène",),
    "fact": (str(uuid.UUID(int=1)),),
    "share-out": (),
    "forget": ("Hélène", "--yes"),
    "backup": ("/tmp/never-written.carnet",),
    "doctor": (),
}
NEEDS_NONE = {"open-house", "import", "evaluate", "letters", "restore", "migrate", "serve", "work"}
NOT_UNDERSTOOD = {
    "no command": (),
    "another word": ("mourning",),
    "hold nobody": ("hold",),
    "hold without a reason": ("hold", "Hélène"),
    "hold until no day": ("hold", "Hélène", "--because", "rest", "--until", "tomorrow"),
    "hold in no scope": ("hold", "Hélène", "--because", "rest", "--scope", "some"),
    "release nobody": ("release",),
    "forget nobody": ("forget",),
    "a morning of no day": ("morning", "--as-of", "15/11/2011"),
    "nothing to import": ("import",),
    "no fact": ("fact",),
    "no id": ("fact", "Hélène"),
    "backup to nowhere": ("backup",),
    "restore from nowhere": ("restore",),
    "restore no file": ("restore", "/nowhere/house.carnet"),
    "letters in no language of ours": ("letters", "--language", "xx"),
    "letters in a file of another kind": ("letters", "--out", "/tmp/letters.pdf"),
    "letters nowhere": ("letters", "--out", "/nowhere/letters.html"),
    "a port that is none": ("serve", "--port", "eight"),
}
REFUSED = {
    "nobody of that name": ("hold", "Nobody", "--because", "rest"),
    "nobody to release": ("release", "Nobody"),
    "nobody to forget": ("forget", "Nobody", "--yes"),
    "an id of nothing": ("fact", str(uuid.UUID(int=1))),
    "no such boutique": ("share-out", "--boutique", "Nowhere"),
    "no such advisor": ("morning", "--advisor", "Nobody"),
    "a house already": OPENED,
    "no such import": ("import", "--undo", str(uuid.UUID(int=1))),
    "no such file": ("import", "/nowhere/sales.csv"),
}


@pytest.fixture(scope="module")
def empty():
    with homes.home() as made:
        yield made


@pytest.fixture(scope="module")
def house(lived_in):
    return lived_in[0]


def one_sentence(finished, code):
    assert finished.returncode == code, finished.stderr
    (sentence,) = finished.stderr.splitlines()
    assert sentence.endswith((".", "?"))
    return sentence


def test_every_command_is_here():
    assert {*NEEDS_A_HOUSE, *NEEDS_NONE} == set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_it_says_what_it_is_for_and_refuses_what_it_does_not_know(command, tmp_path):
    nowhere = homes.Home(tmp_path / "home")
    assert nowhere.done(command, "--help").startswith(f"usage: carnet {command}")
    assert "--nonsense" in one_sentence(
        nowhere.carnet(command, *NEEDS_A_HOUSE.get(command, ("a word",) if command == "restore" else ()), "--nonsense"),
        NOTHING_DONE,
    )
    assert not nowhere.path.exists()


@pytest.mark.parametrize("words", NOT_UNDERSTOOD.values(), ids=NOT_UNDERSTOOD)
def test_what_is_not_understood(words, tmp_path):
    nowhere = homes.Home(tmp_path / "home")
    one_sentence(nowhere.carnet(*words), NOTHING_DONE)
    assert not (nowhere.path / "database").exists()


@pytest.mark.parametrize("command", NEEDS_A_HOUSE)
def test_where_no_house_is_open(command, empty):
    finished = empty.carnet(command, *NEEDS_A_HOUSE[command])
    assert one_sentence(finished, NO_HOUSE) == "No house is open here yet: open one with “carnet open-house”."
    assert finished.stdout == ""


def test_an_empty_database_is_brought_up_to_date_and_worked_on(empty):
    assert empty.done("migrate") == "The database is up to date.\n"
    assert empty.done("migrate") == "The database is up to date.\n"
    assert empty.done("work", "--once") == ""


@pytest.mark.parametrize("words", REFUSED.values(), ids=REFUSED)
def test_what_is_refused(words, house):
    before = house.tables()
    one_sentence(house.carnet(*words), NOTHING_DONE)
    assert house.tables() == before


def test_nobody_is_forgotten_unasked(house):
    assert "--yes" in one_sentence(house.carnet("forget", "C-77"), NOTHING_DONE)


def test_whoever_is_asked_sees_what_would_go_and_may_say_no(house):
    before = house.tables()
    answering, asked = pty.openpty()
    words = [sys.executable, "-P", "-m", "carnet", "forget", "C-77"]
    with subprocess.Popen(words, env=house.environment(), stdin=asked, stdout=asked, stderr=asked) as process:
        os.close(asked)
        said = b""
        while b"Type yes:" not in said:
            said += os.read(answering, 4096)
        os.write(answering, b"no\n")
        assert process.wait(120) == NOTHING_DONE
    os.close(answering)
    assert "stays without her" in said.decode()
    assert "Her name, how she is spoken and written to" in said.decode()
    assert house.tables() == before


def test_a_client_rests_and_is_written_to_again(house):
    paolo = "Paolo Marchetti"
    assert house.carnet("hold", paolo, "--because", "rest").returncode == NOTHING_DONE, "two answer to that name"
    assert "is held, until 2030-12-24 included (selling): Away." in house.done(
        "hold", "C-78", "--because", "Away.", "--until", "2030-12-24", "--scope", "selling"
    )
    one_sentence(house.carnet("release", "C-78", "--scope", "everything"), NOTHING_DONE)
    assert "is no longer held (selling)." in house.done("release", "C-78", "--because", "She is back.")
    one_sentence(house.carnet("release", "C-78"), NOTHING_DONE)


def test_an_id_leads_to_its_record_and_its_rows(house):
    ((sale,),) = house.execute("select id from purchases_sale where external_id = 'W-3'")
    told = house.done("fact", sale)
    assert told.startswith(f"purchases sale  {sale}")
    assert "sales.csv, line 4" in told


def test_a_book_is_shared_out_only_in_words_at_first(house):
    before = house.tables()
    assert "would stay in the boutique’s book" in house.done("share-out", "--dry-run")
    assert house.tables() == before


def test_a_database_that_does_not_answer(tmp_path):
    nowhere = "postgresql://nobody:a-password@127.0.0.1:1/none"
    sentence = one_sentence(homes.Home(tmp_path).carnet("morning", DATABASE_URL=nowhere), UNAVAILABLE)
    assert "a-password" not in sentence


def test_a_fault_is_a_sentence_too_and_quotes_no_row(house):
    house.execute("alter table consent_hold add constraint broken check (because <> 'canari-because') not valid")
    finished = house.carnet("hold", "C-78", "--because", "canari-because")
    house.execute("alter table consent_hold drop constraint broken")
    sentence = one_sentence(finished, FAULT)
    assert sentence.startswith("A fault of Carnet’s own: IntegrityError at ")
    assert "canari" not in sentence


def test_two_houses_side_by_side(house, empty):
    assert house.carnet("morning").returncode == DONE
    with homes.home() as second:
        second.done("open-house", "--name", "Maison Linden", "--country", "GB", "--manager", "Ada Heron")
        assert second.execute("select name from house_maison") == [("Maison Linden",)]
        assert "canari" not in repr(second.tables()).casefold()
        assert house.execute("select count(*) from house_maison") == [(1,)]
        keys = [(each.path / "secrets.json").read_text() for each in (house, second, empty)]
        assert len(set(keys)) == len(keys)
