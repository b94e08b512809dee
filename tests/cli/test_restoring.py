"""A house is written into a file, and opened again from there."""

from __future__ import annotations

import fcntl
import hashlib
import json
import stat
import zipfile

import pytest

from carnet.cli import IN_PART, NO_HOUSE, NOTHING_DONE, UNAVAILABLE, refilling
from tests.cli import homes

LATER = {"journal_line"}
"""A restore leaves one line; nothing else may differ."""


@pytest.fixture(scope="module")
def house(lived_in):
    return lived_in[0]


@pytest.fixture(scope="module")
def backup(house, tmp_path_factory):
    path = tmp_path_factory.mktemp("backups") / "house.carnet"
    house.done("backup", path)
    return path


@pytest.fixture(scope="module")
def second():
    with homes.home() as made:
        yield made


@pytest.fixture
def empty(second):
    return second.emptied()


def rewritten(backup, path, *, manifest=None, dump=None, **changes):
    """The same backup with other words in it, its checksums true to them."""
    with zipfile.ZipFile(backup) as packed, zipfile.ZipFile(path, "w") as written:
        told = json.loads(packed.read("manifest.json")) | (manifest or {})
        for name in told["checksums"]:
            content = packed.read(name)
            if name == "database.sql" and dump:
                content = dump(content)
            told["checksums"][name] = hashlib.sha256(content).hexdigest()
            written.writestr(name, content)
        written.writestr("manifest.json", json.dumps(told | changes))
    return path


def refused(home, *words, code=NOTHING_DONE, **environment):
    """It leaves the house as it was, with one sentence."""
    before = home.tables()
    finished = home.carnet("restore", *words, **environment)
    assert finished.returncode == code, finished.stderr
    assert "Traceback" not in finished.stderr
    assert len(finished.stderr.splitlines()) == 1
    assert home.tables() == before
    return finished.stderr


def test_an_empty_home_becomes_the_same_house_row_by_row(house, backup, empty):
    before, structure = house.tables(), house.structure()
    assert sum(len(rows) > 0 for name, rows in before.items()) > 50
    empty.done("restore", backup)
    after = empty.tables()
    (line,) = set(after["journal_line"]) - set(before["journal_line"])
    assert "privacy.forgotten_again" in line
    assert {name: rows for name, rows in after.items() if name not in LATER} == {
        name: rows for name, rows in before.items() if name not in LATER
    }
    assert empty.structure() == structure


def test_so_are_its_files_and_its_keys(house, backup, empty):
    def beside(home):
        return {
            path.relative_to(home.path): path.read_bytes()
            for folder in ("uploads", "imports", "files")
            for path in (home.path / folder).rglob("*")
            if path.is_file()
        }

    assert beside(house)
    empty.done("restore", backup)
    assert beside(empty) == beside(house)
    keys = [json.loads((home.path / "secrets.json").read_text()) for home in (house, empty)]
    assert keys[0]["sealing_key"] == keys[1]["sealing_key"]
    assert keys[0]["postgres"] != keys[1]["postgres"]
    assert stat.S_IMODE((empty.path / "secrets.json").stat().st_mode) == 0o600


def test_nobody_is_signed_in_any_more(house, empty, tmp_path):
    house.execute("insert into django_session values ('somebody', 'in', now() + interval '1 day')")
    house.done("backup", tmp_path / "house.carnet")
    house.execute("delete from django_session")
    empty.done("restore", tmp_path / "house.carnet")
    assert empty.tables()["django_session"] == []


def test_the_file_is_whole_and_its_owners_alone(house, backup):
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    with zipfile.ZipFile(backup) as packed:
        told = json.loads(packed.read("manifest.json"))
        assert set(packed.namelist()) == {*told["checksums"], "manifest.json"}
        assert told["rows"]["clients_client"] == len(house.tables()["clients_client"])
    assert [path.name for path in backup.parent.iterdir()] == [backup.name]


def test_without_keys_it_opens_only_where_the_key_is(house, empty, tmp_path):
    path = tmp_path / "house.carnet"
    house.done("backup", path, "--without-keys")
    assert "sealing_key" in refused(empty, path)
    key = json.loads((house.path / "secrets.json").read_text())["sealing_key"]
    empty.done("restore", path, CARNET_SEALING_KEY=key)


def test_whoever_was_forgotten_since_stays_forgotten(lived_in, backup, empty, tmp_path):
    _house, her = lived_in
    empty.done("restore", backup)
    empty.done("forget", her, "--yes")
    assert [row for row in empty.tables()["clients_client"] if her in row] == []
    assert "Forgotten again: 1" in empty.done("restore", backup, "--replace")
    found = [row for rows in empty.tables().values() for row in rows if "canari" in row.casefold()]
    assert found == []
    assert not [path for path in (empty.path / "uploads").rglob("*") if path.is_file()]
    elsewhere = homes.copied(empty.path / "forgotten.jsonl", tmp_path / "kept elsewhere.jsonl")
    empty.emptied()
    assert "Forgotten again: 1" in empty.done("restore", backup, "--forgotten", elsewhere)
    assert not empty.execute(f"select 1 from clients_client where id = '{her}'")
    assert (empty.path / "forgotten.jsonl").read_text() == elsewhere.read_text()


def test_a_backup_brings_the_list_as_it_was(lived_in, backup, empty, tmp_path):
    _house, her = lived_in
    empty.done("restore", backup)
    empty.done("forget", her, "--yes")
    empty.done("backup", tmp_path / "later.carnet")
    kept = (empty.path / "forgotten.jsonl").read_text()
    empty.emptied().done("restore", tmp_path / "later.carnet")
    assert (empty.path / "forgotten.jsonl").read_text() == kept


