"""The menu: the commands and the description that Telegram shows, from the same table as /help."""

from __future__ import annotations

from typing import Any

import structlog
from telegram.error import TelegramError

from bot.telegram.api import BotApi
from conversations.cards import command_line
from conversations.catalog import Catalog, commands_of
from conversations.lines import line
from conversations.texts import load_texts

log = structlog.get_logger()


def list_commands(catalog: Catalog) -> list[dict[str, str]]:
    """Return the commands with their meanings, as setMyCommands takes them."""
    texts = load_texts()
    return [
        {"command": name, "description": texts.phrase(command_line(name, texts))}
        for name in commands_of(catalog, texts)
    ]


async def set_menu(api: BotApi, catalog: Catalog) -> None:
    """Set the command menu and the description of the empty chat; a failure is logged, not raised."""
    texts = load_texts()
    calls: list[tuple[str, dict[str, Any]]] = [
        ("setMyCommands", {"commands": list_commands(catalog)}),
        ("setMyDescription", {"description": texts.phrase(line("menu-description"))}),
        ("setMyShortDescription", {"short_description": texts.phrase(line("menu-short"))}),
    ]
    for method, parameters in calls:
        try:
            await api.call(method, parameters)
        except TelegramError as error:
            log.warning("the menu could not be set", method=method, error=type(error).__name__)
