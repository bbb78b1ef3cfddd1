"""The settings: one table of names, read from the environment and `.env`, refused by name when wrong."""

from __future__ import annotations

import base64
import binascii
import difflib
import importlib.util
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeVar
from urllib.parse import SplitResult, urlsplit

from dotenv import dotenv_values

T = TypeVar("T")
LogFormat = Literal["text", "json"]

KEY_BYTES = 32
DATABASE_FILE = "rebound.sqlite3"
KEY_FILE = "rebound.key"


class SettingsError(Exception):
    """A setting is wrong. The message is one line, names the setting and never repeats a secret."""


@dataclass(frozen=True)
class Setting:
    """One line of the table that `--help`, the README and deploy/example.env are checked against."""

    name: str
    default: str
    meaning: str
    secret: bool = False


SETTINGS = (
    Setting(
        "TELEGRAM_BOT_TOKEN", "", "The token BotFather gave you. Without it only the sandbox runs.", True
    ),
    Setting("TELEGRAM_API_URL", "https://api.telegram.org", "The Bot API server to talk to."),
    Setting(
        "REBOUND_DATABASE_URL",
        "",
        "sqlite:///path/to/file or postgresql://user:password@host/name."
        " Empty: an SQLite file in the data folder.",
        True,
    ),
    Setting("REBOUND_DATA_DIR", "./data", "The folder for the database and the key file."),
    Setting(
        "REBOUND_ENCRYPTION_KEY",
        "",
        "32 bytes in base64 (`openssl rand -base64 32`). Several, with commas between: the first writes,"
        " all of them read. Empty: a key file is made beside the data at the first start.",
        True,
    ),
    Setting("REBOUND_LOG_LEVEL", "INFO", "DEBUG, INFO, WARNING or ERROR."),
    Setting("REBOUND_LOG_FORMAT", "text", "text or json."),
    Setting("REBOUND_SANDBOX_PORT", "8080", "The port of the sandbox's chat page on 127.0.0.1."),
)

_NAMES = {setting.name: setting for setting in SETTINGS}
# The tests' own switches; a program started by a test inherits them.
_NOT_SETTINGS = re.compile(r"REBOUND_(KILLS|TEST_\w+)")


@dataclass(frozen=True)
class Settings:
    """What the bot was told at its start. The representation shows no secret."""

    bot_token: str | None = field(default=None, repr=False)
    api_url: str = "https://api.telegram.org"
    database_url: str = field(default="sqlite:///data/rebound.sqlite3", repr=False)
    data_dir: Path = Path("data")
    encryption_keys: tuple[bytes, ...] = field(default=(), repr=False)
    log_level: str = "INFO"
    log_format: LogFormat = "text"
    sandbox_port: int = 8080

    @property
    def key_file(self) -> Path:
        """Return where the key lies (or will be made) when `encryption_keys` is empty."""
        return self.data_dir / KEY_FILE


def load_settings(environ: Mapping[str, str], cwd: Path) -> Settings:
    """Read the settings from `environ` and from `.env` in `cwd`; the environment wins, empty means unset.

    Raises:
        SettingsError: a value makes no sense, or a name looks like ours and is not.
    """
    from_file = _read_env_file(cwd / ".env")
    _refuse_unknown(name for name in environ if name.startswith("REBOUND_"))
    _refuse_unknown(name for name in from_file if name.startswith(("REBOUND_", "TELEGRAM_")))
    values = {
        name: (environ.get(name) or from_file.get(name) or setting.default).strip()
        for name, setting in _NAMES.items()
    }

    data_dir = _parse(values, "REBOUND_DATA_DIR", lambda value: _folder(value, cwd))
    return Settings(
        bot_token=_parse(values, "TELEGRAM_BOT_TOKEN", _token),
        api_url=_parse(values, "TELEGRAM_API_URL", _api_url),
        database_url=_parse(
            values, "REBOUND_DATABASE_URL", lambda value: _database_url(value, cwd, data_dir)
        ),
        data_dir=data_dir,
        encryption_keys=_parse(values, "REBOUND_ENCRYPTION_KEY", _keys),
        log_level=_parse(values, "REBOUND_LOG_LEVEL", _log_level),
        log_format=_parse(values, "REBOUND_LOG_FORMAT", _log_format),
        sandbox_port=_parse(values, "REBOUND_SANDBOX_PORT", _port),
    )


