"""README.md: its lists are those of the code."""

from __future__ import annotations

import re
from pathlib import Path

from bot.settings import SETTINGS

README = (Path(__file__).resolve().parent.parent / "README.md").read_text()


def test_the_settings_table_is_the_one_of_the_code() -> None:
    rows = re.findall(r"^\| `([A-Z_]+)` \| *(.*?) *\| (.*) \|$", README, re.MULTILINE)
    assert rows == [
        (setting.name, f"`{setting.default}`" if setting.default else "", setting.meaning)
        for setting in SETTINGS
    ]
