"""`carnet doctor` says what is well, and finds whatever is not."""

from __future__ import annotations

import json
from importlib import resources

import pytest

from carnet.cli import DONE, IN_PART, NO_HOUSE
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
HASTY = {"fsync is off", "full_page_writes is off", "synchronous_commit is off"}
"""What is true of every home of the tests."""


@pytest.fixture(scope="module")
def house():
    with homes.home() as made:
        made.done(*OPENED)
        yield made


@pytest.fixture
def well(house, tmp_path):
    house.done("backup", tmp_path / "house.carnet")
    return house


def findings(home, **environment):
    finished = home.carnet("doctor", "--json", **environment)
    assert finished.stderr == ""
    told = json.loads(finished.stdout)
    assert finished.returncode == (IN_PART if any(each["state"] == "mend" for each in told) else DONE)
    return told


def to_mend(home, **environment):
    words = [each["words"] for each in findings(home, **environment) if each["state"] == "mend"]
    return [each for each in words if not each.startswith(tuple(HASTY))]


def test_a_house_that_is_well(well):
    assert to_mend(well) == []
    assert {each["about"] for each in findings(well)} == {
        "server", "durability", "roles", "journal", "schema", "clock", "jobs", "keys", "forgotten", "backup", "disk", "zones",
        "web", "voice",
    }  # fmt: skip


def test_it_says_so_in_lines(well):
    finished = well.carnet("doctor")
    assert finished.returncode == IN_PART
    assert "mend    durability fsync is off: what was acknowledged can be lost in a power cut." in finished.stdout


def test_a_server_that_may_forget_what_it_acknowledged(well):
    told = [each["words"] for each in findings(well) if each["about"] == "durability" and each["state"] == "mend"]
    assert [words.split(":")[0] for words in told] == [
        "fsync is off",
        "full_page_writes is off",
        "synchronous_commit is off",
    ]


def test_one_role_for_everything(well):
    from config.embedded import OWNER, SUPERUSER, Embedded

    for role, mighty in ((OWNER, 0), (SUPERUSER, 1)):
        told = to_mend(well, DATABASE_URL=Embedded(well.path).url(role))
        assert len([words for words in told if "who may do anything" in words]) == mighty
        assert len([words for words in told if words.startswith("They own")]) == 1
        (journal,) = [words for words in told if words.startswith("The journal is not protected")]
        assert "journal_line (update), journal_line (delete), journal_line (truncate)" in journal


@pytest.mark.parametrize("verb", ["update", "delete", "truncate"])
def test_a_journal_that_can_be_changed(well, verb):
    well.execute(f"grant {verb} on journal_line to carnet_app")
    (words,) = to_mend(well)
    well.execute(f"revoke {verb} on journal_line from carnet_app")
    assert words.startswith("The journal is not protected")
    assert f"journal_line ({verb})" in words


def test_a_database_that_is_behind(well):
    assert well.python("-m", "django", "migrate", "--database=owner", "clients", "0001").returncode == 0
    (words,) = to_mend(well)
    assert "changes of the database are waiting" in words
    well.done("migrate")
    assert to_mend(well) == []


def test_keys_that_others_can_read(well):
    (well.path / "secrets.json").chmod(0o644)
    (words,) = to_mend(well)
    (well.path / "secrets.json").chmod(0o600)
    assert "chmod 600" in words


def test_a_list_of_the_forgotten_that_was_written_into(well):
    path = well.path / "forgotten.jsonl"
    path.write_text('{"house": "x"}\n')
    path.chmod(0o600)
    (words,) = to_mend(well)
    path.unlink()
    assert "1 lines" in words


def test_no_backup_an_old_one_and_one_that_was_cut(house, tmp_path):
    last, file = house.path / "last-backup.json", tmp_path / "house.carnet"
    last.unlink(missing_ok=True)
    assert any("None was ever made" in words for words in to_mend(house))
    house.done("backup", file)
    told = json.loads(last.read_text())
    last.write_text(json.dumps(told | {"at": "2026-01-01T00:00:00+00:00"}))
    assert any("hours old" in words for words in to_mend(house))
    last.write_text(json.dumps(told))
    file.write_bytes(file.read_bytes()[:-1])
    assert any("not as long" in words for words in to_mend(house))
    file.unlink()
    assert to_mend(house) == []
    last.write_text("{")
    assert any("cannot be read" in words for words in to_mend(house))
    last.unlink()


def test_a_door_open_to_the_world_in_clear(well):
    assert any("any name" in words for words in to_mend(well, CARNET_HOSTS="*"))
    assert any("in clear" in words for words in to_mend(well, CARNET_HOSTS="carnet.example.test"))
    assert to_mend(well, CARNET_HOSTS="carnet.example.test", CARNET_BEHIND_TLS="1") == []


def test_a_zone_the_two_tell_differently(well, tmp_path):
    """Python's zones are those of a folder in which Paris keeps the time of Tokyo."""
    zones = tmp_path / "zones"
    (zones / "Europe").mkdir(parents=True)
    (zones / "tzdata.zi").write_text("# version 2019c\n")
    (zones / "Europe" / "Paris").write_bytes((resources.files("tzdata") / "zoneinfo" / "Asia" / "Tokyo").read_bytes())
    told = findings(well, PYTHONTZPATH=str(zones))
    assert [each["words"] for each in told if each["about"] == "zones" and each["state"] == "look at"] == [
        "Time zones are those of release 2019c."
    ]
    assert any("Europe/Paris" in each["words"] for each in told if each["state"] == "mend")


def test_no_house(tmp_path):
    with homes.home() as empty:
        finished = empty.carnet("doctor")
        assert (finished.returncode, finished.stdout) == (NO_HOUSE, "")


def test_a_key_that_is_not_this_houses_and_not_a_word_of_a_client(lived_in):
    house, _her = lived_in
    assert not any("sealed with" in words for words in to_mend(house))
    told = to_mend(house, CARNET_SEALING_KEY="another one altogether")
    assert any("not the one this house is sealed with" in words for words in told)
    assert "canari" not in house.carnet("doctor").stdout.casefold()
