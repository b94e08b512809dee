"""The one place that speaks a model's protocol, through pydantic-ai: one request, plain text, no tools."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import ssl
from collections.abc import AsyncIterator

import anthropic
import httpx2
import openai
from pydantic_ai import Agent
from pydantic_ai.models import Model as Speaker
from pydantic_ai.models.anthropic import AnthropicModel
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.providers.anthropic import AnthropicProvider
from pydantic_ai.providers.openai import OpenAIProvider
from pydantic_ai.settings import ModelSettings
from pydantic_ai.usage import UsageLimits

from carnet.integrations.language.kinds import Model, Provider

MOST_BYTES = 16 * 1024
"""Of an answer on the wire: a letter is one or two, and the envelope as much again."""
MOST_TOKENS = 800
WITHOUT_A_KEY = "none"
"""What is sent where no key is kept: the clients refuse to be made without one."""


class TooMuch(Exception):
    """The answer is longer than a letter can be, or packed so that nobody can tell."""


class _Counted(httpx2.AsyncByteStream):
    """A body that ends with TooMuch where it should have ended."""

    def __init__(self, stream: httpx2.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        left = MOST_BYTES
        async for chunk in self._stream:
            left -= len(chunk)
            if left < 0:
                raise TooMuch
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()


class Bounded(httpx2.AsyncBaseTransport):
    """The network, as far as a letter needs it."""

    def __init__(self) -> None:
        """Nothing of the environment is asked: no proxy, no certificate, no password file."""
        self._network = httpx2.AsyncHTTPTransport(verify=_trusted(), trust_env=False, retries=0)

    async def handle_async_request(
        self, request: httpx2.Request
    ) -> httpx2.Response:  # house: empty-verb -- httpx2 calls it so
        """The answer, its body counted while it is read."""
        request.headers["accept-encoding"] = "identity"
        response = await self._network.handle_async_request(request)
        if response.headers.get("content-encoding", "identity") != "identity":
            await response.aclose()
            raise TooMuch
        if isinstance(response.stream, httpx2.AsyncByteStream):
            response.stream = _Counted(response.stream)
        return response

    async def aclose(self) -> None:
        """Hang up."""
        await self._network.aclose()


@functools.cache
def _trusted() -> ssl.SSLContext:
    """The authorities of this machine, read once."""
    return ssl.create_default_context()


def ask(named: Model, rules: str, request: str) -> str:
    """The model's text, within the seconds it has in all. Raises whatever went wrong."""
    return asyncio.run(_within(named, rules, request))


async def _within(named: Model, rules: str, request: str) -> str:
    async with asyncio.timeout(named.seconds), _client(named.seconds) as client:
        agent = Agent(_speaker(named, client), instructions=rules, output_type=str, retries=0)
        answer = await agent.run(
            request,
            model_settings=ModelSettings(max_tokens=MOST_TOKENS, timeout=named.seconds),
            usage_limits=UsageLimits(request_limit=1, tool_calls_limit=0),
        )
        return answer.output


@contextlib.asynccontextmanager
async def _client(seconds: float) -> AsyncIterator[httpx2.AsyncClient]:
    async with httpx2.AsyncClient(
        transport=Bounded(), timeout=seconds, follow_redirects=False, trust_env=False
    ) as client:
        yield client


def _speaker(named: Model, client: httpx2.AsyncClient) -> Speaker:
    key = named.key or WITHOUT_A_KEY
    if named.provider == Provider.ANTHROPIC:
        hers = anthropic.AsyncAnthropic(api_key=key, base_url=named.url, http_client=client, max_retries=0)
        return AnthropicModel(named.name, provider=AnthropicProvider(anthropic_client=hers))
    theirs = openai.AsyncOpenAI(api_key=key, base_url=named.url, http_client=client, max_retries=0)
    return OpenAIChatModel(named.name, provider=OpenAIProvider(openai_client=theirs))
