"""What a page weighs, as a proxy would send it: Brotli, at 5 for what is made on the spot and at 11 for what is kept."""

from __future__ import annotations

import re

import brotli

KB = 1024
ON_THE_SPOT = 5
SHEETS = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
SCRIPTS = re.compile(r'<script src="([^"]+)"')


def page(body: bytes) -> float:
    """KB of a page."""
    return len(brotli.compress(body, quality=ON_THE_SPOT)) / KB


def kept(body: bytes, path: str) -> float:
    """KB of a file; fonts are compressed already."""
    return len(body if path.endswith(".woff2") else brotli.compress(body)) / KB


def linked(html: str) -> tuple[list[str], list[str]]:
    """The style sheets and the scripts that a page asks for."""
    return SHEETS.findall(html), SCRIPTS.findall(html)
