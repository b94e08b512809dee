"""Logs: one JSON line per event, with routes instead of addresses, because addresses can hold people."""

from __future__ import annotations

import logging
from typing import Any

import structlog

QUIET = {"request", "user_id", "ip", "user_agent"}


def configure(_settings: dict[str, object]) -> None:
    """Set structlog and the standard library up alike."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        impersonal,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                traceback_without_values,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)


def impersonal(_logger: Any, _method: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Drop what could name a client or a member: paths with ids, addresses, agents."""
    if str(event.get("logger", "")).startswith("django."):
        # Django puts the address into its sentence, and an address can hold a person.
        event["event"] = str(event["event"]).split(": /")[0]
    return {key: value for key, value in event.items() if key not in QUIET}


def traceback_without_values(
    _logger: Any, _method: str, event: structlog.typing.EventDict
) -> structlog.typing.EventDict:
    """Keep where it broke and the kind of error; the message may quote a row."""
    error = event.pop("exc_info", None)
    if error and not isinstance(error, bool):
        kind, _value, trace = error
        event["error"] = kind.__name__
        where = []
        while trace is not None:
            where.append(f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}")
            trace = trace.tb_next
        event["where"] = where[-6:]
    return event
