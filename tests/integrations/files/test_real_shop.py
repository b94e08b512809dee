"""The whole real shop comes in, and a morning is prepared on it; its file, read without Carnet, says the same."""

from __future__ import annotations

import collections
import csv
import dataclasses
import datetime as dt
import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.cli import homes
from tests.integrations.files import real_shop

AS_OF = dt.date(2011, 11, 15)
CAP = 3
SCHEMA = real_shop.ROOT / "docs" / "api" / "morning.schema.json"
MEMORY = 300 * 2**20
"""What the importing process may take, in bytes."""


@dataclasses.dataclass
class Shop:
    """The shop, taken in once for all the tests of this file."""

    home: homes.Home
    code: int
    outcome: dict[str, Any]
    opened: str
    memory: int
    """The most the importing process held, in bytes."""

    @cached_property
    def lines(self) -> list[real_shop.Sold]:
        return real_shop.read(real_shop.file())

    @cached_property
    def credible(self) -> list[real_shop.Sold]:
        return [line for line in self.lines if line.is_credible]

    @cached_property
    def morning(self) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(self.home.done("morning", "--as-of", AS_OF.isoformat(), "--json"))
        return told

    @property
    def suggestions(self) -> list[dict[str, Any]]:
        return [each for day in self.morning["days"] for each in day["suggestions"]]


def most_held(running: subprocess.Popen[bytes]) -> int:
    """The largest resident set in bytes, watched until it ends: `wait4` would count what this process held as it forked."""
    most = 0
    while running.poll() is None:
        with suppress(OSError):
            said = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{running.pid}/status").read_text())
            most = int(said[1]) * 1024 if said else most
        time.sleep(0.05)
    return most


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    said, told = (tmp_path_factory.mktemp("said") / name for name in ("out", "err"))
    with homes.home() as home:
        with said.open("w") as out, told.open("w") as err:
            running = subprocess.Popen(
                [sys.executable, "-P", "-m", "carnet", "import", str(real_shop.file()), "--json"],
                env=home.environment(), cwd="/", stdin=subprocess.DEVNULL, stdout=out, stderr=err,
            )  # fmt: skip
            memory = most_held(running)
        assert said.stat().st_size, told.read_text()
        yield Shop(
            home,
            running.returncode,
            json.loads(said.read_text()),
            told.read_text(),
            memory,
        )


def test_every_line_is_accounted_for(shop):
    counts = shop.outcome["counts"]
    assert counts["rows"] == len(shop.lines)
    assert counts["refused"] == len(shop.lines) - len(shop.credible) > 0
    assert shop.code == 1, "Some rows were refused, and all the others came in."
    assert counts["lines"] == {"new": sum(line.quantity > 0 for line in shop.credible), "changed": 0}
    assert counts["sales"]["new"] == len({line.invoice for line in shop.credible if line.quantity > 0})
    assert counts["people"]["new"] == len({line.customer for line in shop.credible} - {""})
    assert counts["references"]["new"] == len({line.sku for line in shop.credible})


def test_what_came_back_is_counted_with_and_without_its_sale(shop):
    back = [line for line in shop.credible if line.quantity < 0]
    matched = real_shop.matched(shop.credible)
    assert shop.outcome["counts"]["returns"] == {
        "new": len(back), "changed": 0, "matched": matched, "unmatched": len(back) - matched,
    }  # fmt: skip
    assert 0 < matched < len(back)


def test_the_amounts_are_the_files_amounts_to_the_penny(shop):
    sold = sum(line.quantity * line.price for line in shop.credible if line.quantity > 0)
    back = sum(-line.quantity * line.price for line in shop.credible if line.quantity < 0)
    assert shop.home.execute("select sum(total) from purchases_line") == [(sold,)]
    assert shop.home.execute("select sum(amount) from purchases_return") == [(back,)]
    net = dict(
        shop.home.execute(
            """
            select e.external_id, coalesce((select sum(l.total) from purchases_line l join purchases_sale s on s.id = l.sale_id
                                            where s.client_id = e.client_id), 0)
                                - coalesce((select sum(amount) from purchases_return r where r.client_id = e.client_id), 0)
            from clients_externalid e
            """
        )
    )
    expected: dict[str, Decimal] = collections.defaultdict(Decimal)
    for line in shop.credible:
        if line.customer:
            expected[line.customer] += line.quantity * line.price
    assert net == expected, "Refunds net out, client by client."


