"""deploy/example.env: every setting, with its default, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

from dotenv import dotenv_values

from bot.settings import SETTINGS, load_settings

EXAMPLE = Path(__file__).resolve().parents[2] / "deploy/example.env"


def test_it_shows_every_setting_with_its_default() -> None:
    shown = dict(re.findall(r"^(?:# )?([A-Z_]+)=(.*)$", EXAMPLE.read_text(), re.MULTILINE))
    assert shown == {setting.name: setting.default for setting in SETTINGS}


def test_as_it_is_it_changes_nothing(tmp_path: Path) -> None:
    given = {name: value or "" for name, value in dotenv_values(EXAMPLE, interpolate=False).items()}
    assert load_settings(given, tmp_path) == load_settings({}, tmp_path)


def test_it_leaves_the_data_folder_to_container_and_unit() -> None:
    """systemd lets EnvironmentFile= win over Environment=."""
    assert "REBOUND_DATA_DIR" not in dotenv_values(EXAMPLE, interpolate=False)


def test_it_holds_no_secret() -> None:
    given = dotenv_values(EXAMPLE, interpolate=False)
    assert not any(given[setting.name] for setting in SETTINGS if setting.secret)
