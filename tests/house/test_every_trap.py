"""Each trap of the records has a test that bears its name."""

import re
from pathlib import Path

import pytest

TRAPS = (*range(1, 19), *range(20, 23), 24, 25, 27, 28, 31, 33, 34, 35, 36, 38, 39)
NAMED = re.compile(r"^\s*def test_z(\d{2})_", re.MULTILINE)


@pytest.mark.house
def test_every_trap_of_the_records_is_the_name_of_a_test():
    found = {
        int(number)
        for module in Path(__file__).parents[1].rglob("test_*.py")
        for number in NAMED.findall(module.read_text())
    }
    assert [f"Z-{trap}" for trap in TRAPS if trap not in found] == []
