"""Details are sealed under a key per person, and that key under the house's own."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from typing import TYPE_CHECKING, Any

from cryptography.fernet import Fernet
from django.conf import settings

from carnet.journal.models import Detail, Line, SubjectKey
from carnet.kit import db

if TYPE_CHECKING:
    import uuid
    from collections.abc import Mapping


def sealed(detail: Mapping[str, Any], subject: uuid.UUID | None) -> tuple[bytes, str]:
    """The detail sealed for that person (or for the house), and the digest of its clear text."""
    # The salt is sealed with it: a digest that stays behind must not let anybody try out names until one fits.
    clear = _written({"detail": detail, "salt": secrets.token_hex(16)})
    cipher = _cipher_of(subject) if subject else _house_cipher()
    return cipher.encrypt(clear), hashlib.sha256(clear).hexdigest()


def opened(detail: Detail) -> dict[str, Any] | None:
    """The clear detail, or None once its subject has been forgotten."""
    clear = unsealed(detail)
    return clear and clear["detail"]


def locked(clear: bytes) -> bytes:
    """Under the house's own key, for what is kept a while and is nobody's detail yet."""
    return _house_cipher().encrypt(clear)


def unlocked(shut: bytes) -> bytes:
    """What `locked` shut."""
    return _house_cipher().decrypt(bytes(shut))


def verifies(line: Line, clear: Mapping[str, Any]) -> bool:
    """Whether that is what the line told of, salt and all: true of an `unsealed` copy even when the key is gone."""
    return hashlib.sha256(_written(clear)).hexdigest() == line.digest


def unsealed(detail: Detail) -> dict[str, Any] | None:
    """The detail and its salt, as they were sealed, or None once its subject has been forgotten."""
    cipher = _house_cipher()
    if detail.subject:
        kept = SubjectKey.objects.filter(subject=detail.subject).first()
        if kept is None:
            return None
        cipher = Fernet(cipher.decrypt(bytes(kept.key)))
    clear: dict[str, Any] = json.loads(cipher.decrypt(bytes(detail.sealed)))
    return clear


def _written(clear: Mapping[str, Any]) -> bytes:
    return json.dumps(clear, sort_keys=True, ensure_ascii=False, default=str).encode()


def _cipher_of(subject: uuid.UUID) -> Fernet:
    house = _house_cipher()
    # Two first acts on one person at once: the database keeps one key, and both are given that one.
    ((key,),) = db.select(
        """
        insert into journal_subjectkey (subject, key) values (%(subject)s, %(key)s)
        on conflict (subject) do update set subject = excluded.subject returning key
        """,
        subject=subject,
        key=house.encrypt(Fernet.generate_key()),
    )
    return Fernet(house.decrypt(bytes(key)))


def _house_cipher() -> Fernet:
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(settings.CARNET_SEALING_KEY.encode()).digest()))
