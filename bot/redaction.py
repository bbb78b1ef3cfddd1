"""What may stand in a log line: no person's words, no token, no control characters."""

from __future__ import annotations

import errno
import linecache
import logging
import re
import traceback
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

WITHHELD = "[withheld]"
LONGEST_VALUE = 200

Field = None | bool | int | float | str

_ROOT = Path(__file__).resolve().parent.parent
# Fields whose name says that they hold what somebody wrote.
_WORDS = frozenset(
    "answer answers arguments body caption content data draft entry first_name html last_name message name"
    " params payload prompt reply request response result row statement text thought update username value"
    " words".split()
)
_TOKEN = re.compile(r"\d{3,20}(?::|%3A)[A-Za-z0-9_-]{20,}", re.IGNORECASE)
_WARNING = re.compile(r"(?P<place>.+?:\d+): (?P<category>\w+): ")


def tame_fields(fields: Mapping[str, object]) -> dict[str, Field]:
    """Return the fields of an event of ours: numbers and short marks as they are, fields meant for words
    withheld, any other object by its type alone."""
    return {name: WITHHELD if name.lower() in _WORDS else _tame(value) for name, value in fields.items()}


def _tame(value: object) -> Field:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Path):
        value = str(value)
    if isinstance(value, str):
        return value if len(value) <= LONGEST_VALUE else value[:LONGEST_VALUE] + "..."
    kind = value if isinstance(value, type) else type(value)
    return f"<{kind.__qualname__}>"


def describe_foreign(record: logging.LogRecord) -> dict[str, Field]:
    """Return the fields for another library's record, without its arguments: they may hold anything.

    The template is kept if it stands as it is in the library's source; a message that was put together at
    run time is withheld, and the place tells where it came from.
    """
    if record.name == "py.warnings":
        return {"event": _describe_warning(record.getMessage())}
    message = str(record.msg)
    return {
        "event": message if _stands_in_source(message, record.pathname) else WITHHELD,
        "at": f"{Path(record.pathname).name}:{record.lineno}",
    }


def _stands_in_source(message: str, path: str) -> bool:
    source = "".join(linecache.getlines(path))
    return any(f"{quote}{message}{quote}" in source for quote in ('"', "'"))


def _describe_warning(text: str) -> str:
    found = _WARNING.match(text)
    return f"{found['category']} at {found['place']}" if found else WITHHELD


def describe_exception(error: BaseException) -> dict[str, Field]:
    """Return an exception as its type and the places it passed: never its message, never its variables.

    The links of its chain follow it, described alike.
    """
    chain = list(_walk(error))
    return {
        "exception": " from ".join(_name(link) for link in chain),
        "frames": " | ".join(" < ".join(_places(link)) or "-" for link in chain),
    }


def _walk(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        if isinstance(error, BaseExceptionGroup):
            for part in error.exceptions:
                yield from _walk(part)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _name(error: BaseException) -> str:
    kind = type(error).__qualname__
    if isinstance(error, ImportError) and error.name:
        return f"{kind}({error.name})"
    if isinstance(error, OSError) and error.errno:
        return f"{kind}({errno.errorcode.get(error.errno, error.errno)})"
    return kind


def _places(error: BaseException) -> Iterator[str]:
    """Name where an error passed, the innermost place first."""
    for frame, line in reversed(list(traceback.walk_tb(error.__traceback__))):
        path = Path(frame.f_code.co_filename)
        shown = path.relative_to(_ROOT) if path.is_relative_to(_ROOT) else Path(path.name)
        yield f"{shown}:{line} {frame.f_code.co_name}"


def redact(line: str, secrets: Iterable[str]) -> str:
    """Return a finished line without the secrets and without anything that looks like a bot token."""
    for secret in secrets:
        line = line.replace(secret, "[secret]")
    return _TOKEN.sub("[token]", line)


def escape(text: str) -> str:
    """Return text on one line: newlines, ANSI, bidirectional and other control characters are escaped."""
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii") for letter in text
    )
