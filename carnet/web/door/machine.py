"""Whether somebody sits at the very machine the house runs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http.request import split_domain_port

if TYPE_CHECKING:
    from django.http import HttpRequest

LOOPBACK = frozenset({"127.0.0.1", "::1"})
NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
CARRIED = (
    "HTTP_FORWARDED", "HTTP_VIA", "HTTP_X_REAL_IP",
    "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_PROTO",
)  # fmt: skip
"""What a proxy adds: then the address is the proxy's, and says nothing of who asks."""


def is_here(request: HttpRequest) -> bool:
    """Asked from this machine, of this machine by name, with nothing in between."""
    host, _port = split_domain_port(request.get_host())
    return (
        request.META.get("REMOTE_ADDR") in LOOPBACK
        and host in NAMES
        and not settings.SECURE_PROXY_SSL_HEADER
        and not any(header in request.META for header in CARRIED)
    )
