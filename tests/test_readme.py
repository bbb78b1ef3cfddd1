"""README.md: its lists are those of the code."""

from __future__ import annotations

import re
from pathlib import Path

from bot.settings import SETTINGS
from conversations.all import CATALOG
from conversations.cards import command_line
from conversations.catalog import commands_of
from conversations.texts import load_texts

README = (Path(__file__).resolve().parent.parent / "README.md").read_text()


def test_the_settings_table_is_the_one_of_the_code() -> None:
    rows = re.findall(r"^\| `([A-Z_]+)` \| *(.*?) *\| (.*) \|$", README, re.MULTILINE)
    assert rows == [
        (setting.name, f"`{setting.default}`" if setting.default else "", setting.meaning)
        for setting in SETTINGS
    ]


def test_the_table_of_commands_is_the_one_of_the_menu() -> None:
    texts = load_texts()
    rows = re.findall(r"^\| `/([a-z]+)` \| (.*) \|$", README, re.MULTILINE)
    commands = commands_of(CATALOG, texts)
    assert rows == [(name, texts.phrase(command_line(name, texts))) for name in commands]
    assert "COMMANDS" not in README
