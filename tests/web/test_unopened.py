"""A house that nobody has opened yet is opened on its own machine, or by whoever holds its host's key: by nobody else."""

from __future__ import annotations

import pytest
from django.conf import settings as ours
from django.test import Client as Browser
from django.urls import reverse

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


@pytest.mark.parametrize(
    ("asked", "answered"),
    [("ja-JP,en;q=0.5", "ja"), ("zh-CN", "zh-hans"), ("ar-AE", "ar"), ("de", "en"), ("fr-CH, it;q=0.9", "fr")],
)
def test_before_there_is_a_house_the_browser_s_language_is_spoken(db, asked, answered):
    answer = Browser().get(reverse("opening"), HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE=asked)
    assert (answer.status_code, answer.headers["Content-Language"]) == (200, answered)
    page = answer.content.decode()
    assert all(f'<option value="{code}"' in page for code, _name in ours.LANGUAGES)
