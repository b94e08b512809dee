"""A phone as the server meets it: keys of its own, a clock of its own, and envelopes that only the house can open."""

from __future__ import annotations

import base64
import dataclasses
import datetime as dt
import json
import uuid
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from carnet.capture.actions import enrolling
from carnet.capture.models import Device, SealingKey
from carnet.capture.rules import envelopes
from carnet.house.models import Member
from carnet.kit import ids
from tests.factories import people

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def milliseconds(at: dt.datetime) -> int:
    return (at - EPOCH) // dt.timedelta(milliseconds=1)


@dataclasses.dataclass
class Phone:
    device: Device
    member: Member
    house: SealingKey
    key: ec.EllipticCurvePrivateKey
    fast_by: dt.timedelta = dt.timedelta()
    """How far its clock goes before ours."""
    number: int = 0

    def clock(self, at: dt.datetime) -> int:
        return max(milliseconds(EPOCH) if at + self.fast_by < EPOCH else milliseconds(at + self.fast_by), 0)

    def envelope(self, clear: bytes, *, at: dt.datetime, **outside: Any) -> dict[str, str]:
        """Sealed as the browser seals it; `outside` changes what the header says."""
        self.number += 1
        header = {
            "device": str(self.device.id), "member": str(self.member.id), "key": str(self.house.id),
            "mutation": str(ids.new()), "kind": "note", "number": self.number, "kept_at": self.clock(at), "app": "1", "of": None,
        } | outside  # fmt: skip
        written = json.dumps(header).encode()
        fresh = ec.generate_private_key(ec.SECP256R1())
        house = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), bytes(self.house.public))
        key = HKDF(hashes.SHA256(), 32, None, b"carnet envelope 1").derive(fresh.exchange(ec.ECDH(), house))
        nonce = uuid.uuid4().bytes[:12]
        body = AESGCM(key).encrypt(nonce, clear, written)
        public = envelopes.point(fresh.public_key())
        r, s = utils.decode_dss_signature(self.key.sign(written + public + nonce + body, ec.ECDSA(hashes.SHA256())))
        parts = {
            "header": written, "fresh": public, "nonce": nonce, "body": body,
            "signature": r.to_bytes(32) + s.to_bytes(32),
        }  # fmt: skip
        return {name: base64.b64encode(part).decode() for name, part in parts.items()}

    def sound(self, *, note: uuid.UUID, at: dt.datetime, sound: bytes, recording: uuid.UUID | None = None,
              parts: int = 1, part: int = 0, language: str = "en") -> dict[str, str]:  # fmt: skip
        """A stretch of what was spoken for that note."""
        said = {"recording": str(recording or ids.new()), "part": part, "parts": parts, "language": language}
        words = json.dumps(said).encode()
        return self.envelope(len(words).to_bytes(4) + words + sound, at=at, kind="sound", of=str(note))

    def note(self, *people: Any, at: dt.datetime, mutation: uuid.UUID | None = None, **said: Any) -> dict[str, str]:
        clear = json.dumps({"v": 1, "people": [str(each.id) for each in people]} | said).encode()
        return self.envelope(clear, at=at, **({"mutation": str(mutation)} if mutation else {}))


def phone(member: Member, at: dt.datetime, **more: Any) -> Phone:
    """Hers, enrolled at that moment."""
    key = ec.generate_private_key(ec.SECP256R1())
    device = enrolling.enrol(
        public=envelopes.point(key.public_key()), name="Telephone", member=member, by=people.by(member), at=at
    )
    return Phone(device, member, enrolling.sealing_key(by=people.by(member), at=at), key, **more)
