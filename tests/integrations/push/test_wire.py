"""A notice at the wire: what a push service is handed, what a browser reads in it, and where it never goes."""

import asyncio
import contextlib
import socket
import sys
import time

import pytest

from carnet.capture.actions import noticing
from carnet.capture.rules import addresses
from carnet.integrations.push import wire
from carnet.journal import sealing
from carnet.kit.acts import By, Via
from tests.capture.rules.test_addresses import INSIDE, UNSHAPED
from tests.conftest import paris
from tests.factories import push_service

NOTICE = {"title": "Carnet", "words": "A promise is due today.", "path": "/promises/", "lang": "en"}
NOW = paris("2026-03-10")


@pytest.fixture
def service(tmp_path):
    with push_service.running(tmp_path) as running:
        yield running


@pytest.fixture
def house(db, vauclair):
    return noticing.make_key(by=By(None, Via.TASK), at=NOW)


def hand_over(service, house, browser=None, **more):
    to = browser or service.browser()
    private = sealing.unlocked(bytes(house.private))
    wire.hand_over(
        NOTICE, wire.Browser(to.endpoint, to.key, to.secret), wire.Sealing(private, "carnet@vauclair.test"),
        **({"seconds": 3600, "here": service.authority} | more),
    )  # fmt: skip


def test_only_that_browser_reads_it_and_the_house_vouches_for_it(service, house):
    browser = service.browser()
    hand_over(service, house, browser)
    (received,) = service.received
    assert received.path == "/send/one?t=1"
    clear = browser.opened(received.body)
    assert wire.json.loads(clear) == NOTICE
    for said in (b"promise", b"Carnet"):
        assert said not in received.body
    with pytest.raises(Exception):  # noqa: B017, PT011 -- whatever the cipher says
        service.browser("another").opened(received.body)
    claims = push_service.vouched(received.headers["authorization"], bytes(house.public))
    assert claims["aud"] == "https://localhost"
    assert claims["sub"] == "mailto:carnet@vauclair.test"
    assert 0 < claims["exp"] - time.time() <= 24 * 3600  # noqa: TID251 -- a push service has a clock


def test_it_says_how_long_it_may_wait_and_what_it_replaces(service, house):
    hand_over(service, house, seconds=1234)
    headers = service.received[0].headers
    assert headers["ttl"] == "1234"
    assert (headers["content-encoding"], headers["topic"], headers["urgency"]) == ("aes128gcm", "carnet-day", "normal")
    assert headers["host"] == f"localhost:{service.server_port}"
    assert "cookie" not in headers
    assert "referer" not in headers


def test_every_notice_is_as_long_as_every_other(service, house):
    hand_over(service, house)
    to = service.browser()
    longer = NOTICE | {"words": "Twelve notes came in.", "path": "/"}
    wire.hand_over(
        longer, wire.Browser(to.endpoint, to.key, to.secret),
        wire.Sealing(sealing.unlocked(bytes(house.private)), "carnet@vauclair.test"), seconds=60, here=service.authority,
    )  # fmt: skip
    first, second = service.received
    assert len(first.body) == len(second.body)
    assert first.body[:16] != second.body[:16]


@pytest.mark.parametrize("status", [404, 410])
def test_a_browser_that_is_gone_is_forgotten(service, house, status):
    service.status = status
    with pytest.raises(wire.Forgotten):
        hand_over(service, house)


@pytest.mark.parametrize("status", [301, 302, 307, 400, 401, 403, 413, 429, 500, 503])
def test_one_that_will_not_take_it_now_is_no_end(service, house, status):
    service.status, service.more = status, {"location": f"https://localhost:{service.server_port}/elsewhere"}
    with pytest.raises(wire.NotHandedOver):
        hand_over(service, house)
    assert [each.path for each in service.received] == ["/send/one?t=1"]


def test_one_that_does_not_answer_is_not_waited_for(service, house, monkeypatch):
    monkeypatch.setattr(wire, "SECONDS", 0.5)
    service.wait, before = 3.0, time.monotonic()
    with pytest.raises(wire.NotHandedOver, match="Time"):
        hand_over(service, house)
    assert time.monotonic() - before < 2.5


