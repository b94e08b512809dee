"""`carnet import` as a person or a night job calls it: what it says, what it leaves, and with which code it ends."""

from __future__ import annotations

import csv
import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli import homes
from tests.factories import exports
from tests.integrations.files.test_people import HELENE
from tests.integrations.files.test_sales import EARRINGS, sold

DONE, IN_PART, NOTHING_DONE, NO_HOUSE = 0, 1, 2, 3


@pytest.fixture(scope="module")
def vauclair() -> Iterator[homes.Home]:
    """A house with one boutique."""
    with homes.home() as made:
        made.done(
            "open-house", "--name", "Vauclair", "--boutique", "rue du Mail", "--city", "Paris", "--country", "FR",
            "--language", "en", "--manager", "Inès Valdor", "--advisor", "Camille Aubry",
        )  # fmt: skip
        yield made


def written(folder: Path, *rows: dict, name: str = "till.csv") -> Path:
    return exports.sheet(folder / name, exports.rows(*rows))


def id_in(said: str) -> str:
    found = re.search(r"--undo ([0-9a-f-]{36})", said)
    assert found, said
    return found[1]


def test_done_is_zero_and_says_what_came_in(vauclair, tmp_path):
    done = vauclair.carnet("import", written(tmp_path, sold(), sold(**EARRINGS)), "--source", "zero")
    assert done.returncode == DONE, done.stderr
    assert (
        "till.csv: sales from zero; utf-8, separator ','; decimal mark “.”, dates ymd in Europe/Paris." in done.stdout
    )
    for sentence in (
        "2 rows read.",
        "People: 1 new, 0 changed, 0 as they were.",
        "Sales: 1 new, 0 changed.",
        "Lines: 2 new, 0 changed.",
    ):
        assert sentence in done.stdout
    id_in(done.stdout)


def test_in_part_is_one_and_every_refused_row_is_in_a_file(vauclair, tmp_path):
    path = written(tmp_path, sold(), sold(Order="S-2", Date="2026-02-30"), sold(Order="S-3", Quantity=0))
    done = vauclair.carnet("import", path, "--source", "one", "--json")
    assert done.returncode == IN_PART, done.stderr
    outcome = json.loads(done.stdout)
    assert outcome["counts"]["refused"] == 2
    with Path(outcome["refused_file"]).open(encoding="utf-8-sig", newline="") as file:
        assert [row[:2] for row in csv.reader(file)] == [
            ["line", "reason"], ["3", "“2026-02-30” is a day or a time that does not exist."], ["4", "The quantity is 0."],
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "The file is empty: export it again."),
        ("Order,Date,SKU,Price\n", "The file has a header on line 1 and no rows under it: export it again."),
        (
            "Order,SKU,Price\n1,2,3\n",
            "No column says when it was sold: name the one that does for the field “sold_at”.",
        ),
    ],
)
def test_nothing_done_is_two_with_one_sentence(vauclair, tmp_path, content, sentence):
    path = tmp_path / "wrong.csv"
    path.write_text(content)
    before = vauclair.tables()
    done = vauclair.carnet("import", path)
    assert (done.returncode, done.stdout, done.stderr.strip()) == (NOTHING_DONE, "", sentence)
    assert vauclair.tables() == before


def test_a_file_of_refused_rows_alone_is_two(vauclair, tmp_path):
    assert vauclair.carnet("import", written(tmp_path, sold(Quantity=0))).returncode == NOTHING_DONE


def test_a_word_it_does_not_know_is_two(vauclair):
    assert vauclair.carnet("import", "--backwards").returncode == NOTHING_DONE
    assert vauclair.carnet("import").returncode == NOTHING_DONE
    missing = vauclair.carnet("import", "/nowhere/till.csv")
    assert (missing.returncode, missing.stderr.strip()) == (
        NOTHING_DONE, "There is no file called /nowhere/till.csv: nothing was done.",
    )  # fmt: skip


def test_a_dry_run_says_the_same_and_writes_nothing(vauclair, tmp_path):
    path = written(tmp_path, sold(), sold(**EARRINGS), sold(Order="S-4", Quantity=0))
    before = vauclair.tables()
    dry = vauclair.carnet("import", path, "--source", "dry", "--dry-run", "--json")
    assert dry.returncode == IN_PART, dry.stderr
    assert vauclair.tables() == before
    assert not list((vauclair.path / "imports").glob(f"*{json.loads(dry.stdout)['id']}*"))
    wet = vauclair.carnet("import", path, "--source", "dry", "--json")
    assert json.loads(dry.stdout)["counts"] == json.loads(wet.stdout)["counts"]


