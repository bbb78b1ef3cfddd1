"""The menu: what Telegram shows is the table of the catalog."""

from __future__ import annotations

import re
from pathlib import Path

from bot.telegram.menu import list_commands
from conversations.all import CATALOG
from conversations.cards import command_line
from conversations.catalog import commands_of
from conversations.texts import load_texts
from tests.rebound import rebound


async def test_the_menu_of_the_running_bot_is_the_table_of_commands(tmp_path: Path) -> None:
    async with rebound(tmp_path) as bot:
        sam = bot.person()
        await sam.says("/help")
        await sam.sees_next()
        commands = next(iter(bot.server.world.commands.values()))
        profile = bot.server.world.profile
    texts = load_texts()
    assert [command["command"] for command in commands] == [*commands_of(CATALOG, texts)]
    assert commands == list_commands(CATALOG)
    for command in commands:
        assert command["description"] == texts.phrase(command_line(command["command"], texts))
        assert re.fullmatch(r"[a-z0-9_]{1,32}", command["command"])
        assert 1 <= len(command["description"]) <= 256
        assert f"/{command['command']} - {command['description']}" in sam.reads
    assert 0 < len(profile["description"]) <= 512
    assert 0 < len(profile["short_description"]) <= 120