def test_a_line_nobody_sealed_is_told_of_and_not_followed(backup, empty, tmp_path):
    forged = tmp_path / "forged.jsonl"
    forged.write_text('{"house": "x"}\n')
    finished = empty.carnet("restore", backup, "--forgotten", forged)
    assert finished.returncode == IN_PART
    assert "1 lines" in finished.stdout


def test_a_house_is_not_replaced_unasked(house, backup):
    assert "--replace" in refused(house, backup)


def test_nor_while_somebody_uses_it(house, backup):
    with (house.path / "in-use.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_SH)
        assert "in use" in refused(house, backup, "--replace", code=UNAVAILABLE)


def test_a_backup_of_a_newer_carnet_is_refused(house, backup, tmp_path):
    told = json.loads(zipfile.ZipFile(backup).read("manifest.json"))
    newer = {"migrations": told["migrations"] | {"clients": [*told["migrations"]["clients"], "0999_later"]}}
    words = refused(house, rewritten(backup, tmp_path / "newer.carnet", manifest=newer), "--replace")
    assert "up to date first" in words
    assert "format 2" in refused(house, rewritten(backup, tmp_path / "format.carnet", format=2), "--replace")


@pytest.mark.parametrize("spoil", ["a byte", "the end", "no zip", "a part"])
def test_a_damaged_file_is_refused(house, backup, tmp_path, spoil):
    path = homes.copied(backup, tmp_path / "house.carnet")
    content = bytearray(path.read_bytes())
    if spoil == "a byte":
        content[1000] ^= 0xFF
    elif spoil == "the end":
        del content[-100:]
    elif spoil == "no zip":
        content = bytearray(b"CREATE TABLE")
    path.write_bytes(content)
    if spoil == "a part":
        with zipfile.ZipFile(path, "a") as packed:
            packed.writestr("beside/uploads/more", "slipped in")
    assert "not whole" in refused(house, path, "--replace")
    assert house.carnet("restore", path, "--check").returncode == NOTHING_DONE


def test_a_whole_one_is_said_to_be(backup, tmp_path):
    assert "is whole" in homes.Home(tmp_path).done("restore", backup, "--check")
    assert not (tmp_path / "database").exists()


def test_half_a_script_changes_nothing(house, backup, tmp_path):
    """As if the command had been killed: what psql was told so far has no commit."""
    half = rewritten(backup, tmp_path / "half.carnet", dump=lambda content: content[: len(content) // 2])
    refused(house, half, "--replace")


def test_nor_do_rows_that_are_not_those_that_were_counted(house, backup, tmp_path):
    told = json.loads(zipfile.ZipFile(backup).read("manifest.json"))
    fewer = {"rows": told["rows"] | {"clients_client": 1}}
    assert "CR001" in refused(house, rewritten(backup, tmp_path / "fewer.carnet", manifest=fewer), "--replace")


def test_a_path_out_of_the_house_is_not_followed(backup, empty, tmp_path):
    name = f"beside/uploads/../../../{tmp_path.name}/escaped"
    path = homes.copied(backup, tmp_path / "house.carnet")
    told = json.loads(zipfile.ZipFile(path).read("manifest.json"))
    told["checksums"][name] = hashlib.sha256(b"out").hexdigest()
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr(name, b"out")
    rewritten(path, tmp_path / "again.carnet", manifest=told)
    empty.done("restore", tmp_path / "again.carnet")
    assert not list(empty.path.rglob("escaped"))
    assert not list(empty.path.parent.rglob("escaped"))


def test_until_all_of_it_is_done_nobody_comes_in(house, backup, empty):
    empty.done("restore", backup)
    empty.execute(f"create table {refilling.MARKER} (since timestamptz)")
    for words in (["morning"], ["serve", "--prepare"], ["backup", empty.path / "b"], ["work", "--once"]):
        finished = empty.carnet(*words)
        assert (finished.returncode, finished.stdout) == (UNAVAILABLE, "")
        assert "not finished" in finished.stderr
    empty.done("restore", backup)
    empty.done("morning")


def test_a_table_of_somebody_elses_is_left_alone(house, backup):
    house.execute("create table a_neighbours (id int)")
    assert "a_neighbours" in refused(house, backup, "--replace")
    house.execute("drop table a_neighbours")


def test_a_backup_of_an_older_carnet_is_brought_up_to_date(empty, backup, tmp_path):
    empty.done("restore", backup)
    assert empty.python("-m", "django", "migrate", "--database=owner", "clients", "0001").returncode == 0
    before, applied = empty.tables(), "select app, name from django_migrations order by 1, 2"
    older = empty.execute(applied)
    empty.done("backup", tmp_path / "old.carnet")
    empty.emptied().done("restore", tmp_path / "old.carnet")
    assert empty.tables()["clients_client"] == before["clients_client"]
    assert ("clients", "0002_find_by_sign") in set(empty.execute(applied)) - set(older)


def test_no_house_no_file(empty, tmp_path):
    finished = empty.carnet("backup", tmp_path / "house.carnet")
    assert (finished.returncode, finished.stdout) == (NO_HOUSE, "")
    assert list(tmp_path.iterdir()) == []


def test_an_older_backup_is_replaced_and_another_file_is_not(house, backup, tmp_path):
    path = homes.copied(backup, tmp_path / "house.carnet")
    house.done("backup", path)
    assert path.read_bytes() != backup.read_bytes()
    letter = tmp_path / "letter.txt"
    letter.write_text("Chère Madame")
    finished = house.carnet("backup", letter)
    assert finished.returncode == NOTHING_DONE
    assert letter.read_text() == "Chère Madame"
    assert house.carnet("backup", tmp_path / "nowhere" / "house.carnet").returncode == NOTHING_DONE
    assert sorted(each.name for each in tmp_path.iterdir()) == ["house.carnet", "letter.txt"]
