"""Logs: one line an event on stderr, as text or JSON, for our events and those of every library."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import sys
import threading
from collections.abc import Iterable
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, TextIO

import structlog

from bot.redaction import Field, describe_exception, describe_foreign, escape, redact, tame_fields
from bot.settings import LogFormat

OURS = ("bot", "conversations")


def set_up_logs(
    level: str = "INFO",
    log_format: LogFormat = "text",
    secrets: Iterable[str] = (),
    stream: TextIO | None = None,
) -> None:
    """Route every log line, warning and uncaught error of the process through one guarded handler.

    Args:
        level: DEBUG, INFO, WARNING or ERROR, for our own events; other libraries speak from WARNING.
        log_format: `text` for people, `json` for machines.
        secrets: texts that never appear, such as the bot's token.
        stream: where lines go; stderr when None.
    """
    handler = _GuardedHandler(stream or sys.stderr)
    handler.addFilter(_is_wanted)
    handler.setFormatter(LineFormatter(log_format, secrets))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    for name in OURS:
        logging.getLogger(name).setLevel(level)
    logging.captureWarnings(True)
    _configure_structlog()
    sys.excepthook = _log_uncaught
    sys.unraisablehook = _log_unraisable
    threading.excepthook = _log_thread


def watch_loop(loop: asyncio.AbstractEventLoop) -> None:
    """Send the loop's unhandled exceptions to the log; asyncio's own line would show their messages."""
    loop.set_exception_handler(_log_loop)


def _configure_structlog() -> None:
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,  # so that a test may set logs up again
    )


def _is_wanted(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.WARNING or record.name.split(".", 1)[0] in OURS


class _GuardedHandler(logging.StreamHandler[TextIO]):
    """A handler that names its own trouble; logging's way would print the record's arguments."""

    def handleError(self, record: logging.LogRecord) -> None:
        error = sys.exc_info()[0]
        with contextlib.suppress(OSError, ValueError):  # stderr is gone: nobody to tell
            self.stream.write(f"a log line of {record.name} was lost: {error.__name__ if error else '?'}\n")


class LineFormatter(logging.Formatter):
    """Turns a record into one line that holds nothing private.

    Args:
        log_format: `text` or `json`.
        secrets: texts that never appear.
    """

    def __init__(self, log_format: LogFormat = "text", secrets: Iterable[str] = ()) -> None:
        super().__init__()
        self._write = _write_json if log_format == "json" else _write_text
        self._secrets = [secret for secret in secrets if secret]

    def format(self, record: logging.LogRecord) -> str:
        when = datetime.fromtimestamp(record.created, UTC)
        head: dict[str, Field] = {
            "time": f"{when:%Y-%m-%dT%H:%M:%S}.{int(record.msecs):03d}Z",
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        return redact(self._write(head | _describe(record)), self._secrets)


def _describe(record: logging.LogRecord) -> dict[str, Field]:
    if not isinstance(record.msg, dict):
        return describe_foreign(record) | _describe_error(record.exc_info)
    fields = dict(record.msg)
    event, exc_info = str(fields.pop("event", "")), fields.pop("exc_info", None)
    return {"event": event, **tame_fields(fields), **_describe_error(exc_info)}


def _describe_error(exc_info: Any) -> dict[str, Field]:
    if isinstance(exc_info, tuple):
        exc_info = exc_info[1]
    elif exc_info is True:
        exc_info = sys.exc_info()[1]
    return describe_exception(exc_info) if isinstance(exc_info, BaseException) else {}


def _write_json(fields: dict[str, Field]) -> str:
    return json.dumps(fields, ensure_ascii=True)


def _write_text(fields: dict[str, Field]) -> str:
    time, level, logger, event, *rest = fields.items()
    parts = [str(time[1]), str(level[1]).ljust(7), str(logger[1]), "-", str(event[1])]
    return escape(" ".join(parts + [f"{name}={value}" for name, value in rest]))


def _log_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        _log().critical("uncaught error", exc_info=error.with_traceback(trace))


def _log_thread(args: threading.ExceptHookArgs) -> None:
    if not issubclass(args.exc_type, SystemExit):
        _log().critical("uncaught error in a thread", exc_info=args.exc_value)


def _log_unraisable(args: Any) -> None:
    _log().error("error that could not be raised", exc_info=args.exc_value)


def _log_loop(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    # asyncio's text may quote a task and with it an error's message; the keys of the context cannot.
    _log().error(
        "unhandled error in the event loop", exc_info=context.get("exception"), about=",".join(context)
    )


def _log() -> Any:
    return structlog.get_logger("bot")
