"""The one place that speaks a hosted speech model's protocol: one request, OpenAI's `audio/transcriptions`."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import json
import ssl
from typing import Any

import httpx2

from carnet.integrations.speech.kinds import Hosted

MOST_BYTES = 256 * 1024
"""Of an answer: ten minutes are some 1,500 words, 12 KB, and six times that in an escaped script."""
ACCEPTED = 200


class TooMuch(Exception):
    """The answer is longer than a note can be, or packed so that nobody can tell."""


class NoAnswer(Exception):
    """It answered, and not with words."""


def ask(named: Hosted, sound: bytes, file: tuple[str, str], language: str) -> dict[str, Any]:
    """What it answered, within the seconds it has in all. `file`: name and media type. Raises whatever went wrong."""
    return asyncio.run(_within(named, sound, file, language))


async def _within(named: Hosted, sound: bytes, file: tuple[str, str], language: str) -> dict[str, Any]:
    headers = {"accept-encoding": "identity", "accept": "application/json"}
    if key := named.key:
        headers["authorization"] = f"Bearer {key}"
    name, media = file
    transport = httpx2.AsyncHTTPTransport(verify=_trusted(), trust_env=False, retries=0)
    client = httpx2.AsyncClient(transport=transport, timeout=named.seconds, follow_redirects=False, trust_env=False)
    async with asyncio.timeout(named.seconds), client:
        asked = client.stream(
            "POST",
            f"{named.url}/audio/transcriptions",
            headers=headers,
            data={"model": named.name, "language": language, "response_format": "json"},
            files={"file": (name, sound, media)},
        )
        async with asked as response:
            return _words(await _body(response))


async def _body(response: httpx2.Response) -> bytes:
    if response.status_code != ACCEPTED:
        raise NoAnswer
    if response.headers.get("content-encoding", "identity") != "identity":
        raise TooMuch
    body = b""
    async with contextlib.aclosing(response.aiter_raw()) as chunks:
        async for chunk in chunks:
            body += chunk
            if len(body) > MOST_BYTES:
                raise TooMuch
    return body


def _words(body: bytes) -> dict[str, Any]:
    answer = json.loads(body)
    if not isinstance(answer, dict) or not isinstance(answer.get("text"), str):
        raise NoAnswer
    return answer


@functools.cache
def _trusted() -> ssl.SSLContext:
    """The authorities of this machine, read once."""
    return ssl.create_default_context()
