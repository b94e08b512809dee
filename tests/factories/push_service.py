"""A push service on this machine, and a browser that subscribed at it: RFC 8291 and 8292 written from their texts, by other hands
than the package that seals."""

from __future__ import annotations

import base64
import contextlib
import dataclasses
import datetime as dt
import hashlib
import hmac
import http.server
import json
import secrets
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.x509.oid import NameOID

CURVE = ec.SECP256R1()


def read(said: str) -> bytes:
    return base64.urlsafe_b64decode(said + "=" * (-len(said) % 4))


def point(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)


def hkdf(salt: bytes, secret: bytes, info: bytes, length: int) -> bytes:
    """RFC 5869, for no more than one block."""
    assert length <= 32
    extracted = hmac.new(salt, secret, hashlib.sha256).digest()
    return hmac.new(extracted, info + b"\x01", hashlib.sha256).digest()[:length]


class Browser:
    """One that let the house tell it."""

    def __init__(self, at: str) -> None:
        self.private = ec.generate_private_key(CURVE)
        self.key, self.secret = point(self.private.public_key()), secrets.token_bytes(16)
        self.endpoint = at

    def subscription(self) -> dict[str, str]:
        """As its JavaScript posts it."""
        said = {"key": self.key, "secret": self.secret}
        return {"endpoint": self.endpoint} | {
            name: base64.urlsafe_b64encode(value).rstrip(b"=").decode() for name, value in said.items()
        }

    def opened(self, body: bytes) -> bytes:
        """RFC 8188 (aes128gcm, one record) with the keys of RFC 8291."""
        salt, size, length = body[:16], int.from_bytes(body[16:20]), body[20]
        theirs, record = body[21 : 21 + length], body[21 + length :]
        assert 18 <= len(record) <= size
        shared = self.private.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(CURVE, theirs))
        ikm = hkdf(self.secret, shared, b"WebPush: info\0" + self.key + theirs, 32)
        key = hkdf(salt, ikm, b"Content-Encoding: aes128gcm\0", 16)
        nonce = hkdf(salt, ikm, b"Content-Encoding: nonce\0", 12)
        padded = AESGCM(key).decrypt(nonce, record, None)
        clear, _mark, padding = padded.rpartition(b"\x02")
        assert not padding.strip(b"\0")
        return clear


def vouched(authorization: str, house: bytes) -> dict[str, Any]:
    """RFC 8292: what the house says of itself, its signature tried under the key a browser subscribed with."""
    scheme, _, parameters = authorization.partition(" ")
    assert scheme.lower() == "vapid"
    said = dict(each.strip().split("=", 1) for each in parameters.split(","))
    assert read(said["k"]) == house
    signed, _, signature = said["t"].rpartition(".")
    raw = read(signature)
    assert len(raw) == 64
    r, s = int.from_bytes(raw[:32]), int.from_bytes(raw[32:])
    ec.EllipticCurvePublicKey.from_encoded_point(CURVE, house).verify(
        utils.encode_dss_signature(r, s), signed.encode(), ec.ECDSA(hashes.SHA256())
    )
    head, claims = (json.loads(read(part)) for part in signed.split("."))
    assert head["alg"] == "ES256"
    return claims


@dataclasses.dataclass
class Received:
    path: str
    headers: dict[str, str]
    body: bytes


class Service(http.server.ThreadingHTTPServer):
    """Takes what it is handed; `status` and `more` say how it answers."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.received: list[Received] = []
        self.status, self.more, self.wait = 201, {}, 0.0
        self.authority = str(certified(folder))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder / "server.pem")
        self.socket = context.wrap_socket(self.socket, server_side=True)

    def browser(self, name: str = "one") -> Browser:
        return Browser(f"https://localhost:{self.server_port}/send/{name}?t=1")

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that does not trust us hangs up."""


class Handler(http.server.BaseHTTPRequestHandler):
    server: Service

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.received.append(Received(self.path, headers, body))
        if self.server.wait:
            threading.Event().wait(self.server.wait)
        with contextlib.suppress(OSError):
            self.send_response(self.server.status)
            for name, value in ({"content-length": "0"} | self.server.more).items():
                self.send_header(name, value)
            self.end_headers()

    def log_message(self, *words: Any) -> None:
        """It says nothing."""


@contextlib.contextmanager
def running(folder: Path) -> Iterator[Service]:
    service = Service(folder)
    thread = threading.Thread(target=service.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield service
    service.shutdown()
    service.server_close()
    thread.join()


def certified(folder: Path) -> Path:
    """An authority of its own, and a certificate for this machine; the authority's path."""
    key = ec.generate_private_key(CURVE)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    begins = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(begins)
        .not_valid_after(begins + dt.timedelta(days=36_500))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    certificate = made.public_bytes(serialization.Encoding.PEM)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "server.pem").write_bytes(private + certificate)
    (folder / "authority.pem").write_bytes(certificate)
    return folder / "authority.pem"
