"""Every page, by day and by night, on a phone and at a desk; and once from right to left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from carnet.house.models import Member
from tests.factories import morning
from tests.factories.morning import Morning
from tests.journeys import inspecting
from tests.journeys.conftest import DESK, PHONE, Journey
from tests.web.addresses import ADDRESSES

OUTSIDE = ["/door/", "/door/tablet/", "/open/"]
DOOR = [
    "/door/proofs/",
    "/door/proofs/codes/",
    "/door/passkeys/",
    "/door/passkeys/new/",
    "/door/proofs/spare/",
    "/door/password/first/",
    "/door/out/",
    "/door/again/",
    "/nowhere/",
]
"""Pages of the door, seen by somebody who is in; and the page that is not there."""
LEFT_OUT = {"import-refused", "upload-progress"}
"""A file, and a part of a page."""


def places(house: Morning) -> Iterator[tuple[str, str]]:
    """Every address, with the role for whom it is opened."""
    for address in ADDRESSES:
        if address.gets and address.name not in LEFT_OUT:
            role = "camille" if "camille" in address.who else "ines" if "ines" in address.who else min(address.who)
            yield role, address.href(house)
    yield from (("camille", path) for path in DOOR)
    yield "", "/door/"
    yield "", f"/door/invited/{morning.invitation(house.yumi)}/"
    yield "", "/door/invited/used-already/"
    yield "tablet", "/door/tablet/"
    yield "tablet", f"/door/tablet/{house.camille.id}/"


class Walk:
    """One browser for each who walks."""

    def __init__(self, open_context: Any, size: dict[str, Any], house: Morning) -> None:
        self.open_context, self.size, self.house = open_context, size | {"reduced_motion": "reduce"}, house
        self.journeys: dict[str, Journey] = {}

    def open(self, role: str, path: str) -> Any:
        if role not in self.journeys:
            journey = self.journeys[role] = self.open_context(self.size)
            if role == "tablet":
                journey.context.add_cookies([{"name": "carnet-tablet", "value": self.house.secret, "url": journey.at}])
            elif role:
                journey.sign_in(self.house.of(role))
        journey = self.journeys[role]
        journey.page.goto(journey.at + path)
        return journey.page


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_every_page_can_be_read_by_everybody(open_context, house, screen):
    walk = Walk(open_context, screen, house)
    faults = {}
    for role, path in places(house):
        page = walk.open(role, path)
        faults[f"{role} {path}"] = inspecting.inaccessible(page) + inspecting.small(page) + inspecting.by_night(page)
    inspecting.none_of(faults)


def test_no_page_scrolls_sideways(open_context, house):
    walk = Walk(open_context, DESK, house)
    faults = {path: inspecting.wider(walk.open(role, path)) for role, path in places(house)}
    inspecting.none_of(faults)


def test_no_page_scrolls_sideways_from_right_to_left(open_context, house):
    Member.objects.update(language="ar-xb")
    walk = Walk(open_context, DESK, house)
    faults = {}
    for role, path in places(house):
        page = walk.open(role, path)
        if role not in ("", "tablet"):
            assert page.evaluate("document.documentElement.dir") == "rtl"
        faults[path] = inspecting.wider(page, (390, 768, 1440))
    inspecting.none_of(faults)
