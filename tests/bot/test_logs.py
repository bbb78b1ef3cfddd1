"""Logs: whatever is thrown at them, no person's words and no token come out, and an event stays one line."""

from __future__ import annotations

import asyncio
import gc
import io
import json
import logging
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import structlog

from bot.logs import set_up_logs, watch_loop
from bot.settings import LogFormat

CANARY = "They said I was not a fit"
TOKEN = "123456789:AAExampleExampleExampleExampleExamp"
PASSWORD = "postgresql://me:hunter2@db/rebound"

Read = Callable[[], str]


@pytest.fixture(params=[(level, kind) for level in ("DEBUG", "INFO", "ERROR") for kind in ("text", "json")])
def read(request: pytest.FixtureRequest) -> Iterator[Read]:
    """Logs set up at some level in some format; gives what was written since."""
    level, log_format = request.param
    with _logs(level, log_format) as stream:
        yield stream.getvalue


@pytest.fixture
def debug() -> Iterator[Read]:
    """Logs set up as text at DEBUG."""
    with _logs("DEBUG", "text") as stream:
        yield stream.getvalue


class _logs:
    """Logs for the length of a `with`; everything is put back afterwards."""

    def __init__(self, level: str, log_format: LogFormat) -> None:
        self.level, self.log_format = level, log_format
        self.stream = io.StringIO()

    def __enter__(self) -> io.StringIO:
        root = logging.getLogger()
        self.before = (root.handlers[:], root.level, sys.excepthook, sys.unraisablehook, threading.excepthook)
        set_up_logs(self.level, self.log_format, (TOKEN, PASSWORD), self.stream)
        return self.stream

    def __exit__(self, *_exc: object) -> None:
        root = logging.getLogger()
        logging.captureWarnings(False)
        root.handlers[:], level, sys.excepthook, sys.unraisablehook, threading.excepthook = self.before
        root.setLevel(level)
        for name in ("bot", "conversations"):
            logging.getLogger(name).setLevel(logging.NOTSET)
        structlog.reset_defaults()


def fail_with_words() -> None:
    draft = CANARY
    raise ValueError(f"cannot parse {draft}")


def log_everywhere() -> None:
    """Say the canary in every way a program might."""
    ours, theirs = structlog.get_logger("bot.turns"), logging.getLogger("telegram.ext")
    for level in ("debug", "info", "warning", "error", "critical"):
        for field in ("text", "message", "payload", "answer", "update", "Caption"):
            getattr(ours, level)("turn", **{field: CANARY})
        getattr(ours, level)("turn", about={"text": CANARY}, list=[CANARY], raw=CANARY.encode())
        getattr(theirs, level)("cannot parse %s", CANARY)
        getattr(theirs, level)(f"cannot parse {CANARY}")
        getattr(theirs, level)("cannot parse", extra={"words": CANARY})
        getattr(logging.getLogger("bot.stdlib"), level)("said %s", CANARY)
    try:
        try:
            fail_with_words()
        except ValueError as error:
            raise RuntimeError(CANARY) from error
    except RuntimeError as error:
        ours.exception("turn failed")
        ours.error("turn failed", exc_info=error)
        ours.error("turn failed", error=error)
        theirs.exception("turn failed: %s", error)
        theirs.error("turn failed", exc_info=error, stack_info=True)
    warnings.warn(CANARY, RuntimeWarning, stacklevel=1)


@pytest.mark.filterwarnings("always")
def test_no_words_of_a_person_come_out_in_any_way(read: Read) -> None:
    log_everywhere()
    assert read()
    assert "not a fit" not in read()


@pytest.mark.filterwarnings("always")
def test_no_token_and_no_password_come_out_in_any_way(read: Read) -> None:
    ours, theirs = structlog.get_logger("bot"), logging.getLogger("httpx")
    for secret in (TOKEN, PASSWORD, f"https://api.telegram.org/bot{TOKEN}/getMe", TOKEN.replace(":", "%3A")):
        ours.error(f"calling {secret}")
        ours.error("calling", url=secret, port=1)
        theirs.error("HTTP Request: POST %s", secret)
        try:
            raise OSError(secret)
        except OSError:
            ours.exception("failed", **{secret: 1})
    other = "987654321:ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ"  # one that nobody told us about
    ours.error("calling", url=f"/bot{other}/getMe")
    said = read()
    assert "failed" in said
    assert "AAExample" not in said
    assert "hunter2" not in said
    assert "ZZZZ" not in said


NASTY = "one\ntwo\r\x1b[31mred\x00\x9b\u2028\u202eright\ud800"