def test_every_refused_row_is_in_the_file_with_its_line_and_a_reason(shop):
    path = Path(shop.outcome["refused_file"])
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    refused = [number for number, line in enumerate(shop.lines, 2) if not line.is_credible]
    assert len(rows) == len(refused)
    assert {row["Invoice"] for row in rows} == {shop.lines[number - 2].invoice for number in refused}
    assert all(row["reason"].endswith(".") for row in rows)


def test_the_importing_process_stays_small(shop):
    assert 0 < shop.memory <= MEMORY


def test_the_house_was_opened_with_what_the_file_lets_one_assume(shop):
    assert "Europe/London, prices in GBP" in shop.opened
    assert "Care rests on these words, kept as proof:" in shop.opened
    assert shop.outcome["counts"]["reachable"]["before"] == {"care": 0, "invitation": 0}
    buyers = {line.customer for line in shop.credible if line.quantity > 0} - {""}
    assert shop.outcome["counts"]["reachable"]["after"] == {"care": len(buyers), "invitation": 0}


class TestTheMorning:
    def test_it_is_the_managers_for_nobody_has_an_advisor(self, shop):
        assert [day["advisor"]["name"] for day in shop.morning["days"]] == ["Manager"]
        assert shop.morning["as_of"] == AS_OF.isoformat()

    def test_there_are_suggestions_and_none_beyond_the_cap(self, shop):
        assert shop.suggestions
        assert all(len(day["suggestions"]) <= CAP for day in shop.morning["days"])

    def test_everyone_the_shop_had_met_is_suggested_or_at_rest_with_a_reason(self, shop):
        heard = [
            each["client"]["id"] for day in shop.morning["days"] for each in (*day["suggestions"], *day["at_rest"])
        ]
        ids = dict(shop.home.execute("select client_id::text, external_id from clients_externalid"))
        assert sorted(ids[client] for client in heard) == sorted(real_shop.known_by(shop.credible, AS_OF))
        assert all(each["because"] for day in shop.morning["days"] for each in day["at_rest"])

    def test_every_fact_resolves_to_the_row_of_the_file_that_says_so(self, shop):
        bought = real_shop.bought_on(shop.credible)
        seen = 0
        for each in shop.suggestions:
            customer = each["client"]["name"].removeprefix("No. ")
            for fact in (fact for reason in each["reasons"] for fact in reason["facts"]):
                rows = shop.home.execute(
                    f"select line_number, raw from files_sourcerow where record_id = '{fact['id']}'"
                )
                assert rows, fact
                number, raw = rows[0]
                invoice, sku, description, *_rest, client, _country = json.loads(raw)
                line = shop.lines[number - 2]
                assert (line.invoice, line.sku, line.customer) == (invoice, sku.strip(), client)
                assert (client, fact["on"]) == (customer, line.at[:10])
                assert sku.strip() in bought[customer, fact["on"]]
                assert description.strip()
                assert fact["words"].startswith("Bought: ")
                seen += 1
        assert seen >= len(shop.suggestions)

    def test_thanks_are_for_those_who_bought_in_the_last_week_and_were_not_thanked(self, shop):
        week = {(AS_OF - dt.timedelta(days=days)).isoformat() for days in range(1, 8)}
        recent = {customer for customer, day in real_shop.bought_on(shop.credible) if day in week}
        thanked = {
            each["client"]["name"].removeprefix("No. ")
            for each in shop.suggestions
            for reason in each["reasons"]
            if reason["kind"] == "thanks"
        }
        assert thanked
        assert thanked <= recent

    def test_the_same_records_and_date_give_the_same_day(self, shop):
        assert json.loads(shop.home.done("morning", "--as-of", AS_OF.isoformat(), "--json")) == shop.morning

    def test_it_is_as_its_schema_says(self, shop):
        jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text())).validate(shop.morning)


def test_the_same_file_again_changes_nothing(shop):
    tables = ("clients_client", "purchases_sale", "purchases_line", "purchases_return", "files_sourcerow")
    counted = "; ".join(f"select count(*) from {table}" for table in tables)
    before = [shop.home.execute(each) for each in counted.split("; ")]
    again = shop.home.carnet("import", real_shop.SLICE, "--json")
    counts = json.loads(again.stdout)["counts"]
    assert counts["sales"] == counts["lines"] == {"new": 0, "changed": 0}
    assert counts["people"]["new"] == counts["people"]["changed"] == 0
    assert [shop.home.execute(each) for each in counted.split("; ")] == before
