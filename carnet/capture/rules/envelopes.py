"""Sealed envelopes: signed by a device, opened by the house alone (trust S-30).

ECDH P-256 with a fresh key for each, HKDF-SHA256, AES-256-GCM with the header as associated data; the signature is ECDSA
P-256 over SHA-256 of header, fresh key, nonce and body. What WebCrypto does with the same names.
"""

from __future__ import annotations

import base64
import binascii
import dataclasses
import datetime as dt
import json
import re
import uuid
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from carnet.capture.kinds import EnvelopeKind

PURPOSE = b"carnet envelope 1"
CURVE = ec.SECP256R1()
HALF = 32
"""Bytes of each number of a signature."""
EARLIEST = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
LATEST_MS = 32_503_680_000_000
"""The year 3000: a clock beyond it is no clock."""


class Unreadable(ValueError):
    """Not an envelope, or not one of that device's: a code says what is wrong with it."""


@dataclasses.dataclass(frozen=True)
class Header:
    """What an envelope says on its outside: nothing about anybody."""

    device: uuid.UUID
    member: uuid.UUID
    key: uuid.UUID
    mutation: uuid.UUID
    kind: EnvelopeKind
    number: int
    """The phone's own count, from 1."""
    kept_at: dt.datetime
    """By the phone's clock."""
    app_version: str
    of: uuid.UUID | None = None


@dataclasses.dataclass(frozen=True)
class Envelope:
    """As it came: nothing of it is believed before `signed_by`."""

    header: Header
    written: bytes
    """The header's own bytes, as signed."""
    fresh: bytes
    nonce: bytes
    body: bytes
    signature: bytes


def read(said: Any) -> Envelope:
    """An envelope from JSON: {"header", "fresh", "nonce", "body", "signature"}, each base64. Raises Unreadable."""
    if not isinstance(said, Mapping):
        raise Unreadable("shape")
    try:
        parts = [
            base64.b64decode(said[name], validate=True) for name in ("header", "fresh", "nonce", "body", "signature")
        ]
        written, fresh, nonce, body, signature = parts
        header = _header(json.loads(written))
    except (KeyError, TypeError, ValueError, binascii.Error, RecursionError, OverflowError) as error:
        raise Unreadable("shape") from error
    return Envelope(header, written, fresh, nonce, body, signature)


def _header(said: Mapping[str, Any]) -> Header:
    kept = min(max(int(said["kept_at"]), 0), LATEST_MS)
    return Header(
        device=uuid.UUID(str(said["device"])),
        member=uuid.UUID(str(said["member"])),
        key=uuid.UUID(str(said["key"])),
        mutation=uuid.UUID(str(said["mutation"])),
        kind=EnvelopeKind(said["kind"]),
        number=min(max(int(said["number"]), 0), 2**31 - 1),
        kept_at=EARLIEST + dt.timedelta(milliseconds=kept),
        app_version=re.sub(r"[^\w.+-]", "", str(said.get("app", "")), flags=re.ASCII)[:20],
        of=uuid.UUID(str(said["of"])) if said.get("of") else None,
    )


def signed_by(envelope: Envelope, public: bytes) -> bool:
    """Whether the device with that public key made it, all of it."""
    if len(envelope.signature) != 2 * HALF:
        return False
    r, s = (int.from_bytes(envelope.signature[at : at + HALF]) for at in (0, HALF))
    signed = envelope.written + envelope.fresh + envelope.nonce + envelope.body
    try:
        key = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, public)
        key.verify(utils.encode_dss_signature(r, s), signed, ec.ECDSA(hashes.SHA256()))
    except (InvalidSignature, ValueError):
        return False
    return True


def opened(envelope: Envelope, private: bytes) -> bytes:
    """What it says, with the house's private key (PKCS #8, DER). Raises Unreadable."""
    ours = serialization.load_der_private_key(private, password=None)
    assert isinstance(ours, ec.EllipticCurvePrivateKey)
    try:
        theirs = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, envelope.fresh)
        shared = ours.exchange(ec.ECDH(), theirs)
        return _cipher(shared).decrypt(envelope.nonce, envelope.body, envelope.written)
    except (InvalidTag, ValueError) as error:
        raise Unreadable("sealed") from error


def _cipher(shared: bytes) -> AESGCM:
    return AESGCM(HKDF(hashes.SHA256(), length=32, salt=None, info=PURPOSE).derive(shared))


def new_key() -> tuple[bytes, bytes]:
    """A fresh pair for the house: the public point of 65 bytes, and the private key as PKCS #8, DER."""
    pair = ec.generate_private_key(CURVE)
    return point(pair.public_key()), pair.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def point(key: ec.EllipticCurvePublicKey) -> bytes:
    """A public key as WebCrypto's “raw”: 65 bytes."""
    return key.public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)


def is_point(public: bytes) -> bool:
    """Whether these bytes are a public key of ours."""
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(CURVE, public)
    except ValueError:
        return False
    return True


def milliseconds(at: dt.datetime) -> int:
    """An instant as a browser's clock counts it."""
    return (at - EARLIEST) // dt.timedelta(milliseconds=1)


def happened(header: Header, *, sent_at: dt.datetime, received_at: dt.datetime, since: dt.datetime) -> dt.datetime:
    """When it was kept, by our clock: when it came in, less its age by the phone's own (T-05).

    A clock set years wrong, or set right between the two, gives an age that cannot be: never before `since`, when we last
    heard from the device, nor after it came in.
    """
    age = max(sent_at - header.kept_at, dt.timedelta())
    return max(min(since, received_at), received_at - age) if age < received_at - EARLIEST else min(since, received_at)
