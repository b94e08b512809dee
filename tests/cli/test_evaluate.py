"""carnet evaluate: what it foresees, what it never looks at, and what it refuses."""

from __future__ import annotations

import csv
import datetime as dt
import signal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from pyarrow import csv as arrow_csv
from pyarrow import parquet

from carnet import cli
from tests.cli import homes

CDNOW, SHOP = (homes.ROOT / "tests" / "data" / f"{name}_events.parquet" for name in ("cdnow", "online_retail"))
CUT = dt.date(2011, 3, 31)
EIGHT_WEEKS = ("--calibration-end", "2011-03-31", "--horizon-weeks", "8")


@pytest.fixture(autouse=True)
def _left_as_found():
    """A command says what a polite end does; the suite has its own."""
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


def rhythm(events, out, *words):
    assert cli.main(["evaluate", "rhythm", "--events", str(events), "--out", str(out), *(words or EIGHT_WEEKS)]) == 0
    return foreseen(out)


def foreseen(out):
    with out.open(newline="") as opened:
        return list(csv.DictReader(opened))


def some_of_the_shop():
    """One client in eight, to be quick."""
    shop = parquet.read_table(SHOP)
    return shop.filter(pc.equal(pc.bit_wise_and(pc.cast(shop["client_id"], pa.int64()), 7), 0))


def written(table, path):
    parquet.write_table(table, path)
    return path


def is_past(table, last=CUT):
    return pc.less_equal(pc.cast(table["date"], pa.date32()), pa.scalar(last))


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shop")
    return written(some_of_the_shop(), folder / "shop.parquet")


def test_everybody_seen_by_the_cut_is_foreseen_once_and_nobody_else(shop, tmp_path):
    told = rhythm(shop, tmp_path / "told.csv")
    table = parquet.read_table(shop)
    seen = set(table.filter(is_past(table))["client_id"].to_pylist())
    assert len(told) == len(seen) < len(set(table["client_id"].to_pylist()))
    assert {row["client_id"] for row in told} == seen
    assert list(told[0]) == ["client_id", "p_return", "expected_purchases"]
    assert all(0 <= float(row["p_return"]) <= 1 for row in told)
    assert all(float(row["expected_purchases"]) >= float(row["p_return"]) for row in told)


def test_of_the_future_nothing_is_looked_at(shop, tmp_path):
    """Shuffled, falsified, and gone: the same answers to the last byte."""
    table, lot = parquet.read_table(shop), np.random.default_rng(6)
    past, future = table.filter(is_past(table)), table.filter(pc.invert(is_past(table)))
    order = pa.array(lot.permutation(len(future)))
    shuffled = pa.table(
        {
            name: future[name].take(order) if name in {"client_id", "amount"} else future[name]
            for name in table.column_names
        }
    )
    rhythm(shop, tmp_path / "told.csv")
    for number, other in enumerate((pa.concat_tables([past, shuffled]), past)):
        again = tmp_path / f"again-{number}.csv"
        rhythm(written(other, tmp_path / f"other-{number}.parquet"), again)
        assert again.read_bytes() == (tmp_path / "told.csv").read_bytes()


def test_the_past_is_looked_at(shop, tmp_path):
    table = parquet.read_table(shop)
    earlier = table.filter(is_past(table, dt.date(2011, 2, 28)))
    first, second = (
        rhythm(shop, tmp_path / "a.csv"),
        rhythm(written(earlier, tmp_path / "e.parquet"), tmp_path / "b.csv"),
    )
    assert {row["client_id"]: row["p_return"] for row in first} != {row["client_id"]: row["p_return"] for row in second}


def test_the_order_of_the_rows_says_nothing(shop, tmp_path):
    table = parquet.read_table(shop)
    shuffled = table.take(pa.array(np.random.default_rng(7).permutation(len(table))))
    told, again = (
        {row["client_id"]: float(row["p_return"]) for row in rhythm(file, tmp_path / "told.csv")}
        for file in (shop, written(shuffled, tmp_path / "shuffled.parquet"))
    )
    assert again == pytest.approx(told, abs=1e-7)


def test_csv_and_parquet_say_the_same_and_a_client_keeps_her_zeros(tmp_path):
    table = parquet.read_table(CDNOW).slice(0, 4_000)
    arrow_csv.write_csv(table, tmp_path / "events.csv")
    words = ("--calibration-end", "1997-09-30", "--horizon-weeks", "13")
    from_parquet = rhythm(written(table, tmp_path / "events.parquet"), tmp_path / "a.csv", *words)
    assert rhythm(tmp_path / "events.csv", tmp_path / "b.csv", *words) == from_parquet
    assert from_parquet[0]["client_id"] == "00001"


def test_more_weeks_make_a_return_likelier(shop, tmp_path):
    told = [
        [float(row["p_return"]) for row in rhythm(shop, tmp_path / "told.csv", *EIGHT_WEEKS[:3], weeks)]
        for weeks in ("4", "52")
    ]
    assert all(sooner < later for sooner, later in zip(*told, strict=True))


def test_who_only_brought_back_is_foreseen_as_well(tmp_path):
    (tmp_path / "events.csv").write_text(
        "client_id,date,kind,amount\n7,2011-01-03,refund,-20\n8,2011-01-03 10:15:00,purchase,20\n9,2012-01-01,purchase,9\n"
    )
    told = rhythm(tmp_path / "events.csv", tmp_path / "told.csv")
    assert [row["client_id"] for row in told] == ["7", "8"]