def test_a_certificate_of_another_name_or_nobody_is_not_believed(service, house, monkeypatch):
    there = service.server_port
    monkeypatch.setattr(wire, "_trusted", lambda here: wire.ssl.create_default_context())
    with pytest.raises(wire.NotHandedOver):
        hand_over(service, house)
    monkeypatch.undo()
    monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", answering("127.0.0.1"))
    other = push_service.Browser(f"https://push.example:{there}/x")
    with pytest.raises(wire.NotHandedOver):
        hand_over(service, house, other)
    assert service.received == []


def test_what_goes_wrong_says_nothing_of_where(service, house):
    service.status = 500
    with pytest.raises(wire.NotHandedOver) as caught:
        hand_over(service, house)
    assert "localhost" not in str(caught.value)
    assert caught.value.__cause__ is None


def answering(*found, asked=None):
    async def getaddrinfo(self, host, port, **kinds):
        if asked is not None:
            asked.append(host)
        kind = socket.AF_INET6
        return [(kind if ":" in each else socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port)) for each in found]

    return getaddrinfo


class Watch:
    """Every connection that anything here tries to make: it is written down, and not made."""

    on, seen = False, []

    @classmethod
    def heard(cls, event, arguments):
        if cls.on and event == "socket.connect":
            cls.seen.append(arguments[1][:2])
            raise OSError("watched")


sys.addaudithook(Watch.heard)


@pytest.fixture
def connections(monkeypatch):
    Watch.seen = []
    monkeypatch.setattr(Watch, "on", True)
    return Watch.seen


def given(house, endpoint):
    browser = push_service.Browser(endpoint)
    with contextlib.suppress(wire.NotHandedOver):
        wire.hand_over(
            NOTICE, wire.Browser(browser.endpoint, browser.key, browser.secret),
            wire.Sealing(sealing.unlocked(bytes(house.private)), "carnet@vauclair.test"), seconds=60,
        )  # fmt: skip


def test_eighty_ways_in_make_no_connection(house, connections, monkeypatch):
    asked = []
    for endpoint in UNSHAPED:
        given(house, endpoint)
    for inside in INSIDE:
        monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", answering(inside, asked=asked))
        given(house, "https://push.example/x")
    assert len(asked) == len(INSIDE)
    assert connections == []


@pytest.mark.parametrize("found", [("142.250.74.10", "10.0.0.1"), ("10.0.0.1", "142.250.74.10"), ()])
def test_one_address_inside_makes_all_of_them_suspect(house, connections, monkeypatch, found):
    monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", answering(*found))
    given(house, "https://push.example/x")
    assert connections == []


def test_a_name_that_turns_is_asked_once_and_the_tested_address_is_the_one(house, connections, monkeypatch):
    """A resolver that says first a push service, then this machine."""
    asked, answers = [], iter(["142.250.74.10", *["127.0.0.1"] * 20])

    async def turning(self, host, port, **kinds):
        # A number needs no resolver: that is the connection itself.
        address = host if addresses.is_public(host) else next(answers)
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", turning)
    given(house, "https://push.example/x")
    assert asked.count("push.example") == 1
    assert connections == [("142.250.74.10", 443)]


def test_what_is_no_key_makes_no_connection(house, connections):
    private = sealing.unlocked(bytes(house.private))
    with pytest.raises(wire.NotHandedOver):
        wire.hand_over(
            NOTICE, wire.Browser("https://push.example/x", b"\4" * 65, b"\1" * 16), wire.Sealing(private, "a@b.test"),
            seconds=60,
        )  # fmt: skip
    assert connections == []


@pytest.mark.parametrize(
    ("hosts", "said"),
    [
        (["localhost", "127.0.0.1", "[::1]"], "carnet@carnet.invalid"), ([], "carnet@carnet.invalid"),
        (["*"], "carnet@carnet.invalid"),
        (["localhost", "carnet.vauclair.test"], "carnet@carnet.vauclair.test"), ([".vauclair.test"], "carnet@vauclair.test"),
    ],
)  # fmt: skip
def test_whom_a_push_service_would_write_to(hosts, said):
    assert wire.contact(hosts) == said
