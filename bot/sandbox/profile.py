"""The methods about the bot itself, its menu, a chat, and the answers to button presses."""

from __future__ import annotations

import re

from bot.sandbox.chats import World
from bot.sandbox.errors import Json, bad_request
from bot.sandbox.updates import PRESS_LIFETIME

# Bot API, answerCallbackQuery, BotCommand, setMyDescription, setMyShortDescription.
ANSWER_LENGTH = 200
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_COMMAND_COUNT = 100
_DESCRIPTION_LENGTHS = {"description": 512, "short_description": 120}
_SCOPES = {
    "default", "all_private_chats", "all_group_chats", "all_chat_administrators",
    "chat", "chat_administrators", "chat_member",
}  # fmt: skip
_EXPIRED = "query is too old and response timeout expired or query ID is invalid"


def get_me(world: World, parameters: Json) -> Json:
    """Return the bot."""
    return world.bot


def answer_callback_query(world: World, parameters: Json) -> bool:
    """Answer a press of a button, once and within 150 seconds."""
    press = world.presses.get(parameters["callback_query_id"])
    if press is None or press.answered or world.clock.now() - press.date > PRESS_LIFETIME:
        raise bad_request(_EXPIRED)
    text = parameters.get("text", "")
    if len(text) > ANSWER_LENGTH:
        raise bad_request("MESSAGE_TOO_LONG")
    if parameters.get("url"):
        raise bad_request("URL_INVALID")
    press.answered, press.text, press.alert = True, text, parameters.get("show_alert", False)
    world.tell("answer", press.chat_id, press)
    return True


def _scope(parameters: Json) -> tuple[str, int | None, str]:
    scope = parameters.get("scope", {"type": "default"})
    if scope["type"] not in _SCOPES:
        raise bad_request("unsupported type specified")
    if scope["type"].startswith("chat") and "chat_id" not in scope:
        raise bad_request("can't parse scope: Can't find field \"chat_id\"")
    language = parameters.get("language_code", "")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad_request("invalid language code specified")
    return scope["type"], scope.get("chat_id"), language


def set_my_commands(world: World, parameters: Json) -> bool:
    """Set the command menu of a scope."""
    commands = parameters["commands"]
    if len(commands) > _COMMAND_COUNT:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not _COMMAND.fullmatch(command["command"].removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    world.commands[_scope(parameters)] = commands
    world.tell("commands", 0, None)
    return True


def delete_my_commands(world: World, parameters: Json) -> bool:
    """Remove the command menu of a scope."""
    world.commands.pop(_scope(parameters), None)
    world.tell("commands", 0, None)
    return True


def get_my_commands(world: World, parameters: Json) -> list[Json]:
    """Return the command menu of exactly this scope."""
    return world.commands.get(_scope(parameters), [])


def menu_for(world: World, chat_id: int, language: str) -> list[Json]:
    """Return the commands that a person sees in a private chat: the narrowest scope that has any."""
    for scope in (("chat", chat_id), ("all_private_chats", None), ("default", None)):
        for code in (language, ""):
            commands = world.commands.get((*scope, code))
            if commands:
                return commands
    return []


def _set_profile(world: World, parameters: Json, key: str) -> bool:
    text = parameters.get(key, "")
    if len(text) > _DESCRIPTION_LENGTHS[key]:
        raise bad_request(f"{key.replace('_', ' ')} is too long")
    world.profile[key] = text
    world.tell("commands", 0, None)
    return True


def set_my_description(world: World, parameters: Json) -> bool:
    """Set what an empty chat says about the bot."""
    return _set_profile(world, parameters, "description")


def set_my_short_description(world: World, parameters: Json) -> bool:
    """Set what the bot's profile says."""
    return _set_profile(world, parameters, "short_description")


def get_my_description(world: World, parameters: Json) -> Json:
    """Return what an empty chat says about the bot."""
    return {"description": world.profile["description"]}


def get_my_short_description(world: World, parameters: Json) -> Json:
    """Return what the bot's profile says."""
    return {"short_description": world.profile["short_description"]}


def set_chat_menu_button(world: World, parameters: Json) -> bool:
    """Accept a menu button; the page always shows the commands."""
    return True


def get_chat(world: World, parameters: Json) -> Json:
    """Return a chat with the fields that ChatFullInfo requires."""
    chat = world.find_chat(parameters["chat_id"])
    kinds = "unlimited_gifts limited_gifts unique_gifts premium_subscription gifts_from_channels"
    gifts = dict.fromkeys(kinds.split(), False)
    return chat.described() | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}


def leave_chat(world: World, parameters: Json) -> bool:
    """Leave a group."""
    chat = world.find_chat(parameters["chat_id"])
    if chat.user:
        raise bad_request("chat member status can't be changed in private chats")
    chat.left = True
    world.tell("chat", chat.chat_id, chat)
    return True
