"""python -m conversations: talks through any conversation without Telegram, piped or typed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from conversations.__main__ import main
from conversations.all import CATALOG

ROOT = Path(__file__).resolve().parents[2]


def talk(capsys: pytest.CaptureFixture[str], *arguments: str, typed: str = "") -> str:
    """Return what the terminal shows."""
    main(arguments, typed.splitlines())
    return capsys.readouterr().out


def test_a_win_is_logged_by_typing(capsys: pytest.CaptureFixture[str]) -> None:
    seen = talk(capsys, "wins", typed="I asked a good question\n2\nnever read")
    assert "1  Yes, one more" in seen
    assert "[win] win: I asked a good question" in seen
    assert "never read" not in seen


def test_numbers_choose_and_commands_go_back(capsys: pytest.CaptureFixture[str]) -> None:
    seen = talk(capsys, "wins", typed="one\n/back\ntwo\n/undo\nthree\nenough")
    assert "[win] win: three" in seen
    assert seen.count("[win]") == 1


def test_an_erasure_is_the_last_word_of_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    seen = talk(capsys, "wins", typed="one\n/delete\nerase everything\nhello")
    erased = seen.index("is erased")
    assert "Another one" not in seen[erased:]
    assert "[win]" not in seen[erased:]


def test_cancel_throws_away(capsys: pytest.CaptureFixture[str]) -> None:
    seen = talk(capsys, "wins", typed="one\n/cancel\n2")
    assert "thrown away" in seen
    assert "[win]" not in seen


def test_settings_reach_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    seen = talk(capsys, "settings", typed="zone\nLisbon")
    assert "Kept: Europe/Lisbon" in seen


def test_without_a_name_it_begins_with_the_first_message(capsys: pytest.CaptureFixture[str]) -> None:
    seen = talk(capsys, typed="/sos\nhello\n1\n7")
    assert "not therapy" in seen
    assert "findahelpline.com" in seen
    assert "How heavy" in seen


def test_crisis_words_bring_the_card_first(capsys: pytest.CaptureFixture[str]) -> None:
    seen = talk(capsys, "wins", typed="I want to kill myself")
    assert "findahelpline.com" in seen


def test_no_markup_reaches_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert "<b>" not in talk(capsys, "privacy", typed="nothing")


@pytest.mark.parametrize("name", CATALOG)
def test_every_conversation_can_be_begun(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert talk(capsys, name)


def test_an_unknown_name_is_refused_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nope"], []) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_it_works_piped() -> None:
    command = [sys.executable, "-m", "conversations", "wins"]
    done = subprocess.run(command, input="one\n2\n", capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert done.returncode == 0, done.stderr
    assert "[win] win: one" in done.stdout


def test_the_list_names_every_conversation(capsys: pytest.CaptureFixture[str]) -> None:
    assert talk(capsys, "--list").split() == list(CATALOG)