def test_a_range_for_each_household_and_category(tmp_path):
    days = {("1", "COFFEE"): (3, 17, 32, 45), ("1", "SOAP"): (10, 80), ("2", "COFFEE"): (60,), ("3", "COFFEE"): (200,)}
    lines = [
        f"{home},{what},{dt.date(2017, 1, 1) + dt.timedelta(day)}"
        for (home, what), all_days in days.items()
        for day in all_days
    ]
    (tmp_path / "events.csv").write_text("\n".join(["household_id,category,date", *lines]))
    out = tmp_path / "told.csv"
    words = [
        "evaluate",
        "replenishment",
        "--events",
        str(tmp_path / "events.csv"),
        "--as-of",
        "2017-04-01",
        "--out",
        str(out),
    ]
    assert cli.main(words) == 0
    told = {(row["household_id"], row["category"]): row for row in foreseen(out)}
    assert set(told) == {("1", "COFFEE"), ("1", "SOAP"), ("2", "COFFEE")}
    for row in told.values():
        assert float(row["gap_lo"]) <= float(row["gap_median"]) <= float(row["gap_hi"])
        assert 0 <= float(row["p7"]) <= 1
    assert float(told["1", "COFFEE"]["gap_lo"]) >= 45


def households(path, until, lot):
    """Two things used up by each of 200 homes every fortnight, half of which stop coming; later ones are drawn by `lot`."""
    past, start = np.random.default_rng(9), dt.date(2017, 1, 1)
    lines = ["household_id,category,date"]
    for series in range(400):
        days = np.unique(np.cumsum(past.gamma(4, 4, 40)).astype(int))
        days = days[days < (past.uniform(40, 90) if series % 4 < 2 else 90)]
        days = np.r_[days, 90 + lot.integers(1, 99, 5)] if until > 90 else days
        lines += [
            f"{series // 2},{'COFFEE' if series % 2 else 'SOAP'},{start + dt.timedelta(int(day))}" for day in days
        ]
    path.write_text("\n".join(lines))


def test_of_what_is_bought_later_nothing_is_looked_at(tmp_path):
    told = set()
    for number, until in enumerate((90, 180, 180)):
        events, out = tmp_path / f"{number}.csv", tmp_path / f"told-{number}.csv"
        households(events, until, np.random.default_rng(number))
        assert (
            cli.main(["evaluate", "replenishment", "--events", str(events), "--as-of", "2017-03-31", "--out", str(out)])
            == 0
        )
        told.add(out.read_bytes())
    assert len(told) == 1


def test_it_needs_no_house(shop, tmp_path):
    nowhere = homes.Home(tmp_path / "home")
    out = tmp_path / "told.csv"
    assert (
        nowhere.done(
            "evaluate", "rhythm", "--events", shop, "--out", out, *EIGHT_WEEKS, DATABASE_URL="postgresql://x:1/x"
        )
        == ""
    )
    assert len(foreseen(out)) > 100
    assert not nowhere.path.exists()


FILES = {
    "no client": "date,amount\n2011-01-01,3\n",
    "no date": "client_id,amount\nA,3\n",
    "a date that is none": "client_id,date\nA,2011-01-01\nB,last spring\n",
    "a day that is none": "client_id,date\nA,2011-02-30\n",
    "a date left out": "client_id,date\nA,2011-01-01\nB,\n",
    "a client left out": "client_id,date\n,2011-01-01\n",
    "an amount that is none": "client_id,date,amount\nA,2011-01-01,dear\n",
    "nothing before the cut": "client_id,date\nA,2011-04-01\n",
    "a column twice": "client_id,date,date\nA,2011-01-01,2011-01-02\n",
    "nothing at all": "",
    "no rows": "client_id,date\n",
    "rows of different lengths": "client_id,date\nA,2011-01-01,7,8\n",
    "not a table": "PAR1 but not really",
}


def refused(capfd, *words):
    try:
        code = cli.main(["evaluate", *map(str, words)])
    except SystemExit as left:
        code = left.code
    said = capfd.readouterr()
    assert (code, said.out) == (cli.NOTHING_DONE, ""), said
    (sentence,) = said.err.splitlines()
    assert sentence.endswith("."), sentence
    return sentence


@pytest.mark.parametrize("content", FILES.values(), ids=FILES)
def test_a_file_it_cannot_read_gets_one_sentence_and_leaves_nothing(content, tmp_path, capfd):
    events, out = tmp_path / "events.csv", tmp_path / "told.csv"
    events.write_text(content)
    out.write_text("what was there")
    refused(capfd, "rhythm", "--events", events, "--out", out, *EIGHT_WEEKS)
    assert out.read_text() == "what was there"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["events.csv", "told.csv"]


def test_words_it_does_not_understand(shop, tmp_path, capfd):
    out, nowhere = tmp_path / "told.csv", tmp_path / "nowhere"
    given = ("rhythm", "--events", shop, "--out", out)
    assert "rhythm or replenishment" in refused(capfd)
    assert "31/03/2011" in refused(capfd, *given, "--calibration-end", "31/03/2011", "--horizon-weeks", "8")
    for weeks in ("0", "-4", "soon", "2.5", "5200"):
        refused(capfd, *given, "--calibration-end", "2011-03-31", "--horizon-weeks", weeks)
    assert str(nowhere) in refused(capfd, "rhythm", "--events", nowhere, "--out", out, *EIGHT_WEEKS)
    assert "category" in refused(capfd, "replenishment", "--events", shop, "--out", out, "--as-of", "2011-03-31")
    assert not out.exists()


def test_where_it_cannot_write(shop, tmp_path, capfd):
    for out in (tmp_path / "nowhere" / "told.csv", tmp_path, shop):
        before = shop.read_bytes()
        refused(capfd, "rhythm", "--events", shop, "--out", out, *EIGHT_WEEKS)
        assert shop.read_bytes() == before
    assert list(tmp_path.iterdir()) == []
