"""Where the house may speak to a service that a host has named."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit


def is_sealed(url: str) -> bool:
    """Over TLS, or to this very machine; with nobody's password in it."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    if not host or parts.username is not None or parts.query or parts.fragment:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and _is_here(host))


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
