"""The command line, as an operator meets it: help, version, and one line with exit code 2 for nonsense."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot import __version__
from bot.settings import SETTINGS

ROOT = Path(__file__).resolve().parents[2]
Environment = dict[str, str]


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    """A machine on which nothing is set."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "HOME") if name in os.environ}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}


def rebound(environment: Environment, cwd: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m bot` in a folder of its own."""
    command = [sys.executable, "-m", "bot", *words]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=30)


def test_help_names_every_setting_and_command(environment: Environment, tmp_path: Path) -> None:
    done = rebound(environment, tmp_path, "--help")
    assert done.returncode == 0
    for word in [*(setting.name for setting in SETTINGS), "run", "sandbox", "backup", "restore", "check"]:
        assert re.search(rf"^ +{word}\b", done.stdout, re.MULTILINE), word


def test_version(environment: Environment, tmp_path: Path) -> None:
    assert rebound(environment, tmp_path, "--version").stdout == f"rebound {__version__}\n"


def test_without_a_token_one_line_says_how_to_begin(environment: Environment, tmp_path: Path) -> None:
    done = rebound(environment, tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "TELEGRAM_BOT_TOKEN is not set" in done.stderr
    assert "make run" in done.stderr


@pytest.mark.parametrize(
    "command", [[], ["run"], ["run", "--or-sandbox"], ["sandbox"], ["check"], ["backup", "x"]]
)
def test_a_wrong_setting_is_one_line_and_exit_code_2(
    environment: Environment, tmp_path: Path, command: list[str]
) -> None:
    environment["TELEGRAM_BOT_TOKEN"] = "123456789:my-secret"
    done = rebound(environment, tmp_path, *command)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("rebound: TELEGRAM_BOT_TOKEN: ")
    assert done.stderr.count("\n") == 1
    assert "my-secret" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_line_in_the_file_is_named_too(environment: Environment, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("REBOUND_SANDBOX_PORT=eighty\n")
    done = rebound(environment, tmp_path, "sandbox")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "REBOUND_SANDBOX_PORT" in done.stderr


def test_an_unknown_command_is_refused(environment: Environment, tmp_path: Path) -> None:
    done = rebound(environment, tmp_path, "dance")
    assert done.returncode == 2
    assert "dance" in done.stderr
