"""A language model on this machine that answers what it is told to: OpenAI's wire and Anthropic's, on 127.0.0.1.

It keeps every byte it receives, so that a test can look for what should never have left the house.
"""

from __future__ import annotations

import contextlib
import dataclasses
import http.server
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from carnet.integrations.language.breaker import Breaker
from carnet.integrations.language.drafting import Named
from carnet.integrations.language.kinds import Model, Provider

SECONDS = 20.0
type Behaviour = Callable[["Handler"], None]


class Handler(http.server.BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    server: Stub

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        head = f"{self.requestline}\n{self.headers}".encode()
        self.server.received.append(head + body)
        with contextlib.suppress(ConnectionError):
            self.server.behave(self)

    do_GET = do_POST  # noqa: N815

    def answer(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in ({"content-type": "application/json", "content-length": str(len(body))} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: Any) -> None:
        """It is quiet."""


class Stub(http.server.ThreadingHTTPServer):
    """The server, and what it was sent."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.received: list[bytes] = []
        self.behave: Behaviour = says("")
        self.closing = threading.Event()

    def says(self, text: str) -> None:
        self.behave = says(text)

    def drafter(self, *, provider: Provider = Provider.OPENAI, seconds: float = SECONDS, key_file: Path | None = None,
                breaker: Breaker | None = None) -> Named:  # fmt: skip
        url = f"http://127.0.0.1:{self.server_address[1]}" + ("/v1" if provider == Provider.OPENAI else "")
        # Hostile answers are no outages here, unless a test says so.
        return Named(Model(provider, url, "stub-1", key_file, seconds), breaker or Breaker(failures=10**9))


@contextlib.contextmanager
def running() -> Iterator[Stub]:
    stub = Stub()
    thread = threading.Thread(target=stub.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield stub
    finally:
        stub.closing.set()
        stub.shutdown()
        stub.server_close()


def chat(text: str | None, **more: Any) -> dict[str, Any]:
    """An answer on OpenAI's wire."""
    message = {"role": "assistant", "content": text} | more
    return {
        "id": "c-1", "object": "chat.completion", "created": 1, "model": "stub-1",
        "choices": [{"index": 0, "message": message, "finish_reason": "tool_calls" if more else "stop"}],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }  # fmt: skip


def says(text: str) -> Behaviour:
    return gives(chat(text))


def gives(answer: Any, status: int = 200, **headers: str) -> Behaviour:
    body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
    return lambda handler: handler.answer(body, status, **headers)


def says_as_anthropic(text: str) -> Behaviour:
    return gives({
        "id": "m-1", "type": "message", "role": "assistant", "model": "stub-1", "stop_reason": "end_turn",
        "stop_sequence": None, "content": [{"type": "text", "text": text}], "usage": {"input_tokens": 1, "output_tokens": 1},
    })  # fmt: skip


def is_silent(handler: Handler) -> None:
    """It has heard, and says nothing."""
    handler.server.closing.wait(60)


def trickles(handler: Handler) -> None:
    """A byte now and then, for ever: no read of it is late."""
    _begin(handler)
    while not handler.server.closing.wait(0.05):
        handler.wfile.write(b"1\r\n \r\n")


def floods(handler: Handler) -> None:
    """As fast as it can, for ever."""
    _begin(handler)
    while not handler.server.closing.is_set():
        handler.wfile.write(b"1000\r\n" + b" " * 0x1000 + b"\r\n")


def hangs_up(handler: Handler) -> None:
    """In the middle of a word."""
    handler.send_response(200)
    handler.send_header("content-length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"id": "c-1", "cho')
    handler.close_connection = True


def _begin(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("content-type", "application/json")
    handler.send_header("transfer-encoding", "chunked")
    handler.end_headers()


@dataclasses.dataclass(frozen=True)
class Hostile:
    """An answer that is none."""

    name: str
    behave: Behaviour


CALL = {
    "tool_calls": [
        {"id": "t-1", "type": "function", "function": {"name": "send", "arguments": '{"to": "+33199001199"}'}}
    ]
}
NO_ANSWER = (
    Hostile("a megabyte", says("A" * 2**20)),
    Hostile("an endless flood", floods),
    Hostile("a packed answer", gives(b"\x1f\x8b" + b"0" * 64, content_encoding="gzip")),
    Hostile("not found", gives({"error": {"message": "no such model"}}, 404)),
    Hostile("not allowed", gives({"error": {"message": "bad key"}}, 401)),
    Hostile("too many", gives({"error": {"message": "slow down"}}, 429, retry_after="0")),
    Hostile("broken", gives({"error": {"message": "oops"}}, 500)),
    Hostile("a page", gives(b"<html>Bad gateway</html>", 502, content_type="text/html")),
    Hostile("no JSON", gives(b"hello")),
    Hostile("other JSON", gives({"choices": []})),
    Hostile("nothing said", gives(chat(None))),
    Hostile("a tool called", gives(chat(None, **CALL))),
    Hostile("sent elsewhere", gives(b"", 307, location="http://127.0.0.1:9/v1/chat/completions")),
    Hostile("hung up", hangs_up),
)
