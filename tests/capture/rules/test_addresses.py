"""T-64: where a browser may ask to be told. Eighty addresses that lead inside, and a few that lead out."""

import base64

import pytest

from carnet.capture.rules import addresses
from carnet.capture.rules.addresses import NotAnAddress
from tests.factories.push_service import Browser

REAL = (
    "https://fcm.googleapis.com/fcm/send/abc:DEF-_1",
    "https://updates.push.services.mozilla.com/wpush/v2/gAAAA",
    "https://web.push.apple.com/QOs?x=1",
    "https://wns2-par02p.notify.windows.com/w/?token=BQ%3d",
)
UNSHAPED = (
    "", " ", "https://", "https:///x", "https://:443/x", "//fcm.googleapis.com/x", "fcm.googleapis.com/x", "http://fcm.googleapis.com/x",
    "ftp://fcm.googleapis.com/x", "file:///etc/passwd", "javascript:alert(1)", "data:text/plain,x", "gopher://localhost:70/",
    "https://user@fcm.googleapis.com/x", "https://a:b@fcm.googleapis.com/x", "https://fcm.googleapis.com@127.0.0.1/x",
    "https://127.0.0.1#@fcm.googleapis.com/x", "https://fcm.googleapis.com\\@127.0.0.1/x", "https://fcm.googleapis.com:80/x",
    "https://fcm.googleapis.com:8443/x", "https://fcm.googleapis.com:65536/x", "https://fcm.googleapis.com:x/x",
    "https://localhost/x", "https://LOCALHOST/x", "https://localhost:443/x", "https://intranet/x", "https://127.0.0.1/x",
    "https://127.1/x", "https://2130706433/x", "https://0x7f000001/x", "https://0x7f.1/x", "https://0177.0.0.1/x", "https://0/x",
    "https://127.0.0.1.:443/x", "https://[::1]/x", "https://[::ffff:127.0.0.1]/x", "https://[64:ff9b::7f00:1]/x", "https://[::1",
    "https://[fe80::1%25eth0]/x", "https://10.0.0.1/x", "https://169.254.169.254/latest/meta-data/", "https://１２７.０.０.１/x",
    "https://ⓛocalhost/x", "https://fcm.googleapis.com/\nx", "https://fcm.googleapis.com/x y", "https://fcm..googleapis.com/x",
    "https://-fcm.googleapis.com/x", "https://fcm-.googleapis.com/x", "https://fcm.googleapis.com./x", "https://fcm_x.googleapis.com/x",
    "https://" + "a" * 64 + ".com/x", "https://fcm.googleapis.com/" + "x" * 1000, "https://fcm.googleapis.com\r\nHost: inside/x",
    "https://%6c%6f%63%61%6c%68%6f%73%74/x", "https://1.2.3.4/x", "https://fcm.googleapis.com\t/x",
)  # fmt: skip
INSIDE = (
    "127.0.0.1", "127.255.255.254", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.255",
    "240.0.0.1", "255.255.255.255",
    "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12:3456::1", "fec0::1", "ff02::1", "2001:db8::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1", "::ffff:0:127.0.0.1", "64:ff9b::7f00:1",
    "64:ff9b::a00:1", "64:ff9b:1::7f00:1", "2002:7f00:1::", "2002:a00:1::1", "2002:c0a8:101::", "2001:0:7f00:1::", "2001::1",
    "100::1", "not an address", "", "127.1",
)  # fmt: skip
OUTSIDE = (
    "142.250.74.10",
    "17.57.146.20",
    "2a00:1450:4007:80e::200a",
    "::ffff:142.250.74.10",
    "64:ff9b::8efa:4a0a",
    "2002:8efa:4a0a::1",
)


@pytest.mark.parametrize("endpoint", REAL)
def test_a_push_service_is_taken_apart(endpoint):
    host, port, path = addresses.target(endpoint)
    assert f"https://{host}{path}" == endpoint
    assert port == 443


def test_there_are_eighty_ways_in():
    assert len(UNSHAPED) + len(INSIDE) >= 80


@pytest.mark.parametrize("endpoint", UNSHAPED)
def test_what_is_no_name_on_the_usual_port_is_refused(endpoint):
    with pytest.raises(NotAnAddress):
        addresses.target(endpoint)


@pytest.mark.parametrize("address", INSIDE)
def test_an_address_inside_is_not_public_whatever_it_is_wrapped_in(address):
    assert not addresses.is_public(address)


@pytest.mark.parametrize("address", OUTSIDE)
def test_an_address_outside_is(address):
    assert addresses.is_public(address)


def test_a_browsers_keys_are_read_as_it_writes_them():
    browser = Browser("https://push.example/x")
    said = browser.subscription()
    assert (addresses.key(said["key"]), addresses.secret(said["secret"])) == (browser.key, browser.secret)
    assert addresses.key(base64.urlsafe_b64encode(browser.key).decode()) == browser.key
    assert addresses.written(browser.key) == said["key"]


@pytest.mark.parametrize(
    "said",
    [
        "",
        "x",
        "é",
        "AAAA",
        addresses.written(b"\x04" + b"\1" * 64),
        addresses.written(b"\0" * 65),
        "=" * 88,
        "A" * 10_000,
    ],
)
def test_what_is_no_key_is_refused(said):
    with pytest.raises(NotAnAddress):
        addresses.key(said)
    with pytest.raises(NotAnAddress):
        addresses.secret(said)