def _read_env_file(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    try:
        # No interpolation: a `$` in a password is a `$`.
        found = dotenv_values(path, interpolate=False, encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read ({type(error).__name__})") from None
    return {name: value or "" for name, value in found.items()}


def _refuse_unknown(names: Iterable[str]) -> None:
    for name in sorted(names):
        if name in _NAMES or _NOT_SETTINGS.fullmatch(name):
            continue
        close = difflib.get_close_matches(name, _NAMES, n=1)
        hint = f"did you mean {close[0]}?" if close else "`python -m bot --help` lists them"
        raise SettingsError(f"{name}: there is no such setting; {hint}")


def _parse(values: Mapping[str, str], name: str, parse: Callable[[str], T]) -> T:
    try:
        return parse(values[name])
    except ValueError as problem:
        raise SettingsError(f"{name}: {problem}") from None


def _token(value: str) -> str | None:
    if value and not re.fullmatch(r"\d{1,20}:[A-Za-z0-9_-]{20,80}", value):
        raise ValueError(
            "does not look like a bot token (digits, a colon, about 35 letters); ask BotFather for it"
        )
    return value or None


def _api_url(value: str) -> str:
    parts = _split(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ValueError("must be an address such as https://api.telegram.org or http://127.0.0.1:8081")
    if parts.username or parts.password:
        raise ValueError("must not hold a name or password")
    return value.rstrip("/")


def _database_url(value: str, cwd: Path, data_dir: Path) -> str:
    if not value:
        return f"sqlite:///{data_dir / DATABASE_FILE}"
    parts = _split(value)
    if parts.scheme in ("postgresql", "postgres", "postgresql+asyncpg"):
        if not parts.hostname and "host=" not in parts.query:
            raise ValueError("names no host; write postgresql://user:password@host/name")
        if importlib.util.find_spec("asyncpg") is None:
            raise ValueError("PostgreSQL needs the package asyncpg (`pip install rebound[postgres]`)")
        return "postgresql" + value[len(parts.scheme) :]
    if parts.scheme in ("sqlite", "sqlite+aiosqlite"):
        path = value.partition("://")[2].removeprefix("/")
        if not path or path.startswith(":memory:") or "?" in path:
            raise ValueError("names no file; write sqlite:///path/to/file")
        return f"sqlite:///{(cwd / path).absolute()}"
    raise ValueError("must begin with sqlite:/// or postgresql://")


def _split(value: str) -> SplitResult:
    try:
        parts = urlsplit(value)
        _ = parts.port  # read for its check: a port that is no number raises
    except ValueError:
        raise ValueError("is not a well-formed address") from None
    return parts


def _folder(value: str, cwd: Path) -> Path:
    folder = (cwd / Path(value).expanduser()).absolute()
    if folder.exists() and not folder.is_dir():
        raise ValueError("is not a folder")
    return folder


def _keys(value: str) -> tuple[bytes, ...]:
    keys = tuple(_key(part.strip()) for part in value.split(",")) if value else ()
    if len(set(keys)) < len(keys):
        raise ValueError("holds the same key twice")
    return keys


def _key(part: str) -> bytes:
    try:
        key = base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise ValueError("each key is 32 bytes in base64; `openssl rand -base64 32` makes one")
    return key


def _log_level(value: str) -> str:
    if value.upper() not in ("DEBUG", "INFO", "WARNING", "ERROR"):
        raise ValueError("must be DEBUG, INFO, WARNING or ERROR")
    return value.upper()


def _log_format(value: str) -> LogFormat:
    match value.lower():
        case "text":
            return "text"
        case "json":
            return "json"
    raise ValueError("must be text or json")


def _port(value: str) -> int:
    if not re.fullmatch(r"[0-9]{1,5}", value) or int(value) > 65535:
        raise ValueError("must be a port, 1 to 65535 (0 takes any free one)")
    return int(value)
