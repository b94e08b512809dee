"""The one place that speaks to a push service: a notice is sealed for one browser, and handed over in one request.

Resolved once, tested, and connected to at that very address; redirects are not followed (T-64). RFC 8030, 8291 and 8292.
"""

from __future__ import annotations

import asyncio
import dataclasses
import json
import socket
import ssl
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

import httpx2
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from webpush import WebPush
from webpush.types import WebPushKeys, WebPushSubscription

from carnet.capture.rules import addresses
from carnet.capture.rules.addresses import Target
from carnet.capture.rules.messenger import Browser, Forgotten, NotHandedOver

SECONDS = 15.0
GONE = frozenset({404, 410})
TAKEN = frozenset({200, 201, 202, 204})
WIDTH = 240
"""Every notice is as long as every other: a push service sees when, and nothing of what."""
TOPIC = "carnet-day"
"""A newer notice takes the place of one that was not shown yet."""


@dataclasses.dataclass(frozen=True)
class Sealing:
    """The house as a push service knows it."""

    private: bytes
    """PEM, PKCS #8."""
    contact: str
    """An e-mail address at the house's own name: whom a push service would write to."""


def contact(hosts: Sequence[str]) -> str:
    """Whom a push service would write to: the house at its own name, of those it answers to."""
    named = [
        host.lstrip(".") for host in hosts if addresses.NAME.fullmatch(host.lstrip(".")) and "." in host.strip(".")
    ]
    named = [host for host in named if addresses.LETTER.match(host.rpartition(".")[2])]
    return f"carnet@{named[0] if named else 'carnet.invalid'}"


def hand_over(notice: Mapping[str, str], to: Browser, by: Sealing, *, seconds: int, here: str = "") -> None:
    """Send it, to be shown within so many seconds or not at all. Raises Forgotten and NotHandedOver.

    `here`: of a test, the authority of its own push service on this machine.
    """
    try:
        target = addresses.target(to.endpoint, here=bool(here))
        headers, body = _sealed(notice, to, by, seconds)
        status = asyncio.run(_posted(target, headers, body, here))
    except (addresses.NotAnAddress, ValueError, OSError, TimeoutError, httpx2.HTTPError, httpx2.InvalidURL) as error:
        raise NotHandedOver(type(error).__name__) from None
    if status in GONE:
        raise Forgotten
    if status not in TAKEN:
        raise NotHandedOver(str(status))


def _sealed(notice: Mapping[str, str], to: Browser, by: Sealing, seconds: int) -> tuple[dict[str, str], bytes]:
    key = serialization.load_pem_private_key(by.private, password=None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    public = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    push = WebPush(private_key=BytesIO(by.private), public_key=public, subscriber=by.contact, ttl=seconds)
    keys = WebPushKeys(p256dh=addresses.written(to.key), auth=addresses.written(to.secret))
    clear = json.dumps(dict(notice), ensure_ascii=False).encode()
    sealed = push.get(
        clear.ljust(WIDTH), WebPushSubscription.model_validate({"endpoint": to.endpoint, "keys": keys}), ttl=seconds
    )
    more = {
        "urgency": "normal",
        "topic": TOPIC,
        "content-type": "application/octet-stream",
        "accept-encoding": "identity",
    }
    return {**{name: str(value) for name, value in sealed.headers.items()}, **more}, sealed.encrypted


async def _posted(target: Target, headers: Mapping[str, str], body: bytes, here: str) -> int:
    async with asyncio.timeout(SECONDS):
        address = await _resolved(target, here=bool(here))
        literal = f"[{address}]" if ":" in address else address
        transport = httpx2.AsyncHTTPTransport(verify=_trusted(here), trust_env=False, retries=0)
        client = httpx2.AsyncClient(transport=transport, timeout=SECONDS, follow_redirects=False, trust_env=False)
        asked = client.stream(
            "POST",
            f"https://{literal}:{target.port}{target.path}",
            content=body,
            headers={
                **headers,
                "host": target.host if target.port == addresses.PORT else f"{target.host}:{target.port}",
            },
            # The certificate is the name's, not the number's.
            extensions={"sni_hostname": target.host},
        )
        # What it says beside its status is not read.
        async with client, asked as answer:
            return answer.status_code


async def _resolved(target: Target, *, here: bool) -> str:
    """The one address that is connected to. Any that is not on the open internet makes all of them suspect."""
    found = await asyncio.get_running_loop().getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    said = [str(address[0]) for *_kind, address in found]
    if here:
        said = [each for each in said if addresses.is_loopback(each)]
    elif not all(map(addresses.is_public, said)):
        raise addresses.NotAnAddress("inside")
    if not said:
        raise addresses.NotAnAddress("nowhere")
    return said[0]


def _trusted(here: str) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(Path(here)) if here else None)