def test_an_event_stays_one_line_of_harmless_characters(read: Read) -> None:
    structlog.get_logger("bot").error(f"begin {NASTY}", mark=NASTY, **{NASTY: 1})
    said = read()
    assert said.endswith("\n")
    assert said.count("\n") == 1
    assert said[:-1].isprintable()


def test_an_error_is_told_by_its_type_and_its_places() -> None:
    with _logs("INFO", "json") as stream:
        try:
            fail_with_words()
        except ValueError as error:
            structlog.get_logger("bot.turns").error("turn failed", chat=7, exc_info=error)
        line = json.loads(stream.getvalue())
    assert line["event"] == "turn failed"
    assert line["chat"] == 7
    assert line["exception"] == "ValueError"
    assert line["frames"].startswith("tests/bot/test_logs.py:")
    assert "fail_with_words" in line["frames"]
    assert line["level"] == "error"
    assert line["logger"] == "bot.turns"


def test_an_operator_learns_which_module_or_disk_error_it_was(debug: Read) -> None:
    for error in (ModuleNotFoundError(CANARY, name="asyncpg"), OSError(28, CANARY)):
        structlog.get_logger("bot").error("cannot start", exc_info=error)
    assert "ModuleNotFoundError(asyncpg)" in debug()
    assert "OSError(ENOSPC)" in debug()


def test_each_error_of_a_group_is_named(debug: Read) -> None:
    group = ExceptionGroup(CANARY, [KeyError(CANARY), ZeroDivisionError()])
    structlog.get_logger("bot").error("tasks failed", exc_info=group)
    assert "ExceptionGroup from KeyError from ZeroDivisionError" in debug()


def test_other_libraries_speak_from_warning_and_ours_from_its_level(debug: Read) -> None:
    logging.getLogger("aiohttp.access").info("GET /")
    loud = logging.getLogger("some.library")
    loud.setLevel(logging.DEBUG)
    loud.debug("chatter")
    logging.getLogger("alembic.runtime").warning("a fixed sentence of a library")
    structlog.get_logger("bot.app").debug("ready")
    assert "GET" not in debug()
    assert "chatter" not in debug()
    assert "a fixed sentence of a library" in debug()
    assert "ready" in debug()


def test_a_level_silences_what_is_below_it() -> None:
    with _logs("WARNING", "text") as stream:
        structlog.get_logger("bot").info("quiet")
        structlog.get_logger("bot").warning("loud")
        assert "quiet" not in stream.getvalue()
        assert "loud" in stream.getvalue()


@pytest.mark.filterwarnings("always")
def test_a_warning_is_told_by_its_category_and_place(debug: Read) -> None:
    warnings.warn(f"at:7: Lie: {CANARY}", RuntimeWarning, stacklevel=1)
    assert "RuntimeWarning at" in debug()
    assert "test_logs.py:" in debug()
    assert "Lie" not in debug()


def test_an_uncaught_error_is_logged_without_its_message(debug: Read) -> None:
    try:
        fail_with_words()
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    assert "uncaught error exception=ValueError" in debug()
    assert CANARY not in debug()


def test_an_uncaught_error_of_a_thread_is_logged_without_its_message(debug: Read) -> None:
    thread = threading.Thread(target=fail_with_words)
    thread.start()
    thread.join()
    assert "uncaught error in a thread exception=ValueError" in debug()
    assert CANARY not in debug()


def test_an_error_in_a_destructor_is_logged_without_its_message(debug: Read) -> None:
    class Frail:
        def __del__(self) -> None:
            fail_with_words()

    Frail()
    gc.collect()
    assert "could not be raised exception=ValueError" in debug()
    assert CANARY not in debug()


async def test_a_task_that_nobody_awaited_is_logged_without_its_message(debug: Read) -> None:
    async def fail() -> None:
        fail_with_words()

    watch_loop(asyncio.get_running_loop())
    task = asyncio.create_task(fail())
    await asyncio.sleep(0)
    del task
    gc.collect()
    await asyncio.sleep(0)
    assert "unhandled error in the event loop" in debug()
    assert "exception=ValueError" in debug()
    assert CANARY not in debug()


def test_a_line_that_cannot_be_written_is_named_without_its_words(debug: Read) -> None:
    class Unspeakable:
        def __str__(self) -> str:
            raise ValueError(CANARY)

    record = logging.LogRecord("some.library", logging.ERROR, __file__, 1, Unspeakable(), (), None)
    logging.getLogger().handlers[0].handle(record)
    assert debug() == "a log line of some.library was lost: ValueError\n"


def test_a_path_may_be_shown(debug: Read) -> None:
    structlog.get_logger("bot").info("opened", path=Path("data/rebound.sqlite3"))
    assert "path=data/rebound.sqlite3" in debug()
