"""What came of it: the truth of a file of events after a day, written to a file of its own, beside no model."""

from __future__ import annotations

import collections
import csv
import datetime as dt
from pathlib import Path

from pyarrow import parquet

WEEK = dt.timedelta(days=7)


def of_clients(events: Path, cut: dt.date, horizons: tuple[int, ...], out: Path) -> None:
    """Per client with a purchase day until `cut`: her silence, her purchase days, and purchases and spend in each horizon.

    A purchase day is one that brought more in than went back; where the file has no refunds, every day of its own.
    """
    rows = parquet.read_table(events).to_pylist()
    takes_back = bool(rows) and "kind" in rows[0]
    taken: dict[tuple[str, dt.date], float] = collections.defaultdict(float)
    for row in rows:
        taken[row["client_id"], row["date"].date()] += row.get("amount", 1.0)
    bought: dict[str, list[tuple[dt.date, float]]] = collections.defaultdict(list)
    for (client, day), amount in sorted(taken.items()):
        if amount > 0 or not takes_back:
            bought[client].append((day, amount))
    told = []
    for client, purchases in bought.items():
        before = [day for day, _ in purchases if day <= cut]
        after = [[each for each in purchases if cut < each[0] <= cut + weeks * WEEK] for weeks in horizons]
        if before:
            counts, sums = (
                [len(each) for each in after],
                [round(sum(amount for _, amount in each), 2) for each in after],
            )
            told.append([client, (cut - before[-1]).days, len(before), *counts, *sums])
    names = [f"{what}_{weeks}w" for what in ("purchases", "spend") for weeks in horizons]
    _write(out, ["client_id", "silence_days", "purchase_days", *names], told)


def of_series(events: Path, cut: dt.date, until: dt.date, out: Path) -> None:
    """Per household and category bought until `cut`: its occasions and silence, and the next one until the last day."""
    series: dict[tuple[int, str], set[dt.date]] = collections.defaultdict(set)
    for row in parquet.read_table(events).to_pylist():
        series[row["household_id"], row["category"]].add(row["date"].date())
    told = []
    for key, bought in sorted(series.items()):
        before, after = [day for day in bought if day <= cut], [day for day in bought if cut < day <= until]
        if before:
            last, then = max(before), min(after, default=None)
            ahead: list[object] = [(then - last).days, (then - cut).days] if then else ["", ""]
            told.append([*key, len(before), (cut - last).days, *ahead])
    _write(out, ["household_id", "category", "occasions", "silence_days", "gap_days", "days_to_next"], told)


def _write(out: Path, header: list[str], rows: list[list[object]]) -> None:
    with out.open("w", newline="", encoding="utf-8") as opened:
        writer = csv.writer(opened)
        writer.writerow(header)
        writer.writerows(rows)
