"""The migrations go forward in one line, and back."""

from types import SimpleNamespace

import pytest
from django.db import migrations, models

from tools import migrations as lint

pytestmark = pytest.mark.house


def loader(*names, operations=(), leaves=1):
    return SimpleNamespace(
        graph=SimpleNamespace(leaf_nodes=lambda app: [(app, name) for name in names[-leaves:]]),
        disk_migrations={("books", name): SimpleNamespace(operations=operations) for name in names},
    )


def faults(*names, **said):
    return list(lint.faults(loader(*names, **said), {"books"}))


def test_one_line_with_its_way_back():
    both_ways = [migrations.AddField("book", "name", models.TextField()), migrations.RunSQL("select 1", "select 2")]
    assert faults("0001_initial", "0002_name", operations=both_ways) == []


def test_two_last_migrations():
    assert "2 last migrations" in faults("0001_initial", "0002_name", leaves=2)[0]


def test_a_number_twice():
    assert "numbers" in faults("0001_initial", "0002_name", "0002_other")[0]


@pytest.mark.parametrize("operation", [migrations.RunSQL("select 1"), migrations.RunPython(lambda apps, editor: None)])
def test_no_way_back(operation):
    assert "no way back" in faults("0001_initial", operations=[operation])[0]


@pytest.mark.parametrize(
    "operation", [migrations.RenameField("book", "a", "b"), migrations.RenameModel("Book", "Ledger")]
)
def test_a_rename(operation):
    assert "renames" in faults("0001_initial", operations=[operation])[0]


def test_ours():
    assert lint.main() == 0
