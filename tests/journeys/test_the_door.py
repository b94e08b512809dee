"""Coming in: a printed code, a password with six digits, a passkey, a shared tablet. With and without JavaScript."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.utils import timezone
from playwright.sync_api import expect

from carnet.house.models import Member
from tests.factories import morning
from tests.journeys.conftest import DESK, PHONE

PASSWORD = "a lantern beside the river"
STEP = 30


def digits(secret: str, clock) -> str:
    """What her app shows now; a code opens once, so it is the next one each time."""
    clock.shift(STEP)
    return format_hotp_value(hotp_value(secret, int(timezone.now().timestamp()) // STEP))  # noqa: TID251 -- her app has a clock


def arrive(journey, house) -> None:
    """By the printed code, with a password of her own; then she is asked for a second proof."""
    journey.go(f"/door/invited/{morning.invitation(house.yumi)}/")
    journey.page.get_by_label("Choose a password").fill(PASSWORD)
    journey.page.get_by_role("button", name="Come in").click()
    expect(journey.page.get_by_role("heading", name="Your keys")).to_be_visible()


def prove_again(page) -> None:
    """A key is added by who has just shown her password."""
    if page.locator("input[type=password]").is_visible():
        page.locator("input[type=password]").fill(PASSWORD)
        page.get_by_role("main").get_by_role("button").first.click()


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without"])
def test_a_password_and_six_digits(open_context, house, clock, size, script):
    yumi = open_context(size, java_script_enabled=script)
    arrive(yumi, house)
    page = yumi.page
    page.get_by_role("link", name="Use codes").click()
    prove_again(page)
    secret = page.locator("#authenticator_secret").input_value()
    page.locator("input[name=code]").fill(digits(secret, clock))
    page.get_by_role("main").get_by_role("button").first.click()
    expect(page.locator("body")).not_to_contain_text("Incorrect")
    yumi.go("/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    yumi.go("/door/me/")
    page.get_by_role("button", name="Leave").click()
    yumi.go("/")
    assert yumi.path().startswith("/door/")
    page.get_by_label(re.compile("Username|Login")).fill("yumi")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Come in").click()
    page.locator("input[name=code]").fill(digits(secret, clock))
    page.get_by_role("main").get_by_role("button").first.click()
    page.wait_for_url(f"{yumi.at}/")


def test_a_wrong_password_says_so_and_keeps_her_name(open_context, house):
    yumi = open_context(PHONE)
    page = yumi.go("/door/")
    page.get_by_label(re.compile("Username|Login")).fill("yumi")
    page.get_by_label("Password").fill("not this one, surely")
    page.get_by_role("button", name="Come in").click()
    expect(page.locator(".err")).to_be_visible()
    expect(page.get_by_label(re.compile("Username|Login"))).to_have_value("yumi")


def test_a_passkey_alone(open_context, house, clock):
    yumi = open_context(PHONE)
    keys = yumi.context.new_cdp_session(yumi.page)
    keys.send("WebAuthn.enable")
    keys.send("WebAuthn.addVirtualAuthenticator", {"options": {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }})  # fmt: skip
    arrive(yumi, house)
    page = yumi.page
    page.get_by_role("link", name="Add a passkey").click()
    prove_again(page)
    page.get_by_role("checkbox").check()
    page.locator("#mfa_webauthn_add").click()
    page.wait_for_url(lambda url: "/new/" not in url)
    assert Authenticator.objects.filter(user=house.yumi, type="webauthn").exists()
    yumi.go("/door/passkeys/")
    yumi.go("/door/me/")
    page.get_by_role("button", name="Leave").click()
    yumi.go("/door/")
    page.get_by_role("button", name="With a passkey").click()
    page.wait_for_url(f"{yumi.at}/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_printed_code_works_once(open_context, house):
    token = morning.invitation(house.yumi)
    first, second = open_context(PHONE), open_context(PHONE)
    first.go(f"/door/invited/{token}/")
    first.page.get_by_label("Choose a password").fill(PASSWORD)
    first.page.get_by_role("button", name="Come in").click()
    expect(first.page.get_by_role("heading", name="Your keys")).to_be_visible()
    second.page.goto(f"{second.at}/door/invited/{token}/")
    expect(second.page.get_by_text("This invitation was used, or is too old.")).to_be_visible()


def test_a_tablet_passes_from_hand_to_hand(open_context, house, size):
    """Ruling 10: the manager enrols it; initials and four digits, and she is in."""
    tablet = open_context(size)
    tablet.sign_in(house.ines)
    Member.objects.filter(id=house.ines.id).update(language="en")
    page = tablet.go("/house/")
    page.get_by_label("Make this device a shared tablet, called").fill("Window")
    page.get_by_role("button", name="Enrol").click()
    page.get_by_role("link", name="Camille").click()
    for digit in morning.CODE:
        page.locator(f"[data-digit='{digit}']").click()
    page.wait_for_url(f"{tablet.at}/")
    expect(page.locator("details.q .who").first).to_be_attached()
    assert tablet.context.cookies()
    tablet.page.goto(f"{tablet.at}/house/")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is nothing here.")


def test_wrong_digits_open_nothing(open_context, house):
    tablet = open_context(PHONE)
    tablet.context.add_cookies([{"name": "carnet-tablet", "value": house.secret, "url": tablet.at}])
    page = tablet.go("/door/tablet/")
    page.get_by_role("link", name="Camille").click()
    page.get_by_label("Your four digits").fill("0000")
    expect(page.get_by_text("Those are not her digits.")).to_be_visible()


def test_a_shared_tablet_nobody_touches_locks_in_a_minute(open_context, house):
    tablet = open_context(DESK)
    tablet.context.add_cookies([{"name": "carnet-tablet", "value": house.secret, "url": tablet.at}])
    page = tablet.go("/door/tablet/")
    page.get_by_role("link", name="Camille").click()
    page.get_by_label("Your four digits").fill(morning.CODE)
    page.wait_for_url(f"{tablet.at}/")
    page.clock.install()
    tablet.go(f"/clients/{house.antoine.id}/show/")
    page.clock.fast_forward(120_000)
    assert tablet.path().endswith("/show/")
    page.goto(f"{tablet.at}/door/tablet/")
    page.get_by_role("link", name="Camille").click()
    page.get_by_label("Your four digits").fill(morning.CODE)
    page.wait_for_url(lambda address: "/door/" not in address)
    tablet.go("/")
    page.clock.fast_forward(59_000)
    assert tablet.path() == "/"
    page.clock.fast_forward(2_000)
    page.wait_for_url(f"{tablet.at}/door/tablet/")
