"""The real shop: every order line of a gift shop over two years, and what its file says when it is read without Carnet."""

from __future__ import annotations

import collections
import csv
import dataclasses
import datetime as dt
import gzip
import os
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
WHOLE = Path(os.environ.get("REAL_SHOP", ROOT.parent / "shared" / "data" / "online_retail_lines.csv.gz"))
SLICE = ROOT / "tests" / "data" / "online_retail_slice.csv.gz"


@dataclasses.dataclass(frozen=True)
class Sold:
    """One line as the shop wrote it."""

    invoice: str
    sku: str
    quantity: int
    at: str
    price: Decimal
    customer: str

    @property
    def is_credible(self) -> bool:
        """Nobody sells at less than nothing, buys on a cancellation, or brings back what has no price."""
        if self.price < 0 or self.quantity == 0:
            return False
        return self.price > 0 if self.quantity < 0 else not self.invoice.startswith("C")


def file() -> Path:
    """The whole shop where it lies beside the checkout, else the part of it that the checkout brings."""
    return WHOLE if WHOLE.exists() else SLICE


def read(path: Path) -> list[Sold]:
    """Every line of it."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as text:
        return [
            Sold(
                row["Invoice"], row["StockCode"].strip(), int(row["Quantity"]), row["InvoiceDate"], Decimal(row["Price"]),
                row["Customer ID"].strip(),
            )
            for row in csv.DictReader(text)
        ]  # fmt: skip


def matched(lines: list[Sold]) -> int:
    """How many of the things brought back their buyer had bought before."""
    first: dict[tuple[str, str], str] = {}
    for line in lines:
        if line.quantity > 0 and line.customer:
            bought = line.customer, line.sku
            first[bought] = min(first.get(bought, line.at), line.at)
    never = "9999"
    return sum(
        first.get((line.customer, line.sku), never) < line.at for line in lines if line.quantity < 0 and line.customer
    )


def known_by(lines: list[Sold], day: dt.date) -> set[str]:
    """Whom the shop had met by the end of that day."""
    return {line.customer for line in lines if line.customer and line.at[:10] <= day.isoformat()}


def bought_on(lines: list[Sold]) -> dict[tuple[str, str], set[str]]:
    """What each customer bought on each day, by the shop's own references."""
    found: dict[tuple[str, str], set[str]] = collections.defaultdict(set)
    for line in lines:
        if line.quantity > 0:
            found[line.customer, line.at[:10]].add(line.sku)
    return found