def test_an_import_is_taken_back_by_its_id_once(vauclair, tmp_path):
    made = id_in(vauclair.done("import", written(tmp_path, sold()), "--source", "back"))
    assert made in vauclair.done("import", "--list")
    assert vauclair.done("import", "--undo", made).strip() == "“till.csv” was taken back."
    again = vauclair.carnet("import", "--undo", made)
    assert (again.returncode, again.stderr.strip()) == (
        NOTHING_DONE, "“till.csv” was already taken back: there is nothing left to undo.",
    )  # fmt: skip
    unknown = vauclair.carnet("import", "--undo", "last")
    assert (unknown.returncode, unknown.stderr.strip()) == (
        NOTHING_DONE, "There is no import last: carnet import --list shows them.",
    )  # fmt: skip


def test_a_mapping_is_kept_by_name_for_the_next_export(vauclair, tmp_path):
    table = [["Wer", "Wann", "Was", "Wieviel"], ["Hélène", "31.01.2026", "Lune pendant", "3.900,50"]]
    path = exports.sheet(tmp_path / "kasse.csv", table, separator=";")
    pairs = [
        word
        for pair in ("client_id=Wer", "client_name=Wer", "sold_at=Wann", "item=Was", "unit_price=Wieviel")
        for word in ("--map", pair)
    ]
    vauclair.done("import", path, "--kind", "sales", "--source", "kasse", "--mapping", "Kasse", *pairs)
    tomorrow = exports.sheet(
        tmp_path / "morgen.csv", [table[0], ["Paolo", "03.02.2026", "Lune pendant", "1.000"]], separator=";"
    )
    outcome = json.loads(vauclair.done("import", tomorrow, "--mapping", "Kasse", "--json"))
    assert (outcome["source"], outcome["read_as"]["date_order"], outcome["read_as"]["decimal_mark"]) == (
        "kasse",
        "dmy",
        ",",
    )
    assert vauclair.execute("select total from purchases_line order by total limit 1") == [(1000,)]
    unknown = vauclair.carnet("import", tomorrow, "--mapping", "Caisse")
    assert (unknown.returncode, unknown.stderr.strip()) == (
        NOTHING_DONE,
        "There is no mapping called “Caisse”: kept are Kasse.",
    )


def test_a_column_is_left_out_on_request(vauclair, tmp_path):
    outcome = json.loads(
        vauclair.done("import", written(tmp_path, HELENE), "--source", "out", "--map", "birthday=", "--json")
    )
    assert "birthday" not in outcome["columns"]
    assert outcome["counts"]["dates"] == 0


def test_the_fields_are_told_with_what_is_needed(vauclair):
    told = vauclair.done("import", "--fields")
    assert re.search(r"^people:$.*^sales:$.*^products:$", told, re.MULTILINE | re.DOTALL)
    assert "  sold_at            when it was sold (needed, or one like it)" in told
    assert "  birthday           her birthday, with or without its year" in told


def test_the_sellers_and_shops_are_answered_once_for_all_sales(vauclair, tmp_path):
    path = written(tmp_path, sold(Seller="C. A.", Store="Mail 1"))
    first = vauclair.done("import", path, "--source", "names")
    assert "1 seller’s name is not yet a colleague’s." in first
    assert "1 shop’s name is not yet a boutique’s." in first
    again = vauclair.done(
        "import", path, "--source", "names", "--seller", "C. A.=camille.aubry", "--place", "Mail 1=rue du Mail"
    )
    assert "not yet" not in again
    assert vauclair.execute(
        "select m.name from purchases_salerole r join house_member m on m.id = r.member_id"
        " join purchases_sale s on s.id = r.sale_id where s.source = 'names'"
    ) == [("Camille Aubry",)]


def test_killed_in_the_middle_nothing_is_half_done(vauclair, tmp_path):
    path = written(tmp_path, *(sold(Order=f"K-{number}") for number in range(60_000)))
    before = vauclair.tables()
    running = subprocess.Popen(
        [sys.executable, "-P", "-m", "carnet", "import", str(path), "--source", "killed"],
        env=vauclair.environment(), cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    copying = "select count(*) from pg_stat_progress_copy where tuples_processed > 10000"
    until(lambda: vauclair.execute(copying) == [(1,)] or running.poll() is not None)
    assert running.poll() is None, "It was over before it could be killed."
    running.send_signal(signal.SIGKILL)
    running.wait()
    until(lambda: vauclair.execute("select count(*) from pg_stat_progress_copy") == [(0,)])
    assert vauclair.tables() == before
    done = vauclair.carnet("import", path, "--source", "killed", "--json")
    assert json.loads(done.stdout)["counts"]["sales"]["new"] == 60_000


def until(it_is_so, patience: float = 60.0) -> None:
    ends = time.monotonic() + patience
    while not it_is_so():
        assert time.monotonic() < ends, "It never came to that."
        time.sleep(0.02)
