"""The program's log as tests read it: at DEBUG, through its own guarded handler."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO

import structlog

from bot.logs import set_up_logs


@contextmanager
def captured_log() -> Iterator[StringIO]:
    """Log into a string, and put everything back afterwards."""
    root = logging.getLogger()
    before = root.handlers[:], root.level, logging.getLogger("bot").level, structlog.get_config()
    hooks = sys.excepthook, sys.unraisablehook, threading.excepthook
    stream = StringIO()
    set_up_logs("DEBUG", stream=stream)
    yield stream
    root.handlers[:], root.level = before[0], before[1]
    logging.getLogger("bot").setLevel(before[2])
    logging.captureWarnings(False)
    structlog.configure(**before[3])
    sys.excepthook, sys.unraisablehook, threading.excepthook = hooks
