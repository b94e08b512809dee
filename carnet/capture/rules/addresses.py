"""Where a browser asks to be told: an address a stranger could choose, so nothing within the house is reached by it (T-64)."""

from __future__ import annotations

import base64
import binascii
import ipaddress
import re
import urllib.parse
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric import ec

LONGEST = 1000
PORT = 443
KEY, SECRET = 65, 16
"""Bytes of a browser's public key, and of its secret."""
NAME = re.compile(r"(?=.{1,253}\Z)(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*")
LETTER = re.compile(r"[a-z][a-z0-9-]*\Z")
"""How a name ends that is no number in disguise."""
TRANSLATED = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))
"""NAT64: an IPv4 address in its last four bytes."""
CARRIED = (ipaddress.ip_network("::/96"), ipaddress.ip_network("::ffff:0:0:0/96"))
"""IPv4 in other clothes, given up long ago: read all the same."""


class NotAnAddress(ValueError):
    """No push service is there."""


class Target(NamedTuple):
    """An endpoint, taken apart."""

    host: str
    port: int
    path: str


def target(endpoint: str, *, here: bool = False) -> Target:
    """Where it leads: https, a name, the usual port, nobody's password. Raises NotAnAddress.

    `here` lets a test have its own push service on this machine.
    """
    if (
        len(endpoint) > LONGEST
        or not endpoint.isascii()
        or not endpoint.isprintable()
        or " " in endpoint
        or "\\" in endpoint
    ):
        raise NotAnAddress("shape")
    try:
        said = urllib.parse.urlsplit(endpoint)
        host, port = (said.hostname or "").lower(), said.port or PORT
    except ValueError as error:
        raise NotAnAddress("shape") from error
    if (
        said.scheme != "https"
        or "@" in said.netloc
        or not NAME.fullmatch(host)
        or not LETTER.match(host.rpartition(".")[2])
    ):
        raise NotAnAddress("name")
    if not here and (port != PORT or "." not in host):
        raise NotAnAddress("port")
    return Target(host, port, (said.path or "/") + (f"?{said.query}" if said.query else ""))


def is_public(address: str) -> bool:
    """Whether that IP address is somebody's on the open internet, whatever it is wrapped in."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return _is_public(found)


def _is_public(found: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour
        if inner is None and any(found in network for network in TRANSLATED):
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return _is_public(inner)
        if found.teredo or found.is_site_local or any(found in network for network in CARRIED):
            return False
    return found.is_global and not (found.is_multicast or found.is_reserved)


def is_loopback(address: str) -> bool:
    """Whether it is the machine itself, as a test has it."""
    return address in {"127.0.0.1", "::1"}


def key(said: str) -> bytes:
    """A browser's public key, 65 bytes. Raises NotAnAddress."""
    found = _bytes(said, KEY)
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), found)
    except ValueError as error:
        raise NotAnAddress("key") from error
    return found


def secret(said: str) -> bytes:
    """A browser's secret, 16 bytes. Raises NotAnAddress."""
    return _bytes(said, SECRET)


def _bytes(said: str, length: int) -> bytes:
    try:
        found = base64.b64decode(said.rstrip("=") + "=" * (-len(said.rstrip("=")) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise NotAnAddress("key") from error
    if len(found) != length:
        raise NotAnAddress("key")
    return found


def written(found: bytes) -> str:
    """Base64 as the web writes it in addresses."""
    return base64.urlsafe_b64encode(found).rstrip(b"=").decode()
