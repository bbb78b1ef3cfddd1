"""Settings: what is read from where, and nonsense refused by name in one line."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from bot.settings import SETTINGS, Settings, SettingsError, load_settings

TOKEN = "123456789:AAExampleExampleExampleExampleExamp"
KEY = base64.b64encode(bytes(range(32))).decode()


def test_with_nothing_set_the_defaults_are_a_file_in_the_data_folder(tmp_path: Path) -> None:
    settings = load_settings({}, tmp_path)
    assert settings.bot_token is None
    assert settings.api_url == "https://api.telegram.org"
    assert settings.data_dir == tmp_path / "data"
    assert settings.database_url == f"sqlite:///{tmp_path}/data/rebound.sqlite3"
    assert settings.encryption_keys == ()
    assert (settings.log_level, settings.log_format, settings.sandbox_port) == ("INFO", "text", 8080)


def test_the_environment_wins_over_the_file_and_empty_means_unset(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(
        f"TELEGRAM_BOT_TOKEN={TOKEN}\nREBOUND_SANDBOX_PORT=9001\nREBOUND_LOG_LEVEL=debug\n"
    )
    settings = load_settings({"REBOUND_SANDBOX_PORT": "9002", "REBOUND_LOG_LEVEL": ""}, tmp_path)
    assert settings.bot_token == TOKEN
    assert settings.sandbox_port == 9002
    assert settings.log_level == "DEBUG"


def test_a_dollar_in_the_file_is_a_dollar(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("REBOUND_DATABASE_URL=postgresql://me:pa${HOME}ss@db/rebound\n")
    assert load_settings({}, tmp_path).database_url == "postgresql://me:pa${HOME}ss@db/rebound"


def test_reading_the_file_leaves_the_process_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    monkeypatch.delenv("REBOUND_SANDBOX_PORT", raising=False)
    (tmp_path / ".env").write_text("REBOUND_SANDBOX_PORT=9001\n")
    load_settings(os.environ, tmp_path)
    assert "REBOUND_SANDBOX_PORT" not in os.environ


def test_several_keys_keep_their_order_in_either_alphabet(tmp_path: Path) -> None:
    other = base64.urlsafe_b64encode(b"\xfb" * 32).decode().rstrip("=")
    keys = load_settings({"REBOUND_ENCRYPTION_KEY": f"{KEY}, {other}"}, tmp_path).encryption_keys
    assert keys == (bytes(range(32)), b"\xfb" * 32)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("sqlite:///sub/file.db", "sqlite:///{here}/sub/file.db"),
        ("sqlite:////var/lib/file.db", "sqlite:////var/lib/file.db"),
        ("postgresql+asyncpg://u:p@h/n", "postgresql://u:p@h/n"),
        ("postgres://u:p@h:5433/n", "postgresql://u:p@h:5433/n"),
    ],
)
def test_a_database_is_named_in_one_way(tmp_path: Path, given: str, kept: str) -> None:
    assert load_settings({"REBOUND_DATABASE_URL": given}, tmp_path).database_url == kept.format(here=tmp_path)


def test_an_address_loses_its_last_slash(tmp_path: Path) -> None:
    assert load_settings({"TELEGRAM_API_URL": "http://127.0.0.1:8081/"}, tmp_path).api_url == (
        "http://127.0.0.1:8081"
    )


NONSENSE = [
    ("TELEGRAM_BOT_TOKEN", "my-secret-token"),
    ("TELEGRAM_BOT_TOKEN", "123:short"),
    ("TELEGRAM_BOT_TOKEN", TOKEN + " and more"),
    ("TELEGRAM_API_URL", "api.telegram.org"),
    ("TELEGRAM_API_URL", "ftp://api.telegram.org"),
    ("TELEGRAM_API_URL", "https://me:hidden@api.telegram.org"),
    ("TELEGRAM_API_URL", "http://host:notaport"),
    ("REBOUND_DATABASE_URL", "mysql://me:hidden@db/name"),
    ("REBOUND_DATABASE_URL", "sqlite:///file?mode=memory"),
    ("REBOUND_DATABASE_URL", "sqlite:///:memory:"),
    ("REBOUND_DATABASE_URL", "postgresql:///hidden"),
    ("REBOUND_DATA_DIR", "a-file"),
    ("REBOUND_ENCRYPTION_KEY", "hidden"),
    ("REBOUND_ENCRYPTION_KEY", base64.b64encode(b"x" * 31).decode()),
    ("REBOUND_ENCRYPTION_KEY", f"{KEY},{KEY}"),
    ("REBOUND_LOG_LEVEL", "LOUD"),
    ("REBOUND_LOG_FORMAT", "xml"),
    ("REBOUND_SANDBOX_PORT", "eighty"),
    ("REBOUND_SANDBOX_PORT", "65536"),
    ("REBOUND_SANDBOX_PORT", "-1"),
    ("REBOUND_SANDBOX_PORT", "٨٠"),
]


@pytest.mark.parametrize(("name", "value"), NONSENSE)
def test_nonsense_is_refused_by_name_in_one_line(tmp_path: Path, name: str, value: str) -> None:
    (tmp_path / "a-file").touch()
    with pytest.raises(SettingsError) as refused:
        load_settings({name: value}, tmp_path)
    said = str(refused.value)
    assert said.startswith(f"{name}: ")
    assert "\n" not in said
    assert refused.value.__cause__ is None
    if next(setting.secret for setting in SETTINGS if setting.name == name):
        assert value not in said
        assert "hidden" not in said


def test_a_typo_is_refused_with_the_name_that_was_meant(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"REBOUND_LOGLEVEL: .* did you mean REBOUND_LOG_LEVEL"):
        load_settings({"REBOUND_LOGLEVEL": "INFO"}, tmp_path)


def test_a_typo_in_the_file_is_refused_too(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("TELEGRAM_TOKEN=x\n")
    with pytest.raises(SettingsError, match=r"TELEGRAM_TOKEN: .* did you mean TELEGRAM_BOT_TOKEN"):
        load_settings({}, tmp_path)


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"\xff\xfe\x00TELEGRAM")
    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings({}, tmp_path)


def test_the_switches_of_the_tests_are_no_typos(tmp_path: Path) -> None:
    load_settings({"REBOUND_KILLS": "100", "REBOUND_TEST_BROWSER": "required"}, tmp_path)


def test_no_secret_shows_in_the_representation(tmp_path: Path) -> None:
    settings = load_settings(
        {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "REBOUND_ENCRYPTION_KEY": KEY,
            "REBOUND_DATABASE_URL": "postgresql://me:hidden@db/rebound",
        },
        tmp_path,
    )
    shown = f"{settings} {settings!r}"
    assert TOKEN not in shown
    assert "hidden" not in shown
    assert repr(bytes(range(32))) not in shown
    assert isinstance(settings, Settings)
