"""The door asks for two proofs, and neither is guessed, replayed or gone round."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth.hashers import make_password
from django.core.cache import cache
from django.test import Client as Browser

from carnet.house.models import Member
from tests.factories.morning import Morning

PASSWORD = "the river runs past the old mill"


def is_in(browser: Browser) -> bool:
    return "_auth_user_id" in browser.session


@pytest.fixture
def enrolled(house: Morning) -> Callable[[], str]:
    """Yumi has a password and an application; what the application shows now."""
    secret = "JBSWY3DPEHPK3PXP"
    TOTP.activate(house.yumi, secret)
    Member.objects.filter(id=house.yumi.id).update(password=make_password(PASSWORD))
    cache.clear()
    return lambda: format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def with_password(browser: Browser) -> str:
    return browser.post("/door/", {"login": "yumi", "password": PASSWORD}).headers["Location"]


def test_a_password_alone_reads_nothing(house, enrolled):
    thief = Browser()
    assert with_password(thief) == "/door/proof/"
    assert thief.get("/").headers["Location"] == "/door/?next=%2F"
    assert thief.get("/door/proofs/").status_code == 302


def test_a_second_proof_is_not_guessed(house, enrolled):
    thief = Browser()
    with_password(thief)
    for number in range(12):
        thief.post("/door/proof/", {"code": f"{number:06}"})
    thief.post("/door/proof/", {"code": enrolled()})
    assert not is_in(thief)


def test_a_second_proof_seen_over_her_shoulder_opens_nothing(house, enrolled):
    yumi, thief = Browser(), Browser()
    with_password(yumi)
    yumi.post("/door/proof/", {"code": enrolled()})
    assert is_in(yumi)
    with_password(thief)
    thief.post("/door/proof/", {"code": enrolled()})
    assert not is_in(thief)


def test_a_password_is_not_guessed_even_by_many(house, enrolled):
    for number in range(6):
        Browser().post("/door/", {"login": "yumi", "password": f"wrong {number}"}, REMOTE_ADDR=f"203.0.113.{number}")
    assert Browser().post("/door/", {"login": "yumi", "password": PASSWORD}).status_code != 302
