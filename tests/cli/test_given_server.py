"""A house on a server that is given, with an owner, a role for pages, and a schema beside another house's."""

from __future__ import annotations

import json

import psycopg
import pytest

from carnet.cli import DONE, NOTHING_DONE, UNAVAILABLE
from config.embedded import SUPERUSER, Embedded
from tests.cli import homes

SALES = """Order,Customer ID,Email,Date,SKU,Item,Quantity,Price
W-1,C-77,canari@example.test,2026-10-01,VC-LUN-P,Lune pendant,1,3900
"""
ROLES = """
create role given_owner login password 'owner';
create role given_app login password 'app';
create database given owner given_owner
"""


@pytest.fixture(scope="module")
def server():
    """The embedded server of another home, as if somebody else kept it."""
    with (
        homes.home() as made,
        psycopg.connect(Embedded(made.path).url(SUPERUSER, "postgres"), autocommit=True) as connection,
    ):
        for statement in ROLES.split(";"):
            connection.execute(statement)
        yield made


@pytest.fixture(scope="module")
def given(server):
    def address(role):
        return (
            Embedded(server.path)
            .url(SUPERUSER, "given")
            .replace(f"{SUPERUSER}:{Embedded(server.path).secrets()[SUPERUSER]}", f"given_{role}:{role}")
        )

    return {"DATABASE_URL": address("app"), "DATABASE_OWNER_URL": address("owner"), "CARNET_SCHEMA": "rue_du_mail"}


@pytest.fixture(scope="module")
def house(given, tmp_path_factory):
    home = homes.Home(tmp_path_factory.mktemp("home"))
    (home.path / "sales.csv").write_text(SALES)
    home.done("open-house", "--name", "Vauclair", "--country", "FR", "--manager", "Inès Roche", **given)
    home.done("import", home.path / "sales.csv", **given)
    return home


def test_nothing_of_an_embedded_server_is_started(house):
    assert not (house.path / "database").exists()


def test_pages_cannot_rewrite_the_journal_there(house, given):
    told = {each["about"]: each["state"] for each in json.loads(house.carnet("doctor", "--json", **given).stdout)}
    assert {told["roles"], told["journal"], told["schema"]} == {"well"}


def test_it_is_backed_up_and_restored_and_nobody_returns(house, given, tmp_path):
    backup = tmp_path / "house.carnet"
    house.done("backup", backup, **given)
    house.done("forget", "C-77", "--yes", **given)
    assert house.carnet("restore", backup, **given).returncode == NOTHING_DONE
    assert "Forgotten again: 1" in house.done("restore", backup, "--replace", **given)
    assert house.carnet("forget", "C-77", "--yes", **given).returncode == NOTHING_DONE
    assert house.carnet("morning", **given).returncode == DONE
    with psycopg.connect(given["DATABASE_URL"], application_name="carnet rue_du_mail"):
        refused = house.carnet("restore", backup, "--replace", **given)
    assert (refused.returncode, "in use (1 connections)" in refused.stderr) == (NOTHING_DONE, True)
    elsewhere = house.carnet("restore", backup, "--replace", **given | {"CARNET_SCHEMA": "another"})
    assert (elsewhere.returncode, "CARNET_SCHEMA=rue_du_mail" in elsewhere.stderr) == (NOTHING_DONE, True)


def test_its_host_decides_when_it_is_migrated(house, given):
    assert house.python("-m", "django", "migrate", "--database=owner", "clients", "0001", **given).returncode == 0
    refused = house.carnet("morning", **given)
    assert (refused.returncode, "carnet migrate" in refused.stderr) == (UNAVAILABLE, True)
    house.done("migrate", **given)
    house.done("morning", **given)
