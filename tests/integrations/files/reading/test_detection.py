"""How a column writes numbers and dates is settled by what it holds; what it does not tell must be asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carnet.integrations.files.reading import detection


@pytest.mark.parametrize(
    ("samples", "mark", "sure"),
    [
        (["6.95", "12"], ".", True), (["6,95", "12"], ",", True), (["1.234,50"], ",", True),
        (["1,234.50"], ".", True), (["1 234,5 €"], ",", True),
        (["1’250.50"], ".", True), (["1.234.567"], ",", True), (["1,234,567"], ".", True), (["0,125"], ",", True),
        (["0.125"], ".", True), (["12,5000"], ",", True),
        (["Fr. 12,50"], ",", True), ([",50"], ".", False), (["1234,567"], ",", True), ([], ".", False),
        (["12", "", "free"], ".", False),
        (["1,250", "2,500"], ".", False), (["1.250"], ".", False), (["1,250", "3,5"], ",", True),
        (["6,95", "7,50", "1.5"], ",", False),
    ],
)  # fmt: skip
def test_the_decimal_mark(samples, mark, sure):
    assert detection.decimal_mark(samples) == mark
    assert detection.settle_decimal_mark(iter(samples)).sure is sure


def test_the_cell_that_told():
    assert detection.settle_decimal_mark(["1,250", "3,5", "4,5"]) == detection.Settled(",", sure=True, example="3,5")
    assert detection.settle_date_order(["01/02/2024", "25/12/2024", "26/12/2024"]) == detection.Settled(
        "dmy", sure=True, example="25/12/2024"
    )


@pytest.mark.parametrize(
    ("samples", "order"),
    [
        (["25/12/2024", "01/02/2024"], "dmy"), (["12/25/2024", "01/02/2024"], "mdy"), (["2024-12-25"], "ymd"),
        (["2024/12/25 10:00", "2024-1-2"], "ymd"),
        (["01/02/2024", "03/04/2024", "12/12/2024"], None), (["05/05/2024"], None), ([], None),
        (["", "unknown", "Dec 1, 2024", "45292"], None),
        (["25/12/2024", "12/25/2024"], None), (["2024-12-25", "25/12/2024 10:30"], "dmy"),
        (["2024-12-25", "01/02/2024"], None),
        (["99/99/2024", "25.12.2024"], "dmy"), (["12/10", "25/12"], "dmy"), (["12/10", "06/08"], None),
        (["12/31"], "mdy"),
        (["24/12/10", "24/12/25"], None), (["24/12/10", "31/12/99"], "dmy"), (["12/31/24"], "mdy"),
        (["31-12-2024", "1-2-2024"], "dmy"),
    ],
)  # fmt: skip
def test_the_order_of_a_date(samples, order):
    assert detection.date_order(samples) == order
    assert detection.settle_date_order(samples).sure is (order is not None)


@given(days=st.lists(st.tuples(st.integers(1, 12), st.integers(1, 12), st.integers(1990, 2030)), min_size=1))
def test_an_order_that_cannot_be_told_is_never_guessed(days):
    assert detection.date_order(f"{a:02}/{b:02}/{year}" for a, b, year in days) is None


@given(days=st.lists(st.dates().filter(lambda day: day.year > 999), min_size=1), order=st.sampled_from(["dmy", "mdy"]))
def test_what_is_settled_is_what_was_written(days, order):
    pattern = "%d/%m/%Y" if order == "dmy" else "%m/%d/%Y"
    assert detection.date_order(day.strftime(pattern) for day in days) in {order, None}
    if any(day.day > 12 for day in days):
        assert detection.date_order(day.strftime(pattern) for day in days) == order
