"""A house that nobody has opened yet is opened on its own machine, or by whoever holds its host's key: by nobody else."""

from __future__ import annotations

from django.test import Client as Browser

HERE = {"HTTP_HOST": "localhost"}


def test_an_unopened_house_is_not_opened_from_the_internet(db):
    assert Browser().get("/open/", **HERE).status_code == 200
    assert Browser().get("/open/").status_code == 404
    assert Browser().get("/open/", HTTP_X_FORWARDED_FOR="203.0.113.9", **HERE).status_code == 404
    assert Browser().get("/open/?key=", REMOTE_ADDR="203.0.113.9", **HERE).status_code == 404
    assert Browser().get("/door/invited/anything/", **HERE).status_code == 404


def test_the_key_the_host_was_given_opens_it_from_elsewhere(db, settings):
    settings.CARNET_OPENING_KEY = "a key of the host's"
    assert Browser().get("/open/?key=another", REMOTE_ADDR="203.0.113.9").status_code == 404
    assert Browser().get("/open/?key=a key of the host's", REMOTE_ADDR="203.0.113.9").status_code == 200
